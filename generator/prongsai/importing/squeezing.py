"""Text without what makes no difference when headings are compared."""

from __future__ import annotations

import re


def squeeze(text: str) -> str:
    """Return a text without white space, quotation marks and marks of emphasis."""
    return re.sub(r"[\s*\"“”'‘’]+", "", text)
