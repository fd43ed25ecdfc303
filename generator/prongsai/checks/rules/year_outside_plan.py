"""ปีที่ระบุต้องอยู่ในช่วงปีของแผน

ตรวจปีของงบประมาณ ค่าเป้าหมาย ช่วงที่โครงการมีผล และปีงบประมาณของรายงานผล
เหตุที่สำคัญ: เงินหรือผลของปีนอกแผนไม่มีที่แสดงในตารางใด

ไม่ผ่าน: แผน 2566-2570 แต่งบประมาณโครงการมีปี 2571
ผ่าน: budget: {2566: 200000}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity, Where
from generator.records.plan import Project

ID = "year-outside-plan"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield years that the plan does not cover."""
    if loaded.dossier is None or loaded.dossier.plan is None:
        return
    years = loaded.dossier.plan.years
    where_years = loaded.sources.where("plan", "years")
    for year, what, where in _list_years(loaded):
        if year not in years.span:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"{what}ปี {year} อยู่นอกแผนปี {years.first} - {years.last}",
                "แก้ปีให้อยู่ในช่วงของแผน หรือลบออก",
                (where_years,),
            )


def _list_years(loaded: LoadedDossier) -> Iterator[tuple[int, str, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    if dossier is None or dossier.plan is None:
        return
    for index, target in enumerate(dossier.plan.targets):
        for year in target.values:
            yield year, "ค่าเป้าหมาย", sources.where("plan", "targets", index, "values", str(year))
    for project in dossier.plan.projects:
        for year, what, path in _list_project_years(project):
            yield year, what, sources.where_project(project.id, *path)
    for key in dossier.rounds:
        yield key.fiscal_year, "รายงานผล", sources.where(f"progress/{key.slug}")


def _list_project_years(project: Project) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for year in project.budget.by_year:
        yield year, "งบประมาณโครงการ", ("budget", str(year))
    if project.from_year is not None:
        yield project.from_year, "โครงการเริ่มมีผล", ("from",)
    if project.until_year is not None:
        yield project.until_year, "โครงการสิ้นสุด", ("until",)
