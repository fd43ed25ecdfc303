"""``prongsai new``: what it writes passes the check, or says what has to be filled in; nothing is ever written over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MADE_UP_PLANS
from prongsai.build.checked import check_plans
from prongsai.cli.main import cli
from prongsai.editing.drafts import site_draft
from prongsai.exceptions import EditError, ProngsaiError
from prongsai.load.yaml_reader import parse_yaml
from prongsai.places import STARTER
from prongsai.problem import Problem
from prongsai.records.frameworks import find_framework, list_periods
from prongsai.records.usual_projects import list_usual_projects

_PAPER = ("paper", "--kind", "ประกาศ", "--date", "1 มีนาคม 2567")
WHO = ("--type", "เทศบาลตำบล", "--name", "หนองดี", "--district", "เมือง", "--province", "ขอนแก่น", "--slug", "nongdee")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder on a fixed day of fiscal year 2567."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1712620800")  # 9 April 2567
    return tmp_path


def new(*arguments: str) -> Result:
    """Give a command, and let what it raises through."""
    return CliRunner().invoke(cli, ["new", *arguments], catch_exceptions=False)


def find_problems() -> tuple[Problem, ...]:
    """Return what the checker says."""
    return check_plans(Path("plans")).problems


def start() -> None:
    """Start an LAO with a plan of five projects."""
    new("lao", *WHO)
    new("plan", "--pick", "1-3, ๘,14")


def read(name: str) -> dict[str, object]:
    """Return what a file of the LAO says."""
    document, problems = parse_yaml(Path("plans/nongdee", name).read_text(encoding="utf-8"), "")
    assert problems == []
    data: dict[str, object] = document.data
    return data


def test_site_has_everything_and_nothing_wrong(folder: Path) -> None:
    """A short ``mkdocs.yml``, the LAO, a page about it; all that is checked passes."""
    result = new("site", "web", *WHO)

    assert result.exit_code == 0
    assert "prongsai new plan" in result.output
    settings = Path("web/mkdocs.yml").read_text(encoding="utf-8")
    assert settings.startswith("site_name: แผนและผลการป้องกันการทุจริตของท้องถิ่น เทศบาลตำบลหนองดี\n")
    assert len(settings.splitlines()) <= 10
    assert {"README.md", ".gitignore", "content", "plans"} <= {path.name for path in (folder / "web").iterdir()}
    assert check_plans(Path("web/plans")).problems == ()


def test_workflows_name_where_they_come_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an office calls stands in its workflows; what else they say stays, and without it the place is left open."""
    starter = folder / "starter"
    shutil.copytree(STARTER, starter)
    line = "    # OWNER = เจ้าของ, COMMIT = รุ่น\n    uses: {}/.github/workflows/site.yml@{}\n"
    workflow = starter / ".github" / "workflows" / "publish.yml"
    workflow.parent.mkdir(parents=True, exist_ok=True)
    workflow.write_text(line.format("OWNER/prongsai", "COMMIT"), encoding="utf-8")
    monkeypatch.setattr(site_draft, "STARTER", starter)

    new("site", "one", *WHO, "--workflow", f"office/prongsai@{'a' * 40}")
    result = new("site", "two", *WHO)

    written = [Path(name, ".github/workflows/publish.yml").read_text(encoding="utf-8") for name in ("one", "two")]
    assert written == [line.format("office/prongsai", "a" * 40), line.format("OWNER/prongsai", "COMMIT")]
    assert ".github/workflows/" in result.output
    with pytest.raises(ProngsaiError, match="--workflow"):
        new("site", "three", *WHO, "--workflow", "office/prongsai@main")


def test_site_takes_a_repository_without_files(folder: Path) -> None:
    """What git and Windows keep in a folder is no file of anybody's; a README is, and stays."""
    (folder / "web" / ".git").mkdir(parents=True)
    (folder / "web" / "desktop.ini").touch()

    assert new("site", "web", *WHO).exit_code == 0

    (folder / "other").mkdir()
    (folder / "other" / "README.md").write_text("ของเดิม", encoding="utf-8")
    with pytest.raises(ProngsaiError, match=r"README.md อยู่แล้ว"):
        new("site", "other", *WHO)
    assert [path.name for path in (folder / "other").iterdir()] == ["README.md"]


