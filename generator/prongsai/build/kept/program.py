"""The key of everything besides an LAO's own files that its built pages depend on: the program and its settings."""

from __future__ import annotations

import hashlib
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import prongsai
from prongsai.build.kept.fingerprints import Fingerprints
from prongsai.places import CONTENT, THEME
from prongsai.settings.own_theme import find_own_theme

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LIBRARIES = ("jinja2", "lxml", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pikepdf", "pillow", "pydantic",
              "pymdown-extensions", "python-docx", "typst", "xlsxwriter")  # fmt: skip
# Places and objects that differ from run to run and change no byte of a page.
_NOT_SETTINGS = frozenset({"config_file_path", "dev_addr", "docs_dir", "hooks", "plugins", "site_dir", "strict",
                           "theme", "watch"})  # fmt: skip
_OWN_PLUGINS = frozenset({"prongsai", "prongsai/search", "search"})
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def is_known_program(config: MkDocsConfig) -> bool:
    """Tell whether all that makes the pages is known: other plugins and hooks may read whatever they like."""
    return set(config.plugins) <= _OWN_PLUGINS and not config.hooks


def compute_program_key(config: MkDocsConfig, fingerprints: Fingerprints, *build: object) -> str:
    """Return the key of program and settings.

    Args:
        config: The completed settings, before data of the LAOs are put into them.
        fingerprints: Keys of files.
        build: What else this build depends on: day, mode.

    Raises:
        OSError: A file of the program cannot be read.
    """
    own = find_own_theme(config)
    settings = {key: value for key, value in config.items() if key not in _NOT_SETTINGS}
    theme = {key: config.theme[key] for key in config.theme if key != "static_templates"}
    parts = [
        sys.version,
        *(f"{name} {version(name)}" for name in _LIBRARIES),
        fingerprints.compute(Path(prongsai.__file__).parent, _is_program),
        fingerprints.compute(THEME),
        fingerprints.compute(CONTENT / "handbook") if CONTENT.is_dir() else "",
        fingerprints.compute(own) if own else "",
        _ADDRESS.sub("", repr(sorted(settings.items(), key=str))),
        _ADDRESS.sub("", repr(sorted(theme.items(), key=str))),
        repr(build),
    ]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


def _is_program(path: Path) -> bool:
    return "__pycache__" not in path.parts
