"""What the writer remembers of its own files: a record beside them, never published.

Only a file that stands in the record was written by this tool. A record that is lost or damaged does no harm: pages
carry a mark of their own, everything else is compared before it is written, and until a whole run has come to its end
the new record says of itself that it does not know all.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from msgspec import Raw, Struct, field
from msgspec.json import Decoder, Encoder

NAME = ".prongsai.json"  # MkDocs publishes no name that begins with a dot
_VERSION = 1


class Entry(Struct, frozen=True):
    """A file as it was written.

    Attributes:
        key: The key of its artifact; empty while it is being written.
        digest: SHA-256 of its bytes.
        size: Bytes.
        modified: Its time of modification in nanoseconds, a shortcut for comparing bytes.
        pages: Pages of a PDF, 0 for other files.
    """

    key: str = ""
    digest: str = ""
    size: int = 0
    modified: int = 0
    pages: int = 0


class Record(Struct):
    """The files of one unit.

    Attributes:
        outputs: Output → path in ``content/`` → entry.
        is_whole: Every file that was written is in it; not so in a record that was begun anew because one was lost.
    """

    outputs: dict[str, dict[str, Entry]] = field(default_factory=dict)
    is_whole: bool = True


class _Stored(Struct):
    """The file: version of its form, what the record says of itself, a sum of the outputs, the outputs."""

    version: int
    is_whole: bool
    check: str
    outputs: Raw


_READER: Final = Decoder(_Stored)
_OUTPUTS: Final = Decoder(dict[str, dict[str, Entry]])
_WRITER: Final = Encoder(order="sorted")


def read_record(content: Path, unit: str) -> Record | None:
    """Return the record of a unit; None where it is not there, was damaged, or tells of files outside the unit."""
    try:
        stored = _READER.decode((content / unit / NAME).read_bytes())
        if stored.version != _VERSION or stored.check != _compute_check(stored.outputs):
            return None
        outputs = _OUTPUTS.decode(stored.outputs)
    except (OSError, ValueError, RecursionError):
        return None
    if not all(_is_inside(path, unit) for entries in outputs.values() for path in entries):
        return None
    return Record(outputs, is_whole=stored.is_whole)


def render_record(record: Record) -> bytes:
    """Return the bytes of a record."""
    outputs = _WRITER.encode(record.outputs)
    return _WRITER.encode(_Stored(_VERSION, record.is_whole, _compute_check(outputs), Raw(outputs))) + b"\n"


def _compute_check(outputs: bytes | Raw) -> str:
    """Return a sum by which damage is noticed."""
    return hashlib.sha256(outputs).hexdigest()


def _is_inside(path: str, unit: str) -> bool:
    """Tell whether a path stays in the unit's folder: the record is a file like any other, and files are removed by it."""
    parts = path.split("/")
    return bool(parts[0]) and ".." not in parts and (not unit or parts[0] == unit)
