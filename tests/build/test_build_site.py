"""Writing a whole site: what comes and goes with an LAO, and what a person placed."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.exceptions import HandWrittenPageError
from prongsai.outputs.record import NAME
from prongsai.outputs.writer import Written

TODAY = dt.date(2024, 1, 1)
FILES = {
    "lao.yml": "type: เทศบาลตำบล\nname: {name}\nprovince: เชียงราย\ncolour: '#1a5fb4'\n",
    "2566-2570/plan.yml": "announcement: adopt\nprojects:\n  - {id: p01, number: 1, name: โครงการอบรม, mission: 1.1, budget: 100}\n",
    "papers/adopt.yml": "kind: ประกาศ\ndate: 27 กันยายน 2565\n",
    "progress/2566-12.yml": "announcement: report\nprojects:\n  - {project: p01, status: done, disbursed: 100, results: อบรมแล้ว}\n",
    "papers/report.yml": "kind: ประกาศ\ndate: 19 ตุลาคม 2566\n",
}

_NAMES = {"maesai": "แม่สาย", "maechan": "แม่จัน"}


class Project:
    """A folder with plans and content."""

    def __init__(self, folder: Path) -> None:
        """Begin with one LAO, or take what is there."""
        self.folder = folder
        self.plans = folder / "plans"
        self.content = folder / "content"
        if not self.plans.exists():
            self.add("maesai")

    def add(self, slug: str) -> None:
        """Add an LAO."""
        for name, text in FILES.items():
            path = self.plans / slug / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("{name}", _NAMES[slug]), encoding="utf-8")

    def place(self, path: str, text: str = "ของเรา") -> None:
        """Put a file into the content folder as a person does."""
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding="utf-8")

    def build(self, *, makes_papers: bool = False) -> Written:
        """Write the site."""
        checked = check_plans(self.plans)
        assert checked.is_publishable()
        written, _ = write_site(checked, self.content, Settings(TODAY, "ทดสอบ", makes_papers=makes_papers))
        return written

    def read(self) -> dict[str, bytes]:
        """Return the bytes of every file but the records."""
        files = (path for path in self.content.rglob("*") if path.is_file() and path.name != NAME)
        return {path.relative_to(self.content).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with one LAO."""
    return Project(tmp_path)


@pytest.fixture(scope="module")
def printed_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Write the site of one LAO with its papers once."""
    project = Project(tmp_path_factory.mktemp("printed"))
    assert "maesai/2566-2570/maesai-plan-2566-2570.pdf" in project.build(makes_papers=True).changed
    return project


@pytest.fixture
def printed_project(printed_once: Project, tmp_path: Path) -> Project:
    """Return such a project, with papers written, to be changed."""
    return Project(shutil.copytree(printed_once.folder, tmp_path / "printed"))


@pytest.mark.slow
def test_second_build_writes_nothing(printed_project: Project) -> None:
    """Unchanged data change no file, papers included."""
    assert printed_project.build(makes_papers=True) == Written()


def test_change_of_one_lao_touches_no_other(project: Project) -> None:
    """Only its own pages and the site's lists are written."""
    project.add("maechan")
    project.build()
    lao = project.plans / "maesai" / "lao.yml"
    lao.write_text(lao.read_text(encoding="utf-8").replace("แม่สาย", "แม่สายใหม่"), encoding="utf-8")

    changed = project.build().changed

    assert "maesai/index.md" in changed
    assert [path for path in changed if path.startswith("maechan/")] == []


def test_undone_new_name_gives_back_every_page(project: Project) -> None:
    """Where the site had pages that lead to the new name, the LAO's own stand again."""
    project.build()
    before = project.read()
    lao = project.plans / "maesai" / "lao.yml"
    old = lao.read_text(encoding="utf-8")
    lao.write_text(f"{old}aliases: [maesai]\n", encoding="utf-8")
    (project.plans / "maesai").rename(project.plans / "maesai-new")
    project.build()
    assert b"maesai-new" in project.read()["maesai/index.md"]

    (project.plans / "maesai-new").rename(project.plans / "maesai")
    lao.write_text(old, encoding="utf-8")
    project.build()

    assert project.read() == before


@pytest.mark.slow
def test_removed_lao_goes_and_a_person_s_file_stays(printed_project: Project) -> None:
    """All that was written for it goes, its papers included; what somebody put into its folder does not."""
    project = printed_project
    project.add("maechan")
    project.build(makes_papers=True)
    project.place("maechan/own.pdf")
    project.place("maechan/announcements/photo.jpg")
    shutil.rmtree(project.plans / "maechan")

    written = project.build(makes_papers=True)

    left = {path for path in project.read() if path.startswith("maechan/")}
    assert left == {"maechan/own.pdf", "maechan/announcements/photo.jpg"}
    assert "maechan/2566-2570/maechan-plan-2566-2570.pdf" in written.removed
    assert project.build(makes_papers=True) == Written()


