"""Excel workbooks: each sheet a table, its cells as they are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import python_calamine

from prongsai.reading.archive import Archive
from prongsai.reading.document import Block, Cell, Document, Format, Paragraph, Table
from prongsai.reading.normalising import clean
from prongsai.reading.refusal import UnreadableDocumentError
from prongsai.thai.dates import BE_OFFSET

_MAX_CELLS = 2_000_000


def read_workbook(path: Path) -> Document:
    """Return the sheets of an ``.xlsx``; a merged cell stands once, and a line in a cell is a passage.

    Raises:
        UnreadableDocumentError: The file is broken, locked, too large, or holds a program.
    """
    with Archive(path) as archive:
        for part in archive.names:
            if part.lower().endswith((".xml", ".rels")):
                archive.check_xml(part)
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        blocks = [block for name in workbook.sheet_names for block in _cut(_read_sheet(workbook, name, path.name))]
    except (python_calamine.CalamineError, OSError, ValueError):
        raise UnreadableDocumentError(
            path.name, "ไฟล์เสีย หรือไม่ใช่สมุดงาน Excel", "เปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx"
        ) from None
    return Document(path.name, Format.EXCEL, tuple(blocks))


def _read_sheet(workbook: python_calamine.CalamineWorkbook, name: str, file: str) -> list[Cell]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MAX_CELLS:
        message = f"แผ่นงาน “{name}” มี {sheet.total_height:,} แถว {sheet.total_width:,} คอลัมน์ เกินที่อ่านได้"
        raise UnreadableDocumentError(file, message, "ลบแถวและคอลัมน์ว่างที่ท้ายแผ่นงาน แล้วบันทึกใหม่")
    merged = dict(sheet.merged_cell_ranges or ())
    cells = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            place = f"แผ่นงาน “{name}” เซลล์ {_name_column(column)}{row + 1}"
            lines = tuple(Paragraph(text, place) for line in _show(value).split("\n") if (text := clean(line)))
            if lines:
                last = merged.get((row, column), (row, column))
                cells.append(Cell(row, column, lines, last[0] - row + 1, last[1] - column + 1))
    return cells


def _cut(cells: list[Cell]) -> Iterator[Block]:
    """Yield the tables of a sheet, which empty rows part, and the lines above and below each."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    below = {cell.row + more for cell in cells for more in range(1, cell.rows)}  # rows that a merged cell fills
    stretch: list[int] = []
    for row in [*sorted(rows), -1]:
        if stretch and (row < 0 or any(between not in below for between in range(stretch[-1] + 1, row))):
            yield from _cut_stretch([rows[at] for at in stretch])
            stretch = []
        stretch.append(row)


def _cut_stretch(rows: list[list[Cell]]) -> Iterator[Block]:
    begin = next((at for at, row in enumerate(rows) if len(row) > 1), len(rows))
    end = next((at for at in range(len(rows), begin, -1) if len(rows[at - 1]) > 1), begin)
    for row in rows[:begin]:
        yield from row[0].paragraphs
    if end > begin:
        yield Table(tuple(cell for row in rows[begin:end] for cell in row))
    for row in rows[end:]:
        yield from row[0].paragraphs


def _show(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.date):
        return f"{value.day}/{value.month}/{value.year + (BE_OFFSET if value.year < 2400 else 0)}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _name_column(index: int) -> str:
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
