"""The target values of plans, one row an indicator and year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_PLAN, choice_column, lao_column, plan_column, row_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.plan import Direction, Plan, Target, Unit


class Item(NamedTuple):
    """One indicator in one year; None where the table gives no year."""

    lao: LaoPages
    plan: Plan
    target: Target
    year: int | None
    value: Decimal | None
    row: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every value of every plan's targets."""
    for plan in lao.dossier.plans.values():
        values: list[tuple[Target, int | None, Decimal | None]] = []
        for target in plan.targets:
            values += [(target, *value) for value in sorted(target.values.items())] or [(target, None, None)]
        for row, (target, year, value) in enumerate(values, 1):
            yield Item(lao, plan, target, year, value, row)


TABLE: Table[Item] = Table(
    "targets",
    "ค่าเป้าหมาย",
    "ตัวชี้วัดหนึ่งในปีหนึ่งละแถว",
    "ตารางค่าเป้าหมายในแผน (plan.yml)",
    ("lao", "plan", "row"),
    (
        lao_column(),
        plan_column(),
        row_column(lambda item: item.row),
        Column("indicator", "ตัวชี้วัด", "ตัวชี้วัด", lambda item: item.target.indicator, empty=""),
        choice_column("unit", "หน่วย", "หน่วยของค่า", lambda item: item.target.unit, Unit, empty=""),
        choice_column("direction", "ทิศทางที่ดี", "ค่าที่ดีขึ้นเป็นทางใด", lambda item: item.target.direction, Direction),
        Column("fiscal_year", "ปีงบประมาณ", "ปีของค่าเป้าหมาย", lambda item: item.year, Kind.INTEGER, "พ.ศ."),
        Column("value", "ค่าเป้าหมาย", "ค่าเป้าหมายของปีนั้น", lambda item: item.value, Kind.NUMBER, "ตาม unit"),
        Column("baseline_year", "ปีฐาน", "ปีฐาน", lambda item: item.target.baseline_year, Kind.INTEGER, "พ.ศ."),
        Column(
            "baseline_value", "ค่าในปีฐาน", "ค่าในปีฐาน", lambda item: item.target.baseline_value, Kind.NUMBER, "ตาม unit"
        ),
        Column(
            "pass_mark", "เกณฑ์ผ่าน", "เกณฑ์ผ่านที่เอกสารระบุ", lambda item: item.target.pass_mark, Kind.NUMBER, "ตาม unit"
        ),
    ),
    list_items,
    (TO_PLAN,),
)
