"""What stands where in a finished PDF: the words of each tagged piece, its place on the page, and the lines of tables."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from printed_papers import PrintedPaper
from prongsai.thai.digits import to_arabic
from structure import get_entries, get_type, iter_content, iter_elements

MOST_OF_A_LINE = 1.5  # points that a line of a table is thick at most
TOUCH = 0.7  # points that letters may reach over a line
MARKS = 3.0  # points by which the upper marks of a page's first line may stand above it


@dataclass
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def add(self, other: Box) -> None:
        """Grow so that another one is inside."""
        self.left, self.bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        self.right, self.top = max(self.right, other.right), max(self.top, other.top)

    def is_crossed(self, line: Box) -> bool:
        """Tell whether an upright or level line of a table runs through the rectangle."""
        is_beside = line.right < self.left + TOUCH or self.right - TOUCH < line.left
        is_above_or_below = line.top < self.bottom + TOUCH or self.top - TOUCH < line.bottom
        return not (is_beside or is_above_or_below)


@dataclass
class Piece:
    """A piece of tagged text: its letters, and the rectangle that they fill; spaces fill none."""

    text: str = ""
    box: Box | None = None


@dataclass
class PageReading:
    """A page: its size, its pieces of text by their mark, the lines of its tables."""

    width: float
    height: float
    pieces: dict[int, Piece] = field(default_factory=dict)
    lines: list[Box] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    """A paper as it was read; page numbers and the mark of examples are no part of it."""

    paper: PrintedPaper

    @cached_property
    def pages(self) -> list[PageReading]:
        """The pages in order."""
        pdf = pypdfium2.PdfDocument(self.paper.finished)
        try:
            return [_read_page(page) for page in pdf]
        finally:
            pdf.close()

    @cached_property
    def text(self) -> str:
        """All words in the order of the tags, as ``squeeze_all`` leaves them: a text over two pages is in one piece."""
        with self.paper.open() as pdf:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
            tagged = [
                (numbers[page.objgen], mark)
                for element in get_entries(pdf.Root.StructTreeRoot)
                for page, mark in iter_content(element)
            ]
        return squeeze_all("".join(self.get_piece(number, mark).text for number, mark in tagged))

    @cached_property
    def links(self) -> set[str]:
        """The web addresses that links lead to."""
        with self.paper.open() as pdf:
            notes = [note for page in pdf.pages for note in get_entries(page.obj, "/Annots")]
            return {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}

    @cached_property
    def tables(self) -> list[list[list[list[tuple[int, Piece]]]]]:
        """For each table, row and cell the pieces in it, each with the number of its page."""
        with self.paper.open() as pdf:
            numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
            return [
                [
                    [
                        [
                            (numbers[page.objgen], self.get_piece(numbers[page.objgen], mark))
                            for page, mark in iter_content(cell)
                        ]
                        for cell in get_entries(row)
                    ]
                    for row in list_rows(element)
                ]
                for element, _ in iter_elements(pdf)
                if element.S == "/Table"
            ]

    def get_piece(self, number: int, mark: int) -> Piece:
        """Return a piece; what has no letters, as a line, is an empty one."""
        return self.pages[number].pieces.get(mark, Piece())


def list_rows(table: Any) -> list[Any]:
    """Return the rows of a Table element."""
    groups = ([group] if get_type(group) == "TR" else get_entries(group) for group in get_entries(table))
    return [row for rows in groups for row in rows]


def _read_page(page: Any) -> PageReading:
    reading = PageReading(*page.get_size())
    text = page.get_textpage()
    marks: dict[int | None, int] = {}
    for place in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text.raw, place):
            continue
        owner = pdfium.FPDFText_GetTextObject(text.raw, place)
        key = ctypes.addressof(owner.contents) if owner else None
        if key not in marks:
            marks[key] = pdfium.FPDFPageObj_GetMarkedContentID(owner) if owner else -1
        if marks[key] < 0:
            continue
        piece = reading.pieces.setdefault(marks[key], Piece())
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, place))
        piece.text += letter
        if not letter.isspace():
            box = Box(*text.get_charbox(place))
            if piece.box:
                piece.box.add(box)
            else:
                piece.box = box
    sides = [ctypes.c_float() for _ in range(4)]
    for path in _iter_paths(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject):
        assert pdfium.FPDFPageObj_GetBounds(path, *sides)
        box = Box(*(side.value for side in sides))
        if min(box.right - box.left, box.top - box.bottom) < MOST_OF_A_LINE:
            reading.lines.append(box)
    return reading


def _iter_paths(around: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any]) -> Iterator[Any]:
    """Yield the paths on a page, or in a form on it; only these, for most objects are letters."""
    for place in range(count(around)):
        found = get(around, place)
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield found
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _iter_paths(found, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)


def squeeze_all(text: str) -> str:
    """Return a text without white space, with Arabic digits, every ำ as one character."""
    # A viewer takes the hyphen at the end of a line for that of a broken word.
    return to_arabic(re.sub(r"[\s\u200b\u2060]", "", text.replace("\x02", "-"))).replace("\u0e4d\u0e32", "\u0e33")


def join(pieces: Iterable[tuple[int, Piece]]) -> str:
    """Return the words of some pieces."""
    return squeeze_all("".join(piece.text for _, piece in pieces))


def find_places_outside(reading: Reading, margins: tuple[float, float, float, float]) -> Iterator[str]:
    """Yield the pieces that reach over the margins of their page: left, bottom, right and top, in points."""
    left, bottom, right, top = margins
    for number, page in enumerate(reading.pages, 1):
        for piece in page.pieces.values():
            box = piece.box
            if box and not (
                left - TOUCH <= box.left
                and box.right <= page.width - right + TOUCH
                and bottom - TOUCH <= box.bottom
                and box.top <= page.height - top + TOUCH + MARKS
            ):
                yield f"page {number}: {piece.text[:40]} reaches out of the page's margins"


def find_crossed_lines(reading: Reading) -> Iterator[str]:
    """Yield the cells of tables through whose text a line runs: it stands in the next cell, row or beyond the table."""
    for table, rows in enumerate(reading.tables):
        for place, row in enumerate(rows):
            for column, pieces in enumerate(row):
                for number, box in _join_boxes(pieces).items():
                    crossed = [line for line in reading.pages[number].lines if box.is_crossed(line)]
                    if crossed:
                        yield f"table {table}, row {place}, cell {column}, page {number + 1}: a line runs through it"


def _join_boxes(pieces: Iterable[tuple[int, Piece]]) -> dict[int, Box]:
    """Return for each page the rectangle around all pieces on it."""
    boxes: dict[int, Box] = {}
    for number, piece in pieces:
        if piece.box and number in boxes:
            boxes[number].add(piece.box)
        elif piece.box:
            boxes[number] = Box(**vars(piece.box))
    return boxes
