"""What MkDocs is told of units that were built before, and what is kept of those that it builds now."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.structure.files import File, Files, InclusionLevel

from prongsai.build.kept.cache import Cache, link
from prongsai.build.kept.entry import Kept, KeptFile, KeptLao
from prongsai.build.kept.keeper import Keeper
from prongsai.build.kept.program import compute_program_key, is_known_program, needs_all_pages
from prongsai.build.kept.standing import Standing
from prongsai.finish.search_data import SEARCH_DATA
from prongsai.finish.sitemap import find_sitemap_address
from prongsai.outputs.package_pages import is_package_page
from prongsai.outputs.writer import write_whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_PACKAGE = "_package"  # no LAO's folder may be called so


class BuiltFile(File):
    """A file of the site that is there already: it can be linked to, and needs only copying."""

    def __init__(self, page: str, path: str, source: Path | None, site: str) -> None:
        """Take what was kept.

        Args:
            page: The file in ``content/`` that it was built from.
            path: Where it stands, relative to the site.
            source: Where it is kept; None where another process builds it.
            site: The folder of the site.
        """
        super().__init__(page, None, site, True, dest_uri=path, inclusion=InclusionLevel.INCLUDED)
        self._source = source

    def is_documentation_page(self) -> bool:
        """Tell MkDocs to render nothing."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - MkDocs' signature
        """Put it into the site."""
        if self._source:
            link(self._source, Path(self.abs_dest_path))


