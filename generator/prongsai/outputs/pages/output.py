"""The pages of one LAO as an output; the kinds of page are found in their room."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.pages import kinds
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page

NAME = "pages"


class PageKind(Protocol):
    """What the module of a kind of page offers."""

    def render_pages(self, lao: LaoPages) -> Iterator[Page]:
        """Yield the pages of this kind; they depend on this LAO's records alone."""


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield every page under the LAO's address."""
    for kind in list_kinds():
        for page in kind.render_pages(lao):
            yield hold(page.path, page.render().encode())


@cache
def list_kinds() -> tuple[PageKind, ...]:
    """Return the kinds of page in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(kinds.__path__))
    return tuple(importlib.import_module(f"{kinds.__name__}.{name}") for name in names)
