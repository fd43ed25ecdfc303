"""Writes a made-up document as the files that offices have: pasted text, Word, PDF and Excel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import typst
import xlsxwriter
from office_blocks import Cell, Document, Paragraph, Table
from office_word import write_word
from prongsai import fonts

_AMOUNT = re.compile(r"[0-9]{1,3}(,[0-9]{3})*(\.[0-9]{2})?")
_WIDE = 6  # columns from which a table needs a page on its side
_PAGE = """
#set page(paper: "a4", margin: 2cm, numbering: "1", number-align: top + right, header: align(center)[#text({head})])
#set text(font: "Sarabun", size: 11pt, lang: "th")
#set par(justify: false)
"""


def write_text(document: Document, path: Path) -> None:
    """Write the document as pasted text or OCR gives it: a table row a line, cells between tabs."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines += [block.text, ""]
        else:
            lines += ["\t".join(" ".join(each.text for each in cell.paragraphs) for cell in row) for row in block.rows]
            lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_excel(document: Document, path: Path) -> None:
    """Write a sheet a table under the line before it; amounts in Arabic digits are numbers, as typed into Excel."""
    with xlsxwriter.Workbook(path) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        money = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        title: Paragraph | None = None
        for block in document.blocks:
            if isinstance(block, Paragraph):
                title = block
                continue
            sheet = book.add_worksheet()
            first = 0
            if title:
                sheet.write_string(0, 0, title.text)
                first = 1
            title = None
            for (row, column), (down, right) in _find_extents(block).items():
                text = block.rows[row][column].text
                amount = _AMOUNT.fullmatch(text)
                value = float(text.replace(",", "")) if amount else text
                form = money if amount and amount[2] else wrapped
                if down or right:
                    sheet.merge_range(first + row, column, first + row + down, column + right, value, form)
                elif value != "":
                    sheet.write(first + row, column, value, form)


def _find_extents(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell that begins here how many rows and columns it takes beyond its own."""
    extents: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        starts = [position for position, cell in enumerate(row) if cell.merged != "right"]
        for start, end in pairwise([*starts, len(row)]):
            if row[start].merged == "down":
                continue
            down = 0
            while number + down + 1 < len(table.rows) and table.rows[number + down + 1][start].merged == "down":
                down += 1
            extents[number, start] = (down, end - start - 1)
    return extents


def write_pdf(document: Document, path: Path) -> None:
    """Write the document as a PDF with real text, ruled tables, running heads and page numbers."""
    parts = [_PAGE.replace("{head}", json.dumps(document.head, ensure_ascii=False))]
    for block in document.blocks:
        if isinstance(block, Table):
            parts.append(_typeset_table(block))
            continue
        if "break" in block.style:
            parts.append("#pagebreak(weak: true)\n")
        indent = f"h({2 * block.level}em)" if block.level else ""
        weight = "bold" if block.style else "regular"
        text = json.dumps(block.text.replace("\t", "    "), ensure_ascii=False)
        parts.append(f'#par[#{indent or "none"}#text(weight: "{weight}", {text})]\n')
    source = "".join(parts).encode()
    used = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])
    path.write_bytes(typst.compile(source, font_paths=used, timestamp=0))


def _typeset_table(table: Table) -> str:
    extents = _find_extents(table)

    def typeset(row: int) -> str:
        cells = [
            f"table.cell(rowspan: {down + 1}, colspan: {right + 1})[{_typeset_cell(table.rows[row][column])}]"
            for (number, column), (down, right) in extents.items()
            if number == row
        ]
        return ", ".join(cells)

    head = f"table.header({', '.join(filter(None, (typeset(row) for row in range(table.head))))})"
    body = [text for row in range(table.head, len(table.rows)) if (text := typeset(row))]
    columns = f"({', '.join(['1fr'] * len(table.rows[0]))})"
    whole = f"#text(size: 8pt)[#table(columns: {columns}, {', '.join([head, *body])})]\n"
    return f"#page(flipped: true)[{whole}]\n" if len(table.rows[0]) >= _WIDE else whole


def _typeset_cell(cell: Cell) -> str:
    return " #linebreak() ".join(f"#text({json.dumps(each.text, ensure_ascii=False)})" for each in cell.paragraphs)


WRITERS: dict[str, Callable[[Document, Path], None]] = {
    "txt": write_text, "docx": write_word, "pdf": write_pdf, "xlsx": write_excel,
}  # fmt: skip
