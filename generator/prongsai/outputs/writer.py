"""The one writer: only what changed, each file whole or not at all, and nothing stale left of the same output."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from prongsai.exceptions import HandWrittenPageError, OutputError
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.pages.page import GENERATED_BY, GENERATED_KEY
from prongsai.outputs.record import NAME, Entry, Record, read_record, render_record
from prongsai.thai.system_errors import describe_os_error

_CHUNK = 1 << 20  # bytes
_MARK = f'---\n{GENERATED_KEY}: "{GENERATED_BY}"\n'.encode()

Follow = Callable[[Sequence[Artifact]], AbstractContextManager[Iterable[Artifact]]]


class Written(Struct):
    """What a run changed in the content folder, as paths relative to it."""

    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def __iadd__(self, other: Written) -> Self:
        """Add what another run changed."""
        self.changed += other.changed
        self.removed += other.removed
        return self


class Writer:
    """Writes the outputs of one unit: of an LAO into its folder in ``content/``, or of the site beside them.

    Use it as a context: the record of what was written is saved when it ends, whatever happens.
    """

    def __init__(self, content: Path, unit: str = "") -> None:
        """Read the record.

        Args:
            content: MkDocs' ``docs_dir``.
            unit: The LAO's slug; empty for what belongs to the site.

        Raises:
            OutputError: The unit's folder cannot be read, or is a link.
        """
        self.content = content
        self.folder = content / unit
        self.written = Written()
        self._real_folders: set[PurePosixPath] = set()
        try:
            self._refuse_links([f"{unit}/{NAME}"] if unit else [])
            known = read_record(content, unit)
            self._record = known.outputs if known else {}
            # Without a record, pages with our mark tell that it was lost; then files may be ours and are written anew.
            self._may_adopt = not known.is_whole if known else self._has_own_pages()
            self._orphans = frozenset(self._list_beside_pages()) if self._may_adopt else frozenset()
        except OSError as error:
            raise self._explain(error) from None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, _: object, failure: BaseException | None, __: object) -> None:
        """Save the record."""
        try:
            self._save()
        except OSError as error:
            if failure is None:  # else that is told, which was first
                raise self._explain(error) from None

    def write(
        self, output: str, artifacts: Iterable[Artifact], *, follow: Follow = nullcontext, prunes: bool = True
    ) -> None:
        """Bring one output up to date: write what changed, remove what it wrote before and no longer wants.

        Args:
            output: Its name.
            artifacts: Every file that it wants.
            follow: Shows how far the work is: a context that hands on the files that have to be made.
            prunes: The artifacts are all that the output wants, so that others are removed.

        Raises:
            HandWrittenPageError: Something that a person placed stands where a file belongs; nothing was written.
            OutputError: A file cannot be written; every file is either old or new.
        """
        try:
            wanted = {artifact.path: artifact for artifact in artifacts}
            old = self._record.get(output, {})
            self._refuse_links({*wanted, *old})
            stale = [artifact for artifact in wanted.values() if not self._is_current(artifact, old)]
            for artifact in stale:
                if not (self._lies_there(artifact) and not artifact.path.endswith(".md")):
                    self.check(output, artifact.path)
            # Told before it is done: what a killed run wrote is known as ours by the next one.
            self._record[output] = {**old, **{a.path: replace(old.get(a.path, Entry()), key="") for a in stale}}
            if stale:
                self._save()
            with follow(stale) as followed:
                for artifact in followed:
                    self._record[output][artifact.path] = self._make(artifact)
            if prunes:
                self._remove(output, [path for path in self._record[output] if path not in wanted])
        except OSError as error:
            raise self._explain(error) from None

    def _lies_there(self, artifact: Artifact) -> bool:
        """Tell whether an unknown file has the very bytes that are wanted: another run of ours made it."""
        target = self.content / artifact.path
        is_known = any(artifact.path in entries for entries in self._record.values())
        return not is_known and target.is_file() and _holds(target, artifact.make())

    def check(self, output: str, path: str) -> None:
        """Make sure that an output may write a file.

        Raises:
            HandWrittenPageError: A person placed something there.
            OutputError: The place cannot be looked at.
        """
        try:
            self._check_place(path, is_known=path in self._record.get(output, {}))
        except OSError as error:
            raise self._explain(error) from None

    def is_free(self, output: str, path: str) -> bool:
        """Tell whether an output may write a file without writing over what a person placed."""
        try:
            self.check(output, path)
        except HandWrittenPageError:
            return False
        return True

    def prune(self, output: str, artifacts: Iterable[Artifact]) -> None:
        """Remove what an output wrote before and no longer wants, and make nothing."""
        try:
            wanted = {artifact.path for artifact in artifacts}
            self._refuse_links(self._record.get(output, {}))
            if self._may_adopt:  # what is there shall be known as ours when it is made again
                found = {path: Entry() for path in wanted if (self.content / path).is_file()}
                self._record[output] = {**found, **self._record.get(output, {})}
            self._remove(output, [path for path in self._record.get(output, {}) if path not in wanted])
        except OSError as error:
            raise self._explain(error) from None

    def settle(self) -> None:
        """End a run that brought every output up to date.

        Where the record was lost, all that was wanted is known again now. Pages with our mark that no output wants are
        removed, and with them what bears the name of a page of ours: its PDF, Word file or table.
        """
        if not self._may_adopt:
            return
        wanted = {path for entries in self._record.values() for path in entries}
        try:
            own = {page.relative_to(self.content).as_posix() for page in self._iter_own_pages()}
            for path in sorted((own | self._orphans) - wanted):
                if (self.content / path).is_file():
                    self._unlink(path)
        except OSError as error:
            raise self._explain(error) from None
        self._may_adopt = False

    def remove_all(self) -> None:
        """Remove everything that was written for the unit, and the pages with our mark where the record is lost."""
        try:
            self._refuse_links(path for entries in self._record.values() for path in entries)
            for output in list(self._record):
                self._remove(output, list(self._record[output]))
            own = {page.relative_to(self.content).as_posix() for page in self._iter_own_pages()}
            for path in sorted(own | self._orphans):
                if (self.content / path).is_file():
                    self._unlink(path)
        except OSError as error:
            raise self._explain(error) from None

    def get_record(self) -> dict[str, dict[str, Entry]]:
        """Return what was written for the unit: output → path in ``content/`` → entry."""
        return {output: dict(entries) for output, entries in self._record.items() if entries}

    def may_have(self, *outputs: str) -> bool:
        """Tell whether files of these outputs may be there."""
        return self._may_adopt or any(self._record.get(output) for output in outputs)

    def find_current(self, output: str, artifacts: Iterable[Artifact]) -> Iterator[tuple[Artifact, Entry]]:
        """Yield the files of an output that are there and up to date."""
        entries = self._record.get(output, {})
        for artifact in artifacts:
            if self._is_current(artifact, entries):
                yield artifact, entries[artifact.path]

    def _is_current(self, artifact: Artifact, entries: dict[str, Entry]) -> bool:
        entry = entries.get(artifact.path)
        if entry is None or entry.key != artifact.key:
            return False
        target = self.content / artifact.path
        try:
            info = target.stat()
            if info.st_size != entry.size:
                return False
            if info.st_mtime_ns == entry.modified:
                return True
            is_same = _hash(target) == entry.digest
        except (FileNotFoundError, IsADirectoryError):
            return False
        if is_same:
            entries[artifact.path] = Entry(entry.key, entry.digest, entry.size, info.st_mtime_ns, entry.pages)
        return is_same

    def _make(self, artifact: Artifact) -> Entry:
        made, digest = artifact.make(), hashlib.sha256()
        target = self.content / artifact.path
        if isinstance(made, bytes):
            digest.update(made)
        if write_whole(target, made if isinstance(made, bytes) else _note(made, digest.update)):
            self.written.changed.append(artifact.path)
        pages = artifact.count_pages(made) if artifact.count_pages and isinstance(made, bytes) else 0
        info = target.stat()
        return Entry(artifact.key, digest.hexdigest(), info.st_size, info.st_mtime_ns, pages)

    def _refuse_links(self, paths: Iterable[str]) -> None:
        """Refuse folders that lead elsewhere: what is written or removed there would not be ours.

        ``content/`` itself may stand anywhere.
        """
        for folder in sorted({parent for path in paths for parent in PurePosixPath(path).parents} - self._real_folders):
            if (self.content / folder).is_symlink() and folder != PurePosixPath():
                name = f"{self.content.name}/{folder}"
                raise OutputError(f"{name} เป็นลิงก์ไปยังที่อื่น จึงไม่เขียนหรือลบไฟล์ในนั้น ลบลิงก์ {name} แล้วสั่งใหม่")
            self._real_folders.add(folder)

    def _check_place(self, path: str, *, is_known: bool) -> None:
        """Refuse to write over what a person placed."""
        target = self.content / path
        if path.endswith(".md"):
            # ``x.md`` and ``x/index.md`` have one address; MkDocs would drop one of them without a word.
            stem = path.removesuffix(".md").removesuffix("/index")
            twin = f"{stem}.md" if path.endswith("/index.md") else f"{stem}/index.md"
            if (self.content / twin).is_file() and not is_generated(self.content / twin):
                raise HandWrittenPageError(f"หน้า {self.content.name}/{twin} มีที่อยู่ซ้ำกับ {path} ย้ายหรือเปลี่ยนชื่อหน้านั้นก่อน")
            is_own = not target.exists() or is_generated(target)
        else:
            is_own = is_known or self._may_adopt or not target.exists()
        if not is_own:
            what = "หน้าที่เขียน" if path.endswith(".md") else "ไฟล์ที่วาง"
            raise HandWrittenPageError(f"มี{what}ด้วยมืออยู่แล้วที่ {self.content.name}/{path} จึงไม่เขียนทับ ย้ายหรือเปลี่ยนชื่อก่อน")

    def _remove(self, output: str, paths: Iterable[str]) -> None:
        taken: dict[str, frozenset[str]] = {}
        for path in paths:
            unit = path.rpartition("/")[0].partition("/")[0]
            if self.folder == self.content and unit not in taken:
                taken[unit] = self._list_written(unit)
            if path not in taken.get(unit, ()) and self._is_ours(path, self._record[output][path]):
                self._unlink(path)
            del self._record[output][path]

    def _list_written(self, unit: str) -> frozenset[str]:
        """Return what was written for an LAO: it may have taken anew the name at which the site had pages that lead on."""
        record = read_record(self.content, unit) if unit else None
        return frozenset(path for entries in record.outputs.values() for path in entries) if record else frozenset()

    def _is_ours(self, path: str, entry: Entry) -> bool:
        """Tell whether a file is still the one that was written; a page is told by its mark, which a person takes off."""
        target = self.content / path
        if path.endswith(".md"):
            return is_generated(target)
        if not target.is_file():
            return False
        if not (entry.key and entry.digest):  # it was being written when the run was killed
            return True
        return _hash(target) == entry.digest

    def _unlink(self, path: str) -> None:
        target = self.content / path
        target.unlink()
        self.written.removed.append(path)
        for folder in target.relative_to(self.content).parents:
            if folder == Path() or not (self.content / folder).is_dir() or any((self.content / folder).iterdir()):
                break
            (self.content / folder).rmdir()

    def _save(self) -> None:
        outputs = {output: entries for output, entries in self._record.items() if entries}
        target = self.folder / NAME
        if not outputs:
            target.unlink(missing_ok=True)
            if self.folder != self.content and self.folder.is_dir() and not any(self.folder.iterdir()):
                self.folder.rmdir()
            return
        write_whole(target, render_record(Record(outputs, is_whole=not self._may_adopt)))

    def _has_own_pages(self) -> bool:
        return any(True for _ in self._iter_own_pages())

    def _iter_own_pages(self) -> Iterator[Path]:
        pages = self.folder.glob("*.md") if self.folder == self.content else self.folder.rglob("*.md")
        return (page for page in sorted(pages) if is_generated(page))

    def _list_beside_pages(self) -> Iterator[str]:
        """Yield the files that bear the name of a page of ours: x.pdf beside x.md, x/x.pdf beside x/index.md."""
        for page in self._iter_own_pages():
            stem = page.parent / page.parent.name if page.name == "index.md" else page.with_suffix("")
            for suffix in (".pdf", ".docx", ".csv"):
                file = stem.with_name(f"{stem.name}{suffix}")
                if file.is_file():
                    yield file.relative_to(self.content).as_posix()

    def _explain(self, error: OSError) -> OutputError:
        place = self.content.name
        if error.filename:
            path = Path(os.fsdecode(error.filename))
            above = self.content.parent
            place = path.relative_to(above).as_posix() if path.is_relative_to(above) else str(path)
        return OutputError(f"เขียน {place} ไม่ได้: {describe_os_error(error)}")


def list_units(content: Path) -> list[str]:
    """Return the folders in ``content/`` that were written for an LAO: by their record, or by their front page.

    Raises:
        OutputError: The folder cannot be listed.
    """
    try:
        if not content.is_dir():
            return []
        folders = sorted(entry for entry in content.iterdir() if entry.is_dir() and not entry.name.startswith("."))
        return [folder.name for folder in folders if (folder / NAME).exists() or _is_lao_front(folder / "index.md")]
    except OSError as error:
        raise OutputError(f"อ่านโฟลเดอร์ {content.name}/ ไม่ได้: {describe_os_error(error)}") from None


def _is_lao_front(page: Path) -> bool:
    """Tell whether a page is the front page that was written for the LAO of its folder's name."""
    if not is_generated(page):
        return False
    front_matter = page.read_text(encoding="utf-8", errors="replace").partition("\n---\n")[0]
    return f'\nlao: "{page.parent.name}"' in front_matter


