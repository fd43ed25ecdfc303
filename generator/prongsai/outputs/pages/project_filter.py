"""What the browser filters and sorts the project index by (``projects.js``): marks of the rows, and the choices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from prongsai.documents.formats import UNKNOWN_WORDS
from prongsai.figures.round_results import ProjectResult
from prongsai.records.money import NO_BUDGET_WORDS
from prongsai.records.plan import Plan
from prongsai.records.progress import Status
from prongsai.records.project import Project
from prongsai.thai.text import dictionary_key

_BUDGETS = {"yes": "ใช้งบประมาณ", "no": NO_BUDGET_WORDS, "unknown": UNKNOWN_WORDS, "out": "ไม่อยู่ในแผนปีนี้"}


class Marks(NamedTuple):
    """One row of the index, as the browser sees it.

    Attributes:
        dimension: Its number.
        status: Code word of the status; empty where the newest round does not count the project.
        budget: Whether it has money in the year shown: a key of ``_BUDGETS``.
        amount: Baht in that year; empty where unknown.
        spent: Baht used in that year; empty where unknown.
        units: JSON list of the responsible units.
        name: Place of the name in dictionary order.
    """

    dimension: int
    status: str
    budget: str
    amount: str
    spent: str
    units: str
    name: int


class Choice(NamedTuple):
    """A list to choose from: its name in the address, its label, value and label of the options that occur."""

    name: str
    label: str
    options: list[tuple[str, str]]


def list_marks(plan: Plan, year: int, results: Mapping[str, ProjectResult]) -> dict[str, Marks]:
    """Return the marks of every project by its id.

    Args:
        plan: The plan.
        year: Fiscal year (B.E.) whose money is shown.
        results: What the newest round tells, by project.
    """
    by_name = sorted(plan.projects, key=lambda project: dictionary_key(project.name))
    names = {project.id: place for place, project in enumerate(by_name)}
    marks = {}
    for project in plan.projects:
        budget, amount = _mark_money(project, year)
        result = results.get(project.id)
        spent = result.disbursed.amount if result else None
        marks[project.id] = Marks(
            dimension=project.dimension,
            status=result.status.value if result else "",
            budget=budget,
            amount=amount,
            spent="" if spent is None else str(spent),
            units=json.dumps(_list_units(project), ensure_ascii=False),
            name=names[project.id],
        )
    return marks


def _mark_money(project: Project, year: int) -> tuple[str, str]:
    if not project.is_in_force(year):
        return "out", ""
    amount = project.budget.in_year(year).amount
    if amount is None:
        return "unknown", ""
    return "yes" if amount else "no", str(amount)


def _list_units(project: Project) -> list[str]:
    """A name typed over two lines is one line in an option and in an address."""
    return [" ".join(unit.split()) for unit in project.responsible_units]


def list_choices(plan: Plan, marks: Iterable[Marks], dimensions: Mapping[int, str]) -> list[Choice]:
    """Return the lists to choose from, without options that no project has.

    Args:
        plan: The plan.
        marks: The marks of its projects.
        dimensions: Title of each dimension that has projects.
    """
    seen = list(marks)
    statuses, budgets = {mark.status for mark in seen}, {mark.budget for mark in seen}
    units = {unit for project in plan.projects for unit in _list_units(project)}
    choices = [
        Choice("dimension", "มิติ", [(str(number), f"{number}. {title}") for number, title in dimensions.items()]),
        Choice("status", "สถานะ", [(status.value, status.label) for status in Status if status.value in statuses]),
        Choice("budget", "งบประมาณ", [(word, label) for word, label in _BUDGETS.items() if word in budgets]),
        Choice("unit", "ผู้รับผิดชอบ", [(unit, unit) for unit in sorted(units, key=dictionary_key)]),
    ]
    return [choice for choice in choices if choice.options]
