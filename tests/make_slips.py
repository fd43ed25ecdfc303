"""Write ``spelling_slips.txt``: every slip of one key in one of the rule's words, unless it can be right.

Slips are made up from the neighbours on the Thai keyboard and from letters that sound or look alike. What can also be
right (a dictionary's words, or two of them side by side) is left out, by PyThaiNLP.

Run as ``python tests/make_slips.py`` after a change of ``words`` in ``spelling.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from prongsai.checks.subjects.spelling import SLIPS, read_words

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
_MARK = re.compile("[ะ-ฺ็-๎]")
_CUT = 6  # letters of a slip, less one, that may belong to the word before or behind it
# What broken-thai tells: letters that cannot stand so, whatever the word.
_BROKEN = re.compile("[ัิ-ฺ็]{2}|[่-๋์]{2}|[่-๋์][ัิ-ฺ็]|[เ-ไ][ะ-ฺ็-๎เ-ไ]|[ะาำ][ัิ-ฺ็-๎]|([ะาำ])\\1|[เ-ไ]$")


def render_slips() -> str:
    """Return the text of the file."""
    words = read_words()[0]
    right = find_right(words) | set(words)
    found = {slip: word for word in words for slip in make_slips(word) if slip not in right}
    slips: dict[str, list[str]] = {}
    for slip, word in sorted(found.items()):
        slips.setdefault(word, []).append(slip)
    return "".join(f"{' '.join([word, *slips[word]])}\n" for word in sorted(slips))


def find_right(words: Iterable[str]) -> set[str]:
    """Return the slips of some words that can stand in a right text."""
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - loads a dictionary of 60,000 words

    known = {word for word in thai_words() if re.fullmatch("[ก-๎]{2,}", word)} | set(words)
    slips = {slip for word in words for slip in make_slips(word)}
    starts = {word[:size] for word in known for size in range(1, len(word) + 1)}
    ends = {word[size:] for word in known for size in range(len(word))}
    right = {slip for slip in slips if _can_be_right(slip, known, starts, ends)}
    sizes = {len(slip) for slip in slips}
    for word in known:
        right |= slips & {word[at : at + size] for size in sizes for at in range(len(word) - size + 1)}
    return right


def _can_be_right(slip: str, known: set[str], starts: set[str], ends: set[str]) -> bool:
    """Tell whether a text is two words, or three long ones; the first and the last may be cut off.

    More words than that can be found in nearly everything, and stand side by side nowhere.
    """
    return _count_words(slip, known, starts, ends, 2) <= 2 or _count_words(slip, known, starts, ends, 3) <= 3


def _count_words(slip: str, known: set[str], starts: set[str], ends: set[str], least: int) -> int:
    """Return the smallest number of words of at least so many letters that a text can be cut into."""
    size = len(slip)
    counts = [0, *[size] * size]
    for cut in range(1, _CUT):
        if slip[:cut] in ends and not _MARK.match(slip[cut]):
            counts[cut] = 1
    for at in range(size):
        for end in range(at + least, size + 1):
            if counts[at] + 1 < counts[end] and slip[at:end] in known:
                counts[end] = counts[at] + 1
    cuts = [size - cut for cut in range(1, _CUT) if slip[size - cut :] in starts and not _MARK.match(slip[size - cut])]
    return min(counts[size], *(counts[end] + 1 for end in cuts), size)


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


def main() -> None:
    """Write the file."""
    SLIPS.write_text(render_slips(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
