"""โครงการที่รายงานว่าแล้วเสร็จต้องมีผลหรือหลักฐาน

ตรวจโครงการที่สถานะเป็นดำเนินการแล้วเสร็จ แต่ไม่มีทั้ง results, outcomes และ evidence
เหตุที่สำคัญ: สถานะอย่างเดียวไม่แสดงว่าทำอะไร ผู้ประเมิน ITA และประชาชนจึงตรวจสอบไม่ได้

ไม่ผ่าน: {project: p01, status: ดำเนินการแล้วเสร็จ}
ผ่าน: {project: p01, status: ดำเนินการแล้วเสร็จ, results: จัดอบรมครบ 2 รุ่น มีผู้เข้ารับการอบรม 61 คน}
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Status

ID = "empty-result"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield projects that are done and tell nothing of it."""
    for key, report in loaded.dossier.rounds.items():
        for index, record in enumerate(report.projects):
            if record.status is Status.DONE and not (record.results or record.outcomes or record.evidence):
                yield Problem(
                    loaded.sources.where_progress(key, index, "status"),
                    ID,
                    SEVERITY,
                    f"โครงการ {record.project} เป็น “{record.status.label}” แต่ไม่มีผลการดำเนินงาน ผลลัพธ์ หรือหลักฐาน",
                    "เติม results: สิ่งที่ได้ทำ และ outcomes: สิ่งที่เกิดขึ้น",
                )
