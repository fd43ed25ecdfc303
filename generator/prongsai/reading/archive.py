"""The ZIP file that a Word or Excel document is, opened with care: nothing large, locked or active is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Self

from lxml import etree

from prongsai.reading.refusal import UnreadableDocumentError

MAX_XML_BYTES = 12 * 1024 * 1024  # unpacked, all parts together; a plan of 200 pages has 3
_MAX_PARTS = 10_000
_ACTIVE = ("vbaproject.bin", "vbadata.xml")
_SAVE_ANEW = "เปิดไฟล์ด้วย Word หรือ Excel แล้วบันทึกใหม่"


class Archive:
    """The XML parts of a document, by name."""

    def __init__(self, path: Path) -> None:
        """Look at the list of parts before any is unpacked.

        Raises:
            UnreadableDocumentError: The file is broken, locked, too large or holds a program.
        """
        self._name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError):
            raise UnreadableDocumentError(path.name, "ไฟล์เสีย หรือไม่ใช่เอกสารตามนามสกุล", _SAVE_ANEW) from None
        try:
            self._check(path, self._zip.infolist())
        except UnreadableDocumentError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        """Use the archive; it is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._zip.close()

    def _check(self, path: Path, parts: list[zipfile.ZipInfo]) -> None:
        names = [part.filename.lower() for part in parts]
        if any(name.rpartition("/")[2] in _ACTIVE for name in names):
            raise UnreadableDocumentError(
                path.name, "เอกสารมีมาโคร (โปรแกรมที่ฝังในไฟล์)", "บันทึกใหม่เป็นเอกสารที่ไม่มีมาโคร (.docx หรือ .xlsx)"
            )
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableDocumentError(path.name, "เอกสารมีรหัสผ่าน", "เปิดด้วยรหัสผ่าน ลบรหัสผ่าน แล้วบันทึกใหม่")
        xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
        if xml > MAX_XML_BYTES or len(parts) > _MAX_PARTS:
            found = f"{xml / 1024 / 1024:,.0f} MB" if xml > MAX_XML_BYTES else f"{len(parts):,} ส่วน"
            raise UnreadableDocumentError(
                path.name,
                f"เมื่อคลายออกเอกสารมีข้อความ {found} เกินที่อ่านได้ ({MAX_XML_BYTES // 1024 // 1024} MB)",
                "แบ่งเป็นหลายไฟล์ หรือคัดลอกเนื้อหาไปวางในเอกสารใหม่",
            )

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def has(self, part: str) -> bool:
        """Tell whether a part is there."""
        return part in self._zip.NameToInfo

    def read_bytes(self, part: str) -> bytes:
        """Return a part unpacked, never more than its list says.

        Raises:
            UnreadableDocumentError: The part is broken, or larger than it says.
        """
        try:
            with self._zip.open(part) as file:
                data = file.read(MAX_XML_BYTES + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError):
            raise UnreadableDocumentError(self._name, "ไฟล์เสีย คลายข้อมูลข้างในไม่ได้", _SAVE_ANEW) from None
        if len(data) > MAX_XML_BYTES:
            raise UnreadableDocumentError(self._name, "ข้อมูลข้างในใหญ่เกินที่อ่านได้", "แบ่งเป็นหลายไฟล์")
        return data

    def check_xml(self, part: str) -> bytes:
        """Return a part unpacked, after a look for what no program of an office writes.

        Raises:
            UnreadableDocumentError: It has a DOCTYPE or entities of its own.
        """
        data = self.read_bytes(part)
        flat = data.replace(b"\0", b"").upper()  # UTF-16 spells a word with a zero byte beside each letter
        if b"<!DOCTYPE" in flat or b"<!ENTITY" in flat:
            raise UnreadableDocumentError(self._name, "เอกสารมีคำสั่งแฝง (DOCTYPE) ซึ่งโปรแกรมสำนักงานไม่เขียน", _SAVE_ANEW)
        return data

    def read_xml(self, part: str) -> etree._Element:
        """Return a part parsed.

        Raises:
            UnreadableDocumentError: It has a DOCTYPE, or is no XML.
        """
        data = self.check_xml(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableDocumentError(self._name, "ไฟล์เสีย ข้อความข้างในอ่านไม่ได้", _SAVE_ANEW) from None
        return root
