"""Files of an LAO that are one: by their names, however the vowels in them are encoded, or by every byte."""

from __future__ import annotations

import unicodedata
from pathlib import Path

_MOST_BYTES = 30_000_000  # what is larger is refused by reading


class FilesSeen:
    """The files that a rule came upon, so that of several names of one file the first can be told."""

    def __init__(self, folder: Path) -> None:
        """Begin.

        Args:
            folder: The LAO's folder.
        """
        self._folder = folder
        self._first: dict[str, str] = {}
        self._by_size: dict[int, list[str]] = {}

    def find_first(self, path: str) -> str:
        """Return the path below the LAO's folder by which a file was seen first; of one not there another rule tells."""
        name = unicodedata.normalize("NFC", path)
        if name not in self._first:
            same = self._by_size.setdefault(self._measure(path), [])
            self._first[name] = next((other for other in same if self._is_equal(path, other)), path)
            same.append(path)
        return self._first[name]

    def tell_first(self, path: str) -> str:
        """Return a file in words, with the name by which it was seen first where that is another."""
        first = self.find_first(path)
        is_same_name = unicodedata.normalize("NFC", path) == unicodedata.normalize("NFC", first)
        return f"ไฟล์ “{path}”" if is_same_name else f"ไฟล์ “{path}” ซึ่งเหมือน “{first}” ทุกไบต์"

    def _measure(self, path: str) -> int:
        try:
            return (self._folder / path).stat().st_size
        except OSError:
            return -1

    def _is_equal(self, one: str, other: str) -> bool:
        if not 0 < self._measure(one) <= _MOST_BYTES:
            return False
        try:
            return (self._folder / one).read_bytes() == (self._folder / other).read_bytes()
        except OSError:
            return False
