"""Words that stay whole on paper, and how wide a text's unbroken runs can be: most need no further look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from prongsai.fonts.advances import measure_text
from prongsai.thai.dates import MONTHS
from prongsai.thai.words import load_words, make_pattern

_LONGEST = 14  # characters of a word that stays whole; of a longer one its parts do
_LEAST = 4  # characters of a part that the line breaker may take for two
# What belongs to the letters beside it: a word of the list may stand in a longer one.
_LEADING, _MARKS = "[เแโใไ]??", "[ะ-ฺๅ็-๎]*"
_THAI = re.compile("[ก-๎]+")  # what words of the list are made of
# Numbers that belong to their word; E-Service, whose hyphen some viewers would take for a broken word's.
_OTHERS = (
    r"\(พ\.ศ\. [๐-๙0-9]+ - [๐-๙0-9]+\)",
    r"พ\.ศ\. [๐-๙0-9]+",
    r"ร้อยละ [๐-๙0-9.]+",
    r"[๐-๙0-9]+(?:[.,/][๐-๙0-9]+)+",
    r"[๐-๙0-9]+ บาท",
    rf"[๐-๙0-9]+ (?:{'|'.join(MONTHS)})",
    r"รายการ",
    r"ป\.ป\.ช\.",
    r"[A-Za-z]+(?:-[A-Za-z]+)+",
)


def list_known(text: str) -> str:
    """Return what of a text stays whole as a regular expression without groups, as Python and the typesetter read it.

    The typesetter needs longer to read an expression of all words than for a picture.

    Args:
        text: All that will be set, in which other signs may stand between the words.
    """
    letters = "".join(_THAI.findall(text))  # a word may begin in one style and end in another
    return _make_known(word for word in _list_whole() if word in letters)


def _make_known(words: Iterable[str]) -> str:
    pattern = make_pattern(words)
    return "|".join((*_OTHERS, *([f"{_LEADING}{pattern}{_MARKS}"] if pattern else [])))


@cache
def _list_whole() -> tuple[str, ...]:
    words = [(word.text,) if len(word.text) <= _LONGEST else word.parts for word in load_words()]
    return tuple(part for parts in words for part in parts if len(part) >= _LEAST)


@cache
def list_parts() -> str:
    """Return the parts of words as such an expression: a word that is wider than its place is cut between them."""
    return make_pattern(part for word in load_words() for part in word.parts)


@lru_cache(maxsize=8)
def _compile_known(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({_make_known((*_list_whole(), *names))})")


def cut_known(text: str, names: tuple[str, ...] = ()) -> list[str]:
    """Return a text cut into what stays whole, at the odd places, and what stands before, between and behind.

    Args:
        text: The text.
        names: Names of places that no list knows.
    """
    return _compile_known(names).split(text)


def measure_widest_run(text: str) -> float:
    """Return how many em the widest run of letters takes at most in which no line is sure to break."""
    return measure_widest_part(cut_known(text))


def measure_widest_part(parts: Sequence[str]) -> float:
    """Return the same of a text that is cut already."""
    runs = [run for part in parts[::2] for run in part.split()]
    return max((*map(_measure_known, parts[1::2]), *map(measure_text, runs)), default=0.0)


_measure_known = lru_cache(maxsize=1024)(measure_text)  # the same words again and again
