"""``prongsai due``: what is published, and what has to be published by when."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from prongsai.build.checked import check_plans
from prongsai.build.day import get_day
from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.options import lao_option, plans_option
from prongsai.diagnostics.duties import format_duties
from prongsai.diagnostics.text import VISIBLE
from prongsai.exceptions import ProngsaiError
from prongsai.thai.dates import ThaiDateError, parse_thai_date


@click.command()
@plans_option
@lao_option
@click.option("--date", "day", help="ดู ณ วันที่นี้ เช่น 2566-10-31 (ค่าเริ่มต้นคือวันนี้)")
def due(plans: Path, only: str | None, day: str | None) -> None:
    """บอกว่าเผยแพร่อะไรแล้ว และต้องเผยแพร่อะไรต่อ ภายในเมื่อใด"""
    today = parse_day(day) if day else get_day()
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    for loaded in checked.laos:
        click.echo(format_duties(loaded.dossier.lao.full_name.translate(VISIBLE), loaded.ledger.list_duties(today)))
    if not checked.is_publishable():
        click.echo("ข้อมูลมีข้อผิดพลาด รายการนี้อาจไม่ครบ ตรวจด้วยคำสั่ง prongsai check", err=True)
        sys.exit(PROBLEMS)


def parse_day(text: str) -> dt.date:
    """Return a date given on the command line.

    Raises:
        ProngsaiError: The text is no date.
    """
    try:
        return parse_thai_date(text)
    except ThaiDateError as error:
        raise ProngsaiError(f"--date {text}: {error}") from None
