"""Word files of letters beside their pages, made only where the letter changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from prongsai.documents.document import Document, Layout
from prongsai.documents.shelf import Shelf
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.pdf.typst_data import describe_document

NAME = "word"
_ROOM = Path(__file__).parent


def list_artifacts(shelf: Shelf) -> Iterator[Artifact]:
    """Yield the Word file of every letter of an LAO; none where the LAO switched papers off."""
    for document in shelf.documents if shelf.dossier.lao.pdf else ():
        if document.layout is Layout.LETTER:
            described = json.dumps(describe_document(document), ensure_ascii=False).encode()
            key = hashlib.sha256(_hash_tools() + described).hexdigest()
            yield Artifact(document.word, key, partial(_write, document))


def _write(document: Document) -> bytes:
    from prongsai.outputs.word.letters import write_word_letter  # noqa: PLC0415 - slow to import, rarely needed

    return write_word_letter(document)


@cache
def _hash_tools() -> bytes:
    digest = hashlib.sha256(version("python-docx").encode())
    for path in sorted(_ROOM.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
