"""The key of a folder's content: equal keys, equal names and bytes."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

_VERSION = 2
_TICK = 2_000_000_000  # nanoseconds; two changes within the clock of a file system look like one


class Fingerprints:
    """Keys of files, remembered by size and times of modification and change, which are a shortcut only."""

    def __init__(self, memory: Path) -> None:
        """Read what is remembered.

        Args:
            memory: The file for it; lost or damaged, every file is read again.
        """
        self._memory = memory
        self._known = _read(memory)
        self._seen: dict[str, list[int | str]] = {}
        self._now = time.time_ns()

    def compute(self, folder: Path, is_input: Callable[[str], bool] = lambda _: True) -> str:
        """Return the key of everything below a folder, as hexadecimal digits.

        Args:
            folder: The folder; nothing is in it where it is not there.
            is_input: Tells of a file's path below the folder whether it counts.

        Raises:
            OSError: Something cannot be read, or a link leads to a folder, which nobody knows the end of.
        """
        digest = hashlib.sha256(os.fsencode(folder.readlink()) if folder.is_symlink() else b"")
        for name, entry in sorted(_walk(str(folder.absolute()), ""), key=lambda found: found[0]):
            if is_input(name):
                text = name.encode(errors="surrogateescape")
                digest.update(len(text).to_bytes(4, "big") + text + self._find_digest(entry))
        return digest.hexdigest()

    def _find_digest(self, entry: os.DirEntry[str]) -> bytes:
        if not entry.is_file():  # a folder is told by its name, a link that leads nowhere by what it says
            return os.fsencode(Path(entry.path).readlink()) if entry.is_symlink() else b"/"
        info, name = entry.stat(), entry.path
        known = self._known.get(name)
        stamp: list[int | str] = [info.st_size, info.st_mtime_ns, info.st_ctime_ns]
        digest = str(known[3]) if known and known[:3] == stamp else hashlib.sha256(Path(name).read_bytes()).hexdigest()
        if self._now - max(info.st_mtime_ns, info.st_ctime_ns) > _TICK:
            self._seen[name] = [*stamp, digest]
        return bytes.fromhex(digest)

    def save(self) -> None:
        """Remember the files that were looked at; where that cannot be written, they are read again."""
        if self._seen == self._known:
            return
        files = json.dumps(self._seen, ensure_ascii=True, separators=(",", ":"))
        temporary = self._memory.with_name(f".{os.getpid()}.tmp")
        with suppress(OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(f'{{"version":{_VERSION},"check":"{_sum(files)}","files":{files}}}', encoding="ascii")
            temporary.replace(self._memory)
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _walk(folder: str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield what is below a folder, each with its path from the first one on."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir()
            if is_folder and entry.name == ".git":
                continue
            if is_folder and entry.is_symlink():
                raise OSError(entry.path)
            yield name + entry.name, entry
            if is_folder:
                yield from _walk(entry.path, f"{name}{entry.name}/")


def _sum(files: str) -> str:
    return hashlib.sha256(files.encode()).hexdigest()


def _read(memory: Path) -> dict[str, list[int | str]]:
    try:
        text = memory.read_text(encoding="ascii")
        data = json.loads(text)
        files: dict[str, list[int | str]] = data["files"]
        is_whole = data["version"] == _VERSION and data["check"] == _sum(text.partition('"files":')[2][:-1])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return files if is_whole else {}
