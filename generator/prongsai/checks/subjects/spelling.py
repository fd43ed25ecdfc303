"""Words of plans and reports with a slip of the keyboard in them.

Known misspellings are listed; of the most frequent words every slip of one key is made up from the neighbours on the
Thai keyboard and from letters that sound or look alike. What can also be right (a dictionary's words, or two of them
side by side) is left out: ``spelling_right.txt`` lists it, made with PyThaiNLP by ``tests/make_right_spellings.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from prongsai.records.packaged import load_packaged
from prongsai.thai.patterns import compile_late

WORDS = Path(__file__).with_suffix(".yml")
RIGHT = Path(__file__).with_name("spelling_right.txt")
# The Kedmanee layout, row by row, without and with Shift.
_ROWS = (
    ("ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบลฃ", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ"),
    ("+๑๒๓๔ู฿๕๖๗๘๙", '๐"ฎฑธํ๊ณฯญฐ,', "ฤฆฏโฌ็๋ษศซ.", "()ฉฮฺ์?ฒฬฦ"),
)
# Letters that sound or look alike.
_ALIKE = (
    "ฎฏ", "ณน", "ศษส", "รล", "ิี", "ึื", "ุู", "่้", "็่", "ใไ", "ทธฒฑ", "คฅฃข", "ตฏ", "ภถ", "ดค", "ชซ", "ผพฝฟ", "บป", "กถ",
    "ญณ", "ฐถ", "าำ", "์้", "ัั้",
)  # fmt: skip
_MIN_LENGTH = 7
_KEY = 3
_THAI = compile_late(f"[ก-๎]{{{_KEY},}}")
# What broken-thai tells: letters that cannot stand so, whatever the word.
_BROKEN = compile_late("[ัิ-ฺ็]{2}|[่-๋์]{2}|[่-๋์][ัิ-ฺ็]|[เ-ไ][ะ-ฺ็-๎เ-ไ]|[ะาำ][ัิ-ฺ็-๎]|([ะาำ])\\1|[เ-ไ]$")


class Slip(NamedTuple):
    """A misspelt word in a text: where it starts, as it stands there, and as it should."""

    start: int
    wrong: str
    right: str


@lru_cache(maxsize=4096)  # units, headings and steps stand in many projects
def find_slips(text: str) -> tuple[Slip, ...]:
    """Return the misspelt words of a text, in their order."""
    return tuple(_iter_slips(text))


def _iter_slips(text: str) -> Iterator[Slip]:
    lengths = _list_lengths()
    spellings = list_misspellings()
    end = 0
    for match in _THAI.finditer(text):
        run = match[0]
        for start in range(len(run) - _KEY + 1):
            for length in lengths.get(run[start : start + _KEY], ()):
                wrong = run[start : start + length]
                right = spellings.get(wrong)
                # What looks misspelt may be the beginning of the right word: ปฏิบัต of ปฏิบัติ.
                is_right = right and len(right) > length and run.startswith(right, start)
                if right and match.start() + start >= end and not is_right:
                    end = match.start() + start + length
                    yield Slip(match.start() + start, wrong, right)
                    break


@cache
def _list_lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the misspellings are that begin with some letters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for wrong in list_misspellings():
        lengths.setdefault(wrong[:_KEY], set()).add(len(wrong))
    return {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}


@cache
def list_misspellings() -> dict[str, str]:
    """Return every misspelling that is looked for, with the right spelling."""
    words, misspelt = read_words()
    right = frozenset(RIGHT.read_text(encoding="utf-8").split())
    found = {slip: word for word in words for slip in make_slips(word) if slip not in right}
    for word in words:
        found.pop(word, None)
    return found | misspelt


def read_words() -> tuple[list[str], dict[str, str]]:
    """Return the words whose slips are made up, and the listed misspellings with the right spelling of each."""
    data = load_packaged(WORDS)
    return data["words"].split(), {wrong: right for right, all_ in data["misspelt"].items() for wrong in all_.split()}


def make_slips(word: str) -> set[str]:
    """Return what one wrong key makes of a long word: a neighbour, a look-alike, two in the wrong order, one left out."""
    if len(word) < _MIN_LENGTH:
        return set()
    slips = set()
    for place in range(1, len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        slips |= {before + other + after for other in _list_near(letter)}
        if after:
            slips |= {before + after, before + after[0] + letter + after[1:], before + letter + letter + after}
    slips.discard(word)
    return {slip for slip in slips if not _BROKEN.search(slip)}


@cache
def _list_near(letter: str) -> frozenset[str]:
    near = {other for group in _ALIKE if letter in group for other in group}
    for rows in _ROWS:
        for number, row in enumerate(rows):
            place = row.find(letter)
            if place < 0:
                continue
            near |= {*row[max(place - 1, 0) : place + 2]}
            near.add(next(other[number] for other in _ROWS if other is not rows)[place : place + 1])
    near.discard(letter)
    return frozenset(other for other in near if "ก" <= other <= "๎" and other != "฿")
