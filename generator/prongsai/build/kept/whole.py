"""The whole built site: where nothing has changed since it was built, it is right as it stands."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_build_date

import prongsai
from prongsai.build.day import get_day
from prongsai.build.kept import CACHE, STATE
from prongsai.build.kept.program import describe_mode, describe_settings, is_known_program
from prongsai.build.kept.stamps import FOLDER, Marks, find_mark, find_marks
from prongsai.history.repository import GitError, open_repository
from prongsai.outputs.record import NAME, read_record
from prongsai.places import CONTENT, THEME
from prongsai.settings.defaults import has_only_own_extensions
from prongsai.settings.own_theme import find_own_theme
from prongsai.settings.sources import find_copy

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LOGGER = "mkdocs"


class WholeSite:
    """What a site is built of as a build begins, and whether the one that stands was built of the same."""

    def __init__(self, config: MkDocsConfig, options: Mapping[str, Any], plans: Path) -> None:
        """Look at everything that pages may depend on.

        Args:
            config: The completed settings, before data of the LAOs are put into them.
            options: The plugin's own.
            plans: The folder of plans.

        Raises:
            EnvironmentVariableError: The environment sets what is no day.
        """
        home = Path(config.config_file_path).parent
        self._state = home / CACHE / STATE
        self._content, self._site = Path(config.docs_dir), Path(config.site_dir)
        self._told = _Told()
        self._inputs = ""
        self._pages: Marks = {}
        if not (options["cache"] and is_known_program(config) and has_only_own_extensions(config)):
            return
        mode = describe_mode(config, options, is_serving=False)
        with suppress(OSError):
            own = (folder for folder in (find_own_theme(config), CONTENT) if folder and folder != self._content)
            read = find_marks(Path(prongsai.__file__).parent, THEME, plans, *own)
            copies = [find_mark(find_copy(home, source)) for source in options["sources"]]
            self._pages = find_marks(self._content)
            settings = (describe_settings(config), *mode, get_day(), get_build_date(), options["sources"])
            self._inputs = _hash(settings, _tell_commit(plans), self._content, self._site, read, copies)

    def is_as_built(self, *, is_strict: bool) -> bool:
        """Tell whether the site is there as a build from nothing would make it; what that would tell is told.

        Args:
            is_strict: A warning stops the build, which must then be done.
        """
        state = _read(self._state)
        told = state.get("told", [])
        level = logging.getLogger(_LOGGER).getEffectiveLevel()
        if not self._inputs or state.get("inputs") != self._inputs or state["level"] > level or (is_strict and told):
            return False
        with suppress(OSError):
            if state["key"] == _hash(self._pages, find_marks(self._site)):
                for name, severity, message in told:
                    logging.getLogger(name).log(severity, "%s", message)
                return True
        return False

    def listen(self) -> None:
        """Note from now on what is told."""
        logging.getLogger(_LOGGER).addHandler(self._told)

    def end(self, *, is_whole: bool) -> None:
        """Note no more, and remember the site that was built.

        Args:
            is_whole: It was built to its end.
        """
        logger = logging.getLogger(_LOGGER)
        logger.removeHandler(self._told)
        with suppress(OSError):
            if not (is_whole and self._inputs):
                return
            pages = find_marks(self._content)
            changed = {path for path, mark in pages.items() ^ self._pages.items() if mark != FOLDER}
            if changed <= _list_written(self._content, changed, pages):
                key = _hash(pages, find_marks(self._site))
                level = logger.getEffectiveLevel()
                _write(self._state, {"inputs": self._inputs, "key": key, "level": level, "told": self._told.messages})


class _Told(logging.Handler):
    """Notes warnings and errors, which another build of the same would tell again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note one."""
        self.messages.append((record.name, record.levelno, record.getMessage()))


def _tell_commit(plans: Path) -> str:
    """Return all of git's answers that the pages' history depends on, as long as no file changes."""
    try:
        repository = open_repository(plans)
    except GitError as error:
        return error.source
    return repr((repository.prefix, repository.head, sorted(repository.boundary)))


def _list_written(content: Path, paths: Iterable[str], marks: Marks) -> set[str]:
    """Return which files this build wrote, and nobody changed since."""
    found = set()
    units = {Path(path).relative_to(content).parts[0] for path in paths}
    records = (read_record(content, unit) for unit in {"", *units})
    known = [entries for record in records if record for entries in record.outputs.values()]
    for path in paths:
        name = Path(path).relative_to(content).as_posix()
        entries = (outputs[name] for outputs in known if name in outputs)
        if path.endswith(f"/{NAME}") or any(marks.get(path, ())[:2] == (e.size, e.modified) for e in entries):
            found.add(path)
    return found


def _hash(*parts: object) -> str:
    """Return one key of several values."""
    shown = [sorted(part.items()) if isinstance(part, Mapping) else part for part in parts]
    return hashlib.sha256(repr(shown).encode(errors="surrogateescape")).hexdigest()


def _read(state: Path) -> dict[str, Any]:
    """Return what is remembered; nothing where that is lost or damaged."""
    try:
        check, _, text = state.read_text(encoding="ascii").partition("\n")
        data: dict[str, Any] = json.loads(text)
    except (OSError, ValueError):
        return {}
    return data if check == _hash(text) else {}


def _write(state: Path, data: Mapping[str, Any]) -> None:
    text = json.dumps(data)
    temporary = state.with_name(f".{os.getpid()}.tmp")
    try:
        temporary.write_text(f"{_hash(text)}\n{text}", encoding="ascii")
        temporary.replace(state)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
