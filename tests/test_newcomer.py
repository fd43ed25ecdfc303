"""The newcomer: an empty folder, the package, Excel, and a site at the end. How many commands, and how long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from prongsai.load.yaml_reader import parse_yaml
from test_wheel import checkout, python, wheel  # noqa: F401 - fixtures

pytestmark = pytest.mark.slow

MOST_COMMANDS = 8
ROUND = "2567-06"
DAY = "1712620800"  # 9 April 2567


class Newcomer:
    """Gives commands one by one, and counts them and the time that they take."""

    def __init__(self, interpreter: Path, folder: Path) -> None:
        """Begin in an empty folder."""
        self.programs = interpreter.parent
        self.folder = folder
        self.commands: list[tuple[str, float]] = []

    def run(self, *words: str, ends: int = 0) -> str:
        """Give a command, and return what it says."""
        start = time.perf_counter()
        program = ["-m", words[0]] if words[0] == "mkdocs" else ["-m", "prongsai.cli.main"]
        result = subprocess.run(
            [str(self.programs / Path(sys.executable).name), *program, *words[1:]],
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "SOURCE_DATE_EPOCH": DAY,
                "PRONGSAI_PAPERS": "never",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        self.commands.append((" ".join(words[:3]), time.perf_counter() - start))
        assert result.returncode == ends, result.stdout + result.stderr
        return result.stdout + result.stderr

    def fill(self, path: Path, cells: dict[tuple[str, str], Any], deleted: str = "") -> None:
        """Fill cells as a person does: by the project's id and the words at the head of the column."""
        workbook = openpyxl.load_workbook(path)
        sheet = workbook.worksheets[0]
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=3)}
        for (id_, head), value in cells.items():
            column = next(cell.column for cell in sheet[2] if str(cell.value).startswith(head))
            sheet.cell(rows[id_], column).value = value
        if deleted:
            sheet.delete_rows(rows[deleted])
        workbook.save(path)


PROJECTS = [f"โครงการส่งเสริมความโปร่งใสด้านที่ {number}" for number in range(1, 13)]


def write_plan(path: Path) -> None:
    """Write the Word file of a plan as an office has it: a card a project, under the headings of its dimension."""
    document = docx.Document()
    document.add_paragraph("แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. 2566 - 2570)")
    document.add_paragraph("เทศบาลตำบลหนองดี อำเภอเมือง จังหวัดขอนแก่น")
    document.add_paragraph("ส่วนที่ 3 รายละเอียดโครงการ")
    document.add_paragraph("มิติที่ 1 การสร้างวัฒนธรรมสุจริต")
    document.add_paragraph("1.1 การเสริมสร้างจิตสำนึกและความตระหนักแก่บุคลากร")
    for number, name in enumerate(PROJECTS, 1):
        document.add_paragraph(f"ลำดับที่ {number}")
        cards = (
            ("ชื่อโครงการ", name),
            ("หลักการและเหตุผล", "งานของหน่วยงานต้องเปิดเผยและตรวจสอบได้"),
            ("วัตถุประสงค์", f"เพื่อให้ประชาชนรู้เห็นงานด้านที่ {number}"),
            ("กลุ่มเป้าหมาย", "ประชาชนในเขตเทศบาล"),
            ("วิธีดำเนินการ", "ประชุมผู้เกี่ยวข้องแล้วลงมือทำ"),
            ("ระยะเวลาดำเนินการ", "ปีงบประมาณ พ.ศ. 2566 - 2570"),
            ("งบประมาณดำเนินการ", "จำนวน 180,000.- บาท (หนึ่งแสนแปดหมื่นบาทถ้วน)" if number == 1 else "ไม่ใช้งบประมาณ"),
            ("ผู้รับผิดชอบโครงการ", "สำนักปลัดเทศบาล"),
            ("ผลผลิต/ผลลัพธ์", "ประชาชนเข้าถึงข้อมูลได้"),
        )
        for at, (heading, text) in enumerate(cards, 1):
            document.add_paragraph(f"{at}. {heading}")
            document.add_paragraph(text)
    document.save(str(path))


def test_from_an_empty_folder_to_a_site(python: Path, tmp_path: Path) -> None:  # noqa: F811 - the fixture
    """What a person does wrong in Excel is told cell by cell; when it is mended, the round is on the site."""
    newcomer = Newcomer(python, tmp_path)
    who = ("--type", "เทศบาลตำบล", "--name", "หนองดี", "--district", "เมือง", "--province", "ขอนแก่น", "--slug", "nongdee")

    newcomer.run("prongsai", "new", "site", "web", *who)
    newcomer.folder = tmp_path / "web"
    write_plan(newcomer.folder / "แผน.docx")
    newcomer.run("prongsai", "import", "แผน.docx", "--lao", "nongdee", "--write")
    newcomer.run("prongsai", "new", "progress", ROUND)
    newcomer.run("prongsai", "sheet", "export", ROUND)
    book = newcomer.folder / f"nongdee-{ROUND}.xlsx"
    newcomer.fill(
        book,
        {
            ("p01", "สถานะ"): "ดำเนินการแล้วเสร็จ",
            ("p01", "งบประมาณตามข้อ"): "180,000",
            ("p01", "เบิกจ่าย"): "๑๗๕,๒๕๐.๕๐",
            ("p01", "ผลการดำเนินงาน"): "อบรม ๑ รุ่น\nผู้เข้าอบรม ๕๘ คน",
            ("p02", "สถานะ"): "เสร็จแล้วจ้า",
            ("p03", "เบิกจ่าย"): "12,000 (ยืมจากกองคลัง)",
            ("p04", "สถานะ"): "อยู่ระหว่างดำเนินการ",
        },
        deleted="p12",
    )
    told = newcomer.run("prongsai", "sheet", "import", book.name, "--write", ends=1)
    newcomer.fill(book, {("p02", "สถานะ"): "อยู่ระหว่างดำเนินการ", ("p03", "เบิกจ่าย"): None})
    newcomer.run("prongsai", "sheet", "import", book.name, "--write")
    newcomer.run("mkdocs", "build", "--strict")

    assert "ผลรายโครงการ!D4]: ข้อผิดพลาด: ไม่รู้จักค่า “เสร็จแล้วจ้า”" in told
    assert "ผลรายโครงการ!I5]: ข้อผิดพลาด: อ่าน “12,000 (ยืมจากกองคลัง)” เป็นจำนวนเงินไม่ได้" in told
    document, _ = parse_yaml((newcomer.folder / f"plans/nongdee/progress/{ROUND}.yml").read_text(encoding="utf-8"), "")
    first, *others = document.data["projects"]
    assert first == {
        "project": "p01", "status": "ดำเนินการแล้วเสร็จ", "ordinance": "180000", "disbursed": "175250.50",
        "results": ["อบรม ๑ รุ่น", "ผู้เข้าอบรม ๕๘ คน"],
    }  # fmt: skip
    assert [item["project"] for item in others] == [f"p{number:02}" for number in range(2, 12)]
    pages = (newcomer.folder / f"site/nongdee/reports/{ROUND}").rglob("index.html")
    assert any("ผู้เข้าอบรม ๕๘ คน" in page.read_text(encoding="utf-8").replace("\u00a0", " ") for page in pages)
    for command, seconds in newcomer.commands:
        print(f"{seconds:5.1f} s  {command}")
    print(f"{sum(seconds for _, seconds in newcomer.commands):5.1f} s  {len(newcomer.commands)} commands")
    assert len(newcomer.commands) <= MOST_COMMANDS
