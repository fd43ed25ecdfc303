"""คำหรือท้ายคำต้องไม่พิมพ์ซ้ำติดกัน

ตรวจคำและส่วนของคำตั้งแต่สามตัวอักษรที่ซ้ำกันทันที ไม่นับคำที่ท้ายคำหนึ่งกับต้นคำถัดไปเหมือนกันได้ เช่น เจ้าหน้าที่ที่ ผู้ร้องร้องเรียน
บอกเป็นคำแนะนำ และไม่ตรวจชื่อคน
เหตุที่สำคัญ: คำซ้ำมักเกิดจากการวางหรือพิมพ์แก้ไม่หมด ทำให้อ่านสะดุดและดูเหมือนไม่ได้ตรวจทาน

ไม่ผ่าน: จัดทำแผนแผนปฏิบัติการ
ไม่ผ่าน: ส่งเสริมริมคุณธรรม
ผ่าน: เจ้าหน้าที่ที่รับผิดชอบ
ผ่าน: ทำงานเร็วขึ้นเรื่อย ๆ
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.garbled import find_garbled
from prongsai.checks.subjects.repetitions import find_repetitions
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "doubled-word"
SEVERITY = Severity.ADVICE

_NAMES = {"reporter_name", "district", "province", "neighbours", "watch_names", "lao"}


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield words that stand twice in a row, once a text and word."""
    places = TextPlaces(loaded)
    for place in loaded.sources.texts:
        is_person = place.key == "name" and "projects" not in place.path and "/projects/" not in place.document
        if is_person or place.key in _NAMES or find_garbled(place.text):
            continue
        told: set[str] = set()
        for found in find_repetitions(place.text):
            if found.unit not in told:
                told.add(found.unit)
                message = f"“{found.unit}” พิมพ์ซ้ำติดกันเป็น “{found.written}”"
                fix = f"เหลือ “{found.unit}” ครั้งเดียว"
                yield Problem(places.where(place, found.start), ID, SEVERITY, message, fix)
