"""The portal's pages from the summaries of LAOs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pytest
from figure_records import make_dossier, make_progress, make_project
from lxml import html
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.finish.direct_html import convert
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.portal import paging
from prongsai.outputs.pages.portal.pages import render_portal
from prongsai.outputs.pages.summary import Summary, summarise
from prongsai.records.plan import Plan
from prongsai.records.progress import ProvincialTable, RoundReport

TODAY = dt.date(2025, 5, 1)
DAYS = {"half_year_days": 30, "annual_days": 30}
DONE = {"2566-12": [make_progress("p01", disbursed="800"), make_progress("p02")]}
BEGUN = {"2566-12": [make_progress("p01", "in_progress"), make_progress("p02", "cannot")]}
ROWS = (
    {"lao": "เทศบาลตำบลขาว", "district": "ก", "percent": "50.00", "level": "ปานกลาง"},
    {"lao": "เทศบาลตำบลไกล", "district": "อำเภอข", "percent": "100.00", "capped": True, "level": "มาก"},
    {"lao": "เทศบาลตำบลกอง", "district": "ข", "percent": "20.00", "level": "น้อย"},
)


def make(
    slug: str, name: str, rounds: Mapping[str, Any], district: str = "ก", plan: Plan | None = None, **lao: Any
) -> Summary:
    """Return an LAO with two projects, one of them with money, or with another plan."""
    projects = [make_project("p01", budget="1000"), make_project("p02", "2.1")]
    dossier = make_dossier([plan] if plan else projects, rounds, **({"minimum_projects": {2566: 2}} | lao))
    place = {"name": name, "district": district or None}
    own = replace(dossier, slug=slug, lao=dossier.lao.model_copy(update=place))
    return summarise(LaoPages(Shelf(Ledger(own)), today=TODAY))


def table_of(province: str = "เชียงราย", round_: str = "2566-12", records: Any = BEGUN) -> dict[str, RoundReport]:
    """Return a round whose report has a provincial table."""
    table = ProvincialTable.model_validate({"province": province, "as_of": "2566-10-20", "rows": ROWS})
    return {round_: RoundReport(projects=tuple(records["2566-12"]), provincial=table)}


def show(*laos: Summary) -> dict[str, Page]:
    """Return the portal's pages by their paths."""
    return {page.path: page for page in render_portal(laos, {})}


def parse(page: Page) -> html.HtmlElement:
    """Return a page's body as a tree, as it is built."""
    built = convert(page.body)
    assert built is not None, f"{page.path} needs Python-Markdown"
    return html.fragment_fromstring(built.html, create_parent="div")


def read_rows(page: Page, table: str) -> list[list[str]]:
    """Return the texts of the cells of a table's rows."""
    rows = parse(page).xpath(f"//table[caption/@id='{table}']/tbody/tr")
    return [[cell.text_content() for cell in row] for row in rows]


WHITE = make("khao", "ขาว", DONE)
GLASS = make("kaeo", "แก้ว", BEGUN, deadlines=DAYS)
HEAP = make("kong", "กอง", {}, district="ข")
PAGE = "portal/chiang-rai/index.md"


def test_one_lao_has_no_portal() -> None:
    """There is nothing to look at together."""
    assert not show(WHITE)


def test_the_capital_district_is_one_place() -> None:
    """Offices write it with the province's name or without."""
    pages = show(make("khao", "ขาว", DONE, district="เมือง"), make("dong", "ดง", DONE, district="เมืองเชียงราย"))
    districts = [
        page
        for page in pages
        if page.startswith("portal/chiang-rai/") and "index" not in page and "ranking" not in page
    ]
    assert len(districts) == 1
    assert len(read_rows(pages[districts[0]], "area-laos")) == 2


def test_pages_by_province_and_district() -> None:
    """Addresses are ASCII; each place has the LAOs in it, in dictionary order, and no others."""
    other = replace(make("dong", "ดง", DONE, district="ก"), province="พะเยา")
    pages = show(WHITE, GLASS, HEAP, other)
    listed = {
        path: parse(page).xpath("//table[caption/@id='area-laos']/tbody/tr/th/a/text()") for path, page in pages.items()
    }

    assert all(re.fullmatch(r"portal/(?:[a-z0-9-]+/)*[a-z0-9-]+\.md", path) for path in pages)
    assert listed["portal/phayao/index.md"] == ["เทศบาลตำบลดง"]
    assert listed[PAGE] == ["เทศบาลตำบลกอง", "เทศบาลตำบลแก้ว", "เทศบาลตำบลขาว"]
    assert [path for path, names in listed.items() if names == ["เทศบาลตำบลกอง"]] == ["portal/chiang-rai/ade54a92.md"]