class KnownFiles(Files):
    """The files that MkDocs has to deal with, and those of LAOs that need nothing but can be linked to."""

    def __init__(self, files: Iterable[File], others: Callable[[str], File | None]) -> None:
        """Take the files.

        Args:
            files: Those that MkDocs has to deal with.
            others: Finds one of the others by its path in ``content/``.
        """
        super().__init__(files)
        self._others = others

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file by its path in ``content/``."""
        return super().get_file_from_path(path) or self._others(PurePosixPath(path).as_posix())


class BuiltBefore:
    """The units of a site that need not be built; without a cache there are none."""

    def __init__(
        self,
        config: MkDocsConfig,
        cache: Path | None,
        plans: Path,
        commits: Mapping[str, object],
        day: dt.date,
        *mode: object,
    ) -> None:
        """Find out what the build depends on.

        Args:
            config: The completed settings, before data of the LAOs are put into them.
            cache: The folder of the cache; None where nothing shall be kept.
            plans: The folder of plans.
            commits: What is known of the last commit of each LAO.
            day: The day that pages are told by.
            mode: What else the build depends on.
        """
        self.keeper: Keeper | None = None
        self.laos: Mapping[str, Kept] = {}
        self._fresh: tuple[KeptLao, ...] = ()
        self._content = Path(config.docs_dir)
        self._pages: dict[str, KeptFile] = {}
        self._files: Files = Files(())
        self._sources: dict[str, str] = {}
        self._same: dict[str, tuple[Kept, list[KeptFile]]] = {}
        self._package_key = ""
        self._is_whole = True
        self._package: Kept | None = None
        self._standing: Standing | None = None
        self.templates: Templates | None = None
        if cache and is_known_program(config):
            self.templates = Templates(cache / "templates")
            if needs_all_pages(config):
                return
            store = Cache(cache)
            with suppress(OSError):  # a link in the theme leads to a folder that nobody knows the end of
                self._program = compute_program_key(config, store.fingerprints, *mode)
                self.keeper = Keeper(store, self._program, day, plans, self._content, commits=commits)

    def take(self, kept: Mapping[str, Kept], laos: Iterable[KeptLao]) -> None:
        """Note which LAOs nothing changed of, and all that were written."""
        self.laos = kept
        self._fresh = tuple(lao for lao in laos if lao.summary.slug not in kept)

    def set_aside(self, site: Path) -> None:
        """Save the folders of LAOs that are right as they stand from MkDocs, which is about to empty the site's."""
        self._standing = Standing(site)
        for slug, kept in self.laos.items():
            self._standing.set_aside(slug, kept.files)

    def hand_on(self, all_files: Files, config: MkDocsConfig) -> Files:
        """Return the files with which MkDocs copies what was built before, instead of building it."""
        if not self.keeper:
            return all_files
        there = self._standing.put_back() if self._standing else frozenset()
        files = KnownFiles((f for f in all_files if f.src_uri.partition("/")[0] not in self.laos), self._find_known)
        for slug in self.laos.keys() - there:
            for built in self.laos[slug].files:
                if built.path:
                    source = self.keeper.find_source(slug, built)
                    files.append(BuiltFile(built.page or built.path, built.path, source, config.site_dir))
        self._take_same(files, config)
        pages = [file for file in files.documentation_pages() if is_package_page(self._content, file.src_uri)]
        texts = b"\0".join(file.src_uri.encode() + b"\0" + file.content_bytes for file in pages)
        nav = repr(config.nav).encode()
        self._package_key = hashlib.sha256(self._program.encode() + nav + b"\0" + texts).hexdigest()[:24]
        self._package = self.keeper.cache.find(_PACKAGE, self._package_key)
        for built in self._package.files if self._package else ():
            if old := files.get_file_from_path(built.page):
                files.remove(old)
                source = self.keeper.cache.get_path(_PACKAGE, self._package_key, built)
                files.append(BuiltFile(built.page, built.path, source, config.site_dir))
        self._files = files
        return files

    def _find_known(self, page: str) -> File | None:
        """Return a file of an LAO that nothing changed of."""
        kept = self.laos.get(page.partition("/")[0])
        found = (file for file in (kept.files if kept else ()) if file.path and page == (file.page or file.path))
        return next((BuiltFile(page, file.path, None, "") for file in found), None)

    def leave_out(self, scope: Collection[str], laos: Collection[str], files: Files, config: MkDocsConfig) -> None:
        """Let MkDocs build the pages of some LAOs only; the site's own are there to be linked to.

        Args:
            scope: The LAOs to build.
            laos: All LAOs.
            files: All files.
            config: The settings.
        """
        config.theme.static_templates.clear()
        self._files = files
        self._take_same(files, config)
        for file in [file for file in files if file.src_uri.partition("/")[0] not in scope]:
            files.remove(file)
            if file.is_documentation_page() and file.src_uri.partition("/")[0] not in laos:
                files.append(BuiltFile(file.src_uri, file.dest_uri, None, config.site_dir))
        for path in (path for entry in config.nav or () if isinstance(entry, dict) for path in entry.values()):
            if isinstance(path, str) and not files.get_file_from_path(path):  # it is not written yet
                files.append(BuiltFile(path, File(path, None, "", True).dest_uri, None, config.site_dir))
        written = {path for lao in self._fresh for entries in lao.outputs.values() for path in entries}
        for path in written.intersection(self._list_copied()):  # they are kept as they stand: nobody needs a copy
            files.remove(files.src_uris[path])
            files.append(BuiltFile(path, path, None, config.site_dir))
        self._is_whole = False

    def _take_same(self, files: Files, config: MkDocsConfig) -> None:
        """Take the pages of changed LAOs that did not change from how the LAO was last kept."""
        if not self.keeper:
            return
        keys = self.keeper.keys  # an LAO with a person's page has none: MkDocs has to see all its pages
        laos = {lao.summary.slug: lao.summary.names for lao in self._fresh if lao.summary.slug in keys}
        pages: dict[str, list[File]] = {slug: [] for slug in laos}
        for file in files.documentation_pages():
            pages.get(file.src_uri.partition("/")[0], []).append(file)
        for slug, names in laos.items():
            shown = repr((config.extra["laos"][slug], names)).encode()
            self._sources |= {
                page.src_uri: hashlib.sha256(shown + page.content_bytes).hexdigest() for page in pages[slug]
            }
            former = self.keeper.find_former(slug)
            if former is None:
                continue
            same = [kept for kept in former.files if kept.source and self._sources.get(kept.page) == kept.source]
            self._same[slug] = former, same
            for kept in same:
                self._pages[kept.path] = kept
                files.remove(files.src_uris[kept.page])
                source = self.keeper.cache.get_path(slug, former.key, kept)
                files.append(BuiltFile(kept.page, kept.path, source, config.site_dir))

    def read_searches(self) -> Iterator[tuple[str, bytes, frozenset[str]]]:
        """Yield of each LAO with pages that are not built now: its former search data, and the pages' addresses there."""
        for slug, (former, same) in self._same.items():
            data = next((file for file in former.files if file.path == f"{slug}/{SEARCH_DATA}"), None)
            if self.keeper and data:
                addresses = (file.path.removeprefix(f"{slug}/").removesuffix("index.html") for file in same)
                yield slug, self.keeper.cache.get_path(slug, former.key, data).read_bytes(), frozenset(addresses)

    def note(self, page: Page) -> None:
        """Note a page that is built now."""
        path, source = page.file.dest_uri, page.file.src_uri
        key = self._sources.get(source, "")
        self._pages[path] = KeptFile(path, f"site/{path}", source, find_sitemap_address(page), key)

    def list_sitemap(self) -> Iterator[str]:
        """Yield the addresses in the sitemap of pages that were built before."""
        entries = [*self.laos.values(), *([self._package] if self._package else [])]
        files = chain((file for kept in entries for file in kept.files), *(same for _, same in self._same.values()))
        return (file.sitemap for file in files if file.sitemap)

    def _list_copied(self) -> list[str]:
        """Return the files that the site has as they stand in ``content/``."""
        files = [file for file in self._files if file.src_uri == file.dest_uri]
        return [file.src_uri for file in files if file.inclusion.is_included()]  # type: ignore[no-untyped-call]

    def keep(self, site: Path) -> None:
        """Keep what was built now, and let go of what was not used for long."""
        if not self.keeper:
            return
        copied = frozenset(self._list_copied())
        self._files = Files(())  # they hold every page
        for lao in self._fresh:
            self.keeper.keep(lao, site, self._pages, copied, is_spent=not self._is_whole)
        if self._is_whole and not self._package:
            ours = [page for page in self._pages.values() if is_package_page(self._content, page.page)]
            self.keeper.cache.store(_PACKAGE, self._package_key, [(page, site / page.path) for page in ours])
        if self._is_whole:
            self.keeper.cache.fingerprints.save()
            self.keeper.cache.trim()


class Templates(BytecodeCache):
    """Where Jinja keeps compiled templates, which it takes only where their text is the same; it may be closed or full."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template, unless it was damaged: Python would run whatever it finds."""
        with suppress(OSError):
            check, _, code = (self._folder / bucket.key).read_bytes().partition(b"\n")
            if check == _sum(code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template where that can be done."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_whole(self._folder / bucket.key, _sum(code) + b"\n" + code)


def _sum(code: bytes) -> bytes:
    return hashlib.sha256(code).hexdigest().encode()
