"""A copy of the site that opens from a folder: a browser looks for no index.html there, so links must name it."""

from __future__ import annotations

import re

_LINK = re.compile(r'(<(?:a|link)\s[^>]*?\bhref=")([^"#?:]+)(?=["#?])')
_FOLDER = frozenset({"", ".", ".."})


def name_index_files(html: str) -> str:
    """Return a built page whose links to folders of the site lead to the ``index.html`` in them."""
    return _LINK.sub(_name_index_file, html)


def _name_index_file(link: re.Match[str]) -> str:
    start, address = link.groups()
    if address.rpartition("/")[2] in _FOLDER:
        return f"{start}{address.rstrip('/')}/index.html"
    return start + address
