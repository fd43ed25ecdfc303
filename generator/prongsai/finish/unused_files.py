"""Files of mkdocs-material that no page of ours loads: its own scripts, which ours replace, and maps for debuggers."""

from __future__ import annotations

import re

_UNUSED = re.compile(
    r"assets/javascripts/(?:bundle\.[0-9a-f]+\.min\.js|workers/.*|lunr/.*)|assets/(?:javascripts|stylesheets)/.*\.map"
)


def is_unused(path: str) -> bool:
    """Tell whether a file of the theme is published for nothing; one of the site's own bears another name."""
    return _UNUSED.fullmatch(path) is not None
