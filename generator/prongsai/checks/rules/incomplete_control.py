"""มาตรการควบคุมความเสี่ยงต้องชี้ไปที่โครงการในแผน หรือบอกว่าอยู่นอกแผน

เหตุที่สำคัญ: ผู้อ่านต้องรู้ว่าความเสี่ยงแต่ละข้อมีโครงการใดรองรับจริง

ไม่ผ่าน: controls มีเพียง text:
ไม่ผ่าน: ข้อเดียวมีทั้ง project: และ outside:
ผ่าน: - project: p04
ผ่าน: - outside: มาตรการควบคุมการเบิกจ่าย
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.plan import Plan, RiskControl

ID = "incomplete-control"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield controls that are neither a project nor outside the plan, or both."""
    for plan in loaded.dossier.plans.values():
        for place, control in _list_controls(plan):
            if bool(control.project) == bool(control.outside):
                found = "มีทั้ง project และ outside" if control.project else "ไม่มีทั้ง project และ outside"
                yield Problem(
                    loaded.sources.where_plan(plan.period, *place),
                    ID,
                    SEVERITY,
                    f"มาตรการควบคุมข้อนี้{found}",
                    "ใส่ project: รหัสโครงการ หรือ outside: ข้อความ อย่างใดอย่างหนึ่ง",
                )


def _list_controls(plan: Plan) -> Iterator[tuple[DataPath, RiskControl]]:
    for row, risk in enumerate(plan.risks):
        for index, control in enumerate(risk.controls):
            yield ("risks", row, "controls", index), control
