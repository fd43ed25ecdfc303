"""Words of plans and reports with a slip of the keyboard in them.

Known misspellings are listed in ``spelling.yml``. Of the most frequent words every slip of one key that cannot be right
is looked for too: ``spelling_slips.txt`` has them, a word and its slips a line, made by ``tests/make_slips.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from prongsai.records.packaged import load_packaged
from prongsai.thai.patterns import compile_late

WORDS = Path(__file__).with_suffix(".yml")
SLIPS = Path(__file__).with_name("spelling_slips.txt")
_KEY = 3
_THAI = compile_late(f"[ก-๎]{{{_KEY},}}")


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
    found: dict[str, str] = {}
    for line in SLIPS.read_text(encoding="utf-8").splitlines():
        right, *slips = line.split()
        found |= dict.fromkeys(slips, right)
    return found | read_words()[1]


def read_words() -> tuple[list[str], dict[str, str]]:
    """Return the words whose slips are made up, and the listed misspellings with the right spelling of each."""
    data = load_packaged(WORDS)
    return data["words"].split(), {wrong: right for right, all_ in data["misspelt"].items() for wrong in all_.split()}
