"""โครงการต้องเริ่มมีผลไม่หลังปีที่สิ้นสุด

เหตุที่สำคัญ: โครงการที่ from: อยู่หลัง until: ไม่มีผลในปีใดเลย จึงหายไปจากทุกตารางและทุกรายงาน

ไม่ผ่าน: from: 2569 และ until: 2567
ผ่าน: from: 2567 และ until: 2569
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "years-reversed"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield projects that end before they begin."""
    for card in iter_plan_projects(loaded):
        first, last = card.project.from_year, card.project.until_year
        if first is not None and last is not None and first > last:
            yield Problem(
                card.where("from"),
                ID,
                SEVERITY,
                f"โครงการ {card.project.id} เริ่มมีผลปี {first} ซึ่งอยู่หลังปีสิ้นสุด {last}",
                "แก้ from: หรือ until: ให้ปีแรกมาก่อน",
                (card.where("until"),),
            )
