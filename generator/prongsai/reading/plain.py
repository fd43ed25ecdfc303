"""The words in an attached file, page by page or paragraph by paragraph, without any thought of what they mean.

Whoever looks for a datum in every attachment reads many files again and again: what a file says is kept by its content.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from prongsai.reading.normalising import clean
from prongsai.reading.refusal import UnreadableDocumentError

ENDINGS = frozenset({".pdf", ".docx", ".xlsx"})
_MAX_PAGES = 300
_KEPT_FILES = 256


class PlainText(NamedTuple):
    """Words inside a file.

    Attributes:
        text: The words on one line.
        place: Where they stand, in Thai.
    """

    text: str
    place: str


class PlainContent(NamedTuple):
    """What a file says.

    Attributes:
        texts: Its words in order.
        unread: Places that hold pictures only; the whole file where there is nothing else.
    """

    texts: tuple[PlainText, ...]
    unread: tuple[str, ...]


def read_plain(path: Path) -> PlainContent:
    """Return the words in a ``.pdf``, ``.docx`` or ``.xlsx``; none of a file that is broken, locked or too large.

    Raises:
        OSError: The file cannot be opened.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return _read_kept(path, digest)


@lru_cache(maxsize=_KEPT_FILES)
def _read_kept(path: Path, _digest: str) -> PlainContent:
    try:
        return _read_pdf(path) if path.suffix.lower() == ".pdf" else _read_office(path)
    except UnreadableDocumentError:
        return PlainContent((), ())  # told elsewhere


def _read_office(path: Path) -> PlainContent:
    from prongsai.reading.files import read_document  # noqa: PLC0415 - only where there is such a file

    document = read_document(path)
    found = tuple(PlainText(paragraph.text, paragraph.place) for paragraph in document.iter_paragraphs())
    return PlainContent(found, ())


def _read_pdf(path: Path) -> PlainContent:
    import pypdfium2  # noqa: PLC0415 - only where there is such a file

    texts: list[PlainText] = []
    unread: list[str] = []
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            for number in range(1, min(len(pdf), _MAX_PAGES) + 1):
                page = pdf[number - 1].get_textpage()
                lines = [text for line in page.get_text_range().splitlines() if (text := clean(line))]
                page.close()
                place = f"หน้า {number}"
                texts += [PlainText(line, place) for line in lines]
                if not lines:
                    unread.append(place)
            if len(pdf) > _MAX_PAGES:
                unread.append(f"หน้า {_MAX_PAGES + 1} เป็นต้นไป")
    except pypdfium2.PdfiumError:
        return PlainContent((), ())
    return PlainContent(tuple(texts), tuple(unread) if texts else ("ทั้งไฟล์",))
