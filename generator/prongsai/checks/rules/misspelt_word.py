"""คำที่ใช้บ่อยในแผนและรายงานต้องสะกดถูก

ตรวจคำที่มักสะกดผิดและคำราชการที่พิมพ์ผิดหนึ่งแป้น บอกเป็นคำแนะนำ ไม่ตรวจชื่อคนและข้อความจากระบบ e-PlanNACC
เหตุที่สำคัญ: คำที่สะกดผิดค้นหาไม่พบ และทำให้ประชาชนสงสัยว่าเอกสารได้รับการตรวจทานหรือไม่

ไม่ผ่าน: เผยแพร่ทางเว็ปไซต์
ไม่ผ่าน: แผนปฎิบัติการดังกล่าง
ผ่าน: เผยแพร่ทางเว็บไซต์
ผ่าน: แผนปฏิบัติการดังกล่าว
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.garbled import find_garbled
from prongsai.checks.subjects.spelling import find_slips
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "misspelt-word"
SEVERITY = Severity.ADVICE

# Names of people and places are spelt as their owners do; words of the national system are copied as they are.
_OWN = {
    "reporter_name", "district", "province", "eplan_name", "eplan_problems", "eplan_suggestions", "eplan_remark",
    "neighbours", "watch_names", "email", "line", "code", "lao",
}  # fmt: skip


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield misspelt words, once a text and word."""
    places = TextPlaces(loaded)
    for place in loaded.sources.texts:
        is_person = place.key == "name" and "projects" not in place.path and "/projects/" not in place.document
        if is_person or place.key in _OWN or find_garbled(place.text):
            continue
        told: set[str] = set()
        for slip in find_slips(place.text):
            if slip.wrong not in told:
                told.add(slip.wrong)
                message = f"“{slip.wrong}” น่าจะสะกดผิด"
                yield Problem(places.where(place, slip.start), ID, SEVERITY, message, f"แก้เป็น “{slip.right}”")
