"""The site's search: what a reader finds with it in a real browser."""

from __future__ import annotations

import functools
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Site, Tab, find_faults
from playwright.sync_api import Page, Route, expect

LAO = "nongsaeng"
QUERIES = Path(__file__).with_name("search_queries.yml")
CITIZENS_QUERIES = Path(__file__).with_name("search_citizens.yml")
# As Enter does; what the search said before is gone meanwhile.
SEARCH = """async words => {
  const field = document.querySelector("#search-words"), status = document.querySelector("#search-status");
  status.textContent = "";
  field.value = words;
  field.form.requestSubmit();
  const end = performance.now() + 30_000;
  while (!/^(พบ|ไม่พบ|โหลดข้อมูลค้นหาไม่ได้)/.test(status.textContent))
    if (performance.now() < end) await new Promise(go => setTimeout(go, 1));
    else throw new Error(`still: ${status.textContent}`);
  return [...document.querySelectorAll(".hit-title a")].map(link => link.href);
}"""
USUAL = "banrai"  # an LAO whose projects are called as in most plans


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """Open a browser tab that fails on errors of scripts."""
    yield tab.page
    assert tab.errors == []


def search(page: Page, address: str, words: str, *, place: str = f"{LAO}/search/") -> list[str]:
    """Return the addresses found for some words, as paths of the site; the search page is opened where it is not yet."""
    if not page.url.startswith(address + place):
        page.goto(address + place)
    return [link.removeprefix(address) for link in page.evaluate(SEARCH, words)]


def status(page: Page) -> str:
    """Return what the search says of itself."""
    return page.locator("#search-status").inner_text()


@pytest.fixture(scope="module")
def usual_address(tmp_path_factory: pytest.TempPathFactory, serve_folder: functools.partial[str]) -> str:
    """Serve the site of an LAO whose projects are called as in most plans, with synonyms of its own, quotes in one."""
    site = Site(tmp_path_factory.mktemp("usual") / "site", has_handbook=False)
    site.add(Path(__file__).parent / "search_plans" / USUAL)
    group = json.dumps([["รางวัล\"คนดี'", "ขวัญกำลังใจ"]], ensure_ascii=False)
    settings = (site.folder / "mkdocs.yml").read_text(encoding="utf-8")
    site.set(settings.replace("plugins: [prongsai]", f"plugins: [{{prongsai: {{synonyms: {group}}}}}]"))
    result = site.build(strict=False)
    assert result.returncode == 0, result.stderr
    return serve_folder(site.built)


