"""Pasted text and OCR: lines, and tables as lines with tabs or between bars."""

from __future__ import annotations

import re

from prongsai.reading.bars import gather_bar_rows
from prongsai.reading.document import Block, Cell, Document, Format, Paragraph, Table
from prongsai.reading.normalising import clean


def parse_text(text: str, name: str) -> Document:
    """Return the passages of a text, a line each; lines with tabs that follow each other are a table."""
    blocks: list[Block] = []
    cells: list[Cell] = []
    row = 0
    for number, line in enumerate(re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text), 1):
        values = line.split("\t") if "\t" in line.strip("\n ") else [line]
        if len(values) > 1:
            place = f"บรรทัด {number}"
            cells += [
                Cell(row, column, (Paragraph(cleaned, f"{place} ช่อง {column + 1}"),))
                for column, value in enumerate(values)
                if (cleaned := clean(value))
            ]
            row += 1
            continue
        if cells:
            blocks.append(Table(tuple(cells)))
        cells, row = [], 0
        if cleaned := clean(line):
            blocks.append(Paragraph(cleaned, f"บรรทัด {number}"))
    if cells:
        blocks.append(Table(tuple(cells)))
    return Document(name, Format.TEXT, gather_bar_rows(blocks))


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, else the Thai code page of Windows."""
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp874"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp874", errors="replace")
