"""The characters of a PDF page as lines, each with its place on the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct
from msgspec.structs import replace

from prongsai.reading.normalising import clean

# Marks that stand above or below a letter, and ำ, are often placed apart from it, and a space is read between them.
_SPACED_MARK = re.compile(r"(?<=[ก-ฮ็-๋ิ-ฺ]) +(?=[ัิ-ฺ็-๎ำ])")
_MARK = re.compile("[ัำ-ฺ็-๎]")
_ENDS_WORD, _BEGINS_WORD = re.compile(r"[ก-๎]\Z"), re.compile("[ก-๎]")
_GAP = 0.6  # of the letters' height: a gap that is a space
_LINE_TOLERANCE = 0.45  # of the letters' height


class Letter(Struct, frozen=True):
    """A character with its box; places count from the page's lower left corner, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Line(Struct, frozen=True, dict=True):
    """Characters side by side, in reading order."""

    letters: tuple[Letter, ...]

    @cached_property
    def _solid(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if not letter.text.isspace()) or self.letters

    @cached_property
    def _base(self) -> tuple[Letter, ...]:
        """Its letters without the marks above and below them, which say nothing of its height."""
        return tuple(letter for letter in self._solid if not _MARK.match(letter.text)) or self._solid

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return min(letter.left for letter in self._solid)

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return max(letter.right for letter in self._solid)

    @property
    def bottom(self) -> float:
        """The foot of the line, as its consonants and digits stand."""
        bottoms = sorted(letter.bottom for letter in self._base)
        return bottoms[len(bottoms) // 2]

    @property
    def top(self) -> float:
        """The upper edge of the highest character."""
        return max(letter.top for letter in self._solid)

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return self.bottom + self.size / 2

    @property
    def size(self) -> float:
        """The usual height of its characters."""
        heights = sorted(letter.top - letter.bottom for letter in self._base)
        return heights[len(heights) // 2]

    @cached_property
    def text(self) -> str:
        """What the line says."""
        return _SPACED_MARK.sub("", "".join(letter.text for letter in self.letters))

    def split(self, left: float, right: float) -> tuple[Line, Line]:
        """Return what stands between two places, and the rest."""
        inside: list[Letter] = []
        outside: list[Letter] = []
        is_in = False
        for letter in self.letters:
            if not letter.text.isspace():
                is_in = left <= (letter.left + letter.right) / 2 <= right
            (inside if is_in else outside).append(letter)
        if all(letter.text.isspace() for letter in outside):
            outside = []
        return replace(self, letters=tuple(inside)), replace(self, letters=tuple(outside))


def merge_lines(lines: Sequence[Line]) -> list[Line]:
    """Return lines from top to bottom, what stands side by side as one."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if rows and rows[-1][0].bottom - line.bottom < line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        Line(tuple(letter for line in sorted(row, key=lambda line: line.left) for letter in line.letters))
        for row in rows
    ]


_CUT_BEHIND = re.compile(r"[0-9๐-๙](?:\.|,[0-9๐-๙]{0,2})\s*\Z")
_FIRST_DIGITS = re.compile(r"(?:\A|\s)(?P<digits>[1-9๑-๙][0-9๐-๙]?)\s*\Z")
_LAST_DIGITS = re.compile(r"\s*(?P<digits>[0-9๐-๙]{1,2})(?:,[0-9๐-๙]{3})+(?:\.[0-9๐-๙]{2}|\.-?)?\s*\Z")


def is_amount_cut(before: str, after: str) -> bool:
    """Tell whether a narrow cell cut an amount between two lines: 39,500. and -, 25,00 and 0, 12 and 0,000.-"""
    if _CUT_BEHIND.search(before) and re.match(r"\s*[-0-9๐-๙]", after):
        return True
    first, last = _FIRST_DIGITS.search(before), _LAST_DIGITS.fullmatch(after)
    return first is not None and last is not None and len(first["digits"] + last["digits"]) <= 3


def join_lines(lines: Sequence[Line]) -> str:
    """Return what lines say together: nothing comes between them within Thai words or an amount, else a space."""
    text = ""
    for line in lines:
        gap = "" if _ENDS_WORD.search(text) and _BEGINS_WORD.match(line.text) else " "
        gap = "" if is_amount_cut(text, line.text) else gap
        text += gap + line.text
    return clean(text)


class Page(Struct, frozen=True):
    """The lines of a page, and whether anything is drawn on it that could be the rules of a table."""

    lines: list[Line]
    height: float
    is_ruled: bool


def read_lines(page: pypdfium2.PdfPage) -> Page:
    """Return the lines of a page from top to bottom, as the file gives them."""
    height = page.get_height()
    text = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    lines: list[list[Letter]] = [[]]
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        # A drawn sign that the file gives no letter for, such as a tick, is something all the same.
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if sign in {"\n", "\r"}:
            lines.append([])
            continue
        if code in {0xFFFE, 0xFFFF, 0x02}:  # a hyphen that pdfium put in
            continue
        pdfium.FPDFText_GetCharBox(text, index, *box)
        left, right, bottom, top = (value.value for value in box)
        lines[-1].append(Letter(sign, left, bottom, right, top))
    lines = [_put_spaces(line) for line in lines]
    apart = [part for line in lines for part in _part(_drop_doubles(line))]
    found = [Line(tuple(line)) for line in apart if any(not letter.text.isspace() for letter in line)]
    kinds = (pdfium.FPDF_PAGEOBJ_PATH,)
    is_ruled = sum(1 for _ in zip(range(4), page.get_objects(filter=kinds, max_depth=2), strict=False)) > 2
    text.close()
    return Page(found, height, is_ruled)


def _put_spaces(line: list[Letter]) -> list[Letter]:
    """Return a line with a space where the file leaves a gap without one."""
    heights = sorted(letter.top - letter.bottom for letter in line if not letter.text.isspace())
    least = _GAP * heights[len(heights) // 2] if heights else 0
    spaced = line[:1]
    for before, letter in pairwise(line):
        is_gap = before.right + least < letter.left and not before.text.isspace() and not letter.text.isspace()
        if is_gap and not _MARK.match(letter.text):
            spaced.append(Letter(" ", before.right, before.bottom, letter.left, before.bottom))
        spaced.append(letter)
    return spaced


def _drop_doubles(line: list[Letter]) -> list[Letter]:
    """Return a line without what it says twice in one place: bold by drawing twice, a mark that spells its letter too."""
    kept: list[Letter] = []
    index = 0
    while index < len(line):
        end = index + 1
        while end < len(line) and _box(line[end]) == _box(line[index]) and not line[end].text.isspace():
            end += 1
        run = line[index:end]
        before = kept[-len(run) :]
        same = [letter.text for letter in before] == [letter.text for letter in run] and not run[0].text.isspace()
        overlap = same and run[0].left < (before[0].left + before[-1].right) / 2 < run[-1].right
        if not overlap:
            kept += run
        index = end
    return kept


def _box(letter: Letter) -> tuple[float, float, float, float]:
    return letter.left, letter.bottom, letter.right, letter.top


def _part(line: list[Letter]) -> Iterator[list[Letter]]:
    """Yield the stretches of a line that stand at one height; marks above and below a letter go with it."""
    part: list[Letter] = []
    last: Letter | None = None
    for letter in line:
        if letter.text.isspace() or _MARK.match(letter.text) or letter.top == letter.bottom:
            part.append(letter)
            continue
        if last is not None and _is_elsewhere(last, letter):
            yield part
            part = []
        part.append(letter)
        last = letter
    yield part


def _is_elsewhere(last: Letter, letter: Letter) -> bool:
    """Tell whether a character stands above or below the one before it."""
    gap = max(last.bottom - letter.top, letter.bottom - last.top)
    return gap > _LINE_TOLERANCE * max(last.top - last.bottom, letter.top - letter.bottom)
