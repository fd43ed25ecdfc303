"""The page in English on the built site: its language, its other language, and what of it is Thai."""

from __future__ import annotations

import json

import pytest
from conftest import Site
from lxml import html

pytestmark = pytest.mark.slow

LAO = "nongsaeng"
PAGE = f"{LAO}/en/"


def test_page_is_english_and_thai_in_it_is_marked(made_up_site: Site) -> None:
    """The document is in English; every Thai letter a reader meets stands in an element marked as Thai."""
    tree = html.document_fromstring(made_up_site.read(PAGE))
    unmarked = [
        text.strip()
        for text in tree.xpath("//body//text()[not(ancestor::*[@lang='th'])][not(ancestor::script)]")
        if any("ก" <= letter <= "๛" for letter in text)
    ]

    assert tree.get("lang") == "en"
    assert unmarked == []
    assert tree.xpath("string(//a[@class='md-skip'])").strip() == "Skip to content"
    assert tree.xpath("//form[@role='search']") == []


def test_both_languages_name_each_other(made_up_site: Site) -> None:
    """The front page and the page in English have the same two links, and no other page has any."""
    links = {}
    for address in (f"{LAO}/", PAGE, f"{LAO}/reports/"):
        tree = html.document_fromstring(made_up_site.read(address))
        found = tree.xpath("//head/link[@rel='alternate'][@hreflang]")
        links[address] = {
            link.get("hreflang"): (made_up_site.built / address / link.get("href")).resolve() for link in found
        }

    both = {"th": made_up_site.built / LAO, "en": made_up_site.built / LAO / "en"}
    assert links == {f"{LAO}/": both, PAGE: both, f"{LAO}/reports/": {}}


def test_search_finds_its_words(made_up_site: Site) -> None:
    """An English word leads to it among the LAO's pages."""
    pages = json.loads((made_up_site.built / LAO / "search.json").read_text(encoding="cp874"))

    [page] = [page for page in pages if page[0] == "en/"]
    assert "Implementation level" in json.dumps(page)
