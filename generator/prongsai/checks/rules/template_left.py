"""ข้อความต้องไม่มีทางเลือกหรือช่องว่างของแม่แบบค้างอยู่

เหตุที่สำคัญ: ผู้อ่านไม่รู้ว่าหน่วยงานเลือกข้อใด เช่น ตั้งเป้าหมายคะแนน ITA ไว้สองอย่างในข้อเดียว

คำว่า องค์กรปกครองส่วนท้องถิ่นนั้น ๆ อาจเป็นถ้อยคำของแม่แบบ จึงเป็นเพียงคำแนะนำ

ไม่ผ่าน: (กรณีที่ยังไม่ผ่านเกณฑ์ ITA) และ (กรณีที่ผ่านเกณฑ์ ITA แล้ว) อยู่ด้วยกัน
ไม่ผ่าน: ปลัด (อบจ./เทศบาล/อบต.) เป็นกรรมการและเลขานุการ
ไม่ผ่าน: ตามข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย
ไม่ผ่าน: โครงการ........ (ระบุชื่อโครงการ) ประจำปี พ.ศ. 25XX
ผ่าน: ปลัดเทศบาล เป็นกรรมการและเลขานุการ
ผ่าน: องค์กรปกครองส่วนท้องถิ่น (อบจ./เทศบาล/อบต.) ทุกแห่ง
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import normalise

ID = "template-left"
SEVERITY = Severity.WARNING

_CASE = compile_late(
    r"\(\s*(?:ใน)?กรณี(?:ที่)?\s*(?P<not>ยังไม่|ไม่|มิ)?(?:ได้)?\s*(?P<what>ผ่าน|เข้าร่วม|ใช้งบ|มีงบ|ได้รับงบ)[^()]*\)"
)
_TYPE = r"(?:อบจ\.?|อบต\.?|เทศบาล(?:นคร|เมือง|ตำบล)?|องค์การบริหารส่วน(?:จังหวัด|ตำบล))"
_POST = rf"(?:นายก(?:เทศมนตรี|\ ?{_TYPE})|ปลัด\ ?{_TYPE}|พนักงาน(?:เทศบาล|ส่วนตำบล)|สภา\ ?{_TYPE})"
_TYPES = compile_late(rf"{_TYPE}(?:\s*/\s*{_TYPE})+")
_POSTS = compile_late(rf"{_POST}(?:\s*/\s*{_POST})+", re.VERBOSE)
_FAMILIES = tuple(compile_late(words) for words in ("เทศ", "อบต|ส่วนตำบล", "อบจ|ส่วนจังหวัด"))
_ORDINANCES = compile_late(r"(?:ข้อบัญญัติ\s*/\s*เทศบัญญัติ|เทศบัญญัติ\s*/\s*ข้อบัญญัติ)(?!\s*/\s*แผน)")
_BLANKS = compile_late(
    r"""
    [.…]{4,} | …[.…]+ | (?:\.\ ){4,} | _{4,}
    | \(\s*(?:โปรด|ให้)?ระบุ(?!ไว้|ว่า|ตัว|ใน|อยู่|ได้|ตาม|โดย|ถึง|ให้|แล้ว)[^()]*\)
    | \(\s*ชื่อ\s*(?:หน่วยงาน|อปท\.?|องค์กรปกครองส่วนท้องถิ่น|โครงการ|ผู้รับผิดชอบ)\s*\)
    | (?<![A-Za-z/._-])[Xx]{2,}(?![A-Za-z0-9/._-])
    """,
    re.VERBOSE,
)
_THAT_LAO = compile_late(r"(?:องค์กรปกครองส่วนท้องถิ่น|อปท\.)\s?นั้น\s?ๆ")
_PROCEDURES = {"steps", "methods"}
# Everything looked for has one of these; most texts have none.
_QUICK = compile_late(r"[/(_…]|\.\ ?\.|[Xx]{2}|นั้น")
# Words of the national system are copied as they are.
_COPIED = {"eplan_name", "eplan_problems", "eplan_remark", "eplan_suggestions"}

_Cases = dict[tuple[str, DataPath, str], tuple[str, bool, Where]]


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield alternatives and blanks of a template, once a text and wording."""
    cases: _Cases = {}
    for place in loaded.sources.texts:
        if not _QUICK.search(place.text):
            continue
        text = normalise(place.text)
        yield from _find_opposite_cases(text, place, cases)
        for written in dict.fromkeys(_find_choices(text, place)):
            yield _report(place, f"ยังไม่ได้เลือกจาก “{written}”", "เหลือเฉพาะคำที่ใช้กับหน่วยงานนี้")
        for written in dict.fromkeys(found[0].strip() for found in _BLANKS.finditer(text)):
            yield _report(place, f"มีช่องว่างของแม่แบบ “{written}”", "เติมข้อความจริง หรือลบทิ้งหากไม่มีข้อมูล")
        for written in dict.fromkeys(_THAT_LAO.findall(text)):
            fix = "เขียนชื่อหน่วยงานหากหมายถึงหน่วยงานนี้"
            yield Problem(place.where, ID, Severity.ADVICE, f"“{written}” อาจเป็นถ้อยคำของแม่แบบ", fix)


def _report(place: PlacedText, message: str, fix: str, related: tuple[Where, ...] = ()) -> Problem:
    return Problem(place.where, ID, SEVERITY, message, fix, related)


def _find_opposite_cases(text: str, place: PlacedText, cases: _Cases) -> Iterator[Problem]:
    """Yield the second of two cases that exclude each other, in one text or in one list; a procedure has both."""
    if _PROCEDURES.intersection(place.path):
        return
    for found in _CASE.finditer(text):
        key = (place.document, place.path[:-1], found["what"])
        is_negative = found["not"] is not None
        written, was_negative, where = cases.setdefault(key, (found[0], is_negative, place.where))
        if was_negative is not is_negative:
            message = f"มีทั้ง “{written}” และ “{found[0]}”"
            related = () if where == place.where else (where,)
            yield _report(place, message, "เหลือเฉพาะกรณีที่ตรงกับหน่วยงานนี้", related)


def _find_choices(text: str, place: PlacedText) -> Iterator[str]:
    for found in _TYPES.finditer(text):
        before = text[: found.start()].rstrip("( ")
        if _is_mixed(found[0]) and not before.endswith(("ท้องถิ่น", "อปท.", "หน่วยงาน")):
            yield found[0]
    if place.key not in _COPIED:
        yield from (found[0] for found in _ORDINANCES.finditer(text))
        yield from (found[0] for found in _POSTS.finditer(text) if _is_mixed(found[0]))


def _is_mixed(written: str) -> bool:
    """Tell whether words are of more than one type of LAO: นายกเทศมนตรี/ปลัดเทศบาล are not."""
    return sum(words.search(written) is not None for words in _FAMILIES) > 1
