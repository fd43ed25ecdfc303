"""What is done to every page on its way from Markdown to the built site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.finish.folder_links import name_index_files
from prongsai.finish.page_needs import check_front_matter
from prongsai.finish.policy import check_policy, render_policy
from prongsai.finish.search_data import SearchIndex, index_page, join_titles, read_pages
from prongsai.finish.typography import set_text

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


class BuiltPages:
    """The pages of one build: each is checked and set, and its words are noted for the search."""

    def __init__(
        self, site_url: str, assets: Mapping[str, Collection[str]], *, is_offline: bool, is_serving: bool
    ) -> None:
        """Begin.

        Args:
            site_url: Where the site will stand; empty where that is not known.
            assets: Names of the theme's scripts and styles that a page may ask for.
            is_offline: The site is opened from a folder.
            is_serving: It is a preview, whose pages have no policy.
        """
        self._site_url = site_url
        self._assets = assets
        self._is_offline = is_offline
        self._is_serving = is_serving
        self._policies: set[str] = set()
        self._index = SearchIndex()

    def render_policy(self, scripts: str) -> str:
        """Return the policy for a page with these inline scripts of the theme's."""
        policy = render_policy(scripts, is_offline=self._is_offline)
        self._policies.add(policy)
        return policy

    def check_needs(self, page: Page, laos: Collection[str]) -> None:
        """Check what a page asks the theme for.

        Raises:
            PageSettingsError: There is no such thing.
        """
        check_front_matter(page.meta, page.file.src_uri, self._assets, laos)

    def index(self, page: Page, html: str) -> None:
        """Note a page's words for the search, and which address search engines shall keep."""
        if self._site_url and (canonical := page.meta.get("canonical")):
            page.canonical_url = self._site_url + canonical
        if page.meta.get("in_search", True):
            slug = page.meta.get("lao", "")
            address = page.url.removeprefix(f"{slug}/") if slug else page.url
            self._index.add(slug, index_page(address, unescape(page.meta.get("title", "")), html))

    def index_again(self, slug: str, data: bytes, addresses: Collection[str]) -> None:
        """Note words of an LAO's pages that are not built now, as they stand in its former search data.

        Args:
            slug: The LAO.
            data: The search data.
            addresses: The pages, relative to the LAO's folder.
        """
        for page in read_pages(data):
            if page.address in addresses:
                self._index.add(slug, page)

    def finish(self, name: str, output: str, names: Iterable[str] = ()) -> str:
        """Return a built page with its text set, and its links fit for a folder where that is asked for.

        Args:
            name: The page.
            output: Its HTML.
            names: Names of places that it may tell, which are kept whole.

        Raises:
            UnsafePageError: The page lacks our policy.
        """
        self.check(name, output)
        text = set_text(output, names)
        return name_index_files(text) if self._is_offline else text

    def check(self, name: str, output: str) -> None:
        """Check a page that comes from a template alone, as 404.html does.

        Raises:
            UnsafePageError: The page lacks our policy.
        """
        if not self._is_serving:
            check_policy(name, output, self._policies)

    def write_search(self, site: Path, titles: Mapping[str, Sequence[tuple[str, str, str]]]) -> None:
        """Write the search data; a copy for a folder has none.

        Args:
            site: The built site.
            titles: The files with the titles of several LAOs, and which these are: slug, name, place.
        """
        if self._is_offline:
            return
        for path, data in self._index.render().items():
            _write(site / path, data)
        for path, laos in titles.items():
            _write(site / path, join_titles(site, laos))


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
