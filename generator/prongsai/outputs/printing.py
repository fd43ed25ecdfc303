"""Documents → PDF and Word files beside their pages: only what changed, each file whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from generator.exceptions import OutputError
from generator.papers.documents import Document, Layout
from generator.papers.printed import PrintedFile
from generator.pdf.typst_data import describe_document
from generator.thai.system_errors import describe_os_error
from generator.writing import read_publishable, write_whole

if TYPE_CHECKING:
    from generator.pdf.typesetter import Typesetter

_PACKAGE = Path(__file__).parent
_TAIL = 4096  # bytes at a PDF's end in which its identifier stands
_IDENTIFIER = re.compile(rb"/ID\s*\[\s*<([0-9a-fA-F]{32})>")


def print_documents(
    documents: Iterable[Document],
    folder: Path,
    content: Path,
) -> list[str]:
    """Write the PDF and Word files that are not there or not up to date, and return their paths in ``content``.

    Args:
        documents: Documents of one LAO.
        folder: The LAO's folder of plans, where its emblem lies.
        content: MkDocs' ``docs_dir``.

    Raises:
        OutputError: A file cannot be written.
        TypesettingError: A document cannot be set.
    """
    written = []
    try:
        with TemporaryDirectory() as temporary:
            typesetter: Typesetter | None = None
            for document in documents:
                emblem = _read_emblem(folder, document)
                key = compute_key(document, emblem)
                if _read_key(content / document.pdf) != key:
                    if typesetter is None:
                        from generator.pdf.typesetter import Typesetter  # noqa: PLC0415 - slow to import, rarely needed

                        typesetter = Typesetter(Path(temporary))
                    write_whole(content / document.pdf, typesetter.set(document, emblem, key))
                    written.append(document.pdf)
                if document.layout is Layout.LETTER:
                    word = _write_word(document)
                    if _read_if_there(content / document.word) != word:
                        write_whole(content / document.word, word)
                        written.append(document.word)
    except OSError as error:
        raise OutputError(f"เขียน {error.filename or content.name} ไม่ได้: {describe_os_error(error)}") from None
    return written


def find_printed(documents: Iterable[Document], folder: Path, content: Path) -> dict[str, tuple[PrintedFile, ...]]:
    """Return the files beside each page that say what the records say now; an outdated one is not shown."""
    found = {}
    for document in documents:
        files = []
        key = _read_key(content / document.pdf)
        if key and key == compute_key(document, _read_emblem(folder, document)):
            files.append(_describe_pdf(content, document.pdf))
        word = _read_if_there(content / document.word) if document.layout is Layout.LETTER else None
        if word and word == _write_word(document):
            files.append(PrintedFile(document.word, "Word", len(word)))
        if files:
            found[document.page] = tuple(files)
    return found


def _write_word(document: Document) -> bytes:
    from generator.word.letters import write_word_letter  # noqa: PLC0415 - slow to import, only where papers are printed

    return write_word_letter(document)


def compute_key(document: Document, emblem: bytes | None) -> bytes:
    """Return what a document's PDF depends on, as 16 bytes; the PDF carries it as its identifier."""
    described = json.dumps(describe_document(document), ensure_ascii=False).encode()
    return hashlib.sha256(b"\0".join((_hash_tools(), emblem or b"", described))).digest()[:16]


@cache
def _hash_tools() -> bytes:
    """Return the state of all that makes a PDF of a document: our code, the template, the fonts, the libraries."""
    digest = hashlib.sha256()
    for path in sorted([*(_PACKAGE / "pdf").glob("*.*"), *(_PACKAGE / "fonts").glob("*.[tj]*")]):
        digest.update(path.read_bytes())
    for name in ("typst", "pikepdf", "fonttools"):
        digest.update(version(name).encode())
    return digest.digest()


def _read_key(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _TAIL))
            found = _IDENTIFIER.search(file.read())
    except FileNotFoundError:
        return None
    return bytes.fromhex(found[1].decode()) if found else None


def _describe_pdf(content: Path, path: str) -> PrintedFile:
    import pikepdf  # noqa: PLC0415 - slow to import, only where papers are printed

    with pikepdf.open(content / path) as pdf:
        return PrintedFile(path, "PDF", (content / path).stat().st_size, len(pdf.pages))


def _read_emblem(folder: Path, document: Document) -> bytes | None:
    """Return a document's emblem as PNG, as small as paper needs it."""
    if not document.emblem:
        return None
    with Image.open(BytesIO(read_publishable(folder / document.emblem))) as picture:
        picture.thumbnail((600, 600))
        output = BytesIO()
        picture.convert("RGBA").save(output, "PNG")
        return output.getvalue()


def _read_if_there(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
