"""The lines below a foreword: who wrote it, where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.importing.reading_values import find_date
from prongsai.importing.source import Passage
from prongsai.importing.squeezing import squeeze
from prongsai.importing.wording import LAO_TYPE
from prongsai.reading.marks import find_mark

LAO_LINE = re.compile(
    rf"{LAO_TYPE}\S{{0,24}}(?:\s+อำเภอ\s?\S{{1,20}})?(?:\s+จังหวัด\s?\S{{1,20}})?"
    r"|อำเภอ\s?\S{1,20}\s+จังหวัด\s?\S{1,20}|(?:อำเภอ|จังหวัด)\S{1,20}"
)
UNIT_LINE = re.compile("(?:งาน|ฝ่าย|สำนัก|กอง|หน่วย)[ก-๙ ]{2,60}")
MEMO_CLOSING = re.compile(r"จึงเรียนมาเพื่อ.{2,80}")
_MAX_LENGTH = 70


def is_closed(passages: Iterable[Passage]) -> bool:
    """Tell whether a memo has come to its closing formula."""
    return any(MEMO_CLOSING.fullmatch(passage.text) for passage in passages)


def is_signature(passage: Passage) -> bool:
    """Tell whether a line is a local government, a unit of one, or a date."""
    text = passage.text
    if len(text) > _MAX_LENGTH or find_mark(text) or re.search("จำนวน|โครงการ", text):
        return False
    is_month = re.fullmatch(r"[ก-๙.]+\s*(?:พ\.?ศ\.?\s*)?[0-9๐-๙]{4}", text) is not None
    date = find_date(passage)
    is_date = date is not None and len(squeeze(text)) - len(squeeze(date[0].text)) < 10
    return is_month or is_date or LAO_LINE.fullmatch(text) is not None or UNIT_LINE.fullmatch(text) is not None
