"""The filter of the project index in a real browser: what it finds, what it remembers, who can use it."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Site, Tab, find_faults
from playwright.sync_api import Page, expect

INDEX = "nongsaeng/2566-2570/projects/"
ALL = 15
UNIT = 'กอง "ก" | <b>ช่าง</b> & *พัสดุ*'


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """Open a phone's browser tab that fails on errors of scripts."""
    yield tab.page
    assert tab.faults == []


@pytest.fixture
def index(page: Page, made_up_address: str) -> Page:
    """Open the project index."""
    page.goto(made_up_address + INDEX)
    return page


def read_found(page: Page) -> list[str]:
    """Return the plan numbers of the rows that can be seen, in order."""
    rows = page.locator("tr[data-name]").filter(visible=True)
    return rows.locator("td:first-child").all_text_contents()


def read_count(page: Page) -> str:
    """Return what a screen reader is told."""
    return page.get_by_role("status").inner_text()


def wait_for_count(page: Page, text: str) -> None:
    """Wait until the count reads so."""
    expect(page.locator("#projects-count")).to_have_text(text)


def test_whole_list_is_shown_at_first(index: Page) -> None:
    """Without a condition all projects stand under their dimensions, and the count says so in the LAO's digits."""
    assert len(read_found(index)) == ALL
    assert index.locator("#dimension-1").is_visible()
    assert read_count(index) == "พบ ๑๕ จาก ๑๕ โครงการ"


def test_status_is_filtered_into_one_list_and_the_address(index: Page) -> None:
    """Choosing a status leaves its projects in one list, each with its dimension, and puts it into the address."""
    index.get_by_label("สถานะ").select_option("cannot")

    assert read_found(index) == ["๓", "๙"]
    assert read_count(index) == "พบ ๒ จาก ๑๕ โครงการ"
    assert index.url.endswith("/projects/?status=cannot")
    assert not index.locator("#dimension-1").is_visible()
    expect(index.locator("#projects-found tbody tr").first).to_contain_text("มิติที่ ๑")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dimension=3", ["๑๐", "๑๑", "๑๕"]),
        ("budget=yes&dimension=1", ["๑", "๓"]),
        ("unit=สำนักปลัด", ["๒", "๕", "๖", "๘", "๑๔"]),
        ("q=2.1&status=done", []),
        ("q=gift", ["๘"]),
        ("q=ของขวัญ งด", ["๘"]),
        ("q=๑,๒๓๔.๕๐", ["๖"]),
        ("q=1,234.50", ["๖"]),
        ("q=๑5๐๐๐๐", ["๑"]),
        ("q=เเนวปฏิบัติ", ["๙"]),
        ("q=คอรัปชั่น เฝ้าระวัง", ["๑๕"]),
        ("q=อีเซอร์วิส", ["๑๔"]),
        ("q=ประชาคมหมูบ้าน", ["๑๐"]),
        ("status=cannot&sort=name", ["๓", "๙"]),
        ("status=nonsense&dimension=4&sort=constructor", ["๑๒", "๑๓"]),
    ],
    ids=[
        "dimension",
        "money",
        "unit",
        "nothing",
        "latin",
        "words",
        "thai-digits",
        "digits",
        "no-commas",
        "broken",
        "synonym",
        "transcribed",
        "slip",
        "name",
        "nonsense",
    ],
)
def test_shared_address_shows_what_it_says(page: Page, made_up_address: str, query: str, found: list[str]) -> None:
    """An address with conditions opens with them; digits and word order do not matter; unknown values are left out."""
    page.goto(f"{made_up_address}{INDEX}?{query}")

    assert read_found(page) == found


def test_words_are_found_in_both_spellings_of_sara_am(page: Page, made_up_address: str) -> None:
    """ํา typed as two characters finds ำ."""
    page.goto(f"{made_up_address}{INDEX}?q=สํานักปลัด")
    typed_apart = read_found(page)
    page.goto(f"{made_up_address}{INDEX}?q=สำนักปลัด")

    assert typed_apart == read_found(page) != []


