"""How the files of a folder stand: their sizes and times, by which anything that touched them is noticed.

A program may set the time of modification back; the time at which that was done stays, and is what a mark has besides.
Linking a file changes it too, so that of what is kept only stamps are remembered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_PASSED_OVER = frozenset({"__pycache__", ".git"})
FOLDER = (0, 0)

Stamp = tuple[int, int]
Stamps = Mapping[str, Stamp]
Mark = tuple[int, ...]
Marks = Mapping[str, Mark]


def find_mark(file: Path) -> Mark | None:
    """Return a file's size and times of modification and change in nanoseconds; None where it is not there.

    Raises:
        OSError: It cannot be looked at.
    """
    try:
        info = file.stat()
    except FileNotFoundError:
        return None
    return _make_mark(info)


def find_stamps(*folders: Path) -> dict[str, Stamp]:
    """Return the stamp of every file below some folders by its path; that of a folder is always the same.

    A folder that is not there has none. A link counts as what it leads to.

    Raises:
        OSError: Something cannot be looked at, or a link leads to a folder, which nobody knows the end of.
    """
    return {path: (mark[0], mark[1]) for path, mark in find_marks(*folders).items()}


def find_marks(*folders: Path) -> dict[str, Mark]:
    """Return the mark of every file below some folders by its path, as ``find_stamps`` does.

    Raises:
        OSError: Something cannot be looked at, or a link leads to a folder, which nobody knows the end of.
    """
    return {path: mark for folder in folders for path, mark in _walk(str(folder.absolute()))}


def _make_mark(info: os.stat_result) -> Mark:
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns


def _walk(top: str) -> Iterator[tuple[str, Mark]]:
    folders = [top]
    while folders:
        try:
            entries = os.scandir(folders.pop())
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _PASSED_OVER:
                        folders.append(entry.path)
                        yield entry.path, FOLDER
                elif entry.is_dir():
                    raise OSError(entry.path)
                else:
                    yield entry.path, _make_mark(entry.stat())
