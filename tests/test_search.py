"""The site's search: what a reader finds with it in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from conftest import Site
from playwright.sync_api import Browser, Page, Route, expect

LAO = "nongsaeng"
QUERIES = Path(__file__).with_name("search_queries.yml")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a browser tab that fails on errors of scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []


def search(page: Page, address: str, words: str, *, place: str = f"{LAO}/search/") -> list[str]:
    """Return the addresses found for some words, as paths of the site; the search page is opened where it is not yet."""
    if not page.url.startswith(address + place):
        page.goto(address + place)
    page.locator("#search-words").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_have_text(re.compile("^(พบ|ไม่พบ|โหลดข้อมูลค้นหาไม่ได้)"))
    links = page.locator(".hit-title a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(address) for link in links]


def status(page: Page) -> str:
    """Return what the search says of itself."""
    return page.locator("#search-status").inner_text()


def test_expected_page_is_among_the_first_three(
    quiet_page: Page, made_up_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the queries of all kinds at least 95 of 100 show the page that the reader looks for among the first three."""
    queries = [query for kind in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).values() for query in kind]
    missed = [
        query
        for query in queries
        if f"{LAO}/{query['page']}" not in search(quiet_page, made_up_address, query["words"])[:3]
    ]

    found = len(queries) - len(missed)
    with capsys.disabled():
        print(f"\nsearch: {found} of {len(queries)} queries in the first three ({found / len(queries):.1%})")
    assert len(queries) >= 40
    assert found / len(queries) >= 0.95, missed


def test_front_page_is_found_at_its_own_address(page: Page, made_up_address: str) -> None:
    """The LAO's front page, whose path below the LAO is empty, is linked as a page."""
    assert search(page, made_up_address, "ข้อมูลอื่นของหน่วยงาน")[0] == f"{LAO}/"


def test_pasted_sara_am_and_invisible_characters_find_the_same(page: Page, made_up_address: str) -> None:
    """What a reader pastes from a broken document finds what typing finds."""
    typed = search(page, made_up_address, "ทำ")
    pasted = search(page, made_up_address, "ท\u200bํา")

    assert typed == pasted != []


def test_matches_are_marked_and_counted_for_everyone(page: Page, made_up_address: str) -> None:
    """Matches are marked in title and excerpt, and the count is in a status region."""
    search(page, made_up_address, "ของขวัญ")

    assert page.locator(".hits mark").first.text_content() == "ของขวัญ"
    assert page.locator("#search-status[role=status]").inner_text().startswith("พบ ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("จัดซื้อจัดจาง", "จัดซื้อจัดจ้าง"),
        ("ตรวจสอบภายไน", "ตรวจสอบภายใน"),
        ("เฝ้าระวัวการทุจริต", "เฝ้าระวังการทุจริต"),
        ("ธรรมาภิบาลล", "ธรรมาภิบาล"),
    ],
    ids=["mark left out", "other vowel", "other letter", "letter twice"],
)
def test_slip_is_told_and_answered(page: Page, made_up_address: str, typed: str, meant: str) -> None:
    """A word that no page has shows what the nearest word finds, and says which word that is."""
    assert search(page, made_up_address, meant) == search(page, made_up_address, typed) != []
    assert status(page).startswith(f"ไม่พบ “{typed}” แสดงผลของ “{meant}” · พบ ")


def test_fragments_of_a_word_are_not_passed_off_as_the_word(page: Page, made_up_address: str) -> None:
    """Pages that have only pieces of a word, a letter left out, are shown as near ones."""
    assert search(page, made_up_address, "แผนขวัน") != []
    assert "ครบทุกคำ แสดงรายการที่ใกล้เคียง" in status(page)


def test_type_of_lao_may_be_abbreviated(page: Page, made_up_address: str) -> None:
    """อบต. finds what องค์การบริหารส่วนตำบล finds."""
    assert (
        search(page, made_up_address, "อบต.หนองแสงทอง")[:5]
        == search(page, made_up_address, "องค์การบริหารส่วนตำบลหนองแสงทอง")[:5]
    )


@pytest.mark.parametrize("words", ["2599", "กขคง", "qqqzzz"])
def test_numbers_and_short_words_are_never_read_as_others(page: Page, made_up_address: str, words: str) -> None:
    """A year or a word of a few letters that no page has is not answered with another."""
    assert search(page, made_up_address, words) == []


def test_amount_is_found_without_its_commas(page: Page, made_up_address: str) -> None:
    """A number as a calculator shows it finds the amount as a document writes it."""
    assert search(page, made_up_address, "๑๕๐๐๐๐") == search(page, made_up_address, "150,000") != []


