"""``prongsai pdf`` and the papers of a build: only what changed, whole files, nothing outdated shown or left behind."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from conftest import MADE_UP_PLANS, ROOT, Site
from mkdocs.config import load_config

from generator import printing
from generator.build import check_plans, generate, print_papers
from generator.cli import FAILED, PROBLEMS, cli, main
from generator.exceptions import OutputError, UnknownPaperError
from generator.pdf.typesetter import Typesetter

LAO = "nongsaeng"
TODAY = dt.date(2024, 1, 1)
ADOPTION = f"{LAO}/announcements/adopt-2565"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a project folder with one LAO that has two papers and no plan."""
    monkeypatch.chdir(tmp_path)
    source, target = MADE_UP_PLANS / LAO, tmp_path / "plans" / LAO
    (target / "papers").mkdir(parents=True)
    text = "type: องค์การบริหารส่วนตำบล\nname: หนองแสงทอง\nprovince: สมมติ\nsample: ใช่\n"
    (target / "lao.yml").write_text(text, encoding="utf-8")
    shutil.copytree(source / "files", target / "files")
    for name in ("adopt-2565", "report-2566-12"):
        shutil.copy(source / "papers" / f"{name}.yml", target / "papers")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run ``prongsai pdf`` inside this process."""
    return CliRunner().invoke(cli, ["pdf", *arguments])


def edit(path: str, old: str, new: str) -> None:
    """Replace text in a file of the plans."""
    file = Path("plans") / LAO / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def list_files(folder: Path) -> list[str]:
    """Return the PDF and Word files in ``content/``."""
    found = (path for kind in ("*.pdf", "*.docx", "*.tmp") for path in (folder / "content").rglob(kind))
    return sorted(path.relative_to(folder / "content").as_posix() for path in found if "/files/" not in path.as_posix())


def build(folder: Path) -> None:
    """Print and generate as the plugin does."""
    checked = check_plans(folder / "plans")
    print_papers(checked, folder / "content")
    generate(checked, folder / "content", today=TODAY)


BOTH = [
    f"{ADOPTION}.docx",
    f"{ADOPTION}.pdf",
    f"{LAO}/announcements/report-2566-12.docx",
    f"{LAO}/announcements/report-2566-12.pdf",
]


def test_all_papers_are_printed(folder: Path) -> None:
    """Without a name every paper is printed, its file named on standard output."""
    result = run()
    assert result.exit_code == 0
    assert sorted(result.stdout.split()) == [f"content/{path}" for path in BOTH]
    assert "ทำใหม่ 4 ไฟล์" in result.stderr
    assert list_files(folder) == BOTH


@pytest.mark.parametrize("name", [f"{ADOPTION}/", ADOPTION, f"{ADOPTION}.pdf", f"{ADOPTION}.docx", f"{ADOPTION}.md"])
def test_one_paper_is_printed(folder: Path, name: str) -> None:
    """A paper is named by its page's address, its page or one of its files."""
    assert run(name).exit_code == 0
    assert list_files(folder) == BOTH[:2]


def test_an_unknown_paper_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that no paper has ends with one sentence and exit code 2, and prints nothing."""
    monkeypatch.setattr("sys.argv", ["prongsai", "pdf", "nongsaeng/plan/"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == FAILED
    assert "ไม่มีเอกสาร “nongsaeng/plan/”" in capsys.readouterr().err
    assert list_files(folder) == []


def test_unknown_names_are_sorted(folder: Path) -> None:
    """The first unknown name in order is told, the same one each time."""
    with pytest.raises(UnknownPaperError, match="“a”"):
        print_papers(check_plans(folder / "plans"), folder / "content", only=["b", "a"])


def test_nothing_to_do(folder: Path) -> None:
    """A second run writes nothing and touches no file."""
    run()
    before = {path: (folder / "content" / path).stat().st_mtime_ns for path in BOTH}
    result = run()
    assert result.stdout == ""
    assert "ทำใหม่ 0 ไฟล์ ที่เหลือเป็นปัจจุบันอยู่แล้ว" in result.stderr
    assert {path: (folder / "content" / path).stat().st_mtime_ns for path in BOTH} == before


@pytest.mark.usefixtures("folder")
def test_unchanged_papers_need_no_typesetter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all is up to date the typesetter is not even made."""
    run()
    monkeypatch.setattr(Typesetter, "__init__", None)
    assert run().exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_changed_text_prints_its_paper_again() -> None:
    """Only the paper whose words changed is printed."""
    run()
    edit("papers/adopt-2565.yml", "30 กันยายน", "29 กันยายน")
    assert sorted(run().stdout.split()) == [f"content/{path}" for path in BOTH[:2]]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("change", ["emblem: files/seal.png", "sample: ไม่"], ids=["emblem", "mark"])
def test_what_a_paper_shows_prints_it_again(change: str) -> None:
    """A new emblem or the end of being an example changes every PDF."""
    run()
    if change.startswith("sample"):
        edit("lao.yml", "sample: ใช่", change)
    else:
        edit("lao.yml", "sample: ใช่", f"sample: ใช่\n{change}")
    assert f"content/{ADOPTION}.pdf" in run().stdout.split()


def test_an_emblem_has_a_text(folder: Path) -> None:
    """The emblem of a letter is a figure that tells what it is."""
    edit("lao.yml", "sample: ใช่", "sample: ใช่\nemblem: files/seal.png")
    run()
    with pikepdf.open(folder / "content" / f"{ADOPTION}.pdf") as pdf:
        items = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        texts = [str(item.Alt) for item in items if item.get("/S") == "/Figure"]
    assert texts == ["ตรา"]


