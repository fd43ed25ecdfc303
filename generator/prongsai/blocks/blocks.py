"""The parts of a paper, in no format: pages turn them into Markdown, PDFs into Typst, Word files into paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from prongsai.blocks.chart import Chart
from prongsai.records.lao import Numerals
from prongsai.records.progress import Status


class Span(Struct, frozen=True):
    """A run of text in one style.

    Attributes:
        text: Plain text.
        target: What it links to: a path in ``content/``, or a full web address.
        kind: ``strong``, ``meta`` (said in passing), ``keep`` (stays on one line), ``code`` and ``address`` (their
            digits stay as they are), ``copy`` (a button that copies the address beside it, by these words), ``thai`` (in a
            page of another language) or empty.
        anchor: Id of the place in the page that it links to.
    """

    text: str
    target: str = ""
    kind: str = ""
    anchor: str = ""


class Mark(Struct, frozen=True):
    """A word with a shape, such as a status.

    Attributes:
        text: The word.
        kind: Which shape: a code word of ``Status`` or ``OitState``, or ``late``.
    """

    text: str
    kind: str


Inline = Span | Mark


class Line(Struct, frozen=True):
    """One line or paragraph of text; ``number`` stands before it in a list: 1) or 2.1)."""

    spans: tuple[Inline, ...]
    number: str = ""
    children: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The words without number and style."""
        return "".join(span.text for span in self.spans)


class Heading(Struct, frozen=True):
    """A heading inside a section; level 3 is the first below the section's own, 2 where the page's stands for that."""

    type: ClassVar[str] = "heading"
    level: int
    text: str
    id: str


class Paragraph(Struct, frozen=True):
    """A paragraph.

    Attributes:
        line: Its text.
        kind: ``title``, ``memo-title``, ``indent`` and ``date`` (official papers), ``label`` (a heading of its own
            line) or empty.
    """

    type: ClassVar[str] = "paragraph"
    line: Line
    kind: str = ""


class Items(Struct, frozen=True):
    """A list with the numbers of the document; ``-`` as number is a bullet."""

    type: ClassVar[str] = "items"
    lines: tuple[Line, ...]


class Facts(Struct, frozen=True):
    """Names and values."""

    type: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, Line], ...]


class Members(Struct, frozen=True):
    """The members of a committee: number, name or position, role."""

    type: ClassVar[str] = "members"
    rows: tuple[tuple[str, str, str], ...]


class Choices(Struct, frozen=True):
    """What a superior can decide.

    Attributes:
        options: Each choice with whether it is the chosen one; empty where only words are asked for.
        words: Words of his own.
        has_line: Room for such words behind the last choice, as a dotted line.
    """

    type: ClassVar[str] = "choices"
    options: tuple[tuple[str, bool], ...]
    words: str = ""
    has_line: bool = False


class Signature(Struct, frozen=True):
    """Room for a signature; without a name a dotted line."""

    type: ClassVar[str] = "signature"
    position: str
    name: str = ""


class Beside(Struct, frozen=True):
    """Parts of one kind, such as opinions: a paper sets two side by side where they fit, a page each below the other."""

    type: ClassVar[str] = "beside"
    parts: tuple[tuple[Block, ...], ...]


class Cell(Struct, frozen=True):
    """A cell of a table.

    Attributes:
        lines: Its text, one line under the other.
        kind: ``num``, ``money``, ``tick`` (a check mark, its word in the text), ``text`` (longer ones), ``controls``
            ``parts`` and ``addresses`` (a list), ``folded`` (shown on demand), ``traced`` (a number, and where it comes
            from on demand) or empty.
        label: Name of its column, for a phone that shows a row as a block.
        scope: ``row``, ``rowgroup``, ``col`` or ``colgroup`` for a heading, empty for data.
    """

    lines: tuple[Line, ...] = ()
    kind: str = ""
    label: str = ""
    scope: str = ""
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """The words of all lines."""
        return "\n".join(line.text for line in self.lines)


class Row(Struct, frozen=True):
    """A row of a table; ``is_subtotal`` sums the rows above it, ``data`` is what a script of its page knows it by."""

    cells: tuple[Cell, ...]
    data: tuple[tuple[str, str], ...] = ()
    is_subtotal: bool = False


