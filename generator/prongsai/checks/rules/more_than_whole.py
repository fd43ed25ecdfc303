"""จำนวนที่เป็นส่วนหนึ่งต้องไม่มากกว่าจำนวนทั้งหมดในข้อความเดียวกัน

ตรวจข้อความที่บอกจำนวนจากทั้งหมด และเรื่องร้องเรียนที่แก้ไขเสร็จกับที่ได้รับ ที่มีหน่วยเดียวกัน ทำได้มากกว่าเป้าหมายไม่ถือว่าผิด
เหตุที่สำคัญ: จำนวนที่เป็นไปไม่ได้แปลว่าตัวเลขหนึ่งพิมพ์ผิด ร้อยละที่คำนวณจากตัวเลขนั้นจึงผิดไปด้วย

ไม่ผ่าน: ปรับปรุงแล้ว 24 หมวด จากทั้งหมด 20 หมวด
ไม่ผ่าน: รับเรื่องร้องเรียน 37 เรื่อง ดำเนินการแล้วเสร็จ 39 เรื่อง
ผ่าน: จัดอบรม 3 รุ่น จากเป้าหมาย 2 รุ่น
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "more-than-whole"
SEVERITY = Severity.WARNING

_NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}"
_UNIT = "(?P<unit>[ก-๎]{2,12}?)"
_OF_ALL = compile_late(
    rf"(?<![0-9.,/])(?P<part>{_NUMBER})\s*{_UNIT}\s*จาก(?:จำนวน)?(?:ทั้งหมด|ทั้งสิ้น|ที่มี(?:อยู่)?(?:ทั้งหมด)?|ที่ได้?รับ(?:ทั้งหมด)?)\s*(?:จำนวน\s*)?(?P<whole>{_NUMBER})\s*(?P=unit)"
)
_SETTLED = compile_late(
    rf"(?:(?:ได้)?รับ(?:แจ้ง)?(?:เรื่อง|ข้อ|คำ)|ตรวจพบ|ข้อทักท้วง)[ก-๎/]{{0,40}}\s*(?:ทั้งหมด|ทั้งสิ้น|รวม|จำนวน|\s)*(?P<whole>{_NUMBER})\s*(?P<unit>เรื่อง|ราย|คำขอ|ข้อ)"
    rf"[^0-9]{{0,30}}?(?:ได้รับการ)?(?:ดำเนินการ|แก้ไข|พิจารณา|ยุติ|ตอบ)(?:ได้|แล้ว|เสร็จ|เรียบร้อย|สิ้น|เรื่อง|กลับ|จำนวน|\s)*(?P<part>{_NUMBER})\s*(?P=unit)"
)
# Cases of the year before come on top; what grew was less before.
_ON_TOP = compile_late("ค้าง|ยกมา|สะสม|ปีก่อน|ที่ผ่านมา|เดิม|เพิ่มขึ้น|เพิ่มจาก|เกิน|รวมทั้ง")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield parts that are more than the whole beside them, one a text."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if not any(word in placed.text for word in ("จาก", "รับ", "พบ", "ทักท้วง")):
            continue
        text = read_plainly(placed.text)
        for found in (*_OF_ALL.finditer(text), *_SETTLED.finditer(text)):
            part, whole = (Decimal(found[name].replace(",", "")) for name in ("part", "whole"))
            if part > whole and not _ON_TOP.search(text):
                unit = found["unit"]
                message = f"เขียนว่า “{found[0].strip()}” แต่ {part:,} {unit}มากกว่าทั้งหมด {whole:,} {unit}"
                fix = "ตรวจกับเอกสารต้นฉบับ แล้วแก้จำนวนที่ผิด"
                yield Problem(places.where(placed, found.start("part")), ID, SEVERITY, message, fix)
                break
