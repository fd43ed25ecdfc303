"""ข้อความต้องเป็นข้อความจริง ไม่ใช่คำที่แปลว่าไม่มีข้อมูล คำทดสอบ หรือค่าผิดพลาดของ Excel

ตรวจข้อความที่ทั้งข้อความเป็นคำเช่น None, N/A, ทดสอบ, ไม่ระบุ หรือมีเพียงขีด และค่าผิดพลาดของ Excel กับข้อความตัวอย่างที่อยู่กลางข้อความ
คำว่า ไม่มี เป็นคำตอบที่ใช้ได้ในปัญหา/อุปสรรค ข้อเสนอแนะ ปัจจัยสนับสนุน และหมายเหตุ
เหตุที่สำคัญ: คำเหล่านี้ถูกพิมพ์บนหน้าเว็บเหมือนเป็นผลจริง ส่วนช่องที่ไม่มีข้อมูลให้ลบคีย์ทิ้ง

ไม่ผ่าน: results มีข้อเดียวคือ None
ไม่ผ่าน: remark เป็น "#REF!"
ไม่ผ่าน: reporter: ทดสอบ
ผ่าน: problems มีข้อเดียวคือ ไม่มี
ผ่าน: จัดทำแบบทดสอบก่อนการอบรม
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.thai.patterns import compile_late

ID = "placeholder-text"
SEVERITY = Severity.WARNING

_NOTHING = frozenset(
    """
    none nil null nan n/a na n.a n/a. #n/a undefined blank empty void false true ไม่มี ไม่มีข้อมูล ไม่ระบุ ไม่ทราบ ไม่ได้ระบุ ยังไม่มี
    ยังไม่มีข้อมูล ยังไม่ระบุ ยังไม่ได้ระบุ ยังไม่ได้กรอก ไม่ได้กรอก ว่าง ว่างเปล่า เว้นว่าง
    """.split()  # noqa: SIM905 - one word each, readable as running text
)
_NONE = frozenset({"ไม่มี", "ยังไม่มี", "ไม่มีข้อมูล", "ยังไม่มีข้อมูล"})
_LATER = frozenset(
    """
    tbd tba tbc todo fixme pending รอข้อมูล รอเติม รอเพิ่ม รอกรอก รอใส่ เติมภายหลัง ใส่ภายหลัง กรอกภายหลัง รอตรวจสอบ อยู่ระหว่างรอข้อมูล
    ใส่ข้อความ พิมพ์ข้อความ ข้อความ ใส่ข้อมูล กรอกข้อมูล กรอกข้อความ เติมข้อความ ข้อมูล
    """.split()  # noqa: SIM905 - as above
)
_TRIAL = compile_late(
    r"(?:ข้อความ|ข้อมูล|ชื่อ|พิมพ์)?(?:ทดสอบ(?:ทดสอบ)?|ทดลอง|เทสต์|เทส|test|testing|demo|dummy|sample|foo|bar|foobar|asdf\w*|qwer\w*|zxcv\w*|hello(?: world)?|abc|aaa+|bbb+|"
    r"กกก+|กขค\w*|ฟหก\w*|ๆไำ\w*|ผปแ\w*|blah(?: blah)*|x)(?:ระบบ|การพิมพ์|พิมพ์|การใส่|การกรอก)?(?:ข้อความ|ข้อมูล)?(?:ๆ)?[\s_-]*[0-9๐-๙]{0,4}"
)
_EXCEL = compile_late(
    r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|N/A(?![A-Za-z])|SPILL!|CALC!|FIELD!|GETTING_DATA|ERROR!)|#{4,}"
    r"|\[object Object\]|(?<![A-Za-z])(?:NaN|undefined)(?![A-Za-z])|#(?:อ้างอิง|ค่า)!"
)
_FILLER = compile_late(r"(?i)lorem\s+ipsum|dolor\s+sit\s+amet|ลอเร็ม\s*อิปซัม")
_LONG = 60  # what is longer is a text, whatever stands in it
_QUICK = compile_late(r"#|object|NaN|undefined|(?i:lorem|dolor)|ลอเร")
_AROUND = " \t\n()[]{}<>\"'“”‘’-–—_.,:;*/|=~"
# A lone mark is nothing; long rows of dots and lines are blanks of a form, which template-left tells.
_MARKS = compile_late(r"[\s\-–—_.…?*/=~+,:;|!()\[\]“”\"']+")
_BLANK = compile_late(r"[.…]{4,}|…[.…]+|(?:\.\ ){4,}|_{4,}|\?{3,}")
# “None” is an answer here; the fields of e-PlanNACC are copied as they are, marks and all.
_ANSWERS = {"problems", "suggestions", "supporting_factors", "remark", "note", "opinion", "reason_text"}
_COPIED = {"eplan_problems", "eplan_suggestions", "eplan_remark"}
# Fields with words of their own for nothing (a dash for no money, a dash before an item).
_OWN_WORDS = {
    "number", "numerals", "pdf", "in_ordinance", "public", "capped", "score", "level", "choice", "direction", "report_form",
    "date", "as_of", "effective_date", "foreword_date", "count", "values", "first", "last", "years", "order",
}  # fmt: skip
_MONEY = {"budget", "budgets", "planned", "ordinance", "disbursed"}


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield texts that say nothing, texts of a trial, and what a spreadsheet prints for an error."""
    for place in _list_texts(loaded):
        if place.key in _OWN_WORDS or not _MONEY.isdisjoint(place.path):
            continue
        text = place.text.strip()
        if not text or (len(text) >= _LONG and not _QUICK.search(text)):
            continue
        told = _describe(text, place)
        if told:
            message, fix = told
            yield Problem(place.where, ID, SEVERITY, message, fix)


