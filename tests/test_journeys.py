"""What people come for, walked in a browser from the first page to the answer, with nothing else asked or broken."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

LAO = "องค์การบริหารส่วนตำบลหนองแสงทอง"
PROJECT = "โครงการประชาคมหมู่บ้านเพื่อจัดทำแผนพัฒนาท้องถิ่น"


@pytest.fixture
def visitor(quiet_page: Page, made_up_address: str) -> Page:
    """Open the front page on a phone."""
    quiet_page.goto(made_up_address)
    return quiet_page


def test_citizen_finds_status_and_money_of_a_project(visitor: Page) -> None:
    """From the front page to the LAO, its projects, and one of them: how far it is, what it cost, and its PDF."""
    article = visitor.get_by_role("article")
    article.get_by_role("link", name=LAO).first.click()
    article.get_by_role("link", name="โครงการทั้งหมด").click()
    article.get_by_role("link", name=PROJECT).click()

    expect_answers(visitor)
    pdf = visitor.request.get(article.get_by_role("link", name="PDF").evaluate("link => link.href"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF")


def test_citizen_needs_no_mouse(visitor: Page) -> None:
    """The same way with the keyboard alone, past the menus by the link that skips them."""
    for stop in (LAO, "โครงการทั้งหมด", PROJECT):
        walk_to(visitor, "ข้ามไปที่เนื้อหา")
        walk_to(visitor, stop)

    expect_answers(visitor)


def test_searcher_lands_on_the_part_that_answers(visitor: Page) -> None:
    """From the field of the front page, in words of their own, to the section of a project that has them."""
    visitor.get_by_role("searchbox").fill("รับฟังความเห็นประชาคม")
    visitor.keyboard.press("Enter")
    hit = visitor.get_by_role("listitem").filter(has=visitor.get_by_role("link", name=PROJECT)).first
    expect(hit).to_contain_text(LAO)
    hit.get_by_role("link", name="วิธีดำเนินการ").click()

    heading = visitor.get_by_role("heading", name="วิธีดำเนินการ")
    expect(heading).to_be_in_viewport()
    assert visitor.url.endswith(f"#{heading.get_attribute('id')}")


def expect_answers(page: Page) -> None:
    """Check what a citizen came for: the status, the money planned, and the money spent by round."""
    expect(page.get_by_role("heading", level=1)).to_have_text(PROJECT)
    expect(page.locator(".first")).to_contain_text("ดำเนินการแล้วเสร็จ")
    expect(page.locator(".first")).to_contain_text("เบิกจ่ายแล้ว ๒๐,๐๐๐")
    expect(page.get_by_role("article")).to_contain_text("จำนวน ๒๐,๐๐๐.- บาท (สองหมื่นบาทถ้วน)")
    row = page.get_by_role("row", name=re.compile("๒๕๖๖ รอบ ๑๒ เดือน"))
    expect(row).to_contain_text("ดำเนินการแล้วเสร็จ")
    expect(row).to_contain_text("๑๘,๔๙๕")


def walk_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on the link that is called so, then Enter."""
    link = page.locator("a:focus").filter(has_text=name)
    for _ in range(100):
        page.keyboard.press("Tab")
        if link.count():
            address = link.evaluate("link => link.href")
            page.keyboard.press("Enter")
            page.wait_for_url(address)
            return
    pytest.fail(f"no link called {name}")


def test_assessor_opens_every_item(visitor: Page) -> None:
    """From the front page to the OIT items of ITA 2567, and from each item to its page, PDF and signed original."""
    visitor.get_by_role("article").get_by_role("link", name=LAO).first.click()
    visitor.get_by_role("article").get_by_role("link", name="ข้อมูลตาม OIT").click()
    visitor.get_by_role("link", name="การประเมิน ITA ปี พ.ศ. ๒๕๖๗").click()
    links = visitor.locator(".addresses a")
    expect(links.first).to_be_visible()
    index = visitor.url
    opened = {}
    for number in range(links.count()):
        link = links.nth(number)
        code = link.locator("xpath=ancestor::tr").locator("th strong").inner_text()
        if link.inner_text() == "หน้าเว็บ":
            link.click()
            opened[code] = visitor.get_by_role("heading", level=1).inner_text()
            visitor.goto(index)
        elif link.inner_text() == "ผลรายโครงการ":
            assert visitor.request.get(link.evaluate("link => link.href")).ok
        else:
            assert visitor.request.get(link.evaluate("link => link.href")).body().startswith(b"%PDF")

    assert list(opened) == ["O32", "O33", "O34"]
    assert links.filter(has_text="PDF").count() == 3
    assert "แผนปฏิบัติการป้องกันการทุจริต" in opened["O32"]
    assert "รายงานผลการดำเนินงาน" in opened["O33"]
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใส" in opened["O34"]
    expect(visitor.get_by_role("row", name="O35")).to_contain_text("ยังไม่มีข้อมูลเผยแพร่")