def test_site_takes_no_folder_that_has_something(folder: Path) -> None:
    """What is there stays."""
    (folder / "web").mkdir()
    (folder / "web" / "งาน.docx").write_bytes(b"x")

    with pytest.raises(ProngsaiError, match="มีไฟล์อยู่แล้ว"):
        new("site", "web", *WHO)

    assert [path.name for path in (folder / "web").iterdir()] == ["งาน.docx"]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--type", "เทศบาล", "เลือกค่าหนึ่งจาก"),
        ("--name", "เทศบาลตำบลหนองดี", "เขียนเพียง หนองดี"),
        ("--district", "อำเภอเมือง", "เขียนเพียง เมือง"),
        ("--slug", "หนองดี", "ตัวอังกฤษพิมพ์เล็ก"),
        ("--slug", "handbook", "สงวนไว้"),
        ("--slug", "con", "Windows"),
        ("--name", " ", "ไม่มีข้อความ"),
    ],
)
def test_wrong_answers_say_what_would_be_right(option: str, value: str, words: str, folder: Path) -> None:
    """Before anything is written."""
    given = list(WHO)
    given[given.index(option) + 1] = value

    with pytest.raises(ProngsaiError, match=words):
        new("lao", *given)

    assert list(folder.iterdir()) == []


def test_missing_and_wrong_answers_are_told_at_once() -> None:
    """Where nobody can be asked."""
    with pytest.raises(ProngsaiError, match="ยังไม่ระบุ --type, --name, --province, --slug"):
        new("lao")
    with pytest.raises(ProngsaiError, match=r"(?s)--slug “ก”.*--name “ตำบลหนองดี”.*ยังไม่ระบุ --type, --province"):
        new("lao", "--slug", "ก", "--name", "ตำบลหนองดี")
    with pytest.raises(ProngsaiError, match="ระบุด้วย --district"):
        new("lao", *(word for word in WHO if word not in {"--district", "เมือง"}))


def test_single_offices_are_not_asked_their_names() -> None:
    """There is one of each."""
    new("lao", "--type", "กรุงเทพมหานคร", "--slug", "bkk")
    new("lao", "--type", "เมืองพัทยา", "--province", "ชลบุรี", "--district", "บางละมุง", "--slug", "pattaya")

    assert find_problems() == ()


def test_plan_has_the_picked_projects_under_their_missions() -> None:
    """The LAO's own name stands in the titles, the kind before them; nothing is wrong with it."""
    start()

    projects = read("2566-2570/plan.yml")["projects"]
    assert isinstance(projects, list)
    assert [project["mission"] for project in projects] == ["1.1", "1.1", "1.1", "1.2", "2.2"]
    assert projects[3]["name"] == "โครงการป้องกันผลประโยชน์ทับซ้อนของเทศบาลตำบลหนองดี"
    assert projects[4] == {"id": "p05", "number": "5", "kind": "มาตรการ", "name": "มาตรการ “NO Gift Policy”", "mission": "2.2"}  # fmt: skip
    assert find_problems() == ()


def test_every_usual_project_fits_every_lao() -> None:
    """All of them together, for each type, give no warning."""
    for kind in ("เทศบาลเมือง", "อบต.", "อบจ."):
        slug = f"lao{len(list(Path().glob('plans/*')))}"
        where = () if kind == "อบจ." else ("--district", "เมือง")
        new("lao", "--type", kind, "--name", "ขอนแก่น", *where, "--province", "ขอนแก่น", "--slug", slug)
        new("plan", "--pick", "ทั้งหมด", "--lao", slug)

    assert find_problems() == ()


@pytest.mark.parametrize("period", list_periods())
def test_usual_projects_stand_under_missions_of_their_period(period: str) -> None:
    """A title without a mission would be counted nowhere."""
    framework = find_framework(period)

    assert framework
    assert {project.mission for project in list_usual_projects(period)} <= framework.missions.keys()
    assert all(project.kind for project in list_usual_projects(period))


def test_plan_of_an_unknown_period_says_what_to_copy() -> None:
    """Titles of another period are not put in; the check says what is missing."""
    new("lao", *WHO)
    result = new("plan", "--period", "๒๕๗๑-๒๕๗๕")

    assert "เติม dimensions และ missions" in result.output
    (problem,) = find_problems()
    assert problem.rule == "bad-framework"


