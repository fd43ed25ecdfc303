"""Where lines end on pages in a browser: no word is broken inside, on a phone and on a wide screen."""

from __future__ import annotations

import pytest
from conftest import Site
from line_ends import FIND_ENDS, LineEnd, find_torn_word
from playwright.sync_api import Browser

LAO = "nongsaeng"
NAMES = ("หนองแสงทอง", "เมืองตัวอย่าง")
PAGES = (
    "",
    f"{LAO}/",
    f"{LAO}/2566-2570/",
    f"{LAO}/2566-2570/projects/",
    f"{LAO}/2566-2570/projects/p01/",
    f"{LAO}/reports/2566-12/",
    f"{LAO}/reports/2566-12/narrative/1/",
    f"{LAO}/measures/2567/",
    f"{LAO}/announcements/adopt-2565/",
    f"{LAO}/announcements/memo-2566-12/",
    f"{LAO}/oit/2567/",
    "how-to-read/",
)
MOST_TORN = 0.001  # of the ends of lines that are no spaces


@pytest.mark.parametrize("width", [360, 1280])
def test_words_are_not_broken_inside(browser: Browser, made_up_address: str, width: int) -> None:
    """Of a thousand lines that end inside a text without spaces, at most one ends inside a word; none begins with ๆ."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    ends: list[LineEnd] = []
    for address in PAGES:
        page.goto(made_up_address + address)
        ends += (LineEnd(before.strip(), after) for before, after in page.evaluate(FIND_ENDS))
    context.close()
    torn = [word for end in ends if (word := find_torn_word(end, NAMES))]

    assert len(ends) > (200 if width == 360 else 40)
    assert len(torn) <= MOST_TORN * len(ends), torn
    assert not [word for word in torn if word.endswith("ๆ")]


def test_pages_hold_no_invisible_letter(made_up_site: Site) -> None:
    """Nothing that copying or finding stumbles over stands between letters."""
    for path in made_up_site.built.rglob("*.html"):
        assert not {"\u200b", "\u2060"} & set(path.read_text(encoding="utf-8")), path
