"""The OIT items as pages and as a table for spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
from io import StringIO
from typing import Any

import pytest
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.exports.tables.oit import TABLE
from prongsai.outputs.oit_tables import list_artifacts
from prongsai.outputs.pages.kinds.oit_pages import list_rows, render_pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.printed import PrintedFile
from prongsai.papers.kinds.file import FilePaper
from prongsai.records.dossier import Dossier
from prongsai.records.lao import Lao
from prongsai.records.oit_list import OitList
from prongsai.records.plan import Plan
from prongsai.records.project import Project

ADDRESS = "https://example.go.th/itacenter/"


def make_pages(*, oit: dict[str, Any] | None = None, lists: dict[int, Any] | None = None, **settings: Any) -> LaoPages:
    """Return an LAO with a plan of one project, announced by a signed paper."""
    lao = Lao.model_validate({"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ", "oit": oit or {}})
    project = Project(id="p01", number=1, name="โครงการ", mission="1.1", budget="ไม่ใช้งบประมาณ")
    plan = Plan(years="2566-2570", announcement="adopt", projects=(project,))
    paper = FilePaper(kind="file", subject="ใช้แผน", date="30 กันยายน 2565", signed="files/ประกาศ.pdf")
    dossier = Dossier("x", lao, {plan.period: plan}, papers={"adopt": paper})
    dossier = replace(dossier, oit_lists={year: OitList.model_validate(data) for year, data in (lists or {}).items()})
    return LaoPages(Shelf(Ledger(dossier)), today=dt.date(2026, 1, 1), **settings)


def read_csv(pages: LaoPages, year: int | str) -> list[dict[str, str]]:
    """Return the rows of a year's table, or of all its items (2569-list), as a spreadsheet reads them."""
    data = {artifact.path: artifact.make() for artifact in list_artifacts(pages)}[f"x/oit/x-oit-{year}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_table_tells_what_the_page_tells() -> None:
    """One line an item, in the columns' order, with full addresses where the site's is known."""
    plan, annual, *others = read_csv(make_pages(site_url=ADDRESS), 2569)

    assert tuple(plan) == TABLE.names
    assert plan == {
        "lao": "x",
        "ita_year": "2569",
        "code": "O23",
        "code_status": "อ้างอิงจากเอกสารเผยแพร่",
        "item": "plan",
        "title": "แผนปฏิบัติการป้องกันการทุจริต",
        "fiscal_year": "2569",
        "state": "complete",
        "shown": "โครงการ\nวงเงิน (หรือระบุว่าไม่ใช้งบประมาณ)\nระยะเวลาดำเนินการ\nแผนที่ครอบคลุมปี 2569",
        "missing": "",
        "page_address": f"{ADDRESS}x/2566-2570/",
        "pdf_address": "",
        "signed_address": f"{ADDRESS}x/files/%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8.pdf",
    }
    assert (annual["fiscal_year"], annual["state"], annual["page_address"]) == ("2568", "missing", "")
    assert len(others) == 2


def test_addresses_inside_the_site_where_its_own_is_not_known() -> None:
    """Without the site's address those inside it are given, and the page says so."""
    pages = make_pages()
    [_, page, *_] = render_pages(pages)

    assert read_csv(pages, 2569)[0]["page_address"] == "x/2566-2570/"
    assert "ที่อยู่ในตารางนับจากหน้าแรกของเว็บไซต์" in page.body
    assert "ที่อยู่ในตารางนับจากหน้าแรกของเว็บไซต์" not in list(render_pages(make_pages(site_url=ADDRESS)))[1].body


def test_pdf_of_a_page_is_listed_between_page_and_signed_original() -> None:
    """A page that has a PDF offers it."""
    files = (
        PrintedFile("x/2566-2570/x-plan-2566-2570.docx", "Word", 9),
        PrintedFile("x/2566-2570/x-plan-2566-2570.pdf", "PDF", 9),
    )
    pages = make_pages(printed={"x/2566-2570/index.md": files}, site_url=ADDRESS)

    assert [title for title, _ in list_rows(pages, 2569)[0].links] == ["หน้าเว็บ", "PDF", "ฉบับลงนาม"]
    assert read_csv(pages, 2569)[0]["pdf_address"] == f"{ADDRESS}x/2566-2570/x-plan-2566-2570.pdf"
    assert '<a href="../../2566-2570/x-plan-2566-2570.pdf">PDF</a>' in list(render_pages(pages))[1].body


@pytest.mark.parametrize("code", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1"])
def test_no_cell_is_a_formula(code: str) -> None:
    """What a spreadsheet would compute is text."""
    pages = make_pages(oit={"2569": {"plan": code}})

    assert read_csv(pages, 2569)[0]["code"] == f"'{code.strip()}"


def test_code_with_commas_quotes_and_lines_stays_one_cell() -> None:
    """No code adds a cell, a line or markup; the table has CRLF ends as RFC 4180 says."""
    code = 'O"2,3<script>|*'
    pages = make_pages(oit={"2569": {"plan": code}})
    body = list(render_pages(pages))[1].body

    assert [row["code"] for row in read_csv(pages, 2569)] == [code, "O24", "O25", "O26"]
    assert "<script>" not in body
    assert "O&quot;2,3&lt;script&gt;&#124;&#42;" in body
    [table] = [artifact.make() for artifact in list_artifacts(pages) if artifact.path == "x/oit/x-oit-2569.csv"]
    assert table.count(b"\r\n") == 5


def test_unknown_year_has_no_codes() -> None:
    """A year outside the table that the LAO's own codes name lists all items; those without a code say so."""
    pages = make_pages(oit={"2570": {"plan": "O1"}})
    [_, page, *_] = render_pages(pages)

    assert [row["code"] for row in read_csv(pages, 2570)] == ["O1", "", "", "", ""]
    assert page.body.count("<strong>ไม่ทราบเลขข้อ</strong>") == 4
    assert "เลขข้อ: หน่วยงานระบุเอง" in page.body


def test_index_counts_the_states() -> None:
    """The list of years starts with the newest and tells how much of it is complete."""
    body = next(render_pages(make_pages())).body

    assert body.index("พ.ศ. ๒๕๖๙</a> ครบ ๑ จาก ๔ ข้อ · ยังไม่มี ๓ ข้อ") < body.index("พ.ศ. ๒๕๖๖</a> ครบ ๑ จาก ๕ ข้อ")


LIST = {
    "based_on": "คู่มือสมมติ",
    "items": [
        {"code": "23", "title": "แผนปฏิบัติการป้องกันการทุจริต", "note": "ดู <b>หน้า</b> 3"},
        {"code": "O1", "title": "โครงสร้าง", "group": "1. พื้นฐาน", "url": ["https://a.go.th/1", "https://a.go.th/2"]},
        {"code": "O2", "title": "=HYPERLINK(1)"},
    ],
}


def test_list_of_the_office_is_the_page() -> None:
    """All items stand by number under their groups: addresses of the office, ours, and what has none."""
    pages = make_pages(lists={2569: LIST}, site_url=ADDRESS)
    [index, page, *_] = render_pages(pages)
    body = page.body

    assert "<strong>มีที่อยู่ให้เปิด ๒ จาก ๓ ข้อ</strong> · ยังไม่มีที่อยู่ ๑ ข้อ\n\n" in body
    assert body.index("๑&#46; พื้นฐาน") < body.index("<strong>O1</strong>") < body.index("<strong>O23</strong>")
    assert '<a href="https://a.go.th/2" rel="noopener">ที่อยู่ ๒</a>' in body
    assert f'<span class="address">{ADDRESS}x/2566-2570/</span>' in body
    assert body.count("ยังไม่มีที่อยู่</span>") == 1
    assert "&lt;b&gt;" in body
    assert "ตามคู่มือสมมติ" in body
    assert 'href="../x-oit-2569-list.csv"' in body
    assert "มีที่อยู่ให้เปิด ๒ จาก ๓ ข้อ" in index.body


def test_table_of_the_list_has_every_item() -> None:
    """The download below the page tells the same, with full addresses and no formula."""
    rows = read_csv(make_pages(lists={2569: LIST}, site_url=ADDRESS), "2569-list")

    assert [(row["code"], row["state"], row["page_address"]) for row in rows] == [
        ("O1", "given", ""),
        ("O2", "missing", ""),
        ("O23", "given", f"{ADDRESS}x/2566-2570/"),
    ]
    assert rows[0]["addresses"] == "https://a.go.th/1\nhttps://a.go.th/2"
    assert rows[1]["title"] == "'=HYPERLINK(1)"


def test_what_the_list_lacks_stands_apart() -> None:
    """An item that this site has and the list does not is shown last, under a heading that says so."""
    body = list(render_pages(make_pages(lists={2569: {"items": LIST["items"][1:]}})))[1].body

    assert body.index("<strong>O2</strong>") < body.index("ไม่อยู่ในรายการของหน่วยงาน") < body.index("<strong>O23</strong>")


def test_empty_list_shows_what_the_site_has() -> None:
    """A file without items yet leaves the page as it was, and says so."""
    body = list(render_pages(make_pages(lists={2569: {}})))[1].body

    assert "หน่วยงานยังไม่ได้ลงรายการข้อ OIT ของปีนี้" in body
    assert "<strong>ครบ ๑ จาก ๔ ข้อ</strong>" in body
