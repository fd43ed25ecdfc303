"""All tables as one Excel file: typed cells, Thai headings that stay in sight, and a sheet that explains every column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from functools import partial
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row, Value
from prongsai.thai.dates import format_thai_date

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from prongsai.outputs.exports.xlsx_parts import PartedSheet

MAX_TEXT = 32_767  # letters that a cell holds
MAX_ROWS = 1_048_575  # below the headings of a sheet
PART = 512  # rows whose cells are held; the library tells the width of every sixteen together
CUT = "… (ข้อความยาวเกินช่องของ Excel ดูทั้งหมดในไฟล์ CSV)"
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # fixed: same data, same bytes
_FIRST_DATE = dt.date(1900, 3, 1)  # Excel knows no earlier one, or a day that never was
_WIDTHS = {Kind.TEXT: 24, Kind.INTEGER: 12, Kind.NUMBER: 16, Kind.DATE: 14, Kind.BOOLEAN: 12}
_EXPLAINED = ("แผ่นงาน", "คอลัมน์", "ชื่อใน CSV และ JSON", "ความหมาย", "ชนิด", "หน่วย", "ที่มา", "ช่องว่างหมายถึง")


def render_xlsx(data: Data, about: Iterable[tuple[str, str]]) -> bytes:
    """Return all tables.

    Args:
        data: The tables.
        about: Names and values of facts that stand above the explanations: licence, date, address.
    """
    from prongsai.outputs.exports.xlsx_parts import PartedSheet, open_workbook  # noqa: PLC0415 - only where a file has changed

    output = BytesIO()
    book = open_workbook(output)
    book.set_properties({"title": data.title, "created": _CREATED})
    formats = {
        "bold": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({"num_format": "#,##0.00"}),
    }
    _explain(book, data, about, formats["bold"])
    for table, rows in data.list_tables():
        _set_table(book.add_worksheet(table.title, PartedSheet), table, rows, formats)
    book.close()
    return output.getvalue()


def _explain(book: Workbook, data: Data, about: Iterable[tuple[str, str]], bold: Format) -> None:
    sheet = book.add_worksheet("คำอธิบาย")
    told = format_thai_date(data.as_of) if data.as_of else "เอกสารไม่ได้บอก"
    facts = [("ข้อมูลของ", data.title), ("ข้อมูล ณ วันที่", told), *about]
    if data.is_sample:
        facts.append(("หมายเหตุ", "มีข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริงของหน่วยงาน"))
    facts += [
        (
            "ไม่ครบ",
            f"แผ่นงาน{table.title}มีเพียง {MAX_ROWS:,} แถวแรกจาก {len(rows):,} แถว เพราะ Excel รับได้เท่านั้น ดูทั้งหมดใน CSV",
        )
        for table, rows in data.list_tables()
        if len(rows) > MAX_ROWS
    ]
    for number, (name, value) in enumerate(facts):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, value)
    head = len(facts) + 1
    for place, (title, width) in enumerate(zip(_EXPLAINED, (24, 24, 24, 60, 14, 12, 44, 32), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(head, place, title, bold)
    lines = [(table, column) for table, _ in data.list_tables() for column in table.columns]
    for number, (table, column) in enumerate(lines, head + 1):
        for place, text in enumerate(list_facts(table, column)):
            sheet.write_string(number, place, text)
    sheet.freeze_panes(head + 1, 0)
    _set_paper(sheet, head)


def list_facts(table: AnyTable, column: Column[Any]) -> tuple[str, ...]:
    """Return what is told of a column, in the order of the sheet that explains."""
    return (
        table.title,
        column.title,
        f"{table.name}.{column.name}",
        column.explanation,
        column.kind.value,
        column.unit or "-",
        column.source or table.source,
        column.empty or "มีค่าทุกแถว",
    )


def _set_table(sheet: PartedSheet, table: AnyTable, rows: Collection[Row], formats: dict[str, Format]) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS[column.kind])
    sheet.freeze_panes(1, 0)
    _set_paper(sheet, 0)
    last_row, last_column = min(len(rows), MAX_ROWS), len(table.columns) - 1
    sheet.autofilter(0, 0, max(1, last_row), last_column)
    sheet.set_parts(last_row, last_column, partial(_write_parts, sheet, table, rows, formats))


def _write_parts(sheet: Worksheet, table: AnyTable, rows: Collection[Row], formats: dict[str, Format]) -> Iterator[int]:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.title, formats["bold"])
    number = 0
    write_text, write_number, write_yes = sheet.write_string, sheet.write_number, sheet.write_boolean
    for number, row in enumerate(islice(rows, MAX_ROWS), 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                write_text(number, place, value if len(value) <= MAX_TEXT else value[: MAX_TEXT - len(CUT)] + CUT)
            elif isinstance(value, bool):
                write_yes(number, place, value)
            elif isinstance(value, dt.date):
                _write_date(sheet, number, place, value, formats["date"])
            elif value is not None:
                if _is_exact(value):
                    number_format = formats["number"] if isinstance(value, Decimal) else None
                    write_number(number, place, value, number_format)
                else:
                    write_text(number, place, format(value, "f"))
        if (number + 1) % PART == 0:
            yield number
    yield number


def _set_paper(sheet: Worksheet, head: int) -> None:
    """Let whoever prints a sheet have whole rows on A4, with the headings on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)


def _write_date(sheet: Worksheet, number: int, place: int, value: dt.date, shape: Format) -> None:
    if value >= _FIRST_DATE:
        sheet.write_datetime(number, place, value, shape)
    else:
        sheet.write_string(number, place, value.isoformat())


def _is_exact(value: Value) -> bool:
    """Tell whether Excel, which keeps 15 digits, gives a number back as it is."""
    digits = format(value, "f") if isinstance(value, Decimal) else str(value)
    return len(digits.replace(".", "").strip("0")) <= 15
