"""Numbers that lead to one person: passports, licences, cards of the disabled, pupils' numbers, private cars, land titles.

The number counts after the word for its document. Plates and land titles are public things too (รถส่วนกลาง, ที่ดินสาธารณะ): they
count only with an owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.persons import find_persons
from prongsai.thai.patterns import compile_late

_PASSPORT = compile_late(
    "(?:หนังสือเดินทาง|พาสปอร์ต|passport)[^0-9|]{0,30}?(?P<datum>(?<![a-z])[a-z]{1,2}[ -]?[0-9]{6,8})(?![0-9])",
    re.IGNORECASE,
)
_CARD = compile_late(
    any_of(
        "บัตร(?:ประจำตัว)?(?:คน|ผู้)พิการ|บัตรสวัสดิการ(?:แห่งรัฐ)?|บัตรผู้สูงอายุ|บัตรประกันสังคม|บัตรทอง|บัตรต่างด้าว|บัตรแรงงาน|บัตรข้าราชการ|บัตรนัก(?:เรียน|ศึกษา)|เลข(?:ที่)?ประกันสังคม",
        "ใบขับขี่|ใบอนุญาตขับ(?:ขี่|รถ)|ใบอนุญาตทำงาน|ใบประกอบวิชาชีพ|กรมธรรม์|work permit|driv(?:ing|er'?s) licen[cs]e",
        "รหัส(?:ประจำ)?บ้าน|สูติบัตร|มรณบัตร|ทะเบียนสมรส|สำคัญการสมรส|ทะเบียนหย่า|ทะเบียนเกษตรกร",
        "(?:รหัส|เลข(?:ประจำตัว)?)(?:นักเรียน|นักศึกษา|นิสิต|ผู้ป่วย|ผู้ประกันตน)|ทะเบียนผู้ป่วย|(?<![a-z])hn(?![a-z])",
    )
    + r"(?![^0-9|]{0,30}(?:จำนวน|ปี|รวม|งบ|พ\.ศ|ประเภท))[^0-9|]{0,30}"
    r"(?P<datum>[0-9](?:[ /-]?[0-9]){4,14})(?![0-9]| ?(?:คน|ราย|ใบ|ฉบับ|บาท|ชุด))",
    re.IGNORECASE,
)
_PLATE = compile_late(
    "(?:ทะเบียน(?:รถ)?|รถ(?:ยนต์|จักรยานยนต์|มอเตอร์ไซค์|กระบะ|เก๋ง|ตู้))[ก-๎ ]{0,20}?"
    "(?P<datum>(?<![ก-๎])(?:[0-9] ?)?[ก-ฮ]{2,3} ?-? ?[0-9]{1,4})(?![0-9])"
)
_TITLE_DEED = compile_late(
    r"(?:โฉนด(?:ที่ดิน)?|น\.ส\. ?3 ?ก?\.?|นส\.? ?3 ?ก?\.?|ส\.ค\. ?1|ส\.ป\.ก\.(?: ?4-01)?|สปก\.?(?: ?4-01)?|ที่ดิน)(?: ?เลขที่| ?แปลง(?:เลข)?ที่| ?เลขโฉนด) ?"
    "(?P<datum>[0-9]{2,8})(?![0-9])"
)
_OWNER = compile_late("ส่วนตัว|เจ้าของ|ผู้ร้อง|ของ(?:ชาวบ้าน|ราษฎร|ผู้)")
_PUBLIC = compile_late("ส่วนกลาง|ราชการ|เทศบาล|อบต|อบจ|องค์การ|รถขยะ|รถบรรทุกน้ำ|รถดับเพลิง|รถกู้ชีพ|สาธารณ")


def find_identity_documents(text: str) -> Iterator[Span]:
    """Yield the start and end of each number of a document of a person."""
    for pattern in (_PASSPORT, _CARD):
        for match in pattern.finditer(text):
            yield match.span("datum")
    for pattern in (_PLATE, _TITLE_DEED):
        for match in pattern.finditer(text):
            around = text[max(match.start() - 60, 0) : match.end() + 60]
            is_public = _PUBLIC.search(text, max(match.start() - 30, 0), match.end() + 30)
            if (_OWNER.search(around) or find_persons(around)) and not is_public:
                yield match.span("datum")


_WORDS = (
    "เดินทาง", "พาสปอร์ต", "passport", "บัตร", "ใบขับขี่", "ใบอนุญาต", "วิชาชีพ", "กรมธรรม์", "permit", "licen", "รหัสบ้าน", "ประจำบ้าน",
    "สมรส", "ทะเบียน", "นักเรียน", "นักศึกษา", "นิสิต", "ผู้ป่วย", "ประกัน", "hn", "รถ", "โฉนด", "น.ส.", "นส", "ส.ค.", "ส.ป.ก.", "สปก", "ที่ดิน",
)  # fmt: skip
DETECTORS = (Detector("document", "เลขที่เอกสารหรือทรัพย์สินของบุคคล", find_identity_documents, Needs.DIGITS, _WORDS),)
