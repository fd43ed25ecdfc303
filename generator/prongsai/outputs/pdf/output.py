"""PDF files beside their pages, one a document, made only where the document changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache, partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from prongsai import fonts
from prongsai.documents.document import Document, Layout
from prongsai.documents.shelf import Shelf
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.originals import open_seal
from prongsai.outputs.pdf.typst_data import describe_document
from prongsai.outputs.temporary import explain_temporary
from prongsai.thai.words import LIST

if TYPE_CHECKING:
    from prongsai.outputs.pdf.typesetter import Typesetter

NAME = "pdf"
_ROOM = Path(__file__).parent
_BESIDE = (_ROOM.parent / "tables.py", _ROOM.parent / "words.py", LIST, LIST.with_suffix(".py"))


class Press:
    """Sets documents; started when the first one has to be made, and closed as a context."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._temporary: TemporaryDirectory[str] | None = None
        self._typesetter: Typesetter | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Throw away what the typesetter needed."""
        if self._temporary:
            self._temporary.cleanup()

    def set(self, document: Document, emblem: bytes | None, key: str) -> bytes:
        """Return a document as PDF.

        Raises:
            OutputError: The folder of temporary files cannot be used.
            TypesettingError: The document cannot be set.
        """
        try:
            if self._typesetter is None:
                from prongsai.outputs.pdf.typesetter import Typesetter  # noqa: PLC0415 - slow to import, rarely needed

                self._temporary = TemporaryDirectory()
                self._typesetter = Typesetter(Path(self._temporary.name))
            return self._typesetter.set(document, emblem, bytes.fromhex(key))
        except OSError as error:
            raise explain_temporary(error) from None


def list_artifacts(shelf: Shelf, folder: Path, press: Press) -> Iterator[Artifact]:
    """Yield the PDF of every document of an LAO; none where the LAO switched them off.

    Args:
        shelf: The LAO's documents.
        folder: Its folder of plans, where its emblem lies.
        press: Sets those that have to be made.
    """
    read_emblem = cache(partial(_read_emblem, folder))  # most documents have the same one
    for document in sorted(shelf.documents, key=rank_size) if shelf.dossier.lao.pdf else ():
        emblem = read_emblem(document.emblem)
        key = compute_key(document, emblem)
        yield Artifact(document.pdf, key, partial(press.set, document, emblem, key), _count_pages)


def rank_size(document: Document) -> bool:
    """Tell large papers from small ones: these go first and share what Typst remembers; to forget a large one takes time."""
    return document.layout is Layout.BOOK


def compute_key(document: Document, emblem: bytes | None) -> str:
    """Return what a document's PDF depends on, as 32 hexadecimal digits; the PDF carries it as its identifier."""
    described = json.dumps(describe_document(document), ensure_ascii=False).encode()
    return hashlib.sha256(b"\0".join((_hash_tools(), emblem or b"", described))).hexdigest()[:32]


@cache
def _hash_tools() -> bytes:
    """Return the state of all that makes a PDF of a document: our code, the template, the fonts, the libraries."""
    digest = hashlib.sha256()
    for path in sorted([*_ROOM.glob("*.*"), *_BESIDE, *fonts.FOLDER.glob("*.*")]):
        digest.update(path.read_bytes())
    for name in ("typst", "pikepdf", "fonttools"):
        digest.update(version(name).encode())
    return digest.digest()


def _count_pages(data: bytes) -> int:
    import pikepdf  # noqa: PLC0415 - slow to import, only where papers are printed

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def _read_emblem(folder: Path, emblem: str) -> bytes | None:
    """Return a document's emblem as PNG, as small as paper needs it."""
    if not emblem:
        return None
    picture = open_seal(folder / emblem)
    picture.thumbnail((600, 600))
    output = BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()
