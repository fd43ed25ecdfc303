"""What the records know of the figures that prose tells: the values that are right, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

from prongsai.checks.subjects.declared import (
    count_missing,
    is_contradicted,
    is_plan_read,
    is_round_read,
    is_same_percent,
)
from prongsai.checks.subjects.passages import Passage
from prongsai.checks.subjects.told_figures import Figure, Period, Told
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.percent import compute_percent
from prongsai.figures.plan_budget import BudgetRow, compute_budget_row, group_by_dimension
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import DeclaredFigures, Round
from prongsai.records.project import Project

_STATUSES = {
    Figure.DONE: "done",
    Figure.IN_PROGRESS: "in_progress",
    Figure.WAITING: "waiting",
    Figure.CANNOT: "cannot",
}


class KnownFigures(Protocol):
    """The figures of one round or one plan.

    Attributes:
        source: What they are computed from, in Thai.
        where: Its place.
    """

    source: str
    where: Where

    def find_right(self, told: Told) -> Decimal | None:
        """Return the value that stands in the records where a told one is surely wrong, else None."""

    def is_complete(self, told: Told) -> bool:
        """Tell whether the sum is known in full."""


def find_known(loaded: LoadedDossier, passage: Passage, period: Period) -> KnownFigures | None:
    """Return the figures that a passage's number is to be compared with; None where nobody knows which, or all."""
    if period.is_other or passage.plan is None:
        return None
    if passage.key is None:
        return _PlanFigures(loaded, passage.plan, period.year) if is_plan_read(loaded, passage.plan) else None
    key = _find_round(passage.key, period)
    results = loaded.ledger.by_round.get(key)
    return _RoundFigures(loaded, results) if results and is_round_read(loaded, key) else None


def _find_round(key: RoundKey, period: Period) -> RoundKey:
    """Return the round that a text means: its report's own, or the one that it named last."""
    year = period.year or key.fiscal_year
    own = key.round if year == key.fiscal_year else Round.TWELVE
    round_ = {6: Round.SIX, 12: Round.TWELVE}.get(period.months or 0, own)
    return RoundKey(year, round_)


class _RoundFigures:
    def __init__(self, loaded: LoadedDossier, results: RoundResults) -> None:
        self._results = results
        self._budgets = loaded.ledger.budgets[results.plan.period]
        self._groups = group_by_dimension(results.plan.projects, results.plan)
        named = {number: sums.counts.total for number, sums in results.by_dimension.items()}
        self._missing = count_missing(results.report.declared, named).total
        self.source = f"ผลรายโครงการใน progress/{results.key.slug}.yml"
        self.where = loaded.sources.where_round(results.key, "projects")

    def find_right(self, told: Told) -> Decimal | None:
        """Return our value where the told one is none of those of its dimension, or of all where it may be that."""
        scopes = [told.dimension] if told.dimension is None or not told.is_sum else [told.dimension, None]
        rights = [self._find_in_scope(told, scope) for scope in scopes]
        return rights[0] if None not in rights else None

    def _find_in_scope(self, told: Told, dimension: int | None) -> Decimal | None:
        results = self._results
        sums = results.total if dimension is None else results.by_dimension.get(dimension)
        row = results.report.declared if dimension is None else results.report.declared.dimensions.get(dimension)
        if sums is None:
            return None
        if told.figure in {Figure.PLANNED, Figure.BUDGET, Figure.ORDINANCE, Figure.DISBURSED, Figure.LEFT}:
            return self._find_money(told, sums, row, dimension)
        if self._missing and told.figure is not Figure.DIMENSIONS:
            return None
        if told.figure in {Figure.SHARE, Figure.LEVEL}:
            return self._find_percent(told, sums, row)
        return _find_unequal(told.value, self._list_counts(told.figure, sums, row, dimension))

    def _list_counts(
        self, figure: Figure, sums: ResultSums, row: DeclaredFigures | None, dimension: int | None
    ) -> list[Decimal | int | None]:
        counts, plan = sums.counts, self._results.plan
        if figure is Figure.DIMENSIONS:
            return [len(plan.dimension_titles), sum(map(bool, self._groups.values()))]
        if figure is Figure.UNDONE:
            cannot, waiting = counts.cannot, counts.waiting
            return [counts.total - counts.done, cannot, waiting, cannot + waiting]
        if figure is Figure.MINIMUM:
            return [self._results.minimum, self._results.report.declared.minimum]
        if figure is Figure.IN_ORDINANCE:
            ticks = self._results.in_ordinance
            return (
                []
                if ticks.unknown or dimension is not None
                else [ticks.number, self._results.report.declared.in_ordinance]
            )
        if figure is Figure.CARRIED_OUT:
            return [counts.done, counts.done + counts.in_progress, counts.total]
        if figure in {Figure.FUNDED, Figure.UNFUNDED}:
            return self._count_funded(dimension, is_funded=figure is Figure.FUNDED)
        if figure is Figure.PROJECTS:
            in_plan = len(plan.projects) if dimension is None else len(self._groups.get(dimension, []))
            return [counts.total, in_plan, row.projects if row else None]
        name = _STATUSES[figure]
        return [getattr(counts, name), getattr(row, name, None)]

    def _count_funded(self, dimension: int | None, *, is_funded: bool) -> list[Decimal | int | None]:
        """Return how many projects have money, or none: in the plan, in the ordinance, or used."""
        results = [item for item in self._results.results if dimension in {None, item.project.dimension}]
        if any(item.planned.amount is None for item in results):
            return []
        columns = [[item.planned, item.ordinance, item.disbursed] for item in results]
        funded = [sum(bool(row[column].amount) for row in columns) for column in range(3)]
        return [number if is_funded else len(results) - number for number in funded]

    def _find_money(
        self, told: Told, sums: ResultSums, row: DeclaredFigures | None, dimension: int | None
    ) -> Decimal | None:
        if told.figure is Figure.LEFT:
            left = [_subtract(whole, sums.disbursed) for whole in (sums.planned, sums.ordinance)]
            return None if None in left else _find_unequal(told.value, left)
        names = {Figure.PLANNED: ["planned"], Figure.BUDGET: ["planned", "ordinance"]}.get(
            told.figure, [told.figure.value]
        )
        known = [getattr(sums, name) for name in names]
        if "planned" in names:
            known += self._list_plan_sums(told, dimension)
        declared = [getattr(row, name) for name in names if row and getattr(row, name) is not None]
        if any(money.amount == told.value for money in declared):
            return None
        is_wrong = all(is_contradicted(told.value, total, self._missing) for total in known)
        return known[0].amount if is_wrong else None

    def _list_plan_sums(self, told: Told, dimension: int | None) -> list[MoneySum]:
        """Return the plan's money of the year, and of all years where that is known or the text names them."""
        plan = self._results.plan
        row = self._budgets if dimension is None else compute_budget_row(self._groups.get(dimension, []), plan)
        is_meant = row.total.is_complete or told.is_of_plan
        return [row.by_year[self._results.key.fiscal_year], *([row.total] if is_meant else [])]

    def _find_percent(self, told: Told, sums: ResultSums, row: DeclaredFigures | None) -> Decimal | None:
        if told.figure is Figure.LEVEL:
            level = self._results.level
            known = [level.percent if level else None, getattr(row, "level_percent", None)]
            return None if level is None else _find_other_percent(told.value, known)
        if told.of is Figure.DISBURSED:
            if not (sums.disbursed.is_complete and sums.planned.is_complete and sums.ordinance.is_complete):
                return None
            wholes = [sums.planned.amount, sums.ordinance.amount]
            known = [compute_percent(sums.disbursed.amount, whole) for whole in wholes if whole]
            known.append(row.budget_percent if row else None)
            return _find_other_percent(told.value, known)
        counts = sums.counts
        known = (
            [compute_percent(getattr(counts, _STATUSES[told.of or Figure.DONE]), counts.total)] if counts.total else []
        )
        known.append(row.projects_percent if row and told.of is Figure.DONE else None)
        return _find_other_percent(told.value, known)

    def is_complete(self, told: Told) -> bool:
        sums = self._results.by_dimension.get(told.dimension or 0, self._results.total)
        total = getattr(sums, {Figure.BUDGET: "planned"}.get(told.figure, told.figure.value), None)
        return not isinstance(total, MoneySum) or (total.is_complete and not self._missing)


