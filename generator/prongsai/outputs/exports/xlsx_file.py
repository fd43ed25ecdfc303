"""All tables as one Excel file: typed cells, Thai headings that stay in sight, and a sheet that explains every column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row
from prongsai.thai.dates import format_thai_date

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from prongsai.outputs.exports.xlsx_rows import RowSheet, Styles

MAX_ROWS = 1_048_575  # below the headings of a sheet
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # fixed: same data, same bytes
_WIDTHS = {Kind.TEXT: 24, Kind.INTEGER: 12, Kind.NUMBER: 16, Kind.DATE: 14, Kind.BOOLEAN: 12}
_EXPLAINED = ("แผ่นงาน", "คอลัมน์", "ชื่อใน CSV และ JSON", "ความหมาย", "ชนิด", "หน่วย", "ที่มา", "ช่องว่างหมายถึง")


def render_xlsx(data: Data, about: Iterable[tuple[str, str]]) -> bytes:
    """Return all tables.

    Args:
        data: The tables.
        about: Names and values of facts that stand above the explanations: licence, date, address.
    """
    from prongsai.outputs.exports.xlsx_rows import RowSheet, Styles, open_workbook  # noqa: PLC0415 - only where a file has changed

    output = BytesIO()
    book = open_workbook(output)
    book.set_properties({"title": data.title, "created": _CREATED})
    styles = Styles(book)
    _explain(book, data, about, styles.head)
    for table, rows in data.list_tables():
        _set_table(book.add_worksheet(table.title, RowSheet), table, rows, styles)
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


def _set_table(sheet: RowSheet, table: AnyTable, rows: Collection[Row], styles: Styles) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS[column.kind])
    sheet.freeze_panes(1, 0)
    _set_paper(sheet, 0)
    count = min(len(rows), MAX_ROWS)
    sheet.autofilter(0, 0, max(1, count), len(table.columns) - 1)
    sheet.set_rows([column.title for column in table.columns], count, islice(rows, MAX_ROWS), styles)


def _set_paper(sheet: Worksheet, head: int) -> None:
    """Let whoever prints a sheet have whole rows on A4, with the headings on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
