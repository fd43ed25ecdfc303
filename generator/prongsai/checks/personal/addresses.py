"""Where a person lives: a house number with its village or street, the word for a house number, a point on the map.

บ้านเลขที่ is a home wherever it stands. A number and a village, street or community (12/3 หมู่ 4 ต.…, 8/15 ชุมชน…) is one unless the nearest name before it
is an office's, a school's, a company's or a road's. Numbers of villages alone (หมู่ที่ 4), ranges of houses and counts are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of, mask_digits, spell_plainly
from prongsai.checks.personal.persons import find_persons
from prongsai.thai.patterns import compile_late

_PART = "(?:/| ?ทับ ?)[0-9]{1,3}"
_NUMBER = f"[0-9]{{1,5}}(?:{_PART})?"
_VILLAGE = r"(?:หมู่(?: ?ที่| ?บ้านที่)?|ม\.) ?[0-9]{1,2}(?![0-9])"
_STREET = r"(?:ซอย|ซ\.|ถนน|ถ\.|ตรอก|แขวง)"
_DISTRICT = r"(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|บ้าน)"
_HOUSE = compile_late(
    r"(?<!ถึง)(?:บ้าน ?เลข(?:ที่)?|บ้าน ?ลข\.|เลขที่บ้าน|ทะเบียนบ้าน(?:เลข)?(?:ที่)?|house no\.?) ?[:.]? ?"
    rf"(?P<datum>[0-9]{{1,5}}(?:/[0-9]{{1,4}})?(?: ?{_VILLAGE})?)"
    r"(?![0-9]| ?(?:-|ถึง) ?(?:บ้านเลขที่ ?)?[0-9]| ?(?:หลัง|แห่ง|ครัวเรือน|ราย))",
    re.IGNORECASE,
)
_NUMBERED = compile_late(
    r"(?<![0-9/.,-])(?P<named>(?:(?<!หมู่)(?<!ชาว)บ้าน(?= ?[0-9])|เลขที่|ที่อยู่|พัก(?:อยู่)?ที่|อาศัย(?:อยู่)?(?:ที่)?|อยู่(?:ที่)?|ภูมิลำเนา|บ้านพัก[ก-๎. ]{0,30})[ :]{0,2})?"
    rf"(?P<datum>[0-9]{{1,5}}(?P<part>{_PART})?(?![0-9/]) ?(?P<cell>;)?,? ?"
    rf"(?:(?:บ้าน[ก-๎]{{1,30}} ?)?(?P<village>{_VILLAGE})|(?P<street>{_STREET}) ?[^0-9|]{{0,40}}|(?P<estate>(?:(?:หมู่)?บ้าน|ชุมชน(?!เป้า|ต้อง|ที่|ใน|และ|จัด|มี|ได้))[ก-๎]{{2,30}})))"
    "(?P<rest>[^0-9|]{0,40})"
)
# บ.เลขที่ 312 ม.10: without the village the letter stands for a company
_SHORT = compile_late(rf"(?<![ก-๎])บ\. ?(?:เลขที่)? ?(?P<datum>{_NUMBER}) ?[,;]? ?{_VILLAGE}")
_OF_SOMEBODY = compile_late(
    rf"บ้าน(?:ของ)? ?(?P<owner>[ก-๎. ]{{2,40}}?) ?เลขที่ ?(?P<datum>{_NUMBER})(?![0-9/]| ?หลัง(?![ก-๎]))"
)
_ENGLISH = compile_late(
    r"(?<![0-9/.,-])(?P<datum>[0-9]{1,5}(?:/[0-9]{1,3})?),? (?:moo(?:ban)?|m\.|soi|village(?: no\.?)?) ?[0-9]{1,2}(?![0-9])",
    re.IGNORECASE,
)
# houseno=88-1&moo=4 in the address of a map or a form
_ASKED = compile_late(
    r"(?<![a-z])(?:house|home|addr)[_-]?(?:no|num|number|id)[ =:]{1,2}(?P<datum>[0-9]{1,5}(?:[/-][0-9]{1,4})?)(?![0-9])",
    re.IGNORECASE,
)
# คุณ… 61/8 ต.… อ.…: on an envelope nothing but the sub-district follows
_ENVELOPE = compile_late(
    rf"(?<![0-9/.,-])(?P<datum>[0-9]{{1,5}}{_PART})(?![0-9/]) ?(?:ตำบล|ต\.|แขวง) ?[ก-๎]{{2,30}} ?(?:อำเภอ|อ\.|เขต|จังหวัด|จ\.)"
)
_ENGLISH_HOME = compile_late("address|house|home|resid|live|(?<![a-z])(?:mr|mrs|ms|miss)(?![a-z])", re.IGNORECASE)
_ENGLISH_OFFICE = compile_late(
    "office|municipal|school|temple|hospital|(?<![a-z])(?:co\\.|ltd|tao|sao)(?![a-z])", re.IGNORECASE
)
_REVERSED = compile_late(rf"{_VILLAGE}[^0-9|]{{0,30}}เลขที่(?:บ้าน)? ?(?P<datum>{_NUMBER})(?![0-9/])")
_ROOM = compile_late(
    rf"(?:พัก(?:อยู่|อาศัย)?(?:ที่)?|อยู่|คอนโด|แฟลต|อพาร์[ตท]เมนต์|แมนชั่น)[ก-๎ ]{{0,10}}ห้อง ?(?:เลขที่ ?)?(?P<datum>{_NUMBER})(?![0-9/])"
)
_POINT = compile_late(
    r"(?:พิกัด|gps|(?<![a-z])(?:q|query|ll|loc|destination)[ =])[^0-9|]{0,40}(?P<datum>[0-9]{1,2}\.[0-9]{4,}[ ,°NEne/]{1,4}[0-9]{2,3}\.[0-9]{4,})",
    re.IGNORECASE,
)
_SOMEBODYS_HOME = compile_late(
    "บ้าน(?:ของ)?[ _+]?(?:นาย(?!อำเภอ)|นาง|น\\.ส\\.|คุณ|ลุง|ป้า|น้า|ตา|ยาย|พ่อ(?!หลวง)|แม่|พี่|น้อง|อุ๊ย)[ก-๎]{2}"
)

_DISTRICT_AFTER = compile_late(rf"[ก-๎. ]{{0,20}}?{_DISTRICT}")
_WHOLE_AFTER = compile_late(r"(?:ตำบล|ต\.)[^0-9|]{1,30}(?:อำเภอ|อ\.|จังหวัด|จ\.)")
_COUNTED = compile_late("(?:ที่|สาย|จำนวน|ข้อ|ลำดับ|ชุด|แห่ง|เลข|ครั้ง|โซน|ช่วง|อีก|รวม|ยาว|กว้าง) ?$")
_PUBLIC_PLACE = any_of(
    r"สำนักงาน|ที่ทำการ|ที่ว่าการ|ตั้งอยู่|เทศบาล|อบต\.?|อบจ\.?|องค์การ|ศูนย์|กอง|กรม|นายก|จ่าหน้า|ไปรษณีย์|ปณ|ตู้",
    "โรงเรียน|มหาวิทยาลัย|วิทยาลัย|วัด|โรงพยาบาล|สถานี|อาคาร|หอประชุม|ศาลา|สนาม|สวน|มูลนิธิ|สมาคม|กลุ่ม|ชมรม|กองทุน|บริษัท|ห้างหุ้นส่วน|หจก|ร้าน|ธนาคาร",
    "โครงการ|ก่อสร้าง|ถนนสาย|ทางหลวง|ท่อ|ประปา|สะพาน|ฝาย|บ่อ|เสาไฟ|มิเตอร์|ถังดับเพลิง|ที่ดิน|โฉนด|แปลง",
    "(?<!คู่)สัญญา|หนังสือ|คำสั่ง|ใบสั่ง",
)
_PUBLIC = compile_late(_PUBLIC_PLACE)
_PUBLIC_AFTER = compile_late(rf" ?(?:คือ|เป็น)(?:ที่ตั้ง|ที่อยู่|ที่ทำการ)(?:ของ)? ?{_PUBLIC_PLACE}")
_HOME = compile_late("บ้านพัก|ภูมิลำเนา|พัก(?:อยู่|อาศัย|ที่)|อาศัย|อยู่ที่|ที่อยู่|ผู้ร้อง|ชาวบ้าน|ราษฎร")


def find_addresses(text: str) -> Iterator[Span]:
    """Yield the start and end of each house number."""
    houses = [match.span("datum") for match in _HOUSE.finditer(text)]
    yield from houses
    for match in _NUMBERED.finditer(text):
        if _is_home(text, match) and not any(start <= match.start("datum") < end for start, end in houses):
            yield match.span("datum")
    for match in _SHORT.finditer(text):
        if not any(start <= match.start("datum") < end for start, end in houses):
            yield match.span("datum")
    for match in _OF_SOMEBODY.finditer(text):
        if find_persons(match["owner"]) and not _PUBLIC.search(match["owner"]):
            yield match.span("datum")
    for match in _ENGLISH.finditer(text):
        around = text[max(match.start() - 60, 0) : match.end() + 60]
        if _ENGLISH_HOME.search(around) and not _ENGLISH_OFFICE.search(around):
            yield match.span("datum")
    for match in _REVERSED.finditer(text):
        if not _PUBLIC.search(text, max(match.start() - 60, 0), match.start("datum")):
            yield match.span("datum")
    for match in _ROOM.finditer(text):
        yield match.span("datum")
    for match in _POINT.finditer(text):
        before = text[max(match.start() - 40, 0) : match.start("datum")]
        around = before + text[match.end() : match.end() + 30]
        if ("บ้าน" in before and find_persons(before)) or _SOMEBODYS_HOME.search(around):
            yield match.span("datum")
    for match in _ASKED.finditer(text):
        yield match.span("datum")
    for match in _ENVELOPE.finditer(text):
        before = text[max(match.start() - 80, 0) : match.start()]
        if any(0 <= len(before) - person.end <= 2 for person in find_persons(before)):
            yield match.span("datum")


def _is_home(text: str, match: re.Match[str]) -> bool:
    """Tell a home from an office by the nearest word before it, and from a count by what stands beside it."""
    before = text[max(match.start() - 80, 0) : match.start("datum")]
    person = max((found.end for found in find_persons(before)), default=-1)
    home = max(person, *(found.end() for found in _HOME.finditer(before)), -1)
    if max((found.end() for found in _PUBLIC.finditer(before)), default=-1) > home:
        return False
    is_beside = 0 <= len(before) - person <= 2 and person >= 0  # นายคำมูล 12 หมู่ 4
    if _PUBLIC_AFTER.match(text, match.end("village") if match["village"] else match.end("datum")):
        return False
    if match["cell"] and home < 0:  # cells of a table side by side
        return False
    district = match["street"] or _DISTRICT_AFTER.match(match["rest"])
    if match["estate"]:
        return bool(match["named"] or (match["part"] and home >= 0))
    if match["named"] or match["part"]:
        return bool(match["village"] or district or is_beside)
    if not match["village"] or _COUNTED.search(before):
        return False
    return is_beside or bool(district and (home >= 0 or _WHOLE_AFTER.search(match["rest"])))


def _spell(datum: str) -> str:
    return re.sub(r"หมู่ที่|ม\.", "หมู่", spell_plainly(datum))


_WORDS = (
    "บ้าน",
    "หมู่",
    "ม.",
    "ซอย",
    "ซ.",
    "ถนน",
    "ถ.",
    "ตรอก",
    "ห้อง",
    "พิกัด",
    "gps",
    "house",
    "moo",
    "m.",
    "soi",
    "ชุมชน",
    "แขวง",
    "q ",
    "query",
    "ll ",
    "loc",
    "destination",
    "addr",
    "ต.",
    "ตำบล",
)
DETECTORS = (
    Detector(
        "address", "บ้านเลขที่", find_addresses, Needs.DIGITS, _WORDS, is_contact=True, spell=_spell, mask=mask_digits
    ),
)
