"""Documents of Word and Excel in the shape of 1997, which locked ones have to this day: what they are, macros, passwords.

Such a file is a small file system of its own; only its list of names is looked at.
"""

from __future__ import annotations

import re
import struct

from prongsai.load.attachments.findings import BrokenFileError, Danger, Found

_ENTRY = 128  # bytes of a name and what belongs to it; each begins at a multiple of this
_DOCUMENTS = {
    "EncryptedPackage": Found("เอกสารที่เข้ารหัสไว้", (".docx", ".xlsx")),
    "WordDocument": Found("เอกสาร Word แบบเก่า (.doc)", (".doc",)),
    "Workbook": Found("เอกสาร Excel แบบเก่า (.xls)", (".xls",)),
    "Book": Found("เอกสาร Excel แบบเก่า (.xls)", (".xls",)),
    "PowerPoint Document": Found("เอกสาร PowerPoint แบบเก่า", fix="บันทึกใหม่เป็น PDF"),
}
_OTHER = Found("ข้อมูลของโปรแกรมอื่น", fix="บันทึกใหม่เป็น PDF")
_MACROS = "_VBA_PROJECT", "_VBA_PROJECT_CUR"
_CUT = "ไฟล์ไม่ครบ ส่วนท้ายหายไป"
_WORD, _WORD_LOCKED = 0xA5EC, 0x0100
_BEGIN, _LOCK = (0x0009, 0x0209, 0x0409, 0x0809), 0x002F  # the first record of a workbook, and the one of a password


def read_compound(data: bytes) -> tuple[Found, frozenset[Danger]]:
    """Return what a document is, and what is dangerous in it.

    Raises:
        BrokenFileError: A part of it is missing.
    """
    if len(data) < 512:
        raise BrokenFileError(_CUT)
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector not in {512, 4096}:
        raise BrokenFileError("ส่วนต้นของไฟล์เสีย")
    tables = struct.unpack_from("<109I", data, 76)
    used = [number for number in (*tables, struct.unpack_from("<I", data, 48)[0]) if number < 0xFFFFFFFC]
    if any((number + 1) * sector >= len(data) for number in used):
        raise BrokenFileError(_CUT)
    name, found = next(((name, found) for name, found in _DOCUMENTS.items() if _find_entry(data, name)), ("", _OTHER))
    dangers = set()
    if any(_find_entry(data, macro) for macro in _MACROS):
        dangers.add(Danger.MACRO)
    if name == "EncryptedPackage" or _is_locked(data, name, sector):
        dangers.add(Danger.LOCKED)
    return found, frozenset(dangers)


def _find_entry(data: bytes, name: str) -> int:
    """Return where the entry of a name begins, 0 where there is none."""
    written = name.encode("utf-16-le") + b"\0\0"
    places = (match.start() for match in re.finditer(re.escape(written), data))
    return next((place for place in places if place % _ENTRY == 0), 0)


def _is_locked(data: bytes, name: str, sector: int) -> bool:
    place = _find_entry(data, name) if name else 0
    if not place or place + _ENTRY > len(data):
        return False
    start = (struct.unpack_from("<I", data, place + 116)[0] + 1) * sector
    stream = data[start : start + 512]
    if len(stream) < 512:
        return False
    if name == "WordDocument":
        mark, flags = struct.unpack_from("<H8xH", stream)
        return mark == _WORD and bool(flags & _WORD_LOCKED)
    return _LOCK in _list_records(stream)


def _list_records(stream: bytes) -> list[int]:
    """Return the kinds of the first records of a workbook; none where it does not begin as one."""
    kinds: list[int] = []
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if not kinds and kind not in _BEGIN:
            break
        kinds.append(kind)
        at += 4 + length
    return kinds
