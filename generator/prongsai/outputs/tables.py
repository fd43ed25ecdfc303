"""Tables on paper: where each cell stands, and columns that are wide enough for their amounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from prongsai.blocks.blocks import Cell, Row, Table
from prongsai.fonts.advances import measure_text

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*")
_AMOUNT_KINDS = {"num", "money"}
_PADDING = 9.0  # points beside a text: the room to both borders, and a border
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
    amounts = _measure_amounts(table, translate)
    widths, size = usual, 0.0
    for size in sizes:
        widths, is_enough = _widen(usual, [em * size + _PADDING if em else 0 for em in amounts])
        if is_enough:
            break
    return tuple(column / width for column in widths), size


def _measure_amounts(table: Table, translate: Callable[[str], str]) -> list[float]:
    """Return the width of the widest amount of each column in em; 0 for a column without any."""
    widest = [0.0] * table.columns
    for _, left, cell in place_cells(table.rows):
        if cell.kind in _AMOUNT_KINDS and cell.colspan == 1:
            for amount in _AMOUNT.findall(translate(cell.text)):
                widest[left] = max(widest[left], measure_text(amount))
    return widest


def _widen(usual: Sequence[float], needed: Sequence[float]) -> tuple[list[float], bool]:
    """Return columns that give what they can spare to those that need more, and whether it is enough."""
    lacking = [max(0.0, need - width) for width, need in zip(usual, needed, strict=True)]
    spare = [
        0.0 if lack else max(0.0, width - max(need, _LEAST_SHARE * width))
        for width, need, lack in zip(usual, needed, lacking, strict=True)
    ]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return list(usual), not sum(lacking)
    gain, loss = moved / sum(lacking), moved / sum(spare)
    widths = [width + lack * gain - part * loss for width, lack, part in zip(usual, lacking, spare, strict=True)]
    return widths, gain > 1 - 1e-9
