"""The generated parts of the handbook's pages: all there, and as the code says now."""

from __future__ import annotations

import pytest
from prongsai.handbook.keys import FILES
from prongsai.handbook.pages import FOLDER, PART, PARTS, list_pages, renew_page

PAGES = list_pages(FOLDER)
USED = [(part["name"], part["of"]) for path in PAGES for part in PART.finditer(path.read_text(encoding="utf-8"))]


def test_generated_parts_are_up_to_date() -> None:
    """After a change of a key, a command or a setting, ``make handbook`` was run."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in PAGES}

    assert [name for name, text in texts.items() if renew_page(text) != text] == []


def test_every_part_is_on_a_page() -> None:
    """Every kind of file has its table of keys on some page, and nothing is written for no page."""
    assert {name for name, _ in USED} == set(PARTS)
    assert {kind for name, kind in USED if name == "keys"} == set(FILES)


def test_text_around_a_part_is_kept() -> None:
    """Only what stands between the two comments is renewed."""
    page = "ก่อน\n\n<!-- generated: reserved-names -->\nเก่า\n<!-- /generated -->\n\nหลัง\n"

    renewed = renew_page(page)

    assert renewed.startswith("ก่อน\n\n<!-- generated: reserved-names -->\n\n`about`")
    assert renewed.endswith("\n\n<!-- /generated -->\n\nหลัง\n")


def test_unknown_part_is_refused() -> None:
    """A mistyped name of a part is no silence."""
    with pytest.raises(KeyError):
        renew_page("<!-- generated: kyes -->\n<!-- /generated -->")
