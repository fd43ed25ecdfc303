"""The papers of a build: only what changed is made, and nothing outdated is shown or left behind."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection
from pathlib import Path

import pikepdf
import pytest
from conftest import MADE_UP_PLANS, Site
from mkdocs.config import load_config
from printed_papers import list_plan_documents, print_document, print_documents
from prongsai.build.checked import Checked, check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import print_papers, write_site
from prongsai.exceptions import OutputError, UnknownPaperError
from prongsai.outputs.pdf import output
from prongsai.outputs.pdf.typesetter import Typesetter

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
TODAY = dt.date(2024, 1, 1)
ADOPTION = f"{LAO}/announcements/adopt-2565"
FILES = f"{LAO}/announcements/{LAO}-paper-adopt-2565"
BOTH = [
    f"{FILES}.docx",
    f"{FILES}.pdf",
    f"{LAO}/announcements/{LAO}-paper-report-2566-12.docx",
    f"{LAO}/announcements/{LAO}-paper-report-2566-12.pdf",
]


def make_folder(folder: Path) -> Path:
    """Return a project folder with one LAO that has two papers and no plan."""
    source, target = MADE_UP_PLANS / LAO, folder / "plans" / LAO
    (target / "papers").mkdir(parents=True)
    text = "type: องค์การบริหารส่วนตำบล\nname: หนองแสงทอง\nprovince: สมมติ\nsample: ใช่\n"
    (target / "lao.yml").write_text(text, encoding="utf-8")
    shutil.copytree(source / "files", target / "files")
    for name in ("adopt-2565", "report-2566-12"):
        shutil.copy(source / "papers" / f"{name}.yml", target / "papers")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return such a folder in which nothing was made."""
    return make_folder(tmp_path)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build its site with all papers."""
    folder = make_folder(tmp_path_factory.mktemp("built"))
    build(folder)
    return folder


@pytest.fixture
def built_folder(built_once: Path, tmp_path: Path) -> Path:
    """Return such a folder with all papers and pages, to be changed."""
    return shutil.copytree(built_once, tmp_path / "built")


def check(folder: Path) -> Checked:
    """Read and check the LAO; its data have no errors."""
    checked = check_plans(folder / "plans")
    assert checked.is_publishable()
    return checked


def print_all(folder: Path, only: Collection[str] = ()) -> list[str]:
    """Make the papers that are not up to date and return which these were."""
    return sorted(print_papers(check(folder), folder / "content", only=only))


def build(folder: Path, *, makes_papers: bool = True) -> None:
    """Write the site as the plugin does."""
    write_site(check(folder), folder / "content", Settings(TODAY, makes_papers=makes_papers))


def edit(folder: Path, path: str, old: str, new: str) -> None:
    """Replace text in a file of the LAO."""
    file = folder / "plans" / LAO / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def list_files(folder: Path) -> list[str]:
    """Return the PDF and Word files in ``content/``."""
    found = (path for kind in ("*.pdf", "*.docx", ".*.tmp") for path in (folder / "content").rglob(kind))
    return sorted(path.relative_to(folder / "content").as_posix() for path in found if "/files/" not in path.as_posix())


def test_all_papers_are_printed(folder: Path) -> None:
    """Without a name every paper is printed, PDF and Word."""
    assert print_all(folder) == BOTH
    assert list_files(folder) == BOTH


@pytest.mark.parametrize("name", [f"{ADOPTION}/", ADOPTION, f"{FILES}.pdf", f"{FILES}.docx", f"{ADOPTION}.md"])
def test_one_paper_is_printed(folder: Path, name: str) -> None:
    """A paper is named by its page's address, its page or one of its files."""
    assert print_all(folder, [name]) == BOTH[:2]
    assert list_files(folder) == BOTH[:2]


def test_paper_is_the_same_whatever_was_set_before(folder: Path) -> None:
    """What Typst remembers of one paper changes no other."""
    documents = list(list_plan_documents(folder / "plans"))
    alone = [print_document(document).unfinished for document in documents]

    assert [paper.unfinished for paper in print_documents([*documents, *reversed(documents)])] == alone + alone[::-1]


def test_unknown_names_are_sorted(folder: Path) -> None:
    """The first unknown name in order is told, the same one each time, and nothing is printed."""
    with pytest.raises(UnknownPaperError, match="“a”"):
        print_all(folder, ["b", "a", ADOPTION])

    assert list_files(folder) == []


def test_nothing_to_do(built_folder: Path) -> None:
    """A second run writes nothing and touches no file."""
    before = {path: (built_folder / "content" / path).stat().st_mtime_ns for path in BOTH}

    assert print_all(built_folder) == []
    assert {path: (built_folder / "content" / path).stat().st_mtime_ns for path in BOTH} == before


