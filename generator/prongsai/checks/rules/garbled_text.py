r"""ข้อความต้องอ่านออก ไม่ใช่ภาษาไทยที่เปิดด้วยรหัสอักขระผิด

ตรวจข้อความที่กลายเป็น เธ…เน… หรือ à¸…à¹… หรือเครื่องหมายคำถามติดกัน และรหัส \u0e01 ที่ไม่ถูกแปลงกลับ
เหตุที่สำคัญ: ข้อความแบบนี้ไม่มีใครอ่านได้ ค้นหาไม่พบ และโปรแกรมอ่านหน้าจออ่านเป็นเสียงที่ไม่มีความหมาย

ไม่ผ่าน: เน€เธ—เธจเธเธฒเธฅ (คือ เทศบาล)
ไม่ผ่าน: à¹€à¸—à¸¨à¸šà¸²à¸¥
ไม่ผ่าน: จัดทำ?????รายงาน
ผ่าน: เทศบาล
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.garbled import find_garbled, repair
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "garbled-text"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield texts that were read in the wrong encoding."""
    for place in loaded.sources.texts:
        found = find_garbled(place.text)
        if found is None:
            continue
        shown = found[0] if len(found[0]) <= 40 else f"{found[0][:40]}…"
        if found["lost"]:
            message = f"มีเครื่องหมายคำถามติดกัน “{shown}” แทนตัวอักษรที่หายไป"
            fix = "พิมพ์ข้อความนี้ใหม่ตามต้นฉบับ"
        else:
            said = repair(found[0])
            message = f"มีข้อความที่เปิดด้วยรหัสอักขระผิด “{shown}”"
            fix = f"พิมพ์ใหม่ตามต้นฉบับ (น่าจะเป็น “{said[:40]}”)" if said else "พิมพ์ข้อความนี้ใหม่ตามต้นฉบับ"
        yield Problem(place.where, ID, SEVERITY, message, fix)
