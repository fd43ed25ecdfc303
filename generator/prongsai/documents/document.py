"""A paper as a whole: where it stands, how it is laid out, and its parts from cover to appendix."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from prongsai.addresses import name_printed
from prongsai.blocks.blocks import Section


class Layout(StrEnum):
    """How a document is laid out on paper."""

    LETTER = "letter"
    CARD = "card"
    BOOK = "book"


class Part(Struct, frozen=True):
    """A part of a book: its number (ส่วนที่ 1) and title, and the sections in it."""

    title: str
    sections: tuple[Section, ...]
    number: str = ""


class Document(Struct, frozen=True, dict=True):
    """A paper from its first page to its last.

    Attributes:
        page: Path in ``content/`` of the page that says the same; the PDF stands beside it.
        title: Title of the document.
        make_parts: Makes its parts; a letter has one without a title.
        cover: Lines of the cover; empty for a document without one.
        cover_foot: Lines at the foot of the cover.
        emblem: Path of the emblem in the LAO's folder; empty for none.
        origin: Where its data come from and of which day they are, in a sentence that the file carries unseen.
        names: Names of places, inside which no line ends.
        is_sample: The data are an example: the mark ตัวอย่าง stands on every page.
    """

    page: str
    title: str
    layout: Layout
    make_parts: Callable[[], tuple[Part, ...]]
    cover: tuple[str, ...] = ()
    cover_foot: tuple[str, ...] = ()
    emblem: str = ""
    origin: str = ""
    names: tuple[str, ...] = ()
    is_sample: bool = False

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its parts, made when they are needed: most builds need only the document's place."""
        return self.make_parts()

    @property
    def pdf(self) -> str:
        """Path of the PDF in ``content/``: maesai/reports/maesai-report-2566-12.pdf for maesai/reports/2566-12.md."""
        return name_printed(self.page, "pdf")

    @property
    def word(self) -> str:
        """Path of the Word file in ``content/``."""
        return name_printed(self.page, "docx")
