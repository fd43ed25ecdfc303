"""What can be read of an attached file: words of PDF, Word and Excel, rows of a table, properties, names in an archive.

One reader a kind of file, by its ending; a file whose kind has none (a picture) is published unread. Every reader
takes a path and yields texts with their line or part; whatever is damaged ends a reader quietly, for that is told
elsewhere.
"""

from __future__ import annotations

import csv
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from prongsai.load.attachments.check import MAX_FILE_BYTES
from prongsai.reading.plain import read_plain
from prongsai.records.base import MAX_TEXT


class FileText(NamedTuple):
    """A text inside a file.

    Attributes:
        text: The text, with the heading of its column where there is one.
        line: Its line; 0 where the file has none.
        part: Where else it stands, in Thai.
        is_author: Whether it is the name of who made the file.
        is_unread: Whether it is no text but says which pages are pictures.
    """

    text: str
    line: int = 0
    part: str = ""
    is_author: bool = False
    is_unread: bool = False


_OVERLAP = 200  # letters; no datum is longer
_MAX_PROPERTIES = 200_000
_PROPERTY_FILES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_AUTHORS = frozenset({"creator", "lastModifiedBy", "Manager"})
_DAMAGED = (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, struct.error, LookupError)


def read_attachment(path: Path, files: Path) -> Iterator[FileText]:
    """Yield the texts of one file of an LAO's ``files/`` folder; nothing for a link out of it."""
    reader = READERS.get(path.suffix.lower())
    try:
        if reader and _is_published(path, files):
            for found in reader(path):
                yield from _cut(found)
    except (OSError, RuntimeError, ValueError):  # an encrypted archive; a NUL in the name; a loop of links
        return


def _is_published(path: Path, files: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(files.resolve()) and path.stat().st_size <= MAX_FILE_BYTES


def _cut(found: FileText) -> Iterator[FileText]:
    """Yield a text in pieces of the length that a text of the data may have."""
    for start in range(0, max(len(found.text) - _OVERLAP, 1), MAX_TEXT - _OVERLAP):
        yield found._replace(text=found.text[start : start + MAX_TEXT])


def read_table(path: Path) -> Iterator[FileText]:
    """Yield each line of a ``.csv``; a cell stands behind its column's heading."""
    lines = _decode(path.read_bytes()).splitlines()
    mark = max(",;\t", key=lines[0].count) if lines else ","
    headings: list[str] = []
    for number, line in enumerate(lines, 1):
        cells = _split(line, mark)
        named = [f"{heading} {cell}" for heading, cell in zip(headings, cells, strict=False)]
        yield FileText(" ; ".join([*named, *cells[len(headings) :]]), number)
        if number == 1 and not re.search(r"\d", line):
            headings = cells


def _split(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:  # a cell that is too long
        return line.split(mark)


def _decode(raw: bytes) -> str:
    """Return a table's text in the encodings that Excel writes: UTF-8, UTF-16, the Thai Windows code page."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp874", errors="replace")


def read_properties(path: Path) -> Iterator[FileText]:
    """Yield the properties of a ``.docx`` or ``.xlsx``: author, last editor, company, title, keywords."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in _PROPERTY_FILES:
                if name in archive.namelist():
                    with archive.open(name) as file:
                        yield from _read_properties(file.read(_MAX_PROPERTIES))
    except _DAMAGED:
        return


def _read_properties(xml: bytes) -> list[FileText]:
    """Return the text of each element; a document type (entities that grow) ends the reading."""
    found: list[FileText] = []
    names: list[str] = []
    parts: list[str] = []
    parser = expat.ParserCreate()

    def start(name: str, _attributes: dict[str, str]) -> None:
        names.append(name.rpartition(":")[2])
        parts.clear()

    def end(_name: str) -> None:
        name, text = names.pop(), "".join(parts).strip()
        parts.clear()
        if text:
            found.append(FileText(text, part=f"คุณสมบัติ {name}", is_author=name in _AUTHORS))

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = parts.append
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError):
        return found
    return found


def read_words(path: Path) -> Iterator[FileText]:
    """Yield the words of a PDF, Word or Excel file, and which pages are pictures that nobody read."""
    content = read_plain(path)
    for text, place in content.texts:
        yield FileText(text, part=place)
    if content.unread:
        yield FileText(", ".join(content.unread), is_unread=True)


def read_office(path: Path) -> Iterator[FileText]:
    """Yield the properties and the words of a ``.docx`` or ``.xlsx``."""
    yield from read_properties(path)
    yield from read_words(path)


def read_names(path: Path) -> Iterator[FileText]:
    """Yield the names of the files in a ``.zip``."""
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                yield FileText(_decode_name(info), part="รายชื่อไฟล์ .zip")
    except _DAMAGED:
        return


def _decode_name(info: zipfile.ZipInfo) -> str:
    """Return a name; Thai Windows writes its own code page where the standard says cp437."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    return info.filename.encode("cp437", errors="replace").decode("cp874", errors="replace")


READERS: dict[str, Callable[[Path], Iterator[FileText]]] = {
    ".csv": read_table,
    ".docx": read_office,
    ".pdf": read_words,
    ".xlsx": read_office,
    ".zip": read_names,
}
