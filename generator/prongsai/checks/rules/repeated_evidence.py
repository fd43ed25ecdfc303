"""หลักฐานของโครงการหรือมาตรการหนึ่งต้องไม่มีชิ้นเดียวกันสองครั้ง

เทียบไฟล์และที่อยู่เว็บในรายการ evidence เดียวกัน ไฟล์คนละชื่อที่มีเนื้อหาเดียวกันทุกไบต์นับเป็นไฟล์เดียวกัน
เหตุที่สำคัญ: ภาพเดียวกันแสดงสองครั้งดูเหมือนมีหลักฐานมากกว่าที่มีจริง และภาพที่ควรแสดงหายไป

ไม่ผ่าน: evidence มี {title: ภาพการประชุม, file: files/1.jpg} และ {title: ภาพผู้เข้าร่วม, file: files/1 (1).jpg} ซึ่งเป็นภาพเดียวกัน
ผ่าน: evidence มี files/1.jpg และ files/2.jpg ซึ่งเป็นคนละภาพ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.same_file import FilesSeen
from prongsai.checks.subjects.shown_evidence import iter_evidence_lists
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "repeated-evidence"
SEVERITY = Severity.WARNING
_FIX = "แก้เป็นไฟล์หรือที่อยู่ที่ควรเป็น หรือลบข้อที่ซ้ำ"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield evidence that a list has twice; each points at the first."""
    for pieces in iter_evidence_lists(loaded):
        seen = FilesSeen(loaded.folder)
        first: dict[str, int] = {}
        for place, (evidence, where) in enumerate(pieces):
            if evidence.file:
                key, words = seen.find_first(evidence.file), seen.tell_first(evidence.file)
            elif evidence.url:
                key, words = evidence.url.rstrip("/"), f"ที่อยู่ {evidence.url}"
            else:
                continue
            earlier = first.setdefault(key, place)
            if earlier != place:
                message = f"หลักฐานข้อ {place + 1} เป็นชิ้นเดียวกับข้อ {earlier + 1} คือ{words}"
                yield Problem(where, ID, SEVERITY, message, _FIX, (pieces[earlier][1],))