class _PlanFigures:
    """A plan is told with the projects of any of its years: the words may be older than an amendment."""

    def __init__(self, loaded: LoadedDossier, plan: Plan, year: int | None) -> None:
        self._plan = plan
        self._year = year if year in plan.years.span else None
        self._groups = group_by_dimension(plan.projects, plan)
        self.source = f"รายการโครงการในแผน {plan.period}"
        self.where = loaded.sources.where_plan(plan.period, "projects" if plan.projects else "years")

    def find_right(self, told: Told) -> Decimal | None:
        """Return our value where the told one is that of no year, and of no sum that it may be."""
        scopes = [told.dimension] if told.dimension is None or not told.is_sum else [told.dimension, None]
        rights = [self._find_in_scope(told, scope) for scope in scopes]
        return rights[0] if None not in rights else None

    def _find_in_scope(self, told: Told, dimension: int | None) -> Decimal | None:
        plan, declared = self._plan, self._plan.declared
        projects = plan.projects if dimension is None else self._groups.get(dimension, [])
        row = declared if dimension is None else declared.dimensions.get(dimension)
        if told.figure is Figure.DIMENSIONS:
            used = sum(map(bool, self._groups.values()))
            return _find_unequal(told.value, [len(plan.dimension_titles), used])
        if told.figure is Figure.PROJECTS:
            known: list[int | Decimal | None] = [len(projects), row.projects if row else None]
            return _find_unequal(told.value, [*known, *(_count_in_force(projects, year) for year in plan.years.span)])
        if told.figure not in {Figure.PLANNED, Figure.BUDGET}:
            return None
        if row and any(money.amount == told.value for money in row.budgets.values()):
            return None
        budgets = compute_budget_row(projects, plan)
        known_sums = self._list_sums(budgets)
        is_wrong = all(is_contradicted(told.value, total, 0) for total in known_sums)
        return known_sums[0].amount if is_wrong else None

    def _list_sums(self, budgets: BudgetRow) -> list[MoneySum]:
        own = [budgets.by_year[self._year]] if self._year else []
        return [*own, budgets.total, *budgets.by_year.values()]

    def is_complete(self, told: Told) -> bool:
        projects = self._groups.get(told.dimension or 0, self._plan.projects)
        return self._list_sums(compute_budget_row(projects, self._plan))[0].is_complete


def _count_in_force(projects: Sequence[Project], year: int) -> int:
    return sum(project.is_in_force(year) for project in projects)


def _find_unequal(value: Decimal, known: Iterable[Decimal | int | None]) -> Decimal | None:
    """Return the first of the known values where the told one is none of them."""
    values = [Decimal(number) for number in known if number is not None]
    return None if not values or value in values else values[0]


def _find_other_percent(value: Decimal, known: Iterable[Decimal | None]) -> Decimal | None:
    values = [percent for percent in known if percent is not None]
    return None if not values or any(is_same_percent(value, percent) for percent in values) else values[0]


def _subtract(whole: MoneySum, part: MoneySum) -> Decimal | None:
    return whole.amount - part.amount if whole.is_complete and part.is_complete else None
