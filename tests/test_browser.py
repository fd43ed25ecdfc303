"""The built site in a real browser: nothing from another host, no script from the data, no page wider than the phone."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from conftest import MADE_UP_PLANS, Site, Tab, find_faults
from playwright.sync_api import Browser

LAO = "nongsaeng"
PAGES = (
    "",
    f"{LAO}/",
    f"{LAO}/plans/",
    f"{LAO}/2566-2570/",
    f"{LAO}/2566-2570/projects/",
    f"{LAO}/2566-2570/projects/p01/",
    f"{LAO}/reports/",
    f"{LAO}/reports/2566-12/",
    f"{LAO}/reports/2566-12/results/1/",
    f"{LAO}/reports/2566-12/narrative/",
    f"{LAO}/reports/2566-12/narrative/1/",
    f"{LAO}/reports/2566-12/eplan/",
    f"{LAO}/reports/2566-12/photos/",
    f"{LAO}/compare/",
    "compare/2566-12/",
    "portal/",
    "portal/missions/2566-2570-1-1/",
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
FIRST = ":nth-child(-n + 79)"  # of the hundred rules, each of which looks as the others do
WIDTH = "document.documentElement.scrollWidth"
# What axe asks of colours and room; all else is the same in every window.
LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
PAYLOAD = (
    '| \\ ` * _ {{ 7*7 }} {: onclick="hacked()" } {#x} [x](javascript:hacked()) ![x](x) <script>hacked()</script>'
    "<img src=x onerror=hacked()> &amp; &lt; <b>b</b> \"'> <!-- --> ]]> </td></table></div>"
)
STRANGE = "article script:not([type*=json]), [onclick], [onerror], article b, article img:not(.seal, .photos img)"
READ = """strange => ({
  hacks: window.hacks,
  strange: document.querySelectorAll(strange).length,
  text: document.body.innerText,
})"""
FIND_STRANGE = """async ([strange, pages]) => (await Promise.all(pages.map(async page => {
  const text = await (await fetch(`/${page}`)).text();
  return new DOMParser().parseFromString(text, "text/html").querySelector(strange) && page;
}))).filter(Boolean)"""
FREE_TEXTS = frozenset(
    """
    address alt background benefits card_name closing duties duties_lead eplan_name eplan_problems eplan_remark
    eplan_suggestions facts foreword goals hours indicator introduction issuer lao measure methods missions name note
    objectives opinion outcomes outputs outside paragraphs period phone position principles problems proposal rationale
    reason_text remark reporter responsible_units results risk_introduction role step steps subject suggestions summary
    supporting_factors text title
    """.split()  # noqa: SIM905 - one word a key, readable as running text
)


@pytest.fixture(scope="module")
def kept_tab(browser: Browser) -> Iterator[Tab]:
    """Open a tab that has axe on every page, which is sent to it once."""
    tab = Tab(browser.new_context())
    tab.page.add_init_script(Axe().axe_script)
    yield tab
    tab.page.context.close()


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.strip("/") or "root")
def test_page_fits_is_accessible_and_silent(tab: Tab, made_up_address: str, address: str) -> None:
    """A page fits the screen, has no fault that axe finds, logs no error, and asks no other host for anything.

    On a wide dark screen it is looked at for what colours and room decide and it does not share with all pages; then,
    light by its own button, on a phone for everything.
    """
    page = tab.clear(1280, color_scheme="dark", reduced_motion="reduce").open(made_up_address + address)
    assert page.evaluate(WIDTH) <= 1280
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    assert find_faults(page, *LOOKS, within=f"article > {FIRST}") == []

    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.querySelector('.palette-button').click()")
    assert page.evaluate(WIDTH) <= 360
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    page.evaluate(f"document.querySelectorAll('article > :not({FIRST})').forEach(part => part.remove())")
    assert find_faults(page) == []
    assert tab.faults == tab.list_elsewhere(made_up_address) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("address", SHARED, ids=["site", "lao"])
def test_frame_is_accessible_and_silent(tab: Tab, made_up_address: str, address: str, scheme: str) -> None:
    """What all pages share has no fault in any window nor in any colours, and logs none when it is loaded so."""
    for width in (1280, 360):
        page = tab.clear(width, color_scheme=scheme).open(made_up_address + address)

        assert find_faults(page) == []
        assert tab.faults == tab.list_elsewhere(made_up_address) == []


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the made-up LAO with the payload at the end of every free text."""
    site = Site(tmp_path_factory.mktemp("hostile") / "project", has_handbook=False)
    site.add(MADE_UP_PLANS / LAO)
    for path in site.plans.rglob("*.yml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - keeps text as text
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
    """On every page text from YAML adds no element; on the fullest of each kind it runs nothing and shows as typed."""
    base = serve_folder(hostile_site.built)
    paths = sorted(hostile_site.built.rglob("index.html"), key=lambda path: path.stat().st_size)
    pages = [f"{path.parent.relative_to(hostile_site.built).as_posix()}/" for path in paths]
    fullest = {re.sub("[0-9]+", "0", page): page for page in pages}
    tab = Tab(browser.new_context(viewport={"width": 1280, "height": 800}))
    tab.page.add_init_script("window.hacks = 0; window.hacked = () => { window.hacks += 1 }; window.alert = hacked")
    shown = 0
    for page in fullest.values():
        read = tab.open(base + page).evaluate(READ, STRANGE)
        assert (read["hacks"], read["strange"]) == (0, 0), page
        assert tab.faults == tab.list_elsewhere(base) == [], page
        shown += '<img src=x onerror=hacked()> &amp; &lt; <b>b</b> "' in read["text"]
    assert tab.page.evaluate(FIND_STRANGE, [STRANGE, pages]) == []
    tab.page.context.close()
    assert shown > 20
