"""LINE accounts of persons: an id near the word, and the addresses that add somebody.

An id is a Latin word behind LINE or ไลน์ that is marked as one: by ไอดี, ID, a colon, an equals sign, แอด, ส่วนตัว, @, or by a
digit or mark that no word has, which may stand before LINE too (somchai_j (ไลน์)). An official account (LINE Official, OA), a
group and words that only stand side by side (Facebook Line YouTube) are none; who looks after a group has an id. Of addresses, ``line.me/ti/p/…`` and ``lin.ee/…`` add a contact; ``line.me/R/ti/p/@…``
is official.

Source: LINE's help on adding friends (``~id``, one-time tokens, ``@`` before official ids).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, Needs, Span, any_of
from prongsai.checks.personal.emails import is_office_name
from prongsai.thai.patterns import compile_late

_ACCOUNT = "[a-z0-9][a-z0-9._-]{2,60}"
_ADDRESS = compile_late(
    any_of(
        rf"line\.(?:me|naver\.jp)/(?:r/)?ti/p/(?P<web>(?:~|%7e)?{_ACCOUNT})",
        rf"line:/{{0,2}}(?:r/)?ti/p/(?P<app>(?:~|%7e)?{_ACCOUNT})",
        "lin\\.ee/(?P<short>[a-z0-9_-]{3,40})",
    ),
    re.IGNORECASE,
)
_LINE = any_of("(?<!ออน)ไลน์", r"(?<![a-z.@/-])(?<!on)(?<!hot )(?<!hot-)line(?![a-z.])")
# What stands behind LINE without being an id.
_NO_ID = any_of(
    r"facebook|fb\b|http|www|web|youtube|tiktok|twitter|instagram|ig\b|google|zoom|messenger|e-?mail|e-",
    r"official|oa\b|open|group|notify|alert|voom|card|id\b|line|hot|app|bot|today|pay|man|call|meeting|qr",
)
_ID = r"[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9])){2,40}"
_NAME = rf"(?!{_NO_ID})(?=[0-9._-]*[a-z]){_ID}(?!\S*@)"  # a letter in it, and no e-mail address
_ID_OF_LINE = any_of(
    rf"{_LINE} ?[-_./(]{{0,2}} ?(?:ไอดี|i\.?d(?![a-z])\.?)\)?|(?<![a-z.@/-])line ?id(?![a-z])",
    rf"(?:ไอดี|(?<![a-z])id) ?(?:{_LINE}|[-_./(:]{{0,2}}(?:line(?![a-z.])|ไลน์)\)?)",
    "(?<![a-z0-9._-])@line(?![a-z])",
)
_QUOTE = "[\"'(<\\[]?"
_ARROW = "(?:[-=]?>{1,2}|→|➜|➔|⇒|»)"
_MARKED = tuple(
    compile_late(pattern, re.IGNORECASE)
    for pattern in (
        # ไลน์ไอดี x, Line ID: x, ไอดีไลน์ของผู้ประสานงานคือ x, @line x
        rf"{_ID_OF_LINE}[ก-๎ ]{{0,30}}(?:[-:=.;]|{_ARROW})? ?{_QUOTE}(?P<datum>(?!{_NO_ID})@?{_ID})",
        # Line: x, LINE ส่วนตัวนิติกร: x, Line=x
        rf"{_LINE}[ก-๎. ()]{{0,40}}(?:[:=]|{_ARROW}) ?{_QUOTE}(?P<datum>{_NAME})",
        # ไลน์ @x
        rf"{_LINE}[ก-๎ ]{{0,10}}[:=]? ?{_QUOTE}(?P<datum>@(?!{_NO_ID}){_ID})",
        # ไลน์ส่วนตัว x, ไลน์ของคุณ… x, ไลน์ชื่อ x
        rf"{_LINE} ?(?:ส่วนตัว|ของ|ชื่อ|นาย|นาง|น\.ส\.|คุณ|ครู|พี่|ลุง|ป้า|น้า|ยาย|ช่าง)[ก-๎ .]{{0,40}} ?{_QUOTE}(?P<datum>{_NAME})",
        # แอดไลน์ x, เพิ่มเพื่อนไลน์ x
        rf"(?:แอด|เพิ่มเพื่อน|ทัก|add)[ก-๎ ]{{0,12}}{_LINE} ?{_QUOTE}(?P<datum>{_NAME})",
    )
)
# ทักไลน์มาที่ somchai1234, ไลน์ผู้ดูแลระบบ (ส่วนตัว) somchai_j: no word has a digit or a mark in it, and an address has its end
_ADDRESS_END = r"(?!(?:[a-z0-9-]{1,40}\.){1,3}(?:com|net|org|info|th|me|in|jp|pdf|docx?|xlsx?|jpe?g|png)(?![a-z0-9]))"
_UNLIKE_WORD = rf"{_ADDRESS_END}(?=[a-z]{{0,40}}(?:[0-9_-]|\.[a-z0-9])){_NAME}"
_PLAIN = compile_late(
    rf"{_LINE}(?P<gap> ; |[^0-9A-Za-z|;]{{0,40}})(?P<datum>(?<![0-9A-Za-z])@?{_UNLIKE_WORD})", re.IGNORECASE
)
_OTHER_THING = compile_late(
    "และ|หรือ|เว็บ|อีเมล|เพจ|เฟซ|โปรแกรม|รุ่น|ไฟล์|เรื่อง|ตาม|แบบ|เอกสาร|ลิงก์|คิวอาร์|โครงการ|รหัส|ห้อง|อบรม"
)
_ACRONYM = compile_late("[A-Z]{1,8}[-._]?[A-Z0-9]{0,4}")  # COVID-19, ITA2567
# somchai_j (ไลน์), somchai.j เป็นไอดีไลน์
_REVERSED = compile_late(
    rf"(?<![a-z0-9@._/-])(?P<datum>{_UNLIKE_WORD})(?: ?\( ?| ?(?:เป็น|คือ|ใน|=) ?)(?:แอป|ชื่อ|ไอดี|id)? ?{_LINE}",
    re.IGNORECASE,
)
# สแกนไลน์หรือพิมพ์ไอดี x
_ID_WORD = compile_late(rf"(?:ไอดี|(?<![a-z])id) ?(?:คือ|:|=)? ?(?P<datum>{_NAME})", re.IGNORECASE)
_LINE_NEAR = compile_late(_LINE, re.IGNORECASE)
_OFFICIAL = compile_late(
    any_of(
        "official|(?<![a-z])oa(?![a-z])|open ?chat|ทางการ|chat ?bot",
        "ของ ?(?:เทศบาล|อบต|อบจ|องค์การ|สำนัก|หน่วยงาน|ศูนย์|กอง|งาน|โรงเรียน|จังหวัด|อำเภอ)",
    ),
    re.IGNORECASE,
)
_SHARED = compile_late("group|กลุ่ม|แพลตฟอร์ม|ระบบ(?!ไม่|ล่ม)", re.IGNORECASE)
_PERSON = compile_late(r"ส่วนตัว|นาย(?!ก)|นาง|น\.ส\.|คุณ(?!ภาพ|ธรรม)|พี่|ลุง|ป้า(?!ย)|น้อง")
# These look after what is shared, and have an account of their own.
_KEEPER = compile_late("แอดมิน|ผู้ดูแล|ผู้ประสาน|วิทยากร|ช่าง")


def find_line_ids(text: str) -> Iterator[Span]:
    """Yield the start and end of each id or address of a person's account."""
    for match in _ADDRESS.finditer(text):
        name = next(name for name in ("web", "app", "short") if match[name])
        if not (_is_official(text, match) or is_office_name(match[name].lower())):
            yield match.span(name)
    for pattern in _MARKED:
        for match in pattern.finditer(text):
            if not _is_official(text, match):
                yield match.span("datum")
    for match in (*_PLAIN.finditer(text), *_REVERSED.finditer(text)):
        if not _is_word(text, match) and not _is_official(text, match):
            yield match.span("datum")
    for match in _ID_WORD.finditer(text):
        is_near = _LINE_NEAR.search(text, max(match.start() - 40, 0), match.end() + 20) is not None
        if is_near and not _is_official(text, match):
            yield match.span("datum")


def _is_official(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words around an account make it an office's, and none a person's."""
    around = _look_around(text, match)
    if _PERSON.search(around):
        return False
    return bool(_OFFICIAL.search(around) or (_SHARED.search(around) and not _KEEPER.search(around)))


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Tell an acronym, an office's name or a name of something else than LINE from an id."""
    gap = match.groupdict().get("gap") or ""
    if _ACRONYM.fullmatch(match["datum"]):
        return True
    is_other = _OTHER_THING.search(gap) is not None or is_office_name(match["datum"].lower())
    return is_other and not _PERSON.search(_look_around(text, match))


def _look_around(text: str, match: re.Match[str]) -> str:
    return text[max(match.start() - 40, 0) : match.end() + 20]


def _spell(datum: str) -> str:
    return re.sub(r"\s", "", datum).lower().removeprefix("%7e").lstrip("@~")


DETECTORS = (
    Detector("line", "ไลน์ไอดี", find_line_ids, Needs.NOTHING, ("line", "ไลน์", "lin.ee"), is_contact=True, spell=_spell),
)
