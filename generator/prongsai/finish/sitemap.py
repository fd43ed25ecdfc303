"""The addresses of the sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def find_sitemap_address(page: Page) -> str:
    """Return a page's full address; empty where search engines are told not to keep it, or to keep another."""
    is_kept = not page.meta.get("sample") and not page.meta.get("canonical")
    return page.canonical_url or "" if is_kept else ""


def list_sitemap(pages: Iterable[Page], kept: Iterable[str], today: str) -> list[tuple[str, str]]:
    """Return address and date of every page of the sitemap, in the order of addresses.

    Args:
        pages: The pages that are built now.
        kept: The addresses of pages that were built before.
        today: The date of this build.
    """
    built = [(find_sitemap_address(page), page.update_date) for page in pages]
    return sorted((address, date) for address, date in [*built, *((address, today) for address in kept)] if address)
