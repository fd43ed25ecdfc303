"""Every text that an LAO publishes: words for readers, reasons, contacts, ids, addresses, names of files, their insides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from prongsai.checks.personal.attachments import read_attachment
from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.base import MAX_TEXT
from prongsai.thai.patterns import compile_late

# Nothing but money can stand under these keys; the others only repeat an id or choose a word.
_AMOUNTS = frozenset({"budget", "budgets", "planned", "ordinance", "disbursed"})
_CHOICES = frozenset(
    "announcement at colour kind memo mission numerals order paper plan project rule status type years".split()  # noqa: SIM905
)
_SUFFIX = compile_late("\\.[A-Za-z0-9]{1,5}$")
# Telephones and apps name pictures by the clock (IMG_1698372829121, milliseconds of 2014 to 2033): thirteen digits, one
# in ten of which would pass as a citizen number.
_CLOCK_NAME = compile_late("(?<=/)(?:(?!id|card|citizen)[a-z]{1,20}[ _-]?){0,4}1[4-9][0-9]{11}$", re.IGNORECASE)
_FILES = frozenset({"emblem", "file", "seal", "signed"})


class PublishedText(NamedTuple):
    """A text and the place to mend it.

    Attributes:
        text: The text, not normalised.
        document: The file of data that holds it, or that names the file it is in.
        path: Its path there.
        contact: The key of ``contacts:`` that holds it, if any.
        place: Where it stands, in Thai, for what is no value of a file (“ในไฟล์ …”).
        related: Its own place in a file that the data name.
        is_author: Whether it is the name of who made a file.
        is_file: Whether it comes out of an attached file.
        is_unread: Whether it names the pages of an attached file that are pictures.
    """

    text: str
    document: DataFile
    path: DataPath
    contact: str = ""
    place: str = ""
    related: tuple[Where, ...] = ()
    is_author: bool = False
    is_file: bool = False
    is_unread: bool = False

    @property
    def where(self) -> Where:
        """The place to mend it."""
        return self.document.where(*self.path)


def find_published(loaded: LoadedDossier) -> Iterator[PublishedText]:
    """Yield every published text of an LAO, in the order of its files."""
    for name, document in loaded.sources.documents.items():
        stem = name.rpartition("/")[2]
        if "id" not in (document.data or {}):
            yield PublishedText(_space_out(stem), document, (), place="ในชื่อไฟล์")
        for path, text in _walk(document.data, ()):
            yield from _describe(loaded, name, document, path, text)


def _walk(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, str):
        if len(data) <= MAX_TEXT:  # longer ones are refused by reading
            yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _AMOUNTS and not (key in _CHOICES and isinstance(value, str)):
                yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, index))


def _describe(
    loaded: LoadedDossier, name: str, document: DataFile, path: DataPath, text: str
) -> Iterator[PublishedText]:
    if path[-1] in _FILES:
        stem = _CLOCK_NAME.sub("", _SUFFIX.sub("", text))
        yield PublishedText(_space_out(stem), document, path, place="ในชื่อไฟล์")
        yield from _read_file(loaded, text, document, path)
    elif name == "lao" and path[0] == "contacts" and len(path) > 1:
        yield PublishedText(text, document, path, contact=str(path[1]))
    else:
        yield PublishedText(_space_out(text) if path[-1] == "id" else text, document, path)


def _space_out(name: str) -> str:
    """Return a name or an id twice: as it is, and with spaces for what stands for them there."""
    name = name.replace("/", " | ")
    return f"{name} | {re.sub('[-_+]', ' ', name)}"


def _read_file(loaded: LoadedDossier, name: str, document: DataFile, path: DataPath) -> Iterator[PublishedText]:
    files = loaded.folder / "files"
    shown = f"{document.path.partition('/')[0]}/{loaded.slug}/{name}"
    for found in read_attachment(loaded.folder / name, files):
        part = f"บรรทัดที่ {found.line}" if found.line else found.part
        yield PublishedText(
            found.text,
            document,
            path,
            place=f"ใน{part} ของไฟล์แนบ",
            related=(Where(shown, found.line, 1) if found.line else Where(shown),),
            is_author=found.is_author,
            is_file=True,
            is_unread=found.is_unread,
        )
