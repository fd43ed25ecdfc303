"""The Content-Security-Policy: which scripts it lets run, and that no page goes without."""

from __future__ import annotations

import re

import pytest
from prongsai.exceptions import UnsafePageError
from prongsai.finish.policy import check_policy, check_ready_made, render_policy


def test_inline_scripts_are_named_by_their_hash() -> None:
    """A script's text alone gives its hash; the value is that of ``printf 'go()' | openssl dgst -sha256 -binary``."""
    policy = render_policy("\n<script>go()</script>\n")

    assert "script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='" in policy


def test_nothing_unsafe_is_allowed() -> None:
    """No policy lets unnamed inline scripts, inline styles or evaluated text run, or names another host."""
    for policy in (render_policy("<script>a</script>"), render_policy("", is_offline=True)):
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "*" not in policy
        for rule in ("object-src 'none'", "base-uri 'self'", "form-action 'self'"):
            assert rule in policy.split("; ")


def test_files_beside_the_page_are_allowed_offline_only() -> None:
    """Addresses of the kind file: are allowed in the copy that opens from a folder, and on no server."""
    assert "default-src 'self' file:" in render_policy("", is_offline=True)
    assert "file:" not in render_policy("")


POLICY = render_policy("<script>go()</script>")
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def test_page_with_the_theme_s_policy_is_accepted() -> None:
    """The policy stands in the head, above everything that runs."""
    page = f"<html><head><meta charset='utf-8'>{META}<script>go()</script></head><body></body></html>"

    check_policy("index.md", page, {POLICY})


@pytest.mark.parametrize(
    "page",
    [
        "<html><head></head><body></body></html>",
        f"<html><head><script>evil()</script>{META}</head><body></body></html>",
        f'<html><head><link rel="stylesheet" href="a.css">{META}</head><body></body></html>',
        f"<html><head></head><body>{META}</body></html>",
        META.replace("object-src 'none'; ", ""),
        META.replace("http-equiv", "name"),
    ],
    ids=["none", "below a script", "below a style", "in the body", "weaker", "no policy"],
)
def test_page_without_the_theme_s_policy_is_refused(page: str) -> None:
    """No policy, another one, or one below something that already ran: the page is told, and what to do."""
    with pytest.raises(UnsafePageError, match=r"หน้า about\.md ไม่มีนโยบายความปลอดภัย วิธีแก้: "):
        check_policy("about.md", page, {POLICY})


def test_build_without_any_policy_is_refused() -> None:
    """Where the theme's templates gave no policy at all, no page is right."""
    with pytest.raises(UnsafePageError):
        check_policy("index.md", META, set())


def test_files_that_are_no_pages_need_no_policy() -> None:
    """The sitemap and robots.txt are not shown as pages."""
    check_policy("sitemap.xml", "", {POLICY})
    check_policy("robots.txt", "", {POLICY})


@pytest.mark.parametrize("name", ["old.html", "files/a.HTM", "a.xhtml"])
def test_ready_made_page_is_refused(name: str) -> None:
    """A page that would be published just as it is has no policy."""
    with pytest.raises(UnsafePageError, match=re.escape(name)):
        check_ready_made(["files/a.pdf", name])


def test_other_files_are_published_as_they_are() -> None:
    """Pictures, papers and data are not pages."""
    check_ready_made(["assets/logo.svg", "files/a.pdf", "search.json"])
