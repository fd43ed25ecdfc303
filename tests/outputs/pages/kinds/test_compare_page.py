"""The years of one LAO side by side: unknown is said, each figure leads to its records and to the office."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from figure_records import make_dossier, make_progress, make_project
from lxml import html
from prongsai.addresses import list_record_pages
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.kinds.compare_page import render_pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import Dossier

ROUNDS = {
    "2566-12": [make_progress("p01", disbursed="900", ordinance="1000"), make_progress("p02")],
    "2567-06": [make_progress("p01", "in_progress"), make_progress("p02", "waiting")],
    "2567-12": [make_progress("p01", disbursed="1000", ordinance="1000"), make_progress("p02", disbursed="0")],
}
MAIL = {"email": "office@example.go.th"}


def make(rounds: object = ROUNDS, **lao: object) -> Dossier:
    """Return an LAO with a project of 1,000 baht and one whose money nobody told."""
    projects = [make_project("p01", budget="1000"), make_project("p02", budget={})]
    return make_dossier(projects, rounds, **lao)  # type: ignore[arg-type]


def show(dossier: Dossier, site_url: str = "") -> html.HtmlElement:
    """Return the page's tables."""
    [page] = render_pages(LaoPages(Shelf(Ledger(dossier)), site_url=site_url, today=dt.date(2026, 1, 1)))
    return html.fragment_fromstring(str(page.body), create_parent="div")


def read_row(tree: html.HtmlElement, table: str, title: str) -> list[str]:
    """Return the figures of a row."""
    rows = tree.xpath(f"//table[caption[@id='{table}']]/tbody/tr[th/strong='{title}']")
    return [summary.text_content() for summary in rows[0].xpath(".//summary")]


def find_letter(tree: html.HtmlElement, title: str) -> str:
    """Return where the first figure of a row is objected to."""
    row = tree.xpath(f"//tbody/tr[th/strong='{title}']")[0]
    href: str = row.xpath(".//a[.='แจ้งว่าตัวเลขนี้ผิด']/@href")[0]
    return href


def test_whole_years_are_compared_with_whole_years() -> None:
    """Each round has a table of its own; a year without it is named below."""
    tree = show(make(numerals="arabic"))
    heads = [[cell.text_content() for cell in table.xpath(".//thead//th")] for table in tree.xpath("//table")]

    assert heads == [["ตัวเลข", "ปี 2566", "ปี 2567"], ["ตัวเลข", "ปี 2567"]]
    assert read_row(tree, "compare-12", "แล้วเสร็จ") == ["2", "2"]
    assert read_row(tree, "compare-06", "กำลังทำ") == ["1"]
    assert "ยังไม่มีรายงานรอบ 6 เดือนในเว็บไซต์นี้: ปี 2566" in tree.text_content()


def test_unknown_money_is_never_zero() -> None:
    """A sum with unknown parts says so, and no share is made of it."""
    tree = show(make(numerals="arabic"))

    assert read_row(tree, "compare-12", "ตั้งไว้ตามแผน (บาท)")[0] == "อย่างน้อย 1,000 บาท (ไม่มีข้อมูล 1 รายการ)"
    assert read_row(tree, "compare-12", "เบิกจ่าย (บาท)") == ["อย่างน้อย 900 บาท (ไม่มีข้อมูล 1 รายการ)", "1,000"]
    assert read_row(tree, "compare-12", "เบิกจ่ายร้อยละ") == ["ไม่มีข้อมูล", "ไม่มีข้อมูล"]
    assert read_row(tree, "compare-12", "ระดับการนำแผนไปปฏิบัติ") == ["ไม่มีข้อมูลโครงการขั้นต่ำ"] * 2


def test_figure_names_its_records() -> None:
    """What a figure rests on stands behind it: report, files; the level rests on the office's own settings too."""
    tree = show(make(minimum_projects={"2566": "2"}))
    level = tree.xpath("//tbody/tr[th/strong='ระดับการนำแผนไปปฏิบัติ']//details")[0].text_content()
    projects = tree.xpath("//tbody/tr[th/strong='โครงการทั้งหมด']//details")[0].text_content()

    assert "nongsaeng/progress/2566-12.yml, nongsaeng/lao.yml" in level
    assert "nongsaeng/2566-2570/plan.yml" in projects
    assert "progress" not in projects


def test_letter_says_which_figure_of_which_page() -> None:
    """It goes to the office's own mailbox; text is encoded, so that a value cannot add another recipient."""
    tree = show(make(contacts=MAIL, numerals="arabic"), "https://plan.example.go.th/")
    letter = urlsplit(find_letter(tree, "เบิกจ่าย (บาท)"))
    said = parse_qs(letter.query, strict_parsing=True)

    assert (letter.scheme, letter.path, said.keys()) == ("mailto", MAIL["email"], {"subject", "body"})
    assert said["body"][0].split("\r\n")[:3] == [
        "เบิกจ่าย (บาท): อย่างน้อย 900 บาท (ไม่มีข้อมูล 1 รายการ)",
        "ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน",
        "https://plan.example.go.th/nongsaeng/compare/",
    ]


def test_letters_are_short_enough_for_mail_programs() -> None:
    """Some take 2,000 characters of an address only."""
    tree = show(make(contacts=MAIL), f"https://{'a' * 60}.go.th/")
    letters = tree.xpath("//a[.='แจ้งว่าตัวเลขนี้ผิด']/@href")

    assert len(letters) == 33
    assert max(map(len, letters)) < 2000
    assert all("nongsaeng/compare" in unquote(letter) for letter in letters)


@pytest.mark.parametrize(
    "contacts", [{}, {"line": "@office"}, {"email": "a@b.th?bcc=c@d.th"}, {"email": "ถามทางโทรศัพท์"}]
)
def test_without_mailbox_the_page_of_contacts(contacts: dict[str, str]) -> None:
    """No other host is written to, and nothing that is no plain address."""
    assert find_letter(show(make(contacts=contacts)), "แล้วเสร็จ") == "../contact/#report"


def test_nothing_to_compare_is_no_page() -> None:
    """Without report and score there is neither the page nor its address."""
    dossier = make({})

    assert not list(render_pages(LaoPages(Shelf(Ledger(dossier)), today=dt.date(2026, 1, 1))))
    assert "nongsaeng/compare/index.md" not in list_record_pages(dossier, ())
    assert "nongsaeng/compare/index.md" in list_record_pages(make(), ())
