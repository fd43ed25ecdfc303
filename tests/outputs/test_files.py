"""The published copies of an LAO's files: those that published records name, without what they tell of their making."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from paper_records import ANNOUNCEMENT, MEMO, make_dossier
from PIL import Image
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.files import describe_files, list_artifacts, list_published_files
from prongsai.outputs.originals import read_published
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.record import Entry


def make_photo(path: Path) -> None:
    """Write a photo that lies on its side and tells place and camera."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    Image.new("RGB", (20, 10), "red").save(path, exif=exif, comment=b"secret")


def make_shelf() -> Shelf:
    """Return an LAO with a seal, an emblem, a public paper and a memo that is kept inside."""
    papers = {
        "adopt": ANNOUNCEMENT.model_copy(update={"signed": "files/ประกาศ.pdf"}),
        "memo": MEMO.model_copy(update={"signed": "files/memo.pdf", "public": False}),
    }
    evidence = ({"title": "ภาพ", "file": "files/photo.jpg"},)
    report = {"projects": ({"project": "p01", "status": "done", "evidence": evidence},)}
    return Shelf(
        Ledger(make_dossier(plan={}, report=report, papers=papers, seal="files/seal.png", emblem="files/emblem.png"))
    )


def make_pages(folder: Path) -> LaoPages:
    """Return the LAO's pages, its files in a folder."""
    return LaoPages(make_shelf(), folder=folder, today=dt.date(2026, 1, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return an LAO's folder with its files."""
    (tmp_path / "files").mkdir()
    for name in ("ประกาศ.pdf", "memo.pdf", "unused.pdf"):
        (tmp_path / "files" / name).write_bytes(b"%PDF-1.4")
    for name in ("seal.png", "emblem.png"):
        Image.new("RGB", (4, 4)).save(tmp_path / "files" / name)
    make_photo(tmp_path / "files" / "photo.jpg")
    return tmp_path


def test_only_files_of_published_records_are_published() -> None:
    """A memo that is kept inside keeps its scan inside; the emblem stands on papers only."""
    assert list_published_files(make_shelf()) == ["files/photo.jpg", "files/seal.png", "files/ประกาศ.pdf"]


def test_files_stand_below_the_lao(folder: Path) -> None:
    """Their published path is the LAO's slug and the path in its folder; their bytes are the file's."""
    artifacts = {artifact.path: artifact for artifact in list_artifacts(make_pages(folder))}

    assert list(artifacts) == ["nongsaeng/files/photo.jpg", "nongsaeng/files/seal.png", "nongsaeng/files/ประกาศ.pdf"]
    assert artifacts["nongsaeng/files/ประกาศ.pdf"].make() == b"%PDF-1.4"


def test_changed_file_has_another_key(folder: Path) -> None:
    """Equal files need not be copied again, another one must."""
    keys = [artifact.key for artifact in list_artifacts(make_pages(folder))]
    (folder / "files/ประกาศ.pdf").write_bytes(b"%PDF-1.5")
    after = [artifact.key for artifact in list_artifacts(make_pages(folder))]

    assert (keys[:2], len(set(keys))) == (after[:2], 3)
    assert keys[2] != after[2]


def test_picture_loses_its_metadata_and_stands_upright(folder: Path) -> None:
    """A published picture carries no place, camera or time, and is turned as its camera said."""
    with Image.open(BytesIO(read_published(folder / "files/photo.jpg"))) as published:
        assert published.size == (10, 20)
        assert not published.getexif()
        assert "comment" not in published.info


@pytest.mark.parametrize(("size", "text"), [(10, "PDF, 1 KB"), (119_600, "PDF, 120 KB"), (1_250_000, "PDF, 1.2 MB")])
def test_file_is_told_with_kind_and_size(folder: Path, size: int, text: str) -> None:
    """A reader on a phone knows what a link costs: the size of the copy, not of what it was made of."""
    lao = LaoPages(make_shelf(), folder=folder, today=dt.date(2026, 1, 1))
    written = [(artifact, Entry(size=size)) for artifact in list_artifacts(lao)]

    assert describe_files(lao, written)["files/ประกาศ.pdf"] == text
