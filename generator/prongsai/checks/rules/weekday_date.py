"""ชื่อวันในสัปดาห์ต้องมีจริง และต้องตรงกับวันที่ที่เขียนไว้ด้วยกัน

ตรวจวันที่ที่มีวัน เดือน และปีครบทุกแห่ง ทั้งในข้อความและในช่องวันที่
เหตุที่สำคัญ: ชื่อวันที่ไม่ตรงกับวันที่แปลว่าวัน เดือน หรือปีผิดอย่างน้อยหนึ่งอย่าง ผู้อ่านจึงไม่รู้ว่าจัดกิจกรรมวันใดแน่

ไม่ผ่าน: ประชุมเมื่อวันจันทร์ที่ 30 กันยายน 2565 (วันนั้นเป็นวันศุกร์)
ไม่ผ่าน: ประชุมเมื่อวันอังคาญที่ 14 มีนาคม 2566
ผ่าน: ประชุมเมื่อวันอังคารที่ 14 มีนาคม 2566
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_dates import DATE, MONTH, read_date
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.dates import format_thai_date
from prongsai.thai.patterns import compile_late

ID = "weekday-date"
SEVERITY = Severity.WARNING

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | {"พฤหัส": 3, "พฤหัสฯ": 3}
_KNOWN = "|".join(sorted(_NUMBERS, key=len, reverse=True))
# “20 - 21 กรกฎาคม” after one weekday: the first day is meant; after two (เสาร์ - อาทิตย์), nobody can tell.
_BEFORE = compile_late(
    rf"(?:(?P<word>(?:วัน)?(?:{_KNOWN})|วัน[ก-๎]{{2,15}}?)\s*ที่|(?P<bare>วัน(?:{_KNOWN}))(?![ก-๎]))\s*"
    rf"(?P<date>{DATE}|(?P<day>[0-9]{{1,2}})\s*(?:-|–|ถึง|และ)\s*(?P<rest>{DATE}))"
)
_AFTER = compile_late(rf"(?P<date>{DATE})\s*(?:(?:\(|ซึ่ง|ที่)\s*)?(?:ตรงกับ|เป็น|(?<=\())\s*(?P<word>วัน(?:{_KNOWN}))")
_TWO_DAYS = compile_late(rf"(?:{_KNOWN})\s*(?:-|–|/|,|ถึง|และ)\s*$")
# Pieces by which a misspelt weekday is known from other words after วัน (วันหยุด, วันเทศบาล, วันปิยมหาราช).
_PIECES = compile_late("จัน|อัง|พุธ|พุท|พฤ|ศุก|เสา|อาทิต")
_CLOSE = 0.6
_HINT = compile_late(rf"(?:{MONTH})")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield weekdays that do not exist, and those that are not the day of their date."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if "ที่" not in placed.text and "วัน" not in placed.text:
            continue
        text = read_plainly(placed.text)
        if not _HINT.search(text):
            continue
        for start, message, fix in _find_wrong(text):
            yield Problem(places.where(placed, start), ID, SEVERITY, message, fix)


def _find_wrong(text: str) -> Iterator[tuple[int, str, str]]:
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(text):
            group = "word" if found["word"] else "bare"
            name = found[group].removeprefix("วัน")
            written = found["date"]
            if pattern is _BEFORE and found["day"]:
                written = f"{found['day']} {found['rest'].lstrip('0123456789 ')}"
            date = read_date(written)
            if date is None or _TWO_DAYS.search(text[max(0, found.start() - 20) : found.start()]):
                continue
            right = WEEKDAYS[date.weekday()]
            if name not in _NUMBERS:
                if _is_misspelt(name):
                    message = f"ไม่มีวันในสัปดาห์ชื่อ “วัน{name}” วันที่ {format_thai_date(date)} เป็นวัน{right}"
                    yield found.start(group), message, f"แก้เป็น วัน{right} หากวันที่ถูกต้องแล้ว"
            elif _NUMBERS[name] != date.weekday():
                message = f"เขียนว่าวัน{name} แต่วันที่ {format_thai_date(date)} เป็นวัน{right}"
                yield found.start(group), message, "ตรวจกับเอกสารต้นฉบับ แล้วแก้ชื่อวันหรือวันที่ที่ผิด"


def _is_misspelt(name: str) -> bool:
    return _PIECES.match(name) is not None or bool(difflib.get_close_matches(name, _NUMBERS, 1, _CLOSE))