class Table(Struct, frozen=True):
    """A table with caption and headings.

    Attributes:
        id: ASCII id of the caption.
        head: Rows of column headings.
        bodies: Groups of rows.
        foot: Rows of totals.
        kind: Words for the page: ``wide``, ``stack`` (rows become blocks on a phone), ``pairs`` (short values of such a block
            share a line), ``risks``.
        widths: Shares of the paper's width, one a column; empty for equal ones.
        groups: Number of leading columns whose cells head a group of rows; a page makes them rows of their own.
        has_own_heading: The heading above it says what the caption says, so that only a screen reader needs both.
    """

    type: ClassVar[str] = "table"
    id: str
    caption: str
    head: tuple[Row, ...]
    bodies: tuple[tuple[Row, ...], ...]
    foot: tuple[Row, ...] = ()
    kind: str = ""
    widths: tuple[float, ...] = ()
    groups: int = 0
    has_own_heading: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows below the headings."""
        return (*(row for body in self.bodies for row in body), *self.foot)

    @property
    def columns(self) -> int:
        """Number of columns."""
        return sum(cell.colspan for cell in self.head[0].cells)


class Drawing(Struct, frozen=True):
    """A chart, after the table that it draws."""

    type: ClassVar[str] = "drawing"
    chart: Chart


class Photo(Struct, frozen=True):
    """A photograph.

    Attributes:
        file: Path in ``content/`` of its published copy.
        alt: What is to be seen, for who cannot see it.
        caption: What it is of.
    """

    file: str
    alt: str
    caption: Line


class Photos(Struct, frozen=True):
    """Photographs side by side; a paper has the lines in their place, if any, which lead to them."""

    type: ClassVar[str] = "photos"
    photos: tuple[Photo, ...]
    lines: tuple[Line, ...] = ()


Block = Heading | Paragraph | Items | Facts | Members | Choices | Signature | Beside | Table | Drawing | Photos


class Section(Struct, frozen=True):
    """A part of a paper or page under one heading.

    Attributes:
        id: ASCII id of the heading.
        title: The heading; empty for the text before the first one.
        blocks: Its content.
        numerals: Digits where they are not the paper's own: the e-Plan tables always use Arabic ones.
        is_wide: On paper it stands on wide (landscape) pages.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    numerals: Numerals | None = None
    is_wide: bool = False


def line(*parts: str | Inline, number: str = "") -> Line:
    """Return a line of texts and spans; empty texts are left out."""
    spans = (Span(part) if isinstance(part, str) else part for part in parts if part)
    return Line(tuple(spans), number)


def mark_status(status: Status) -> Mark:
    """Return a project's status as word and shape."""
    return Mark(status.label, status.value)


def paragraph(*parts: str | Inline, kind: str = "") -> Paragraph:
    """Return a paragraph of texts and spans."""
    return Paragraph(line(*parts), kind)


def paragraphs(texts: Iterable[str], kind: str = "") -> tuple[Paragraph, ...]:
    """Return one paragraph per text."""
    return tuple(paragraph(text, kind=kind) for text in texts)


def numbered(texts: Sequence[str], mark: str = ")") -> tuple[Block, ...]:
    """Return texts as a numbered list, one alone as a paragraph."""
    if len(texts) > 1:
        return (Items(number_lines(texts, mark)),)
    return paragraphs(texts)


def number_lines(texts: Sequence[str], mark: str = ")") -> tuple[Line, ...]:
    """Return numbered lines; one alone has no number."""
    if len(texts) == 1:
        return (line(texts[0]),)
    return tuple(line(text, number=f"{place}{mark}") for place, text in enumerate(texts, 1))


def cell(
    *lines: str | Line | Inline, kind: str = "", label: str = "", scope: str = "", colspan: int = 1, rowspan: int = 1
) -> Cell:
    """Return a cell with these lines; empty texts are left out."""
    made = (part if isinstance(part, Line) else line(part) for part in lines if part)
    return Cell(tuple(made), kind, label, scope, colspan, rowspan)


def num(text: str | int, label: str = "") -> Cell:
    """Return a cell with a number."""
    return cell(str(text), kind="num", label=label)


def money(text: str, label: str = "") -> Cell:
    """Return a cell with an amount of money."""
    return cell(text, kind="money", label=label)


def heads(*titles: str, scope: str = "col", rowspan: int = 1) -> tuple[Cell, ...]:
    """Return column headings."""
    return tuple(cell(title, scope=scope, rowspan=rowspan) for title in titles)


def iter_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text of some blocks, numbers and captions included, in reading order."""
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Paragraph(line=text_line):
                yield text_line.text
            case Items(lines=lines) | Photos(lines=lines):
                yield from _iter_lines(lines)
            case Facts(pairs=pairs):
                for name, value in pairs:
                    yield from (name, value.text)
            case Members(rows=rows):
                for row in rows:
                    yield from row
            case Choices(options=options, words=words):
                yield from (label for label, _ in options)
                yield words
            case Signature(name=name, position=position):
                yield from (name, position)
            case Beside(parts=parts):
                for part in parts:
                    yield from iter_texts(part)
            case Table():
                yield block.caption
                for table_row in (*block.head, *block.rows):
                    for table_cell in table_row.cells:
                        yield from _iter_lines(table_cell.lines)
            case Drawing(chart=chart):
                yield chart.title


def _iter_lines(lines: Iterable[Line]) -> Iterator[str]:
    for item in lines:
        yield item.number
        yield item.text
        yield from _iter_lines(item.children)
