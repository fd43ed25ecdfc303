"""What the preview watches, and how often it looks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, ConfigurationError
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot

from prongsai.outputs.record import NAME
from prongsai.outputs.writer import is_generated
from prongsai.places import THEME
from prongsai.settings.own_theme import find_own_theme

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_SHORTEST, _LONGEST = 0.1, 0.5  # seconds between two looks; MkDocs' own are half a second apart
_REST = 20  # times as long as a look takes
_SETTLE = 0.05  # seconds without another change; what was saved together is mostly seen in one look


def watch(server: LiveReloadServer, config: MkDocsConfig, plans: Path) -> None:
    """Watch plans, theme, settings and hand-written pages; not the generated ones, or each save would build twice.

    Files are looked at, because not every disk tells of changes, and more often where that is soon done.

    Args:
        server: MkDocs' server, before it begins to watch.
        config: The completed settings.
        plans: The folder of plans.
    """
    content = Path(config.docs_dir)
    folders = [folder for folder in (plans, find_own_theme(config), THEME) if folder]
    server.unwatch(str(content))
    watched = [content, *folders, *_list_among_generated(content)]
    for asked in (config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):  # themes are watched only where --watch-theme asks for it
            server.unwatch(asked)
            watched.append(Path(asked))
    server.builder = partial(_build, server.builder)
    server.build_delay = _SETTLE
    emitter = partial(_PatientEmitter, content=str(content.absolute()))
    server.observer = BaseObserver(emitter, timeout=_choose_pause(folders))  # type: ignore[arg-type, assignment]
    for path in watched:
        server.watch(str(path))


class _PatientEmitter(PollingEmitter):
    """Goes on where the folder that it watches is gone for a while, as one is that is renamed and named back.

    Watchdog's own ends then, and nothing that is saved later is noticed. In ``content/`` it sees a person's pages only.
    """

    def __init__(self, *args: Any, content: str, **options: Any) -> None:
        """Take what watchdog gives its own, and MkDocs' ``docs_dir``."""
        super().__init__(*args, **options, stat=self._stat, listdir=self._list)
        self._content = content
        self._last: os.stat_result | None = None

    def _stat(self, path: str) -> os.stat_result:
        """Return how a file stands, and how the folder last stood while it is gone."""
        if path != self.watch.path:
            return os.stat(path)  # noqa: PTH116 - what watchdog asks for
        try:
            self._last = os.stat(path)  # noqa: PTH116
        except FileNotFoundError:
            if self._last is None:
                raise
        return self._last

    def _list(self, folder: str | None) -> Iterator[os.DirEntry[str]]:
        entries = os.scandir(folder)
        return filter(_is_hand_written, entries) if folder == self._content else entries


def _build(build: Callable[[], None]) -> None:
    """Build again; MkDocs itself would show a traceback of settings that it cannot read.

    Raises:
        Abort: The settings cannot be read, or the build was stopped.
    """
    try:
        build()
    except SystemExit as ended:
        if ended.code:
            raise
        # Else nothing has changed, which ends a build, but not a preview.
    except ConfigurationError as error:
        raise Abort(f"อ่าน mkdocs.yml ไม่ได้: {error}\nวิธีแก้: แก้ไฟล์แล้วบันทึกใหม่") from None


def _choose_pause(folders: Iterable[Path]) -> float:
    start = time.perf_counter()
    for folder in folders:
        DirectorySnapshot(str(folder))
    return min(max(_REST * (time.perf_counter() - start), _SHORTEST), _LONGEST)


def _is_hand_written(entry: os.DirEntry[str]) -> bool:
    """Tell whether something in ``content/`` is a person's page, or a folder of such pages."""
    if entry.name.startswith("."):
        return False
    if entry.is_dir():
        return not ((Path(entry.path) / NAME).exists() or is_generated(Path(entry.path) / "index.md"))
    return entry.name.endswith(".md") and not is_generated(Path(entry.path))


def _list_among_generated(content: Path) -> Iterator[Path]:
    """Yield a person's pages in folders of generated ones."""
    with os.scandir(content) as entries:
        folders = [entry.path for entry in entries if entry.is_dir() and not _is_hand_written(entry)]
    pages = (page for folder in folders for page in Path(folder).rglob("*.md"))
    yield from (page for page in pages if not is_generated(page))
