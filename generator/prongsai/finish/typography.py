"""The last touch to a built page's text: where a line may not end, and what a reading voice shall read as English."""

from __future__ import annotations

import re
from functools import lru_cache

from prongsai.thai.dates import MONTHS, SHORT_MONTHS

_DIGIT = "[0-9๐-๙]"
_BEFORE = ("พ.ศ.", "ที่", "รอบ", "ร้อยละ", "มาตรา", "จำนวน", "ปี", "ข้อ", *SHORT_MONTHS)
_UNITS = (
    "บาท", "โครงการ", "รายการ", "มาตรการ", "ข้อ", "รอบ", "ครั้ง", "คน", "คะแนน", "หน้า", "ปี", "เดือน", "วัน", "น.", "จาก", "KB",
)  # fmt: skip
_AFTER = (*_UNITS, *MONTHS, *SHORT_MONTHS)
_SPACE = re.compile(
    rf"(?:(?P<before>{'|'.join(map(re.escape, _BEFORE))}) (?={_DIGIT}))"
    # A year counts nothing; a long amount may need a line of its own.
    rf"|(?<!{_DIGIT}{{4}})(?<![0-9๐-๙,.]{{8}})(?<={_DIGIT}) (?={'|'.join(map(re.escape, _AFTER))})"
    rf"|(?<={_DIGIT}) (?=- {_DIGIT})"
)
# Words of this field that the dictionaries of browsers break inside.
_WHOLE = re.compile("ธรรมาภิบาล|นโยบาย|กิจกรรมบูรณาการ|เป็นกรอบ|ตามระเบียบ|กระตุ้น|กระจายข่าว|(?:ป้องกัน|ทุจริต)ฯ")
# A word of two letters or more, and what follows it up to the next Thai letter or digit: Integrity and Transparency.
# Outside of it a character reference is no word.
_ENGLISH = re.compile(r"&#?\w+;|[A-Za-z](?:[A-Za-z'’/.@, -]|&#?\w+;)*[A-Za-z]")
# Tags, and elements whose text is copied letter for letter, holds no tags or has its language already.
_MARKUP = re.compile(r"(<(?P<name>code|pre|script|style|select|svg|title|abbr)\b.*?</(?P=name)>|<[^>]*>)", re.DOTALL)


def set_text(page: str) -> str:
    """Return a built page whose text is set.

    ``พ.ศ. 2566 - 2570``, ``30 กันยายน`` and ``178,050 บาท`` hold together, ``ธรรมาภิบาล`` is not broken inside, and
    ``E-Service`` is in a span with ``lang="en"``.
    """
    start = page.find("<body")
    text, *others = _MARKUP.split(page[start:])
    parts = [page[:start], text]
    for markup, _, text in zip(*[iter(others)] * 3, strict=True):
        parts += (markup, _set(text) if text and not text.isspace() else text)
    return "".join(parts)


@lru_cache(maxsize=20_000)  # the same words stand on many pages
def _set(text: str) -> str:
    marked = _ENGLISH.sub(_mark, _SPACE.sub(_bind, text))
    return _WHOLE.sub(r'<span class="whole">\g<0></span>', marked)


def _bind(space: re.Match[str]) -> str:
    return f"{space['before'] or ''}\u00a0"


def _mark(word: re.Match[str]) -> str:
    return word[0] if word[0].startswith("&") else f'<span lang="en">{word[0]}</span>'
