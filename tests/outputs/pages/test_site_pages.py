"""The site's front page with no, some and many LAOs."""

from __future__ import annotations

import datetime as dt

import pytest
from figure_records import make_dossier, make_project
from lxml import html
from markdown import Markdown
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