def test_few_hits_are_followed_by_looser_ones(page: Page, made_up_site: Site, made_up_address: str) -> None:
    """Where the very words stand on one page, a page that has them apart follows."""
    words, apart = "แบบแจ้งเบาะแสบนเว็บไซต์", f"{LAO}/2566-2570/projects/no-gift/"

    found = search(page, made_up_address, words)

    assert words not in made_up_site.read(apart)
    assert found[0] == f"{LAO}/measures/2567/"
    assert apart in found


def test_nothing_found_suggests_what_to_do(page: Page, made_up_address: str) -> None:
    """Without a hit the page says so and what to try."""
    assert search(page, made_up_address, "qqqzzz") == []
    expect(page.locator("#search-status")).to_contain_text("ลองใช้คำที่สั้นลง")


def test_failed_download_is_told_and_can_be_tried_again(page: Page, made_up_address: str) -> None:
    """When the data cannot be fetched the reader is told, and the next try may work."""
    page.route("**/search.json", lambda route: route.abort())
    search(page, made_up_address, "ของขวัญ")
    expect(page.locator("#search-status")).to_contain_text("โหลดข้อมูลค้นหาไม่ได้")

    page.unroute("**/search.json")
    page.locator("#search-form button").click()

    page.wait_for_selector(".hits")


def test_reader_is_told_while_the_data_come(page: Page, made_up_address: str) -> None:
    """On a slow line the status says that data are on their way, also when the fetch began at the focus."""
    held: list[Route] = []
    page.route("**/search.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    page.goto(f"{made_up_address}{LAO}/search/")
    page.locator("#search-words").fill("ของขวัญ")
    expect(page.locator("#search-status")).to_have_text("กำลังโหลดข้อมูลค้นหา")

    held[0].continue_()

    page.wait_for_selector(".hits")


def test_search_works_by_keyboard_alone(quiet_page: Page, made_up_address: str) -> None:
    """The field has the focus; the next stops are the button, the first page, and the part of it that answers."""
    quiet_page.goto(f"{made_up_address}{LAO}/search/")
    quiet_page.keyboard.type("ประชาคม")
    quiet_page.wait_for_selector(".hits")
    stops = []
    for _ in range(3):
        quiet_page.keyboard.press("Tab")
        stops.append(quiet_page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.type"))

    assert stops[0] == "submit"
    assert stops[1] == f"{made_up_address}{LAO}/2566-2570/projects/p10/"
    assert stops[2].startswith(f"{stops[1]}#")
    quiet_page.keyboard.press("Enter")
    quiet_page.wait_for_url(stops[2])
    assert quiet_page.locator(f"#{stops[2].split('#')[1]}").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible(browser: Browser, made_up_address: str, scheme: Literal["light", "dark"]) -> None:
    """With results shown, and with none, axe finds no fault."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    tab = context.new_page()
    for words in ("ของขวัญ", "qqqzzz"):
        search(tab, made_up_address, words)
        assert Axe().run(tab).response["violations"] == []
    context.close()


def test_typing_searches_and_the_address_can_be_shared(page: Page, made_up_address: str) -> None:
    """Letters alone start the search, without a key like Enter; the address holds the words."""
    page.goto(f"{made_up_address}{LAO}/search/")
    page.locator("#search-words").fill("ของขวัญ")
    page.wait_for_selector(".hits")

    assert "q=" in page.url


def test_every_page_leads_to_the_search_of_its_lao(page: Page, made_up_address: str) -> None:
    """The field on a page searches the LAO that the page belongs to."""
    page.goto(f"{made_up_address}{LAO}/2566-2570/projects/p01/")
    page.locator("#site-search-words").fill("ของขวัญ")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits")

    assert f"/{LAO}/search/" in page.url


def test_site_search_covers_all_laos(page: Page, made_up_address: str) -> None:
    """The site's own search finds pages of every LAO and the site's own pages."""
    found = search(page, made_up_address, "วิธีอ่าน", place="search/")
    assert "how-to-read/" in found
    assert any(address.startswith("huaimai/") for address in search(page, made_up_address, "ห้วยใหม่", place="search/"))


def test_data_are_fetched_only_by_the_search_page(page: Page, made_up_address: str) -> None:
    """A reader who does not search loads no search data."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{made_up_address}{LAO}/2566-2570/projects/p01/", wait_until="load")

    assert not [address for address in requested if "search" in address]


def test_built_data_are_the_same_for_one_lao_alone(made_up_site: Site) -> None:
    """The data hold addresses relative to the LAO's folder and nothing of other LAOs."""
    text = (made_up_site.built / LAO / "search.json").read_text(encoding="cp874")

    assert "ห้วยใหม่" not in text
    assert all(not row[0].startswith(("/", "..", LAO)) for row in json.loads(text))
