"""Tables of papers as pages show them."""

from __future__ import annotations

from msgspec.structs import replace
from prongsai.blocks.blocks import Row, Table, cell, heads, num
from prongsai.outputs.pages.folding import fold_groups

TABLE = Table(
    "t",
    "ตาราง",
    head=(Row((*heads("มิติ", "ภารกิจ", "โครงการ", rowspan=2), *heads("ปี 2566"))), Row(heads("บาท"))),
    bodies=(
        (
            Row((cell("1", scope="rowgroup", rowspan=3), cell("1.1", rowspan=2), cell("ก", scope="row"), num(1))),
            Row((cell("ข", scope="row"), num(2))),
            Row((cell("1.2"), cell("ค", scope="row"), num(3))),
            Row((cell("รวม", scope="row", colspan=2), cell("3 โครงการ"), num(6)), is_subtotal=True),
        ),
    ),
    foot=(Row((cell("รวมทั้งสิ้น", scope="row", colspan=2), cell("3 โครงการ"), num(6))),),
    groups=2,
)


def test_groups_become_rows() -> None:
    """A dimension and each of its missions head the rows below them; every row has the columns of the rest."""
    folded = fold_groups(TABLE)

    assert [[part.text for part in row.cells] for row in folded.head] == [["โครงการ", "ปี 2566"], ["บาท"]]
    assert [[part.text for part in row.cells] for row in folded.rows] == [
        ["1"],
        ["1.1"],
        ["ก", "1"],
        ["ข", "2"],
        ["1.2"],
        ["ค", "3"],
        ["รวม 3 โครงการ", "6"],
        ["รวมทั้งสิ้น 3 โครงการ", "6"],
    ]
    assert {sum(part.colspan for part in row.cells) for row in folded.rows} == {2}
    assert {part.rowspan for row in folded.rows for part in row.cells} == {1}
    assert [row.cells[0].scope for row in folded.rows] == ["rowgroup"] * 2 + ["row"] * 2 + ["rowgroup"] + ["row"] * 3
    assert [row.is_subtotal for row in folded.rows] == [False] * 6 + [True, False]


def test_table_without_groups_stays() -> None:
    """Nothing is folded where nothing heads a group."""
    table = replace(TABLE, groups=0)

    assert fold_groups(table) is table
