"""Opinions that a PDF sets side by side, brought into the order in which they are read: one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from prongsai.reading.normalising import clean
from prongsai.reading.pdf_letters import Line

_HEAD = re.compile("(?:ความเห็น|ความคิดเห็น|คำสั่ง)(?:ของ)? *(?:หัวหน้า|รองปลัด|ปลัด|รองนายก|นายก|ผู้อำนวยการ|ผู้บริหาร)")


class Placed(NamedTuple):
    """A line with where it is read.

    Attributes:
        line: The line.
        top: The height on the page at which it is read, in points.
        column: Left and right edge of its column; None where the page has one.
        is_head: It begins a column, and no other line goes on from it.
    """

    line: Line
    top: float
    column: tuple[float, float] | None = None
    is_head: bool = False


def order_columns(lines: Sequence[Line]) -> Iterator[Placed]:
    """Yield the lines of a page in the order in which they are read.

    Where two opinions begin in one row, all lines of both are read at its height, column by column. The columns end
    where another opinion begins, or with a line that runs on from one into the other.
    """
    rest = [part for line in lines for part in (_split_heads(line) if _is_head(line) else [line])]
    while rest:
        first = rest.pop(0)
        beside = next((line for line in rest if _is_beside(first, line)), None) if _is_head(first) else None
        if beside is None:
            yield Placed(first, first.top)
            continue
        rest.remove(beside)
        columns: tuple[list[Line], list[Line]] = ([first], [beside])
        gutter = beside.left - beside.size / 2
        for line in sorted((line for line in rest if line.bottom < first.bottom), key=lambda line: -line.bottom):
            left, right = line.split(0, gutter)
            if _is_head(line) or (left.letters and right.letters and right.left - left.right < line.size / 2):
                break
            rest.remove(line)
            for column, part in zip(columns, (left, right), strict=True):
                if part.letters:
                    column.append(part)
        for column in columns:
            edges = min(line.left for line in column), max(line.right for line in column)
            yield from (Placed(line, first.top, edges, line is column[0]) for line in column)


def _split_heads(line: Line) -> list[Line]:
    """Return two opinions that begin in one line as two lines; else the line."""
    solid = sorted((letter for letter in line.letters if not letter.text.isspace()), key=lambda letter: letter.left)
    _, gutter = max((right.left - left.right, right.left) for left, right in pairwise(solid))
    parts = line.split(0, gutter)
    return [*parts] if all(part.letters and _is_head(part) for part in parts) else [line]


def _is_beside(head: Line, line: Line) -> bool:
    return abs(head.bottom - line.bottom) < head.size / 2 and head.right < line.left and _is_head(line)


def _is_head(line: Line) -> bool:
    return _HEAD.match(clean(line.text)) is not None
