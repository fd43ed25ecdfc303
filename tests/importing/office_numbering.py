"""Which typed numbers Word would count by itself: lists are made automatic wherever the count comes out the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from office_blocks import Paragraph
from prongsai.thai.digits import to_arabic, to_thai

_NUMBER = re.compile(r"(\(?)((?:[0-9๐-๙]+\.)*)([0-9๐-๙]+)([).]*)")


@dataclass(frozen=True)
class Level:
    """One level of an automatic list.

    Attributes:
        text: Word's pattern, %1.%2) for the second level.
        style: decimal, thaiNumbers or bullet.
    """

    text: str
    style: str


@dataclass
class AutomaticList:
    """A run of paragraphs that Word numbers.

    Attributes:
        levels: From the outermost.
        paragraphs: Those that the list numbers.
    """

    levels: list[Level] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def find_automatic_lists(paragraphs: Iterable[Paragraph]) -> Iterator[AutomaticList]:
    """Yield every run of numbered paragraphs whose numbers an automatic list would print."""
    run: list[Paragraph] = []
    for paragraph in [*paragraphs, Paragraph([])]:
        starts_anew = run and paragraph.level == 0 and _is_first(paragraph)
        if run and (not paragraph.number or starts_anew):
            levels = _read_levels(run)
            if levels and _count(run, levels) == [each.number for each in run]:
                yield AutomaticList(levels, run)
            run = []
        if paragraph.number:
            run = [*run, paragraph]


def _is_first(paragraph: Paragraph) -> bool:
    match = _NUMBER.fullmatch(paragraph.number)
    return bool(match) and to_arabic(match[3]) == "1"


def _read_levels(run: list[Paragraph]) -> list[Level]:
    levels: list[Level] = []
    for depth in range(max(each.level for each in run) + 1):
        first = next((each for each in run if each.level == depth), None)
        if first is None:
            return []
        match = _NUMBER.fullmatch(first.number)
        if first.number == "-":
            levels.append(Level("-", "bullet"))
        elif match and match[2].count(".") in {0, depth}:
            parts = "".join(f"%{each + 1}." for each in range(match[2].count(".")))
            style = "thaiNumbers" if first.number != to_arabic(first.number) else "decimal"
            levels.append(Level(f"{match[1]}{parts}%{depth + 1}{match[4]}", style))
        else:
            return []
    return levels


def _count(run: list[Paragraph], levels: list[Level]) -> list[str]:
    counts = [0] * len(levels)
    numbers: list[str] = []
    for paragraph in run:
        counts[paragraph.level] += 1
        counts[paragraph.level + 1 :] = [0] * (len(levels) - paragraph.level - 1)
        level = levels[paragraph.level]
        text = level.text
        for depth, count in enumerate(counts):
            text = text.replace(f"%{depth + 1}", str(count))
        numbers.append(to_thai(text) if level.style == "thaiNumbers" else text)
    return numbers