@pytest.mark.parametrize("answer", ["0", "1-99", "สาม", "5-3", ""])
def test_wrong_pick_writes_nothing(answer: str) -> None:
    """Numbers that are in the list only."""
    new("lao", *WHO)

    with pytest.raises(ProngsaiError, match="--pick"):
        new("plan", "--pick", answer)

    assert not Path("plans/nongdee/2566-2570").exists()


def test_first_round_has_every_project_waiting() -> None:
    """Nothing is known yet, and nothing is wrong."""
    start()
    new("progress", "๒๕๖๗-6")

    data = read("progress/2567-06.yml")
    assert data == {"projects": [{"project": f"p0{number}", "status": "รอรายงาน"} for number in range(1, 6)]}
    assert find_problems() == ()


def test_whole_year_begins_with_its_first_half() -> None:
    """Round 12 has what round 06 says, without its exceptions; of another year only who reports."""
    start()
    new("progress", "2567-06")
    path = Path("plans/nongdee/progress/2567-06.yml")
    done = "status: ดำเนินการแล้วเสร็จ\n    disbursed: ๕๐๐\n    ignore: [{rule: overspent, reason: ก}]\n    results: [อบรมแล้ว]"
    text = path.read_text(encoding="utf-8").replace("status: รอรายงาน", done, 1)
    head = "order: เอกสาร\nreporter: นิติกร  #"
    text = re.sub("(  - project: p04.*\n.*)", r"\1\n    number: 4.1", text).replace("reporter:  #", head)
    path.write_text(text, encoding="utf-8")

    new("progress", "2567-12")
    new("progress", "2568-06")

    year = read("progress/2567-12.yml")
    assert year["reporter"] == "นิติกร"
    assert year["projects"][0] == {
        "project": "p01",
        "status": "ดำเนินการแล้วเสร็จ",
        "disbursed": "๕๐๐",
        "results": ["อบรมแล้ว"],
    }  # type: ignore[index]
    next_year = read("progress/2568-06.yml")
    assert next_year["projects"][0] == {"project": "p01", "status": "รอรายงาน"}  # type: ignore[index]
    assert next_year["projects"][3] == {"project": "p04", "status": "รอรายงาน", "number": "4.1"}  # type: ignore[index]
    assert next_year["order"] == "เอกสาร"


def test_measures_begin_with_those_of_the_last_year() -> None:
    """Titles and methods, no results and scores; seven sections always."""
    start()
    new("measures", "2567")
    path = Path("plans/nongdee/measures/2567.yml")
    item = "measures:\n      - {number: ๑, title: มาตรการคู่มือ, methods: [ทบทวน], score: 90, results: [ครบ]}"
    path.write_text(path.read_text(encoding="utf-8").replace("measures: []", item, 1), encoding="utf-8")

    new("measures", "2568")

    sections = read("measures/2568.yml")["sections"]
    assert isinstance(sections, list)
    assert [section["number"] for section in sections] == list("1234567")
    assert sections[0]["measures"] == [{"number": "๑", "title": "มาตรการคู่มือ", "methods": ["ทบทวน"]}]
    assert find_problems() == ()


def test_first_list_of_oit_items_has_those_of_the_site() -> None:
    """The plan needs no address, the others are told as missing; a year without known numbers begins empty."""
    start()
    new("oit", "2568")
    new("oit", "2580")

    assert [item["code"] for item in read("oit/2568.yml")["items"]] == ["O25", "O26", "O27", "O28"]  # type: ignore[attr-defined]
    assert read("oit/2580.yml") == {"items": read("oit/2568.yml")["items"]}
    assert {problem.rule for problem in find_problems()} == {"oit-without-address"}


def test_list_of_oit_items_begins_with_the_last_one() -> None:
    """Numbers, titles and lasting addresses are kept; what is of one year, and files, is not the answer of the next."""
    start()
    path = Path("plans/nongdee/oit/2568.yml")
    path.parent.mkdir()
    path.write_text(
        """items:
  - {code: O๑, title: โครงสร้าง, group: พื้นฐาน, url: [https://a.go.th/1, "https://a.go.th/๒๕๖๘/1"], note: หน้า 3}
  - {code: O2, title: งบประมาณ, url: https://a.go.th/budget-2568}
  - {code: O3, title: ไฟล์, file: files/2568.pdf}
""",
        encoding="utf-8",
    )
    new("oit", "2569")

    assert read("oit/2569.yml")["items"] == [
        {"code": "O๑", "group": "พื้นฐาน", "title": "โครงสร้าง", "url": "https://a.go.th/1", "note": "หน้า 3"},
        {"code": "O2", "title": "งบประมาณ"},
        {"code": "O3", "title": "ไฟล์"},
    ]