def test_a_broken_file_is_printed_again(folder: Path) -> None:
    """A PDF cut short has lost its identifier and is written anew."""
    run()
    target = folder / "content" / f"{ADOPTION}.pdf"
    target.write_bytes(target.read_bytes()[:1000])
    assert run().stdout.split() == [f"content/{ADOPTION}.pdf"]


def test_bad_data_print_nothing(folder: Path) -> None:
    """With an error in the data the last good files stay."""
    run()
    before = (folder / "content" / f"{ADOPTION}.pdf").read_bytes()
    edit("papers/adopt-2565.yml", "30 กันยายน พ.ศ. 2565", "31 กันยายน พ.ศ. 2565")
    result = run()
    assert result.exit_code == PROBLEMS
    assert "ไม่ได้ทำเอกสารใด เอกสารเดิมยังอยู่ครบ" in result.stderr
    assert (folder / "content" / f"{ADOPTION}.pdf").read_bytes() == before


def test_a_current_file_is_linked_and_an_outdated_one_not(folder: Path) -> None:
    """A page links its PDF only while both say the same."""
    page = folder / "content" / f"{ADOPTION}.md"
    build(folder)
    assert "adopt-2565.pdf" in page.read_text(encoding="utf-8").replace("files/adopt-2565.pdf", "")
    edit("papers/adopt-2565.yml", "30 กันยายน", "29 กันยายน")
    generate(check_plans(folder / "plans"), folder / "content", today=TODAY)
    text = page.read_text(encoding="utf-8").replace("files/adopt-2565.pdf", "")
    assert "adopt-2565.pdf" not in text
    assert "adopt-2565.docx" not in text


def test_papers_of_a_removed_record_disappear(folder: Path) -> None:
    """The files of a paper that is gone go with its page."""
    build(folder)
    (folder / "plans" / LAO / "papers" / "report-2566-12.yml").unlink()
    build(folder)
    assert list_files(folder) == BOTH[:2]


def test_papers_of_a_removed_lao_disappear(folder: Path) -> None:
    """Nothing stays of an LAO that is gone."""
    build(folder)
    shutil.rmtree(folder / "plans" / LAO)
    build(folder)
    assert list_files(folder) == []


def test_switching_printing_off_removes_the_files(folder: Path) -> None:
    """``pdf: ไม่`` takes files and links away."""
    build(folder)
    edit("lao.yml", "sample: ใช่", "sample: ใช่\npdf: ไม่")
    build(folder)
    assert list_files(folder) == []


def test_files_written_by_hand_elsewhere_stay(folder: Path) -> None:
    """A PDF of a hand-written folder is nobody's paper."""
    build(folder)
    own = folder / "content" / "about" / "คู่มือ.pdf"
    own.parent.mkdir()
    own.write_bytes(b"%PDF")
    build(folder)
    assert own.is_file()


def test_an_interrupted_run_leaves_whole_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop in the middle leaves each file old or new, and nothing half."""
    run()
    old = {path: (folder / "content" / path).read_bytes() for path in BOTH}
    edit("lao.yml", "sample: ใช่", "sample: ไม่")
    original, calls = Path.write_bytes, []

    def stop(self: Path, data: bytes) -> int:
        if self.suffix == ".tmp":
            calls.append(self)
            if len(calls) == 3:
                original(self, data[: len(data) // 2])
                raise KeyboardInterrupt
        return original(self, data)

    monkeypatch.setattr(Path, "write_bytes", stop)
    with pytest.raises(KeyboardInterrupt):
        print_papers(check_plans(folder / "plans"), folder / "content")
    monkeypatch.undo()
    assert list_files(folder) == BOTH
    changed = [path for path in BOTH if (folder / "content" / path).read_bytes() != old[path]]
    assert len(changed) == 2
    run()
    assert run().stdout == ""


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """A file in the place of a folder is told in one sentence."""
    (folder / "content").write_text("ก", encoding="utf-8")
    with pytest.raises(OutputError, match=r"^เขียน .* ไม่ได้"):
        print_papers(check_plans(folder / "plans"), folder / "content")


@pytest.mark.usefixtures("folder")
def test_the_key_follows_all_that_makes_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """New code, fonts or libraries print every paper again."""
    run()
    monkeypatch.setattr(printing, "_hash_tools", lambda: b"another version")
    assert sorted(path for path in run().stdout.split() if path.endswith(".pdf")) == [
        f"content/{path}" for path in BOTH if path.endswith(".pdf")
    ]


@pytest.mark.parametrize(("papers", "count"), [(True, 4), (False, 0)])
def test_a_build_prints_unless_told_not_to(tmp_path: Path, folder: Path, *, papers: bool, count: int) -> None:
    """``mkdocs build`` prints the papers beside their pages; the setting ``never`` prints none."""
    site = Site(tmp_path / "project")
    site.add(folder / "plans" / LAO)
    result = site.build(papers=papers)
    assert result.returncode == 0, result.stderr
    assert len(list_files(site.folder)) == count
    assert len(list((site.built / LAO / "announcements").glob("*.pdf"))) == count / 2


@pytest.mark.parametrize(("papers", "count"), [("build", 0), ("always", 4), ("never", 0)])
def test_the_preview_prints_only_when_asked(folder: Path, papers: str, count: int) -> None:
    """``mkdocs serve`` prints nothing, unless ``papers: always``."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content").mkdir()
    config = load_config(
        str(folder / "mkdocs.yml"), theme={"name": "mkdocs"}, plugins=[{"prongsai": {"papers": papers}}]
    )
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)
    assert len(list_files(folder)) == count
