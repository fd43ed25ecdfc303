"""A workbook's file before it is read: whole, small enough, without what is dangerous, and formulas without a value.

The reader of cells gives nothing for a formula that nobody computed, and nothing for an error, as for an empty cell;
only the file itself tells them apart.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - the module has no class name

from lxml import etree

from prongsai.exceptions import SheetError
from prongsai.sheets.grid import Fault
from prongsai.thai.system_errors import describe_os_error

MAX_FILE = 20_000_000  # bytes
MAX_XML = 12_000_000  # bytes of all XML in it, unpacked
OPEN_FIX = "วิธีแก้: ตรวจชื่อไฟล์ และปิดไฟล์นี้ใน Excel ก่อน"
_OLD = b"\xd0\xcf\x11\xe0"  # of .xls, and of a workbook with a password
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOT_COMPUTED = Fault("ช่องนี้เป็นสูตรที่ยังไม่มีผลลัพธ์เก็บไว้", "เปิดไฟล์ด้วย Excel แล้วบันทึกใหม่ หรือพิมพ์ค่าแทนสูตร")
_ERROR = "สูตรในช่องนี้คำนวณไม่ได้ ({})"


def find_faults(path: Path) -> dict[str, dict[tuple[int, int], Fault]]:
    """Return the cells of each sheet that hold no value although they are not empty, by row and column from 0.

    Raises:
        SheetError: The file is no workbook, too large, or holds what a workbook should not.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise SheetError(
                f"{path.name} ใหญ่เกิน {MAX_FILE // 1_000_000} MB วิธีแก้: ตรวจว่าเป็นไฟล์ที่ถูกต้อง แล้วลบภาพออกจากไฟล์"
            )
        with path.open("rb") as file:
            if file.read(4) == _OLD:
                raise SheetError(
                    f"{path.name} เป็นไฟล์ .xls รุ่นเก่าหรือมีรหัสผ่าน วิธีแก้: เปิดด้วย Excel เอารหัสผ่านออก แล้วบันทึกใหม่เป็น .xlsx"
                )
        with zipfile.ZipFile(path) as archive:
            parts = _unpack(archive, path.name)
        return {name: dict(_scan(parts[part])) for name, part in _list_sheets(parts) if part in parts}
    except OSError as error:
        raise SheetError(f"เปิด {path.name} ไม่ได้: {describe_os_error(error)} {OPEN_FIX}") from None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ZlibError, KeyError, NotImplementedError, RuntimeError, EOFError):
        raise SheetError(f"{path.name} ไม่ใช่ไฟล์ Excel ที่อ่านได้ วิธีแก้: เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx") from None


def _unpack(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    """Return the XML parts; what a part says of its own size is not believed."""
    parts, left = {}, MAX_XML
    for info in archive.infolist():
        lower = info.filename.lower()
        if lower.endswith("vbaproject.bin"):
            raise SheetError(f"{name} มีมาโคร วิธีแก้: บันทึกใหม่เป็น .xlsx ที่ไม่มีมาโคร")
        if not lower.endswith((".xml", ".rels")):
            continue
        with archive.open(info) as part:
            data = part.read(left + 1)
        left -= len(data)
        if left < 0:
            raise SheetError(f"{name} มีเนื้อหาเกิน {MAX_XML // 1_000_000} MB วิธีแก้: คัดลอกเฉพาะตารางไปไว้ในไฟล์ใหม่")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise SheetError(f"{name} มีส่วนที่ไฟล์ Excel ไม่ควรมี (DOCTYPE) วิธีแก้: เปิดด้วย Excel แล้วบันทึกใหม่")
        parts[info.filename] = data
    return parts


def _list_sheets(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the part that it is."""
    links = {
        link.get("Id"): link.get("Target", "")
        for link in _parse(parts["xl/_rels/workbook.xml.rels"]).iterchildren("{*}*")
    }
    for sheet in _parse(parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet"):
        target = links.get(sheet.get(_LINK), "")
        yield (
            sheet.get("name", ""),
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}"),
        )


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _scan(data: bytes) -> Iterator[tuple[tuple[int, int], Fault]]:
    for cell in _parse(data).iter(f"{_MAIN}c"):
        kind, value = cell.get("t"), cell.findtext(f"{_MAIN}v")
        if kind == "e":
            yield _read_name(cell.get("r", "A1")), Fault(_ERROR.format(value or ""), "พิมพ์ค่าแทนสูตร")
        elif cell.find(f"{_MAIN}f") is not None and not value and kind != "str":
            yield _read_name(cell.get("r", "A1")), _NOT_COMPUTED


def _read_name(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1
