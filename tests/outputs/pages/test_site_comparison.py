"""The LAOs of a site side by side in one round."""

from __future__ import annotations

import datetime as dt

from figure_records import make_dossier, make_progress, make_project
from lxml import html
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.site_comparison import render_comparison
from prongsai.outputs.pages.site_pages import render_site_pages
from prongsai.outputs.pages.summary import Summary, summarise

TODAY = dt.date(2025, 5, 1)
SIX = [make_progress("p01", "in_progress", disbursed="100")]
TWELVE = [make_progress("p01", disbursed="800", ordinance="1000")]
UNKNOWN = [make_progress("p01")]


def make(slug: str, name: str, **rounds: list[object]) -> Summary:
    """Return an LAO with one project, as the site's pages need it; rounds are keyed r2566_12."""
    told = {key[1:].replace("_", "-"): records for key, records in rounds.items()}
    dossier = make_dossier([make_project("p01", budget="1000")], told)  # type: ignore[arg-type]
    dossier = replace(dossier, slug=slug, lao=dossier.lao.model_copy(update={"name": name}))
    return summarise(LaoPages(Shelf(Ledger(dossier)), today=TODAY))


def parse(page: Page) -> html.HtmlElement:
    """Return a page's body."""
    return html.fragment_fromstring(str(page.body), create_parent="div")


LAOS = (
    make("khao", "ขาว", r2566_06=SIX, r2566_12=TWELVE),
    make("kaeo", "แก้ว", r2566_12=UNKNOWN),
    make("kong", "กอง"),
)


def test_a_page_a_round_and_a_row_an_lao() -> None:
    """In dictionary order, also those without the report, which say that it is missing."""
    index, twelve, six = render_comparison(LAOS, {})
    rows = parse(twelve).xpath("//tbody/tr")

    assert [page.path for page in (index, twelve, six)] == [
        "compare/index.md", "compare/2566-12.md", "compare/2566-06.md",
    ]  # fmt: skip
    assert [row.get("data-lao") for row in rows] == ["kong", "kaeo", "khao"]
    assert "ยังไม่มีรายงานรอบนี้ในเว็บไซต์นี้" in rows[0].text_content()
    assert parse(six).xpath("count(//tbody/tr[td[@colspan]])") == 2
    assert "มีรายงานแล้ว 2 จาก 3 หน่วยงาน" in parse(index).text_content()


def test_unknown_has_no_number_to_sort_by() -> None:
    """Money that nobody told comes neither first nor as nothing."""
    _, twelve, _ = render_comparison(LAOS, {})
    _, unknown, known = parse(twelve).xpath("//tbody/tr")

    assert (float(known.get("data-disbursed")), known.get("data-used-percent")) == (800, "80.00")
    assert (unknown.get("data-disbursed"), unknown.get("data-used-percent")) == ("", "")
    assert (float(unknown.get("data-planned")), known.get("data-level")) == (1000, "")


def test_row_leads_to_its_sources() -> None:
    """To the report, and to where each figure has records, formula and a way to object."""
    _, twelve, _ = render_comparison(LAOS, {})
    links = parse(twelve).xpath("//tbody/tr[@data-lao='khao']//a/@href")

    assert links == ["../../khao/reports/2566-12/", "../../khao/compare/#rounds-12"]


def test_one_lao_has_nothing_to_be_compared_with() -> None:
    """Neither pages nor a way to them."""
    assert not list(render_comparison(LAOS[:1], {}))
    front, *_ = render_site_pages(LAOS[:1], TODAY)
    assert "compare/" not in front.body


def test_samples_are_told() -> None:
    """A page that shows the data of a sample says so, as the sample's own pages do."""
    laos = (replace(LAOS[0], is_sample=True), LAOS[1])

    assert {page.sample for page in render_comparison(laos, {})} == {True}
    assert {page.sample for page in render_comparison(LAOS, {})} == {False}


def test_front_page_tells_what_changed_since_the_round_before() -> None:
    """Of the LAOs that have a round before in the same year; without any there is no heading."""
    front, *_ = render_site_pages(LAOS, TODAY)
    changes = parse(front).xpath("//ul[1]/li")
    other, *_ = render_site_pages(LAOS[1:], TODAY)

    assert [each.text_content() for each in changes] == [
        "เทศบาลตำบลขาว ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน: แล้วเสร็จจาก 0 เป็น 1 โครงการ · เบิกจ่ายจาก 100 บาท เป็น 800 บาท"
    ]
    assert "{#changes}" in front.body
    assert "{#changes}" not in other.body
