"""Sets documents with Typst and makes the result copy and read aloud right."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from prongsai import fonts
from prongsai.documents.document import Document, Layout
from prongsai.exceptions import TypesettingError
from prongsai.fonts.coverage import replace_missing
from prongsai.outputs.pdf.finishing import finish_pdf
from prongsai.outputs.pdf.typst_data import cut_texts, describe_document, list_row_headings
from prongsai.outputs.words import list_parts

# Typst keeps what the last ten compilations needed, a fifth of the memory that a run takes; empty ones make it forget
# sooner. Small papers have many words that the ones before had too, a book has enough of its own.
_COMPILATIONS_KEPT, _COMPILATIONS_BETWEEN = 10, 2
_ROOM = Path(__file__).parent
_TEMPLATE = "paper.typ"
_DATA = "data.json"  # what it reads
STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
# A PDF tells the data's dates; its own is fixed, so that the same data give the same bytes.
_TIMESTAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
# In place of a character that the fonts lack: the PDF standards refuse it, and the checker has told of it.
_UNKNOWN = "[?]"


@cache
def load_fonts() -> typst.Fonts:
    """Return the fonts of papers and pictures, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])


class Typesetter:
    """Sets the documents of one LAO; it remembers what they share, so that the second is set faster than the first."""

    def __init__(self, folder: Path) -> None:
        """Prepare an empty folder with the templates; Typst reads nothing outside it."""
        for path in _ROOM.glob("*.typ"):
            (folder / path.name).write_bytes(path.read_bytes())
        self._folder = folder
        empty = folder / "empty.typ"
        empty.touch()
        self._is_used = False
        self._forgetter = typst.Compiler(empty, root=folder, font_paths=load_fonts())
        self._compiler = typst.Compiler(
            folder / _TEMPLATE, root=folder, font_paths=load_fonts(), sys_inputs={"parts": list_parts()}
        )

    def set(self, document: Document, emblem: bytes | None, key: bytes) -> bytes:
        """Return a document as PDF/UA-1 and PDF/A-2a.

        Args:
            document: The document.
            emblem: Its emblem as PNG.
            key: 16 bytes that the PDF carries as its identifier.

        Raises:
            TypesettingError: Typst refuses the document.
        """
        return finish_pdf(self.set_unfinished(document, emblem), list_row_headings(document), key)

    def set_unfinished(self, document: Document, emblem: bytes | None) -> bytes:
        """Return a document as Typst writes it.

        Raises:
            TypesettingError: Typst refuses the document.
        """
        if self._is_used:
            for _ in range(_COMPILATIONS_KEPT if document.layout is Layout.BOOK else _COMPILATIONS_BETWEEN):
                self._forgetter.compile(format="pdf")
        self._is_used = True
        described = cut_texts(describe_document(document), document.names)
        if emblem:
            name = f"{hashlib.sha256(emblem).hexdigest()}.png"
            (self._folder / name).write_bytes(emblem)
            described["emblem"] = name
        data = replace_missing(json.dumps(described, ensure_ascii=False), _UNKNOWN)
        (self._folder / _DATA).write_text(data, encoding="utf-8")
        try:
            written = self._compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=_TIMESTAMP)
        except typst.TypstError as error:
            raise TypesettingError(f"จัดหน้า {document.pdf} ไม่ได้: {error}") from None
        assert isinstance(written, bytes)  # noqa: S101 - one output without a path
        return written
