"""The last touch to a built page's text: where a line may not end, and what a reading voice shall read as English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from prongsai.thai.dates import MONTHS, SHORT_MONTHS
from prongsai.thai.words import load_words, make_pattern

_OTHER_LANGUAGE = re.compile(r'<html[^>]*\blang="(?!th")')
_DIGIT = "[0-9๐-๙]"
_BEFORE = ("พ.ศ.", "ที่", "รอบ", "ร้อยละ", "มาตรา", "จำนวน", "ปี", "ข้อ", *SHORT_MONTHS)
_UNITS = (
    "บาท", "โครงการ", "รายการ", "มาตรการ", "ข้อ", "รอบ", "ครั้ง", "คน", "คะแนน", "หน้า", "ปี", "เดือน", "วัน", "น.", "จาก", "KB",
    "หน่วยงาน", "ฉบับ", "ภาพ", "ไฟล์",
)  # fmt: skip
_AFTER = (*_UNITS, *MONTHS, *SHORT_MONTHS)
_SPACE = re.compile(
    rf"(?:(?P<before>{'|'.join(map(re.escape, _BEFORE))}) (?={_DIGIT}))"
    # A year counts nothing; a long amount may need a line of its own.
    rf"|(?<!{_DIGIT}{{4}})(?<![0-9๐-๙,.]{{8}})(?<={_DIGIT}) (?={'|'.join(map(re.escape, _AFTER))})"
    rf"|(?<={_DIGIT}) (?=- {_DIGIT})| (?=ๆ)"
)
_LEAST = 4  # characters of a name; shorter ones have one syllable
# A word of two letters or more, and what follows it up to the next Thai letter or digit: Integrity and Transparency.
# Outside of it a character reference is no word.
_ENGLISH = re.compile(r"&#?\w+;|[A-Za-z](?:[A-Za-z'’/.@, -]|&#?\w+;)*[A-Za-z]")
# Tags, and elements whose text is copied letter for letter, holds no tags or has its language already; most follow each
# other with nothing but white space between them.
_MARKUP = re.compile(
    r"(<(?:(?P<name>code|pre|script|style|select|svg|title|abbr)\b.*?</(?P=name)>|[^>]*>)"
    r"(?:\s*<(?:(?P<next>code|pre|script|style|select|svg|title|abbr)\b.*?</(?P=next)>|[^>]*>))*)",
    re.DOTALL,
)


def set_text(page: str, names: Iterable[str] = ()) -> str:
    """Return a built page whose text is set; a page in another language than Thai stays as it is.

    ``พ.ศ. 2566 - 2570``, ``30 กันยายน`` and ``178,050 บาท`` hold together, ``ธรรมาภิบาล`` is not broken inside, and
    ``E-Service`` is in a span with ``lang="en"``.

    Args:
        page: The page.
        names: Names of places, inside which no line may end; those that no list knows cost a few bytes each time.
    """
    if _OTHER_LANGUAGE.search(page):
        return page
    set_words = _make_setter(frozenset(names))
    start = page.find("<body")
    text, *others = _MARKUP.split(page[start:])
    parts = [page[:start], text]
    for markup, _, _, text in zip(*[iter(others)] * 4, strict=True):
        parts += (markup, set_words(text))
    return "".join(parts)


@lru_cache(maxsize=2)  # the pages of an LAO stand together
def _make_setter(names: frozenset[str]) -> Callable[[str], str]:
    """Return the function that sets a text between tags; the same words stand on many pages, so it remembers some."""
    whole = _compile_whole(names)

    @lru_cache(maxsize=20_000)
    def set_words(text: str) -> str:
        marked = _ENGLISH.sub(_mark, _SPACE.sub(_bind, text))
        return whole.sub(_keep, marked)

    return set_words


def _compile_whole(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds the words that browsers break, as a group, and names that they may not know.

    A longer word that they know is found without the group, so that nothing inside it is marked.
    """
    known = {word.text: word for word in load_words()}
    torn = {text for text, word in known.items() if word.is_torn and not word.points}
    torn |= {name for name in names if name not in known and len(name) >= _LEAST}
    sound = [text for text, word in known.items() if not word.is_torn and any(each in text for each in torn)]
    return re.compile(f"{make_pattern(sound)}|({make_pattern(torn)})")


def _keep(word: re.Match[str]) -> str:
    return f'<span class="whole">{word[0]}</span>' if word[1] else word[0]


def _bind(space: re.Match[str]) -> str:
    return f"{space['before'] or ''}\u00a0"


def _mark(word: re.Match[str]) -> str:
    return word[0] if word[0].startswith("&") else f'<span lang="en">{word[0]}</span>'
