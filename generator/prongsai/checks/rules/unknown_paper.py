"""รหัสเอกสารที่อ้างถึงต้องมีอยู่ใน papers/

ตรวจรหัสประกาศ คำสั่ง และบันทึกข้อความที่แผน รายงาน และมาตรการอ้างถึง
เหตุที่สำคัญ: ผู้อ่านและผู้ประเมินต้องเปิดประกาศฉบับที่อ้างได้

ไม่ผ่าน: plan.yml มี announcement: adopt-2566 แต่ใน papers/ มีเพียง adopt-2565.yml
ผ่าน: announcement: adopt-2565
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.paper_references import iter_paper_references
from prongsai.load.sources import LoadedDossier
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity

ID = "unknown-paper"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield references to papers that the LAO does not have."""
    dossier = loaded.dossier
    for paper_id, where, *_ in iter_paper_references(loaded):
        if paper_id not in dossier.papers and paper_id not in loaded.sources.broken:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"ไม่มีเอกสารรหัส “{paper_id}” ใน papers/",
                suggest(paper_id, dossier.papers, f"สร้าง papers/{paper_id}.yml หรือแก้รหัสให้ตรงกับชื่อไฟล์"),
            )
