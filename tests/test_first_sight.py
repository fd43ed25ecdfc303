"""What a reader sees without scrolling on a phone, and how far each kind of page goes on."""

from __future__ import annotations

import functools

import pytest
from conftest import MADE_UP_PLANS, ROOT, Site, Tab
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

SCREEN = 800
REPORT = "maesai/reports/2566-12/"
KINDS = (
    "",
    "maesai/",
    "chiangmuan/",
    "maesai/plans/",
    "maesai/2566-2570/projects/",
    "maesai/2566-2570/projects/p01/",
    "chiangmuan/2566-2570/projects/p01/",
    "maesai/reports/",
    REPORT,
    f"{REPORT}results/",
    *(f"{REPORT}{part}/{number}/" for part in ("results", "narrative") for number in range(1, 5)),
    f"{REPORT}narrative/",
    f"{REPORT}eplan/",
    "maechan/measures/2568/",
    "maesai/announcements/",
    "maesai/announcements/report-2566-12/",
    "maesai/oit/2566/",
    "nongsaeng/oit/2568/",
    "maesai/en/",
    "maesai/notes/",
    "maesai/contact/",
    "maesai/compare/",
    "nongsaeng/compare/",
    "nongsaeng/reports/2566-12/photos/",
    "compare/2566-12/",
)
LONG = ("maesai/2566-2570/", "how-to-read/", "handbook/")
MEASURE = """() => [getComputedStyle(document.documentElement).fontSize,
  document.body.getBoundingClientRect().height, document.documentElement.scrollWidth]"""
WITH_SCRIPTS = ("maesai/2566-2570/projects/", "maesai/search/", "compare/2566-12/")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, serve_folder: functools.partial[str]) -> str:
    """Build the samples and a made-up LAO with a long name, a seal and unknown money; return where they are served."""
    site = Site(tmp_path_factory.mktemp("sight") / "project")
    samples = sorted(path for path in (ROOT / "plans").iterdir() if path.is_dir())
    site.add(*samples, MADE_UP_PLANS / "nongsaeng")
    result = site.build(strict=False)
    assert result.returncode == 0, result.stderr
    return serve_folder(site.built)


@pytest.fixture
def phone(plain_tab: Tab) -> Page:
    """Open a tab of a phone that runs no script."""
    return plain_tab.clear(360, SCREEN).page


def read_first_screen(page: Page, selector: str) -> list[str]:
    """Return the texts of elements, all of which end within the first screen."""
    texts = []
    for element in page.locator(selector).all():
        box = element.bounding_box()
        assert box is not None
        text = element.inner_text().replace("\u00a0", " ")
        assert box["y"] + box["height"] <= SCREEN, text
        texts.append(text)
    return texts


@pytest.mark.parametrize("address", ["", "maesai/", "nongsaeng/"])
def test_front_page_answers_on_the_first_screen(base: str, phone: Page, address: str) -> None:
    """Projects done, money used, level and what is outstanding stand there before anybody scrolls."""
    phone.goto(base + address)
    done, money, level, outstanding = read_first_screen(phone, ".glance > div")

    assert "โครงการ" in done
    assert "เบิกจ่าย" in money
    assert "ตั้งไว้" in money
    assert "ระดับ" in level
    assert "รายงาน" in outstanding


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("maesai/2566-2570/projects/p01/", ["ดำเนินการแล้วเสร็จ", "ตั้งไว้ตามแผน", "ตามเทศบัญญัติ", "เบิกจ่ายแล้ว", "หลักฐาน"]),
        ("nongsaeng/2566-2570/projects/p01/", ["ตามข้อบัญญัติ", "เบิกจ่ายแล้ว", "รอบ ๖ เดือน", "รอบ ๑๒ เดือน"]),
        ("chiangmuan/2566-2570/projects/p01/", ["ยังไม่มีรายงานผล", "ตั้งไว้ 180,000 บาท"]),
    ],
    ids=["one round", "rounds", "no round"],
)
def test_project_tells_status_and_money_on_the_first_screen(
    base: str, phone: Page, address: str, words: list[str]
) -> None:
    """What it cost, and when that was, is not looked for below."""
    phone.goto(base + address)
    [first] = read_first_screen(phone, ".first")

    assert [word for word in words if word not in first] == []


def test_no_kind_of_page_is_longer_than_twelve_screens(base: str, phone: Page, tab: Tab) -> None:
    """On a phone every kind of page of the samples ends after twelve screens at most; the plan is one document.

    None scrolls sideways with a browser's font of 200 %, also where a script makes some of it.
    """
    measured: dict[int, dict[str, tuple[float, float]]] = {16: {}, 32: {}}
    for page, addresses in ((phone, [*KINDS, *LONG]), (tab.clear(360, SCREEN).page, WITH_SCRIPTS)):
        settings = page.context.new_cdp_session(page)
        sizes = list(measured)
        for address in addresses:
            page.goto(base + address)
            for size in sizes:
                settings.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
                letters, *measured[size][address] = page.evaluate(MEASURE)
                assert letters == f"{size * 1.25:g}px"
            sizes.reverse()  # the next page is loaded with the letters that are set
        settings.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        settings.detach()

    assert {address for address, (height, _) in measured[16].items() if height > 12 * SCREEN} <= set(LONG)
    assert {address for address, (_, width) in measured[32].items() if width > 360} == set()
    assert all(height for height, _ in measured[16].values())


@pytest.mark.parametrize("table", ["e1", "e7"])
def test_old_address_of_an_eplan_table_leads_on(base: str, phone: Page, table: str) -> None:
    """The opening page of a report has a line under the id that the table had there; its link ends at the table."""
    phone.goto(f"{base}{REPORT}#{table}")
    phone.locator(f"#{table}:target a").click()

    assert phone.url == f"{base}{REPORT}eplan/#{table}"
    assert phone.locator(f"h2#{table}").is_visible()


def test_picture_gives_way_to_numbers_without_a_script(base: str, phone: Page) -> None:
    """One of the two stands there, never both."""
    phone.goto(f"{base}maesai/")
    picture, numbers = phone.locator("#chart-status"), phone.locator("table:has(#by-dimension)")
    assert (picture.is_visible(), numbers.is_visible()) == (True, False)

    phone.get_by_text("ตาราง", exact=True).first.click()

    assert (picture.is_visible(), numbers.is_visible()) == (False, True)


def test_strip_above_the_header_is_there_with_a_notice_only(base: str, phone: Page) -> None:
    """A page that is no sample has no empty banner."""
    phone.goto(f"{base}how-to-read/")
    assert phone.locator(".md-banner").count() == 0

    phone.goto(f"{base}maesai/")
    expect(phone.locator(".md-banner")).to_contain_text("ข้อมูลตัวอย่าง")


def test_headings_of_a_table_stay_in_view(base: str, tab: Tab) -> None:
    """On a larger screen a long table scrolls inside its box, below its headings."""
    page = tab.clear(1280, SCREEN).open(f"{base}{REPORT}results/2/")
    box = page.locator(".table-box")
    box.evaluate("box => { box.scrollTop = 600 }")
    head, frame = page.locator("thead").bounding_box(), box.bounding_box()

    assert head is not None
    assert frame is not None
    assert abs(head["y"] - frame["y"]) <= 2