def test_papers_are_named_by_what_they_belong_to() -> None:
    """An announcement of a plan, a round and a year: standard wording, named in the record, nothing missing."""
    start()
    new("progress", "2567-06")
    new("measures", "2567")
    for what, day in (("2566-2570", "30 กันยายน 2565"), ("2567-06", "๙ เม.ย. ๒๕๖๗"), ("2567", "2567-04-09")):
        assert new("paper", "--for", what, "--date", day).exit_code == 0

    assert read("2566-2570/plan.yml")["announcement"] == "adopt-2565"
    assert read("progress/2567-06.yml")["announcement"] == "report-2567-06"
    assert read("measures/2567.yml")["announcement"] == "measures-2567"
    assert find_problems() == ()
    with pytest.raises(EditError, match="อยู่แล้ว"):
        new("paper", "--for", "2567-06", "--date", "9 เมษายน 2567")


def test_paper_that_lacks_something_says_what() -> None:
    """An order needs its members; the check tells so and nothing else."""
    start()
    new("paper", "--for", "2566-2570", "--kind", "คำสั่ง", "--number", "9/2565", "--date", "5 สิงหาคม 2565")

    (problem,) = find_problems()
    assert (problem.rule, problem.fix) == ("incomplete-paper", "เพิ่ม members")


def test_amendments_are_counted_by_kind() -> None:
    """The number goes on by itself, and the plan's file keeps the rest."""
    start()
    before = Path("plans/nongdee/2566-2570/plan.yml").read_text(encoding="utf-8")
    for kind in ("เพิ่มเติม", "แก้ไข", "เพิ่มเติม"):
        new("amendment", "--kind", kind, "--date", "1 มีนาคม 2567", "--summary", f"สิ่งที่{kind}")

    amendments = read("2566-2570/plan.yml")["amendments"]
    assert isinstance(amendments, list)
    assert [(item["kind"], item["number"]) for item in amendments] == [("เพิ่มเติม", "1"), ("แก้ไข", "1"), ("เพิ่มเติม", "2")]
    assert Path("plans/nongdee/2566-2570/plan.yml").read_text(encoding="utf-8").startswith(before.rstrip())
    assert find_problems() == ()


