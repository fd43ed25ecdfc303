"""Names of complainants in a text; officers who deal with a complaint are named on purpose and do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

# นายกเทศมนตรี, นายอำเภอ and the like begin as a title does but are positions.
_NO_TITLE = (
    "ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|เหล่า|เมือง|อบ|ฯ|[^ก-๎]|$)|อำเภอ|ทะเบียน|ช่าง|จ้าง|แพทย์|ตรวจ|ด่าน|หน้า|ท่า|เรือ(?!ง)"
    "|ทหาร|ตำรวจ|ประกัน|ทุน|สถานี|ร้อย|สิบ|เวร|ไปรษณีย์|คลัง|สนาม"
)
_TITLE = rf"(?:นางสาว|นาง(?!สาว)|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|นาย(?!{_NO_TITLE}))"
# Inside a word (พัฒนางาน, ทนาย) a title is none; these words stand before one without a space.
_LEADS = ("ร้อง", "เรียน", "ทุกข์", "ชื่อ", "คือ", "โดย", "จาก", "ของ", "ว่า", "และ", "กับ", "ให้", "ต่อ", "ราย", "ที่", "ด้วย")
_WORD_START = "(?:(?<![ก-๎])" + "".join(f"|(?<={word})" for word in _LEADS) + ")"
_NO_NAME = (
    "สกุล|นามสกุล|ที่|และ|หรือ|จริง|ไม่|ดังกล่าว|เป็น|ของ|ไว้|ได้|ต้อง|ให้|จะ|หมายเลข|เบอร์|เสียง|โดย|ใน|ถูก|แก่|ต่อ|เพื่อ"
    "|มา|อยู่|ตาม|ซึ่ง|ผู้|ตำแหน่ง|นายก(?:เทศ|องค์)|พร้อม|กับ|จาก|ว่า|แต่|นั้น|ทุก|อายุ"
)
_ONE_NAME = rf"(?!{_NO_NAME})[ก-ฮเ-ไ][ก-๎]{{1,30}}"
_NAME = rf"{_WORD_START}{_TITLE}\s*{_ONE_NAME}(?: +{_ONE_NAME})?"
_COMPLAINANT = "ผู้ร้อง(?:เรียน|ทุกข์)?"
_PATTERN = re.compile(
    rf"{_COMPLAINANT}(?P<gap>[^0-9]{{0,25}}?)(?P<after>{_NAME})(?P<rest>.{{0,30}})"
    rf"|(?P<before>{_NAME})(?P<between>[^0-9]{{0,25}}?){_COMPLAINANT}"
    rf"|(?P<accuser>{_NAME})\s*(?:ได้|ยื่น)?\s*ร้อง(?:เรียน|ทุกข์)(?:ว่า|เรื่อง|กล่าวหา)"
    rf"|{_COMPLAINANT}\s*(?:ชื่อ|นาม)(?:ว่า)?\s*:?\s*(?P<bare>{_ONE_NAME}(?: +{_ONE_NAME})?)"
)
_HINT = re.compile(r"น(?:าย|าง|\.ส\.)|ด\.[ชญ]\.|เด็ก|ผู้ร้อง(?:เรียน|ทุกข์)?\s*(?:ชื่อ|นาม)")
_NAMES = ("after", "before", "accuser", "bare")
_OFFICER = re.compile(
    "ตำแหน่ง|นิติกร|ปลัด|นายก(?:เทศ|องค์|อบ|ฯ)|นายอำเภอ|ผู้อำนวยการ|หัวหน้า|เจ้าหน้าที่|เจ้าพนักงาน|พนักงาน|นักวิชาการ|นักพัฒนา"
    "|ผู้รับ|กรรมการ|ผู้ใหญ่บ้าน|กำนัน|สมาชิกสภา|ประธาน|แจ้งผล|ผู้ตรวจ|เลขานุการ"
)


def find_complainants(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each name that stands with the word for complainant, or before what is complained."""
    if not _HINT.search(text):
        return
    for match in _PATTERN.finditer(text):
        name = next(name for name in _NAMES if match[name] is not None)
        if name == "bare":
            yield match.span(name)
            continue
        led_by = text[max(match.start() - 20, 0) : match.start()]
        around = " ".join((led_by, *(match[group] or "" for group in ("gap", name, "between"))))
        position = (match["rest"] or "").lstrip(" ,(")
        if not _OFFICER.search(around) and not _OFFICER.match(position):
            yield match.span(name)


def mask_name(name: str) -> str:
    """Return a name with all but its title, or its first letter, left out."""
    title = re.match(_TITLE, name)
    return f"{title[0] if title else name[:1]}…"
