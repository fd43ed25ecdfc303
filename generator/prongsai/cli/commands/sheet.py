"""``prongsai sheet``: records as an Excel workbook, and back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.cli.asking import confirm
from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.cli.shown import show_argument
from prongsai.diagnostics.cell_changes import format_changes
from prongsai.diagnostics.text import format_problems
from prongsai.exceptions import SheetError
from prongsai.problem import Severity
from prongsai.sheets.books import list_books, make_book
from prongsai.sheets.bringing_back import find_what, propose, write
from prongsai.sheets.reader import read_sheets
from prongsai.sheets.writer import write_book

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def sheet() -> None:
    """กรอกแผน ผลของรอบ มาตรการ หรือข้อ OIT ใน Excel แล้วนำกลับเข้าไฟล์ข้อมูล"""


@sheet.command()
@click.argument("what", required=False)
@plans_option
@lao_option
@click.option("--out", type=_FILE, help="ไฟล์ที่จะเขียน (ค่าเริ่มต้นคือชื่อหน่วยงานต่อด้วย WHAT เช่น maesai-2567-06.xlsx)")
def export(what: str | None, plans: Path, only: str | None, out: Path | None) -> None:
    """เขียนไฟล์ Excel ของ WHAT: แผน (2566-2570) รอบ (2567-06) มาตรการ (2567) หรือข้อ OIT (oit-2568)"""
    loaded = load_one_lao(plans, only)
    if what is None:
        known = list_books(loaded)
        if len(known) != 1:
            raise SheetError(f"ระบุว่าจะส่งออกอะไร ที่มีคือ {', '.join(known) or '(ยังไม่มีแผน รอบ มาตรการ หรือรายการข้อ OIT)'}")
        [what] = known
    book = make_book(loaded, what)
    path = out or Path(f"{loaded.slug}-{book.what}.xlsx")
    write_book(book, path)
    click.echo(f"เขียน {path} แล้ว: {book.title}")
    click.echo(f"กรอกใน Excel แล้วบันทึก จากนั้นสั่ง prongsai sheet import {show_argument(path)}", err=True)


@sheet.command("import")
@click.argument("file", type=_FILE)
@plans_option
@lao_option
@click.option("--of", "what", help="แผน รอบ หรือปีที่ไฟล์นี้เป็นของ เช่น 2567-06 (ไม่ต้องระบุเมื่อไฟล์บอกเอง)")
@click.option("--write", "is_confirmed", is_flag=True, help="บันทึกโดยไม่ถาม")
def import_(file: Path, plans: Path, only: str | None, what: str | None, *, is_confirmed: bool) -> None:
    """นำ FILE (.xlsx หรือ .csv) กลับเข้าไฟล์ข้อมูล แสดงสิ่งที่จะเปลี่ยนและตรวจก่อน

    รับไฟล์ที่มาจาก prongsai sheet export และตารางสถานะโครงการที่ได้จากระบบ e-PlanNACC
    เมื่อไม่ระบุ --write จะถามก่อนบันทึก และไม่บันทึกอะไรเมื่อถามไม่ได้
    """
    sheets = read_sheets(file)
    loaded = load_one_lao(plans, only or sheets.meta.get("lao"))
    proposal = propose(loaded, sheets, what or find_what(sheets, file.stem, loaded), shown=plans.as_posix())
    for text in format_problems(proposal.problems):
        click.echo(text)
    if not proposal.changes and not proposal.problems:
        click.echo("ไม่มีอะไรเปลี่ยน ไฟล์ข้อมูลคงเดิม")
        return
    for line in format_changes(proposal.changes):
        click.echo(line)
    if not proposal.is_writable:
        count = sum(problem.severity is Severity.ERROR for problem in proposal.problems)
        click.echo(f"มีข้อผิดพลาด {count} แห่ง จึงยังไม่บันทึก แก้ใน {file.name} แล้วสั่งใหม่", err=True)
        sys.exit(PROBLEMS)
    if not proposal.texts:
        click.echo("ไม่มีอะไรต้องบันทึก ไฟล์ข้อมูลคงเดิม", err=True)
        return
    count = len(proposal.changes)
    if is_confirmed or confirm(f"บันทึก {count} รายการนี้ลงไฟล์ข้อมูลหรือไม่"):
        written = write(loaded, proposal)
        click.echo(f"บันทึก {count} รายการแล้วใน {', '.join(written)}", err=True)
    else:
        click.echo(f"ยังไม่บันทึก ถ้าถูกต้องแล้วสั่ง prongsai sheet import {show_argument(file)} --write", err=True)
