"""ข้อความต้องใช้เฉพาะอักขระที่แบบอักษรของเอกสาร PDF มี

ตรวจอักขระที่แบบอักษร Sarabun ไม่มี เช่น รูปอารมณ์ ช่องกาเครื่องหมาย เลขในวงกลม และตัวอักษรลาวที่ดูเหมือนไทย
ไม่ตรวจเมื่อหน่วยงานไม่ทำ PDF (pdf: ไม่ใช่)
เหตุที่สำคัญ: อักขระที่แบบอักษรไม่มี จะเป็น [?] ในเอกสาร PDF และตัวอักษรต่างภาษาที่หน้าตาเหมือนกันทำให้ค้นหาคำไม่พบ

ไม่ผ่าน: ☑ เผยแพร่แล้ว
ไม่ผ่าน: ② ประชุมคณะกรรมการ
ผ่าน: เผยแพร่แล้ว
ผ่าน: (2) ประชุมคณะกรรมการ
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from prongsai.checks.subjects.garbled import find_garbled
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.fonts.coverage import find_missing
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "missing-glyph"
SEVERITY = Severity.WARNING

_LOST = compile_late("[\ufeff\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")  # told by broken-thai
_LAO = range(0x0E81, 0x0EDA)  # laid out as Thai is, 0x80 further on
_TO_THAI = 0x80
_INSTEAD = {"㎡": "ตร.ม."} | dict.fromkeys("●○◦▪▫➢➤❖⬥", "•") | dict.fromkeys("➔➜➝➞⇒⟶", "→")
_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"  # a quotation does not begin in the middle of a syllable
_AROUND = 10
_SHOWN = 5


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the first run of such characters in each text, with the number of those that follow it there."""
    if not loaded.dossier.lao.pdf:
        return
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        text = placed.text
        lacking = {place for place in find_missing(text) if not _LOST.match(text[place])}
        if not lacking or find_garbled(text):
            continue
        start, *others = sorted(place for place in lacking if place - 1 not in lacking)
        end = next(place for place in range(start, len(text) + 1) if place not in lacking)
        codes = " ".join(f"U+{ord(character):04X}" for character in text[start:end][:_SHOWN])
        codes += " …" if end - start > _SHOWN else ""
        around = " ".join(text[max(start - _AROUND, 0) : end + _AROUND].lstrip(_MARKS).split())
        more = f" และอีก {len(others)} แห่งในข้อความเดียวกัน" if others else ""
        yield Problem(
            places.where(placed, start),
            ID,
            SEVERITY,
            f"แบบอักษรของเอกสาร PDF ไม่มีอักขระ “{text[start:end]}” ({codes}) ที่ “{around}”{more}",
            _suggest(text[start:end]),
        )


def _suggest(missing: str) -> str:
    instead = "".join(map(_find_instead, missing))
    if not instead or find_missing(instead):
        return "ลบอักขระนั้น หรือเขียนเป็นคำ"
    return f"พิมพ์ “{instead}” แทน"


def _find_instead(character: str) -> str:
    """Return what means the same and can be set; the character itself where nothing does."""
    if character in _INSTEAD:
        return _INSTEAD[character]
    if ord(character) in _LAO:
        return chr(ord(character) - _TO_THAI)
    plain = unicodedata.normalize("NFKC", character)
    return f"({plain})" if plain.isdecimal() and len(plain) <= 2 and "CIRCLED" in unicodedata.name(character) else plain
