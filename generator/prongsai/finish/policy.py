"""The Content-Security-Policy of a page: the site's own files, the theme's own inline scripts, and nothing else.

The scripts come from the theme's templates, not from the finished page: a script that got into a page by any other way
has no hash and does not run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable
from hashlib import sha256

from prongsai.exceptions import UnsafePageError

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_RUNS = re.compile(r"<(?:script|style|body)\b|stylesheet", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml")


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


def check_policy(name: str, page: str, policies: Collection[str]) -> None:
    """Refuse a built page without policy, or with something above it that could run without.

    Args:
        name: The page's file or template; files that browsers do not show as pages need no policy.
        page: Its text.
        policies: The policies that the theme gave in this build.

    Raises:
        UnsafePageError: The page has none of them.
    """
    if is_page(name) and not any(_has_policy(page, policy) for policy in policies):
        raise UnsafePageError(
            f"หน้า {name} ไม่มีนโยบายความปลอดภัย วิธีแก้: ใช้แม่แบบของธีม prongsai โดยไม่เปลี่ยน main.html และ base.html"
        )


def check_ready_made(names: Iterable[str]) -> None:
    """Refuse files that would be published as pages just as they are.

    Raises:
        UnsafePageError: There is one.
    """
    for name in names:
        if is_page(name):
            raise UnsafePageError(
                f"ไฟล์ {name} จะเป็นหน้าเว็บที่ไม่มีนโยบายความปลอดภัย วิธีแก้: เขียนเป็นหน้า Markdown (.md) หรือลบไฟล์นั้น"
            )


def is_page(name: str) -> bool:
    """Tell whether browsers show a file as a page, in which scripts run."""
    return name.lower().endswith((*_PAGES, ".md"))


def _has_policy(page: str, policy: str) -> bool:
    head, tag, _ = page.partition(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
    return bool(tag) and not _RUNS.search(head)
