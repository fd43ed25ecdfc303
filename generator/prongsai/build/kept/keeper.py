"""Finds out which LAOs are as they were when they were last built, and keeps those that were built now."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from prongsai.build.kept.cache import Cache
from prongsai.build.kept.entry import Kept, KeptFile, KeptLao
from prongsai.build.kept.stamps import find_stamps
from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.record import NAME, Entry, Record, read_record
from prongsai.outputs.writer import Writer
from prongsai.problem import Problem

_LAO_DIGITS, _OTHERS_DIGITS = 24, 12
_CONTENT, _SITE = "content", "site"


class Keeper:
    """The kept LAOs, as one build with its program and settings sees them."""

    def __init__(
        self,
        cache: Cache,
        program: str,
        day: dt.date,
        plans: Path,
        content: Path,
        *,
        commits: Mapping[str, object] | None = None,
    ) -> None:
        """Look at nothing yet.

        Args:
            cache: Where LAOs are kept.
            program: The key of program and settings.
            day: The day that pages are told by, and tell.
            plans: The folder of plans.
            content: MkDocs' ``docs_dir``.
            commits: What is known of the last commit of each LAO, whose history its pages tell.
        """
        self._commits = commits or {}
        self.cache = cache
        self._program = program
        self._day = day
        self._plans = plans
        self._content = content
        self._beginnings: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._records: dict[str, Record | None] = {}

    def list_unknown(self, slugs: Iterable[str]) -> list[str]:
        """Return the LAOs that must be built, and can be kept then."""
        unknown = [slug for slug in slugs if self.recall(slug) is None]
        return [slug for slug in unknown if slug in self._beginnings]

    def look_again(self) -> None:
        """Look at all files anew, because time has passed."""
        self._beginnings.clear()
        self._records.clear()

    @property
    def keys(self) -> dict[str, str]:
        """What each LAO that was looked for depends on; the same where nothing of it changed between two builds."""
        return dict(self._keys)

    def recall(self, slug: str) -> LaoFacts | None:
        """Return what rules between LAOs look at, where the LAO's own files are known; None where it must be read."""
        if slug not in self._beginnings:
            try:
                files = self.cache.fingerprints.compute(self._plans / slug)
                placed = self._compute_placed(slug)
            except OSError:
                return None  # whoever reads it will tell
            if placed is None:
                return None
            inputs = f"{self._program} {self._day} {files} {placed} {self._commits.get(slug, '')}"
            self._beginnings[slug] = hashlib.sha256(inputs.encode()).hexdigest()[:_LAO_DIGITS]
        kept = self.cache.recall(slug, f"{self._beginnings[slug]}.")
        return kept.lao.facts if kept and kept.lao else None

    def list_entries(self, slugs: Iterable[str]) -> list[Path]:
        """Return where LAOs are kept as they are now; those that are not kept are left out."""
        found = ((slug, self.cache.recall(slug, f"{self._beginnings[slug]}.")) for slug in slugs if self.recall(slug))
        return [self.cache.folder / slug / kept.key for slug, kept in found if kept]

    def find(self, slug: str, among_others: Sequence[Problem]) -> Kept | None:
        """Return an LAO that nothing has changed of since it was built.

        Args:
            slug: The LAO; it was tried whether it is recalled.
            among_others: What is wrong between it and other LAOs.
        """
        if slug not in self._beginnings:
            return None
        others = hashlib.sha256(repr(among_others).encode()).hexdigest()[:_OTHERS_DIGITS]
        self._keys[slug] = f"{self._beginnings[slug]}.{others}"
        kept = self.cache.find(slug, self._keys[slug])
        return kept if kept and kept.lao else None

    def find_last_good(self, slug: str) -> Kept | None:
        """Return an LAO as it was when its records were last right; None where this program never built it."""
        kept = self.find_former(slug)
        if kept:
            self._keys[slug] = kept.key
        return kept

    def find_former(self, slug: str) -> Kept | None:
        """Return an LAO as it was when this program last built or used it; None where it never did."""
        found = (self.cache.find(slug, key) for key in self.cache.list_keys(slug))
        return next((kept for kept in found if kept and kept.lao and kept.program == self._program), None)

    def is_in_place(self, slug: str, outputs: Mapping[str, Mapping[str, Entry]]) -> bool:
        """Tell whether the files in ``content/`` are as they were kept, by their sizes and times."""
        record, folder = self._read_record(slug), self._content / slug
        self._records.pop(slug, None)  # many LAOs' would stand in memory, and this was asked last
        if not record or not record.is_whole or record.outputs != outputs or folder.is_symlink():
            return False
        try:
            stamps = find_stamps(folder)
        except OSError:
            return False
        entries = ((path, entry) for paths in outputs.values() for path, entry in paths.items())
        root = self._content.absolute()
        return all(stamps.get(f"{root}/{path}") == (entry.size, entry.modified) for path, entry in entries)

    def restore(self, slug: str, outputs: Mapping[str, Mapping[str, Entry]], writer: Writer) -> None:
        """Bring the files in ``content/`` to the state in which they were kept.

        Raises:
            HandWrittenPageError: Something that a person placed stands in the way.
            OutputError: A file cannot be written.
        """
        for output, entries in outputs.items():
            writer.write(output, [self._make_artifact(slug, path, entry) for path, entry in entries.items()])
        for output in set(writer.get_record()) - set(outputs):
            writer.write(output, [])
        writer.settle()

    def _make_artifact(self, slug: str, path: str, entry: Entry) -> Artifact:
        source = self.cache.get_path(slug, self._keys[slug], KeptFile("", f"{_CONTENT}/{path}"))
        return Artifact(path, entry.key, source.read_bytes, count_pages=lambda _: entry.pages)

    def keep(
        self, lao: KeptLao, site: Path, built: Mapping[str, KeptFile], copied: Collection[str], *, is_spent: bool
    ) -> None:
        """Keep an LAO that was just built.

        Args:
            lao: What the site needs of it.
            site: The built site.
            built: The built pages, by their path in the site.
            copied: The files that the site has as they stand in ``content/``, by their path there.
            is_spent: The site was built for being kept only.
        """
        slug = lao.summary.slug
        if slug in self._keys:
            written = {path for entries in lao.outputs.values() for path in entries}
            files = self._list_files(slug, written, site, built, copied)
            self.cache.store(slug, self._keys[slug], files, lao, self._program, spent=site if is_spent else None)

    def _list_files(
        self, slug: str, written: set[str], site: Path, built: Mapping[str, KeptFile], copied: Collection[str]
    ) -> Iterator[tuple[KeptFile, Path]]:
        """Yield every file; one that MkDocs only copies is kept once, as it stands in ``content/``."""
        for path in sorted(written):
            yield KeptFile(path if path in copied else "", f"{_CONTENT}/{path}", path), self._content / path
        files = (file.relative_to(site).as_posix() for file in sorted((site / slug).rglob("*")) if file.is_file())
        for path in files:
            if path not in written:
                yield built.get(path, KeptFile(path, f"{_SITE}/{path}")), site / path

    def find_source(self, slug: str, file: KeptFile) -> Path:
        """Return where a file of an LAO that nothing changed of is kept."""
        return self.cache.get_path(slug, self._keys[slug], file)

    def _read_record(self, slug: str) -> Record | None:
        if slug not in self._records:
            self._records[slug] = read_record(self._content, slug)
        return self._records[slug]

    def _compute_placed(self, slug: str) -> str | None:
        """Return the key of what a person placed beside the LAO's pages; None where that is a page.

        What MkDocs has to say of a hand-written page it says only when it builds it.
        """
        record = self._read_record(slug)
        ours = set(_list_paths(record.outputs)) if record else set()
        ours |= set(_list_folders(ours))
        placed: list[str] = []

        def is_placed(path: str) -> bool:
            name = f"{slug}/{path}"
            if name in ours or path == NAME:
                return False
            placed.append(path)
            return True

        key = self.cache.fingerprints.compute(self._content / slug, is_placed)
        return None if any(path.endswith(".md") for path in placed) else key


def _list_folders(paths: Iterable[str]) -> Iterator[str]:
    """Yield the folders that files are in, one for several where it is."""
    folders = {path.rpartition("/")[0] for path in paths}
    while folders:
        yield from folders
        folders = {folder.rpartition("/")[0] for folder in folders} - {""}


def _list_paths(outputs: Mapping[str, Iterable[str]]) -> Iterator[str]:
    return (path for paths in outputs.values() for path in paths)
