"""Any file that can be read: what it is, is told by its ending and held against its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from prongsai.reading.document import Document, Format
from prongsai.reading.refusal import UnreadableDocumentError
from prongsai.reading.text_file import decode, parse_text
from prongsai.thai.system_errors import describe_os_error

MAX_BYTES = 50 * 1024 * 1024
MAX_PASSAGES = 30_000  # a plan of 200 pages has 5,000
_MAX_TEXT_BYTES = 8 * 1024 * 1024
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_ZIP, _COMPOUND, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_SAVE_ANEW = {
    ".doc": "เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx (แฟ้ม > บันทึกเป็น > เอกสาร Word)",
    ".xls": "เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx (แฟ้ม > บันทึกเป็น > สมุดงาน Excel)",
    ".docm": "เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx ซึ่งไม่มีมาโคร",
    ".xlsm": "เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx ซึ่งไม่มีมาโคร",
    ".odt": "เปิดด้วย LibreOffice แล้วบันทึกใหม่เป็น .docx",
    ".ods": "เปิดด้วย LibreOffice แล้วบันทึกใหม่เป็น .xlsx",
    ".rtf": "เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx",
    ".csv": "ใช้คำสั่ง prongsai sheet import หรือบันทึกใหม่เป็น .xlsx",
}


def read_document(path: Path) -> Document:
    """Return the passages of a file.

    Raises:
        UnreadableDocumentError: It cannot be read, or may not be.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise UnreadableDocumentError(
            path.name or str(path), describe_os_error(error), "ตรวจชื่อไฟล์และสิทธิ์การอ่าน"
        ) from None
    ending = path.suffix.lower()
    if ending in _SAVE_ANEW:
        raise UnreadableDocumentError(path.name, f"อ่านไฟล์ {ending} ไม่ได้", _SAVE_ANEW[ending])
    if ending not in _READERS:
        raise UnreadableDocumentError(
            path.name, f"ไม่รู้จักไฟล์ {ending or 'ที่ไม่มีนามสกุล'}", "ใช้ไฟล์ .docx .xlsx .pdf หรือ .txt"
        )
    if size > MAX_BYTES:
        message = f"ไฟล์ใหญ่ {size / 1024 / 1024:,.0f} MB เกิน {MAX_BYTES // 1024 // 1024} MB"
        raise UnreadableDocumentError(path.name, message, "ลบภาพออกจากเอกสาร หรือแบ่งเป็นหลายไฟล์")
    if not size:
        raise UnreadableDocumentError(path.name, "ไฟล์ว่าง", "ตรวจว่าเลือกถูกไฟล์")
    _check_start(path.name, ending, start)
    document = _READERS[ending](path)
    if sum(1 for _ in document.iter_paragraphs()) > MAX_PASSAGES:
        raise UnreadableDocumentError(path.name, f"เอกสารยาวเกิน {MAX_PASSAGES:,} ย่อหน้า", "แบ่งเป็นหลายไฟล์")
    return document


def _check_start(name: str, ending: str, start: bytes) -> None:
    expected = {".docx": _ZIP, ".xlsx": _ZIP, ".pdf": _PDF}.get(ending)
    if start.startswith(_COMPOUND):
        fix = "เปิดด้วย Word หรือ Excel ลบรหัสผ่านถ้ามี แล้วบันทึกใหม่เป็น .docx หรือ .xlsx"
        raise UnreadableDocumentError(name, "เอกสารมีรหัสผ่าน หรือเป็นเอกสารรุ่นเก่า", fix)
    found = {_ZIP: "ไฟล์ zip, Word หรือ Excel", _PDF: "PDF"}
    actual = next((kind for kind in found if start.startswith(kind)), None)
    if actual is not None and actual != expected:
        message = f"นามสกุล {ending} ไม่ตรงกับเนื้อไฟล์ ซึ่งเป็น {found[actual]}"
        raise UnreadableDocumentError(name, message, "เปลี่ยนนามสกุลให้ตรง หรือบันทึกใหม่จากโปรแกรมเดิม")
    if expected == _ZIP and actual is None:
        raise UnreadableDocumentError(name, f"เนื้อไฟล์ไม่ใช่เอกสาร {ending}", f"เปิดแล้วบันทึกใหม่เป็น {ending}")
    if ending == ".txt" and start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise UnreadableDocumentError(name, "เนื้อไฟล์เป็นภาพ ไม่ใช่ข้อความ", "ใช้ไฟล์ข้อความ")


def _read_text(path: Path) -> Document:
    data = path.read_bytes()
    if len(data) > _MAX_TEXT_BYTES:
        raise UnreadableDocumentError(path.name, "ไฟล์ข้อความใหญ่เกิน 8 MB", "แบ่งเป็นหลายไฟล์")
    text = decode(data)
    if len(_CONTROL.findall(text)) > len(text) / 100:
        raise UnreadableDocumentError(path.name, "เนื้อไฟล์ไม่ใช่ข้อความ", "เปิดด้วยโปรแกรมเดิม แล้วบันทึกเป็นข้อความ (UTF-8)")
    return parse_text(text, path.name)


def _read_word(path: Path) -> Document:
    from prongsai.reading.word import read_word  # noqa: PLC0415 - each reader loads a library of its own

    return read_word(path)


def _read_workbook(path: Path) -> Document:
    from prongsai.reading.workbook import read_workbook  # noqa: PLC0415

    return read_workbook(path)


def _read_pdf(path: Path) -> Document:
    from prongsai.reading.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(path)


_READERS: dict[str, Callable[[Path], Document]] = {
    f".{Format.TEXT}": _read_text,
    f".{Format.WORD}": _read_word,
    f".{Format.EXCEL}": _read_workbook,
    f".{Format.PDF}": _read_pdf,
}
