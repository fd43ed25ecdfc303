"""มาตรการควบคุมความเสี่ยงต้องชี้ไปที่โครงการในแผน หรือบอกว่าอยู่นอกแผน

เหตุที่สำคัญ: ผู้อ่านต้องรู้ว่าความเสี่ยงแต่ละข้อมีโครงการใดรองรับจริง

ไม่ผ่าน: controls มีเพียง text:
ไม่ผ่าน: ข้อเดียวมีทั้ง project: และ outside:
ผ่าน: - project: p04
ผ่าน: - outside: มาตรการควบคุมการเบิกจ่าย
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity

ID = "incomplete-control"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield controls that are neither a project nor outside the plan, or both."""
    if loaded.dossier is None or loaded.dossier.plan is None:
        return
    for row, risk in enumerate(loaded.dossier.plan.risks):
        for index, control in enumerate(risk.controls):
            if bool(control.project) == bool(control.outside):
                found = "มีทั้ง project และ outside" if control.project else "ไม่มีทั้ง project และ outside"
                yield Problem(
                    loaded.sources.where("plan", "risks", row, "controls", index),
                    ID,
                    SEVERITY,
                    f"มาตรการควบคุมข้อนี้{found}",
                    "ใส่ project: รหัสโครงการ หรือ outside: ข้อความ อย่างใดอย่างหนึ่ง",
                )
