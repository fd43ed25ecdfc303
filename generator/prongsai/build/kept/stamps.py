"""How the files of a folder stand: their sizes and times, by which anything that touched them is noticed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_PASSED_OVER = frozenset({"__pycache__", ".git"})
FOLDER = (0, 0)

Stamp = tuple[int, int]
Stamps = Mapping[str, Stamp]


def find_stamp(file: Path) -> Stamp | None:
    """Return a file's size and time of modification in nanoseconds; None where it is not there.

    Raises:
        OSError: It cannot be looked at.
    """
    try:
        info = file.stat()
    except FileNotFoundError:
        return None
    return info.st_size, info.st_mtime_ns


def find_stamps(*folders: Path) -> dict[str, Stamp]:
    """Return the stamp of every file below some folders by its path; that of a folder is always the same.

    A folder that is not there has none. A link counts as what it leads to.

    Raises:
        OSError: Something cannot be looked at, or a link leads to a folder, which nobody knows the end of.
    """
    return {path: stamp for folder in folders for path, stamp in _walk(str(folder.absolute()))}


def _walk(folder: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _PASSED_OVER:
                    yield entry.path, FOLDER
                    yield from _walk(entry.path)
                continue
            if entry.is_dir():
                raise OSError(entry.path)
            info = entry.stat()
            yield entry.path, (info.st_size, info.st_mtime_ns)
