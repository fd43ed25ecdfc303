"""Excel and back: what nobody changed stays byte for byte, what somebody changed is changed there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import MADE_UP_PLANS, ROOT
from prongsai.exceptions import SheetError
from prongsai.load.yaml_reader import parse_yaml
from workbooks import LAO, Office, Sheet, change

ROUND, PLAN, YEAR = "2567-12", "2566-2570", "2567"
RESULTS, PROJECTS, MEASURES, INFO = "ผลรายโครงการ", "โครงการ", "มาตรการ", "ข้อมูลของรายงาน"
BOOKS = [
    *((MADE_UP_PLANS / LAO, what) for what in (PLAN, "2566-06", "2566-12", "2567-06", ROUND, YEAR)),
    *((ROOT / "plans" / lao, what) for lao, what in (("maesai", "2566-12"), ("maesai", PLAN), ("maechan", "2568"))),
    (ROOT / "plans" / "chiangmuan", PLAN),
]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with the made-up LAO."""
    return Office(tmp_path)


@pytest.mark.parametrize(("lao", "what"), BOOKS, ids=[f"{lao.name}-{what}" for lao, what in BOOKS])
def test_nothing_changed_changes_no_byte(lao: Path, what: str, tmp_path: Path) -> None:
    """A workbook that another program saved as it was leaves every file as it was, and says so."""
    office = Office(tmp_path, lao)
    before = office.read()
    path = office.export(what)
    openpyxl.load_workbook(path).save(path)

    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    assert "ไม่มีอะไรเปลี่ยน" in result.output
    assert office.read() == before


def comment(path: Path) -> int:
    """Put a comment above every item, and behind every status; return how many there are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    noted = []
    for number, line in enumerate(lines):
        if line.lstrip().startswith("- project:"):
            noted.append(f"  # ตรวจแล้ว {number}")
        noted.append(f"{line}  # ข้อ {number}" if line.lstrip().startswith("status:") else line)
    path.write_text("\n".join([*noted, ""]), encoding="utf-8")
    return path.read_text(encoding="utf-8").count("#")


def list_leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield every text with its place; projects are named by their id."""
    if isinstance(data, str):
        yield path, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        name = value["project"] if isinstance(value, dict) and "project" in value else key
        yield from list_leaves(value, (*path, name))


def read(path: Path) -> dict[tuple[Any, ...], str]:
    """Return what a file says, place by place."""
    document, problems = parse_yaml(path.read_text(encoding="utf-8"), "")
    assert problems == []
    return dict(list_leaves(document.data))


DONE = ("p01", "p05", "p06", "no-gift", "p10", "p11", "p12")
# Cell by cell: the row, how the head begins, what is typed, the key, and what the file shall say then.
EDITS: list[tuple[str, str, Any, tuple[Any, ...], str]] = [
    *((id_, "ผลการดำเนินงาน", f"ดำเนินการของ {id_} ครบถ้วน", ("results", 0), f"ดำเนินการของ {id_} ครบถ้วน") for id_ in DONE),
    *((id_, "ผลลัพธ์", f"ประชาชนเห็นผลของ {id_}", ("outcomes", 0), f"ประชาชนเห็นผลของ {id_}") for id_ in DONE),
    *((id_, "หมายเหตุในตาราง", f"ปรับปรุง {id_}", ("remark",), f"ปรับปรุง {id_}") for id_ in DONE),
    ("p01", "เบิกจ่าย", "๑๔๗,๐๐๐.-", ("disbursed",), "147000"),
    ("p01", "งบประมาณตามข้อ", 149999.5, ("ordinance",), "149999.50"),
    ("p03", "คำอธิบายเหตุ", "น้ำท่วมพื้นที่จัดเวทีทั้งตำบล", ("reason_text",), "น้ำท่วมพื้นที่จัดเวทีทั้งตำบล"),
    ("p06", "เบิกจ่าย", "1,234.75 บาท", ("disbursed",), "1234.75"),
    ("p07", "สถานะ", "ดำเนินการแล้วเสร็จ", ("status",), "ดำเนินการแล้วเสร็จ"),
    ("p07", "บรรจุ", "ใช่", ("in_ordinance",), "ใช่"),
    ("p09", "เหตุที่", "ไม่ได้รับงบประมาณ", ("reason",), "ไม่ได้รับงบประมาณ"),
    ("p09", "หมายเหตุในระบบ", "รอสรรหา", ("eplan_remark",), "รอสรรหา"),
    ("p10", "เบิกจ่าย", 19000, ("disbursed",), "19000"),
]  # fmt: skip


