"""What a screen reader finds on each kind of page: landmarks, headings, tables and controls, by their names.

``SPOKEN_PAGES=write pytest tests/test_spoken_pages.py`` writes ``spoken_pages.yml`` anew; read the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

LAO = "nongsaeng"
GOLDEN = Path(__file__).with_name("spoken_pages.yml")
PAGES = {
    "front page": "",
    "LAO": f"{LAO}/",
    "plan": f"{LAO}/2566-2570/",
    "projects": f"{LAO}/2566-2570/projects/",
    "project": f"{LAO}/2566-2570/projects/p01/",
    "report": f"{LAO}/reports/2566-12/",
    "e-Plan tables": f"{LAO}/reports/2566-12/eplan/",
    "measures": f"{LAO}/measures/2567/",
    "announcement": f"{LAO}/announcements/adopt-2565/",
    "memo": f"{LAO}/announcements/memo-2566-12/",
    "OIT": f"{LAO}/oit/2567/",
    "contact": f"{LAO}/contact/",
    "search": f"{LAO}/search/",
}
# Roles that people jump between; paragraphs, cells and links in the text are left out.
_KEPT = "banner|navigation|main|contentinfo|complementary|region|search|form|heading|table|button|textbox|searchbox|combobox"
_NAME = r'(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*'
_LINE = re.compile(rf"\s*- '?((?:{_KEPT}|checkbox|radio|figure|img){_NAME})'?(?::.*)?")


def read_aloud(snapshot: str) -> list[str]:
    """Return what is kept of a page as its accessibility tree tells it, in reading order; parts of a drawing are not."""
    found = (_LINE.fullmatch(line) for line in snapshot.splitlines())
    return [line[1] for line in found if line and line[1] != "img"]


def test_names_are_those_that_were_read_through(made_up_address: str, browser: Browser) -> None:
    """Every kind of page has the landmarks, headings, tables and controls that a person read through once."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    spoken = {}
    for kind, address in PAGES.items():
        page.goto(made_up_address + address)
        spoken[kind] = read_aloud(page.locator("body").aria_snapshot())
    page.close()
    if os.environ.get("SPOKEN_PAGES") == "write":
        GOLDEN.write_text(yaml.safe_dump(spoken, allow_unicode=True, sort_keys=False, width=200), encoding="utf-8")
        pytest.skip("written anew")
    assert spoken == yaml.load(GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def test_nothing_that_is_reached_has_no_name() -> None:
    """No heading, table or control is called nothing."""
    pages = yaml.load(GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    named = {"heading", "table", "button", "textbox", "searchbox", "combobox", "checkbox", "region"}
    assert {(kind, line) for kind, lines in pages.items() for line in lines if line in named} == set()
