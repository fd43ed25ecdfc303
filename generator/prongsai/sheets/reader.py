"""Files of tables → grids of texts: .xlsx by calamine, .csv in UTF-8 or the old Thai code page."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from prongsai.exceptions import SheetError
from prongsai.sheets.forms import format_number
from prongsai.sheets.grid import Fault, Grid
from prongsai.sheets.package import MAX_FILE, OPEN_FIX, find_faults
from prongsai.sheets.writer import BASE, META
from prongsai.thai.dates import BE_OFFSET, format_thai_date
from prongsai.thai.system_errors import describe_os_error
from prongsai.thai.text import normalise

_LONGEST_CELL = 100_000
_FIRST_BE_YEAR = 2400  # a date cell of Excel in this year or later was typed in the Buddhist Era
_DELIMITERS = ",;\t"
MAX_ROWS, MAX_COLUMNS = 5_000, 200
_TIME = Fault("ช่องนี้เป็นเวลา", "จัดรูปแบบช่องเป็นข้อความหรือตัวเลข แล้วพิมพ์ใหม่")


class Sheets(Struct, frozen=True):
    """What a file says.

    Attributes:
        grids: The sheets that people see.
        bases: What each of them said when it was exported, in the order of the export; none for other files.
        meta: What the exporting program wrote about the workbook; empty for other files.
    """

    grids: list[Grid]
    bases: list[Grid] = field(default_factory=list)
    meta: Mapping[str, str] = field(default_factory=dict)


def read_sheets(path: Path) -> Sheets:
    """Read a file of tables.

    Raises:
        SheetError: It cannot be read as a whole.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        return Sheets([_read_csv(path)])
    if ending == ".xlsx":
        return _read_workbook(path)
    fix = "เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx" if ending in {".xls", ".xlsm", ".xlsb", ".ods"} else "ใช้ไฟล์ .xlsx หรือ .csv"
    raise SheetError(f"{path.name} เป็นไฟล์ชนิดที่อ่านไม่ได้ วิธีแก้: {fix}")


def _read_workbook(path: Path) -> Sheets:
    faults = find_faults(path)
    grids: list[Grid] = []
    bases: list[Grid] = []
    meta: dict[str, str] = {}
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        for sheet in workbook.sheets_metadata:
            is_own = sheet.name == META or sheet.name.startswith(BASE)
            if not is_own and sheet.visible is not SheetVisibleEnum.Visible:
                continue
            table = workbook.get_sheet_by_name(sheet.name)
            if table.total_height > MAX_ROWS or table.total_width > MAX_COLUMNS:
                message = f"แผ่น “{sheet.name}” ของ {path.name} ใหญ่เกิน {MAX_ROWS:,} แถวหรือ {MAX_COLUMNS} คอลัมน์"
                raise SheetError(f"{message} วิธีแก้: ลบแถวและคอลัมน์ว่างที่จัดรูปแบบไว้")
            values = table.to_python(skip_empty_area=False)
            grid = _make_grid(path.name, sheet.name, values, faults.get(sheet.name, {}))
            if sheet.name == META:
                meta = {grid.get(row, 0): grid.get(row, 1) for row in range(len(grid.rows))}
            else:
                (bases if is_own else grids).append(grid)
    except CalamineError as error:
        raise SheetError(f"{path.name} ไม่ใช่ไฟล์ Excel ที่อ่านได้ ({error}) วิธีแก้: เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx") from None
    return Sheets(grids, bases, meta)


def _make_grid(file: str, name: str, values: list[list[Any]], known: Mapping[tuple[int, int], Fault]) -> Grid:
    rows, faults = [], dict(known)
    for number, cells in enumerate(values):
        rows.append([_show(cell) for cell in cells])
        faults |= {(number, at): _TIME for at, cell in enumerate(cells) if isinstance(cell, dt.time | dt.timedelta)}
    return Grid(file, name, rows, faults)


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, float | int):
        return format_number(Decimal(repr(value)))
    if isinstance(value, dt.date):
        day = dt.date(value.year, value.month, value.day)
        if day.year < _FIRST_BE_YEAR:
            return format_thai_date(day)
        try:
            return format_thai_date(day.replace(year=day.year - BE_OFFSET))
        except ValueError:  # 29 Feb of a year that had none in the other era
            return f"{day.day}/{day.month}/{day.year}"
    return _tidy(value) if isinstance(value, str) else ""


def _tidy(text: str) -> str:
    lines = normalise(text).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").replace("\u00a0", " ")
    return "\n".join(line.rstrip() for line in lines.split("\n")).strip()


def _read_csv(path: Path) -> Grid:
    try:
        if path.stat().st_size > MAX_FILE:
            raise SheetError(f"{path.name} ใหญ่เกิน {MAX_FILE // 1_000_000} MB วิธีแก้: ตรวจว่าเป็นไฟล์ที่ถูกต้อง")
        raw = path.read_bytes()
    except OSError as error:
        raise SheetError(f"เปิด {path.name} ไม่ได้: {describe_os_error(error)} {OPEN_FIX}") from None
    text = _decode(raw, path.name)
    delimiter = max(_DELIMITERS, key=text.count)  # a title may stand above the table, without any
    try:
        rows = [[_tidy(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise SheetError(f"{path.name} ไม่ใช่ตาราง CSV ที่อ่านได้ ({error}) วิธีแก้: บันทึกใหม่จาก Excel เป็น CSV UTF-8") from None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):  # a quotation mark that is nowhere closed
        raise SheetError(f"{path.name} มีช่องยาวเกิน {_LONGEST_CELL:,} ตัวอักษร วิธีแก้: บันทึกใหม่จาก Excel เป็น CSV UTF-8")
    if len(rows) > MAX_ROWS:
        raise SheetError(f"{path.name} มีเกิน {MAX_ROWS:,} แถว วิธีแก้: ตรวจว่าเป็นไฟล์ที่ถูกต้อง")
    return Grid(path.name, "", rows)


def _decode(raw: bytes, name: str) -> str:
    encodings = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp874")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise SheetError(f"{name} ไม่ใช่ไฟล์ข้อความ วิธีแก้: บันทึกใหม่จาก Excel เป็น CSV UTF-8")