def test_lao_that_cannot_be_read_keeps_its_pages(project: Project) -> None:
    """A slip in lao.yml does not take a published LAO off the site: nothing is written at all."""
    project.build()
    before = project.read()
    (project.plans / "maesai" / "lao.yml").write_text("type: [\n", encoding="utf-8")

    checked = check_plans(project.plans)
    write_site(checked, project.content, Settings(TODAY, "ทดสอบ"))

    assert not checked.is_publishable()
    assert {path: data for path, data in project.read().items() if path.startswith("maesai/")} == {
        path: data for path, data in before.items() if path.startswith("maesai/")
    }


def test_placed_file_is_never_touched(project: Project) -> None:
    """Whether it was there before the first build or came later, and whatever the LAO switches off or removes."""
    placed = {
        path: "ของเรา".encode()
        for path in (
            "rules/manual.pdf", "maesai/own.pdf", "maesai/2566-2570/projects/photo.jpg", "about/index.md", "schemas/note.txt",
        )
    }  # fmt: skip
    for path in placed:
        project.place(path)
    project.build()
    lao = project.plans / "maesai" / "lao.yml"
    lao.write_text(lao.read_text(encoding="utf-8") + "pdf: ไม่\n", encoding="utf-8")
    project.build()
    shutil.rmtree(project.plans / "maesai")
    project.build()

    assert {path: data for path, data in project.read().items() if path in placed} == placed


@pytest.mark.parametrize(
    "path",
    [
        "maesai/2566-2570/maesai-plan-2566-2570.pdf",
        "maesai/assets/colours.css",
        "maesai/oit/maesai-oit-2566.csv",
        "schemas/lao.schema.json",
    ],
)
def test_placed_file_in_the_way_is_told(project: Project, path: str) -> None:
    """A file where one of ours belongs is not written over, whichever output wants the place."""
    project.place(path)

    with pytest.raises(HandWrittenPageError, match=path):
        project.build(makes_papers=path.endswith(".pdf"))

    assert (project.content / path).read_text(encoding="utf-8") == "ของเรา"


@pytest.mark.slow
def test_switching_papers_off_removes_them(printed_project: Project) -> None:
    """``pdf: ไม่`` takes PDF and Word files away and leaves the pages without their links."""
    project = printed_project
    lao = project.plans / "maesai" / "lao.yml"
    lao.write_text(lao.read_text(encoding="utf-8") + "pdf: ไม่\n", encoding="utf-8")

    project.build(makes_papers=True)

    left = project.read()
    assert [path for path in left if path.endswith((".pdf", ".docx"))] == []
    assert b"2566-2570.pdf" not in left["maesai/2566-2570/index.md"]


@pytest.mark.slow
def test_lost_record_does_no_harm(printed_project: Project) -> None:
    """The next build ends with the same bytes, removes nothing, and the one after it again keeps all in order."""
    project = printed_project
    project.place("maesai/own.pdf")
    before = project.read()
    for unit, damage in (("maesai", b"\x00\xff"), ("", b"[]")):
        record = project.content / unit / NAME
        assert record.is_file()
        record.write_bytes(damage)

    assert project.build(makes_papers=True) == Written()
    assert project.read() == before
    assert project.build(makes_papers=True) == Written()


@pytest.mark.slow
def test_preview_after_a_lost_record_does_no_harm(printed_project: Project) -> None:
    """A run that makes no papers in between takes nothing away, and the next build ends as before."""
    project = printed_project
    before = project.read()
    (project.content / "maesai" / NAME).unlink()
    project.build()

    project.build(makes_papers=True)

    assert project.read() == before


def test_pages_of_an_older_version_go(project: Project) -> None:
    """Pages that were written before there was a record, at addresses that are gone, do not stay published."""
    project.build()
    (project.content / "maesai" / NAME).unlink()
    page = (project.content / "maesai/2566-2570/index.md").read_bytes()
    (project.content / "maesai/plan").mkdir()
    (project.content / "maesai/plan/index.md").write_bytes(page)

    assert project.build().removed == ["maesai/plan/index.md"]


def test_one_lao_alone_writes_the_same_bytes(project: Project, tmp_path: Path) -> None:
    """What stands below an LAO's address does not depend on other LAOs."""
    alone = Project(tmp_path / "alone")
    alone.build()
    project.add("maechan")
    project.build()

    assert {path: data for path, data in alone.read().items() if path.startswith("maesai/")} == {
        path: data for path, data in project.read().items() if path.startswith("maesai/")
    }
