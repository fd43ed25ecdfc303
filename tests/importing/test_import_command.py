"""The command as a clerk uses it: a preview first, then files; never over what is there; nothing half-written."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from prongsai.cli.main import cli
from prongsai.editing.tree import compose
from prongsai.exceptions import EditError
from test_lists_and_cards import CARD

_REPORT = """รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๖ เดือน
ลำดับ\tรายการโครงการ\tมิติ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tรอรายงาน\tอยู่ระหว่างดำเนินการ\tดำเนินการแล้วเสร็จ\tไม่สามารถดำเนินการได้\tหมายเหตุ
1\tโครงการป้ายราคากลางหน้าหมู่บ้าน\t2\t12,500.00\t9,000.00\t\t/\t\t\t-
2\tมาตรการตู้ถามตอบ\t2\t0.00\t0.00\t\t\t✓\t\tรอสรุป
** ข้อมูล ณ วันที่ 5 เมษายน 2567"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an office that has no plan yet, and its documents."""
    (tmp_path / "plans/nongdu").mkdir(parents=True)
    (tmp_path / "plans/nongdu/lao.yml").write_text("type: เทศบาลตำบล\nname: หนองดู่\nprovince: ลำพูน\n", encoding="utf-8")
    (tmp_path / "แผน.txt").write_text(f"แผนปฏิบัติการ (พ.ศ. 2566 - 2570)\n{CARD}\nบันทึกย่อของผู้พิมพ์\n", encoding="utf-8")
    (tmp_path / "ผล.txt").write_text(_REPORT, encoding="utf-8")
    return tmp_path


def run(office: Path, *arguments: str) -> Result:
    """Run the command in an office's folder."""
    with contextlib.chdir(office):
        return CliRunner().invoke(cli, arguments)


def list_files(office: Path) -> list[str]:
    """Return what lies in the office's data."""
    folder = office / "plans/nongdu"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_without_write_nothing_is_written(office: Path) -> None:
    """The preview tells what was found, what would be written, and what to type next."""
    shown = run(office, "import", "แผน.txt", "--lao", "nongdu")

    assert shown.exit_code == 0
    assert "รวม โครงการ 1\n" in shown.stdout
    assert "ใหม่       nongdu/2566-2570/projects/p04.yml" in shown.stdout
    assert "--write" in shown.stdout
    assert list_files(office) == ["lao.yml"]


def test_written_records_pass_the_check(office: Path) -> None:
    """Plan and statuses together: projects are matched by name, doubts are comments, the checker finds no error."""
    written = run(office, "import", "แผน.txt", "ผล.txt", "--lao", "nongdu", "--write")
    progress = (office / "plans/nongdu/progress/2567-06.yml").read_text(encoding="utf-8")

    assert written.exit_code == 0, written.stderr
    assert "project: p04" in progress
    assert "status: อยู่ระหว่างดำเนินการ" in progress
    assert "as_of: 5 เมษายน 2567" in progress
    assert "planned" not in progress.partition("project: p05")[0]  # as in the plan
    checked = run(office, "check", "--lao", "nongdu")
    assert "ข้อผิดพลาด:" not in checked.stdout, checked.stdout


def test_what_no_field_took_is_kept_beside_the_records(office: Path) -> None:
    """Leftovers are in a file that the site does not publish, with their places."""
    run(office, "import", "แผน.txt", "--lao", "nongdu", "--write")
    left = (office / "plans/nongdu/README-import-แผน.txt").read_text(encoding="utf-8")

    assert (
        "บันทึกย่อของผู้พิมพ์" in left
        or "บันทึกย่อของผู้พิมพ์" in run(office, "import", "แผน.txt", "--lao", "nongdu", "--report", "json").stdout
    )


def test_existing_values_stay_unless_told(office: Path) -> None:
    """A value that differs is shown and kept; --replace takes the document's; comments stay either way."""
    path = office / "plans/nongdu/2566-2570/projects/p04.yml"
    path.parent.mkdir(parents=True)
    (path.parent.parent / "plan.yml").write_text("years: 2566-2570\n", encoding="utf-8")
    path.write_text(
        "number: 4\nname: โครงการป้ายราคากลางหน้าหมู่บ้าน\nmission: 2.1\nbudget: 9,000 # ปรับแล้ว\n", encoding="utf-8"
    )

    kept = run(office, "import", "แผน.txt", "--lao", "nongdu", "--write")
    after = path.read_text(encoding="utf-8")
    assert "budget: 9,000 # ปรับแล้ว\n" in after
    assert "responsible_units:" in after
    assert "ในไฟล์ “9,000” ในเอกสาร “12500”" in kept.stdout

    run(office, "import", "แผน.txt", "--lao", "nongdu", "--write", "--replace")
    assert "budget: 12500 # ปรับแล้ว\n" in path.read_text(encoding="utf-8")


