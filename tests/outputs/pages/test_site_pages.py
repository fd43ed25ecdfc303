"""The site's own pages with no, some and many LAOs."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from figure_records import make_dossier, make_project
from lxml import html
from markdown import Markdown
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.site_pages import render_site_pages
from prongsai.outputs.pages.summary import Summary, summarise
from prongsai.records.dossier import Dossier
from prongsai.records.lao import Lao

TODAY = dt.date(2025, 5, 1)


def make_summary(dossier: Dossier) -> Summary:
    """Return an LAO as the site's pages need it."""
    return summarise(LaoPages(Shelf(Ledger(dossier)), today=TODAY))


def show(*dossiers: Dossier) -> html.HtmlElement:
    """Return the site's front page as a tree."""
    front, *_ = render_site_pages([make_summary(dossier) for dossier in dossiers], TODAY)
    text = Markdown(extensions=["attr_list", "md_in_html"]).convert(front.body)
    return html.fragment_fromstring(text, create_parent="div")


def make_lao(slug: str, name: str) -> Dossier:
    """Return an LAO without a plan."""
    return Dossier(slug, Lao.model_validate({"type": "เทศบาลตำบล", "name": name, "province": "เชียงราย"}))


@pytest.mark.parametrize("number", [3, 100])
def test_each_lao_has_a_row(number: int) -> None:
    """Every LAO has one row; those whose reports are not all there are counted."""
    dossier = make_dossier([make_project()], {})
    tree = show(*[dossier] * (number - 1), make_lao("b", "ข"))

    assert len(tree.xpath("//tbody/tr")) == number
    assert f"{number} หน่วยงานสัญญาอะไรไว้" in tree.text_content()
    assert f"รายงานยังไม่ครบทุกรอบ {number - 1} หน่วยงาน" in tree.text_content()
    assert not tree.find_class("status-late")
    assert "1 พฤษภาคม 2568" in tree.text_content()


def test_laos_are_in_dictionary_order() -> None:
    """A leading vowel counts after its consonant: กก, เกาะ, ขอ, แขม."""
    tree = show(*(make_lao(slug, name) for slug, name in (("a", "แขม"), ("b", "เกาะ"), ("c", "ขอ"), ("d", "กก"))))

    assert [link.get("href") for link in tree.xpath("//tbody//a")] == ["d/", "b/", "c/", "a/"]


def test_no_lao_gives_the_first_steps() -> None:
    """Without any LAO the page says how to start, and asks no clock."""
    assert "lao.yml" in show().text_content()
    assert "ณ วันที่" not in show().text_content()


def show_search(number: int, provinces: tuple[str, ...]) -> tuple[list[str], list[list[str]], str]:
    """Return what the search page of a site of LAOs reads at once and by province, and its chooser of a province."""
    summary = make_summary(make_lao("a", "ก"))
    laos = [replace(summary, province=provinces[place % len(provinces)]) for place in range(number)]
    _, page = render_site_pages(laos, TODAY)
    tree = html.fragment_fromstring(page.body.partition("\n")[2], create_parent="div")
    box = tree.get_element_by_id("search-results")
    chooser = tree.find(".//select")
    rule = "" if chooser is None else "required" if chooser.get("required") is not None else "free"
    return json.loads(box.get("data-texts")), json.loads(box.get("data-titles")), rule


def test_only_lao_is_searched_whole() -> None:
    """Where there is one LAO its text is read at once, and no province is asked for."""
    assert show_search(1, ("เชียงราย",)) == (["../search.json", "../a/search.json"], [], "")


@pytest.mark.parametrize(
    ("number", "provinces", "rule"),
    [(100, ("เชียงราย",), ""), (100, ("พะเยา", "เชียงราย"), "free"), (101, ("พะเยา", "เชียงราย"), "required")],
    ids=["one", "few", "many"],
)
def test_titles_are_read_by_province(number: int, provinces: tuple[str, ...], rule: str) -> None:
    """Of several LAOs titles are read, a file a province in dictionary order; of many only the province chosen."""
    texts, titles, found = show_search(number, provinces)

    assert texts == ["../search.json"]
    assert [name for name, _ in titles] == [name for name in ("เชียงราย", "พะเยา") if name in provinces]
    assert len({address for _, address in titles}) == len(provinces)
    assert found == rule
