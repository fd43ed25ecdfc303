"""Lists as tables: every cell bears the title of its column."""

from __future__ import annotations

import pytest
from prongsai.blocks.blocks import Row, cell, num
from prongsai.outputs.pages.list_table import make_list_table

TITLES = ("ชื่อ", "จำนวน", "หมายเหตุ")


def test_cells_are_named_by_their_columns() -> None:
    """What heads a row or a group has its own name, and an empty cell needs none."""
    group = Row((cell("กลุ่ม", scope="rowgroup", colspan=3),))
    row = Row((cell("ก", scope="row"), num(1), cell()), data=(("name", "1"),))

    table = make_list_table("a", "รายการ", TITLES, [group, row], foot=[row])

    assert [cell.text for cell in table.head[0].cells] == [*TITLES]
    assert table.bodies[0][0] == group
    assert [[cell.label for cell in row.cells] for row in (table.bodies[0][1], *table.foot)] == [["", "จำนวน", ""]] * 2
    assert table.bodies[0][1].data == row.data


def test_a_row_without_its_cells_is_refused() -> None:
    """A row that lacks a column cannot stand in the wrong ones."""
    with pytest.raises(ValueError, match="longer"):
        make_list_table("a", "รายการ", TITLES, [Row((cell("ก", scope="row"), num(1)))])
