"""The workbook that a clerk gets, read by another program."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from workbooks import HEAD, Office, Sheet

ROUND = "2567-12"


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    """Return the workbook of a round."""
    return openpyxl.load_workbook(Office(tmp_path).export(ROUND))


def test_drop_down_lists_come_from_a_hidden_sheet(workbook: Workbook) -> None:
    """Every cell of a status and of a yes or no has its list."""
    sheet = Sheet(workbook["ผลรายโครงการ"])
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.sheet.data_validations.dataValidation}
    last = HEAD + len(sheet.rows)

    assert lists[f"D3:D{last}"] == "_lists!$A$1:$A$4"
    assert [cell.value for cell in workbook["_lists"]["A"][:4]] == [
        "รอรายงาน", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ", "ไม่สามารถดำเนินการได้",
    ]  # fmt: skip
    assert lists[f"J3:J{last}"].startswith("_lists!$C$1")
    assert {sheet.sheet_state for sheet in workbook.worksheets if sheet.title.startswith("_")} == {"veryHidden"}


def test_ids_are_locked_without_a_password(workbook: Workbook) -> None:
    """Ids cannot be typed over by accident; rows may be deleted, and anybody can take the protection off."""
    sheet = Sheet(workbook["ผลรายโครงการ"])
    protection = sheet.sheet.protection

    assert protection.sheet
    assert not protection.password
    assert not protection.deleteRows  # of openpyxl: what is not forbidden
    assert sheet.sheet.cell(*sheet.place("p01", "รหัส")).protection.locked
    assert not sheet.sheet.cell(*sheet.place("p01", "สถานะ")).protection.locked


def test_head_stays_and_explains_itself(workbook: Workbook) -> None:
    """Heads are Thai, stay in sight, and have a note where somebody must know more."""
    sheet = workbook["ผลรายโครงการ"]
    heads = {cell.value: cell for cell in sheet[HEAD]}

    assert sheet.freeze_panes == "C3"
    assert all(not str(head).isascii() for head in heads)
    assert "สะสมตั้งแต่ต้นปีงบประมาณ" in heads["เบิกจ่าย (บาท)"].comment.text


def test_money_is_a_number(workbook: Workbook) -> None:
    """Excel can add it up; what is no amount is a word."""
    sheet = Sheet(workbook["ผลรายโครงการ"])

    assert sheet.sheet.cell(*sheet.place("p01", "เบิกจ่าย")).value == 147_300.75
    assert sheet.sheet.cell(*sheet.place("p01", "งบประมาณตามแผน")).value == 150_000
    assert sheet.sheet.cell(*sheet.place("p02", "งบประมาณตามแผน")).value == "ไม่ใช้งบประมาณ"


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    """What a file says stays a text, however it begins."""
    office = Office(tmp_path)
    file = office.path(f"progress/{ROUND}.yml")
    file.write_text(file.read_text(encoding="utf-8").replace("reporter: นัก", "reporter: '=1+1' นัก").replace("'=1+1' นักวิเคราะห์นโยบายและแผนชำนาญการ", "'=1+1 นักวิเคราะห์'"), encoding="utf-8")  # fmt: skip
    sheet = openpyxl.load_workbook(office.export(ROUND))["ข้อมูลของรายงาน"]

    [cell] = [row[2] for row in sheet.iter_rows() if row[0].value == "reporter"]
    assert str(cell.value).startswith("=1+1")
    assert cell.data_type == "s"


def test_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock or the machine is in the file."""
    office = Office(tmp_path)
    first = office.export(ROUND).read_bytes()
    (tmp_path / f"{ROUND}.xlsx").unlink()

    assert office.export(ROUND).read_bytes() == first


def test_short_texts_are_kept_as_they_are_typed(workbook: Workbook) -> None:
    """A program must not turn 4/10/2567 into a day of its own calendar, or 1.10 into 1.1."""
    [day] = [row[2] for row in workbook["ข้อมูลของรายงาน"].iter_rows() if row[0].value == "as_of"]
    sheet = Sheet(workbook["ผลรายโครงการ"])

    assert day.number_format == "@"
    assert sheet.sheet.cell(*sheet.place("p01", "เลขข้อ")).number_format == "@"
    assert sheet.sheet.cell(*sheet.place("p01", "เบิกจ่าย")).number_format == "#,##0.00"
