"""The command: exit codes, what goes to which stream, and never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from prongsai.build import checked
from prongsai.checks.registry import get_explanations
from prongsai.cli.exit_codes import CLEAN, FAILED, PROBLEMS
from prongsai.cli.main import cli, main
from prongsai.problem import Problem, Severity, Silenced, Where

LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"
BAD_LAO = LAO.replace("เทศบาลตำบล", "ตำบล") + "numerals: ไทย\n"
TYPES = "เทศบาลนคร, เทศบาลเมือง, เทศบาลตำบล, องค์การบริหารส่วนตำบล, องค์การบริหารส่วนจังหวัด, เมืองพัทยา, กรุงเทพมหานคร"
BAD_LAO_TEXT = (
    "plans/maesai/lao.yml:1:7: ข้อผิดพลาด: ไม่รู้จักค่า “ตำบล” [bad-choice]\n"
    f"  วิธีแก้: เลือกค่าหนึ่งจาก: {TYPES}\n"
    "  อ่านเพิ่ม: prongsai explain bad-choice\n"
    "plans/maesai/lao.yml:4:11: ข้อผิดพลาด: ไม่รู้จักค่า “ไทย” [bad-choice]\n"
    "  วิธีแก้: หมายถึง “เลขไทย” หรือไม่ · เลือกค่าหนึ่งจาก: เลขไทย, เลขอารบิก\n"
    "  อ่านเพิ่ม: prongsai explain bad-choice\n"
)
BAD_LAO_SUMMARY = "พบข้อผิดพลาด 2 รายการ\n  bad-choice  2\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty project folder with one good LAO."""
    monkeypatch.chdir(tmp_path)
    write_lao("maesai", LAO)
    return tmp_path


def write_lao(slug: str, text: str) -> None:
    """Write the file ``lao.yml`` of an LAO."""
    path = Path("plans") / slug / "lao.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run the command inside this process."""
    return CliRunner().invoke(cli, arguments)


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    """Run the command as its entry point does and return the exit code."""
    monkeypatch.setattr(sys, "argv", ["prongsai", *arguments])
    with pytest.raises(SystemExit) as caught:
        main()
    return caught.value.code


