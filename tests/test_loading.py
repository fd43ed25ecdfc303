"""How a page comes over a slow line: nothing on it may move once it is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
COUNT_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("address", [f"{LAO}/", f"{LAO}/search/?q=ทุจริต"], ids=["front page", "search"])
def test_nothing_moves_while_a_page_loads(browser: Browser, made_up_address: str, address: str) -> None:
    """On a phone with a cold cache and a slow line the text is set once, in its own font."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_LINE)
    page.add_init_script(COUNT_SHIFTS)

    page.goto(made_up_address + address, wait_until="networkidle")

    assert page.evaluate("document.fonts.check('16px Sarabun') && document.fonts.check('bold 16px Sarabun')")
    assert page.evaluate("window.shifts") == []
    context.close()
