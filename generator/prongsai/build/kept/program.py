"""The key of everything besides an LAO's own files that its built pages depend on: the program and its settings."""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
_WHOLE_SITE = re.compile(r"\{[{%][^{}]*\b(laos|nav|pages)\b")


def is_known_program(config: MkDocsConfig) -> bool:
    """Tell whether all that makes the pages is known: other plugins and hooks may read whatever they like."""
    return set(config.plugins) <= _OWN_PLUGINS and not config.hooks


def needs_all_pages(config: MkDocsConfig) -> bool:
    """Tell whether no page may be left out, because others need it rendered.

    A template of the site's own may tell of all LAOs or of the site's menu; MkDocs may be asked to warn of links to
    headings that are not there, and knows the headings of rendered pages only.
    """
    if config.validation.links.anchors > logging.INFO:
        return True
    own = find_own_theme(config)
    templates = own.rglob("*.html") if own else ()
    return any(_WHOLE_SITE.search(path.read_text(encoding="utf-8", errors="replace")) for path in templates)


def describe_mode(config: MkDocsConfig, options: Mapping[str, Any], *, is_serving: bool) -> tuple[object, ...]:
    """Return what of a build its pages depend on, besides program and MkDocs' settings.

    Args:
        config: The completed settings.
        options: The plugin's own.
        is_serving: It is a preview.
    """
    own = {name: value for name, value in options.items() if name not in {"cluster", "jobs", "sources"}}
    return (is_serving, "" if is_serving else config.site_url, own)


def compute_program_key(config: MkDocsConfig, fingerprints: Fingerprints, *build: object) -> str:
    """Return the key of program and settings.

    Args:
        config: The completed settings, before data of the LAOs are put into them.
        fingerprints: Keys of files.
        build: What else this build depends on, besides the day.

    Raises:
        OSError: A file of the program cannot be read.
    """
    own = find_own_theme(config)
    parts = [
        fingerprints.compute(Path(prongsai.__file__).parent, _is_program),
        fingerprints.compute(THEME),
        fingerprints.compute(CONTENT / "handbook") if CONTENT.is_dir() else "",
        fingerprints.compute(own) if own else "",
        describe_settings(config),
        repr(build),
    ]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


def describe_settings(config: MkDocsConfig) -> str:
    """Return the settings, and the releases of what makes pages of them."""
    settings = {key: value for key, value in config.items() if key not in _NOT_SETTINGS}
    theme = {key: config.theme[key] for key in config.theme} | {
        "static_templates": sorted(config.theme.static_templates)
    }
    given = (_ADDRESS.sub("", repr(sorted(items.items(), key=str))) for items in (settings, theme))
    return "\0".join((sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), *given))


def _is_program(path: str) -> bool:
    return "__pycache__" not in path
