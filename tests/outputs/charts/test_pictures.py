"""The charts as pictures: one of each that stands on a page, whole, repeatable, and safe to open."""

from __future__ import annotations

import datetime as dt
import os
from io import BytesIO
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, Site
from figure_records import make_dossier, make_plan, make_progress, make_project
from lxml import etree, html
from markdown import Markdown
from PIL import Image
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.charts.output import list_artifacts

pytestmark = pytest.mark.slow
SVG = "{http://www.w3.org/2000/svg}"


def make_shelf(title: str = "มิติ", **lao: object) -> Shelf:
    """Return an LAO with one project with money, known in part, in one round."""
    projects = [make_project(budget="20000"), make_project("p02", budget="ไม่ทราบ")]
    plan = make_plan(projects, dimensions={"1": title})
    return Shelf(Ledger(make_dossier([plan], {"2566-12": [make_progress("p01", disbursed="100")]}, **lao)))


def test_pictures_of_every_chart() -> None:
    """Status and money of the round, all rounds, the plan's budget; each as SVG and PNG of some size."""
    made = {artifact.path.rpartition("-chart-")[2]: artifact.make() for artifact in list_artifacts(make_shelf())}

    names = ("status-2566-12", "money-2566-12", "progress", "budget-2566-2570")
    assert set(made) == {f"{name}.{kind}" for name in names for kind in ("svg", "png")}
    for name in names:
        with Image.open(BytesIO(made[f"{name}.png"])) as picture:
            assert picture.width == 1280
            assert len(picture.getcolors() or ()) > 2
        tree = etree.fromstring(made[f"{name}.svg"])
        assert tree.findtext(f"{SVG}title")
        assert not tree.xpath("//*[local-name()='script' or local-name()='image' or local-name()='foreignObject']")


def test_same_chart_same_bytes() -> None:
    """A picture changes only where a figure, a word or the drawing did, as its key tells."""
    first, second, other = (list(list_artifacts(make_shelf(title))) for title in ("ก", "ก", "ข"))

    assert [artifact.key for artifact in first] == [artifact.key for artifact in second]
    assert [artifact.make() for artifact in first[:2]] == [artifact.make() for artifact in second[:2]]
    assert first[0].key != other[0].key
    assert first[-1].key == other[-1].key  # the plan's budget names no dimension


def test_hostile_title_is_text() -> None:
    """Neither Typst nor SVG takes it for markup."""
    hostile = "#panic() <script> ]] *x* $y$ & \\u{41}"
    svg = next(list_artifacts(make_shelf(hostile))).make()
    tree = etree.fromstring(svg)

    assert "เสร็จ" in (tree.findtext(f"{SVG}desc") or "")
    assert not tree.xpath("//*[local-name()='script']")


def test_every_chart_of_a_page_offers_its_pictures(made_up_site: Site) -> None:
    """Right below the chart, to files that are there."""
    charts = 0
    for page in sorted((made_up_site.content / "nongsaeng").rglob("*.md")):
        body = page.read_text(encoding="utf-8").partition("\n---\n")[2]
        tree = html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html"]).convert(body), "div")
        address = page.parent if page.name == "index.md" else page.with_suffix("")
        for figure in tree.xpath("//figure[not(ancestor-or-self::*[contains(@class, 'photo')])]"):
            charts += 1
            links = figure.xpath("following-sibling::p[1]//a/@href")
            assert [link.rpartition(".")[2] for link in links] == ["svg", "png"], page
            assert all(Path(os.path.normpath(address / link)).is_file() for link in links), page
    assert charts > 6
    sums = (made_up_site.content / "data" / "SHA256SUMS").read_text(encoding="utf-8")
    assert "nongsaeng-chart-progress.svg" in sums


def test_nothing_is_offered_where_no_papers_are_made(tmp_path: Path) -> None:
    """No page leads to pictures that are not there."""
    write_site(check_plans(MADE_UP_PLANS, only="nongsaeng"), tmp_path, Settings(dt.date(2025, 5, 1), "ทดสอบ"))

    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "nongsaeng").rglob("*.md")]
    assert any("<figure" in page for page in pages)
    assert not any("ภาพแผนภูมินี้" in page for page in pages)
