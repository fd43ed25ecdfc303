"""What the law calls sensitive, and debts, where they are told of a named person.

A name and a word for the fact count where nothing but a few words stand between them, and the name is not that of the
officer, nurse or volunteer who cares.

Source: the Personal Data Protection Act B.E. 2562, section 26 (health, disability, criminal record, religion).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.persons import AGE, find_persons, is_officer, mask_name
from prongsai.thai.patterns import compile_late

_HEALTH = any_of(
    "ผู้ป่วย|ป่วย|เป็นโรค|โรคประจำตัว|ด้วยโรค|โรค(?:หัวใจ|ไต|ปอด|ตับ|หลอดเลือด|เอดส์|จิต)|ติดเชื้อ|เอชไอวี|hiv|วัณโรค|โควิด|มะเร็ง|เป็นเบาหวาน",
    "ไตวาย|ความดันโลหิต|อัมพาต|อัมพฤกษ์|ซึมเศร้า|จิตเวช|ไบโพลาร์|สมองเสื่อม|อัลไซเมอร์|พาร์กินสัน|ออทิสติก|แพ้ยา|ติดเตียง|อาการทางจิต|ติดยา(?:เสพติด|บ้า|ไอซ์)|เสพยา|(?:ผล)?ปัสสาวะ(?:เป็น)?สีม่วง",
    "(?:ผู้|คน)พิการ|พิการ(?:ทาง|แขน|ขา|ซ้อน)|ทุพพลภาพ|ตาบอด|หูหนวก|ตั้งครรภ์|แท้ง|คลอดบุตร",
    "ฟอก(?:ไต|เลือด)|เคมีบำบัด|ผ่าตัด|รักษาตัว|ผลตรวจ(?:เลือด|สุขภาพ|โควิด|สารเสพติด|ปัสสาวะ)|หมู่เลือด|กรุ๊ปเลือด|ใบรับรองแพทย์|เวชระเบียน|ประวัติการรักษา",
)
_HEALTH_WORDS = (
    "ป่วย", "โรค", "ติดเชื้อ", "เอชไอวี", "hiv", "โควิด", "มะเร็ง", "เบาหวาน", "ไตวาย", "ความดัน", "อัมพ", "ซึมเศร้า", "จิต", "ติดยา", "ปัสสาวะ", "ไบโพลาร์", "สมองเสื่อม",
    "อัลไซ", "พาร์กิน", "ออทิส", "แพ้ยา", "ติดเตียง", "เสพ", "พิการ", "ทุพพลภาพ", "ตาบอด", "หูหนวก", "ครรภ์", "แท้ง", "คลอด", "ฟอก", "บำบัด",
    "ผ่าตัด", "รักษา", "ผลตรวจ", "เลือด", "แพทย์", "เวชระเบียน",
)  # fmt: skip
_PRIVATE = any_of(
    "ค้างชำระ|ค้างภาษี|ค้างค่า|เป็นหนี้|ลูกหนี้|หนี้ค้าง|ถูกยึดทรัพย์|ล้มละลาย|เงินเดือน(?= ?[0-9])|รายได้(?=[ก-๎ ]{0,10}[0-9])|ยากไร้|ยากจน",
    "(?:รับ)?(?:เบี้ยยังชีพ|เบี้ยความพิการ|เงินสงเคราะห์)|ติดหนี้|หนี้นอกระบบ|ต้องโทษ|ต้องคดี|จำคุก|ประวัติอาชญากรรม|นับถือศาสนา|เชื้อชาติ|สมาชิกพรรค|หย่าร้าง|ติดการพนัน|ลายเซ็น",
    "(?:ทะเบียนบ้าน|บัตรประ(?:ชาชน|จำตัว[ก-๎]{0,12}))(?=[ _-]?(?:ของ)?[ _-]?$)",
)
_PRIVATE_WORDS = (
    "ค้าง", "หนี้", "ยึดทรัพย์", "ล้มละลาย", "เงินเดือน", "รายได้", "ยากไร้", "ยากจน", "เบี้ย", "สงเคราะห์", "ต้องโทษ", "ต้องคดี", "จำคุก", "อาชญากรรม",
    "ศาสนา", "เชื้อชาติ", "พรรค", "หย่าร้าง", "การพนัน", "ลายเซ็น", "ทะเบียนบ้าน", "บัตรประ",
)  # fmt: skip
# Between a name and the word these make the person one who cares, gives or manages.
_CARES = compile_late(
    any_of(
        "ดูแล|เยี่ยม|ช่วย|รักษา(?!ตัว)|มอบ|บริจาค|สงเคราะห์|สนับสนุน|ตรวจ|ออกให้|ให้บริการ|รับ(?!เชื้อ|เบี้ย|เงิน)|ส่ง|นำ|ขนย้าย|ประสาน|จัด|จ่าย|อบรม|บรรยาย",
        "ป้องกัน|ควบคุม|รณรงค์|ประชาสัมพันธ์|มาตรการ|วิทยากร|ประธาน|รับผิดชอบ|ขับเคลื่อน|ลงนาม|ติดตาม|เร่งรัด|พัฒนา|จิตอาสา|กลุ่ม|ชมรม|ศูนย์|โครงการ",
        "สำหรับ|แก่|โดย|เพื่อ|อุปกรณ์|รถ|(?<!ติด)เตียง",
    )
)


def _finder(fact: str) -> Callable[[str], Iterator[Span]]:
    after = compile_late(rf"{AGE}[ _,(-]{{0,3}}(?P<gap>[^0-9|]{{0,30}}?){fact}", re.IGNORECASE)
    before = compile_late(rf"{fact}(?P<gap>[^0-9|.]{{0,25}}?)$", re.IGNORECASE)

    def find(text: str) -> Iterator[Span]:
        for person in find_persons(text):
            told = (after.match(text, person.end), before.search(text, max(person.start - 60, 0), person.start))
            is_told = any(match and not _CARES.search(match["gap"]) for match in told)
            if is_told and not is_officer(text, person):
                yield person.start, person.end

    return find


DETECTORS = (
    Detector("health", "ข้อมูลสุขภาพของบุคคล", _finder(_HEALTH), Needs.NAME, _HEALTH_WORDS, mask=mask_name),
    Detector("private", "เรื่องส่วนตัวของบุคคล", _finder(_PRIVATE), Needs.NAME, _PRIVATE_WORDS, mask=mask_name),
)
