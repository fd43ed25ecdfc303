"""A page of the site, and the path from one page to another."""

from __future__ import annotations

import json
from urllib.parse import quote

from msgspec import Struct

from prongsai.addresses import page_address

GENERATED_KEY = "generated"
GENERATED_BY = "prongsai"
# Style of the theme → what stands in the pages that need it.
_STYLES = {
    "charts": ('class="chart', 'class="meter"'),
    "glance": ('class="glance"', 'class="switch"'),
    "oit": ('id="copy-status"',),
    "paper": ('class="paper"', 'class="items members"'),
    "projects": ('class="project-filter"',),
    "search": ('id="search-results"',),
}


class Page(Struct, frozen=True):
    """One generated page.

    Attributes:
        path: Where it stands in ``content/``: ``maesai/plan/index.md``.
        title: Its title, escaped for Markdown and HTML.
        description: One escaped sentence for search engines and link previews.
        body: The Markdown below the front matter.
        lao: Slug of the LAO that it belongs to, empty for the site's own pages.
        breadcrumbs: Titles (escaped) and paths of the pages above it.
        as_of: Date of the data on it, as text; empty where nothing tells.
        origin: The files that its data come from.
        sample: The data are an example.
        canonical: Path of the page that says the same and stands for both with search engines; empty for none.
        card: Path of its picture for link previews; empty for that of its LAO or site.
        redirect: Path of the page that readers are led to; empty for none.
        is_wide: The page holds wide tables and its own list of contents, so the theme leaves out its own.
        feeds: Titles (escaped) and paths of the feeds that tell what is new on it.
        scripts: Names of the theme's scripts that the page needs.
        language: The page's language where it is not Thai: en.
        translations: Language and path of the pages that say the same in other languages, this one included.
        styles: Names of the theme's style sheets that it needs besides the one of all pages.
        has_search_box: The theme puts the search's box on top; the search page has its own.
        is_searched: The page's words are found by the site's search.
    """

    path: str
    title: str
    description: str
    body: str
    lao: str = ""
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    as_of: str = ""
    canonical: str = ""
    card: str = ""
    feeds: tuple[tuple[str, str], ...] = ()
    origin: tuple[str, ...] = ()
    redirect: str = ""
    scripts: tuple[str, ...] = ()
    language: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    styles: tuple[str, ...] = ()
    sample: bool = False
    is_wide: bool = False
    has_search_box: bool = True
    is_searched: bool = True

    def render(self) -> str:
        """Return the file's text: front matter and body."""
        meta: dict[str, object] = {
            GENERATED_KEY: GENERATED_BY,
            "title": self.title,
            "description": self.description,
        }
        if self.lao:
            meta["lao"] = self.lao
        if self.breadcrumbs:
            meta["breadcrumbs"] = [[title, relative_url(self.path, path)] for title, path in self.breadcrumbs]
        if self.as_of:
            meta["as_of"] = self.as_of
        if self.canonical:
            meta["canonical"] = page_address(self.canonical)
        if self.card:
            meta["card"] = page_address(self.card)
        if self.redirect:
            meta["redirect"] = relative_url(self.path, self.redirect)
        if self.is_wide:
            meta["hide"] = ["toc"]
        if self.feeds:
            meta["feeds"] = [[title, relative_url(self.path, path)] for title, path in self.feeds]
        if self.origin:
            meta["origin"] = list(self.origin)
        if self.scripts:
            meta["scripts"] = list(self.scripts)
        if self.language:
            meta["language"] = self.language
        if self.translations:
            meta["translations"] = [[language, page_address(path)] for language, path in self.translations]
        if styles := [
            *self.styles,
            *(name for name, marks in _STYLES.items() if any(mark in self.body for mark in marks)),
        ]:
            meta["styles"] = styles
        if not self.has_search_box:
            meta["search_box"] = False
        if not self.is_searched:
            meta["in_search"] = False
        if self.sample:
            meta["sample"] = True
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + str(self.body).strip() + "\n"


def find_address(site_url: str, source: str, target: str) -> str:
    """Return the full address of a page or file; where the site's own is not known, the one from another page to it.

    Args:
        site_url: Where the site will stand, ending in ``/``; empty where that is not known.
        source: Path of the page that tells the address, in ``content/``.
        target: Path of the page or file, in ``content/``.
    """
    return site_url + quote(page_address(target)) if site_url else relative_url(source, target)


def relative_url(source: str, target: str) -> str:
    """Return the relative address from one page to another page or file of the site.

    Args:
        source: Path of the page that holds the link, in ``content/``.
        target: Path of the page or file, in ``content/``; any character may stand in the name of a file.
    """
    address = page_address(target)
    start, end = ([part for part in path.split("/") if part] for path in (page_address(source), address))
    shared = next((place for place, (one, other) in enumerate(zip(start, end, strict=False)) if one != other), None)
    if shared is None:
        shared = min(len(start), len(end))
    relative = "/".join([".."] * (len(start) - shared) + end[shared:]) or "."
    return quote(relative if address and not address.endswith("/") else f"{relative}/")
