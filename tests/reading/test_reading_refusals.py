"""Files that are not read: a Thai sentence with a way out, before anything is unpacked or parsed."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from prongsai.reading.files import read_document
from prongsai.reading.refusal import UnreadableDocumentError

_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_BOMB = '<!DOCTYPE l [<!ENTITY a "กก"><!ENTITY b "&a;&a;">]><l>&b;</l>'


def _zip(parts: dict[str, str | bytes]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    return make


def _bytes(data: bytes, *, size: int = 0) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)
        if size:
            os.truncate(path, size)

    return make


def _locked_pdf(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def _picture_pdf(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)


_CASES: dict[str, tuple[str, Callable[[Path], None], str, str]] = {
    "zip-bomb": ("a.docx", _zip({"word/document.xml": b" " * 30_000_000}), "เกินที่อ่านได้", "แบ่งเป็นหลายไฟล์"),
    "xml-bomb": ("a.docx", _zip({"word/document.xml": _BOMB}), "DOCTYPE", "บันทึกใหม่"),
    "xml-bomb-utf16": ("a.docx", _zip({"word/document.xml": _BOMB.encode("utf-16")}), "DOCTYPE", "บันทึกใหม่"),
    "xml-bomb-excel": ("a.xlsx", _zip({"xl/workbook.xml": _BOMB}), "DOCTYPE", "บันทึกใหม่"),
    "macro": ("a.docx", _zip({"word/document.xml": _WORD, "word/vbaProject.bin": b"x"}), "มาโคร", "ไม่มีมาโคร"),
    "macro-ending": ("a.docm", _bytes(b"PK\x03\x04"), ".docm", "ไม่มีมาโคร"),
    "large": ("a.docx", _bytes(b"PK\x03\x04", size=105_000_000), "100 MB", "แบ่งเป็นหลายไฟล์"),
    "password-office": ("a.docx", _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "รหัสผ่าน", "ลบรหัสผ่าน"),
    "password-pdf": ("a.pdf", _locked_pdf, "รหัสผ่าน", "ลบรหัสผ่าน"),
    "pictures-only": ("a.pdf", _picture_pdf, "ภาพสแกน", "OCR"),
    "wrong-ending": ("a.pdf", _bytes(b"PK\x03\x04abcd"), "ไม่ตรงกับเนื้อไฟล์", "เปลี่ยนนามสกุล"),
    "no-document": ("a.docx", _bytes(b"hello there"), "ไม่ใช่เอกสาร .docx", "บันทึกใหม่"),
    "cut-off": ("a.docx", _bytes(b"PK\x03\x04" + b"\0" * 200), "ไฟล์เสีย", "บันทึกใหม่"),
    "old-word": ("a.doc", _bytes(b"\xd0\xcf\x11\xe0"), ".doc", "บันทึกใหม่เป็น .docx"),
    "old-excel": ("a.xls", _bytes(b"\xd0\xcf\x11\xe0"), ".xls", "บันทึกใหม่เป็น .xlsx"),
    "picture": ("a.jpg", _bytes(b"\xff\xd8\xff"), ".jpg", ".docx .xlsx .pdf"),
    "binary-text": ("a.txt", _bytes(bytes(range(32)) * 50), "ไม่ใช่ข้อความ", "UTF-8"),
    "empty": ("a.docx", _bytes(b""), "ไฟล์ว่าง", "ตรวจว่าเลือกถูกไฟล์"),
}


@pytest.mark.parametrize("case", _CASES)
def test_refusals_name_the_file_the_fault_and_the_way_out(case: str, tmp_path: Path) -> None:
    """Every kind of hostile or wrong file is refused in Thai."""
    name, make, message, fix = _CASES[case]
    make(tmp_path / name)

    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(tmp_path / name)

    assert refused.value.name == name
    assert message in refused.value.message
    assert fix in refused.value.fix
