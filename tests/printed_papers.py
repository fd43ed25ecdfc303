"""Papers printed for the tests: as Typst writes them, and finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from msgspec.structs import replace
from prongsai.blocks.blocks import Block, Table
from prongsai.documents.document import Document
from prongsai.documents.shelf import Shelf
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.outputs.pdf.finishing import finish_pdf
from prongsai.outputs.pdf.typesetter import Typesetter
from prongsai.outputs.pdf.typst_data import list_row_headings

KEY = bytes(range(16))


@dataclass(frozen=True)
class PrintedPaper:
    """A document and its PDF before and after finishing."""

    document: Document
    unfinished: bytes

    @cached_property
    def finished(self) -> bytes:
        """The PDF as it is published."""
        return finish_pdf(self.unfinished, list_row_headings(self.document), KEY)

    def open(self, stage: str = "finished") -> pikepdf.Pdf:
        """Open the PDF of a stage: ``unfinished`` or ``finished``."""
        return pikepdf.open(BytesIO(getattr(self, stage)))

    @property
    def blocks(self) -> list[Block]:
        """Every block of the document in reading order."""
        return [block for part in self.document.parts for section in part.sections for block in section.blocks]

    @property
    def tables(self) -> list[Table]:
        """Every table of the document in reading order."""
        return [block for block in self.blocks if isinstance(block, Table)]


def list_plan_documents(plans: Path) -> Iterator[Document]:
    """Yield every document of the LAOs in a folder of plans."""
    for loaded in load_plans(plans):
        assert isinstance(loaded, LoadedDossier)
        yield from Shelf(loaded.ledger).documents


def print_document(document: Document, *, marked: bool = True) -> PrintedPaper:
    """Print one document without its emblem; ``marked`` keeps the mark of examples."""
    return print_documents([document], marked=marked)[0]


def print_documents(documents: Iterator[Document] | list[Document], *, marked: bool = True) -> list[PrintedPaper]:
    """Print documents without their emblems."""
    with TemporaryDirectory() as folder:
        typesetter = Typesetter(Path(folder))
        return [
            PrintedPaper(paper, typesetter.set_unfinished(paper, None))
            for paper in (document if marked else replace(document, is_sample=False) for document in documents)
        ]


def print_all(plans: Path, *, marked: bool = True) -> list[PrintedPaper]:
    """Print every document of the LAOs in a folder of plans."""
    return print_documents(list_plan_documents(plans), marked=marked)
