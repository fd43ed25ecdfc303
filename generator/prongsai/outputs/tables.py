"""Tables on paper: where each cell stands, and columns that are wide enough for their amounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from prongsai.blocks.blocks import Cell, Row, Table
from prongsai.fonts.advances import measure_text
from prongsai.outputs.words import measure_widest_run

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*")
_AMOUNT_KINDS = {"num", "money"}
_PADDING = 9.0  # points beside a text: the room to both borders, and a border
_HEAD_PADDING = 5.0  # points beside a heading
_LEAST_SHARE = 0.6  # of its width that a column keeps when another needs more


def place_cells(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Yield row, column and content of each cell, spans taken into account."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        left = 0
        for cell in row.cells:
            while (top, left) in taken:
                left += 1
            taken |= {(top + down, left + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
            yield top, left, cell


def fit_columns(
    table: Table, width: float, sizes: Iterable[float], translate: Callable[[str], str]
) -> tuple[tuple[float, ...], float]:
    """Return each column's share of the width, and the size of letters at which every amount fits on one line.

    Amounts take room from the other columns, then the letters become smaller. Where even the smallest do not fit, the
    amounts get what the other columns can spare.

    Args:
        table: The table.
        width: Its width in points.
        sizes: Sizes of letters in points, the usual one first.
        translate: Sets the digits.
    """
    usual = [share * width for share in table.widths or [1 / table.columns] * table.columns]
    heads = _measure_columns(table, table.head, lambda cell: [measure_widest_run(translate(cell.text))])
    amounts = _measure_columns(
        table, table.rows, lambda cell: map(measure_text, _AMOUNT.findall(translate(cell.text))), _AMOUNT_KINDS
    )
    widths, size = usual, 0.0
    for size in sizes:
        needed = [em * size + _PADDING if em else 0 for em in amounts]
        least = [
            max(need, em * size + _HEAD_PADDING, _LEAST_SHARE * column)
            for column, need, em in zip(usual, needed, heads, strict=True)
        ]
        widths, is_enough = _widen(usual, needed, least)
        if is_enough:
            break
    return tuple(column / width for column in widths), size


def _measure_columns(
    table: Table, rows: Sequence[Row], measure: Callable[[Cell], Iterable[float]], kinds: Container[str] | None = None
) -> list[float]:
    """Return the widest of what is measured in the cells of each column; those over several columns do not count."""
    widest = [0.0] * table.columns
    for _, left, cell in place_cells(rows):
        if cell.colspan == 1 and (kinds is None or cell.kind in kinds):
            widest[left] = max(widest[left], *measure(cell), 0.0)
    return widest


def _widen(usual: Sequence[float], needed: Sequence[float], least: Sequence[float]) -> tuple[list[float], bool]:
    """Return columns that give what they can spare to those that need more, and whether it is enough."""
    lacking = [max(0.0, need - width) for width, need in zip(usual, needed, strict=True)]
    spare = [0.0 if lack else max(0.0, width - keep) for width, keep, lack in zip(usual, least, lacking, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return list(usual), not sum(lacking)
    gain, loss = moved / sum(lacking), moved / sum(spare)
    widths = [width + lack * gain - part * loss for width, lack, part in zip(usual, lacking, spare, strict=True)]
    return widths, gain > 1 - 1e-9
