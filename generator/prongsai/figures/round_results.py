"""One round of a plan: which projects it counts, where each stands, and the sums of the e-Plan tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.implementation import Level, compute_implementation_level
from generator.figures.money_sum import MoneySum, compute_budget_used_percent, compute_money_sum
from generator.figures.plan_budget import group_by_dimension
from generator.figures.statuses import StatusCounts, compute_projects_done_percent, compute_status_counts
from generator.records.dossier import Dossier, RoundKey
from generator.records.money import NO_BUDGET, UNKNOWN_MONEY, Money
from generator.records.plan import Project
from generator.records.progress import Progress, Round, RoundReport, Status


@dataclass(frozen=True)
class ProjectResult:
    """One project in one round.

    Attributes:
        project: The project of the plan.
        progress: Its record; the one of round 06 where ``is_carried``; None where there is none.
        is_carried: Done in round 06 and without a record in round 12.
        planned: Baht in the plan (= local development plan) for the fiscal year.
        ordinance: Baht in the ordinance.
        disbursed: Baht used since the fiscal year began.
    """

    project: Project
    progress: Progress | None
    is_carried: bool
    status: Status
    planned: Money
    ordinance: Money
    disbursed: Money


@dataclass(frozen=True)
class ResultSums:
    """Counts and money of some projects in one round; money in baht, shares in percent."""

    counts: StatusCounts
    planned: MoneySum
    ordinance: MoneySum
    disbursed: MoneySum
    projects_percent: Decimal
    budget_percent: Decimal | None


@dataclass(frozen=True)
class OrdinanceCount:
    """How many projects the ordinance or operating plan holds.

    Attributes:
        number: Projects, or None where neither the records nor the report tell.
        unknown: Projects of which the records do not tell.
        is_declared: The number is the report's own; the projects are not named.
    """

    number: int | None
    unknown: int
    is_declared: bool


@dataclass(frozen=True)
class RoundResults:
    """All figures of one round."""

    key: RoundKey
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
    was done in round 06 stays done. A project without budget and without amounts of its own used no money.
    Source: e-PlanNACC: "รอรายงาน" is a project in force without a report; round 12 is cumulative.
    """
    if dossier.plan is None:
        return ()
    records = _by_project(dossier.rounds.get(key))
    earlier = _by_project(dossier.rounds.get(RoundKey(key.fiscal_year, Round.SIX))) if key.round is Round.TWELVE else {}
    results = []
    for project in dossier.plan.projects_in_force(key.fiscal_year):
        progress = records.get(project.id)
        before = earlier.get(project.id)
        is_carried = progress is None and before is not None and before.status is Status.DONE
        results.append(
            _compute_result(project, before if is_carried else progress, key.fiscal_year, is_carried=is_carried)
        )
    return tuple(results)


def _by_project(report: RoundReport | None) -> dict[str, Progress]:
    return {progress.project: progress for progress in report.projects} if report else {}


def _compute_result(
    project: Project, progress: Progress | None, fiscal_year: int, *, is_carried: bool
) -> ProjectResult:
    planned = progress.planned if progress and progress.planned else project.budget.in_year(fiscal_year)
    assumed = NO_BUDGET if planned == NO_BUDGET else UNKNOWN_MONEY
    return ProjectResult(
        project=project,
        progress=progress,
        is_carried=is_carried,
        status=progress.status if progress else Status.WAITING,
        planned=planned,
        ordinance=(progress.ordinance if progress else None) or assumed,
        disbursed=(progress.disbursed if progress else None) or assumed,
    )


def compute_result_sums(results: Sequence[ProjectResult]) -> ResultSums:
    """Return counts, money and shares of some projects.

    Formula: sums over the projects; shares from the sums (see ``compute_projects_done_percent`` and
    ``compute_budget_used_percent``).
    Source: e-PlanNACC "รายงานผลการนำแผนไปปฏิบัติ" and "การเบิกจ่ายงบประมาณ", FY 2566.
    """
    counts = compute_status_counts(result.status for result in results)
    planned = compute_money_sum(result.planned for result in results)
    disbursed = compute_money_sum(result.disbursed for result in results)
    return ResultSums(
        counts=counts,
        planned=planned,
        ordinance=compute_money_sum(result.ordinance for result in results),
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
    """
    report = dossier.rounds[key]
    results = compute_project_results(dossier, key)
    groups = group_by_dimension(result.project for result in results)
    total = compute_result_sums(results)
    minimum = dossier.lao.minimum_projects.get(key.fiscal_year) or None
    return RoundResults(
        key=key,
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


@dataclass(frozen=True)
class Change:
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
