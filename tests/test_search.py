"""The site's search: its data, and what a reader finds with it in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from conftest import Site
from playwright.sync_api import Browser, Page

from generator.search import SearchIndex, index_page

LAO = "nongsaeng"


def test_page_is_cut_at_its_headings() -> None:
    """Each heading with its id starts a section; tags leave spaces, navigation leaves nothing."""
    html = "<nav>เมนู</nav><h1 id='top'>ก</h1><p>หนึ่ง</p><p>สอง</p><h2 id='b'>ข</h2><table><tr><td>1</td><td>2</td></tr></table>"

    page = index_page("a/", "ชื่อ &", html)

    assert [(part.anchor, part.heading, part.text) for part in page.sections] == [
        ("top", "ก", "หนึ่ง สอง"),
        ("b", "ข", "1 2"),
    ]


def test_text_is_tidied_without_loss() -> None:
    """Both spellings of sara am become one, invisible characters go, entities are what they stand for."""
    page = index_page("a/", "ทํา", "<h1 id='top'>น้ํา&amp;\u200bไฟ\u00ad</h1>")

    assert (page.title, page.sections[0].heading) == ("ทำ", "น้ำ&ไฟ")


def test_data_are_grouped_by_lao_in_the_order_of_addresses() -> None:
    """Each LAO has a file of its own, the site's pages another; the order does not depend on the build's."""
    index = SearchIndex()
    index.add("b", index_page("z/", "z", "<h1 id='top'>z</h1>"))
    index.add("b", index_page("a/", "a", "<h1 id='top'>a</h1>"))
    index.add("", index_page("how-to-read/", "อ่าน", "<h1 id='top'>อ่าน</h1>"))

    files = {path: json.loads(text) for path, text in index.render().items()}

    assert [row[0] for row in files["b/search.json"]] == ["a/", "z/"]
    assert [row[0] for row in files["search.json"]] == ["how-to-read/"]


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
    """Return the addresses found for some words, as paths of the site."""
    page.goto(f"{address}{place}?q={quote(words)}")
    page.wait_for_function("/พบ|โหลดข้อมูลค้นหาไม่ได้/.test(document.getElementById('search-status').textContent)")
    links = page.locator(".hit-title a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(address) for link in links]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("No Gift Policy", "projects/no-gift/"),
        ("no gift", "projects/no-gift/"),
        ("ตรวจสอบภายใน", "projects/p12/"),
        ("งดรับของขวัญ", "projects/no-gift/"),
        ("ร้องทุกข์", "projects/p11/"),
        ("ประชาคมหมู่บ้าน", "projects/p10/"),
        ("เผยแพร่ ความรู้ สิทธิ", "projects/p03/"),
        ("215/2565", "announcements/order-215-2565/"),
        ("๒๑๕/๒๕๖๕", "announcements/order-215-2565/"),
        ("รอบ 12 เดือน 2566", "reports/2566-12/"),
        ("รอบ ๑๒ เดือน ๒๕๖๖", "reports/2566-12/"),
        ("ประมวลจริยธรรมของพนักงาน", "projects/p02/"),
    ],
)
def test_expected_page_is_among_the_first_three(page: Page, made_up_address: str, words: str, expected: str) -> None:
    """Words in the middle of a run, several words, either digits, English in any case: the page is found."""
    assert f"{LAO}/{expected}" in search(page, made_up_address, words)[:3]


def test_pasted_sara_am_and_invisible_characters_find_the_same(page: Page, made_up_address: str) -> None:
    """What a reader pastes from a broken document finds what typing finds."""
    typed = search(page, made_up_address, "ทำ")
    pasted = search(page, made_up_address, "ท\u200bํา")

    assert typed == pasted != []


def test_words_run_together_are_cut_when_nothing_else_helps(page: Page, made_up_address: str) -> None:
    """A query whose words stand apart in the text is cut into its words."""
    assert search(page, made_up_address, "เผยแพร่สิทธิประชาชน")


def test_matches_are_marked_and_counted_for_everyone(page: Page, made_up_address: str) -> None:
    """Matches are marked in title and excerpt, and the count is in a status region."""
    search(page, made_up_address, "ของขวัญ")

    assert page.locator(".hits mark").first.text_content() == "ของขวัญ"
    assert page.locator("#search-status[role=status]").text_content().startswith("พบ ")  # type: ignore[union-attr]


def test_nothing_found_suggests_what_to_do(page: Page, made_up_address: str) -> None:
    """Without a hit the page says so and what to try."""
    assert search(page, made_up_address, "qqqzzz") == []
    assert "ลองใช้คำที่สั้นลง" in page.locator("#search-status").text_content()  # type: ignore[operator]


def test_failed_download_is_told_and_can_be_tried_again(page: Page, made_up_address: str) -> None:
    """When the data cannot be fetched the reader is told, and the next try may work."""
    page.route("**/search.json", lambda route: route.abort())
    search(page, made_up_address, "ของขวัญ")
    assert "โหลดข้อมูลค้นหาไม่ได้" in page.locator("#search-status").text_content()  # type: ignore[operator]

    page.unroute("**/search.json")
    page.locator("#search-form button").click()

    page.wait_for_selector(".hits")


def test_typing_searches_and_the_address_can_be_shared(page: Page, made_up_address: str) -> None:
    """Letters alone start the search, without a key like Enter; the address holds the words."""
    page.goto(f"{made_up_address}{LAO}/search/")
    page.locator("#search-words").fill("ของขวัญ")
    page.wait_for_selector(".hits")

    assert "q=" in page.url


def test_every_page_leads_to_the_search_of_its_lao(page: Page, made_up_address: str) -> None:
    """The field on a page searches the LAO that the page belongs to."""
    page.goto(f"{made_up_address}{LAO}/projects/p01/")
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
    page.goto(f"{made_up_address}{LAO}/projects/p01/", wait_until="load")

    assert not [address for address in requested if "search" in address]


def test_built_data_are_the_same_for_one_lao_alone(made_up_site: Site) -> None:
    """The data hold addresses relative to the LAO's folder and nothing of other LAOs."""
    text = (made_up_site.built / LAO / "search.json").read_text(encoding="utf-8")

    assert "ห้วยใหม่" not in text
    assert all(not row[0].startswith(("/", "..", LAO)) for row in json.loads(text))
