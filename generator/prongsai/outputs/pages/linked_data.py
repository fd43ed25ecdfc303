"""Linked data (JSON-LD) for search engines, as a block in a page: data to a browser, so that no policy is loosened."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

# What would end the block or begin markup is written as a code, which JSON reads alike.
_MARKUP = re.compile(r"[<>&\u2028\u2029]")


def render_linked_data(facts: Mapping[str, Any]) -> Markup:
    """Return the block of a page; empty values are left out."""
    known = {name: value for name, value in facts.items() if value not in (None, "", [])}
    text = json.dumps({"@context": "https://schema.org", **known}, ensure_ascii=False, separators=(",", ":"))
    safe = _MARKUP.sub(lambda letter: f"\\u{ord(letter[0]):04x}", text)
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # noqa: S704 - no markup is left in it