@pytest.mark.parametrize(
    "arguments",
    [("lao", *WHO), ("plan", "--pick", "1"), ("progress", "2567-06"), ("measures", "2567"), ("oit", "2567")],
)
def test_nothing_is_written_over(arguments: tuple[str, ...]) -> None:
    """A second time is told, and what a clerk filled in stays."""
    start()
    new("progress", "2567-06")
    new("measures", "2567")
    new("oit", "2567")
    before = {path: path.read_bytes() for path in Path("plans").rglob("*.yml")}

    with pytest.raises(EditError, match="อยู่แล้ว จึงไม่เขียนทับ"):
        new(*arguments)

    assert {path: path.read_bytes() for path in Path("plans").rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("progress", "2567-6เดือน"), "ไม่ใช่รอบ"),
        (("progress", "2575-06"), "ไม่มีแผนของปีงบประมาณ 2575"),
        (("measures", "67"), "ไม่ใช่ปีงบประมาณ"),
        (("oit", "68"), "ไม่ใช่ปีการประเมิน"),
        (("paper", "--for", "2567-06"), "ไม่มี progress/2567-06.yml"),
        (("paper", "--for", "2566-2570", "--kind", "บันทึกข้อความ"), "ไม่มีที่อ้างถึง"),
        (("paper", "--kind", "ประกาศ"), "--date"),
        (("paper", "--kind", "ประกาศ", "--date", "1 มีนาคม 2567"), "--id"),
        (("plan", "--period", "2566-2570"), "--pick"),
        (("paper", "--for", "2566-2570", "--date", "30 ก.พ. 2567"), "ไม่มีวันนี้ในปฏิทิน"),
        (("plan", "--period", "2566"), "ช่วงปี"),
        (("plan", "--period", "2571-2575", "--pick", "1"), "ไม่ต้องระบุ --pick"),
        (("amendment", "--kind", "แก้ไข", "--date", "1 มีนาคม 2567", "--summary", " "), "ว่างไม่ได้"),
        (
            ("amendment", "--kind", "แก้ไข", "--date", "1 มีนาคม 2567", "--summary", "ก", "--paper", "no"),
            "ไม่มี papers/no.yml",
        ),
        (("plan", "--period", "2569-2573"), "ซ้อนกับแผน 2566-2570"),
        (("lao", *WHO[:-1], "taken"), "ต้องเป็นโฟลเดอร์ ไฟล์ทั้งหมดคงเดิม"),
        ((*_PAPER, "--id", "nul", "--subject", "เรื่องหนึ่ง"), "Windows"),
        ((*_PAPER, "--id", "a", "--subject", "เรื่อง\nหนึ่ง"), "บรรทัดเดียว"),
        ((*_PAPER, "--id", "a", "--subject", "เรื่อง", "--number", "1\x1b"), "มองไม่เห็น"),
        (("site", "web", *WHO, "--workflow", f"../prongsai@{'0' * 40}"), "40 ตัว"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], words: str) -> None:
    """In Thai, with what would be right."""
    start()

    Path("plans/taken").touch()
    before = {path: path.read_bytes() for path in Path().rglob("*.yml")}

    with pytest.raises(ProngsaiError, match=re.escape(words)):
        new(*arguments)

    assert {path: path.read_bytes() for path in Path().rglob("*.yml")} == before


def test_plan_that_cannot_be_read_is_mended_first() -> None:
    """Another plan would not help."""
    start()
    path = Path("plans/nongdee/2566-2570/plan.yml")
    path.write_text(path.read_text(encoding="utf-8") + "goals: {\n", encoding="utf-8")

    with pytest.raises(ProngsaiError, match="prongsai check"):
        new("amendment", "--kind", "แก้ไข", "--date", "1 มีนาคม 2567", "--summary", "แก้คำ")


def test_paper_is_written_with_its_mention_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the record that names it cannot be written, there is no paper that nobody names."""
    start()
    before = Path("plans/nongdee/2566-2570/plan.yml").read_bytes()
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.name == "plan.yml":
            raise PermissionError(13, "locked", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EditError, match="ไฟล์ทั้งหมดคงเดิม"):
        new("paper", "--for", "2566-2570", "--date", "1 มีนาคม 2567")

    assert Path("plans/nongdee/2566-2570/plan.yml").read_bytes() == before
    assert sorted(path.name for path in Path("plans/nongdee").iterdir()) == ["2566-2570", "lao.yml"]


def test_round_of_a_real_plan_is_whole(folder: Path) -> None:
    """A plan with cards, amendments and projects that ended gives the projects in force in its order."""
    shutil.copytree(MADE_UP_PLANS / "nongsaeng", folder / "plans" / "nongsaeng")
    before = find_problems()
    new("progress", "2568-06")

    document, _ = parse_yaml(Path("plans/nongsaeng/progress/2568-06.yml").read_text(encoding="utf-8"), "")
    ids = [item["project"] for item in document.data["projects"]]
    assert "p04" not in ids
    assert {"p14", "p15", "no-gift"} <= set(ids)
    assert find_problems() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.slow
def test_answers_on_a_terminal(folder: Path) -> None:
    """Asked in Thai; a wrong answer is explained and asked again."""
    import pty  # noqa: PLC0415 - not on Windows

    main, terminal = pty.openpty()
    answers = ["เทศบาลตำบล", "ตำบลหนองดี", "หนองดี", "ขอนแก่น", "เมือง", "nongdee"]
    process = subprocess.Popen(
        [sys.executable, "-m", "prongsai.cli.main", "new", "lao"],
        cwd=folder, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    os.write(main, ("\n".join(answers) + "\n").encode())
    output, _ = process.communicate(timeout=60)
    os.close(main)
    os.close(terminal)

    assert process.returncode == 0, output.decode()
    assert "เขียนเพียง หนองดี" in output.decode()
    assert Path("plans/nongdee/lao.yml").is_file()
    assert find_problems() == ()
