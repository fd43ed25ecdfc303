"""What cannot be read is told cell by cell, all of it at once, and then nothing is written."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from prongsai.exceptions import SheetError
from workbooks import Office, Sheet, change

ROUND, RESULTS = "2567-12", "ผลรายโครงการ"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with the made-up LAO."""
    return Office(tmp_path)


def list_told(output: str) -> dict[str, str]:
    """Return the rule that was told of each cell."""
    return dict(re.findall(r"^\S+ \[\S+!([A-Z]+[0-9]+)\]: ข้อผิดพลาด: .* \[([a-z-]+)\]$", output, re.MULTILINE))


def test_every_bad_cell_is_named_at_once(office: Office) -> None:
    """A wrong status, text in a number, mixed digits, a formula without a value, an error, a time, a day that is none."""
    path, before = office.export(ROUND), office.read()
    expected = {}

    def fill(sheet: Sheet) -> None:
        for id_, head, value, rule in (
            ("p01", "สถานะ", "เสร็จเรียบร้อยดี", "bad-choice"),
            ("p03", "เบิกจ่าย", "12,000 บาท (โอนจากกองช่าง)", "bad-money"),
            ("p06", "งบประมาณตามข้อ", "๑,2๓4", "bad-money"),
            ("p07", "บรรจุ", "อาจจะ", "bad-yes-no"),
            ("p09", "เหตุที่", "ขี้เกียจ", "bad-choice"),
            ("p10", "เบิกจ่าย", "=SUM(H3:H5)", "bad-cell"),
            ("p13", "ผลการดำเนินงาน", "ประชุมแล้ว", "missing-key"),
        ):
            expected[sheet.put(id_, head, value)] = rule

    change(path, RESULTS, fill)
    result = office.bring_back(path)

    assert result.exit_code == 1
    told = list_told(result.output)
    assert {cell: told.get(cell) for cell in expected if expected[cell] != "missing-key"} == {
        cell: rule for cell, rule in expected.items() if rule != "missing-key"
    }
    assert "missing-key" in told.values()
    assert "เปิดไฟล์ด้วย Excel แล้วบันทึกใหม่" in result.output
    assert "หมายถึง" in result.output or "เลือกค่าหนึ่งจาก" in result.output
    assert list(told) == sorted(told, key=lambda cell: int(cell[1:]))
    assert office.read() == before


def test_formula_with_a_value_is_read(office: Office) -> None:
    """What Excel computed is what the cell says; an error of a formula is told, not read as empty."""
    path = office.export(ROUND)
    before = office.read()
    rewrite(path, "I11", "<f>10000+9000</f><v>19000</v>", "")
    rewrite(path, "I3", "<f>1/0</f><v>#DIV/0!</v>", ' t="e"')

    result = office.bring_back(path)

    assert list_told(result.output) == {"I3": "bad-cell"}
    assert "#DIV/0!" in result.output
    assert re.search(r"I11\s+p10 .*19000", result.output)
    assert office.read() == before


def rewrite(path: Path, cell: str, content: str, kind: str) -> None:
    """Put a formula as Excel stores it into a cell, in the file itself."""
    import zipfile  # noqa: PLC0415 - only here

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    text, count = re.subn(
        rf'<c r="{cell}"( s="\d+")?[^>]*>.*?</c>',
        rf'<c r="{cell}"\1{kind}>{content}</c>',
        parts[name].decode(),
        count=1,
    )
    assert count == 1
    parts[name] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def test_unknown_rows_and_columns_are_told(office: Office) -> None:
    """A row of no project, a row that is there twice, and a column of a clerk's own."""
    path = office.export(ROUND)

    def fill(sheet: Sheet) -> None:
        sheet.put("p06", "รหัส", "p99")
        sheet.put("p07", "รหัส", "p01")
        sheet.sheet.cell(2, 17).value = "ความเห็นปลัด"
        sheet.put("p10", "โครงการ/กิจกรรม", "ชื่อใหม่")

    change(path, RESULTS, fill)
    result = office.bring_back(path)

    assert list_told(result.output) == {"A7": "bad-cell", "A8": "bad-cell"}
    assert "ไม่รู้จักคอลัมน์ “ความเห็นปลัด”" in result.output
    assert "แก้ในแผ่นนี้ไม่ได้" in result.output


