"""The plans of an LAO."""

from __future__ import annotations

from typing import NamedTuple

from prongsai.outputs.exports.columns import (
    TO_LAO,
    address_column,
    choice_column,
    count_column,
    lao_column,
    plan_column,
    sum_columns,
)
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.plan import Plan, PlanSource


class Item(NamedTuple):
    """One plan."""

    lao: LaoPages
    plan: Plan


TABLE: Table[Item] = Table(
    "plans",
    "แผน",
    "แผนละแถว",
    "แผนปฏิบัติการป้องกันการทุจริต (plan.yml)",
    ("lao", "plan"),
    (
        lao_column(),
        plan_column(),
        Column(
            "first_year", "ปีแรก", "ปีงบประมาณแรก", lambda item: item.plan.years.first, Kind.INTEGER, "พ.ศ.", empty=""
        ),
        Column(
            "last_year", "ปีสุดท้าย", "ปีงบประมาณสุดท้าย", lambda item: item.plan.years.last, Kind.INTEGER, "พ.ศ.", empty=""
        ),
        Column("title", "ชื่อแผน", "ชื่อแผนพร้อมช่วงปี", lambda item: item.plan.name, empty=""),
        choice_column(
            "source", "รู้จากเอกสารใด", "รู้จักแผนจากเอกสารใด", lambda item: item.plan.source, PlanSource, empty=""
        ),
        count_column("projects", "จำนวนโครงการ", "โครงการทั้งหมดในแผน", lambda item: len(item.plan.projects)),
        *sum_columns(
            "budget",
            "งบประมาณทุกปี",
            "งบประมาณตามแผนรวมทุกปี",
            lambda item: item.lao.ledger.budgets[item.plan.period].total,
        ),
        Column("announcement", "ประกาศใช้แผน", "รหัสประกาศในตาราง papers", lambda item: item.plan.announcement),
        Column("order", "คำสั่งแต่งตั้ง", "รหัสคำสั่งในตาราง papers", lambda item: item.plan.order),
        address_column("page_address", "ที่อยู่หน้าแผน", lambda item: item.lao.plan_front(item.plan)),
    ),
    lambda lao: [Item(lao, plan) for plan in lao.dossier.plans.values()],
    (TO_LAO,),
)
