"""Where lines end on pages in a browser: no word is broken inside, on a phone and on a wide screen."""

from __future__ import annotations

from conftest import Site, Tab
from line_ends import FIND_ENDS, LineEnd, find_torn_word

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


def test_words_are_not_broken_inside(tab: Tab, made_up_address: str) -> None:
    """Of a thousand lines that end inside a text without spaces, at most one ends inside a word; none begins with ๆ."""
    ends: dict[int, list[LineEnd]] = {360: [], 1280: []}
    for address in PAGES:
        page = tab.open(made_up_address + address)
        for width, found in ends.items():
            page.set_viewport_size({"width": width, "height": 800})
            found.extend(LineEnd(before.strip(), after) for before, after in page.evaluate(FIND_ENDS))
    for width, found in ends.items():
        torn = [word for end in found if (word := find_torn_word(end, NAMES))]

        assert len(found) > (200 if width == 360 else 40)
        assert len(torn) <= MOST_TORN * len(found), torn
        assert not [word for word in torn if word.endswith("ๆ")]


def test_pages_hold_no_invisible_letter(made_up_site: Site) -> None:
    """Nothing that copying or finding stumbles over stands between letters."""
    for path in made_up_site.built.rglob("*.html"):
        assert not {"\u200b", "\u2060"} & set(path.read_text(encoding="utf-8")), path