def test_unchanged_papers_need_no_typesetter(built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all is up to date the typesetter is not even made."""
    monkeypatch.setattr(Typesetter, "__init__", None)

    assert print_all(built_folder) == []


def test_changed_text_prints_its_paper_again(built_folder: Path) -> None:
    """Only the paper whose words changed is printed."""
    edit(built_folder, "papers/adopt-2565.yml", "30 กันยายน", "29 กันยายน")

    assert print_all(built_folder) == BOTH[:2]


@pytest.mark.parametrize("change", ["emblem: files/seal.png", "sample: ไม่"], ids=["emblem", "mark"])
def test_what_a_paper_shows_prints_it_again(built_folder: Path, change: str) -> None:
    """A new emblem or the end of being an example changes every PDF."""
    edit(built_folder, "lao.yml", "sample: ใช่", change if change.startswith("sample") else f"sample: ใช่\n{change}")

    assert f"{FILES}.pdf" in print_all(built_folder)


def test_emblem_has_a_text(folder: Path) -> None:
    """The emblem of a letter is a figure that tells what it is."""
    edit(folder, "lao.yml", "sample: ใช่", "sample: ใช่\nemblem: files/seal.png")
    print_all(folder)
    with pikepdf.open(folder / "content" / f"{FILES}.pdf") as pdf:
        items = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        texts = [str(item.Alt) for item in items if item.get("/S") == "/Figure"]

    assert texts == ["ตรา"]


def test_broken_file_is_printed_again(built_folder: Path) -> None:
    """A PDF cut short is written anew."""
    target = built_folder / "content" / f"{FILES}.pdf"
    whole = target.read_bytes()
    target.write_bytes(whole[:1000])

    assert print_all(built_folder) == [f"{FILES}.pdf"]
    assert target.read_bytes() == whole


def test_current_file_is_linked_and_an_outdated_one_not(built_folder: Path) -> None:
    """A page links its PDF, with pages and size, only while both say the same."""
    page = built_folder / "content" / f"{ADOPTION}.md"
    assert "PDF, ๑ หน้า, " in page.read_text(encoding="utf-8")
    edit(built_folder, "papers/adopt-2565.yml", "30 กันยายน", "29 กันยายน")
    build(built_folder, makes_papers=False)

    text = page.read_text(encoding="utf-8")
    assert "paper-adopt-2565.pdf" not in text
    assert "paper-adopt-2565.docx" not in text


@pytest.mark.parametrize("makes_papers", [True, False], ids=["build", "preview"])
def test_papers_of_a_removed_record_disappear(built_folder: Path, *, makes_papers: bool) -> None:
    """The files of a paper that is gone go with its page, also where no papers are made."""
    (built_folder / "plans" / LAO / "papers" / "report-2566-12.yml").unlink()
    build(built_folder, makes_papers=makes_papers)

    assert list_files(built_folder) == BOTH[:2]


def test_papers_of_a_removed_lao_disappear(built_folder: Path) -> None:
    """Nothing stays of an LAO that is gone."""
    shutil.rmtree(built_folder / "plans" / LAO)
    build(built_folder)

    assert list_files(built_folder) == []


@pytest.mark.parametrize("makes_papers", [True, False], ids=["build", "preview"])
def test_switching_printing_off_removes_the_files(built_folder: Path, *, makes_papers: bool) -> None:
    """``pdf: ไม่`` takes files and links away; a name of one is not known any more."""
    edit(built_folder, "lao.yml", "sample: ใช่", "sample: ใช่\npdf: ไม่")
    build(built_folder, makes_papers=makes_papers)

    assert list_files(built_folder) == []
    text = (built_folder / "content" / f"{ADOPTION}.md").read_text(encoding="utf-8")
    assert "adopt-2565.pdf" not in text.replace("files/adopt-2565.pdf", "")
    with pytest.raises(UnknownPaperError):
        print_all(built_folder, [ADOPTION])


def test_interrupted_run_leaves_whole_files(built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop in the middle leaves each file old or new, and nothing half; the next run makes the rest."""
    old = {path: (built_folder / "content" / path).read_bytes() for path in BOTH}
    edit(built_folder, "lao.yml", "sample: ใช่", "sample: ไม่")
    original, calls = Path.replace, []

    def stop(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == 3:  # after the record of what is about to be written, and the first paper
            raise KeyboardInterrupt
        return original(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        print_all(built_folder)
    monkeypatch.undo()

    assert list_files(built_folder) == BOTH
    [changed] = [path for path in BOTH if (built_folder / "content" / path).read_bytes() != old[path]]
    assert sorted([changed, *print_all(built_folder)]) == BOTH
    assert print_all(built_folder) == []


def test_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """A file in the place of a folder is told in one sentence."""
    (folder / "content").write_text("ก", encoding="utf-8")

    with pytest.raises(OutputError, match=r"^เขียน .* ไม่ได้"):
        print_all(folder)


def test_key_follows_all_that_makes_a_pdf(built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New code, fonts or libraries make every PDF again; the same words need no new Word file."""
    calls = []
    set_paper = Typesetter.set
    monkeypatch.setattr(Typesetter, "set", lambda *args: calls.append(args) or set_paper(*args))
    monkeypatch.setattr(output, "_hash_tools", lambda: b"another version")

    assert print_all(built_folder) == [path for path in BOTH if path.endswith(".pdf")]
    assert len(calls) == 2


@pytest.mark.parametrize(("papers", "count"), [(True, 4), (False, 0)])
def test_build_prints_unless_told_not_to(tmp_path: Path, folder: Path, *, papers: bool, count: int) -> None:
    """``mkdocs build`` prints the papers beside their pages; the setting ``never`` prints none."""
    site = Site(tmp_path / "project")
    site.add(folder / "plans" / LAO)
    result = site.build(papers=papers)

    assert result.returncode == 0, result.stderr
    assert len(list_files(site.folder)) == count
    assert len(list((site.built / LAO / "announcements").glob("*.pdf"))) == count / 2


@pytest.mark.parametrize(("papers", "count"), [("build", 0), ("always", 4), ("never", 0)])
def test_preview_prints_only_when_asked(tmp_path: Path, folder: Path, papers: str, count: int) -> None:
    """``mkdocs serve`` prints nothing, unless ``papers: always``."""
    site = Site(tmp_path / "project")
    site.add(folder / "plans" / LAO)
    config = load_config(str(site.folder / "mkdocs.yml"), plugins=[{"prongsai": {"papers": papers}}])
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)

    assert len(list_files(site.folder)) == count
