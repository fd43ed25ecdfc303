"""ไฟล์ฉบับลงนามหนึ่งไฟล์ต้องเป็นของเอกสารฉบับเดียว

ตรวจ signed: ของทุกเอกสารที่ชี้ไฟล์เดียวกัน หรือไฟล์คนละชื่อที่มีเนื้อหาเดียวกันทุกไบต์
เหตุที่สำคัญ: ผู้อ่านที่เปิดประกาศจะได้คำสั่งแทน และเอกสารอีกฉบับไม่มีฉบับลงนามอยู่จริง

ไม่ผ่าน: คำสั่งและประกาศมี signed: files/scan0001.pdf ทั้งสองฉบับ
ผ่าน: signed: files/คำสั่ง.pdf และ signed: files/ประกาศ.pdf
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.same_file import FilesSeen
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "shared-signed-file"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield papers whose signed original is that of a paper before them."""
    seen = FilesSeen(loaded.folder)
    owners: dict[str, str] = {}
    for paper_id, paper in loaded.dossier.papers.items():
        if paper.signed is None:
            continue
        earlier = owners.setdefault(seen.find_first(paper.signed), paper_id)
        if earlier != paper_id:
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "signed"),
                ID,
                SEVERITY,
                f"เอกสาร {earlier} และ {paper_id} ใช้ฉบับลงนามเดียวกัน คือ{seen.tell_first(paper.signed)}",
                "แก้ signed: ของเอกสารที่ชี้ผิดไฟล์ หรือลบคีย์นี้หากยังไม่มีฉบับลงนาม",
                (loaded.sources.where(f"papers/{earlier}", "signed"),),
            )
