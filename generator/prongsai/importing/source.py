"""The text of a document as one string, and its passages and tables as places in that string."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from prongsai.importing.running_heads import find_running, is_caption
from prongsai.reading.document import Document, Paragraph, Table

Span = tuple[int, int]


class Passage(Struct, frozen=True):
    """A part of the text that belongs together: a paragraph, or what is left of it.

    Attributes:
        start: Index of its first character in the text.
        end: Index behind its last one.
        text: What it says.
        place: Where it stands, for people.
        is_running: It is a running head, a foot or a page number.
        is_broken: A running head or page number stands right before it: it may go on from the page before.
    """

    start: int
    end: int
    text: str
    place: str
    is_running: bool = False
    is_broken: bool = False

    @property
    def span(self) -> Span:
        """Where it begins and ends."""
        return self.start, self.end

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return a part of it, white space at its ends left out; the indexes count from its own start."""
        text = self.text[start:end]
        begin = self.start + start + len(text) - len(text.lstrip())
        text = text.strip()
        return Passage(begin, begin + len(text), text, self.place)


class CellText(Struct):
    """A cell of a table with its passages."""

    row: int
    column: int
    rows: int
    columns: int
    passages: list[Passage]

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(passage.text for passage in self.passages)


class TableText(Struct):
    """A table; ``rows`` gives its cells row by row, a cell that is merged down in its first row only."""

    cells: list[CellText] = field(default_factory=list)

    @property
    def rows(self) -> list[list[CellText]]:
        """The cells of each row that has any, from left to right."""
        found: dict[int, list[CellText]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return [sorted(found[row], key=lambda cell: cell.column) for row in sorted(found)]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages, cell by cell."""
        for cell in self.cells:
            yield from cell.passages


Part = Passage | TableText


_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol)\b[^>]{0,200}>")


def _strip_emphasis(passage: Passage) -> Passage:
    begin = len(passage.text) - len(passage.text.lstrip("*")) if passage.text.startswith("**") else 0
    end = len(passage.text.rstrip("*")) if passage.text.endswith("**") else len(passage.text)
    return passage.cut(begin, max(begin, end))


class Source:
    """A document's text: its passages in order, one a line."""

    def __init__(self, document: Document) -> None:
        """Lay the passages one behind the other."""
        self.name = document.name
        self.format = document.format
        self.unread = document.unread
        self.parts: list[Part] = []
        self.lines: list[Passage] = []
        self._length = 0
        self._running = find_running(document.blocks, document.format)
        self._is_new_page = False
        for block in document.blocks:
            if isinstance(block, Paragraph):
                self.parts += self._add(block)
            else:
                self.parts.append(self._add_table(block))
        self.text = "\n".join(line.text for line in self.lines)

    def _add(self, paragraph: Paragraph) -> list[Passage]:
        """Keep a line, and return its passages: HTML's paragraphs apart, signs of emphasis at the ends left out."""
        start = self._length
        is_running = paragraph.is_running or paragraph.text in self._running
        line = Passage(start, start + len(paragraph.text), paragraph.text, paragraph.place, is_running)
        self.lines.append(line)
        self._length += len(paragraph.text) + 1
        if line.is_running:
            self._is_new_page = True
            return [line]
        if is_caption(line.text):
            return []  # what a program says of a picture is left over
        ends = [0, *(index for match in _TAG.finditer(line.text) for index in match.span()), len(line.text)]
        found = [line.cut(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
        passages = [passage for passage in map(_strip_emphasis, found) if passage.text]
        if passages and self._is_new_page:
            passages[0] = replace(passages[0], is_broken=True)
            self._is_new_page = False
        return passages

    def _add_table(self, table: Table) -> TableText:
        cells = []
        for cell in table.cells:
            passages = [passage for text in cell.paragraphs for passage in self._add(text)]
            if passages:
                cells.append(CellText(cell.row, cell.column, cell.rows, cell.columns, passages))
        return TableText(cells)

    @property
    def passages(self) -> Iterator[Passage]:
        """Every passage in order, those of tables too."""
        for part in self.parts:
            if isinstance(part, Passage):
                yield part
            else:
                yield from part.passages
