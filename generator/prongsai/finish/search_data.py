"""The data of the site's search: the words of every built page, by LAO.

Thai is written without spaces, so the search in the browser looks for substrings; nothing is cut into words here. Each
LAO has a file of its own beside its pages, so that it depends on nothing else and no reader loads more than they need;
a second one has its titles only. The site's search begins with these, put together by province.

The files are JSON in windows-874, the Thai code page that every browser can decode: a letter takes one byte instead of
three in UTF-8. That is a third to a half less to download, compressed, and a third of the work to receive and decode.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from msgspec import Struct, field

from prongsai.thai.text import normalise

SEARCH_DATA = "search.json"
SEARCH_TITLES = "titles.json"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# A chart repeats the numbers of the table before it; files to download stand on every page.
_SKIPPED = frozenset({"figure", "nav", "script", "style", "svg"})
_SKIPPED_CLASS = "downloads"
_BREAKING = frozenset({"p", "li", "tr", "td", "th", "dt", "dd", "div", "caption", "br", "ul", "ol", "table"})
_TAG = re.compile(
    r"""<(?:!--.*?--|!?(/?)([A-Za-z][A-Za-z0-9-]*)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*))>""", re.DOTALL
)
_ENCODING = "cp874"  # windows-874, as Python calls it
_OUTSIDE = re.compile(r"[^\x00-\x7f\u0e01-\u0e3a\u0e3f-\u0e5b]")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_TYPED_TWICE = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")


class Section(Struct):
    """A heading of a page and the text below it; ``anchor`` is empty above the first heading with an id."""

    anchor: str
    heading: str
    text: str


class IndexedPage(Struct):
    """A page as the search sees it; ``address`` is relative to the folder of its search data."""

    address: str
    title: str
    sections: list[Section]


class _Collector:
    """Takes a page's words from its HTML, which our templates or Python-Markdown made."""

    def __init__(self) -> None:
        self.sections: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self._skipped = ""  # the element that is being skipped, and how many of its kind are open
        self._depth = 0
        self._is_heading = False

    def feed(self, html: str) -> None:
        """Read a whole page."""
        text, *tags = _TAG.split(html)
        self._take(text)
        for close, name, attributes, text in zip(*[iter(tags)] * 4, strict=True):
            if name:
                self._close(name.lower()) if close else self._open(name.lower(), attributes)
            self._take(text)

    def _open(self, name: str, attributes: str) -> None:
        if self._skipped:
            self._depth += name == self._skipped
        elif name in _SKIPPED or (
            _SKIPPED_CLASS in attributes and _find_attribute(attributes, "class") == _SKIPPED_CLASS
        ):
            self._skipped, self._depth = name, 1
        elif name in _HEADINGS:
            self.sections.append((_find_attribute(attributes, "id"), [], []))
            self._is_heading = True
        elif name in _BREAKING:
            self._take(" ")

    def _close(self, name: str) -> None:
        if self._skipped:
            self._depth -= name == self._skipped
            self._skipped = self._skipped if self._depth else ""
        elif name in _HEADINGS:
            self._is_heading = False
        elif name in _BREAKING:
            self._take(" ")

    def _take(self, text: str) -> None:
        if text and not self._skipped:
            _, heading, words = self.sections[-1]
            (heading if self._is_heading else words).append(text)


def _find_attribute(attributes: str, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", attributes, re.IGNORECASE)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def index_page(address: str, title: str, html: str) -> IndexedPage:
    """Return a page's title and sections from its built content.

    Args:
        address: The page's address, relative to the folder of its search data.
        title: The title as plain text.
        html: The page's content as MkDocs rendered it.
    """
    collector = _Collector()
    collector.feed(html)
    read = [
        (anchor, unescape("".join(heading)), unescape("".join(text))) for anchor, heading, text in collector.sections
    ]
    sections = [Section(anchor, _clean(heading), _clean(text)) for anchor, heading, text in read]
    return IndexedPage(address, _clean(title), [section for section in sections if section.heading or section.text])


def _clean(text: str) -> str:
    """Return the text without what looks the same or like nothing and is spelt otherwise, as ``words.js`` reads a query."""
    return " ".join(_TYPED_TWICE.sub(r"\1", _INVISIBLE.sub("", normalise(text)).replace("เเ", "แ")).split())


def read_pages(data: bytes) -> list[IndexedPage]:
    """Return the pages that a data file holds."""
    rows = json.loads(data.decode(_ENCODING))
    return [IndexedPage(address, title, [Section(*part) for part in parts]) for address, title, parts in rows]


class SearchIndex(Struct):
    """The pages of a site under construction, by the folder whose search data they belong to."""

    pages: dict[str, list[IndexedPage]] = field(default_factory=dict)

    def add(self, folder: str, page: IndexedPage) -> None:
        """Add a page; ``folder`` is the LAO's slug, empty for the site's own pages."""
        self.pages.setdefault(folder, []).append(page)

    def render(self) -> dict[str, bytes]:
        """Return the content of each data file by its path in the built site.

        A page is ``[address, title, [[anchor, heading, text], …]]``, among an LAO's titles ``[address, title]``; the
        order is that of the addresses.
        """
        files = {}
        for folder, pages in sorted(self.pages.items()):
            ordered = sorted(pages, key=lambda page: page.address)
            rows = [
                [page.address, page.title, [[part.anchor, part.heading, part.text] for part in page.sections]]
                for page in ordered
            ]
            files[f"{folder}/{SEARCH_DATA}" if folder else SEARCH_DATA] = _encode(rows)
            if folder:
                files[f"{folder}/{SEARCH_TITLES}"] = _encode([[page.address, page.title] for page in ordered])
        return files


def _encode(rows: object) -> bytes:
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return _OUTSIDE.sub(lambda letter: json.dumps(letter[0])[1:-1], text).encode(_ENCODING)


def join_titles(site: Path, laos: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the titles of the pages of several LAOs, as their own files have them; none is read as data.

    An LAO is ``[slug, name, place, [[address, title], …]]``.

    Args:
        site: The built site.
        laos: Slug, full name, district and province of each LAO.

    Raises:
        OSError: A file cannot be read.
    """
    parts = (
        _encode([slug, _clean(name), _clean(place)])[:-1] + b"," + (site / slug / SEARCH_TITLES).read_bytes() + b"]"
        for slug, name, place in laos
    )
    return b"[" + b",".join(parts) + b"]"
