"""รายงานผลของแต่ละโครงการต้องมีเพียงหนึ่งรายการ และโครงการต้องอยู่ในแผนของปีนั้น

เหตุที่สำคัญ: รายการซ้ำทำให้ไม่รู้ว่าผลใดถูก และผลของโครงการที่ยังไม่มีผลหรือสิ้นสุดแล้วจะไม่ถูกนับ

ไม่ผ่าน: progress/2566-12.yml มี project: p05 สองรายการ
ไม่ผ่าน: โครงการ p31 มี from: 2568 แต่มีรายงานใน progress/2566-12.yml
ผ่าน: หนึ่งรายการต่อโครงการที่อยู่ในแผนของปีนั้น
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.project import Project

ID = "progress-record"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield second records of a project, and records of projects that are not in force."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        plan = dossier.find_plan(key.fiscal_year)
        first: dict[str, Where] = {}
        for index, progress in enumerate(report.projects):
            where = sources.where_progress(key, index, "project")
            project = plan.get_project(progress.project) if plan else None
            if progress.project in first:
                yield Problem(
                    where,
                    ID,
                    SEVERITY,
                    f"โครงการ {progress.project} มีรายงานซ้ำในรอบเดียวกัน",
                    "รวมเป็นรายการเดียว แล้วลบรายการที่ซ้ำ",
                    (first[progress.project],),
                )
            elif plan and project and not _is_reversed(project) and not project.is_in_force(key.fiscal_year):
                yield Problem(
                    where,
                    ID,
                    SEVERITY,
                    f"โครงการ {progress.project} ไม่อยู่ในแผนของปีงบประมาณ {key.fiscal_year}",
                    "ลบรายการนี้ หรือแก้ from/until ของโครงการ",
                    (sources.where_project(plan.period, project.id, "id"),),
                )
            first.setdefault(progress.project, where)


def _is_reversed(project: Project) -> bool:
    """Tell whether a project ends before it begins: years-reversed tells that, once, in the plan."""
    return project.from_year is not None and project.until_year is not None and project.from_year > project.until_year
