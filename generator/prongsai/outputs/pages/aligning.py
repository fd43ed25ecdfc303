"""Tables as a page shows them: the heading of a column of numbers stands over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from prongsai.blocks.blocks import Cell, Row, Table

_NUMBERS = frozenset({"num", "money", "traced"})


def align_heads(table: Table) -> Table:
    """Return a table whose headings of one column are marked as a number's where all that stands in it are numbers."""
    columns = _find_numbers([*table.bodies, table.foot])
    if not columns:
        return table
    marked = {place for place, column, cell in _place(table.head) if cell.colspan == 1 and column in columns}
    head = []
    for at, row in enumerate(table.head):
        kinds = ("num" if (at, index) in marked else cell.kind for index, cell in enumerate(row.cells))
        head.append(replace(row, cells=tuple(map(_mark, row.cells, kinds))))
    return replace(table, head=tuple(head))


def _mark(cell: Cell, kind: str) -> Cell:
    return cell if cell.kind == kind else replace(cell, kind=kind)


def _find_numbers(groups: Sequence[Sequence[Row]]) -> frozenset[int]:
    """Return the columns in which numbers stand, and nothing else."""
    numbers: set[int] = set()
    others: set[int] = set()
    for rows in groups:
        for _, column, cell in _place(rows):
            if cell.colspan == 1 and cell.lines:
                (numbers if cell.kind in _NUMBERS else others).add(column)
    return frozenset(numbers - others)


def _place(rows: Sequence[Row]) -> Iterator[tuple[tuple[int, int], int, Cell]]:
    """Yield each cell of some rows with its place (row, cell) and the first column that it covers."""
    taken: dict[int, int] = {}  # column → rows that a cell above still covers
    for at, row in enumerate(rows):
        column, covered = 0, dict(taken)
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        for index, cell in enumerate(row.cells):
            while covered.get(column):
                column += 1
            yield (at, index), column, cell
            if cell.rowspan > 1:
                taken |= dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1)
            column += cell.colspan
