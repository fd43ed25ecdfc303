"""Dates and years of birth, and ages.

A date after the words for birth (เกิดวันที่, วัน/เดือน/ปีเกิด, ว/ด/ป เกิด, เกิดปี, D.O.B.), in words or in figures, or the year
alone; a date before them (5 ธ.ค. 2522 (วันเกิด)); or the age beside a name. What happens (เหตุเกิด, ความเสียหายที่เกิด) has a date too, and so has a class of people
(ผู้ที่เกิดก่อน …): neither is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of, mask_digits
from prongsai.checks.personal.persons import find_persons
from prongsai.thai.dates import BE_OFFSET, MONTHS, SHORT_MONTHS
from prongsai.thai.patterns import compile_late

_SHORT_MONTHS = (month.rstrip(".").replace(".", r"\.?") + r"\.?" for month in SHORT_MONTHS)
_MONTH = any_of(*MONTHS, *_SHORT_MONTHS)
_ENGLISH_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ERA = r"(?:(?:พุทธ|คริสต์)ศักราช ?|พ\. ?ศ\. ?|พศ\.? ?|ค\. ?ศ\. ?|ปี ?)?"
_DAY_MONTH = rf"[0-9]{{1,2}} ?(?:เดือน ?)?{_MONTH}"
_DATE = any_of(
    rf"{_DAY_MONTH} ?{_ERA}[0-9]{{2,4}}",
    rf"[0-9]{{1,2}} {_ENGLISH_MONTH},? (?:b\.?e\.? ?)?[0-9]{{2,4}}|{_ENGLISH_MONTH} [0-9]{{1,2}},? [0-9]{{4}}",
    "[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?[0-9]{2,4}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
    "(?:19|20|24|25)[0-9]{6}",
)
_YEAR = "(?:24[0-9]{2}|25[0-9]{2}|19[0-9]{2}|20[0-2][0-9])"
_MONTH_YEAR = f"[0-9]{{1,2}} ?[-/.] ?{_YEAR}"
_WEEKDAY = "วัน(?:ที่|(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์) ?(?:ที่)?)"
_LINK = " ?[:=]? ?(?:(?:คือ|ตรงกับ) ?)?"
_OF_PERSON = r"นาย(?!ก(?:เทศ|อบ|องค์|รัฐ| ))|เด็ก|บุตร|นาง|น\.ส\.|คุณ|ลุง|ป้า|ยาย|น้อง|พี่|ตาม(?:บัตร|ทะเบียน|สูติบัตร)|ผู้"
# 5 ธ.ค. 2522 (วันเกิด)
_DATE_FIRST = compile_late(
    rf"(?<![0-9])(?P<datum>{_DATE})[ (\[:,=-]{{0,3}}(?:[ก-๎ ]{{0,30}}?(?:เป็น|คือ) ?)?"
    + any_of(
        r"(?:วัน|ว)[ .,/]{0,2}(?:เดือน|ด)[ .,/]{0,2}(?:ปี|ป)\.? ?(?:ที่ ?)?เกิด|วัน(?:ที่)?เกิด(?!เหตุ|ขึ้น|อุ|ภัย)|\( ?เกิด ?\)",
        r"date of birth|d\.? ?o\.? ?b(?![a-z])|birth ?da(?:te|y)",
    ),
    re.IGNORECASE,
)
_FULL = compile_late(
    any_of(
        r"(?:วัน|ว)[ .,/]{0,2}(?:เดือน|ด)[ .,/]{0,2}(?:ปี|ป)\.? ?(?:ที่ ?)?เกิด|เดือน[ /]{0,2}ปี ?(?:ที่ ?)?เกิด|วัน(?:ที่)?เกิด(?!เหตุ)",
        r"date of birth|d\.? ?o\.? ?b\.?|born(?: on)?|birth ?da(?:te|y)|(?<![a-z])bday",
    )
    + rf"(?: ?ของ[ก-๎. ]{{1,40}}?(?=คือ|ตรงกับ|[:=])| ?(?:ของ ?)?(?:{_OF_PERSON})[ก-๎. ]{{1,40}}?)?"
    rf"{_LINK}[-_ ]?(?:{_WEEKDAY} ?)?(?P<datum>{_DATE}|{_DAY_MONTH}|{_MONTH_YEAR})(?![0-9])",
    re.IGNORECASE,
)
_BARE = compile_late(
    rf"เกิด ?(?:ใน)?(?:เมื่อ)?(?:{_WEEKDAY})?{_LINK}"
    rf"(?P<datum>{_DATE}|(?:เดือน ?)?{_MONTH} ?{_ERA}[0-9]{{4}})(?![0-9])",
    re.IGNORECASE,
)
_ANIMAL = any_of("ชวด", "ฉลู", "ขาล", "เถาะ", "มะโรง", "มะเส็ง", "มะเมีย", "มะแม", "วอก", "ระกา", "จอ", "กุน")
_ONLY_YEAR = compile_late(
    any_of(
        r"ปี ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?(?:ที่ ?)?เกิด",
        rf"เกิด ?(?:ใน)?(?:เมื่อ)? ?(?:ปี ?)?(?:{_ANIMAL} ?)?{_ERA}",
        "year of birth|born in",
    )
    + rf"{_LINK}{_ERA}(?P<datum>{_YEAR})(?![0-9/-])",
    re.IGNORECASE,
)
# What is born on a day without being a person; ที่ and ซึ่ง make a class of people or things of it.
_NOT_BORN = compile_late(
    any_of(
        "เหตุ|เหตุการณ์|อุบัติเหตุ|ภัย|ไฟ|ไหม้|เพลิง|น้ำท่วม|โรค|ระบาด|เสียหาย|ปัญหา|ทุจริต|ข้อพิพาท|ข้อร้องเรียน|หนี้|สิทธิ|รายได้|ผิดพลาด|โครงการ|กรณี|เรื่อง",
        "ซึ่ง|ที่|การ|ได้|อาจ|จะ|ไม่|ให้|ความ|แรก|อัตรา|สัญชาติไทย|ชายไทย|กองเกิน|ผู้สูงอายุ|บุคคล",
    )
    + " ?$"
)
_FIRST_BE_YEAR = 2400
_LAST_BIRTH_YEAR = 2555  # what begins later in a plan is mostly an event
_ABOUT = "(?:(?:ย่าง|ราว|ประมาณ|ได้|ครบ|เกือบ|กว่า|เพียง|แค่) ?(?:เข้า ?)?)?"
_AGE_AFTER = compile_late(
    r"(?: ?[ก-๎]{1,30})?[ ,(;]{0,3}(?:\([^)0-9|]{0,30}\) ?)?"
    rf"(?:(?:(?<!ผู้สูง)อายุ|วัย|(?<![a-z])age) ?{_ABOUT}(?P<age>[0-9]{{1,3}})(?![0-9])(?: ?ปี)?"
    r"|\( ?(?P<bracketed>[0-9]{1,3}) ?ปี ?\))(?!ขึ้นไป)"
    r"|[ ,;]{1,3}(?P<bare>[0-9]{1,3}) ?ปี(?= ?(?:$|[,;)]|อาชีพ|อยู่บ้าน|ราษฎร|ชาว))",
    re.IGNORECASE,
)
_AGE_BEFORE = compile_late(r"(?:(?<!ผู้สูง)อายุ|วัย) ?(?P<age>[0-9]{1,3})(?: ?ปี ?(?:ชื่อ|คือ|ได้แก่|ราย)?| ?ชื่อ)[ (]{0,2}$")


def find_birth_dates(text: str) -> Iterator[Span]:
    """Yield the start and end of each date or year of birth."""
    for pattern in (_FULL, _DATE_FIRST):
        for match in pattern.finditer(text):
            yield match.span("datum")
    for match in _BARE.finditer(text):
        if not _NOT_BORN.search(text, max(match.start() - 20, 0), match.start()):
            yield match.span("datum")
    for match in _ONLY_YEAR.finditer(text):
        if not _NOT_BORN.search(text, max(match.start() - 20, 0), match.start()) and _is_of_person(text, match):
            yield match.span("datum")


def _is_of_person(text: str, match: re.Match[str]) -> bool:
    """Tell whether a year alone is one of birth: long ago, or beside a name."""
    year = int(match["datum"])
    if year + (BE_OFFSET if year < _FIRST_BE_YEAR else 0) <= _LAST_BIRTH_YEAR:
        return True
    return bool(find_persons(text[max(match.start() - 60, 0) : match.end() + 60]))


def find_ages(text: str) -> Iterator[Span]:
    """Yield the start and end of each age that stands beside a person's name."""
    for person in find_persons(text):
        after = _AGE_AFTER.match(text, person.end)
        before = _AGE_BEFORE.search(text, max(person.start - 30, 0), person.start)
        if after:
            yield after.span(after.lastgroup or 0)
        if before:
            yield before.span("age")


_WORDS = ("เกิด", "birth", "dob", "d.o.b", "born", "bday")
DETECTORS = (
    Detector("birth-date", "วันเกิด", find_birth_dates, Needs.DIGITS, _WORDS, mask=mask_digits),
    Detector("birth-date", "อายุ", find_ages, Needs.DIGITS, ("อายุ", "วัย", "ปี", "age"), mask=mask_digits),
)
