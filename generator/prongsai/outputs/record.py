"""What the writer remembers of its own files: a record beside them, never published.

Only a file that stands in the record was written by this tool. A record that is lost or damaged does no harm: pages
carry a mark of their own, everything else is compared before it is written, and until a whole run has come to its end
the new record says of itself that it does not know all.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

NAME = ".prongsai.json"  # MkDocs publishes no name that begins with a dot
_VERSION = 1
_OUTPUTS, _END = b'"outputs": ', b"}\n"


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass
class Record:
    """The files of one unit.

    Attributes:
        outputs: Output → path in ``content/`` → entry.
        is_whole: Every file that was written is in it; not so in a record that was begun anew because one was lost.
    """

    outputs: dict[str, dict[str, Entry]] = field(default_factory=dict)
    is_whole: bool = True


def read_record(content: Path, unit: str) -> Record | None:
    """Return the record of a unit; None where it is not there, was damaged, or tells of files outside the unit."""
    try:
        text = (content / unit / NAME).read_bytes()
        data = json.loads(text)
        if data["version"] != _VERSION or data["check"] != _compute_check(text.partition(_OUTPUTS)[2][: -len(_END)]):
            return None
        outputs = {
            output: {path: Entry(**entry) for path, entry in entries.items()}
            for output, entries in data["outputs"].items()
        }
        if not all(_is_inside(path, unit) for entries in outputs.values() for path in entries):
            return None
        return Record(outputs, is_whole=data["is_whole"] is True)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def render_record(record: Record) -> bytes:
    """Return the bytes of a record."""
    outputs = {
        output: {path: _describe(entry) for path, entry in sorted(entries.items())}
        for output, entries in sorted(record.outputs.items())
    }
    text = json.dumps(outputs, ensure_ascii=False).encode()
    head = {"version": _VERSION, "is_whole": record.is_whole, "check": _compute_check(text)}
    return json.dumps(head).encode()[:-1] + b", " + _OUTPUTS + text + _END


def _describe(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in Entry.__slots__}


def _compute_check(outputs: bytes) -> str:
    """Return a sum by which damage is noticed."""
    return hashlib.sha256(outputs).hexdigest()


def _is_inside(path: str, unit: str) -> bool:
    """Tell whether a path stays in the unit's folder: the record is a file like any other, and files are removed by it."""
    parts = path.split("/")
    return bool(parts[0]) and ".." not in parts and (not unit or parts[0] == unit)
