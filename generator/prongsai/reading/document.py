"""What every reader returns: paragraphs and tables in the order of the file, each with its place in Thai."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class Format(StrEnum):
    """Kinds of files that can be read."""

    TEXT = "txt"
    WORD = "docx"
    PDF = "pdf"
    EXCEL = "xlsx"


class Paragraph(Struct, frozen=True):
    """One passage, normalised, on one line; never empty.

    Attributes:
        text: What it says, an automatic number at its start.
        place: Where it stands, for people: ``หน้า 3 ย่อหน้า 12``.
        is_running: It repeats on every page, or numbers the pages: running head, foot.
    """

    text: str
    place: str
    is_running: bool = False


class Cell(Struct, frozen=True):
    """One cell of a table; a merged one stands once, at its first row and column.

    Attributes:
        row: Index of its first row.
        column: Index of its first column.
        paragraphs: What it holds, in order.
        rows: How many rows it spans.
        columns: How many columns it spans.
    """

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...]
    rows: int = 1
    columns: int = 1


class Table(Struct, frozen=True):
    """A table: its cells in row order, empty ones left out."""

    cells: tuple[Cell, ...]


Block = Paragraph | Table


class Document(Struct, frozen=True):
    """A file that was read.

    Attributes:
        name: The file's name.
        format: What it is.
        blocks: Its paragraphs and tables in order.
        unread: Places that hold pictures only, for people.
    """

    name: str
    format: Format
    blocks: tuple[Block, ...]
    unread: tuple[str, ...] = ()

    def iter_paragraphs(self) -> Iterator[Paragraph]:
        """Yield every passage in order, those of tables cell by cell."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for cell in block.cells:
                    yield from cell.paragraphs
