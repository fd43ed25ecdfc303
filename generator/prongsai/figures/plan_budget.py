"""The plan table: projects by dimension and mission, and their budgets by fiscal year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from prongsai.figures.money_sum import MoneySum, compute_money_sum
from prongsai.records.plan import Plan
from prongsai.records.project import Project


class BudgetRow(Struct, frozen=True):
    """A line of sums under the plan table: number of projects and budget per fiscal year (baht)."""

    projects: int
    by_year: dict[int, MoneySum]
    total: MoneySum


def group_by_dimension(projects: Iterable[Project], plan: Plan) -> dict[int, list[Project]]:
    """Return the projects of each dimension, in the plan's order; every dimension of the plan has its list."""
    groups: dict[int, list[Project]] = {number: [] for number in plan.dimension_titles}
    for project in projects:
        groups.setdefault(project.dimension, []).append(project)
    return groups


def compute_budget_row(projects: Sequence[Project], plan: Plan) -> BudgetRow:
    """Return number of projects and their budget in every fiscal year of the plan.

    Formula: per year Σ budget of the projects in force in that year; total = Σ over the years.
    Source: plan table "รวม จำนวน N โครงการ" and "รวมทั้งสิ้น".
    """
    in_force = {
        year: [project.budget.in_year(year) for project in projects if project.is_in_force(year)]
        for year in plan.years.span
    }
    by_year = {year: compute_money_sum(parts) for year, parts in in_force.items()}
    total = compute_money_sum(part for parts in in_force.values() for part in parts)
    return BudgetRow(len(projects), by_year, total)


def group_by_mission(projects: Iterable[Project]) -> list[tuple[str, list[Project]]]:
    """Return the projects of each main mission (2.1), in order of number."""
    groups: dict[str, list[Project]] = {}
    for project in projects:
        groups.setdefault(project.main_mission, []).append(project)
    return sorted(groups.items())
