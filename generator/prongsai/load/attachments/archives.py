"""ZIP attachments, and the documents of Word and Excel, which are ZIP files: whole, and what is in them.

Only the list of their contents is read; nothing is ever unpacked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from prongsai.load.attachments.findings import BrokenFileError, Danger, EmptyFileError, Found

MAX_MEMBERS = 10_000
MAX_ARCHIVE_BYTES = 1 << 32
_PROGRAMS = frozenset({
    ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".pif",
    ".ps1", ".reg", ".scr", ".sh", ".vbe", ".vbs", ".wsf",
})  # fmt: skip
# A name in it that tells what an archive is.
_DOCUMENTS = (
    ("xl/workbook.bin", Found("เอกสาร Excel แบบ .xlsb", fix="เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx")),
    ("word/", Found("เอกสาร Word (.docx)", (".docx",))),
    ("xl/", Found("เอกสาร Excel (.xlsx)", (".xlsx",))),
    ("ppt/", Found("เอกสาร PowerPoint", fix="บันทึกใหม่เป็น PDF")),
    ("mimetype", Found("เอกสาร OpenDocument", fix="บันทึกใหม่เป็น .docx, .xlsx หรือ PDF")),
)
_PLAIN = Found("ไฟล์ zip", (".zip",))
_END, _END_64, _LOCATOR_64, _MEMBER, _LOCAL = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x01\x02", b"PK\x03\x04"
_HEAD = struct.Struct("<4s4xH18x3H8xI")  # of a member in the list: mark, flags, lengths of three texts, place
_END_SIZE, _MAX_COMMENT = 22, 65_535
_CUT = "ไฟล์ไม่ครบ รายการของที่อยู่ข้างในอ่านไม่ได้"


class _Member(NamedTuple):
    name: str
    is_locked: bool


def read_archive(file: BinaryIO) -> tuple[Found, frozenset[Danger]]:
    """Return what an archive is, and what is dangerous in it.

    Raises:
        EmptyFileError: Nothing is in it.
        BrokenFileError: A part of it is missing.
    """
    try:
        members = list(_iter_members(file))
    except (struct.error, ValueError) as error:
        raise BrokenFileError(_CUT) from error
    if not members:
        raise EmptyFileError
    names = [member.name.lower() for member in members]
    found = next((found for mark, found in _DOCUMENTS if any(_is_marked(name, mark) for name in names)), _PLAIN)
    dangers = set()
    if any(member.is_locked for member in members):
        dangers.add(Danger.LOCKED)
    if any(PurePosixPath(name).name == "vbaproject.bin" for name in names):
        dangers.add(Danger.MACRO)
    if found is _PLAIN and any(PurePosixPath(name).suffix in _PROGRAMS for name in names):
        dangers.add(Danger.PROGRAM)
    return found, frozenset(dangers)


def _is_marked(name: str, mark: str) -> bool:
    return name.startswith(mark) if mark.endswith("/") else name == mark


def _iter_members(file: BinaryIO) -> Iterator[_Member]:
    """Yield what an archive's list names; each must be there."""
    count, start, shift = _find_list(file)
    if count > MAX_MEMBERS:
        raise BrokenFileError(f"มีไฟล์อยู่ข้างใน {count:,} ไฟล์ เกิน {MAX_MEMBERS:,}")
    for _ in range(count):
        entry = _read(file, start, _HEAD.size)
        signature, flags, name_length, extra_length, comment_length, place = _HEAD.unpack(entry)
        if signature != _MEMBER:
            raise BrokenFileError(_CUT)
        name = _read(file, start + _HEAD.size, name_length)
        start += _HEAD.size + name_length + extra_length + comment_length
        # The largest number stands for a 64-bit field, which files of our size do not need.
        if place != 0xFFFFFFFF and _read(file, place + shift, 4) != _LOCAL:
            raise BrokenFileError("ไฟล์ไม่ครบ ของที่อยู่ข้างในหายไปบางส่วน")
        yield _Member(name.decode("utf-8" if flags & 0x800 else "cp437", "replace"), bool(flags & 1))


def _read(file: BinaryIO, place: int, length: int) -> bytes:
    """Return some bytes of a place that a broken archive may tell anywhere."""
    if not 0 <= place < MAX_ARCHIVE_BYTES:
        raise BrokenFileError(_CUT)
    file.seek(place)
    return file.read(length)


def _find_list(file: BinaryIO) -> tuple[int, int, int]:
    """Return how many members an archive's list has, where it begins, and how far all places are shifted."""
    size = file.seek(0, 2)
    begin = max(0, size - _END_SIZE - _MAX_COMMENT - 20 - 56)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0:
        raise BrokenFileError(_CUT)
    count, length, start = struct.unpack_from("<10xHII", tail, at)
    end = begin + at
    if tail[max(0, at - 20) :].startswith(_LOCATOR_64):
        [place] = struct.unpack_from("<8xQ", tail, at - 20)
        end_64 = _read(file, place, 56)
        if not end_64.startswith(_END_64):
            raise BrokenFileError(_CUT)
        count, length, start = struct.unpack_from("<32xQQQ", end_64)
        end = place
    shift = end - length - start
    return count, start + shift, shift
