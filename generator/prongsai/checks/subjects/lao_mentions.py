"""Where a text names an LAO: a type word and the name after it, and what is a name at all.

Thai puts no space between words, so that the end of a name cannot be seen, and any word may follow a type word. A word
is taken for a name only where it is sure: it begins as names of places do (หนอง, บ้าน, แม่), or it stands alone between
type word and end of the text and begins as no ordinary word of official Thai does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.records.lao_types import LaoType
from prongsai.records.provinces import PROVINCES
from prongsai.thai.patterns import compile_late

MUNICIPALITIES = frozenset(kind for kind in LaoType if kind.label.startswith("เทศบาล"))
_TYPE_WORD = compile_late(r"(?:เทศบาล|เทศมนตรี)(?:นคร|เมือง|ตำบล)|เทศบาล|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบ[ตจ]\. ?")
_LETTERS = compile_late("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_MAX_NAME = 24
_MAX_TAIL = 12
_AROUND = 100


def _any_of(words: str) -> re.Pattern[str]:
    return compile_late("|".join(words.split()))


# How three of four names of sub-districts begin (counted in the official list), without the ordinary words in which
# the same letters stand.
_PLACE = _any_of(
    """
    กุด กู่ เกาะ(?!ติด) แก่ง แก้ง ขาม ขุน เขา(?!ได้|มี|จะ|ใจ) ควน คลอง
    คำ(?!สั่ง|นึง|นวณ|ร้อง|ขอ|ตอบ|ถาม|แนะ|ว่า|แถลง|พิพากษา|นำ|อธิบาย|ปฏิ|มั่น|กล่าว|รับรอง|ขวัญ) คุ้ง แคน โคก จอม จัน(?!ทร์) ช้าง เชียง ไชย
    ซับ(?!ซ้อน) ดง ดอน ดอย ด่าน ตลาด(?!สด|นัด) ตะ(?!วัน|โกน) ตา(?!ม|ราง|ย) ถ้ำ ทับ(?!ซ้อน) ท่า(?!น|ที|ม|ทาง) ท้าย ทุ่ง เทพ ไทร
    นคร นา(?!ย|น|ม|ที) น้ำ(?!หนัก|ประปา|ท่วม|เสีย|มัน|ใจ|ตา) เนิน โนน บ่อ(?!ย) บัว บาง(?!แห่ง|ส่วน|คน|ครั้ง|ราย|ประการ|เรื่อง|กรณี|ท่าน|ที|อย่าง)
    บ้าน(?!เมือง|เรือน|พัก|จัดสรร) บึง บุ่ง ปง ปาก(?!กา) ปาง ป่า โป่ง ผา(?!สุก) ไผ่ พญา พนม พรุ พระ(?!ราช|บาท|ภิกษุ|สงฆ์|องค์|มหา) โพธิ์ โพน
    ภู(?!มิ) มะ(?!เร็ง) มาบ ม่วง เมือง(?!ไทย|น่า|สะอาด|คุณ|แห่ง|อัจ) แม่(?!แบบ|บ้าน) ยาง ร่อง(?!รอย) ไร่ ลาด(?!ต) ลาน(?!กีฬา|จอด) ลำ(?!ดับ|พัง|เอียง|บาก) วัง(?!วน)
    วัด(?!ผล|ระดับ|ความ|ค่า) เวียง แวง ศรี สบ(?!าย|ถ) สระ สว่าง สวน(?!สาธารณะ|ทาง) สัน(?!ติ|นิ) หนอง ห้วย
    หัว(?!หน้า|ข้อ|ใจ|เรื่อง|ละ) หาด หิน เหมือง เหล่า(?!นี้|นั้น) แหลม อ่าว
    """
)
_SURE_PLACE = _any_of("แม่(?!แบบ|บ้าน) บ้าน(?!เมือง|เรือน|พัก|จัดสรร) หนอง ห้วย เชียง เวียง โคก โนน ทุ่ง โพธิ์ โป่ง คลอง ดอย")
# What begins the words that follow a type word, or a name, in running text.
_ORDINARY = _any_of(
    """
    ก็ กฎ กรณี กระทำ กระทรวง กระบวน กลไก กล่าว กลุ่ม กว่า ก่อน ก่อให้ ก่อสร้าง กับ การ(?!ะ) กำกับ กำหนด กำลัง กิจ เกณฑ์ เกิด เกี่ยว แก่ แก้ เก็บ ก้าวหน้า
    ขยาย ขนาด ของ ขอ ขั้น ขับ ข้อ ข้าง ข้าราช ขาด ขึ้น เข้า เข้ม คณะ ครบ ครั้ง ครอบ ค้น ควบ ควร ความ ค่า คำสั่ง คือ คุ้ม คุณ เครือข่าย เคย เคารพ แค่ โครง
    งบ งาน จริง จริย จะ จัก จัด จังหวัด จาก จำ จึง จน จ้าง จุด จ่าย จรรยา เจ้า เจต แจ้ง ฉบับ เฉพาะ เฉลี่ย ชัด ชั้น ชำนาญ ชุด ชุมชน ชี้ ช่วย ช่วง ช่อง เช่น เชิง
    เชิญ เชื่อ ใช้ ซึ่ง ซ้ำ ซื้อ ฐานะ ณ ดัง ด้วย ด้าน ดี ดำเนิน ดำรง ดูแล เดิม เดียว เดือน ได้ โดย ต้อง ต้อน ตรวจ ตลอด ต่อ ตอบ ตั้ง ตระหนัก ตรง ตน ตัว ตัด ต่าง ตาม
    เต็ม เตรียม เติบ แต่ ติด ถึง ถือ ถูก ถ่าย ทดลอง ทบทวน ทราบ ทรัพย์ ทั้ง ทั่ว ทัน ที่ เท่า ทำ ทุก ทุจริต ท้องถิ่น ท่าน เทียบ แทน ทาง ไทย โปร่ง โปรด
    นอก น้อย นัก นั้น นับ นายก นาน น่า นำ นี้ นโยบาย ใน เน้น เนื่อง แนว แนะ นิติ บน บริการ บริหาร บรรจุ บรรลุ บุคคล บุคลากร บูรณา เบิก แบบ แบ่ง บังคับ
    บันทึก บาง(?:แห่ง|ส่วน|คน|ครั้ง|ราย|ประการ|เรื่อง|กรณี) บำบัด บำรุง ปกครอง ปฏิ ประ ปรับ ปรากฏ ปราศ ปรึกษา ปลอด ปลัด ปลูก ป้อง ปิด ปี เปิด เปลี่ยน เป็น เป้า ไป ปัจจุบัน ปัญหา ผ่าน ผล ผู้ เผยแพร่ แผน
    ฝ่าย ฝึก เฝ้า พบ พนักงาน พร้อม พัฒนา พัสดุ พิจารณา พิเศษ พึง เพราะ เพื่อ เพิ่ม เพียง พ้น พยายาม ฟื้น ภาค ภาย ภารกิจ ภาพ ภาษี มอบ มัก มา มี มิได้
    มิใช่ มุ่ง มั่น เมื่อ ไม่ แม้ ย่อม ย้าย ยก ยัง ยิ่ง ยึด ยืน ยื่น เยี่ยม แยก ยินดี รวด รวบ รวม ร่วม ร่าง ร้อง ระ รักษา รับ ราย ราช รู้ เรียก เรียน เรียบ เริ่ม เร่ง
    เรื่อง รอ ร้อยละ เรา รณรงค์ รุ่น ลง ลด ล้วน ละเว้น ละเลย และ แล้ว แลก เล็ง เลือก เลื่อน เลิก ลูกจ้าง ลักษณะ ล่าช้า วันที่ วาง วิ ว่า เวลา เว็บ เว้น ศูนย์ ศึกษา
    ศักยภาพ สนับ สนใจ สนอง สมควร สมัคร สมาชิก สม่ำ สอด สอบ ส่อ สภา สถาน สร้าง สั่ง สัง สัม สามัญ สามารถ สาธารณ ส่ง ส่วน สวัสดิการ สะดวก สะอาด สะท้อน
    สู่ สูง สุจริต สำ สิ่ง สิทธิ สิ้น สืบ เสนอ เสริม เสีย เสร็จ แสดง แสวง ใส่ สื่อ สรุป หน่วย หน้า หนังสือ หนึ่ง หมาย หมวด หรือ หลัก หลัง หลาย หวัง หาก หารือ ห้าม
    ห้อง หัวหน้า หัวข้อ เห็น เหตุ เหล่า เหมาะ ให้ ใหม่ ใหญ่ แห่ง อดีต อนุ อบรม ออก อย่าง อยู่ อัตรา อัน อาคาร อาจ อาทิ อาศัย อำนวย อำนาจ อำเภอ อีก อื่น เอกสาร
    สี(?:ขาว|เขียว) สัญจร เคลื่อน ยิ้ม ไร้ อัจฉริยะ ดิจิทัล เอง เอา เอื้อ อธิบาย อาสา อายุ อ้าง อิง องค์กร องค์การ อุดหนุน
    """
)
_AFTER_NAME = _any_of(
    """
    และ จึง ได้ ให้ เป็น เพื่อ โดย ซึ่ง (?<![เแโใไ])ที่ มี(?:การ|ความ|คุณ|คะแนน|แผน|ผล|มาตร|นโยบาย|ประสิทธิ|ระบบ|ระดับ|วัฒน|ส่วน|หน้าที่|อำนาจ) ต้อง เรื่อง อำเภอ
    จังหวัด ตามหลัก ตามที่ ตามแผน ด้วย ประกาศ จัดทำ จัด ดำเนิน ร่วมกับ มอบหมาย ประจำ สามารถ ถือ ไม่ กำหนด เห็น แสดง ตระหนัก บริหาร ใช้ ผ่าน ลดลง ปฏิบัติ เล็งเห็น สำหรับ
    จะ(?:ได้|ต้อง|จัด|ดำเนิน|บริหาร)
    """
)
_BEFORE_ALONE = compile_late(r"(?:^|[\s\"'“‘(\[])(?:(?:รอง|ผู้ช่วย)?(?:นายก|ปลัด)|สำนักงาน|ประธานสภา)?$")
_AFTER_ALONE = compile_late(r"\s*(?:$|[\"'”’)\]\n])|\s+(?:อำเภอ|จังหวัด|อ\.|จ\.)")
_LOCATION = compile_late(r"\s+(?:อำเภอ|จังหวัด|อ\.|จ\.)")


# A short name of any kind before what only a sentence's subject has behind it: เทศบาลตำบลงิมจึงจัดทำ.
_SUBJECT = compile_late(
    "(?P<name>[ก-ฮเ-ไ][ก-๎]{1,9}?)(?:จึง|ได้(?:จัด|ดำเนิน|ประกาศ|แต่งตั้ง|กำหนด|ตระหนัก|เล็งเห็น|มีการ)|ขอประกาศ|ตระหนักถึง|เล็งเห็น)"
)
# Towns and cities are called after their province.
_OF_TOWNS = {"เทศบาลเมือง", "เทศบาลนคร"}
_PROVINCE = compile_late("|".join(sorted(PROVINCES, key=len, reverse=True)))


class Mention(NamedTuple):
    """A type word in a text.

    Attributes:
        types: The types of LAO that the word can mean.
        word: The type word, that of a head read as that of the LAO.
        before: The text before it, as far as it can matter.
        rest: The text after it, as far as it can matter.
    """

    types: frozenset[LaoType]
    word: str
    before: str
    rest: str


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield every type word of a text."""
    for found in _TYPE_WORD.finditer(text):
        word = found[0].strip().replace("เทศมนตรี", "เทศบาล")
        before = text[max(0, found.start() - _AROUND) : found.start()]
        yield Mention(_types_of(word), word, before, text[found.end() : found.end() + _AROUND])


