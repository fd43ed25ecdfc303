"""One round of a plan: which projects it counts, where each stands, and the sums of the e-Plan tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from prongsai.figures.implementation import Level, compute_implementation_level
from prongsai.figures.money_sum import MoneySum, add_money_sums, compute_budget_used_percent, compute_money_sum
from prongsai.figures.plan_budget import group_by_dimension
from prongsai.figures.statuses import (
    StatusCounts,
    add_status_counts,
    compute_projects_done_percent,
    compute_status_counts,
)
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.money import NO_BUDGET, UNKNOWN_MONEY, Money
from prongsai.records.plan import Plan
from prongsai.records.progress import Progress, Round, RoundReport, Status
from prongsai.records.project import Project


class ProjectResult(Struct, frozen=True):
    """One project in one round.

    Attributes:
        project: The project of the plan.
        progress: Its record; the one of round 06 where ``is_carried``; None where there is none.
        is_carried: Done in round 06 and without a record in round 12.
        planned: Baht in the plan (= local development plan) for the fiscal year.
        ordinance: Baht in the ordinance.
        disbursed: Baht used since the fiscal year began.
        half_year: Which of the three amounts round 12 does not tell, so that those of round 06 stand.
    """

    project: Project
    progress: Progress | None
    is_carried: bool
    status: Status
    planned: Money
    ordinance: Money
    disbursed: Money
    half_year: frozenset[str] = frozenset()

    @property
    def is_without_money(self) -> bool:
        """Tell whether every amount is known to be none, so that it need be said once only."""
        amounts = (self.planned, self.ordinance, self.disbursed)
        return all(amount.is_known and not amount.is_budgeted for amount in amounts)


class ResultSums(Struct, frozen=True):
    """Counts and money of some projects in one round; money in baht, shares in percent."""

    counts: StatusCounts
    planned: MoneySum
    ordinance: MoneySum
    disbursed: MoneySum
    projects_percent: Decimal
    budget_percent: Decimal | None


class OrdinanceCount(Struct, frozen=True):
    """How many projects the ordinance or operating plan holds.

    Attributes:
        number: Projects, or None where neither the records nor the report tell.
        unknown: Projects of which the records do not tell.
        is_declared: The number is the report's own; the projects are not named.
    """

    number: int | None
    unknown: int
    is_declared: bool


class RoundResults(Struct, frozen=True):
    """All figures of one round."""

    key: RoundKey
    plan: Plan
    report: RoundReport
    results: tuple[ProjectResult, ...]
    by_dimension: dict[int, ResultSums]
    total: ResultSums
    in_ordinance: OrdinanceCount
    minimum: int | None
    level: Level | None


def compute_project_results(dossier: Dossier, key: RoundKey) -> tuple[ProjectResult, ...]:
    """Return where each project of the plan stands in one round.

    Formula: the projects in force in the fiscal year. Without a record a project is "waiting"; in round 12, one that
    was done in round 06 stays done. Each amount is the record's; else, in round 12, that of the record of round 06;
    else the planned amount is the plan's, and where that is no money (ไม่ใช้งบประมาณ, or 0 as e-Plan prints it) the
    ordinance has none and none was used; else the amount is unknown.
    Source: e-PlanNACC: "รอรายงาน" is a project in force without a report; round 12 is cumulative.
    """
    plan = dossier.find_plan(key.fiscal_year)
    if plan is None:
        return ()
    records = _by_project(dossier.rounds.get(key))
    earlier = _by_project(dossier.rounds.get(RoundKey(key.fiscal_year, Round.SIX))) if key.round is Round.TWELVE else {}
    results = []
    for project in plan.projects_in_force(key.fiscal_year):
        progress = records.get(project.id)
        results.append(_compute_result(project, progress, earlier.get(project.id), key.fiscal_year))
    return tuple(results)


def _by_project(report: RoundReport | None) -> dict[str, Progress]:
    return {progress.project: progress for progress in report.projects} if report else {}


def _compute_result(
    project: Project, progress: Progress | None, before: Progress | None, fiscal_year: int
) -> ProjectResult:
    """Return one project's result; ``before`` is its record of round 06 where the round is the whole year's."""
    is_carried = progress is None and before is not None and before.status is Status.DONE
    record = before if is_carried else progress
    told: dict[str, Money] = {}
    half_year = set()
    for name in ("planned", "ordinance", "disbursed"):
        amount = getattr(record, name, None)
        if amount is None and before is not None and (amount := getattr(before, name)) is not None:
            half_year.add(name)
        if amount is not None:
            told[name] = amount
    planned = told.get("planned", project.budget.in_year(fiscal_year))
    assumed = NO_BUDGET if planned.amount == 0 else UNKNOWN_MONEY
    return ProjectResult(
        project=project,
        progress=record,
        is_carried=is_carried,
        status=record.status if record else Status.WAITING,
        planned=planned,
        ordinance=told.get("ordinance", assumed),
        disbursed=told.get("disbursed", assumed),
        half_year=frozenset(half_year),
    )


def compute_result_sums(results: Sequence[ProjectResult]) -> ResultSums:
    """Return counts, money and shares of some projects.

    Formula: sums over the projects; shares from the sums (see ``compute_projects_done_percent`` and
    ``compute_budget_used_percent``).
    Source: e-PlanNACC "รายงานผลการนำแผนไปปฏิบัติ" and "การเบิกจ่ายงบประมาณ", FY 2566.
    """
    return _make_sums(
        compute_status_counts(result.status for result in results),
        *(
            compute_money_sum(getattr(result, name) for result in results)
            for name in ("planned", "ordinance", "disbursed")
        ),
    )


def add_result_sums(sums: Iterable[ResultSums]) -> ResultSums:
    """Return counts, money and shares of several LAOs together, each by its own newest round.

    Formula: sums of the sums; shares from the sums, never a mean of shares.
    Source: our own; the documents of one LAO tell of that LAO only.
    """
    parts = list(sums)
    return _make_sums(
        add_status_counts(part.counts for part in parts),
        *(add_money_sums(getattr(part, name) for part in parts) for name in ("planned", "ordinance", "disbursed")),
    )


def _make_sums(counts: StatusCounts, planned: MoneySum, ordinance: MoneySum, disbursed: MoneySum) -> ResultSums:
    return ResultSums(
        counts=counts,
        planned=planned,
        ordinance=ordinance,
        disbursed=disbursed,
        projects_percent=compute_projects_done_percent(counts),
        budget_percent=compute_budget_used_percent(disbursed, planned),
    )


def compute_in_ordinance(results: Sequence[ProjectResult], report: RoundReport) -> OrdinanceCount:
    """Return how many projects the ordinance or operating plan holds.

    Formula: count of the records' tick-boxes; where no record has one, the number that the report declares.
    Source: e-PlanNACC "สถานะโครงการ/กิจกรรม/มาตรการ", column บรรจุในข้อบัญญัติ/เทศบัญญัติ/แผนดำเนินงาน.
    """
    ticks = [result.progress.in_ordinance if result.progress else None for result in results]
    known = [tick for tick in ticks if tick is not None]
    if not known:
        declared = report.declared.in_ordinance
        return OrdinanceCount(declared, 0 if declared is not None else len(ticks), is_declared=declared is not None)
    return OrdinanceCount(sum(known), len(ticks) - len(known), is_declared=False)


def compute_round_results(dossier: Dossier, key: RoundKey) -> RoundResults:
    """Return all figures of one round of one LAO's plan.

    Formula: see the functions that it calls; without a minimum number of projects there is no level.
    Source: e-PlanNACC tables E1-E6, FY 2566.

    Raises:
        KeyError: No plan covers the round's fiscal year.
    """
    plan, report = dossier.get_plan(key.fiscal_year), dossier.rounds[key]
    results = compute_project_results(dossier, key)
    groups = group_by_dimension((result.project for result in results), plan)
    total = compute_result_sums(results)
    minimum = dossier.lao.minimum_projects.get(key.fiscal_year) or None
    return RoundResults(
        key=key,
        plan=plan,
        report=report,
        results=results,
        by_dimension={
            number: compute_result_sums([result for result in results if result.project.dimension == number])
            for number in groups
        },
        total=total,
        in_ordinance=compute_in_ordinance(results, report),
        minimum=minimum,
        level=compute_implementation_level(total.counts, minimum, dossier.lao.level_thresholds) if minimum else None,
    )


class Change(Struct, frozen=True):
    """A project whose status differs between two rounds; ``before`` is None where it is new in the plan."""

    project: Project
    before: Status | None
    after: Status


def compute_changes(before: RoundResults, after: RoundResults) -> list[Change]:
    """Return the projects whose status is not what it was in an earlier round, in the plan's order.

    Formula: per project in force in the later round, status after ≠ status before.
    Source: our own; the documents print no comparison.
    """
    statuses = {result.project.id: result.status for result in before.results}
    return [
        Change(result.project, statuses.get(result.project.id), result.status)
        for result in after.results
        if statuses.get(result.project.id) is not result.status
    ]
