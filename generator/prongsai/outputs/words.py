"""Words that stay whole on paper, and how wide a text's unbroken runs can be: most need no further look."""

from __future__ import annotations

import re

from prongsai.fonts.advances import measure_text

# Words that the line breaker knows as two; one that begins another stands behind it.
_WORDS = """
    งบประมาณ ข้าราชการ ประชาชน ประชาสัมพันธ์ สาธารณะ สาธารณชน ธรรมาภิบาล เทศบัญญัติ ข้อบัญญัติ
    ผู้บริหาร ผู้อำนวยการ ผู้รับผิดชอบ นายกเทศมนตรี เทศบาล คณะกรรมการ กรรมการ เลขานุการ ดำเนินการ
    ดำเนินงาน โครงการ กิจกรรม มาตรการ ปฏิบัติการ ปฏิบัติงาน ปฏิบัติหน้าที่ ป้องกัน ปราบปราม
    ประพฤติมิชอบ เจตจำนง เจตนารมณ์ โปร่งใส ร้องเรียน ร้องทุกข์ ผลประโยชน์ ทับซ้อน จัดซื้อจัดจ้าง
    ตรวจสอบ ข้อเสนอแนะ อุปสรรค ผลสัมฤทธิ์ ผลลัพธ์ หมายเหตุ เบิกจ่าย ท้องถิ่น องค์การ องค์กร หน่วยงาน
    เจ้าหน้าที่ บุคลากร พนักงาน ความเสี่ยง เว็บไซต์ จิตสำนึก ค่านิยม จริยธรรม คุณธรรม อิเล็กทรอนิกส์
    ระยะเวลา อยู่ระหว่าง รับทราบ เผยแพร่ นายก ตำบล สถานะ อบรม สะดวก พัสดุ วิทยากร นวัตกรรม มอบหมาย
    มอบอำนาจ บทนำ เฉลี่ย มีนาคม พฤษภาคม กันยายน พฤศจิกายน
"""
# Numbers that belong to their word; E-Service, whose hyphen some viewers would take for a broken word's.
_OTHERS = (
    r"\(พ\.ศ\. [๐-๙0-9]+ - [๐-๙0-9]+\)",
    r"พ\.ศ\. [๐-๙0-9]+",
    r"ร้อยละ [๐-๙0-9.]+",
    r"[๐-๙0-9]+(?:[.,/][๐-๙0-9]+)+",
    r"[๐-๙0-9]+ บาท",
    r"รายการ",
    r"ป\.ป\.ช\.",
    r"[A-Za-z]+(?:-[A-Za-z]+)+",
)
KNOWN = "|".join((*_WORDS.split(), *_OTHERS))  # as Python and the typesetter read it; no group, for it is split at
_KNOWN = re.compile(f"({KNOWN})")


def measure_widest_run(text: str) -> float:
    """Return how many em the widest run of letters takes at most in which no line is sure to break."""
    parts = _KNOWN.split(text)
    runs = (*parts[1::2], *(run for part in parts[::2] for run in part.split()))
    return max(map(measure_text, runs), default=0.0)