def count_found(page: Page, address: str, lao: str, queries: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """Return how many queries have the page looked for among the first three, and the others."""
    place = f"{lao}/search/"
    missed = [
        query["words"]
        for query in queries
        if f"{lao}/{query['page']}" not in search(page, address, query["words"], place=place)[:3]
    ]
    return len(queries) - len(missed), missed


def test_expected_page_is_among_the_first_three(
    quiet_page: Page, made_up_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the queries of all kinds at least 95 of 100 show the page that the reader looks for among the first three."""
    queries = [
        query
        for kind in yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).values()
        for query in kind
    ]
    found, missed = count_found(quiet_page, made_up_address, LAO, queries)

    with capsys.disabled():
        print(f"\nsearch: {found} of {len(queries)} queries in the first three ({found / len(queries):.1%})")
    assert len(queries) >= 40
    assert found / len(queries) >= 0.95, missed


def test_words_of_citizens_find_those_of_offices(
    page: Page, made_up_address: str, usual_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the queries in other words, abbreviated, broken or slipped, at least 9 of 10 show the page looked for."""
    by_lao = yaml.load(CITIZENS_QUERIES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    queries = {lao: [query for kind in kinds.values() for query in kind] for lao, kinds in by_lao.items()}
    addresses = {LAO: made_up_address, USUAL: usual_address}
    counted = [count_found(page, addresses[lao], lao, some) for lao, some in queries.items()]

    found, total = sum(number for number, _ in counted), sum(map(len, queries.values()))
    with capsys.disabled():
        print(f"\nsearch: {found} of {total} queries of citizens in the first three ({found / total:.1%})")
    assert total >= 20
    assert found / total >= 0.9, [missed for _, missed in counted]


def test_other_word_is_told_and_a_compound_is_no_heap_of_its_parts(page: Page, usual_address: str) -> None:
    """ของขวัญ finds the No Gift Policy and says so, not what has ของ and ขวัญกำลังใจ."""
    found = search(page, usual_address, "ของขวัญ", place=f"{USUAL}/search/")

    assert found[0] == f"{USUAL}/2566-2570/projects/p01/"
    assert f"{USUAL}/2566-2570/projects/p02/" not in found
    assert status(page).startswith("ไม่พบ “ของขวัญ” แสดงผลของ “NO Gift Policy” · พบ ")
    assert page.locator(".hits mark").first.text_content() == "NO Gift Policy"


def test_mending_offers_whole_words_only(page: Page, usual_address: str) -> None:
    """What is shown instead of a slip begins and ends where words of the pages do, never inside a cluster."""
    for typed in ("บ้านไรงาม", "เสริมสร้างขวัญกำลังจ", "ดต่อต้านการทุจริต", "้องกันผลประโยชน์", "แผลประโยชน์"):
        search(page, usual_address, typed, place=f"{USUAL}/search/")
        offered = re.match("ไม่พบ “.*” แสดงผลของ “(.*)” · พบ", status(page))
        words = page.locator(".hits").first.inner_text() if offered else ""

        assert not offered or not re.match("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]", offered[1]), typed
        for word in offered[1].split() if offered else ():
            ends = [words[hit.end() : hit.end() + 1] for hit in re.finditer(re.escape(word), words)]
            assert ends, typed
            assert not any(re.match("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]", end) for end in ends), typed


def test_own_synonyms_of_a_site_are_known(page: Page, usual_address: str) -> None:
    """A group in ``mkdocs.yml`` is understood by the search and by the filter of the project index; quotes do no harm."""
    expected = f"{USUAL}/2566-2570/projects/p02/"
    assert search(page, usual_address, "รางวัล\"คนดี'", place=f"{USUAL}/search/")[0] == expected
    page.goto(f"{usual_address}{USUAL}/2566-2570/projects/?q=รางวัล\"คนดี'")
    assert page.locator("#projects-found th a").evaluate_all("links => links.map(link => link.href)") == [
        usual_address + expected
    ]


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


def test_slip_is_told_and_answered(page: Page, made_up_address: str) -> None:
    """A word that no page has shows what the nearest word finds, and says which word that is."""
    for typed, meant in (
        ("จัดซื้อจัดจาง", "จัดซื้อจัดจ้าง"),  # a mark left out
        ("ตรวจสอบภายไน", "ตรวจสอบภายใน"),  # another vowel
        ("เฝ้าระวัวการทุจริต", "เฝ้าระวังการทุจริต"),  # another letter
        ("ธรรมาภิบาลล", "ธรรมาภิบาล"),  # a letter twice
    ):
        assert search(page, made_up_address, meant) == search(page, made_up_address, typed) != [], typed
        assert status(page).startswith(f"ไม่พบ “{typed}” แสดงผลของ “{meant}” · พบ ")


def test_fragments_of_a_word_are_not_passed_off_as_the_word(page: Page, made_up_address: str) -> None:
    """Pages that have the larger part of a word, a letter left out, are shown as near ones; the smaller is not enough."""
    assert search(page, made_up_address, "ตรวจสอบขวัน") != []
    assert "ครบทุกคำ แสดงรายการที่ใกล้เคียง" in status(page)
    assert search(page, made_up_address, "แผนฆฆฆฆฆฆ") == []


def test_type_of_lao_may_be_abbreviated(page: Page, made_up_address: str) -> None:
    """อบต. finds what องค์การบริหารส่วนตำบล finds."""
    assert (
        search(page, made_up_address, "อบต.หนองแสงทอง")[:5]
        == search(page, made_up_address, "องค์การบริหารส่วนตำบลหนองแสงทอง")[:5]
    )


def test_numbers_and_short_words_are_never_read_as_others(page: Page, made_up_address: str) -> None:
    """A year or a word of a few letters that no page has is not answered with another."""
    for words in ("2599", "กขคง", "qqqzzz", "-- ทททท"):
        assert search(page, made_up_address, words) == [], words


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
    links = page.locator("#search-elsewhere").get_by_role("link")
    addresses = links.evaluate_all("links => links.map(link => link.href)")
    assert {f"{made_up_address}{path}" for path in (f"{LAO}/2566-2570/projects/", f"{LAO}/oit/", "")} < {*addresses}
    assert f"{made_up_address}search/?q=qqqzzz" in addresses
    assert search(page, made_up_address, "ของขวัญ") != []
    assert not page.locator("#search-elsewhere").is_visible()


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
def test_results_are_accessible(tab: Tab, made_up_address: str, scheme: str) -> None:
    """With results shown, with none, and with links to the texts of LAOs, axe finds no fault."""
    page = tab.clear(color_scheme=scheme).page
    for words in ("ของขวัญ", "qqqzzz"):
        search(page, made_up_address, words)
        assert find_faults(page) == []
    search(page, made_up_address, "ของขวัญ", place="search/")
    assert find_faults(page) == []


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


def test_site_search_reads_titles_first_and_texts_when_asked(page: Page, made_up_address: str) -> None:
    """The texts of LAOs come by a link to their own search, or, of few LAOs, where no title answers."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    titled = search(page, made_up_address, "หนองแสงทอง ของขวัญ", place="search/")
    texts = [address for address in requested if address.endswith(f"{LAO}/search.json")]
    further = page.get_by_role("link", name="องค์การบริหารส่วนตำบลหนองแสงทอง", exact=True).get_attribute("href")

    assert titled[0] == f"{LAO}/2566-2570/projects/no-gift/"
    assert texts == []
    assert further == "../nongsaeng/search/?q=%E0%B8%82%E0%B8%AD%E0%B8%87%E0%B8%82%E0%B8%A7%E0%B8%B1%E0%B8%8D"
    assert f"{LAO}/2566-2570/projects/p10/" in search(page, made_up_address, "ครัวเรือน", place="search/")


def test_titles_of_a_hundred_laos_are_light(made_up_site: Site) -> None:
    """Even where LAOs share no word, the first query at a hundred of them loads at most 150 KB, compressed."""
    first = gzip.compress((made_up_site.built / "search.json").read_bytes())
    titles = gzip.compress((made_up_site.built / LAO / "titles.json").read_bytes())

    assert len(first) + 100 * len(titles) <= 150_000


def test_where_laos_are_too_many_a_province_is_chosen_first(
    page: Page, made_up_site: Site, made_up_address: str
) -> None:
    """Until then nothing but the site's own pages could be loaded, so nothing is; the choice stands in the address."""
    html = made_up_site.read("search/")
    chooser = (
        '<select name="province" required><option value="">เลือกจังหวัด</option><option>สมมติ</option></select></form>'
    )
    page.route(
        "**/search/*", lambda route: route.fulfill(body=html.replace("</form>", chooser, 1), content_type="text/html")
    )
    page.route("**/*.json", lambda route: route.continue_())
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{made_up_address}search/?q=ของขวัญ")
    expect(page.locator("#search-status")).to_have_text("เลือกจังหวัดที่จะค้นหา")
    assert not [address for address in requested if address.endswith(".json")]

    page.locator("select[name=province]").select_option("สมมติ")

    page.wait_for_selector(".hits")
    assert "province=" in page.url


def test_rules_and_handbook_are_not_among_results(page: Page, made_up_address: str) -> None:
    """A citizen who searches the site meets no page that is for record keepers."""
    found = [
        address
        for words in ("กฎ", "คู่มือ", "mkdocs", "YAML")
        for address in search(page, made_up_address, words, place="search/")
    ]

    assert [address for address in found if address.startswith(("rules/", "handbook/"))] == []


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
