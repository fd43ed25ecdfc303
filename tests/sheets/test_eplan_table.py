"""The status table of e-PlanNACC as the system gives it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from prongsai.load.yaml_reader import parse_yaml
from workbooks import Office

ROUND = "2567-12"
TITLE = "รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต ของหน่วยงาน พ.ศ. 2567 รอบ 12 เดือน"
HEAD = ["ลำดับ", "รายการโครงการ (ตั้งต้น)", "มิติ", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)", "สถานะ", None, None, None, "หมายเหตุ"]
STATUSES = [None] * 5 + ["รอ รายงาน", "อยู่ ระหว่าง ดำเนิน การ", "ดำเนิน การ แล้วเสร็จ", "ไม่ สามารถ ดำเนิน การได้", None]
FOOT = [
    ["** ข้อมูล ณ วันที่ 06 ตุลาคม 2567"],
    ["ชื่อ - สกุล ผู้รายงาน นายตัวอย่าง ใจดี ตำแหน่ง นักวิเคราะห์นโยบายและแผนชำนาญการ"],
    ["ปัญหา อุปสรรค"],
    ["1. น้ำท่วมทางเข้าหมู่บ้าน\n2. ขาดบุคลากร"],
    ["ข้อเสนอแนะ"],
    ["ควรมีแผนสำรอง"],
    ["สรุปผลการขับเคลื่อนแผนฯ"],
    ["- รอการรายงาน 0 โครงการ"],
]


def make_row(number: int, name: str, money: tuple[Any, Any], status: int, remark: str = "") -> list[Any]:
    """Return a row with a mark in one of the four columns."""
    marks = ["☑" if at == status else "" for at in range(4)]
    return [number, name, 1, *money, *marks, remark]


P10 = "โครงการประชาคมหมู่บ้านเพื่อจัดทำแผนพัฒนาท้องถิ่น"
ROWS = [
    make_row(3, "โครงการอบรมคุณธรรม จริยธรรม และธรรมาภิบาล  สำหรับผู้บริหาร สมาชิกสภาท้องถิ่น และพนักงานส่วนตำบล", ("150,000.00", "147,300.75"), 2),
    make_row(6, "มาตรการสร้างความโปร่งใสในการจัดซื้อจัดจ้าง", ("0.00", "0.00"), 2, "<p>ครบ 12 เดือน&nbsp;</p>"),
    make_row(9, P10, ("20,000.00", "19,000.00"), 2),
]  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with the made-up LAO."""
    return Office(tmp_path)


def save(office: Office, *rows: list[Any]) -> Path:
    """Save a table as an Excel file, its head repeated before the last row as on a second page."""
    workbook = openpyxl.Workbook()
    for row in ([TITLE], [], HEAD, STATUSES, *rows[:-1], [TITLE], HEAD, STATUSES, *rows[-1:], [], *FOOT):
        workbook.active.append(row)
    path = office.folder / "eplan.xlsx"
    workbook.save(path)
    return path


def read(office: Office) -> Any:
    """Return what the round's file says."""
    return parse_yaml(office.path(f"progress/{ROUND}.yml").read_text(encoding="utf-8"), "")[0].data


def test_table_changes_what_it_says_differently(office: Office) -> None:
    """Status, money and remark of its rows; 0.00 of a project without a budget, and other projects, stay as they are."""
    before = read(office)
    result = office.bring_back(save(office, *ROWS))

    assert result.exit_code == 0, result.output
    after = read(office)
    old, new = ({item["project"]: item for item in data["projects"]} for data in (before, after))
    assert {id_ for id_ in old if old[id_] != new[id_]} == {"p07", "p10"}
    assert new["p07"] == {**old["p07"], "status": "ดำเนินการแล้วเสร็จ", "eplan_remark": "ครบ 12 เดือน"}
    assert new["p10"] == {**old["p10"], "disbursed": "19000"}


def test_foot_of_the_table_is_read(office: Office) -> None:
    """The day, what hindered and what is suggested; of who reported, the position alone."""
    office.bring_back(save(office, *ROWS))

    after = read(office)
    assert after["as_of"] == "6 ตุลาคม 2567"
    assert after["eplan_problems"] == ["น้ำท่วมทางเข้าหมู่บ้าน", "ขาดบุคลากร"]
    assert after["eplan_suggestions"] == ["ควรมีแผนสำรอง"]
    assert "ใจดี" not in office.path(f"progress/{ROUND}.yml").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_at_its_cell(office: Office) -> None:
    """A project that the plan does not have, two marks, a mark that is none: by the cells of the table itself."""
    before = office.read()
    two = make_row(3, ROWS[0][1], ("150,000.00", "147,300.75"), 2)
    two[5] = "/"
    odd = make_row(9, P10, ("20,000.00", "19,000.00"), 2)
    odd[7] = "เสร็จมั้ง"
    result = office.bring_back(save(office, two, make_row(77, "โครงการไม่มีในแผน", (0, 0), 1), odd))

    assert result.exit_code == 1
    for cell, words in (("F5", "มีหลายช่อง"), ("B6", "ไม่มีโครงการชื่อ “โครงการไม่มีในแผน”"), ("H10", "ไม่ใช่เครื่องหมายของสถานะ")):
        assert f"eplan.xlsx [Sheet!{cell}]: ข้อผิดพลาด" in result.output
        assert words in result.output
    assert office.read() == before


def test_known_number_with_other_words_is_told(office: Office) -> None:
    """The system's number finds the project; that it is called otherwise is a warning."""
    result = office.bring_back(save(office, ROWS[0], make_row(9, "โครงการประชาคมตำบล", ("20,000", 18_000), 2)))

    assert result.exit_code == 0, result.output
    assert "ไม่ตรงกับโครงการ p10" in result.output
    assert {item["project"]: item for item in read(office)["projects"]}["p10"]["disbursed"] == "18000"
