"""หลักฐานต้องเปิดดูได้ หรือบอกให้รู้ว่าคืออะไร

ตรวจหลักฐานที่ไม่มีทั้ง url และ file และมีชื่อสั้นกว่า 10 ตัวอักษร
เหตุที่สำคัญ: คำเช่น “ภาพถ่าย” ไม่บอกว่าเป็นภาพใดหรือขอดูได้ที่ไหน ผู้อ่านจึงใช้ตรวจสอบอะไรไม่ได้

ไม่ผ่าน: evidence: [ภาพถ่าย]
ผ่าน: evidence: [{title: ภาพถ่าย, file: files/ภาพกิจกรรม.jpg}]
ผ่าน: evidence: ["บัญชีลงชื่อผู้เข้ารับการอบรม ขอดูได้ที่สำนักปลัด"]
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.shown_evidence import iter_evidence
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.text import compact

ID = "evidence-target"
SEVERITY = Severity.ADVICE
MIN_LENGTH = 10


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield evidence that leads nowhere and hardly says what it is."""
    for evidence, where in iter_evidence(loaded):
        if evidence.url is None and evidence.file is None and len(compact(evidence.title)) < MIN_LENGTH:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"หลักฐาน “{evidence.title}” ไม่มีลิงก์หรือไฟล์ และชื่อไม่บอกว่าคืออะไร",
                "เติม url หรือ file หรือเขียนชื่อให้รู้ว่าคืออะไรและขอดูได้ที่ไหน",
            )
