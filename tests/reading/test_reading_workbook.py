"""Excel workbooks: tables between empty rows, lines above them, merged cells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter
from prongsai.reading.document import Table
from prongsai.reading.files import read_document


def test_a_sheet_is_cut_at_empty_rows(tmp_path: Path) -> None:
    """Titles are passages, tables stay apart, cells keep sheet and name, numbers and dates are as people write them."""
    path = tmp_path / "ตาราง.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ผล")
        sheet.write("A1", "รายงานผลของหน่วยงานตัวอย่าง")
        sheet.merge_range("A2:A3", "มิติ")
        sheet.write_row("B2", ["งบ", 1500])
        sheet.write_row("B3", ["ใช้", 99.5])
        sheet.write_row("A5", ["วันที่", "ข"])
        sheet.write_datetime("C5", dt.date(2023, 10, 6), book.add_format({"num_format": "d/m/yyyy"}))
    title, first, second = read_document(path).blocks

    assert not isinstance(title, Table)
    assert title.place == "แผ่นงาน “ผล” เซลล์ A1"
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [(cell.rows, cell.paragraphs[0].text) for cell in first.cells] == [
        (2, "มิติ"), (1, "งบ"), (1, "1500"), (1, "ใช้"), (1, "99.5")
    ]  # fmt: skip
    assert second.cells[-1].paragraphs[0].text == "6/10/2566"
