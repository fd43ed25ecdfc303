"""รหัสโครงการที่อ้างถึงต้องมีอยู่ในแผน

ตรวจรหัสโครงการในรายงานผล ตารางความเสี่ยง และการแก้ไขแผน
เหตุที่สำคัญ: ผลที่รายงานของโครงการที่ไม่มีในแผนจะหายไปจากทุกตารางโดยไม่มีใครเห็น

ไม่ผ่าน: progress/2566-12.yml มี project: p31 แต่แผนมีเพียง p01 ถึง p30
ผ่าน: project: p30
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.load.validation import suggest
from generator.problem import Problem, Severity, Where

ID = "unknown-project"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield references to projects that the plan does not have."""
    dossier = loaded.dossier
    if dossier is None or dossier.plan is None or "plan" in loaded.sources.broken:
        return  # without a readable list of projects every reference would seem wrong
    if any(problem.rule == "duplicate-id" for problem in loaded.problems):
        return  # the id that is missing is the one that another project took
    known = [project.id for project in dossier.plan.projects]
    for project_id, where in _list_references(loaded):
        if project_id not in known and project_id not in loaded.sources.broken:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"ไม่มีโครงการรหัส “{project_id}” ในแผน",
                suggest(project_id, known, "แก้รหัสให้ตรงกับ id ของโครงการใน plan.yml หรือ projects/"),
            )


def _list_references(loaded: LoadedDossier) -> Iterator[tuple[str, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    if dossier is None or dossier.plan is None:
        return
    for row, risk in enumerate(dossier.plan.risks):
        for index, control in enumerate(risk.controls):
            if control.project:
                yield control.project, sources.where("plan", "risks", row, "controls", index, "project")
    for row, amendment in enumerate(dossier.plan.amendments):
        for index, project_id in enumerate(amendment.projects):
            yield project_id, sources.where("plan", "amendments", row, "projects", index)
    for key, report in dossier.rounds.items():
        for index, progress in enumerate(report.projects):
            yield progress.project, sources.where_progress(key, index, "project")
