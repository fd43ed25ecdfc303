"""Names of persons in the properties of an Office file: who made it, who saved it last, who manages.

Computers fill these in, mostly with what says nothing of a person (User, Administrator, HP, งานนิติการ). A name counts with
a Thai title, or as two words that are no office's, post's or computer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.checks.personal.detector import Detector, PersonalDatum, Span
from prongsai.checks.personal.persons import POSITION, find_persons, mask_name
from prongsai.checks.personal.spelling import clean
from prongsai.thai.patterns import compile_late

_TWO_WORDS = compile_late(
    r"[A-Za-z]{2,30}[ .]+[A-Za-z]{2,30}(?: [A-Za-z]{2,30})?|[ก-ฮเ-ไ][ก-๎]{1,40} +[ก-ฮเ-ไ][ก-๎]{1,40}"
)
_NO_PERSON = compile_late(
    "admin|user|windows|microsoft|office|computer|desktop|laptop|notebook|owner|home|default|guest|team|group|company|dell|lenovo|asus|acer|hewlett|sony|samsung"
    "|python|libre|google|adobe|wps|corporation|municipal|tambon|tessaban|unknown|test"
    f"|{POSITION}|เทศบาล|องค์การ|อบต|อบจ|สำนัก|กอง|งาน|ฝ่าย|กรม|ศูนย์|โรงเรียน|ผู้ใช้|เครื่อง|คอมพิวเตอร์|จังหวัด|อำเภอ|ตำบล|สภา",
    re.IGNORECASE,
)


def find_author(text: str) -> Iterator[PersonalDatum]:
    """Yield the name of a person that a property of a file consists of."""
    cleaned = clean(text).strip()
    for start, end in _find_names(cleaned):
        yield AUTHOR.describe(cleaned[start:end])


def _find_names(text: str) -> Iterator[Span]:
    person = next(iter(find_persons(text)), None)
    if person is not None:
        yield person.start, person.end
    elif _TWO_WORDS.fullmatch(text) and not _NO_PERSON.search(text):
        yield 0, len(text)


AUTHOR = Detector("author", "ชื่อผู้จัดทำ", _find_names, mask=mask_name)
