"""รหัสเอกสารที่อ้างถึงต้องมีอยู่ใน papers/

ตรวจรหัสประกาศ คำสั่ง และบันทึกข้อความที่แผน รายงาน และมาตรการอ้างถึง
เหตุที่สำคัญ: ผู้อ่านและผู้ประเมินต้องเปิดประกาศฉบับที่อ้างได้

ไม่ผ่าน: plan.yml มี announcement: adopt-2566 แต่ใน papers/ มีเพียง adopt-2565.yml
ผ่าน: announcement: adopt-2565
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.plans import LoadedDossier
from generator.load.validation import suggest
from generator.problem import Problem, Severity, Where

ID = "unknown-paper"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield references to papers that the LAO does not have."""
    dossier = loaded.dossier
    if dossier is None:
        return
    for paper_id, where in _list_references(loaded):
        if paper_id not in dossier.papers and paper_id not in loaded.sources.broken:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"ไม่มีเอกสารรหัส “{paper_id}” ใน papers/",
                suggest(paper_id, dossier.papers, f"สร้าง papers/{paper_id}.yml หรือแก้รหัสให้ตรงกับชื่อไฟล์"),
            )


def _list_references(loaded: LoadedDossier) -> Iterator[tuple[str, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    if dossier is None:
        return
    plan = dossier.plan
    if plan:
        for name, value in (("announcement", plan.announcement), ("order", plan.order)):
            if value:
                yield value, sources.where("plan", name)
        for index, amendment in enumerate(plan.amendments):
            if amendment.paper:
                yield amendment.paper, sources.where("plan", "amendments", index, "paper")
        for index, declared in enumerate(plan.declared.papers):
            yield declared.paper, sources.where("plan", "declared", "papers", index, "paper")
    for key, report in dossier.rounds.items():
        for name, value in (("announcement", report.announcement), ("memo", report.memo)):
            if value:
                yield value, sources.where(f"progress/{key.slug}", name)
    for year, measures in dossier.measures.items():
        if measures.announcement:
            yield measures.announcement, sources.where(f"measures/{year}", "announcement")
