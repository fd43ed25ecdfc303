"""Headings over columns of numbers."""

from __future__ import annotations

from prongsai.blocks.blocks import Cell, Row, Table, cell, heads, money, num
from prongsai.outputs.pages.aligning import align_heads


def align(head: tuple[Row, ...], *rows: Row) -> list[list[str]]:
    """Return the kinds of the headings, a list a row."""
    table = align_heads(Table("t", "ตาราง", head, (rows,)))
    return [[each.kind for each in row.cells] for row in table.head]


def test_numbers_only() -> None:
    """A column is one of numbers where nothing else stands in it; an empty cell says nothing."""
    head = (Row(heads("ชื่อ", "จำนวน", "เงิน", "หมายเหตุ", "ว่าง")),)
    first = Row((cell("ก", scope="row"), num(1), Cell(), num(2), Cell()))
    second = Row((cell("ข", scope="row"), num(3), money("4"), cell("ห้า"), Cell()))

    assert align(head, first, second) == [["", "num", "num", "", ""]]


def test_cells_over_several_rows_and_columns() -> None:
    """A heading counts for the column that it stands over, whatever covers more than one beside it."""
    head = (
        Row((*heads("ชื่อ", rowspan=2), cell("เงิน", scope="colgroup", colspan=2), *heads("จำนวน", rowspan=2))),
        Row(heads("ตั้งไว้", "เหตุผล")),
    )
    first = Row((cell("ก", rowspan=2), money("1"), cell("เพราะ"), num(1)))
    second = Row((money("2"), cell("แม้"), num(2)))
    whole = Row((cell("รวม", colspan=3), num(3)))

    assert align(head, first, second, whole) == [["", "", "num"], ["num", ""]]
