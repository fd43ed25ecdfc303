"""ภาพหลักฐานควรมีคำบอกสิ่งที่เห็น และต้องไม่ละเมิดผู้ที่อยู่ในภาพ

ตรวจหลักฐานของโครงการและมาตรการที่ file เป็นภาพ แต่ไม่มี alt หรือ alt ซ้ำกับ title และ alt ของหลักฐานที่ไม่ใช่ภาพ
เหตุที่สำคัญ: ผู้ที่มองไม่เห็นฟังคำใน alt แทนภาพ หากไม่มีจะรู้เพียงชื่อ

ขณะเขียน alt ขอให้ดูคนในภาพด้วย (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล) โปรแกรมไม่อ่านภาพ จึงตรวจแทนไม่ได้
ใบหน้าเด็ก ผู้ป่วย ผู้ร้องเรียน และผู้ที่เดินผ่าน ต้องเบลอหรือเลือกภาพอื่น เว้นแต่ได้รับความยินยอม (เด็กต้องได้จากผู้ปกครอง)
บัญชีลายมือชื่อ บัตรประชาชน และป้ายทะเบียนรถก็เช่นกัน และ alt บอกตำแหน่งได้ แต่ไม่บอกชื่อคน

ไม่ผ่าน: evidence: [{title: ภาพการอบรม, file: files/training.jpg}]
ผ่าน: evidence: [{title: ภาพการอบรม, file: files/training.jpg, alt: ป้ายโครงการและโต๊ะลงทะเบียนหน้าห้องประชุม}]
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.shown_evidence import iter_evidence
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Evidence
from prongsai.thai.text import compact

ID = "missing-alt"
SEVERITY = Severity.ADVICE
_FACES = "และดูว่าไม่มีใบหน้าเด็กหรือผู้ที่ไม่ได้ยินยอม ไม่มีลายมือชื่อหรือเลขบัตร"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield pictures that nobody described, and descriptions of what is no picture."""
    for evidence, where in iter_evidence(loaded):
        if told := _tell(evidence):
            yield Problem(where, ID, SEVERITY, *told)


def _tell(evidence: Evidence) -> tuple[str, str] | None:
    """Return message and fix; None where nothing is missing."""
    title, alt = evidence.title, evidence.alt
    if not evidence.is_photo:
        return (f"หลักฐาน “{title}” มี alt “{alt}” แต่ไม่มี file ที่เป็นภาพ", "ลบ alt หรือเติม file ที่เป็นภาพ") if alt else None
    if alt is None:
        return f"ภาพ “{title}” ({evidence.file}) ไม่มี alt", f"เติม alt บอกสิ่งที่เห็นในภาพ {_FACES}"
    if compact(alt) == compact(title):
        return f"alt ของภาพ “{title}” ({evidence.file}) ซ้ำกับ title", f"เขียน alt ให้บอกสิ่งที่เห็นในภาพ {_FACES}"
    return None
