"""Tables that a program which reads pictures wrote with bars (``| ๑. นายก | ประธาน |``), pasted into any document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.reading.document import Block, Cell, Paragraph, Table

_ROW = re.compile(r"(?:[-•]\s*)?\|(.*\|.*)\|")


def gather_bar_rows(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, passages between bars that follow each other as one table."""
    found: list[Block] = []
    rows = 0
    cells: list[Cell] = []
    for block in blocks:
        match = _ROW.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and match:
            cells += [
                Cell(rows, column, (Paragraph(text, f"{block.place} ช่อง {column + 1}"),))
                for column, text in enumerate(part.strip() for part in match[1].split("|"))
                if text
            ]
            rows += 1
            continue
        if cells:
            found.append(Table(tuple(cells)))
        rows, cells = 0, []
        found.append(block)
    return (*found, Table(tuple(cells))) if cells else tuple(found)
