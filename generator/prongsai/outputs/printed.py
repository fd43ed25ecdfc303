"""Files that a page tells of: made of a document, or of data."""

from __future__ import annotations

from msgspec import Struct


class PrintedFile(Struct, frozen=True):
    """A PDF or Word file beside its page.

    Attributes:
        path: Where it stands in ``content/``.
        kind: PDF or Word.
        size: Bytes.
        pages: Number of pages; 0 where the reader's program decides.
    """

    path: str
    kind: str
    size: int
    pages: int = 0

    def describe(self) -> str:
        """Return kind, length and size in words: PDF, 3 หน้า, 120 KB."""
        return ", ".join(filter(None, (self.kind, f"{self.pages} หน้า" if self.pages else "", format_size(self.size))))


class Download(Struct, frozen=True):
    """A file of data.

    Attributes:
        path: Where it stands in ``content/``.
        size: Bytes.
        rows: Number of rows of a table, 0 for other files.
    """

    path: str
    size: int
    rows: int = 0

    @property
    def kind(self) -> str:
        """What it is: CSV."""
        return self.path.rpartition(".")[2].upper()

    def describe(self) -> str:
        """Return kind and size in words: CSV, 120 KB."""
        return f"{self.kind}, {format_size(self.size)}"


def format_size(size: int) -> str:
    """Return a file's size in words: 120 KB, 1.2 MB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"
