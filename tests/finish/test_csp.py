"""The Content-Security-Policy: which scripts it lets run."""

from __future__ import annotations

from generator.csp import render_policy


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