def _list_texts(loaded: LoadedDossier) -> Iterator[PlacedText]:
    yield from loaded.sources.texts
    path = ("contacts", "facebook")  # an address, or the name of a page
    if page := loaded.dossier.lao.contacts.facebook:
        yield PlacedText(page, loaded.sources.where("lao", *path), "lao", path)


def _describe(text: str, place: PlacedText) -> tuple[str, str] | None:
    # What Word puts into square brackets is told by leaked-text.
    word = text.strip(_AROUND).casefold() if len(text) < _LONG and not text.startswith("[พ") else text
    remove = "ลบข้อนี้" if isinstance(place.path[-1], int) else f"ลบคีย์ {place.key}: ทิ้ง"
    fix = f"เขียนข้อความจริง หากยังไม่มีข้อมูลให้{remove}"
    is_suspect = _QUICK.search(text) is not None
    found = _EXCEL.search(text) if is_suspect else None
    if found:
        return f"มีค่าผิดพลาดของโปรแกรม “{found[0]}”", "แก้ในไฟล์ต้นทาง แล้วเขียนค่าที่ถูกต้องแทน"
    if is_suspect and _FILLER.search(text):
        return "เป็นข้อความสมมติที่ใช้ลองจัดหน้า (lorem ipsum)", fix
    if len(text) >= _LONG:
        return None
    if _MARKS.fullmatch(text):
        if _BLANK.search(text) or place.key in _COPIED:
            return None
        return f"มีเพียงเครื่องหมาย “{text}” ไม่มีข้อความ", f"เขียน ไม่มี หรือ{remove}" if place.key in _ANSWERS else fix
    words = set(word.split())
    if word in _NOTHING or (len(words) == 1 and words <= _NOTHING):
        is_answer = word in _NONE and (place.key in _ANSWERS or place.key in _COPIED)
        return None if is_answer else (f"“{text}” แปลว่าไม่มีข้อมูล ไม่ใช่ข้อความของช่องนี้", fix)
    if word in _LATER:
        return f"“{text}” เป็นที่ว่างที่รอเติม ไม่ใช่ข้อความของช่องนี้", fix
    if _TRIAL.fullmatch(word):
        return f"“{text}” เป็นคำที่พิมพ์ทดสอบ", fix
    return None
