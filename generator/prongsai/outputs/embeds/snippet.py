"""The snippet that others copy into their page."""

from __future__ import annotations

from markupsafe import Markup, escape

HEIGHTS = {"lao": 400, "project": 360, "chart": 680}  # pixels on a narrow screen


def render_snippet(address: str, title: str, kind: str) -> str:
    """Return the HTML that holds a small page.

    Args:
        address: Its full address.
        title: What it is, for those who do not see it.
        kind: ``lao``, ``project`` or ``chart``: how high it is.
    """
    return str(
        Markup('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>').format(
            address, escape(" ".join(title.split())), HEIGHTS[kind]
        )
    )
