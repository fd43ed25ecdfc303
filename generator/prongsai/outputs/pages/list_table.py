"""Lists as tables: one row a thing; on a phone, where a row becomes a block, each cell is named by its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from prongsai.blocks.blocks import Cell, Row, Table, heads


def make_list_table(
    id_: str,
    caption: str,
    titles: Sequence[str],
    *bodies: Iterable[Row],
    foot: Iterable[Row] = (),
    kind: str = "stack",
) -> Table:
    """Return a table whose cells bear the titles of their columns.

    Args:
        id_: ASCII id of the caption.
        caption: What the table shows.
        titles: Titles of the columns.
        bodies: Groups of rows; each row has a cell for every column, or is the heading of its group.
        foot: Rows of totals.
        kind: Words for the page, as in ``Table``.
    """
    return Table(
        id_,
        caption,
        head=(Row(heads(*titles)),),
        bodies=tuple(tuple(_label(row, titles) for row in rows) for rows in bodies),
        foot=tuple(_label(row, titles) for row in foot),
        kind=kind,
    )


def _label(row: Row, titles: Sequence[str]) -> Row:
    if any(cell.colspan > 1 for cell in row.cells):
        return row
    return replace(row, cells=tuple(_name(cell, title) for cell, title in zip(row.cells, titles, strict=True)))


def _name(cell: Cell, title: str) -> Cell:
    if cell.scope or not cell.lines:
        return cell
    return Cell(cell.lines, cell.kind, title, cell.scope, cell.colspan, cell.rowspan)
