"""ข้อความต้องไม่มีอักขระไทยที่เรียงผิด ซ้ำ หรือขาด และไม่มีอักขระที่มองไม่เห็น

ตรวจสระและวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ ซ้ำ หรือเรียงผิดลำดับ เ สองตัวแทน แ, ํ กับ า แทน ำ อักขระความกว้างศูนย์
และอักขระเฉพาะของแบบอักษรเก่า
เหตุที่สำคัญ: คำที่ดูเหมือนถูกแต่อักขระต่างกันค้นหาไม่พบ โปรแกรมอ่านหน้าจออ่านผิด และชื่อเดียวกันกลายเป็นสองชื่อ

ไม่ผ่าน: เเผนปฏิบัติการ (พิมพ์ เ สองตัวแทน แ)
ไม่ผ่าน: จัดทํารายงาน (พิมพ์ ํ กับ า แทน ำ)
ไม่ผ่าน: ร้องเรียนเจ้้าหน้าที่ (ไม้โทสองตัว)
ผ่าน: แผนปฏิบัติการ จัดทำรายงาน
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.garbled import find_garbled
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "broken-thai"
SEVERITY = Severity.WARNING

_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"  # above and below the consonant
_TONES = "\u0e48-\u0e4b"
_MARKS = _VOWELS + _TONES + "\u0e4c-\u0e4e"
_INVISIBLE = "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_LOST = "\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
# What a mark may follow: a consonant, another mark, the dotted circle that shows a mark alone. Behind a character
# that is reported itself nothing more is said.
_BASES = f"ก-ฮ{_MARKS}\u25cc{_INVISIBLE}{_LOST}"
_AFTER_TONE = f"ก-ฮ{_TONES}\u25cc{_INVISIBLE}{_LOST}"


class _Defect(NamedTuple):
    pattern: str
    what: str
    fix: str


_DEFECTS = {
    "invisible": _Defect(f"[{_INVISIBLE}]+", "มีอักขระที่มองไม่เห็น", "ลบอักขระนั้น (มักติดมาจากการคัดลอก)"),
    "lost": _Defect(f"[{_LOST}]+", "มีอักขระที่เสียหรือใช้ได้เฉพาะแบบอักษรเก่า", "ลบอักขระนั้นแล้วพิมพ์คำใหม่ตามต้นฉบับ"),
    "ae": _Defect("\u0e40{2}", "พิมพ์ เ สองตัวแทน แ", "ลบ เ ทั้งสองตัวแล้วพิมพ์ แ"),
    "am": _Defect(f"\u0e4d[{_TONES}]?\u0e32", "พิมพ์ ํ กับ า แทน ำ", "ลบ ํ กับ า แล้วพิมพ์ ำ"),
    "am_twice": _Defect("\u0e33[\u0e33\u0e32]+", "สระ ำ ซ้อนกับสระอื่น", "เหลือ ำ ไว้ตัวเดียว"),
    "tone_after_am": _Defect(f"\u0e33[{_TONES}]", "วรรณยุกต์อยู่หลัง ำ", "พิมพ์วรรณยุกต์ก่อน ำ"),
    "tones": _Defect(f"[{_TONES}\u0e4c]{{2,}}", "วรรณยุกต์หรือการันต์ซ้อนกัน", "เหลือไว้ตัวเดียว"),
    "twice": _Defect("(?P<vowel>[\u0e30-\u0e32\u0e34-\u0e3a\u0e41-\u0e45\u0e47\u0e4d])(?P=vowel)+", "สระซ้ำกัน", "เหลือไว้ตัวเดียว"),
    "order": _Defect(f"[{_TONES}\u0e4c][{_VOWELS}]", "วรรณยุกต์หรือการันต์อยู่ก่อนสระ", "พิมพ์สระก่อน แล้วตามด้วยวรรณยุกต์หรือการันต์"),
    "two_vowels": _Defect(f"[{_VOWELS}][{_VOWELS}]|[เ-ไ][เ-ไ]", "สระสองตัวอยู่ที่พยัญชนะเดียวกัน", "พิมพ์คำใหม่ให้เหลือสระที่ถูกตัวเดียว"),
    "space": _Defect(f"(?<=[ก-๎])[ \u00a0]+[{_MARKS}ะาำ]|[เ-ไ][ \u00a0]+(?=[ก-ฮ])", "มีเว้นวรรคกลางคำ", "ลบเว้นวรรคนั้น"),
    "base": _Defect(
        f"(?<![{_BASES}])[{_MARKS}]|(?<![{_AFTER_TONE}])[าำ]|(?<![{_AFTER_TONE}า])ะ",
        "สระหรือวรรณยุกต์ไม่มีพยัญชนะรองรับ",
        "พิมพ์คำใหม่ตามต้นฉบับ",
    ),
    "long_i": _Defect("(?<![ฤฦ])ๅ", "พิมพ์ ๅ แทน า", "ลบ ๅ แล้วพิมพ์ า"),
}  # fmt: skip
_ANY = compile_late("|".join(f"(?P<{name}>{defect.pattern})" for name, defect in _DEFECTS.items()))
# Text in good order, which nearly all is, passes this in a fifth of the time.
_CLEAN = compile_late(
    f"(?:[^ก-ฮะาำๅเ-ไ{_MARKS}{_INVISIBLE}{_LOST}]++|[เ-ไ](?=[ก-ฮ])"
    f"|[ก-ฮ](?:[{_VOWELS}][{_TONES}\u0e4c]?|[{_TONES}]?(?:าะ?|ะ|ำ)|[{_TONES}\u0e4c])?+)*+"
)
_UNSEEN = compile_late(f"[{_INVISIBLE}{_LOST}\u00a0]")
_AROUND = 10


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the first defect of each sort in each text, with the number of those that follow it there."""
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if _CLEAN.fullmatch(placed.text) or find_garbled(placed.text):
            continue
        found: dict[str, list[re.Match[str]]] = {}
        for match in _ANY.finditer(placed.text):
            name = next(name for name in _DEFECTS if match[name] is not None)
            found.setdefault(name, []).append(match)
        for name, (first, *others) in found.items():
            defect = _DEFECTS[name]
            codes = " ".join(f"U+{ord(character):04X}" for character in first[0])
            more = f" และอีก {len(others)} แห่งในข้อความเดียวกัน" if others else ""
            yield Problem(
                places.where(placed, first.start()),
                ID,
                SEVERITY,
                f"{defect.what} ({codes}) ที่ “{_quote(placed.text, first)}”{more}",
                defect.fix,
            )


def _quote(text: str, match: re.Match[str]) -> str:
    """Return the words around a defect on one line, what cannot be seen named by its code point."""
    around = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
    shown = _UNSEEN.sub(lambda unseen: f"[U+{ord(unseen[0]):04X}]", around)
    return " ".join(shown.split())
