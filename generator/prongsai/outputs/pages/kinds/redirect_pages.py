"""The pages at former addresses of an LAO's projects, plans and papers."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.redirects import list_own_redirects, render_redirect


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield a page for each former address."""
    for path, target in list_own_redirects(lao).items():
        yield render_redirect(lao, path, target)
