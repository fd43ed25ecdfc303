"""Small records for the tests of figures; what a test does not name is as plain as can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.plan import Plan
from prongsai.records.progress import DeclaredReport, Progress, RoundReport
from prongsai.records.project import Project

NO_BUDGET_TEXT = "ไม่ใช้งบประมาณ"
PERIOD, NEXT_PERIOD = "2566-2570", "2571-2575"
# Mae Sai, FY 2566: number of projects by mission, and the only two projects with money.
MAESAI_MISSIONS = {
    "1.1": 4, "1.2": 2, "1.3": 1, "2.1": 3, "2.2": 7, "2.3": 3, "3.1": 2, "3.2": 1, "3.3": 1, "4.1": 2, "4.2": 2, "4.3": 1,
}  # fmt: skip
MAESAI_MONEY = {"p01": ("200000", "150000"), "p21": ("30000", "28050")}


def make_project(
    project_id: str = "p01", mission: str = "1.1", budget: str | dict[str, str] = NO_BUDGET_TEXT, **fields: Any
) -> Project:
    """Return a project; its plan number is the number in its id."""
    number = int(project_id.removeprefix("p"))
    return Project(id=project_id, number=number, name=f"โครงการที่ {number}", mission=mission, budget=budget, **fields)


def make_plan(projects: Iterable[Project] = (), years: str = PERIOD, **keys: Any) -> Plan:
    """Return a plan of these projects; one of other years has dimensions 1 to 5 and a mission in each."""
    titles = {str(number): f"มิติใหม่ที่ {number}" for number in range(1, 6)}
    missions = {f"{number}.1": f"ภารกิจของมิติใหม่ที่ {number}" for number in titles}
    own = {} if years == PERIOD else {"dimensions": titles, "missions": missions}
    return Plan(years=years, projects=tuple(projects), **(own | keys))


def make_progress(project_id: str, status: str = "done", **fields: Any) -> Progress:
    """Return the record of one project."""
    return Progress(project=project_id, status=status, **fields)


def make_report(records: Iterable[Progress] = (), **declared: Any) -> RoundReport:
    """Return the report of one round, with the figures that it declares."""
    return RoundReport(projects=tuple(records), declared=DeclaredReport(**declared))


def make_dossier(
    projects: Iterable[Project] | Iterable[Plan],
    rounds: Mapping[str, Iterable[Progress] | RoundReport],
    **lao: Any,
) -> Dossier:
    """Return the records of one LAO; rounds are keyed by their slug, 2566-12.

    Args:
        projects: Those of a plan of 2566-2570, or whole plans.
        rounds: Reports, or only their records.
        lao: Settings of the LAO.
    """
    given = list(projects)
    plans = [item for item in given if isinstance(item, Plan)] or [make_plan(given)]
    reports = {
        RoundKey.from_slug(slug): report if isinstance(report, RoundReport) else make_report(report)
        for slug, report in rounds.items()
    }
    return Dossier(
        "nongsaeng",
        Lao(type="เทศบาลตำบล", name="หนองแสง", province="เชียงราย", **lao),
        {plan.period: plan for plan in plans},
        reports,
    )


def make_maesai() -> Dossier:
    """Return a plan and a report with the numbers that Mae Sai published for FY 2566: all done, minimum 25."""
    missions = [mission for mission, count in MAESAI_MISSIONS.items() for _ in range(count)]
    projects, records = [], []
    for number, mission in enumerate(missions, start=1):
        project_id = f"p{number:02}"
        planned, disbursed = MAESAI_MONEY.get(project_id, (NO_BUDGET_TEXT, NO_BUDGET_TEXT))
        projects.append(make_project(project_id, mission, planned))
        records.append(make_progress(project_id, ordinance=planned, disbursed=disbursed))
    return make_dossier(projects, {"2566-12": make_report(records, in_ordinance=1)}, minimum_projects={2566: 25})
