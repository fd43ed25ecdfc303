"""ภารกิจและมิติที่อ้างถึงต้องมีอยู่ในกรอบของแผน

ตรวจเลขภารกิจและเลขมิติของทุกโครงการ ชื่อภารกิจย่อยที่แผนระบุไว้ใน missions: และเลขมิติใน declared ของแผนและรายงาน
กรอบของแผน 2566-2570 คือสี่มิติ สิบสองภารกิจ แผนช่วงปีอื่นใช้กรอบที่เขียนไว้ใน dimensions: และ missions: ของแผนนั้น
เหตุที่สำคัญ: โครงการที่อยู่ผิดมิติทำให้ยอดรวมของมิตินั้นผิดทุกตาราง

ไม่ผ่าน: mission: 2.5 (มิติที่ 2 มีภารกิจ 2.1 ถึง 2.3)
ไม่ผ่าน: dimension: 5 (มีสี่มิติ)
ผ่าน: mission: 2.3
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from prongsai.checks.subjects.declared import where_declared
from prongsai.checks.subjects.plan_projects import PlanProject, list_plan_projects
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.frameworks import find_framework
from prongsai.records.plan import Plan

ID = "unknown-mission"
SEVERITY = Severity.ERROR


class _Scope(NamedTuple):
    """What a plan may refer to: titles of its dimensions and of its main missions."""

    period: str
    dimensions: Mapping[int, str]
    missions: Mapping[str, str]

    def list_dimensions(self) -> str:
        """Return the dimensions with their titles, to pick one from."""
        return " · ".join(f"{number} {title}" for number, title in self.dimensions.items())


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield missions and dimensions that the framework of their plan does not have."""
    scopes = {period: _find_scope(plan) for period, plan in loaded.dossier.plans.items()}
    for period, plan in loaded.dossier.plans.items():
        for number in plan.dimensions:
            where = where_declared(loaded, f"{period}/plan", "dimensions", number)
            yield from _check_dimension(number, where, scopes[period])
        yield from _check_declared(loaded, f"{period}/plan", plan.declared.dimensions, scopes[period])
        for card in list_plan_projects(loaded, plan):
            yield from _check_project(card, scopes[period])
    for key, report in loaded.dossier.rounds.items():
        reported = loaded.dossier.find_plan(key.fiscal_year)
        if reported:
            scope = scopes[reported.period]
            yield from _check_declared(loaded, f"progress/{key.slug}", report.declared.dimensions, scope)


def _find_scope(plan: Plan) -> _Scope:
    """Return the framework of the plan's period in the plan's own wording; a period without one has the plan's own."""
    framework = find_framework(plan.period)
    dimensions, missions = plan.dimension_titles, plan.mission_titles
    if framework:
        dimensions = {number: title for number, title in dimensions.items() if number in framework.dimensions}
        missions = {number: title for number, title in missions.items() if number in framework.missions}
    main = {number: title for number, title in missions.items() if number.count(".") == 1}
    return _Scope(plan.period, dimensions, main)


def _check_project(card: PlanProject, scope: _Scope) -> Iterator[Problem]:
    project, plan_file = card.project, f"{scope.period}/plan.yml"
    if project.mission is None:
        yield from _check_dimension(project.dimension, card.where("dimension"), scope)
        return
    where, main = card.where("mission"), project.main_mission
    if main not in scope.missions:
        message = f"ไม่มีภารกิจ {main} ในกรอบแผนปี {scope.period}"
        yield Problem(where, ID, SEVERITY, message, _suggest_mission(card, scope))
    elif project.mission not in {main, *card.plan.mission_titles}:
        fix = f"เติมใน {plan_file} ที่ missions: บรรทัด {project.mission}: ชื่อภารกิจย่อย หรือใช้ภารกิจหลัก {main}"
        yield Problem(where, ID, SEVERITY, f"แผนไม่ได้ระบุชื่อภารกิจย่อย {project.mission}", fix)
    elif project.dimension not in scope.dimensions:
        fix = f"เติมใน {plan_file} ที่ dimensions: บรรทัด {project.dimension}: ชื่อมิติ หรือแก้เลขภารกิจ"
        yield Problem(where, ID, SEVERITY, f"แผนไม่ได้ระบุชื่อมิติที่ {project.dimension} ของภารกิจ {main}", fix)
    elif project.own_dimension not in {None, project.dimension}:
        message = f"โครงการ {project.id} อยู่ภารกิจ {project.mission} แต่เขียน dimension: {project.own_dimension}"
        yield Problem(card.where("dimension"), ID, SEVERITY, message, "ลบ dimension: หรือแก้เลขภารกิจที่ผิด", (where,))


def _suggest_mission(card: PlanProject, scope: _Scope) -> str:
    """Return all missions with their titles, so that a clerk can pick; a plan known from its report may have none."""
    main = card.project.main_mission
    fixes = []
    if scope.missions:
        fixes.append("เลือกภารกิจหนึ่งจาก: " + " · ".join(f"{number} {title}" for number, title in scope.missions.items()))
    if find_framework(scope.period) is None:
        fixes.append(f"เติมใน {scope.period}/plan.yml ที่ missions: บรรทัด {main}: ชื่อภารกิจ")
    if card.plan.is_reported:
        fixes.append(f"เขียน dimension: {card.project.dimension} แทน mission")
    return " หรือ".join(fixes)


def _check_declared(
    loaded: LoadedDossier, name: str, dimensions: Mapping[int, object], scope: _Scope
) -> Iterator[Problem]:
    for number in dimensions:
        yield from _check_dimension(number, where_declared(loaded, name, "declared", "dimensions", number), scope)


def _check_dimension(number: int, where: Where, scope: _Scope) -> Iterator[Problem]:
    if number not in scope.dimensions:
        message = f"ไม่มีมิติที่ {number} ในกรอบแผนปี {scope.period}"
        yield Problem(where, ID, SEVERITY, message, f"แก้เป็นเลขมิติหนึ่งจาก: {scope.list_dimensions()}")