def test_workbook_of_another_kind_is_told(office: Office) -> None:
    """A workbook that has none of the sheets says which it should have."""
    path = office.folder / "other-2567-12.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "บัญชีรายรับ"
    workbook.save(path)

    result = office.bring_back(path)

    assert result.exit_code == 1
    assert "ไม่มีแผ่นงานชื่อ “ผลรายโครงการ”" in result.output


def test_no_sheet_is_passed_over_in_silence(office: Office) -> None:
    """A sheet with another name is known by its heads; a copy is told, and so is one that is not there."""
    path, before = office.export(ROUND), office.read()
    workbook = openpyxl.load_workbook(path)
    results = workbook[RESULTS]
    copy = workbook.copy_worksheet(results)
    copy.title = "สำเนา"
    Sheet(results).put("p07", "หมายเหตุในตาราง", "ย้ายไปไตรมาสสุดท้าย")
    results.title = "Sheet1"
    workbook.save(path)

    result = office.run("sheet", "import", str(path))

    assert "Sheet1!" in result.output
    assert "ย้ายไปไตรมาสสุดท้าย" in result.output
    assert "ไม่รู้จักแผ่นงาน “สำเนา”" in result.output

    del workbook["Sheet1"], workbook["สำเนา"]
    workbook.save(path)
    result = office.bring_back(path)

    assert "ไม่มีแผ่นงาน “ผลรายโครงการ”" in result.output
    assert office.read() == before


def test_what_a_cell_cannot_show_is_not_changed_there(office: Office) -> None:
    """A list with exceptions inside is changed in its file only, and the cell says so."""
    file = office.path("2566-2570/plan.yml")
    text = file.read_text(encoding="utf-8")
    odd = "    outputs:\n      - text: ก\n        ignore: [{rule: repeated-item, reason: ตามเอกสาร}]\n"
    file.write_text(text.replace("    outputs:\n      - จัดเวที", f"{odd}      - จัดเวที"), encoding="utf-8")
    path = office.export("2566-2570")
    before = office.read()
    cell = ""

    def fill(sheet: Sheet) -> None:
        nonlocal cell
        row, column = sheet.place("p03", "ผลผลิต")
        assert sheet.sheet.cell(row, column).value == "(แก้ในไฟล์ YAML)"
        cell = sheet.put("p03", "ผลผลิต", "อย่างอื่น")

    change(path, "โครงการ", fill)
    result = office.bring_back(path)

    assert list_told(result.output)[cell] == "bad-cell"
    assert office.read() == before


def test_project_with_two_records_is_mended_first(office: Office) -> None:
    """Two rows of one project could not be told apart."""
    file = office.path(f"progress/{ROUND}.yml")
    file.write_text(file.read_text(encoding="utf-8") + "\n  - {project: p01, status: waiting}\n", encoding="utf-8")

    with pytest.raises(SheetError, match="มี p01 มากกว่าหนึ่งรายการ"):
        office.run("sheet", "export", ROUND)


def test_file_that_cannot_be_read_is_mended_first(office: Office) -> None:
    """A workbook of half a round would take the other half away."""
    file = office.path(f"progress/{ROUND}.yml")
    file.write_text(file.read_text(encoding="utf-8").replace("status: อยู่ระหว่าง", "status: กำลัง", 1), encoding="utf-8")

    with pytest.raises(SheetError, match="อ่านได้ไม่ครบ"):
        office.run("sheet", "export", ROUND)


@pytest.mark.parametrize(
    ("what", "words"), [("2569-06", "prongsai new progress 2569-06"), ("2580", "new measures"), ("แผน", "ไม่รู้จัก")]
)
def test_what_is_not_there_says_how_to_make_it(what: str, words: str, office: Office) -> None:
    """Or what can be written."""
    with pytest.raises(SheetError, match=words):
        office.run("sheet", "export", what)
