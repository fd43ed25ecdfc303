"""Names of persons: a title and what follows it.

Thai has no space between words and no capitals, so a name is told by its title (นาย, นางสาว, ด.ช., คุณ, a rank). Positions
that begin as a title does (นายกเทศมนตรี, นายอำเภอ) and words that hold one (ทนาย, พัฒนางบประมาณ, คุณภาพ, ป้าย) are none. An officer
is named on purpose: in orders and reports names stand with their position.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from prongsai.checks.personal.detector import any_of
from prongsai.thai.patterns import compile_late

# นายกเทศมนตรี, นายอำเภอ and the like are positions; นางฟ้า and นางบ(ประมาณ) are no persons.
_NO_NAI = any_of(
    "ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|เหล่า|เมือง|อบ(?:ต|จ|\\.)|ฯ|[^ก-๎]|$)",
    "อำเภอ|ทะเบียน|ช่าง|จ้าง|แพทย์|ตรวจ|ด่าน|หน้า|ท่า|เรือ(?!ง)|ทหาร|ตำรวจ|ประกัน|ทุน|สถานี|ร้อย|สิบ|เวร|ไปรษณีย์|คลัง|สนาม|พล(?:ทหาร|ตำรวจ)",
    "แบบ|พราน|เงิน|จ๋า",
)
_NO_NANG = any_of("สาว(?!ิ)|ฟ้า|แบบ|พญา|รำ|นพมาศ|เอก", "บ(?:ประมาณ|การเงิน|ดุล|กลาง|ลงทุน|ราย)")
_NO_KHUN = any_of(
    "แม่|พ่อ|พระ|ครู|หมอ",
    "ธรรม|ภาพ|สมบัติ|ลักษณ|ค่า|วุฒิ|ประโยชน์|ประพฤติ|โทษ|ความดี|งาม",
    "ทั้ง|เอง|สามารถ|และ|หรือ|ต้อง|จะ|ได้|เป็น|ที่|มี|เห็น|รู้|คิด|เคย|อยู่",
)
# Teams and classes of boys and girls.
_NO_CHILD = any_of(
    " ?(?:ชนะ(?:เลิศ|การ|ใจ|คู่|ใน| |$)|แพ้|เข้า|ร่วม|แข่ง|รอบ|รุ่น|ทั้ง|กลุ่ม|ประเภท|ทีม|เดี่ยว|คู่|คว้า|ชิง|ช่วย|สามารถ|แม่วัย|ชำรุด|เท่า|อันดับ|เล่น|ตั้งแต่|ระดับ|วัย)",
    " ?(?:ชั้น|กำพร้า|ยากจน|พิการ|ด้อย|ยากไร้|คิดเป็น|มาก(?!ร|ม)|เพิ่ม(?!พ|ศ)|ลดลง|ใช้|ฝึก|อบรม|สมัคร|แสดง|ประกวด|หมายถึง|แยก|จาก|ใช่|กลาง|โรงเรียน|ยอดเยี่ยม|ไทย(?![ก-๎])|ใส่|ใหม่|ซน|เต้น|ร้อง|วิ่ง|เดิน|นั่ง|สวม|ดีเด่น|เก่ง(?![ก-๎])|สวย|ว่าย|กระโดด|อ้วน|ผอม|สูง(?![ก-๎])|หาย|หนี|มัธยม|ประถม|ตัวน้อย|ตัวเล็ก|แรกเกิด|บ้าน|โสด|ล้วน|คน|ราย|ทุกคน|ป่วย|ติด)",
)
# ดช and ดญ without full stops begin no word.
_BARE_CHILD = r"(?:(?<![ก-๎])|(?<=ให้)|(?<=แก่)|(?<=กับ)|(?<=คือ)|(?<=และ)|(?<=ของ))ด(?:[ชญ](?!นี)|[ ./,][ชญ][.,]?)(?: ; )?(?=[ _:-]?[ก-ฮเ-ไ][ก-๎])"
# Titles that are no part of other words, and those that are; each begins with a letter, which makes the search quick.
_FIRM = rf"นางสาว|น\.ส\.|นส\.|ด\. ?[ชญ]\.?|ด[ชญ]\.|เด็ก(?:ชาย|หญิง)(?!{_NO_CHILD})|{_BARE_CHILD}"
_OFFICIAL_RANK = (
    r"ร\. ?[ตทอ]\.(?: ?[ตทอ]\.)?|พ\. ?[ตทอ]\.(?: ?[ตทอ]\.)?|จ\. ?[สอ]\. ?[ตทอ]\.|ส\. ?[สต]\. ?[ตทอ]\.|พ\. ?อ\. ?[ตทอ]\.|ด\. ?ต\."
    r"|ร้อย(?:ตำรวจ)?(?:ตรี|โท|เอก)(?:หญิง)?|พัน(?:ตำรวจ)?(?:ตรี|โท|เอก)(?:หญิง)?|จ่าสิบ(?:ตำรวจ)?(?:ตรี|โท|เอก)|สิบ(?:ตำรวจ)?(?:ตรี|โท|เอก)"
)
_LOOSE = (
    rf"นาง(?!{_NO_NANG})|นาย(?!{_NO_NAI})|คุณ(?!{_NO_KHUN})|ลุง|พ่อหลวง(?!บ้าน)|ป้า(?!ย)|ยาย|เจ๊|เฮีย|พี่(?!เลี้ยง|น้อง|สาว|ชาย)|อุ๊ย|น้อง(?!ใหม่|สาว|ชาย|เขย|สะใภ้)"
    rf"|อาจารย์|ครู(?!ผู้|อาสา|และ)|พระ(?:ภิกษุ|มหา|ครู)|สามเณร|{_OFFICIAL_RANK}"
)
_NO_NAME = any_of(
    "สกุล|นามสกุล|ที่|และ|หรือ|จริง|ไม่|ดังกล่าว|เป็น|ของ|ไว้|ได้|ต้อง|ให้|จะ|หมายเลข|เบอร์|เสียง|โดย|ใน|ถูก|แก่(?!น)|ต่อ(?!พ|ศ|ล|ม|ต้าน|เกียรติ)|เพื่อ(?!น)|มา(?![ก-๎ ])|อยู่|ตาม|ซึ่ง",
    "ผู้|ตำแหน่ง|นายก(?:เทศ|องค์)|พร้อม(?!พ)|กับ|จาก|ว่า|แต่|นั้น|ทุก|อายุ|จำนวน|หญิง|ชาย|รวม(?!ชัย)|คน(?!อง|ึง|ธ|าธ)|ราย(?!า)|พิเศษ|ร้อยละ|นักเรียน|นักศึกษา|อนุบาล|ปฐมวัย",
    "สมมติ|สมมุติ|หมายถึง",
)
_ONE_NAME = rf"(?!{_NO_NAME})[ก-ฮเ-ไ][ก-๎]{{1,40}}"
_PERSON = compile_late(rf"(?P<title>{_FIRM}|{_LOOSE})[ _:-]?(?P<name>{_ONE_NAME}(?:[ _-]{_ONE_NAME})?)")
_LATIN_PERSON = compile_late(
    r"(?<![A-Za-z])(?P<title>Mr|Mrs|Ms|Miss)\.? ?(?P<name>[A-Z][a-z]{1,30}(?: [A-Z][a-z]{1,30})?)"
)
_IS_FIRM = compile_late(_FIRM)

# One of these stands in every text with a name, in small letters.
NAME_WORDS = (
    "นาย", "นาง", "คุณ", "น.ส", "นส.", "ด.", "ดช", "ดญ", "เด็ก", "ด ", "ด/", "ลุง", "หลวง", "ป้า", "ยาย", "เจ๊", "เฮีย", "พี่", "อุ๊ย", "น้อง", "อาจารย์", "ครู", "พระ", "เณร",
    "ร.", "พ.", "จ.", "ส.", "ร้อย", "พัน", "จ่า", "สิบ", "mr", "ms", "miss", "ชื่อ", "นาม",
)  # fmt: skip
# Inside these words นาย and นาง are no titles.
_WORDS_WITH_NA = (
    "ท", "เจ้า", "ขุน", "พัฒ", "วัฒ", "สัมม", "จินต", "ปรารถ", "ศาส", "เจต", "ภาว", "วาส", "เทศ", "รจ", "โฆษ", "ชาว", "ทำ", "ท้อง", "ไร่",
)  # fmt: skip
# The other titles are common parts of words; after these they begin without a space.
_LEADS = (
    "กรณี", "กล่าวหา", "กับ", "แก่", "ของ", "ครอบครัว", "คำ", "คือ", "คุณ", "เงิน", "จาก", "แจ้ง", "ชาวบ้าน", "ชื่อ", "เช่น", "เชิญ",
    "ด้วย", "โดย", "ต่อ", "ตัว", "ติดตาม", "ติดต่อ", "ถึง", "ทาง", "ทายาท", "ที่", "ทุกข์", "แทน", "โทร", "โทษ", "ธิดา", "นักเรียน", "นาม", "บัญชี",
    "บัตร", "บ้าน", "บิดา", "บุตร", "เบอร์", "เบาะแส", "ใบ", "ผู้แจ้ง", "ผู้ป่วย", "ผู้เสียหาย", "พบ", "พยาน", "พร้อม", "พ่อ", "พา", "เพราะ", "ภรรยา", "ภาพ",
    "มอบ", "มารดา", "มือถือ", "แม่", "เยี่ยม", "ร้อง", "ราย", "ราษฎร", "รับ", "รูป", "ลายมือ", "เรียน", "เรื่อง", "ไลน์", "ว่า", "วินัย", "ว่าที่", "ส่ง", "สอบสวน",
    "สามี", "สืบสวน", "หรือ", "หา", "ให้", "เห็น", "อีเมล", "เข้า", "เป็น", "และ",
)  # fmt: skip
# A name is followed by its verb without a space.
_NAME_END = compile_late(
    any_of(
        "เลขที่|ร้องเรียน|ร้องทุกข์|แจ้ง|ยื่น|ถูก|มาร้อง|มาแจ้ง|มายื่น|ให้การ|ให้ถ้อย|ให้ปาก|กล่าวหา|ส่ง|ทำ|เบิก|เรียกรับ|ยักยอก|ทุจริต|เข้า|ได้",
        "ซึ่ง|เป็น|ผู้|ว่า|ที่|และ|ไม่|จึง|โดย|ในฐานะ|ตำแหน่ง|โทร|ป่วย|ติดเตียง|นอนติด|มีอาการ|พิการ|ตั้งครรภ์|ติดเชื้อ|เกิด|อายุ|วัย|ชั้น|นักเรียน",
    )
)
# An age may stand between a name and what is told of it; its digits may have been claimed.
AGE = r"(?: ?(?:อายุ|วัย) ?[0-9|]{1,3} ?ปี)?"
_IS_INVENTED = compile_late(r"[ (]*นามสมม[ตุ]")

POSITION = any_of(
    "ตำแหน่ง|ปลัด|นายก(?:เทศ|องค์|อบ|ฯ| )|รองนายก|นายอำเภอ|ผู้อำนวยการ|ผอ\\.|หัวหน้า|เลขานุการ|ที่ปรึกษา|ประธาน|กรรมการ|สมาชิกสภา|กำนัน|ผู้ใหญ่บ้าน|สารวัตร",
    "นิติกร|เจ้าหน้าที่|เจ้าพนักงาน|พนักงาน|นักวิชาการ|นักพัฒนา|นักวิเคราะห์|นักทรัพยากร|นักจัดการ|นายช่าง|วิศวกร|ครูผู้|พยาบาล|(?<!รับรอง)แพทย์|อัยการ",
    "ผู้รับ|ผู้ตรวจ|ผู้แทน|ผู้ช่วย|วิทยากร|อสม\\.|อาสาสมัคร|แจ้งผล",
)
_POSITION_AFTER = compile_late(rf"[ ,(]*{POSITION}")
_POSITION_BEFORE = compile_late(rf"{POSITION}[ก-๎. ]{{0,20}}$")


class Person(NamedTuple):
    """A name with its title.

    Attributes:
        start: Where the title begins.
        end: Where the name ends.
        title: The title.
    """

    start: int
    end: int
    title: str


@lru_cache(maxsize=32)  # several detectors look at one text
def find_persons(text: str) -> tuple[Person, ...]:
    """Return each name that stands with a title."""
    found = [_read_person(text, match) for match in _PERSON.finditer(text) if _begins_word(text, match)]
    found += [Person(*match.span(), match["title"]) for match in _LATIN_PERSON.finditer(text)]
    return tuple(person for person in found if not _IS_INVENTED.match(text, person.end))


def _read_person(text: str, match: re.Match[str]) -> Person:
    verb = _NAME_END.search(text, match.start("name") + 2, match.end())
    end = len(text[: verb.start()].rstrip()) if verb else match.end()
    return Person(match.start(), end, match["title"])


def _begins_word(text: str, match: re.Match[str]) -> bool:
    start, title = match.start(), match["title"]
    if not start or not "ก" <= text[start - 1] <= "๎" or _IS_FIRM.match(title):
        return True
    if title in {"นาย", "นาง"}:
        return not text.endswith(_WORDS_WITH_NA, 0, start)
    return text.endswith(_LEADS, 0, start)


def is_officer(text: str, person: Person) -> bool:
    """Tell whether a name stands with a position: before it, or right after it."""
    before = text[max(person.start - 30, 0) : person.start]
    return bool(_POSITION_AFTER.match(text, person.end) or _POSITION_BEFORE.search(before))


def mask_name(name: str) -> str:
    """Return a name with all but its title, or its first letter, left out."""
    match = _PERSON.match(name) or _LATIN_PERSON.match(name)
    return f"{match['title'] if match else name[:1]}…"
