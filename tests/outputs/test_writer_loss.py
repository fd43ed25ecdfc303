"""The writer after a lost record, a killed run, and another run beside it."""

from __future__ import annotations

from pathlib import Path

from prongsai.outputs.artifact import hold
from prongsai.outputs.pages.page import Page
from prongsai.outputs.record import NAME
from prongsai.outputs.writer import Writer

PAGE = hold("a/x/index.md", Page("a/x/index.md", "ก", "ก", "# ก", lao="a").render().encode())
PAPER = hold("a/x/x.pdf", b"%PDF-1")


def write(content: Path, *papers: bytes) -> None:
    """Write a page, and its paper in some version or not at all."""
    with Writer(content, "a") as writer:
        writer.write("pdf", [hold(PAPER.path, data) for data in papers])
        writer.write("pages", [PAGE])
        writer.settle()


def test_paper_that_is_not_wanted_after_a_loss_goes(tmp_path: Path) -> None:
    """It bears the name of a page of ours; what a person placed beside it stays, and the paper can come back."""
    write(tmp_path, b"%PDF-1")
    (tmp_path / "a" / "x" / "own.pdf").write_bytes(b"own")
    (tmp_path / "a" / NAME).unlink()
    write(tmp_path)

    assert not (tmp_path / PAPER.path).exists()
    assert (tmp_path / "a" / "x" / "own.pdf").exists()
    write(tmp_path, b"%PDF-2")
    assert (tmp_path / PAPER.path).read_bytes() == b"%PDF-2"


def test_papers_of_an_lao_that_is_gone_go_after_a_loss(tmp_path: Path) -> None:
    """Pages and papers go together."""
    write(tmp_path, b"%PDF-1")
    (tmp_path / "a" / NAME).unlink()
    with Writer(tmp_path, "a") as writer:
        writer.remove_all()

    assert not (tmp_path / "a").exists()


def test_file_of_a_killed_run_goes_when_it_is_not_wanted(tmp_path: Path) -> None:
    """A run that wrote a new version and was killed before it could say so leaves nothing for ever."""
    write(tmp_path, b"%PDF-1")
    writer = Writer(tmp_path, "a")
    writer.write("pdf", [hold(PAPER.path, b"%PDF-2")])  # and no end: the record is that of the beginning
    assert (tmp_path / PAPER.path).read_bytes() == b"%PDF-2"
    write(tmp_path)

    assert not (tmp_path / PAPER.path).exists()


def test_same_bytes_are_nobody_s(tmp_path: Path) -> None:
    """A file that another run of ours wrote meanwhile does not stop the build."""
    write(tmp_path)
    (tmp_path / PAPER.path).write_bytes(b"%PDF-1")
    write(tmp_path, b"%PDF-1")

    assert (tmp_path / PAPER.path).read_bytes() == b"%PDF-1"