def is_generated(path: Path) -> bool:
    """Tell whether a page was written by this tool."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _note(parts: Iterable[bytes], note: Callable[[bytes], None]) -> Iterator[bytes]:
    for part in parts:
        note(part)
        yield part


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(partial(file.read, _CHUNK), b"")


def _holds(path: Path, data: bytes | Iterable[bytes]) -> bool:
    """Tell whether a file has these bytes."""
    try:
        with path.open("rb") as file:
            parts = [data] if isinstance(data, bytes) else data
            return all(file.read(len(part)) == part for part in parts) and not file.read(1)
    except FileNotFoundError:
        return False


def write_whole(target: Path, data: bytes | Iterable[bytes]) -> bool:
    """Write a file beside its place, then put it there in one step, so that there is never half a file.

    Args:
        target: Its place; a file that is there and has the same bytes is left as it is.
        data: Its bytes, or parts of them.

    Returns:
        Whether the file was written.
    """
    if isinstance(data, bytes) and _holds(target, data):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        is_new = not (target.is_file() and _holds(target, _read(temporary)))
        if is_new:
            temporary.replace(target)
        else:
            temporary.unlink()
    except BaseException as error:
        if isinstance(error, OSError):
            error.filename = str(target)  # what it was for; the file beside it is nobody's
        _remove(temporary)
        raise
    return is_new


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # where a file cannot be written there is none to be removed
