"""What people come for, walked in a browser from the first page to the answer, with nothing else asked or broken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

LAO = "nongsaeng"


@pytest.fixture
def visitor(browser: Browser, made_up_address: str) -> Iterator[Page]:
    """Open the front page on a phone; no error of a page, no refused script, no request to another host is allowed."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(made_up_address) else faults.append(request.url))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.goto(made_up_address)
    yield page
    context.close()
    assert faults == []


def test_assessor_opens_every_item(visitor: Page) -> None:
    """From the front page to the OIT items of ITA 2567, and from each item to its page, PDF and signed original."""
    visitor.get_by_role("article").get_by_role("link", name="องค์การบริหารส่วนตำบลหนองแสงทอง").first.click()
    visitor.get_by_role("article").get_by_role("link", name="ข้อ OIT").click()
    visitor.get_by_role("link", name="การประเมิน ITA ปี พ.ศ. ๒๕๖๗").click()
    index = visitor.url
    links = visitor.locator(".addresses a")
    opened = {}
    for number in range(links.count()):
        link = links.nth(number)
        code = link.locator("xpath=ancestor::tr").locator("th strong").inner_text()
        if link.inner_text() == "หน้าเว็บ":
            link.click()
            opened[code] = visitor.get_by_role("heading", level=1).inner_text()
            visitor.goto(index)
        else:
            assert visitor.request.get(link.evaluate("link => link.href")).body().startswith(b"%PDF")

    assert list(opened) == ["O32", "O33", "O34"]
    assert links.filter(has_text="PDF").count() == 3
    assert "แผนปฏิบัติการป้องกันการทุจริต" in opened["O32"]
    assert "รายงานผลการดำเนินงาน" in opened["O33"]
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใส" in opened["O34"]
    expect(visitor.get_by_role("row", name="O35")).to_contain_text("ยังไม่มีหน้าให้เปิด")
