"""Tables of papers as a page shows them: what heads a group of rows is a row of its own, so that the rest has room."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from prongsai.blocks.blocks import Cell, Line, Row, Span, Table


def fold_groups(table: Table) -> Table:
    """Return a table without its leading group columns (``Table.groups``); their cells become rows of full width.

    A sum, whose title spans the group columns, keeps title and count in one cell.
    """
    if not table.groups:
        return table
    first, *under = table.head
    columns = table.columns - table.groups
    return replace(
        table,
        head=(replace(first, cells=first.cells[table.groups :]), *under),
        bodies=tuple(tuple(_fold_rows(rows, table.groups, columns)) for rows in table.bodies),
        foot=tuple(_fold_rows(table.foot, table.groups, columns)),
    )


def _fold_rows(rows: tuple[Row, ...], groups: int, columns: int) -> Iterator[Row]:
    for row in rows:
        first, second, *others = row.cells
        if first.colspan == groups:
            yield replace(row, cells=(replace(second, lines=(_join(first, second),), scope=first.scope), *others))
            continue
        cells = list(row.cells)
        while sum(cell.colspan for cell in cells) > columns:
            heading = cells.pop(0)
            if heading.lines:  # a dimension without projects has no mission to name
                yield Row((replace(heading, scope="rowgroup", rowspan=1, colspan=columns),))
        yield replace(row, cells=tuple(cells))


def _join(first: Cell, second: Cell) -> Line:
    return Line((*first.lines[0].spans, Span(" "), *second.lines[0].spans))