def test_every_link_of_the_portal_leads_to_a_page() -> None:
    """To one of its own, of an LAO, or of the package."""
    pages = show(WHITE, GLASS, HEAP, replace(make("dong", "ดง", table_of()), province="พะเยา"))
    there = {"/" + re.sub(r"(index)?\.md$", "", path).strip("/") for path in pages} | {"/compare", "/how-to-read", "/"}
    for path, page in pages.items():
        folder = "/" + re.sub(r"(index)?\.md$", "", path)
        for href in parse(page).xpath("//a/@href"):
            target = html.urljoin(f"{folder.rstrip('/')}/", href).rstrip("/")
            assert target in there or target.split("/")[1] in {"khao", "kaeo", "kong", "dong"}, (path, href)


def test_tiles_tell_in_words() -> None:
    """Name, state and numbers are text, so that nobody needs the colour; a late report is one that the LAO's days make so."""
    tiles = parse(show(WHITE, GLASS, HEAP)[PAGE]).xpath("//ul[@class='tiles']/li")

    assert [" ".join(tile.itertext()) for tile in tiles] == [
        "อำเภอก ค้างเผยแพร่รายงาน 1 หน่วยงาน รายงานรอบนี้ 2 จาก 2",
        "อำเภอข รายงานยังไม่ครบ 1 หน่วยงาน รายงานรอบนี้ 0 จาก 1",
    ]


def test_nothing_is_late_on_an_assumption() -> None:
    """Where no LAO set days, no page has the mark of lateness, but for the line that counts none."""
    for page in show(WHITE, HEAP).values():
        assert {mark.text_content() for mark in parse(page).find_class("status-late")} <= {"ค้างเผยแพร่รายงาน"}


def test_equal_rounds_are_compared() -> None:
    """An LAO that reports another round only has no figure beside those of the common one."""
    ahead = make("dong", "ดง", {"2567-12": [make_progress("p01"), make_progress("p02")]}, minimum_projects={2567: 2})
    page = show(WHITE, GLASS, make("kae", "แก", DONE), ahead)[PAGE]
    rows = {row[0][:14]: row[1:] for row in read_rows(page, "area-laos")}
    own = next(row for name, row in rows.items() if "ดง" in name)

    assert "ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน" in page.body
    assert own[1:] == ["ยังไม่มีรายงานรอบนี้ในเว็บไซต์นี้"]
    assert "2567" in own[0]


def test_unknown_money_has_no_number_to_sort_by() -> None:
    """It is told as unknown, in its row and in the sum of the dimension."""
    page = show(WHITE, GLASS)[PAGE]
    marks = {
        row.get("data-state"): row.get("data-sort-disbursed") for row in parse(page).xpath("//tbody/tr[@data-state]")
    }
    first = read_rows(page, "area-dimensions")[0]

    assert {key: value and float(value) for key, value in marks.items()} == {"absent": 800, "late": ""}
    assert first[5] == "อย่างน้อย 800 บาท (ไม่มีข้อมูล 1 รายการ)"
    assert first[6] == "ไม่มีข้อมูล"


def test_levels_are_counted_with_those_that_are_not_known() -> None:
    """The counts add up to all LAOs."""
    unknown = make("dong", "ดง", DONE, minimum_projects={})
    counts = read_rows(show(WHITE, GLASS, HEAP, unknown)[PAGE], "area-levels")

    assert [int(number) for _, number in counts] == [1, 0, 1, 1, 1]


def test_ranking_computes_first_and_tells_who_declared_the_rest() -> None:
    """A declared row never replaces a computed one; an LAO of the site without the report has the declared one."""
    pages = show(WHITE, HEAP, make("kaeo", "แก้ว", table_of()))
    rows = read_rows(pages["portal/chiang-rai/ranking.md"], "area-ranking")

    assert [row[:5] for row in rows] == [
        ["1", "เทศบาลตำบลไกล", "ข", "*100.00", "มาก"],
        ["1", "เทศบาลตำบลขาว", "ก", "100.00", "มาก"],
        ["3", "เทศบาลตำบลแก้ว", "ก", "25.00", "น้อย"],
        ["4", "เทศบาลตำบลกอง", "ข", "20.00", "น้อย"],
    ]
    assert [row[5][:9] for row in rows] == ["ตามตารางร", "คำนวณจากร", "คำนวณจากร", "ตามตารางร"]
    assert "20 ตุลาคม 2566" in rows[0][5]


@pytest.mark.parametrize("table", [{"province": "พะเยา"}, {"round_": "2566-06"}], ids=["province", "round"])
def test_ranking_takes_no_table_of_another_place_or_round(table: dict[str, str]) -> None:
    """What it tells belongs elsewhere; the LAO without a report stays unknown, without a place."""
    pages = show(WHITE, HEAP, make("kae", "แก", DONE), make("kaeo", "แก้ว", table_of(**table)))
    rows = {row[1]: row for row in read_rows(pages["portal/chiang-rai/ranking.md"], "area-ranking")}

    assert "เทศบาลตำบลไกล" not in rows
    assert rows["เทศบาลตำบลกอง"][0] == rows["เทศบาลตำบลกอง"][3] == ""


