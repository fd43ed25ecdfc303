"""The Content-Security-Policy of a page: the site's own files, the theme's own inline scripts, and nothing else.

The scripts come from the theme's templates, not from the finished page: a script that got into a page by any other way
has no hash and does not run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def render_policy(scripts: str, *, is_offline: bool = False) -> str:
    """Return the policy of a page.

    Args:
        scripts: The theme's inline scripts as they stand in the page, with their tags.
        is_offline: The page is opened from a folder, where not every browser counts the files beside it as 'self'.
    """
    own = "'self' file:" if is_offline else "'self'"
    hashes = "".join(
        f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in _SCRIPT.findall(scripts)
    )
    rules = (
        f"default-src {own}",
        f"script-src {own}{hashes}",
        f"img-src {own} data:",  # the theme's icons are data: addresses in its style sheet
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
    return "; ".join(rules)