def test_sorting_keeps_every_project(index: Page) -> None:
    """Sorted by money the largest stands first and unknown amounts last; back in the plan's order all is as before."""
    before = read_found(index)
    index.get_by_label("เรียงตาม").select_option("money")
    by_money = read_found(index)
    index.get_by_label("เรียงตาม").select_option("")

    assert by_money[:2] == ["๑", "๓"]
    assert sorted(by_money) == sorted(before)
    assert read_found(index) == before


def test_names_are_sorted_as_in_a_dictionary(page: Page, made_up_address: str) -> None:
    """โครงการ is sorted by its ค and แนวปฏิบัติ by its น, so both stand between กิจกรรม and มาตรการ."""
    page.goto(f"{made_up_address}{INDEX}?sort=name")
    names = page.locator("#projects-found th[scope=row] a").all_text_contents()
    starts = [
        next(i for i, word in enumerate(("กิจ", "โครง", "แนว", "มาตร")) if name.startswith(word)) for name in names
    ]

    assert len(names) == ALL
    assert starts == sorted(starts)


def test_back_button_goes_back_one_choice(index: Page) -> None:
    """Each choice is a step in the history, and the controls follow it."""
    index.get_by_label("มิติ", exact=True).select_option("2")
    index.get_by_label("สถานะ").select_option("done")
    narrow = read_found(index)
    index.go_back()
    expect(index.locator("#filter-status")).to_have_value("")

    assert index.url.endswith("?dimension=2")
    assert len(read_found(index)) > len(narrow) > 0
    index.go_back()
    wait_for_count(index, "พบ ๑๕ จาก ๑๕ โครงการ")


def test_empty_result_is_told_and_can_be_reset(index: Page) -> None:
    """Where nothing is found the page says so and what to do; reset brings everything back, by keyboard."""
    index.get_by_label("คำในรายการ").press_sequentially("ไม่มีคำนี้")
    expect(index.locator("#projects-count")).to_have_text(re.compile("ไม่พบ"))
    assert read_found(index) == []
    assert not index.locator("#projects-found").is_visible()

    index.get_by_role("button", name="ล้างเงื่อนไข").press("Enter")
    wait_for_count(index, "พบ ๑๕ จาก ๑๕ โครงการ")
    assert index.url.endswith("/projects/")
    assert len(read_found(index)) == ALL


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?status=done&sort=name", "?q=zzz"], ids=["found", "empty"])
def test_filtered_page_is_accessible_and_fits(tab: Tab, made_up_address: str, query: str, scheme: str) -> None:
    """With a filter on, axe finds no fault and the page is no wider than a phone."""
    page = tab.clear(color_scheme=scheme).open(made_up_address + INDEX + query)

    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_script_the_whole_table_stays(plain_tab: Tab, made_up_address: str) -> None:
    """Without JavaScript there are no controls and no empty list, but every project."""
    page = plain_tab.open(f"{made_up_address}{INDEX}?status=cannot")

    assert len(read_found(page)) == ALL
    assert not page.locator("#project-filter").is_visible()
    assert not page.locator("#projects-found").is_visible()


def test_unit_of_any_characters_can_be_chosen(tmp_path: Path, page: Page, serve_folder: functools.partial[str]) -> None:
    """A unit's name full of markup is an option, a value of the address, and finds its project."""
    site = Site(tmp_path / "site")
    folder = site.plans / "lao-1"
    folder.mkdir()
    (folder / "lao.yml").write_text("type: เทศบาลตำบล\nname: หนองดี\nprovince: สมมติ\nsample: true\n", encoding="utf-8")
    projects = [{"id": f"p{n}", "number": str(n), "name": f"โครงการที่ {n}", "mission": "1.1"} for n in (1, 2)]
    plan = {"years": "2566-2570", "projects": [projects[0], {**projects[1], "responsible_units": [UNIT]}]}
    (folder / "2566-2570").mkdir()
    (folder / "2566-2570" / "plan.yml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    site.build(strict=False)
    page.goto(f"{serve_folder(site.built)}lao-1/2566-2570/projects/")
    page.get_by_label("ผู้รับผิดชอบ").select_option(UNIT)
    found = read_found(page)
    page.reload()

    assert found == read_found(page) == ["๒"]