def test_same_project_in_all_laos() -> None:
    """Spaces, quotation marks and the LAO's own name do not count as another name; a similar one does."""
    names = {"khao": "รับฟังของเทศบาลตำบลขาว", "kaeo": "รับฟัง “ของ” เทศบาลตำบลแก้ว", "kong": "รับฟังในเทศบาลตำบลกอง"}
    laos = [
        replace(lao, projects=tuple(replace(project, name=names[lao.slug]) for project in lao.projects[:1]))
        for lao in (WHITE, GLASS, HEAP)
    ]
    rows = read_rows(show(*laos)["portal/missions/2566-2570-1-1.md"], "mission-projects")

    assert [row[0].split("มีใน ")[-1] for row in rows if len(row) == 1] == [
        "2 จาก 3 หน่วยงานที่มีแผนช่วงนี้ · อยู่ระหว่างดำเนินการ 1 · ดำเนินการแล้วเสร็จ 1",
        "1 จาก 3 หน่วยงานที่มีแผนช่วงนี้",
    ]
    assert [row[0] for row in rows if len(row) == 3] == ["เทศบาลตำบลแก้ว", "เทศบาลตำบลขาว", "เทศบาลตำบลกอง"]
    assert rows[-1][2] == "ยังไม่มีรายงานรอบนี้ในเว็บไซต์นี้"


def test_project_without_mission_or_name() -> None:
    """One that a report puts into a dimension only has a list there; those that it counts without naming are in none."""
    told = {"source": "report", "years": "2566-2570", "projects": [
        {"id": "p01", "number": 1, "name": "ตู้รับความเห็น", "dimension": 3},
        {"id": "p02", "number": 2, "dimension": 3},
    ]}  # fmt: skip
    lao = make("dong", "ดง", {}, plan=Plan.model_validate(told))
    pages = show(lao, replace(lao, slug="kae", name="เทศบาลตำบลแก"))
    listed = [path for path in pages if path.startswith("portal/missions/2566")]

    assert listed == ["portal/missions/2566-2570-3.md"]
    assert len(read_rows(pages[listed[0]], "mission-projects")) == 3
    assert "มิติที่ 3 ไม่ทราบภารกิจ" in pages["portal/missions/index.md"].body


def test_no_page_grows_with_the_number_of_laos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists go on on other pages, each LAO on one; the site's own page then leads to provinces instead of listing all."""
    for module in ("paging", "pages"):
        monkeypatch.setattr(f"prongsai.outputs.pages.portal.{module}.MOST_ROWS", 2)
    laos = [replace(WHITE, slug=f"lao{number}", name=f"เทศบาลตำบลที่ {number}") for number in range(5)]
    pages = show(*laos)
    parts = [PAGE, "portal/chiang-rai/page-2.md", "portal/chiang-rai/page-3.md"]
    listed = [parse(pages[path]).xpath("//tbody/tr[@data-place]/@data-place") for path in parts]

    assert listed == [["0", "1"], ["2", "3"], ["4"]]
    for table in ("area-laos", "area-ranking", "mission-projects"):
        assert max(len(parse(page).xpath(f"//table[caption/@id='{table}']//tr[td]")) for page in pages.values()) == 2
    assert not parse(pages["portal/index.md"]).xpath("//*[@id='area-laos']")
    assert "portal/missions/2566-2570-1-1/page-3.md" in pages
    assert parse(pages[parts[1]]).xpath("//nav/ul/li/strong/text()") == ["หน้า 2"]


def test_pager_is_bounded() -> None:
    """However many pages there are, few are linked to: the ends and those beside."""
    *_, middle, _, _, _, last = paging.split_list(range(100 * paging.MOST_ROWS), "portal/x/index.md")

    assert [number for number, _ in middle.others] == [1, *range(93, 101)]
    assert (last.path, len(last.items)) == ("portal/x/page-100.md", paging.MOST_ROWS)


def test_nobody_reports() -> None:
    """Each page that has no figure says so in words."""
    pages = show(HEAP, make("dong", "ดง", {}))

    assert "ยังไม่มีหน่วยงานใดรายงานผล" in pages["portal/index.md"].body
    assert "ยังไม่มีหน่วยงานใดรายงานผล" in pages["portal/chiang-rai/ranking.md"].body
    assert not parse(pages["portal/index.md"]).xpath("//*[@id='area-dimensions']")


def test_hostile_names_stay_text() -> None:
    """Names of LAOs, districts and projects are shown as they were typed."""
    evil = '<script>alert("1")</script> *x* [y](z)'
    lao = replace(WHITE, name=evil, district=evil, province=evil, location=evil)
    lao = replace(lao, projects=tuple(replace(project, name=evil) for project in lao.projects))
    for page in show(lao, GLASS).values():
        tree = parse(page)
        assert not tree.xpath("//script | //em")
        assert all(href != "z" for href in tree.xpath("//a/@href"))
    assert any(evil in parse(page).text_content() for page in show(lao, GLASS).values())
