"""The style sheet of our pages: the part of mkdocs-material's that they use, or all of it where more may be used.

Six of seven rules of mkdocs-material style what no page of ours has. A page that somebody wrote may have it, and so may
every page where templates, extensions or options are not ours alone: those pages get its style sheets whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from prongsai.settings.defaults import has_only_own_extensions
from prongsai.settings.own_theme import find_own_theme

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

STYLE = "assets/stylesheets/material.css"  # in theme/, made by tests/make_theme_style.py
_WHOLE = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
_OPTIONS: dict[str, object] = {"palette": {"scheme": "default", "primary": "custom"}, "features": [], "direction": None}


class ThemeStyle(Struct, frozen=True):
    """Which pages of a site get mkdocs-material's style sheets whole.

    Attributes:
        is_whole: All of them.
        pages: Those, by their paths in ``content/``.
    """

    is_whole: bool = False
    pages: Collection[str] = frozenset()

    def is_whole_on(self, path: str) -> bool:
        """Tell whether a page gets them."""
        return self.is_whole or path in self.pages

    def is_published(self, path: str) -> bool:
        """Tell whether a file of the site is wanted by a page; all are but those style sheets."""
        return self.is_whole or bool(self.pages) or _WHOLE.fullmatch(path) is None


def is_more_used(config: MkDocsConfig) -> bool:
    """Tell whether any page may have what only mkdocs-material's whole style sheets style.

    Args:
        config: The completed settings.
    """
    own = find_own_theme(config)
    has_templates = own is not None and any(own.rglob("*.html"))
    has_options = any(config.theme.get(name) != value for name, value in _OPTIONS.items())
    return has_templates or has_options or not has_only_own_extensions(config)


def render_head(sheets: Iterable[Path]) -> str:
    """Return the comment at the head of our style sheet, which tells what it was made of.

    Args:
        sheets: mkdocs-material's style sheets.
    """
    made_of = ", ".join(f"{sheet.name} {sha256(sheet.read_bytes()).hexdigest()[:16]}" for sheet in sheets)
    return f"/* From mkdocs-material, Copyright (c) 2016-2025 Martin Donath, MIT licence: {made_of} */\n"
