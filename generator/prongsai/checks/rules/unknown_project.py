"""รหัสโครงการที่อ้างถึงต้องมีอยู่ในแผน

ตรวจรหัสโครงการในตารางความเสี่ยงและการแก้ไขของแต่ละแผน และในรายงานผลกับแผนของปีงบประมาณนั้น
เหตุที่สำคัญ: ผลที่รายงานของโครงการที่ไม่มีในแผนจะหายไปจากทุกตารางโดยไม่มีใครเห็น

ไม่ผ่าน: progress/2566-12.yml มี project: p31 แต่แผน 2566-2570 มีเพียง p01 ถึง p30
ผ่าน: project: p30
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Plan

ID = "unknown-project"
SEVERITY = Severity.ERROR
# Where more ids are wrong they were not mistyped, and comparing each with all projects would take long.
MAX_COMPARED = 50


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield references to projects that their plan does not have."""
    if any(problem.rule == "duplicate-id" for problem in loaded.problems):
        return  # the id that is missing is the one that another project took
    for plan in loaded.dossier.plans.values():
        if loaded.sources.is_broken_plan(plan.period):
            continue  # without a readable list of projects every reference would seem wrong
        fixes: dict[str, str] = {}
        for project_id, where in _list_references(loaded, plan):
            if plan.get_project(project_id) or loaded.sources.is_broken_project(plan.period, project_id):
                continue
            if project_id not in fixes:
                fix = f"แก้รหัสให้ตรงกับ id ของโครงการใน {plan.period}/plan.yml หรือ {plan.period}/projects/"
                known = [project.id for project in plan.projects] if len(fixes) < MAX_COMPARED else []
                fixes[project_id] = suggest(project_id, known, fix)
            message = f"ไม่มีโครงการรหัส “{project_id}” ในแผน {plan.period}"
            yield Problem(where, ID, SEVERITY, message, fixes[project_id])


def _list_references(loaded: LoadedDossier, plan: Plan) -> Iterator[tuple[str, Where]]:
    sources = loaded.sources
    for row, risk in enumerate(plan.risks):
        for index, control in enumerate(risk.controls):
            if control.project:
                place = ("risks", row, "controls", index, "project")
                yield control.project, sources.where_plan(plan.period, *place)
    for row, amendment in enumerate(plan.amendments):
        for index, project_id in enumerate(amendment.projects):
            yield project_id, sources.where_plan(plan.period, "amendments", row, "projects", index)
    for key, report in loaded.dossier.rounds.items():
        if key.fiscal_year in plan.years.span:
            for index, progress in enumerate(report.projects):
                yield progress.project, sources.where_progress(key, index, "project")
