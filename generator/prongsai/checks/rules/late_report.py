"""ประกาศรายงานผลควรออกภายในกำหนดเผยแพร่

กำหนดมาจาก deadlines ใน lao.yml ไม่เขียนคือ 90 วันหลังสิ้นสุดรอบ ซึ่งเป็นค่าที่ระบบสันนิษฐาน

เหตุที่สำคัญ: รายงานที่ออกช้ามากมักเกิดจากวันที่พิมพ์ผิด และประชาชนติดตามผลของปีที่ผ่านไปนานแล้วได้ยาก

ไม่ผ่าน: รอบ 12 เดือน ปี 2566 สิ้นสุด 30 กันยายน 2566 แต่ประกาศวันที่ 19 ตุลาคม 2567
ผ่าน: ประกาศวันที่ 19 ตุลาคม 2566
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.figures.duties import compute_round_due, compute_round_end
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.dates import format_thai_date

ID = "late-report"
SEVERITY = Severity.ADVICE


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield announcements of reports that appeared long after their round."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        paper = dossier.papers.get(report.announcement or "")
        if paper is None:
            continue
        due = compute_round_due(dossier, key)
        days = (paper.date - due).days
        if days > 0:
            limit = (due - compute_round_end(key)).days
            yield Problem(
                sources.where(f"papers/{report.announcement}", "date"),
                ID,
                SEVERITY,
                f"ประกาศรายงานผล {key.label} ลงวันที่ {format_thai_date(paper.date)} "
                f"ช้ากว่ากำหนด {format_thai_date(due)} ({limit} วันหลังสิ้นสุดรอบ) {days} วัน",
                "ตรวจวันที่ของประกาศกับฉบับลงนาม หากกำหนดต่างไป เขียน deadlines ใน lao.yml",
                (sources.where(f"progress/{key.slug}", "announcement"),),
            )
