"""Files that are no workbooks, or dangerous ones: a Thai sentence, soon, and nothing written."""

from __future__ import annotations

import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from prongsai.exceptions import SheetError
from prongsai.sheets.package import MAX_FILE
from prongsai.sheets.reader import read_sheets


def rewrite(path: Path, name: str, data: bytes) -> None:
    """Replace or add a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in {**parts, name: data}.items():
            archive.writestr(part, content)


def bomb(path: Path) -> None:
    """100 MB of spaces in a sheet."""
    rewrite(path, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 100_000_000 + b"</worksheet>")


def entities(path: Path) -> None:
    """Entities that grow."""
    start = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    rewrite(path, "xl/worksheets/sheet1.xml", start.encode())


def macro(path: Path) -> None:
    """A program inside."""
    rewrite(path, "xl/vbaProject.bin", b"x")


def password(path: Path) -> None:
    """What Excel saves with a password, and what old versions saved."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000)


def picture(path: Path) -> None:
    """A picture with the wrong ending."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 500)


def cut(path: Path) -> None:
    """Half a download."""
    path.write_bytes(path.read_bytes()[:3_000])


def large(path: Path) -> None:
    """More than any workbook of ours."""
    with path.open("ab") as file:
        file.truncate(MAX_FILE + 1)


def broken(path: Path) -> None:
    """XML that is none."""
    rewrite(path, "xl/worksheets/sheet1.xml", b"<worksheet><c></worksheet>")


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "bomb": (bomb, "เกิน 12 MB"), "entities": (entities, "DOCTYPE"), "macro": (macro, "มาโคร"),
    "password": (password, "รหัสผ่าน"), "picture": (picture, "ไม่ใช่ไฟล์ Excel"), "cut": (cut, "ไม่ใช่ไฟล์ Excel"),
    "large": (large, "ใหญ่เกิน 20 MB"), "broken": (broken, "ไม่ใช่ไฟล์ Excel"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_refused_soon_and_in_thai(name: str, tmp_path: Path) -> None:
    """Within two seconds of work, and without taking much memory."""
    make, words = CASES[name]
    path = tmp_path / "ไฟล์.xlsx"
    openpyxl.Workbook().save(path)
    make(path)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()

    with pytest.raises(SheetError, match=words):
        read_sheets(path)

    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KB


@pytest.mark.parametrize("name", ["a.xls", "a.xlsm", "a.ods", "a.pdf", "a"])
def test_other_endings_are_told_how_to_save(name: str, tmp_path: Path) -> None:
    """Each says what to do with it."""
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(SheetError, match=r"วิธีแก้: (เปิดด้วย Excel|ใช้ไฟล์)"):
        read_sheets(tmp_path / name)


@pytest.mark.parametrize("data", [b"\0\0\0\0", b"\x81\x8d\x8f", b'"' + b"a" * 200_000])
def test_csv_that_is_no_table(data: bytes, tmp_path: Path) -> None:
    """Bytes that are no text, and a cell without end."""
    path = tmp_path / "a.csv"
    path.write_bytes(data)

    with pytest.raises(SheetError, match="วิธีแก้"):
        read_sheets(path)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """The system's reason, in Thai."""
    for name in ("a.xlsx", "a.csv"):
        with pytest.raises(SheetError, match="ไม่พบไฟล์"):
            read_sheets(tmp_path / name)