def test_thirty_edits_change_thirty_places(office: Office) -> None:
    """Each cell that was typed into changes its own value; all others, their order and every comment stay."""
    file = office.path(f"progress/{ROUND}.yml")
    comments = comment(file)
    before, others = read(file), office.read()
    path = office.export(ROUND)

    def fill(sheet: Sheet) -> None:
        for id_, head, value, _, _ in EDITS:
            sheet.put(id_, head, value)

    change(path, RESULTS, fill)
    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    assert len(EDITS) == 30
    after = read(file)
    expected = {("projects", id_, *key): text for id_, _, _, key, text in EDITS}
    assert {place: text for place, text in after.items() if before.get(place) != text} == expected
    assert before.keys() <= after.keys()
    assert file.read_text(encoding="utf-8").count("#") == comments
    assert [place for place in after if place in before] == list(before)
    assert {name for name, data in office.read().items() if others[name] != data} == {f"progress/{ROUND}.yml"}


def test_file_of_windows_stays_one(office: Office) -> None:
    """Byte order mark, line ends, quotes and the blank lines of a file that Notepad wrote."""
    file = office.path(f"progress/{ROUND}.yml")
    text = (
        file.read_bytes()
        .decode()
        .replace("\n", "\r\n")
        .replace("disbursed: 147,300.75", 'disbursed: "147,300.75" # จ่ายแล้ว')
    )
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path = office.export(ROUND)
    change(path, RESULTS, lambda sheet: sheet.put("p01", "เบิกจ่าย", 147_000))

    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    assert file.read_bytes() == b"\xef\xbb\xbf" + text.replace('"147,300.75"', '"147000"').encode()


def test_other_spellings_of_the_same_are_no_change(office: Office) -> None:
    """Thai digits, a code word for a label, and a date in numbers say what the file says already."""
    before = office.read()
    path = office.export(ROUND)

    def fill(sheet: Sheet) -> None:
        sheet.put("p01", "เบิกจ่าย", "๑๔๗,๓๐๐.๗๕")
        sheet.put("p01", "สถานะ", "done")
        sheet.put("p01", "งบประมาณตามข้อ", "150,000.-")

    change(path, RESULTS, fill)
    change(path, INFO, lambda sheet: sheet.put("as_of", "ข้อความ", "4/10/2567"))

    assert "ไม่มีอะไรเปลี่ยน" in office.bring_back(path).output
    assert office.read() == before


def test_deleted_row_takes_the_record_away(office: Office) -> None:
    """Only that record goes; emptying a whole row does the same."""
    path = office.export(ROUND)
    before = read(office.path(f"progress/{ROUND}.yml"))

    def fill(sheet: Sheet) -> None:
        sheet.delete("p05")
        for head in sheet.heads:
            if head not in {"รหัส", "โครงการ/กิจกรรม/มาตรการ", "งบประมาณตามแผน"}:
                sheet.sheet.cell(*sheet.place("p12", head)).value = None

    change(path, RESULTS, fill)
    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    after = read(office.path(f"progress/{ROUND}.yml"))
    assert {place[1] for place in before if place not in after and place[0] == "projects"} == {"p05", "p12"}
    assert [after[place] for place in after] == [text for place, text in before.items() if place in after]


def test_project_without_a_record_gets_one(office: Office) -> None:
    """Filling the row of a project that waits adds its record."""
    path = office.export(ROUND)

    def fill(sheet: Sheet) -> None:
        sheet.put("p13", "สถานะ", "อยู่ระหว่างดำเนินการ")
        sheet.put("p13", "ผลการดำเนินงาน", "ประชุมแล้ว ๒ ครั้ง\nรอประชุมครั้งสุดท้าย")

    change(path, RESULTS, fill)
    office.bring_back(path)

    after = read(office.path(f"progress/{ROUND}.yml"))
    assert after["projects", "p13", "status"] == "อยู่ระหว่างดำเนินการ"
    assert after["projects", "p13", "results", 1] == "รอประชุมครั้งสุดท้าย"


