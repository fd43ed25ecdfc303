"""ในจำนวนเดียวกันต้องใช้เลขไทยหรือเลขอารบิกชุดเดียว

ตรวจทุกข้อความ จำนวนสองจำนวนที่อยู่ข้างกันใช้เลขคนละชุดได้
เหตุที่สำคัญ: เลขที่ปนกันมักเกิดจากการแก้ปีหรือยอดเงินไม่ครบทุกหลัก และค้นหาจำนวนนั้นไม่พบ

ไม่ผ่าน: ประจำปีงบประมาณ พ.ศ. ๒๕๖6
ไม่ผ่าน: จำนวน ๑,000 บาท
ผ่าน: คำสั่งที่ ๓๗๒/2565
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.digits import THAI_DIGITS, to_arabic
from prongsai.thai.patterns import compile_late

ID = "mixed-digits"
SEVERITY = Severity.WARNING

_DIGIT = f"[0-9{THAI_DIGITS}]"
# A comma joins digits only where it parts thousands: in 2566,๒๕๖๗ it parts two numbers.
_NUMBER = compile_late(rf"{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT})(?:\.{_DIGIT}+)?|{_DIGIT}+(?:\.{_DIGIT}+)*")
_THAI = compile_late(f"[{THAI_DIGITS}]")
_ARABIC = compile_late("[0-9]")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield numbers that are written with both Thai and Arabic digits."""
    reported = {problem.where for problem in loaded.problems}  # a number or date that could not be read
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if not _is_mixed(placed.text) or placed.where in reported:
            continue
        for match in _NUMBER.finditer(placed.text):
            number = match[0]
            if _is_mixed(number):
                yield Problem(
                    places.where(placed, match.start()),
                    ID,
                    SEVERITY,
                    f"“{number}” มีเลขไทยปนกับเลขอารบิกในจำนวนเดียวกัน",
                    f"เขียนทั้งจำนวนด้วยเลขชุดเดียว คือ {number.translate(_TO_THAI)} หรือ {to_arabic(number)}",
                )


def _is_mixed(text: str) -> bool:
    return bool(_THAI.search(text) and _ARABIC.search(text))