def test_importing_twice_changes_nothing(office: Path) -> None:
    """The same document again finds all its values there."""
    run(office, "import", "แผน.txt", "ผล.txt", "--lao", "nongdu", "--write")
    before = {name: (office / "plans/nongdu" / name).read_bytes() for name in list_files(office)}
    again = run(office, "import", "แผน.txt", "ผล.txt", "--lao", "nongdu", "--write")

    assert {name: (office / "plans/nongdu" / name).read_bytes() for name in list_files(office)} == before
    assert "ใหม่ " not in again.stdout


def test_one_file_that_cannot_be_read_stops_all(office: Path) -> None:
    """Every file that is refused is named; nothing is written, not even from the good ones."""
    (office / "เก่า.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (office / "ว่าง.docx").write_bytes(b"")
    refused = run(office, "import", "แผน.txt", "เก่า.doc", "ว่าง.docx", "--lao", "nongdu", "--write")

    assert refused.exit_code == 1
    assert "เก่า.doc: อ่านไฟล์ .doc ไม่ได้ วิธีแก้: " in refused.stderr
    assert "ว่าง.docx: ไฟล์ว่าง" in refused.stderr
    assert list_files(office) == ["lao.yml"]


def test_a_report_without_its_round_says_how_to_give_it(office: Path) -> None:
    """What cannot be filed is told with the option that mends it."""
    (office / "ผล.txt").write_text(_REPORT.replace("รอบ ๖ เดือน", ""), encoding="utf-8")

    assert "--round 2566-12" in run(office, "import", "ผล.txt", "--lao", "nongdu").stdout
    assert "progress/2567-06.yml" in run(office, "import", "ผล.txt", "--lao", "nongdu", "--round", "๒๕๖๗-06").stdout


def test_an_unknown_office_is_told(office: Path) -> None:
    """The folder is made with another command, which the message names."""
    shown = run(office, "import", "แผน.txt", "--lao", "nongduu")

    assert isinstance(shown.exception, EditError)
    assert "prongsai new lao" in str(shown.exception)


def test_doubts_are_comments_at_their_lines(office: Path) -> None:
    """A status that the document does not print is written as waiting, with a comment that YAML passes over."""
    text = _REPORT.replace("\t/\t", "\t\t")
    (office / "ผล.txt").write_text(text, encoding="utf-8")
    run(office, "import", "ผล.txt", "--lao", "nongdu", "--write")
    progress = (office / "plans/nongdu/progress/2567-06.yml").read_text(encoding="utf-8")

    assert "status: รอรายงาน  # ไม่แน่ใจ: เอกสารไม่ได้พิมพ์สถานะ" in progress
    assert compose(progress).to_data()[0]["projects"][0]["status"] == "รอรายงาน"


def test_two_documents_of_one_round_that_differ(office: Path) -> None:
    """The first stays and the difference is told; figures that only the second declares are added."""
    other = _REPORT.replace("9,000.00", "8,500.00").replace(
        "** ข้อมูล", "รวม\t\t\t12,500.00\t8,500.00\t0\t1\t1\t0\t\n** ข้อมูล"
    )
    (office / "ผลแก้.txt").write_text(other, encoding="utf-8")

    written = run(office, "import", "ผล.txt", "ผลแก้.txt", "--lao", "nongdu", "--write")
    progress = (office / "plans/nongdu/progress/2567-06.yml").read_text(encoding="utf-8")

    assert "projects.1.disbursed: เอกสารแรกเขียน “9000” เอกสารหลังเขียน “8500”" in written.stdout
    assert "เอกสารขัดกันเอง 1 แห่ง" in written.stdout
    assert "disbursed: 9000" in progress
    assert "in_progress: 1" in progress


def test_leftovers_of_files_with_one_name_are_all_kept(office: Path) -> None:
    """Namesakes from two folders do not write over each other's leftovers."""
    (office / "ก่อน").mkdir()
    (office / "ก่อน/แผน.txt").write_text("เศษหนึ่ง\nเศษสอง\n", encoding="utf-8")

    run(office, "import", "แผน.txt", "ก่อน/แผน.txt", "--lao", "nongdu", "--write")
    left = (office / "plans/nongdu/README-import-แผน.txt").read_text(encoding="utf-8")

    assert left.count("นำเข้าจาก แผน.txt") == 2
    assert "เศษสอง" in left


def test_an_order_alone_makes_no_plan(office: Path) -> None:
    """A letter is a paper; the plan that it may belong to is named only where there is one."""
    (office / "คำสั่ง.txt").write_text(
        "คำสั่งเทศบาลตำบลหนองดู่\nที่ 5/2566\nเรื่อง แต่งตั้งคณะกรรมการ\nด้วยต้องติดตามแผน\nสั่ง ณ วันที่ 27 ตุลาคม 2566\n",
        encoding="utf-8",
    )
    run(office, "import", "คำสั่ง.txt", "--lao", "nongdu", "--write")

    assert list_files(office) == ["README-import-คำสั่ง.txt", "lao.yml", "papers/order-5-2566.yml"]
