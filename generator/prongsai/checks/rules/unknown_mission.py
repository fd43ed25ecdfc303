"""ภารกิจของโครงการต้องเป็นภารกิจในกรอบของแผน

ตรวจเลขภารกิจของทุกโครงการกับกรอบสี่มิติ และชื่อภารกิจย่อยที่แผนระบุไว้ใน missions:
เหตุที่สำคัญ: โครงการที่อยู่ผิดมิติทำให้ยอดรวมของมิตินั้นผิดทุกตาราง

ไม่ผ่าน: mission: 2.5 (มิติที่ 2 มีภารกิจ 2.1 ถึง 2.3)
ผ่าน: mission: 2.3
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity
from generator.records.dimensions import get_framework

ID = "unknown-mission"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield projects whose mission has no title in the framework or the plan."""
    if loaded.dossier is None or loaded.dossier.plan is None:
        return
    plan = loaded.dossier.plan
    framework = get_framework(plan.years.first)
    for project in plan.projects:
        if project.main_mission not in framework.missions:
            yield Problem(
                loaded.sources.where_project(project.id, "mission"),
                ID,
                SEVERITY,
                f"ไม่มีภารกิจ {project.main_mission} ในกรอบแผนปี {plan.years.first}",
                "เลือกภารกิจหนึ่งจาก: " + ", ".join(framework.missions),
            )
        elif project.mission != project.main_mission and project.mission not in plan.missions:
            yield Problem(
                loaded.sources.where_project(project.id, "mission"),
                ID,
                SEVERITY,
                f"แผนไม่ได้ระบุชื่อภารกิจย่อย {project.mission}",
                f"เติมใน plan.yml ที่ missions: บรรทัด {project.mission}: ชื่อภารกิจย่อย หรือใช้ภารกิจหลัก {project.main_mission}",
            )
