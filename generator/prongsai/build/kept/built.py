"""What MkDocs is told of units that were built before, and what is kept of those that it builds now."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from mkdocs.structure.files import File, InclusionLevel

from prongsai.build.kept.cache import Cache, link
from prongsai.build.kept.entry import Kept, KeptFile, KeptLao
from prongsai.build.kept.keeper import Keeper
from prongsai.build.kept.program import compute_program_key, is_known_program
from prongsai.finish.sitemap import find_sitemap_address
from prongsai.outputs.package_pages import is_package_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
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


class BuiltBefore:
    """The units of a site that need not be built; without a cache there are none."""

    def __init__(
        self, config: MkDocsConfig, cache: Path | None, plans: Path, commits: Mapping[str, object], *mode: object
    ) -> None:
        """Find out what the build depends on.

        Args:
            config: The completed settings, before data of the LAOs are put into them.
            cache: The folder of the cache; None where nothing shall be kept.
            plans: The folder of plans.
            commits: What is known of the last commit of each LAO.
            mode: What else the build depends on.
        """
        self.keeper: Keeper | None = None
        self.laos: Mapping[str, Kept] = {}
        self._fresh: tuple[KeptLao, ...] = ()
        self._content = Path(config.docs_dir)
        self._pages: dict[str, KeptFile] = {}
        self._package_key = ""
        self._is_whole = True
        self._package: Kept | None = None
        self.templates: Templates | None = None
        if cache and is_known_program(config):
            self.templates = Templates(cache / "templates")
            store = Cache(cache)
            self._program = compute_program_key(config, store.fingerprints, *mode)
            self.keeper = Keeper(store, self._program, plans, self._content, commits)

    def take(self, kept: Mapping[str, Kept], laos: Iterable[KeptLao]) -> None:
        """Note which LAOs nothing changed of, and all that were written."""
        self.laos = kept
        self._fresh = tuple(lao for lao in laos if lao.summary.slug not in kept)

    def hand_on(self, files: Files, config: MkDocsConfig) -> None:
        """Let MkDocs copy what was built before, instead of building it."""
        if not self.keeper:
            return
        for file in [file for file in files if file.src_uri.partition("/")[0] in self.laos]:
            files.remove(file)
        for slug, kept in self.laos.items():
            for built in kept.files:
                if built.path:
                    source = self.keeper.find_source(slug, built)
                    files.append(BuiltFile(built.page or built.path, built.path, source, config.site_dir))
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

    def leave_out(self, scope: Collection[str], laos: Collection[str], files: Files, config: MkDocsConfig) -> None:
        """Let MkDocs build the pages of some LAOs only; the site's own are there to be linked to.

        Args:
            scope: The LAOs to build.
            laos: All LAOs.
            files: All files.
            config: The settings.
        """
        config.theme.static_templates.clear()
        for file in [file for file in files if file.src_uri.partition("/")[0] not in scope]:
            files.remove(file)
            if file.is_documentation_page() and file.src_uri.partition("/")[0] not in laos:
                files.append(BuiltFile(file.src_uri, file.dest_uri, None, config.site_dir))
        for path in (path for entry in config.nav or () if isinstance(entry, dict) for path in entry.values()):
            if isinstance(path, str) and not files.get_file_from_path(path):  # it is not written yet
                files.append(BuiltFile(path, File(path, None, "", True).dest_uri, None, config.site_dir))
        self._is_whole = False

    def note(self, page: Page) -> None:
        """Note a page that is built now."""
        path = page.file.dest_uri
        self._pages[path] = KeptFile(path, f"site/{path}", page.file.src_uri, find_sitemap_address(page))

    def list_sitemap(self) -> Iterator[str]:
        """Yield the addresses in the sitemap of pages that were built before."""
        entries = [*self.laos.values(), *([self._package] if self._package else [])]
        return (file.sitemap for kept in entries for file in kept.files if file.sitemap)

    def keep(self, site: Path) -> None:
        """Keep what was built now, and let go of what was not used for long."""
        if not self.keeper:
            return
        for lao in self._fresh:
            self.keeper.keep(lao, site, self._pages)
        if self._is_whole and not self._package:
            ours = [page for page in self._pages.values() if is_package_page(self._content, page.page)]
            self.keeper.cache.store(_PACKAGE, self._package_key, [(page, site / page.path) for page in ours])
        if self._is_whole:
            self.keeper.cache.fingerprints.save()
            self.keeper.cache.trim()


class Templates(FileSystemBytecodeCache):
    """Where Jinja keeps compiled templates, which it reads only where their text is the same; it may be closed or full."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where it can be made."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template where that can be done."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template where that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
