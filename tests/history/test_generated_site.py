"""The history in the pages that are generated: there when it can be read, the same for the same commits."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from made_repository import LAO, NEEDS_GIT, MadeRepository
from prongsai.cli.main import cli

pytestmark = NEEDS_GIT
CARD_FILE = "nongdee/2566-2570/projects/p01.yml"


@pytest.fixture
def made(tmp_path: Path) -> MadeRepository:
    """Return a repository with one LAO and one change."""
    repository = MadeRepository(tmp_path / "site")
    repository.begin()
    repository.change(CARD_FILE, "20000", "35000")
    repository.commit("x\n\nเหตุผล: ตามเทศบัญญัติ")
    return repository


def generate(made: MadeRepository, *options: str, content: str = "content") -> dict[str, bytes]:
    """Write the pages, and return every file below the LAO's address but the record."""
    folder = made.folder.parent / content
    options = ("generate", "--plans", str(made.plans), "--content", str(folder), *options)
    result = CliRunner().invoke(cli, options)
    assert result.exit_code == 0, result.output
    files = (path for path in (folder / "nongdee").rglob("*") if path.is_file() and path.name != ".prongsai.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_pages_tell_of_a_change(made: MadeRepository) -> None:
    """The LAO's page, the year's, the project's and both files have it, with its reason."""
    files = generate(made)
    names = ("history/index.md", "history/2567.md", "2566-2570/projects/p01.md")

    assert [name for name in names if "๓๕,๐๐๐ บาท".encode() not in files[f"nongdee/{name}"]] == []
    assert [name for name in names if "ตามเทศบัญญัติ".encode() not in files[f"nongdee/{name}"]] == []
    assert [name for name in names if b"changes.csv" not in files[f"nongdee/{name}"]] == []
    assert b"35000" in files["nongdee/history/nongdee-changes.csv"]
    assert b"35000" in files["nongdee/history/nongdee-changes.json"]


@pytest.mark.slow
def test_other_commits_change_no_byte(made: MadeRepository) -> None:
    """What a commit did to other LAOs, or beside the plans, is not seen here."""
    before = generate(made)
    made.write("maimai/lao.yml", LAO.replace("หนองดี", "ใหม่ใหม่"))
    made.commit()
    (made.folder / "README.md").write_text("อ่าน", encoding="utf-8")
    made.commit()

    assert generate(made) == before
    assert generate(made, "--lao", "nongdee", content="alone") == before


def test_history_can_be_left_out(made: MadeRepository) -> None:
    """Two states of the data are compared without it."""
    files = generate(made, "--no-history")

    assert "nongdee/history/nongdee-changes.csv" not in files
    assert "โดยไม่ได้อ่านประวัติ".encode() in files["nongdee/history/index.md"]
    assert "ประวัติการแก้ไข {#history}".encode() not in files["nongdee/2566-2570/projects/p01.md"]
