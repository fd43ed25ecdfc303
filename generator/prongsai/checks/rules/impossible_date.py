"""วันที่ เวลา และช่วงวันที่เขียนในข้อความต้องมีอยู่จริง

ตรวจวันที่ที่มีวัน เดือน และปีครบ (30 กุมภาพันธ์ 2566, 12/13/2566) ชื่อเดือนที่สะกดผิด เวลาที่เกิน 24 นาฬิกาหรือ 59 นาที
ช่วงวันที่จบก่อนเริ่ม และเวลาของการอบรมหรือประชุมที่จบก่อนเริ่ม วันที่ในช่องวันที่ของไฟล์ตรวจเมื่ออ่านไฟล์อยู่แล้ว
เหตุที่สำคัญ: วันที่ไม่มีจริงแปลว่าวันหรือเดือนพิมพ์ผิด ผู้อ่านจึงไม่รู้ว่าจัดกิจกรรมวันใด

ไม่ผ่าน: จัดอบรมเมื่อวันที่ 31 เมษายน 2566
ไม่ผ่าน: ประชุมวันที่ 3 มีนาคม 2566 เวลา 13.75 น.
ไม่ผ่าน: จัดอบรมระหว่างวันที่ 20 - 18 มีนาคม 2566
ผ่าน: จัดอบรมเมื่อวันที่ 29 กุมภาพันธ์ 2567
ผ่าน: จัดอบรมระหว่างวันที่ 28 กุมภาพันธ์ - 2 มีนาคม 2566 เวลา 08.30 - 16.30 น.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.spelling import list_misspellings
from prongsai.checks.subjects.text_dates import DATE, ERA, MONTH, find_spans, read_date
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.dates import MONTHS
from prongsai.thai.patterns import compile_late

ID = "impossible-date"
SEVERITY = Severity.WARNING

_DIGIT = compile_late("[0-9๐-๙]")
_DATE = compile_late(DATE)
_NUMERIC = compile_late(r"(?<![0-9/.-])([0-9]{1,2})([/-])([0-9]{1,2})\2(2[45][0-9]{2})(?![0-9/-])")
_CLOCK = r"[0-9]{1,2}[.:][0-9]{2}(?![0-9])"
_TIME = compile_late(rf"(?<![0-9.,:])([0-9]{{1,2}})[.:]([0-9]{{2}})(?=\s*(?:(?:-|–|ถึง)\s*{_CLOCK}\s*)?(?:น\.|นาฬิกา))")
_HOURS = compile_late(
    r"เวลา\s*(?P<first>[0-9]{1,2}[.:][0-9]{2})\s*(?:น\.|นาฬิกา)?\s*(?:-|–|ถึง)\s*(?:เวลา\s*)?(?P<last>[0-9]{1,2}[.:][0-9]{2})(?=\s*(?:น\.|นาฬิกา))"
)
# A night lies between, or nobody knows; a meeting or a training ends on its day.
_AT_NIGHT = compile_late("เวร|กะ(?![ก-๎])|กลางคืน|ค่ำ|รุ่งขึ้น|วันถัดไป|เฝ้า|ลาดตระเวน|ตรวจตรา|ค้างคืน|พักแรม")
_BY_DAY = compile_late("อบรม|ประชุม|สัมมนา|ประชาคม|เวที|หลักสูตร|ชี้แจง|เปิดทำการ|ราชการ|ติดต่อ|บริการ|ศึกษาดูงาน")
_DAYS = compile_late(
    rf"วันที่\s*(?P<first>[0-9]{{1,2}})\s*(?:-|–|ถึง)\s*(?P<last>[0-9]{{1,2}})\s*{MONTH}\s*(?:{ERA}\s*)?[0-9]{{4}}"
)
_NAMED_DAY = compile_late(
    rf"(?:วันที่|ลงวันที่|เมื่อ)\s*[0-9]{{1,2}}\s*(?:เดือน\s*)?(?P<month>[ก-๎]{{4,12}})\s*(?:{ERA}\s*)?2[45][0-9]{{2}}(?![0-9])"
)
_MONTH = compile_late(MONTH)
_CLOSE = 0.7
_EVENING = Decimal("18.00")
# Read as dates with messages of their own, or as a number of a paper; a period is told by work-period.
_NOT_TEXT = {"date", "as_of", "effective_date", "foreword_date", "years", "number"}
_PERIOD = "period"


class _Wrong(NamedTuple):
    start: int
    message: str


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield days, months and times of day that do not exist, and spans that end before they begin, one a place."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if placed.key in _NOT_TEXT or not _DIGIT.search(placed.text):
            continue
        text = read_plainly(placed.text)
        wrong = [*_find_dates(text), *_find_times(text), *([] if placed.key == _PERIOD else _find_spans(text))]
        for start, message in sorted(wrong):
            fix = "ตรวจกับเอกสารต้นฉบับ แล้วแก้วัน เดือน ปี หรือเวลาที่ผิด"
            yield Problem(places.where(placed, start), ID, SEVERITY, message, fix)


def _find_dates(text: str) -> Iterator[_Wrong]:
    for found in _DATE.finditer(text):
        if read_date(found[0]) is None:
            yield _Wrong(found.start(), f"ไม่มีวันที่ “{found[0]}” ในปฏิทิน")
    for found in _NUMERIC.finditer(text):
        day, _, month, year = found.groups()
        name = MONTHS[int(month) - 1] if 1 <= int(month) <= len(MONTHS) else ""
        if not name or read_date(f"{day} {name} {year}") is None:
            yield _Wrong(found.start(), f"ไม่มีวันที่ “{found[0]}” ในปฏิทิน")
    for found in _NAMED_DAY.finditer(text):
        word = found["month"]
        near = None if _MONTH.match(word) else next(iter(difflib.get_close_matches(word, MONTHS, 1, _CLOSE)), None)
        if near and not near.startswith(word) and word not in list_misspellings():  # told by misspelt-word
            yield _Wrong(found.start("month"), f"ไม่มีเดือนชื่อ “{word}” น่าจะเป็น {near}")


def _find_times(text: str) -> Iterator[_Wrong]:
    for found in _TIME.finditer(text):
        hour, minute = int(found[1]), int(found[2])
        if hour * 60 + minute > 24 * 60 or minute >= 60:
            yield _Wrong(found.start(), f"ไม่มีเวลา “{found[0]} น.”")
    for found in _HOURS.finditer(text):
        first, last = (Decimal(found[name].replace(":", ".")) for name in ("first", "last"))
        if last < first < _EVENING and _BY_DAY.search(text) and not _AT_NIGHT.search(text):
            yield _Wrong(found.start("first"), f"ช่วงเวลา “{found['first']} - {found['last']} น.” จบก่อนเริ่ม")


def _find_spans(text: str) -> Iterator[_Wrong]:
    for span in find_spans(text):
        if span.last < span.first:
            yield _Wrong(span.start, f"ช่วง “{text[span.start : span.end]}” จบก่อนเริ่ม")
    for found in _DAYS.finditer(text):
        if int(found["first"]) > int(found["last"]):
            yield _Wrong(found.start("first"), f"ช่วง “{found[0]}” จบก่อนเริ่ม")
