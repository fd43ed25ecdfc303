"""The folder in which units are kept as they were built: an entry a state of a unit, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from prongsai.build.kept import STATE
from prongsai.build.kept.entry import NAME, Kept, KeptFile, KeptLao, read_kept, read_size, render_kept
from prongsai.build.kept.fingerprints import Fingerprints
from prongsai.build.kept.stamps import Stamps, find_stamps

LIMIT = 2_000_000_000  # bytes
APART = ".apart-"  # begins the name of a folder in which another process builds
_STALE = 86_400  # seconds after which a folder that nobody finished is nobody's
_MEMORY = "files.json"


class Cache:
    """The kept units of one site. Nothing in it is needed: whatever is missing or damaged is made anew."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        """Look at nothing yet.

        Args:
            folder: Where the entries are; made when the first is stored.
            limit: Bytes; entries that were not used for longest go first.
        """
        self.folder = folder.absolute()
        self.fingerprints = Fingerprints(folder / _MEMORY)
        self._limit = limit
        self._known: dict[Path, Kept | None] = {}

    def recall(self, unit: str, beginning: str) -> Kept | None:
        """Return an entry of a unit whose key begins so, whether or not its files are whole; None where there is none."""
        found = (self._read(entry) for entry in self._iter_entries(unit) if entry.name.startswith(beginning))
        return next(filter(None, found), None)

    def find(self, unit: str, key: str) -> Kept | None:
        """Return a unit as it was built; None where it is not kept, or a file of it was changed or is gone."""
        entry = self.folder / unit / key
        kept = self._read(entry)
        try:
            stamps = find_stamps(entry) if kept else {}
        except OSError:
            return None
        if kept is None or not all(_is_whole(entry, file, stamps) for file in kept.files):
            return None
        with suppress(OSError):  # it is only read
            os.utime(entry)
        return kept

    def _read(self, entry: Path) -> Kept | None:
        """Return what an entry holds, which is read once a build."""
        kept = self._known.get(entry) or read_kept(entry)
        if kept:
            self._known[entry] = kept
        return kept

    def list_keys(self, unit: str) -> list[str]:
        """Return the keys of a unit's entries, the last one used first."""
        entries = sorted(self._iter_entries(unit), key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        return [entry.name for entry in entries]

    def store(
        self,
        unit: str,
        key: str,
        files: Iterable[tuple[KeptFile, Path]],
        lao: KeptLao | None = None,
        program: str = "",
        *,
        spent: Path | None = None,
    ) -> bool:
        """Keep a unit that was just built, and tell whether that could be written; if not, it is built again next time.

        Args:
            unit: The LAO's slug, or another name.
            key: What it depends on.
            files: The files, and where each lies now.
            lao: What the site needs of it.
            program: The key of program and settings that built it.
            spent: A folder that nobody needs any more: files are taken out of it.
        """
        temporary = self.folder / unit / f".{os.getpid()}.tmp"
        try:
            self._hide()
            shutil.rmtree(temporary, ignore_errors=True)
            kept = Kept(unit, key, tuple(_take(temporary, file, source, spent) for file, source in files), lao, program)
            temporary.mkdir(parents=True, exist_ok=True)
            (temporary / NAME).write_bytes(render_kept(kept))
            target = self.folder / unit / key
            shutil.rmtree(target, ignore_errors=True)  # damaged, or it would have been used
            temporary.rename(target)
        except OSError:
            shutil.rmtree(temporary, ignore_errors=True)
            return False
        return True

    def _hide(self) -> None:
        """Keep the folder out of git, whatever the site's own settings for git are."""
        note = self.folder / ".gitignore"
        if not note.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            note.write_text("*\n", encoding="ascii")

    def get_path(self, unit: str, key: str, file: KeptFile) -> Path:
        """Return where a file is kept."""
        return self.folder / unit / key / file.stored

    def measure(self) -> Sequence[tuple[str, int, int]]:
        """Return unit, number of entries and bytes of what is kept."""
        found: dict[str, list[int]] = {}
        for entry in self._iter_all():
            found.setdefault(entry.parent.name, []).append(read_size(entry))
        return [(unit, len(sizes), sum(sizes)) for unit, sizes in sorted(found.items())]

    def trim(self, limit: int | None = None) -> int:
        """Remove what was not used for longest until the rest keeps within the limit; return the bytes removed."""
        total = removed = 0
        for entry in sorted(self._iter_all(), key=lambda entry: entry.stat().st_mtime, reverse=True):
            size = read_size(entry)
            total += size
            if total > (self._limit if limit is None else limit):
                shutil.rmtree(entry, ignore_errors=True)
                removed += size
        for left in (*self.folder.glob("*/.*.tmp"), *self.folder.glob(f"{APART}*")):
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
        return removed

    def clear(self) -> int:
        """Remove everything that is kept, so that the next build makes all anew; return the bytes removed."""
        removed = self.trim(0)
        for name in (STATE, _MEMORY):
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)
        return removed

    def _iter_all(self) -> Iterator[Path]:
        return (entry for folder in sorted(self.folder.glob("*/")) for entry in self._iter_entries(folder.name))

    def _iter_entries(self, unit: str) -> Iterator[Path]:
        return (entry for entry in sorted((self.folder / unit).glob("[!.]*")) if (entry / NAME).is_file())


def link(source: Path, target: Path) -> None:
    """Put a kept file into the site: linked where the disk can, else copied.

    Raises:
        OSError: It cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        shutil.copy2(source, target)


def _take(entry: Path, file: KeptFile, source: Path, spent: Path | None) -> KeptFile:
    """Keep a file; where it can be linked it is the same one, which is noticed if anybody writes into it."""
    path = entry / file.stored
    if spent and spent in source.parents:
        path.parent.mkdir(parents=True, exist_ok=True)
        source.rename(path)
    else:
        link(source, path)
    info = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return replace(file, size=info.st_size, modified=info.st_mtime_ns, digest=digest)


def _is_whole(entry: Path, file: KeptFile, stamps: Stamps) -> bool:
    if any(name.startswith("/") or ".." in name.split("/") for name in (file.path, file.stored)):
        return False
    stamp = stamps.get(f"{entry}/{file.stored}")
    if stamp == (file.size, file.modified):
        return True
    if stamp is None or stamp[0] != file.size:
        return False
    try:
        return hashlib.sha256((entry / file.stored).read_bytes()).hexdigest() == file.digest
    except OSError:
        return False
