"""ปีที่ระบุต้องอยู่ในช่วงปีของแผน

ตรวจปีของงบประมาณ ค่าเป้าหมาย และช่วงที่โครงการมีผล กับปีของ minimum_projects ที่ไม่มีแผนหรือรายงานใด
เหตุที่สำคัญ: เงินหรือค่าเป้าหมายของปีนอกแผนไม่มีที่แสดงในตารางใด

ไม่ผ่าน: แผน 2566-2570 แต่งบประมาณโครงการมีปี 2571
ผ่าน: budget: {2566: 200000}
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_projects import list_plan_projects
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Plan
from prongsai.records.project import Project

ID = "year-outside-plan"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield years that the plan does not cover."""
    yield from _check_minimums(loaded)
    for plan in loaded.dossier.plans.values():
        years = plan.years
        for year, what, where in _list_years(loaded, plan):
            if year not in years.span:
                yield Problem(
                    where,
                    ID,
                    SEVERITY,
                    f"{what}ปี {year} อยู่นอกแผนปี {years.first} - {years.last}",
                    "แก้ปีให้อยู่ในช่วงของแผน หรือลบออก",
                    (loaded.sources.where_plan(plan.period, "years"),),
                )


def _check_minimums(loaded: LoadedDossier) -> Iterator[Problem]:
    """A minimum of a year without plan and report is shown nowhere; where a plan cannot be read, nobody knows."""
    plans = loaded.dossier.plans.values()
    if not plans or loaded.sources.has_unread_plan:
        return
    known = {year for plan in plans for year in plan.years.span} | {key.fiscal_year for key in loaded.dossier.rounds}
    for year in loaded.dossier.lao.minimum_projects:
        if year not in known:
            where = loaded.sources.where("lao", "minimum_projects", str(year))
            message = f"จำนวนโครงการขั้นต่ำปี {year} ไม่ใช่ปีของแผนใด"
            yield Problem(where, ID, Severity.WARNING, message, "แก้ปีให้อยู่ในช่วงของแผน หรือลบออก")


def _list_years(loaded: LoadedDossier, plan: Plan) -> Iterator[tuple[int, str, Where]]:
    for index, target in enumerate(plan.targets):
        for year in target.values:
            yield year, "ค่าเป้าหมาย", loaded.sources.where_plan(plan.period, "targets", index, "values", str(year))
    for card in list_plan_projects(loaded, plan):
        for year, what, path in _list_project_years(card.project):
            yield year, what, card.where(*path)


def _list_project_years(project: Project) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for year in project.budget.by_year:
        yield year, "งบประมาณโครงการ", ("budget", str(year))
    if project.from_year is not None:
        yield project.from_year, "โครงการเริ่มมีผล", ("from",)
    if project.until_year is not None:
        yield project.until_year, "โครงการสิ้นสุด", ("until",)
