"""เอกสารที่อ้างถึงต้องเป็นชนิดที่คีย์นั้นหมายถึง

announcement ต้องเป็นประกาศ order ต้องเป็นคำสั่ง และ memo ต้องเป็นบันทึกข้อความ เอกสารที่มีเพียงไฟล์ใช้ได้ทุกที่
เหตุที่สำคัญ: รหัสที่สลับกันทำให้ผู้อ่านเปิดไปพบเอกสารอื่น และเอกสารนั้นไม่ได้ข้อความมาตรฐาน

ไม่ผ่าน: plan.yml มี announcement: order-12-2565 ซึ่งเป็นคำสั่ง
ผ่าน: announcement: adopt-2565 ซึ่งเป็นประกาศ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.paper_references import iter_paper_references
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.papers import PaperKind

ID = "wrong-paper-kind"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield mentions of a paper of another kind."""
    for paper_id, where, kind, _ in iter_paper_references(loaded):
        paper = loaded.dossier.papers.get(paper_id)
        if paper and kind and paper.kind not in {kind, PaperKind.FILE}:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"เอกสารรหัส “{paper_id}” เป็น{paper.kind.label} แต่คีย์นี้หมายถึง{kind.label}",
                f"แก้เป็นรหัสของ{kind.label} หรือแก้ kind ใน papers/{paper_id}.yml",
                related=(loaded.sources.where(f"papers/{paper_id}", "kind"),),
            )
