"""หลักฐานต้องเปิดดูได้ หรือบอกให้รู้ว่าคืออะไร

ตรวจหลักฐานที่ไม่มีทั้ง url และ file และมีชื่อสั้นกว่า 10 ตัวอักษร
เหตุที่สำคัญ: คำเช่น “ภาพถ่าย” ไม่บอกว่าเป็นภาพใดหรือขอดูได้ที่ไหน ผู้อ่านจึงใช้ตรวจสอบอะไรไม่ได้

ไม่ผ่าน: evidence: [ภาพถ่าย]
ผ่าน: evidence: [{title: ภาพถ่าย, file: files/ภาพกิจกรรม.jpg}]
ผ่าน: evidence: ["บัญชีลงชื่อผู้เข้ารับการอบรม ขอดูได้ที่สำนักปลัด"]
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.progress import Evidence
from prongsai.thai.text import compact

ID = "evidence-target"
SEVERITY = Severity.ADVICE
MIN_LENGTH = 10


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield evidence that leads nowhere and hardly says what it is."""
    for evidence, where in _list_evidence(loaded):
        if evidence.url is None and evidence.file is None and len(compact(evidence.title)) < MIN_LENGTH:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"หลักฐาน “{evidence.title}” ไม่มีลิงก์หรือไฟล์ และชื่อไม่บอกว่าคืออะไร",
                "เติม url หรือ file หรือเขียนชื่อให้รู้ว่าคืออะไรและขอดูได้ที่ไหน",
            )


def _list_evidence(loaded: LoadedDossier) -> Iterator[tuple[Evidence, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        for index, record in enumerate(report.projects):
            for item, evidence in enumerate(record.evidence):
                yield evidence, sources.where_progress(key, index, "evidence", item)
    for year, measures in dossier.measures.items():
        for row, section in enumerate(measures.sections):
            for index, measure in enumerate(section.measures):
                for item, evidence in enumerate(measure.evidence):
                    place = ("sections", row, "measures", index, "evidence", item)
                    yield evidence, sources.where(f"measures/{year}", *place)
