"""``prongsai import``: from the office's own documents to records."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.options import plans_option
from prongsai.importing.document import Reading
from prongsai.importing.importer import Choices, plan_import, write_import
from prongsai.importing.preview import format_plan, format_reading
from prongsai.importing.report import describe_reading
from prongsai.reading.files import read_document
from prongsai.reading.refusal import UnreadableDocumentError
from prongsai.records.base import PERIOD
from prongsai.thai.digits import to_arabic

_PERIOD = PERIOD
_ROUND = re.compile("2[56][0-9]{2}-(?:06|12)")
_YEAR = re.compile("2[56][0-9]{2}")
_FILE = click.Path(readable=False, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@plans_option
@click.option("--lao", required=True, help="หน่วยงานเจ้าของเอกสาร (ชื่อโฟลเดอร์ใน plans/)")
@click.option("--write", is_flag=True, help="เขียนข้อมูลที่อ่านได้ลงใน plans/ ไม่ระบุคือแสดงตัวอย่างเท่านั้น")
@click.option("--replace", is_flag=True, help="ให้ค่าจากเอกสารแทนค่าเดิมที่ต่างกัน ไม่ระบุคือคงค่าเดิม")
@click.option("--period", default="", help="ช่วงปีของแผน เช่น 2566-2570 ไม่ระบุคือตามเอกสาร")
@click.option("--round", "round_", default="", help="ปีงบประมาณและรอบของรายงาน เช่น 2566-12 ไม่ระบุคือตามเอกสาร")
@click.option("--year", default="", help="ปีงบประมาณของมาตรการ เช่น 2568 ไม่ระบุคือตามเอกสาร")
@click.option("--report", type=click.Choice(["text", "json"]), default="text", show_default=True, help="รูปแบบรายงาน")
def import_(  # noqa: PLR0917 - click gives each option as an argument
    files: tuple[Path, ...],
    plans: Path,
    lao: str,
    period: str,
    round_: str,
    year: str,
    report: str,
    *,
    write: bool,
    replace: bool,
) -> None:
    """อ่านเอกสารของหน่วยงาน (Word, PDF, Excel, ข้อความ) เป็นข้อมูลใน plans/

    แสดงก่อนว่าพบอะไร และจะเขียนไฟล์ใด ค่าเดิมในไฟล์ไม่ถูกแก้ ข้อความที่ไม่ได้ลงช่องใดเก็บไว้ใน README-import-….txt ข้างข้อมูล
    """
    choices = Choices(_check(period, _PERIOD, "--period", "2566-2570"), _check(round_, _ROUND, "--round", "2566-12"),
                      _check(year, _YEAR, "--year", "2568"), replace=replace)  # fmt: skip
    readings, refusals = _read(files)
    for refusal in refusals:
        click.echo(str(refusal), err=True)
    if report == "json":
        click.echo(json.dumps([describe_reading(reading) for reading in readings], ensure_ascii=False))
        sys.exit(PROBLEMS if refusals else 0)
    if refusals:
        click.echo("ยังไม่ได้เขียนไฟล์ใด", err=True)
        sys.exit(PROBLEMS)
    plan = plan_import(readings, plans / lao, choices)
    for reading in readings:
        click.echo(format_reading(reading))
    if write:
        for name in write_import(plan, readings, plans / lao):
            click.echo(f"เขียน {lao}/{name}", err=True)
    click.echo(format_plan(plan, lao, written=write))
    if write:
        click.echo(f"ต่อไป: ตรวจข้อมูลด้วย prongsai check --lao {lao}", err=True)
    sys.exit(PROBLEMS if plan.missing else 0)


def _read(files: tuple[Path, ...]) -> tuple[list[Reading], list[UnreadableDocumentError]]:
    readings: list[Reading] = []
    refusals: list[UnreadableDocumentError] = []
    for file in files:
        try:
            readings.append(Reading(read_document(file)))
        except UnreadableDocumentError as error:
            refusals.append(error)
    return readings, refusals


def _check(given: str, pattern: re.Pattern[str], option: str, example: str) -> str:
    text = to_arabic(given).replace("–", "-").replace(" ", "")
    if text and not pattern.fullmatch(text):
        raise click.BadParameter(f"“{given}” ใช้ไม่ได้ ให้เขียนเช่น {example}", param_hint=option)
    return text
