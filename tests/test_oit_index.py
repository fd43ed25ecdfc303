"""The OIT index on the built site: what an assessor reads and copies, and its table."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MADE_UP_PLANS, Site, Tab
from lxml import html
from playwright.sync_api import Page, expect
from prongsai.cli.main import cli

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
ADDRESS = f"{LAO}/oit/2567/"


@pytest.fixture
def page(tab: Tab, made_up_address: str) -> Iterator[Page]:
    """Open the items of ITA 2567 with leave to use the clipboard."""
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield tab.clear(1280).open(made_up_address + ADDRESS)
    tab.page.context.clear_permissions()


def test_page_starts_with_the_count(made_up_site: Site) -> None:
    """An assessor reads first how many items are complete, then the table, one row an item."""
    article = html.document_fromstring(made_up_site.read(ADDRESS)).xpath("//article")[0]

    assert article.xpath("string(./h1/following-sibling::p[1])") == "ครบ ๐ จาก ๔ ข้อ · ขาดบางส่วน ๓ ข้อ · ยังไม่มี ๑ ข้อ"
    assert [row.split()[0] for row in article.xpath(".//tbody/tr/th/strong/text()")] == ["O32", "O33", "O34", "O35"]
    assert article.xpath("count(.//tbody/tr[td[2]//span[@class='sign']])") == 4
    assert "ขาด ผู้รับผิดชอบ ๑ จาก ๔ มาตรการ" in article.xpath(".//tbody/tr[3]")[0].text_content()


def test_table_is_beside_the_page(made_up_site: Site) -> None:
    """The link below the items leads to their table, in Arabic digits."""
    tree = html.document_fromstring(made_up_site.read(ADDRESS))
    [link] = tree.xpath("//article//a[contains(@href, '.csv')]/@href")
    path = (made_up_site.built / ADDRESS / link).resolve()
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))

    assert [row["code"] for row in rows] == ["O32", "O33", "O34", "O35"]
    assert rows[1]["page_address"] == f"{LAO}/reports/2566-12/"
    assert rows[0]["signed_address"] == f"{LAO}/files/adopt-2565.pdf"


def test_front_page_and_navigation_lead_to_the_index(made_up_site: Site) -> None:
    """The index is a section of the LAO; pages without items have no copy script."""
    tree = html.document_fromstring(made_up_site.read(f"{LAO}/"))

    assert tree.xpath("//article//a[@href='oit/']")
    assert tree.xpath("//nav//a[@href='oit/']")
    assert not tree.xpath("//script[contains(@src, 'copy.js')]")


def test_copy_button_gives_the_full_address(page: Page, made_up_address: str) -> None:
    """The button copies the address as the site is served, and says so to screen readers."""
    page.get_by_role("button", name="คัดลอกที่อยู่ ฉบับลงนาม O32").click()

    expect(page.get_by_role("status")).to_have_text("คัดลอกที่อยู่แล้ว")
    assert page.evaluate("navigator.clipboard.readText()") == f"{made_up_address}{LAO}/files/adopt-2565.pdf"


def test_without_clipboard_the_address_is_selected(page: Page, made_up_address: str) -> None:
    """A page served without https has no clipboard: the full address is selected instead."""
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="คัดลอกที่อยู่ หน้าเว็บ O33").click()

    assert page.evaluate("getSelection().toString()").strip() == f"{made_up_address}{LAO}/reports/2566-12/"
    assert "เลือกที่อยู่ไว้แล้ว" in page.get_by_role("status").inner_text()


def test_address_of_the_office_is_copied_as_it_was_typed(page: Page, made_up_address: str) -> None:
    """On the page of all items the button beside another site's address copies that."""
    page.goto(f"{made_up_address}{LAO}/oit/2568/")
    page.get_by_role("button", name="คัดลอกที่อยู่ ที่อยู่ 1 O2", exact=True).click()

    expect(page.get_by_role("status")).to_have_text("คัดลอกที่อยู่แล้ว")
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.go.th/contact"


def test_without_script_no_button_shows(plain_tab: Tab, made_up_address: str) -> None:
    """Without JavaScript the addresses are there as text, and no button that does nothing."""
    opened = plain_tab.open(made_up_address + ADDRESS)

    assert opened.locator("button.copy:visible").count() == 0
    assert opened.get_by_text(f"{LAO}/2566-2570/", exact=True).is_visible()


def test_gap_between_years_is_told_to_web_staff(tmp_path: Path) -> None:
    """A report that was taken away is missed by the check, by its item; warnings count where it is strict."""
    shutil.copytree(MADE_UP_PLANS / LAO, tmp_path / "plans" / LAO)
    progress = tmp_path / "plans" / LAO / "progress"
    (progress / "2567-12.yml").rename(progress / "2568-12.yml")
    result = CliRunner().invoke(cli, ["check", "--strict", "--plans", str(tmp_path / "plans")])

    assert result.exit_code == 1
    assert "แต่ไม่มี progress/2567-12.yml จึงขาดข้อ OIT O26 ของปี 2568" in result.output
