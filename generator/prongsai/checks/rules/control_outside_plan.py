"""มาตรการควบคุมความเสี่ยงส่วนใหญ่ของแต่ละข้อต้องเป็นโครงการในแผน

ตรวจความเสี่ยงที่มาตรการควบคุมตั้งแต่ครึ่งหนึ่งขึ้นไปอยู่นอกแผน (outside) โดยเตือนข้อละหนึ่งครั้ง
เหตุที่สำคัญ: มาตรการที่ไม่มีโครงการรองรับไม่มีผู้รับผิดชอบ งบประมาณ และรายงานผล ประชาชนจึงตรวจไม่ได้ว่าความเสี่ยงได้รับการควบคุมจริง

ไม่ผ่าน: ความเสี่ยงมีมาตรการควบคุม 4 ข้อ เป็น outside 2 ข้อ
ผ่าน: ความเสี่ยงมีมาตรการควบคุม 4 ข้อ เป็น project 3 ข้อ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.plan import Plan

ID = "control-outside-plan"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield each risk of which at least half the controls have no project."""
    for plan in loaded.dossier.plans.values():
        yield from _check_plan(loaded, plan)


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    for row, risk in enumerate(plan.risks):
        place = ("risks", row, "controls")
        # A control that is neither, or both, is a problem of its own (incomplete-control).
        outside = [index for index, control in enumerate(risk.controls) if control.outside and not control.project]
        if outside and 2 * len(outside) >= len(risk.controls):
            yield Problem(
                loaded.sources.where_plan(plan.period, *place),
                ID,
                SEVERITY,
                f"ความเสี่ยงลำดับที่ {risk.number} มีมาตรการควบคุม {len(risk.controls)} ข้อ แต่ {len(outside)} ข้อไม่มีโครงการในแผนรองรับ",
                "เปลี่ยนเป็น project: รหัสโครงการที่ใช้ควบคุมความเสี่ยงนี้ หรือเพิ่มโครงการในแผน",
                tuple(loaded.sources.where_plan(plan.period, *place, index) for index in outside),
            )
