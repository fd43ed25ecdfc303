"""What every output hands over: the files that it wants for one LAO or for the site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """One file that an output wants in ``content/``.

    Attributes:
        path: Where it stands, relative to ``content/``.
        key: What its bytes depend on, as hexadecimal digits; equal keys make equal bytes, so that a file whose key is
            known need not be made again.
        make: Makes its bytes: all at once, or in parts where they may be too many to be held.
        count_pages: Counts the pages of a PDF; None for other files.
    """

    path: str
    key: str
    make: Callable[[], bytes | Iterator[bytes]]
    count_pages: Callable[[bytes], int] | None = None


def hold(path: str, data: bytes) -> Artifact:
    """Return an artifact of bytes that were cheap to make and are there."""
    return Artifact(path, hash_parts(data), lambda: data)


def hash_parts(*parts: bytes) -> str:
    """Return one key of several byte strings."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
