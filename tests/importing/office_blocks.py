"""A made-up document as its office sees it: paragraphs and tables, each piece of text either a field or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from import_truth import Leaf, Step, Truth, canonical_path, normalise_source


@dataclass(frozen=True)
class Place:
    """Which field a piece of text belongs to; several pieces of one place are one field.

    Attributes:
        record: As in ``import_truth.Leaf``.
        of: The printed number of the project.
        path: Keys and positions.
        value: What is right where it is not the text itself (an amount, a date, a status).
        readings: Further right values.
    """

    record: str
    of: str
    path: tuple[Step, ...]
    value: str = ""
    readings: tuple[str, ...] = ()
    optional: bool = False
    joined: bool = False
    also: tuple[tuple[str, tuple[Step, ...]], ...] = ()


@dataclass
class Piece:
    """A run of text: a field's, or none's (a label, a running head, or what no field takes).

    ``places`` holds all fields that the text is the value of: an amount in words is one field, a name that stands in
    two tables belongs to one field in each.
    """

    text: str
    places: tuple[Place, ...] = ()


@dataclass
class Paragraph:
    """One passage.

    Attributes:
        pieces: Its text, in order.
        number: The number as printed before it, "" for none.
        level: Depth in a list, from 0.
        style: "", heading, title, running (a head or foot of a page), break (a new page stands before it).
        card: Number of the detail card that it belongs to, "" for none.
    """

    pieces: list[Piece]
    number: str = ""
    level: int = 0
    style: str = ""
    card: str = ""

    @property
    def body(self) -> str:
        """The text without the number."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        """The text as printed."""
        return f"{self.number} {self.body}" if self.number else self.body


@dataclass
class Cell:
    """A cell: its paragraphs, and whether it continues the cell above or to the left."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    merged: str = ""

    @property
    def text(self) -> str:
        """The text, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass
class Table:
    """Rows of cells, the first ones being the head."""

    rows: list[list[Cell]]
    head: int = 1
    title: str = ""


@dataclass
class Document:
    """A document with its truth.

    Attributes:
        name: Its file's name without ending.
        blocks: Paragraphs and tables in order.
        lao: The full name of the office.
        names: Names of each project by its printed number.
        head: Running head of every page.
    """

    name: str
    blocks: list[Paragraph | Table] = field(default_factory=list)
    lao: str = ""
    names: dict[str, list[str]] = field(default_factory=dict)
    head: str = ""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every passage in reading order."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (each for row in block.rows for cell in row for each in cell.paragraphs)

    def keep_tables(self) -> Document:
        """Return the document's tables, each with the title before it, as an office keeps them in Excel."""
        kept = [
            block
            for block, after in zip(self.blocks, [*self.blocks[1:], None], strict=True)
            if isinstance(block, Table) or (isinstance(after, Table) and not any(p.places for p in block.pieces))
        ]
        return Document(self.name, kept, self.lao, self.names, self.head)

    def truth(self) -> Truth:
        """Return what is right for this document as it stands, damage included."""
        texts: dict[tuple[str, str, tuple[Step, ...]], list[str]] = {}
        places: dict[tuple[str, str, tuple[Step, ...]], Place] = {}
        cards: dict[str, list[str]] = {}
        for paragraph in self.paragraphs():
            if paragraph.card:
                cards.setdefault(paragraph.card, []).append(paragraph.text)
            here: set[tuple[str, str, tuple[Step, ...]]] = set()
            for piece in paragraph.pieces:
                for place in piece.places:
                    key = (place.record, place.of, canonical_path(place.record, place.path))
                    joint = "\n" if key in texts and key not in here else ""
                    here.add(key)
                    texts.setdefault(key, []).append(joint + piece.text)
                    places[key] = place  # the last print is the most exact: a card's sub-mission
        leaves = [_leaf(key, place, "".join(texts[key])) for key, place in places.items()]
        source = "\n".join(paragraph.text for paragraph in self.paragraphs())
        return Truth(
            leaves,
            self.names,
            ["\n".join(lines) for lines in cards.values()],
            text=normalise_source(source),
            lao=self.lao,
        )


def _leaf(key: tuple[str, str, tuple[Step, ...]], place: Place, text: str) -> Leaf:
    record, of, path = key
    text = normalise_source(text)
    also = tuple((other, canonical_path(other, where)) for other, where in place.also)
    readings = (place.value or text, *place.readings)
    return Leaf(record, of, path, readings, place.optional, place.joined, also)
