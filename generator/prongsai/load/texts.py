"""Every text of an LAO with its place, for the rules that read words rather than records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from prongsai.load.data_file import DataFile, DataPath
from prongsai.problem import Where
from prongsai.records.base import MAX_TEXT

# Values under these keys are ids, addresses and settings, not words for readers; revisions tell what is no longer so.
_NOT_TEXT = frozenset(
    """
    addresses aliases announcement capped code colour emblem facebook file id ignore kind memo numerals oit order
    paper project revisions rule sample seal signed source start_round
    status url website
    """.split()  # noqa: SIM905 - one word a key, readable as running text
)


class PlacedText(NamedTuple):
    """A text as it was typed.

    Attributes:
        text: The text, not normalised.
        where: Its place.
        document: Name of its file in ``Sources.documents``: 2566-2570/plan, 2566-2570/projects/p01, progress/2566-12.
        path: Its path in the file's data; the last key that is a word tells what kind of text it is.
    """

    text: str
    where: Where
    document: str
    path: DataPath

    @property
    def key(self) -> str:
        """The key that holds the text, or the list that it is in."""
        for part in reversed(self.path):  # every rule asks of every text
            if isinstance(part, str):
                return part
        return ""


def list_texts(documents: Mapping[str, DataFile]) -> tuple[PlacedText, ...]:
    """Return every text for readers in some files, in their order."""
    return tuple(text for name, document in documents.items() for text in _walk(document, name, document.data, ()))


def _walk(document: DataFile, name: str, data: Any, path: DataPath) -> Iterator[PlacedText]:
    if isinstance(data, str) and len(data) <= MAX_TEXT:  # longer ones are refused by reading
        yield PlacedText(data, document.where(*path), name, path)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_TEXT:
                yield from _walk(document, name, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(document, name, value, (*path, index))
