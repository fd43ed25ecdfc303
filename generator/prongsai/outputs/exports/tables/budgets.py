"""The budgets of projects by fiscal year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_PROJECT, lao_column, money_columns, plan_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.plan import Plan
from prongsai.records.project import Project


class Item(NamedTuple):
    """One project in one year."""

    lao: LaoPages
    plan: Plan
    project: Project
    year: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every project in every year of its plan in which it is in force."""
    for plan in lao.dossier.plans.values():
        for project in plan.projects:
            for year in plan.years.span:
                if project.is_in_force(year):
                    yield Item(lao, plan, project, year)


TABLE: Table[Item] = Table(
    "budgets",
    "งบประมาณรายปี",
    "โครงการหนึ่งในปีหนึ่งละแถว เฉพาะปีที่โครงการอยู่ในแผน",
    "ตารางแผนและแบบรายละเอียดโครงการ",
    ("lao", "plan", "project", "fiscal_year"),
    (
        lao_column(),
        plan_column(),
        Column("project", "รหัสโครงการ", "รหัสในตาราง projects", lambda item: item.project.id, empty=""),
        Column("project_name", "ชื่อโครงการ", "ชื่อตามตารางแผน", lambda item: item.project.name, empty=""),
        Column("fiscal_year", "ปีงบประมาณ", "ปีงบประมาณ", lambda item: item.year, Kind.INTEGER, "พ.ศ.", empty=""),
        *money_columns(
            "budget", "งบประมาณ", "งบประมาณตามแผนของปีนั้น", lambda item: item.project.budget.in_year(item.year)
        ),
    ),
    list_items,
    (TO_PROJECT,),
)
