"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from lxml import etree
from msgspec import Struct

from prongsai.addresses import page_address
from prongsai.outputs.feeds.entries import FeedEntry
from prongsai.outputs.pages.page import relative_url

_ATOM = "http://www.w3.org/2005/Atom"
_BANGKOK = dt.timezone(dt.timedelta(hours=7))


class Feed(Struct, frozen=True):
    """A feed.

    Attributes:
        id: Its lasting id.
        path: Where it stands in ``content/``.
        page: The page that it is about.
        title: Its title.
        author: Who publishes.
        entries: The news, newest first; at least one.
    """

    id: str
    path: str
    page: str
    title: str
    author: str
    entries: Sequence[FeedEntry]


def render_feed(feed: Feed, site_url: str) -> bytes:
    """Return a feed; addresses are relative where the site's own is not known."""
    folder = f"{feed.path.rpartition('/')[0]}/index.md".lstrip("/")

    def get_address(path: str) -> str:
        return site_url + quote(page_address(path)) if site_url else relative_url(folder, path)

    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "th")
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _write_date(feed.entries[0].date))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="self", type="application/atom+xml", href=get_address(feed.path))
    _add(root, "link", rel="alternate", type="text/html", href=get_address(feed.page))
    for entry in feed.entries:
        element = _add(root, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", _write_date(entry.date))
        _add(element, "link", rel="alternate", type="text/html", href=get_address(entry.page))
        _add(element, "summary", entry.text)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def _write_date(date: dt.date) -> str:
    return dt.datetime.combine(date, dt.time(), _BANGKOK).isoformat()
