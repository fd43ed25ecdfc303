"""Automatic numbers of Word paragraphs, as Word prints them.

A paragraph names a list (``numId``) and a level, itself or through its style; the list names an abstract list, which
counts. Lists that share an abstract list go on counting, unless one overrides its start, which happens once.
"""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct, field

from prongsai.thai.digits import to_thai

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_BASES = 20


class _Level(Struct):
    start: int = 1
    format: str = "decimal"
    text: str = ""


class _List(Struct):
    abstract: str
    overrides: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


def _value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def _number(text: str, default: int) -> int:
    return int(text) if re.fullmatch("-?[0-9]{1,9}", text) else default


class Numbering:
    """The counters of one document; ``next_label`` is called for each paragraph in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Read the lists and which styles belong to one."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles: dict[str, tuple[str, str, str]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            for style in styles.iter(f"{W}style"):
                number = style.find(f"{W}pPr/{W}numPr")
                self._styles[style.get(f"{W}styleId", "")] = (
                    _value(number.find(f"{W}numId")) if number is not None else "",
                    _value(number.find(f"{W}ilvl")) if number is not None else "",
                    _value(style.find(f"{W}basedOn")),
                )

    def _read_lists(self, numbering: etree._Element) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = dict(map(_read_level, abstract.iter(f"{W}lvl")))
        for item in numbering.iter(f"{W}num"):
            found = _List(_value(item.find(f"{W}abstractNumId")))
            for override in item.iter(f"{W}lvlOverride"):
                level = _number(override.get(f"{W}ilvl", ""), 0)
                if (start := override.find(f"{W}startOverride")) is not None:
                    found.overrides[level] = _number(_value(start), 1)
                if (own := override.find(f"{W}lvl")) is not None:
                    found.levels[level] = _read_level(own)[1]
            self._lists[item.get(f"{W}numId", "")] = found

    def next_label(self, paragraph: etree._Element) -> str:
        """Return the number that Word prints before a paragraph; empty for none."""
        number_id, depth = self._find_list(paragraph)
        found = self._lists.get(number_id)
        if found is None:
            return ""
        levels = {**self._abstract.get(found.abstract, {}), **found.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if depth in found.overrides and (number_id, depth) not in self._started:
            counts[depth] = found.overrides[depth] - 1
        self._started.add((number_id, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        if level.format == "none":
            return ""
        if level.format == "bullet":
            return "-"
        return re.sub(
            "%([1-9])",
            lambda match: _format(
                levels.get(int(match[1]) - 1, level).format,
                counts.get(int(match[1]) - 1, levels.get(int(match[1]) - 1, level).start),
            ),
            level.text,
        ).strip()

    def _find_list(self, paragraph: etree._Element) -> tuple[str, int]:
        number = paragraph.find(f"{W}pPr/{W}numPr")
        number_id = depth = ""
        if number is not None:
            number_id, depth = _value(number.find(f"{W}numId")), _value(number.find(f"{W}ilvl"))
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for _ in range(_MAX_BASES):  # a circle of styles ends
            if number_id or style not in self._styles:
                break
            number_id, inherited, style = self._styles[style]
            depth = depth or inherited
        return number_id, _number(depth, 0)


def _read_level(element: etree._Element) -> tuple[int, _Level]:
    level = _Level(
        _number(_value(element.find(f"{W}start")), 1),
        _value(element.find(f"{W}numFmt")) or "decimal",
        _value(element.find(f"{W}lvlText")),
    )
    return _number(element.get(f"{W}ilvl", ""), 0), level


def _format(kind: str, number: int) -> str:
    if kind == "thaiNumbers":
        return to_thai(str(number))
    if kind == "thaiLetters" and number > 0:
        repeats, index = divmod(number - 1, len(_THAI_LETTERS))
        return _THAI_LETTERS[index] * (repeats + 1)
    if kind in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if kind == "upperRoman" else roman
    return f"{number:02d}" if kind == "decimalZero" else str(number)