def read_lao_name(text: str) -> tuple[frozenset[LaoType], str]:
    """Split an LAO's name from its type word; every type where there is no such word."""
    found = _TYPE_WORD.match(text)
    return (_types_of(found[0].strip()), text[found.end() :]) if found else (frozenset(LaoType), text)


def _types_of(word: str) -> frozenset[LaoType]:
    if word == "เทศบาล":
        return MUNICIPALITIES
    return frozenset(kind for kind in LaoType if word in {kind.label, *kind.aliases})


def find_name(mention: Mention) -> str:
    """Return what is surely a name after a type word, nothing where it may be an ordinary word."""
    found = _LETTERS.match(mention.rest)
    letters = found[0] if found else ""
    subject = _SUBJECT.match(letters)
    if subject and mention.word != "เทศบาล" and not (_ORDINARY.match(letters) or _AFTER_NAME.search(subject["name"])):
        return subject["name"]
    province = _PROVINCE.match(letters)
    if province and mention.word in _OF_TOWNS:
        return province[0]
    if mention.word == "เทศบาล":
        is_sure = _SURE_PLACE.match(letters) is not None and not mention.before.endswith("โรงเรียน")
    else:
        is_sure = _PLACE.match(letters) is not None or _is_alone(mention, letters)
    after = _AFTER_NAME.search(letters, 2)
    name = letters[: after.start()] if after else letters
    return name if is_sure and 2 <= len(name) <= _MAX_NAME else ""


def find_longer_name(mention: Mention, end: int) -> str:
    """Return the longer name, standing alone, that begins with a known one: แม่สายมิตรภาพ for แม่สาย.

    Args:
        mention: A type word and the known name.
        end: Where the known name ends in the text after the type word.
    """
    found = _LETTERS.match(mention.rest, end)
    is_longer = found is not None and len(found[0]) <= _MAX_TAIL and _is_alone(mention, found[0], end)
    return mention.rest[:end] + found[0] if found and is_longer else ""


def _is_alone(mention: Mention, letters: str, skipped: int = 0) -> bool:
    """Tell whether letters are all that stands between a type word and an end, and begin no ordinary word."""
    if not 2 <= len(letters) <= _MAX_NAME or _ORDINARY.match(letters) or _AFTER_NAME.search(letters):
        return False
    end = skipped + len(letters)
    if _LOCATION.match(mention.rest, end):
        return True
    return _BEFORE_ALONE.search(mention.before) is not None and _AFTER_ALONE.match(mention.rest, end) is not None