def test_what_was_changed_in_the_file_meanwhile_stays(office: Office) -> None:
    """A value that somebody else changed after the export is not put back; both changed is told, and nothing written."""
    path = office.export(ROUND)
    file = office.path(f"progress/{ROUND}.yml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("disbursed: 147,300.75", "disbursed: 140,000"), encoding="utf-8")
    change(path, RESULTS, lambda sheet: sheet.put("p06", "เบิกจ่าย", 1300))

    assert office.bring_back(path).exit_code == 0
    assert "disbursed: 140,000" in file.read_text(encoding="utf-8")
    assert "disbursed: 1300\n" in file.read_text(encoding="utf-8")

    before = office.read()
    change(path, RESULTS, lambda sheet: sheet.put("p01", "เบิกจ่าย", 130_000))
    result = office.bring_back(path)

    assert result.exit_code == 1
    assert "[cell-conflict]" in result.output
    assert "[ผลรายโครงการ!I3]" in result.output
    assert office.read() == before


def test_project_is_added_and_its_money_by_year(office: Office) -> None:
    """A row without an id becomes a project with the next one; one year's money does not touch the other years."""
    path = office.export(PLAN)

    def fill(sheet: Sheet) -> None:
        sheet.put("p01", "งบประมาณ ปี 2568", 120_000)
        sheet.put("p03", "งบประมาณ ปี 2567", 15_000)
        sheet.put("p03", "งบประมาณ ปี 2570", "ไม่ใช้งบประมาณ")
        sheet.append({"ลำดับที่": 16, "ชื่อโครงการ": "โครงการตลาดนัดความดี", "ภารกิจ": "1.2", "งบประมาณ ปี 2569": "๓,๐๐๐"})

    change(path, PROJECTS, fill)
    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    document, _ = parse_yaml(office.path(f"{PLAN}/plan.yml").read_text(encoding="utf-8"), "")
    projects = {project["id"]: project for project in document.data["projects"]}
    assert projects["p16"] == {
        "id": "p16", "number": "16", "name": "โครงการตลาดนัดความดี", "mission": "1.2", "budget": {"2569": "3000"},
    }  # fmt: skip
    assert projects["p01"]["budget"] == {"2566": "๑๕๐,๐๐๐.-", "2567": "๑๕๐,๐๐๐.-", "2568": "120000", "2569": "๑๕๐,๐๐๐.-", "2570": "๑๕๐,๐๐๐.-"}  # fmt: skip
    assert projects["p03"]["budget"]["2570"] == "ไม่ใช้งบประมาณ"
    assert projects["p03"]["budget"]["๒๕๖๗"] == "15000"


@pytest.mark.slow
def test_targets_and_risks_are_filled_in_too(office: Office) -> None:
    """A year's value, an issue's score, a control and a new target; what is not touched stays as it was written."""
    path = office.export(PLAN)
    file = office.path(f"{PLAN}/plan.yml")
    before = file.read_text(encoding="utf-8")
    change(path, "ค่าเป้าหมาย", lambda sheet: sheet.put("2", "ค่าเป้าหมาย ปี 2568", 91))
    issues = "การกำหนดคุณลักษณะเฉพาะของพัสดุที่เอื้อประโยชน์แก่ผู้เสนอราคารายใดรายหนึ่ง | สูง\nการตรวจรับพัสดุไม่เป็นไปตามสัญญาหรือข้อตกลง | สูง\nการจ่ายเงินก่อนตรวจรับ"

    def fill(sheet: Sheet) -> None:
        sheet.put("1", "ประเด็นความเสี่ยง", issues)
        sheet.put("3", "มาตรการควบคุม", "p02\np05\nนอกแผน: ระเบียบการขอใช้และการบันทึกเลขไมล์รถยนต์ส่วนกลางของสำนักปลัด")

    change(path, "ความเสี่ยง", fill)
    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    expected = before.replace("๒๕๖๘: ๙๐", "๒๕๖๘: 91").replace(
        "score: ปานกลาง", "score: สูง\n      - text: การจ่ายเงินก่อนตรวจรับ", 1
    )
    head, tail = expected.rsplit("      - project: p12\n      - outside", 1)
    assert file.read_text(encoding="utf-8") == f"{head}      - project: p05\n      - outside{tail}"

    path.unlink()
    path = office.export(PLAN)
    change(
        path, "ค่าเป้าหมาย", lambda sheet: sheet.append({"ตัวชี้วัด": "ผู้ผ่านการอบรม", "หน่วย": "ร้อยละ", "ค่าเป้าหมาย ปี 2570": 80})
    )
    assert office.bring_back(path).exit_code == 0
    added = parse_yaml(file.read_text(encoding="utf-8"), "")[0].data["targets"][3]
    assert added == {"indicator": "ผู้ผ่านการอบรม", "unit": "ร้อยละ", "values": {"2570": "80"}}


def test_card_of_its_own_file_is_changed_there(office: Office) -> None:
    """A project that has a file of its own is changed in that file; nested steps keep what was not touched."""
    path = office.export(PLAN)
    before = office.path(f"{PLAN}/projects/p10.yml").read_text(encoding="utf-8")
    steps = "แต่งตั้งคณะทำงานประจำหมู่บ้าน\nจัดประชาคม\n- แจ้งกำหนดการแก่ประชาชน\n-- ประกาศทางหอกระจายข่าว\n-- แจ้งทางกลุ่มไลน์\n- รับฟังความเห็นและจัดลำดับความสำคัญ\n- สรุปรายงานการประชาคม\nเสนอผลต่อคณะกรรมการพัฒนาท้องถิ่น"
    change(path, PROJECTS, lambda sheet: sheet.put("p10", "วิธีดำเนินการ", steps))

    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    after = office.path(f"{PLAN}/projects/p10.yml").read_text(encoding="utf-8")
    assert after == before.replace("แจ้งผ่านผู้นำชุมชน", "แจ้งทางกลุ่มไลน์")


@pytest.mark.parametrize("typed", ["3.1", "๓.๑", "3"])
def test_measure_is_added_to_its_section(typed: str, office: Office) -> None:
    """The number that is typed says the section; an empty section gets its first measure."""
    path = office.export(YEAR)
    change(
        path, MEASURES, lambda sheet: sheet.append({"ข้อ": typed, "มาตรการ": "มาตรการเผยแพร่ข่าวรายสัปดาห์", "คะแนน": 92.5})
    )

    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    document, _ = parse_yaml(office.path(f"measures/{YEAR}.yml").read_text(encoding="utf-8"), "")
    assert document.data["sections"][2]["measures"] == [
        {"number": "1", "title": "มาตรการเผยแพร่ข่าวรายสัปดาห์", "score": "92.5"}
    ]


def test_not_asked_writes_nothing(office: Office) -> None:
    """Without ``--write`` and without anybody to ask, the changes are shown and the files stay."""
    path = office.export(ROUND)
    before = office.read()
    change(path, RESULTS, lambda sheet: sheet.put("p10", "เบิกจ่าย", 19_000))

    result = office.run("sheet", "import", str(path))

    assert result.exit_code == 0
    assert "ผลรายโครงการ!I11" in result.output
    assert "19000" in result.output
    assert "--write" in result.output
    assert office.read() == before


def test_checker_speaks_of_cells(office: Office) -> None:
    """What the checker finds in the changed records is told at the cell that it comes from, and only what is new."""
    path = office.export(ROUND)
    change(path, RESULTS, lambda sheet: sheet.put("p10", "เบิกจ่าย", 25_000))

    output = office.bring_back(path).output

    assert "2567-12.xlsx [ผลรายโครงการ!I11]: คำเตือน" in output
    assert "[overspent]" in output


def test_exported_file_is_never_written_over(office: Office) -> None:
    """What a clerk filled in is safe from a second export."""
    path = office.export(ROUND)
    before = path.read_bytes()

    with pytest.raises(SheetError, match="อยู่แล้ว"):
        office.run("sheet", "export", ROUND, "--out", str(path))

    assert path.read_bytes() == before


def test_export_is_called_what_it_is(office: Office) -> None:
    """A name that another program would open as something else is refused; the next command can be copied."""
    with pytest.raises(SheetError, match=r"--out round\.xlsx"):
        office.run("sheet", "export", ROUND, "--out", str(office.folder / "round.csv"))
    assert not (office.folder / "round.csv").exists()

    path = office.folder / "ผลของ รอบ.xlsx"
    assert f'sheet import "{path}"' in office.run("sheet", "export", ROUND, "--out", str(path)).output


def test_export_that_breaks_off_leaves_no_file(office: Office) -> None:
    """Else the next export would find the name taken."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(SheetError, match="ไฟล์ใหญ่เกินกว่าที่ดิสก์รับได้"):
            office.run("sheet", "export", ROUND, "--out", str(office.folder / "round.xlsx"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert not (office.folder / "round.xlsx").exists()
