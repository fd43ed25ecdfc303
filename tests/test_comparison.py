"""The comparison of LAOs in a browser: sorting, choosing, the address; a figure opens where it comes from."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from conftest import MADE_UP_PLANS, Site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

ROUND = "compare/2566-12/"
NAMES = {"nongsaeng": "หนองแสงทอง", "donyao": "ดอนยาว", "bankhok": "บ้านโคก"}
INNER_SCROLLS = """[...document.querySelectorAll('.table-box')].map(box => [box.scrollWidth, box.clientWidth])
  .filter(([inner, room]) => inner > room)"""
LONG_TEXT = """shown => shown.replaceChildren(
  Object.assign(document.createElement('span'), { className: 'keep', textContent: '9,999,999,999,999,999,999' }))"""
DIFFERENT = {"bankhok": ("status: อยู่ระหว่างดำเนินการ", "status: ดำเนินการแล้วเสร็จ")}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, serve_folder: functools.partial[str]) -> str:
    """Build a site of three LAOs that report and one that does not; return where it is served."""
    site = Site(tmp_path_factory.mktemp("comparison") / "project", has_handbook=False)
    site.add(MADE_UP_PLANS / "huaimai")
    for slug, name in NAMES.items():
        for path in site.add_one_round(slug).rglob("*.yml"):
            text = path.read_text(encoding="utf-8").replace(NAMES["nongsaeng"], name)
            path.write_text(text.replace(*DIFFERENT.get(slug, ("\0", ""))), encoding="utf-8")
    result = site.build(strict=False)
    assert result.returncode == 0, result.stderr
    return serve_folder(site.built)


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """Open the comparison on a phone, where nothing may go wrong unseen."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.goto(base + ROUND)
    yield opened
    context.close()
    assert faults == []


def list_rows(page: Page) -> list[str | None]:
    """Return the LAOs in the order shown."""
    return [row.get_attribute("data-lao") for row in page.locator("tbody tr").all()]


def test_sorting_puts_what_is_not_known_last(page: Page, base: str) -> None:
    """By name at first; by a figure from most to least, the LAO without a report at the end; the address keeps it."""
    assert list_rows(page) == ["huaimai", "donyao", "bankhok", "nongsaeng"]
    page.get_by_label("เรียงตาม").select_option("cannot")
    assert list_rows(page) == ["donyao", "bankhok", "nongsaeng", "huaimai"]
    page.get_by_label("เรียงตาม").select_option("done-percent")
    assert list_rows(page) == ["bankhok", "donyao", "nongsaeng", "huaimai"]
    expect(page).to_have_url(f"{base}{ROUND}?sort=done-percent")
    page.go_back()
    expect(page.get_by_label("เรียงตาม")).to_have_value("cannot")


def test_chosen_laos_alone(page: Page, base: str) -> None:
    """Only those that were chosen are shown, also to whom the address is sent; the button brings all back."""
    page.get_by_label(NAMES["donyao"]).check()
    page.get_by_label(NAMES["nongsaeng"]).check()
    assert list_rows(page) == ["donyao", "nongsaeng"]
    expect(page.get_by_role("status")).to_have_text("แสดง 2 จาก 4 หน่วยงาน")

    page.goto(f"{base}{ROUND}?lao=bankhok&lao=nobody&sort=nothing")
    assert list_rows(page) == ["bankhok"]
    page.get_by_role("button", name="แสดงทั้งหมด").click()
    expect(page.get_by_role("status")).to_have_text("แสดง 4 จาก 4 หน่วยงาน")
    expect(page).to_have_url(base + ROUND)


def test_figure_opens_where_it_comes_from(page: Page, base: str) -> None:
    """Without a script: the row's link leads to the LAO's figures, a figure opens its source and a letter."""
    page.locator("tr[data-lao='donyao']").get_by_role("link", name="ที่มา วิธีคิด และแจ้งตัวเลขผิด").click()
    expect(page).to_have_url(f"{base}donyao/compare/#rounds-12")
    figure = page.locator("#compare-12").locator("xpath=..").locator("details").first
    letter = figure.get_by_role("link", name="แจ้งว่าตัวเลขนี้ผิด")
    expect(letter).to_be_hidden()
    figure.locator("summary").click()
    expect(letter).to_be_visible()
    assert (letter.get_attribute("href") or "").startswith("mailto:office@example.go.th?subject=%E0")


def test_no_page_scrolls_sideways(browser: Browser, base: str) -> None:
    """With letters of 200 % on a phone, every figure opened."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for address in (ROUND, "compare/", "donyao/compare/", "donyao/reports/2566-12/photos/"):
        page.goto(base + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
        assert page.evaluate(INNER_SCROLLS) == [], address
    context.close()


@pytest.mark.parametrize("place", [".chart-line > div span", ".glance .figure", ".breadcrumbs li"])
def test_what_has_no_space_breaks(browser: Browser, base: str, place: str) -> None:
    """The largest amount, or a name in one word, pushes no page aside."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(f"{base}donyao/reports/2566-12/")
    page.locator(place).first.evaluate(LONG_TEXT)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_all_figures_of_the_comparison_are_seen_at_once(browser: Browser, base: str) -> None:
    """On a desktop's window of 1,280 points the table needs no scrolling to the side, amounts that are not known either."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(base + ROUND)
    assert page.evaluate("document.querySelectorAll('.table-box').length") == 1
    assert page.evaluate(INNER_SCROLLS) == []
    page.close()
