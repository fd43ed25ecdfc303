"""The built site in a real browser: nothing from another host, no script from the data, no page wider than the phone."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from conftest import MADE_UP_PLANS, Site
from playwright.sync_api import Browser

LAO = "nongsaeng"
PAGES = (
    "",
    f"{LAO}/",
    f"{LAO}/plans/",
    f"{LAO}/2566-2570/",
    f"{LAO}/2566-2570/projects/",
    f"{LAO}/2566-2570/projects/p01/",
    f"{LAO}/2566-2570/projects/p03/",
    f"{LAO}/reports/",
    f"{LAO}/reports/2566-12/",
    f"{LAO}/reports/2567-12/",
    f"{LAO}/reports/2566-12/results/1/",
    f"{LAO}/reports/2566-12/narrative/",
    f"{LAO}/reports/2566-12/narrative/1/",
    f"{LAO}/reports/2566-12/eplan/",
    f"{LAO}/measures/2567/",
    f"{LAO}/announcements/",
    f"{LAO}/announcements/adopt-2565/",
    f"{LAO}/announcements/memo-2566-12/",
    f"{LAO}/notes/",
    f"{LAO}/oit/",
    f"{LAO}/oit/2567/",
    f"{LAO}/contact/",
    f"{LAO}/search/?q=ทุจริต",
    "rules/",
    "huaimai/",
    "huaimai/plans/",
    "how-to-read/",
    "accessibility/",
    "404.html",
)
# Whose frame (header, menu, foot, tables) is that of all pages.
SHARED = ("", f"{LAO}/reports/2566-12/")
PAYLOAD = (
    '| \\ ` * _ {{ 7*7 }} {: onclick="hacked()" } {#x} [x](javascript:hacked()) ![x](x) <script>hacked()</script>'
    "<img src=x onerror=hacked()> &amp; &lt; <b>b</b> \"'> <!-- --> ]]> </td></table></div>"
)
FREE_TEXTS = frozenset(
    """
    address background benefits card_name closing duties duties_lead eplan_name eplan_problems eplan_remark
    eplan_suggestions facts foreword goals hours indicator introduction issuer lao measure methods missions name note
    objectives opinion outcomes outputs outside paragraphs period phone position principles problems proposal rationale
    reason_text remark reporter responsible_units results risk_introduction role step steps subject suggestions summary
    supporting_factors text title
    """.split()  # noqa: SIM905 - one word a key, readable as running text
)


@functools.cache
def open_pages(browser: Browser, address: str, width: int, scheme: str, *, axe: bool = False) -> dict[str, Any]:
    """Return what a browser met on a page: messages, requests elsewhere, dialogs, width, faults of accessibility."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    seen: dict[str, Any] = {"console": [], "elsewhere": [], "errors": []}
    host = "/".join(address.split("/")[:3])
    page.on("console", lambda message: seen["console"].append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen["errors"].append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(host) else seen["elsewhere"].append(request.url))
    page.add_init_script("window.hacks = 0; window.hacked = () => { window.hacks += 1 }; window.alert = window.hacked")
    page.goto(address, wait_until="load")
    seen["faults"] = (
        [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in Axe().run(page).response["violations"]]
        if axe
        else []
    )
    seen["width"] = page.evaluate("document.documentElement.scrollWidth")
    seen["hacks"] = page.evaluate("window.hacks")
    seen["text"] = page.inner_text("body")
    seen["elements"] = page.evaluate(
        "document.querySelectorAll('article script:not([type*=json]), article img:not(.seal), article [onclick], article [onerror], article b').length"
    )
    context.close()
    return seen


def list_views() -> Iterator[Any]:
    """Yield pages with width and colours: a light phone and a dark screen; what all pages share, every way."""
    for address in PAGES:
        for width, scheme in ((360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")):
            if address in SHARED or (width < 1280) == (scheme == "light"):
                yield pytest.param(address, width, scheme, id=f"{address.strip('/') or 'root'}-{width}-{scheme}")


@pytest.mark.parametrize(("address", "width", "scheme"), [*list_views()])
def test_page_fits_is_accessible_and_silent(
    browser: Browser, made_up_address: str, address: str, width: int, scheme: str
) -> None:
    """A page fits the screen, has no fault that axe finds, logs no error, and asks no other host for anything."""
    seen = open_pages(browser, made_up_address + address, width, scheme, axe=True)

    assert seen["width"] <= width
    assert seen["faults"] == []
    assert seen["console"] == seen["errors"] == seen["elsewhere"] == []


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the made-up LAO with the payload at the end of every free text."""
    site = Site(tmp_path_factory.mktemp("hostile") / "project")
    site.add(MADE_UP_PLANS / LAO)
    for path in site.plans.rglob("*.yml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - keeps text as text
        path.write_text(json.dumps(poison(data, free=False), ensure_ascii=False), encoding="utf-8")
    result = site.build(strict=False)  # the checker warns of the tags and blanks in the payload
    assert result.returncode == 0, result.stderr
    return site


def poison(value: Any, *, free: bool) -> Any:
    """Return plain data with the payload behind every text that a free-text key holds."""
    if isinstance(value, dict):
        return {key: poison(item, free=key in FREE_TEXTS or (free and key[0].isdigit())) for key, item in value.items()}
    if isinstance(value, list):
        return [poison(item, free=free) for item in value]
    return f"{value} {PAYLOAD}" if free else value


def test_hostile_text_runs_no_script(
    hostile_site: Site, browser: Browser, serve_folder: functools.partial[str]
) -> None:
    """On every page text from YAML runs nothing, adds no element, and shows as it was typed."""
    base = serve_folder(hostile_site.built)
    pages = [path.parent.relative_to(hostile_site.built).as_posix() for path in hostile_site.built.rglob("index.html")]
    shown = 0
    for page in (page for page in pages if not page.startswith("handbook")):  # which shows nothing of the data
        seen = open_pages(browser, f"{base}{page}/", 1280, "light")
        assert (seen["hacks"], seen["elements"]) == (0, 0), page
        assert seen["console"] == seen["errors"] == seen["elsewhere"] == [], page
        shown += '<img src=x onerror=hacked()> &amp; &lt; <b>b</b> "' in seen["text"]
    assert shown > 20
