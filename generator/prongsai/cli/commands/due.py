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
from prongsai.figures.duties import Duty, DutyState
from prongsai.thai.dates import ThaiDateError, parse_thai_date


@click.command()
@plans_option
@lao_option
@click.option("--date", "day", help="ดู ณ วันที่นี้ เช่น 2566-10-31 (ค่าเริ่มต้นคือวันนี้)")
@click.option(
    "--within",
    type=click.IntRange(min=0),
    help="เฉพาะสิ่งที่ยังขาด ซึ่งถึงกำหนดในกี่วันนี้ หรือเพิ่งเลยกำหนดมาไม่เกินกี่วันนี้ หากมี จบด้วยรหัส 1",
)
def due(plans: Path, only: str | None, day: str | None, within: int | None) -> None:
    """บอกว่าเผยแพร่อะไรแล้ว และต้องเผยแพร่อะไรต่อ ภายในเมื่อใด"""
    today = parse_day(day) if day else get_day()
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    has_near = False
    for loaded in checked.laos:
        duties = loaded.ledger.list_duties(today)
        if within is not None:
            duties = [duty for duty in duties if is_near(duty, today, within)]
            has_near = has_near or bool(duties)
        if duties or within is None:
            click.echo(format_duties(loaded.dossier.lao.full_name.translate(VISIBLE), duties))
    if within is not None and not has_near:
        click.echo(f"ไม่มีสิ่งที่ต้องเผยแพร่ใน {within} วันนี้")
    if not checked.is_publishable():
        click.echo("ข้อมูลมีข้อผิดพลาด รายการนี้อาจไม่ครบ ตรวจด้วยคำสั่ง prongsai check", err=True)
    if has_near or not checked.is_publishable():
        sys.exit(PROBLEMS)


def is_near(duty: Duty, today: dt.date, days: int) -> bool:
    """Tell whether something is missing whose last day is so many days away at most, before or after today."""
    is_missing = duty.state is not DutyState.PUBLISHED
    return is_missing and duty.due is not None and abs((duty.due - today).days) <= days


def parse_day(text: str) -> dt.date:
    """Return a date given on the command line.

    Raises:
        ProngsaiError: The text is no date.
    """
    try:
        return parse_thai_date(text)
    except ThaiDateError as error:
        raise ProngsaiError(f"--date {text}: {error}") from None
