"""All OIT items of a year in Excel: a list that an office has elsewhere is pasted, brought back, and renumbered."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from prongsai.load.assemble import load_lao
from prongsai.load.sources import LoadedDossier
from prongsai.records.oit_list import OitEntry
from workbooks import HEAD, Office

SHEET = "ข้อ OIT"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an LAO with a list of 2568."""
    return Office(tmp_path)


def fill(path: Path, rows: list[tuple[str | int | None, ...]]) -> None:
    """Paste rows over all that stands in the sheet."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[SHEET]
    for number in range(HEAD + 1, sheet.max_row + 1):
        for column in range(1, 7):
            sheet.cell(number, column).value = None
    for number, row in enumerate(rows, HEAD + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    workbook.save(path)


def read_entries(office: Office, year: int) -> list[OitEntry]:
    """Return the items of a year's list as the file says now."""
    loaded = load_lao(office.plans / office.lao, shown="plans")
    assert isinstance(loaded, LoadedDossier)
    return sorted(loaded.dossier.oit_lists[year].items, key=lambda entry: entry.order)


def test_forty_items_are_pasted(office: Office) -> None:
    """Numbers without a letter, titles over two lines, several addresses: each becomes its item, in order."""
    assert office.run("new", "oit", "2570").exit_code == 0
    path = office.export("oit-2570")
    rows = [(number, f"ข้อสมมติ\nที่ {number}", None, f"https://example.go.th/{number}") for number in range(1, 41)]
    rows[1] = (2, "สองที่อยู่", "กลุ่มสมมติ", "https://example.go.th/a\nhttps://example.go.th/b")
    fill(path, rows)
    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    entries = read_entries(office, 2570)
    assert [entry.code for entry in entries] == [f"O{number}" for number in range(1, 41)]
    assert (entries[0].title, entries[1].group) == ("ข้อสมมติ ที่ 1", "กลุ่มสมมติ")
    assert entries[1].url == ("https://example.go.th/a", "https://example.go.th/b")


def test_untouched_workbook_changes_nothing(office: Office) -> None:
    """What is exported and brought back leaves every byte as it was."""
    before = office.read()
    result = office.bring_back(office.export("oit-2568"))

    assert (result.exit_code, office.read()) == (0, before)
    assert "ไม่มีอะไรเปลี่ยน" in result.output


def test_item_gets_another_number(office: Office) -> None:
    """The number is an open cell: numbers move every year."""
    path = office.export("oit-2568")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[SHEET]
    [cell] = [row[0] for row in sheet.iter_rows(min_row=HEAD + 1) if row[0].value == "O10"]
    assert not cell.protection.locked
    cell.value = "O11"
    workbook.save(path)

    assert office.bring_back(path).exit_code == 0
    assert [(entry.code, entry.title) for entry in read_entries(office, 2568)][3] == ("O11", "การประชุมประชาคม")


def test_what_is_wrong_is_told_at_its_cell(office: Office) -> None:
    """A number that is none, an address without its beginning: all in one run, and nothing is written."""
    before = office.read()
    path = office.export("oit-2568")
    fill(
        path, [("ข้อแรก", "โครงสร้าง"), ("O2", "ติดต่อ", None, "www.example.go.th"), ("O3", None, None, "https://a.go.th")]
    )
    result = office.bring_back(path)

    assert result.exit_code == 1
    for place in ("A3", "D4", "B5"):
        assert f"[{SHEET}!{place}]" in result.output
    assert "ยังไม่มีชื่อข้อ" in result.output
    assert office.read() == before


def test_same_number_twice_is_told_at_its_cell(office: Office) -> None:
    """Two new rows of one number are told by the rule, in the sheet."""
    path = office.export("oit-2568")
    fill(path, [("O5", "ข่าว", None, "https://a.go.th/1"), ("o๕", "ประกาศ", None, "https://a.go.th/2")])
    result = office.bring_back(path)

    assert result.exit_code == 1
    assert "เลขข้อ O5 “ประกาศ” ซ้ำกับอีกข้อหนึ่ง [oit-repeated-code]" in result.output
