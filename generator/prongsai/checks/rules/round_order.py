"""รอบ 12 เดือนต้องไม่ขัดกับรอบ 6 เดือนของปีเดียวกัน

รอบ 12 เดือนเป็นผลสะสมทั้งปี เงินที่เบิกจ่ายจึงลดลงไม่ได้ และโครงการที่แล้วเสร็จแล้วกลับเป็นอย่างอื่นไม่ได้
เหตุที่สำคัญ: ตัวเลขที่ลดลงแปลว่ารอบใดรอบหนึ่งผิด และถูกเผยแพร่ไปแล้ว

ไม่ผ่าน: รอบ 6 เดือนเบิกจ่าย 50,000 บาท รอบ 12 เดือนเบิกจ่าย 20,000 บาท
ผ่าน: รอบ 12 เดือนเบิกจ่าย 50,000 บาทขึ้นไป
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Round, Status

ID = "round-order"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records of round 12 that contradict round 06."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        earlier = RoundKey(key.fiscal_year, Round.SIX)
        if key.round is not Round.TWELVE or earlier not in dossier.rounds:
            continue
        before = {record.project: (index, record) for index, record in enumerate(dossier.rounds[earlier].projects)}
        for index, record in enumerate(report.projects):
            if record.project not in before:
                continue
            old_index, old = before[record.project]
            if old.status is Status.DONE and record.status is not Status.DONE:
                yield Problem(
                    sources.where_progress(key, index, "status"),
                    ID,
                    SEVERITY,
                    f"โครงการ {record.project} เป็น “{record.status.label}” ทั้งที่รอบ 6 เดือนแล้วเสร็จ",
                    "แก้สถานะของรอบที่ผิด",
                    (sources.where_progress(earlier, old_index, "status"),),
                )
            used_before = old.disbursed.amount if old.disbursed else None
            used = record.disbursed.amount if record.disbursed else None
            if used is not None and used_before is not None and used < used_before:
                yield Problem(
                    sources.where_progress(key, index, "disbursed"),
                    ID,
                    SEVERITY,
                    f"โครงการ {record.project} เบิกจ่ายสะสม {used:,.2f} บาท น้อยกว่ารอบ 6 เดือนที่ {used_before:,.2f} บาท",
                    "กรอกยอดสะสมตั้งแต่ต้นปีงบประมาณในรอบ 12 เดือน",
                    (sources.where_progress(earlier, old_index, "disbursed"),),
                )