def run_process(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as its users do."""
    return subprocess.run(
        [sys.executable, "-c", "from prongsai.cli.main import main; main()", *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def read_tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and time of change of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def make_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let checking find one warning, whatever the rules of the day are."""
    warning = Problem(Where("plans/maesai/lao.yml", 2, 7), "rule", Severity.WARNING, "ข้อความ", "แก้")
    monkeypatch.setattr(checked, "find_problems", lambda *_: ([warning], []))


def test_check_clean() -> None:
    """Nothing on standard output, one sentence on standard error."""
    result = run("check")

    assert (result.exit_code, result.stdout, result.stderr) == (CLEAN, "", "ข้อมูลถูกต้อง ไม่พบข้อผิดพลาด\n")


def test_check_with_problems() -> None:
    """Problems on standard output, the summary on standard error."""
    write_lao("maesai", BAD_LAO)

    result = run("check")

    assert (result.exit_code, result.stdout, result.stderr) == (PROBLEMS, BAD_LAO_TEXT, BAD_LAO_SUMMARY)


def test_check_writes_nothing(folder: Path) -> None:
    """Checking only reads."""
    before = read_tree(folder)

    run("check")

    assert read_tree(folder) == before


def test_check_github() -> None:
    """Each problem is one workflow command."""
    write_lao("maesai", BAD_LAO)

    result = run("check", "--format", "github")

    assert result.exit_code == PROBLEMS
    first, second = result.stdout.splitlines()
    assert first.startswith("::error file=plans/maesai/lao.yml,line=1,col=7,title=bad-choice::ไม่รู้จักค่า “ตำบล”%0Aวิธีแก้: ")
    assert second.startswith("::error file=plans/maesai/lao.yml,line=4,col=11,title=bad-choice::ไม่รู้จักค่า “ไทย”%0Aวิธีแก้: ")


@pytest.mark.parametrize("command", ["check", "generate"])
def test_json(command: str) -> None:
    """Standard output is one JSON text, whatever else there is to say."""
    result = run(command, "--format", "json")

    assert (result.exit_code, json.loads(result.stdout)) == (CLEAN, {"problems": [], "silenced": []})
    assert result.stderr.startswith("ข้อมูลถูกต้อง ไม่พบข้อผิดพลาด\n")


def test_json_with_problems() -> None:
    """The same exit code and summary as with text."""
    write_lao("maesai", BAD_LAO)

    result = run("check", "--format", "json")

    assert (result.exit_code, result.stderr) == (PROBLEMS, BAD_LAO_SUMMARY)
    assert [(problem["line"], problem["rule"]) for problem in json.loads(result.stdout)["problems"]] == [
        (1, "bad-choice"),
        (4, "bad-choice"),
    ]


def test_sarif() -> None:
    """The version is the package's, the results are in the order of the file."""
    write_lao("maesai", BAD_LAO)

    result = run("check", "--format", "sarif")

    [log] = json.loads(result.stdout)["runs"]
    assert result.exit_code == PROBLEMS
    assert log["tool"]["driver"]["version"] == metadata.version("prongsai")
    regions = [entry["locations"][0]["physicalLocation"]["region"] for entry in log["results"]]
    assert regions == [{"startLine": 1, "startColumn": 7}, {"startLine": 4, "startColumn": 11}]


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_silenced_problem_is_reported(monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    """What the record keepers know of is in the report of a program, with the reason, and fails nothing."""
    known = Problem(Where("plans/maesai/lao.yml", 2, 7), "rule", Severity.ERROR, "ข้อความ", "แก้")
    monkeypatch.setattr(checked, "find_problems", lambda *_: ([], [Silenced(known, "เอกสารเขียนเช่นนั้น")]))

    result = run("check", "--format", format_)

    assert result.exit_code == CLEAN
    assert "เอกสารเขียนเช่นนั้น" in result.stdout


@pytest.mark.slow
def test_no_colour_in_a_pipe() -> None:
    """What is not read on a screen is plain."""
    write_lao("maesai", BAD_LAO)

    assert "\x1b" not in run_process("check").stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("variables", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["plain", "no-color"]
)
def test_colour_on_a_terminal(variables: dict[str, str], *, is_coloured: bool) -> None:
    """A terminal gets colours, unless NO_COLOR is set."""
    write_lao("maesai", BAD_LAO)
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    ours, theirs = os.openpty()

    subprocess.run(
        [sys.executable, "-c", "from prongsai.cli.main import main; main()", "check"],
        env=environment,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)

    assert "bad-choice" in shown
    assert ("\x1b[31m" in shown) == is_coloured


def test_explain_lists_all_rules() -> None:
    """Without a rule: every id with its title, those of reading too."""
    result = run("explain")

    assert result.exit_code == CLEAN
    for rule, explanation in get_explanations().items():
        assert re.search(rf"^  {rule} +{re.escape(explanation.title)}$", result.stdout, re.MULTILINE)


def test_explain() -> None:
    """Every rule that a problem can name can be asked for."""
    results = {rule: run("explain", rule) for rule in get_explanations()}

    assert {rule for rule, result in results.items() if result.exit_code != CLEAN} == set()
    assert {
        rule
        for rule, result in results.items()
        if not (result.stdout.startswith(f"{rule} (") and "เหตุที่สำคัญ: " in result.stdout)
    } == set()


def test_explain_mistyped_rule(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest id is offered."""
    assert run_main(monkeypatch, "explain", "unknown-projct") == FAILED

    assert capsys.readouterr().err == (
        "ทำงานต่อไม่ได้: ไม่มีกฎชื่อ “unknown-projct” หมายถึง “unknown-project” หรือไม่ · ดูรหัสกฎทั้งหมดด้วยคำสั่ง prongsai explain\n"
    )


def test_check_one_lao() -> None:
    """The problems of other LAOs are left out."""
    write_lao("maechan", "[")

    assert run("check", "--lao", "maesai").exit_code == CLEAN
    assert run("check", "--lao", "maechan").exit_code == PROBLEMS


def test_check_another_folder(folder: Path) -> None:
    """The folder of plans can be named."""
    (folder / "plans").rename(folder / "data")

    assert run("check", "--plans", "data").exit_code == CLEAN


@pytest.mark.parametrize(
    ("options", "code"), [([], CLEAN), (["--strict"], PROBLEMS)], ids=["without-strict", "with-strict"]
)
@pytest.mark.parametrize("command", ["check", "generate"])
def test_warning(monkeypatch: pytest.MonkeyPatch, command: str, options: list[str], code: int) -> None:
    """A warning is shown, and fails the command under --strict only."""
    make_warning(monkeypatch)

    result = run(command, *options)

    assert result.exit_code == code
    assert "plans/maesai/lao.yml:2:7: คำเตือน: ข้อความ [rule]\n  วิธีแก้: แก้\n" in result.stdout
    assert Path("content").exists() == (command == "generate" and code == CLEAN)


def test_strict_without_warning() -> None:
    """--strict does not fail what is clean."""
    assert run("check", "--strict").exit_code == CLEAN


def test_generate_writes_pages() -> None:
    """Pages are written and counted."""
    result = run("generate")

    written = sorted(path.relative_to("content").as_posix() for path in Path("content").rglob("*") if path.is_file())
    written = [path for path in written if not path.endswith(".prongsai.json")]  # the records of what was written
    assert result.exit_code == CLEAN
    assert {"maesai/index.md", "schemas/lao.schema.json"} <= set(written)
    assert result.stdout.endswith(f"เขียน {len(written)} ไฟล์ ลบ 0 ไฟล์ ใน content/\n")


def test_generate_knows_the_address_of_the_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option, else SITE_URL, gives the tables their full addresses; a missing slash at the end is added."""
    plan = folder / "plans" / "maesai" / "2566-2570" / "plan.yml"
    plan.parent.mkdir()
    plan.write_text("foreword: คำนำ\n", encoding="utf-8")
    monkeypatch.setenv("SITE_URL", "https://example.go.th/ita")
    table = Path("content/maesai/oit/maesai-oit-2569.csv")

    run("generate")
    assert "https://example.go.th/ita/maesai/2566-2570/" in table.read_text(encoding="utf-8")
    run("generate", "--site-url", "https://maesai.go.th/")
    assert "https://maesai.go.th/maesai/2566-2570/" in table.read_text(encoding="utf-8")


def test_generate_twice_changes_nothing(folder: Path) -> None:
    """The second run leaves every file as it was, its time of change included."""
    run("generate")
    before = read_tree(folder)

    result = run("generate")

    assert result.stdout == "เขียน 0 ไฟล์ ลบ 0 ไฟล์ ใน content/\n"
    assert read_tree(folder) == before


def test_generate_removes_the_pages_of_a_removed_lao(folder: Path) -> None:
    """Stale pages go and are counted."""
    write_lao("maechan", LAO)
    run("generate")
    pages = len(list((folder / "content" / "maechan").rglob("*.md")))
    (folder / "plans" / "maechan" / "lao.yml").unlink()
    (folder / "plans" / "maechan").rmdir()

    result = run("generate")

    assert f"ลบ {pages} ไฟล์" in result.stdout
    assert not (folder / "content" / "maechan").exists()


def test_generate_with_problems_writes_nothing(folder: Path) -> None:
    """The pages of the last good run stay as they are."""
    run("generate")
    before = read_tree(folder / "content")
    write_lao("maesai", BAD_LAO)

    result = run("generate")

    assert (result.exit_code, result.stdout) == (PROBLEMS, BAD_LAO_TEXT)
    assert result.stderr == f"{BAD_LAO_SUMMARY}ไม่ได้เขียนหน้าใด หน้าเดิมยังอยู่ครบ\n"
    assert read_tree(folder / "content") == before


def test_generate_without_earlier_pages_and_with_problems() -> None:
    """Not even the folder appears."""
    write_lao("maesai", BAD_LAO)

    assert run("generate").exit_code == PROBLEMS
    assert not Path("content").exists()


@pytest.mark.parametrize("command", ["check", "generate"])
def test_missing_plans_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """The tool could not run: exit code 2 and a Thai sentence."""
    assert run_main(monkeypatch, command, "--plans", "plan") == FAILED

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("ทำงานต่อไม่ได้: เปิดโฟลเดอร์ข้อมูล plan/ ไม่ได้ (")


def test_mistyped_lao(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest name is offered."""
    assert run_main(monkeypatch, "check", "--lao", "mesai") == FAILED

    assert capsys.readouterr().err == "ทำงานต่อไม่ได้: ไม่มีหน่วยงานชื่อ mesai ใน plans/ หมายถึง maesai หรือไม่\n"


def test_plans_is_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the place of the folder."""
    Path("file").write_text("x", encoding="utf-8")

    assert run_main(monkeypatch, "check", "--plans", "file") == FAILED
    assert capsys.readouterr().err.startswith("ทำงานต่อไม่ได้: เปิดโฟลเดอร์ข้อมูล file/ ไม่ได้ (")


@pytest.mark.parametrize("content", ["file", "file/content"], ids=["file", "below-a-file"])
def test_content_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    """A file stands in the place of the folder; it is not touched."""
    Path("file").write_text("x", encoding="utf-8")

    assert run_main(monkeypatch, "generate", "--content", content) == FAILED
    assert "ทำงานต่อไม่ได้: เขียน " in capsys.readouterr().err
    assert Path("file").read_text(encoding="utf-8") == "x"


def test_folder_in_the_place_of_a_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder named like a page is not overwritten."""
    Path("content/maesai/index.md").mkdir(parents=True)

    assert run_main(monkeypatch, "generate") == FAILED
    assert "ทำงานต่อไม่ได้: " in capsys.readouterr().err


def test_hand_written_page_is_not_overwritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page is named, and nothing is written."""
    Path("content").mkdir()
    Path("content/index.md").write_text("# หน้าแรก\n", encoding="utf-8")

    assert run_main(monkeypatch, "generate") == FAILED
    assert "มีหน้าที่เขียนด้วยมืออยู่แล้วที่ content/index.md" in capsys.readouterr().err
    assert [path.name for path in Path("content").iterdir()] == ["index.md"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check", "--strikt"], ["check", "--format", "xml"], ["check", "maesai"]],
    ids=["no-command", "unknown-command", "unknown-option", "unknown-format", "extra-argument"],
)
def test_wrong_call(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong call is not told as a problem of the data."""
    assert run_main(monkeypatch, *arguments) == FAILED


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["generate", "-h"]], ids=" ".join)
def test_help_is_thai(arguments: list[str]) -> None:
    """Help tells what the command does."""
    result = run(*arguments)

    assert result.exit_code == CLEAN
    assert "ตรวจข้อมูล" in result.stdout


def test_version() -> None:
    """The version is that of the package."""
    result = CliRunner().invoke(cli, ["--version"], prog_name="prongsai")

    assert (result.exit_code, result.stdout) == (CLEAN, f"prongsai {metadata.version('prongsai')}\n")


@pytest.mark.slow
def test_process() -> None:
    """The real command, on a system without Thai: exit code, UTF-8 on both streams."""
    write_lao("maesai", BAD_LAO)

    result = run_process("check", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert (result.returncode, result.stdout, result.stderr) == (PROBLEMS, BAD_LAO_TEXT, BAD_LAO_SUMMARY)


@pytest.mark.slow
def test_process_that_cannot_run() -> None:
    """No traceback."""
    result = run_process("generate", "--plans", "plan")

    assert (result.returncode, result.stdout) == (FAILED, "")
    assert result.stderr.startswith("ทำงานต่อไม่ได้: ")
    assert "Traceback" not in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_process_with_a_file_name_that_is_no_text(folder: Path) -> None:
    """Old archives leave file names in another encoding; they are told, not stumbled over."""
    (folder / "plans" / os.fsdecode("แม่สาย".encode("cp874"))).mkdir()

    result = run_process("check")

    assert result.returncode == PROBLEMS
    assert "ใช้เป็นที่อยู่หน้าเว็บไม่ได้ [folder-name]" in result.stdout
    assert "Traceback" not in result.stderr


def test_duties_of_data_with_errors_are_told_to_be_incomplete() -> None:
    """An LAO that cannot be read would otherwise be missing in silence."""
    write_lao("maesai", BAD_LAO)

    result = run("due", "--date", "2566-10-31")

    assert (result.exit_code, result.stdout) == (PROBLEMS, "")
    assert result.stderr == "ข้อมูลมีข้อผิดพลาด รายการนี้อาจไม่ครบ ตรวจด้วยคำสั่ง prongsai check\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--content", "."], "โฟลเดอร์หน้าเว็บ"),
        (["--content", "plans"], "โฟลเดอร์หน้าเว็บ"),
        (["--content", "plans/maesai"], "โฟลเดอร์หน้าเว็บ"),
        (["--site-url", "javascript:alert(1)"], "ต้องขึ้นต้นด้วย https://"),
    ],
    ids=["site", "plans", "lao", "address"],
)
def test_nothing_is_written_where_it_would_do_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    """Pages over the site or into the data, and an address of no site, are refused as the build refuses them."""
    before = read_tree(folder)

    assert run_main(monkeypatch, "generate", *options) == FAILED
    assert told in capsys.readouterr().err
    assert read_tree(folder) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek",), "ไม่มีคำสั่ง “chek”"),
        (("new", "planned"), "ไม่มีคำสั่ง “planned” น่าจะเป็น plan คำสั่งที่มีคือ amendment, lao"),
        (("--quiet",), "ไม่มีตัวเลือก “--quiet”"),
        (("check", "--loa", "maesai"), "ไม่มีตัวเลือก “--loa” น่าจะเป็น --lao"),
        (("check", "--lao"), "ตัวเลือก “--lao” ใช้ผิด: ต้องมีค่าตามหลัง"),
        (("check", "--format", "xml"), "--format ใช้ไม่ได้ เลือกได้จาก text, github, json, sarif"),
        (("due", "--within", "-1"), "--within ใช้ไม่ได้ ต้องเป็นจำนวนเต็มตั้งแต่ 0"),
        (("new", "progress"), "ขาด ROUND ที่ต้องระบุ"),
        (("new", "site", "เว็บ", "ของเรา"), "มีคำที่เกินมา “ของเรา” ชื่อที่มีช่องว่าง"),
        (("new", "site", "plans/maesai/lao.yml"), "FOLDER ใช้ไม่ได้ ต้องเป็นโฟลเดอร์ ไม่ใช่ไฟล์"),
        (("sheet", "import", "plans"), "FILE ใช้ไม่ได้ ต้องเป็นไฟล์ ไม่ใช่โฟลเดอร์"),
    ],
)
def test_wrong_commands_are_told_in_thai(arguments: tuple[str, ...], words: str) -> None:
    """Whatever is typed."""
    said = str(run(*arguments).exception)

    assert words in said
    assert "--help" in said
