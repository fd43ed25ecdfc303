"""Write ``spelling_right.txt``: what looks like a slip in one of the rule's words and can be right, by a dictionary.

Run as ``python tests/make_right_spellings.py`` after a change of ``words`` in ``spelling.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.checks.subjects.spelling import RIGHT, make_slips, read_words

_MARK = re.compile("[ะ-ฺ็-๎]")
_CUT = 6  # letters of a slip, less one, that may belong to the word before or behind it
_A_LINE = 12


def list_right(words: Iterable[str]) -> list[str]:
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
    return sorted(right)


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


def main() -> None:
    """Write the list."""
    right = list_right(read_words()[0])
    lines = [" ".join(right[at : at + _A_LINE]) for at in range(0, len(right), _A_LINE)]
    RIGHT.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
