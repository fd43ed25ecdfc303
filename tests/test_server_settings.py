"""The settings for web servers that the handbook offers: the same safety on each, and nothing half sent is shown."""

from __future__ import annotations

import re

import pytest
from handbook_pages import list_links, read_page
from lxml import etree
from prongsai.handbook.pages import FOLDER
from prongsai.publishing.files import LIST, PART, SENDING

APACHE, NGINX, IIS = (
    (FOLDER / "server" / f"{name}.txt").read_text(encoding="utf-8") for name in ("apache", "nginx", "iis")
)
WANTED = {
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Content-Security-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cache-Control",
}


def list_headers(text: str) -> dict[str, str]:
    """Return the headers that settings set, without those in comments."""
    kept = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    lines = [line for line in kept.splitlines() if not line.strip().startswith("#")]
    pattern = r"""(?:Header always set |add_header |<add name=")([A-Za-z-]+)"?(?: value=| )"([^"]+)\""""
    return dict(found for line in lines for found in re.findall(pattern, line))


def test_every_server_sends_the_same_headers() -> None:
    """Whichever server an office has, its readers are as safe."""
    assert list_headers(APACHE).keys() == WANTED
    assert list_headers(APACHE) == list_headers(NGINX) == list_headers(IIS)
    assert list_headers(APACHE)["Content-Security-Policy"] == "frame-ancestors 'self'"  # the rest is in every page


@pytest.mark.parametrize("text", [APACHE, NGINX, IIS], ids=["apache", "nginx", "iis"])
def test_missing_pages_and_files_on_their_way(text: str) -> None:
    """A page that is not there is answered by ours; lists and parts are not shown."""
    assert "/itacenter/404.html" in text
    assert PART.lstrip(".") in text
    assert r"\." in text or (LIST in text and SENDING in text)


def test_settings_of_windows_are_xml() -> None:
    """A fault in them would stop the whole site there."""
    assert etree.fromstring(IIS.encode()).tag == "configuration"


def test_page_leads_to_each() -> None:
    """All are offered."""
    offered = {target for target in list_links(read_page("publish")) if target.startswith("server/")}

    assert offered == {path.relative_to(FOLDER).as_posix() for path in (FOLDER / "server").iterdir()}


@pytest.mark.parametrize("text", [APACHE, NGINX, IIS], ids=["apache", "nginx", "iis"])
def test_small_pages_may_stand_in_pages_of_other_sites(text: str) -> None:
    """Only they are let out of the rule against frames; the others stay in it."""
    _, mark, after = text.partition("หน้าเล็กมีไว้ฝังในเว็บไซต์อื่น")

    assert mark
    assert "/embed" in after.partition("Strict-Transport-Security")[0]
    assert "frame-ancestors" not in after
