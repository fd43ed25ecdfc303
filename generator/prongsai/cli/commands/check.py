"""``prongsai check``: read and check everything, write nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.build.checked import check_plans
from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.cli.findings import report
from prongsai.cli.options import format_option, lao_option, plans_option, strict_option


@click.command()
@plans_option
@lao_option
@strict_option
@format_option
def check(plans: Path, only: str | None, format_: str, *, strict: bool) -> None:
    """ตรวจข้อมูลทั้งหมดโดยไม่เขียนไฟล์ใด"""
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    report(checked, format_)
    sys.exit(CLEAN if checked.is_publishable(strict=strict) else PROBLEMS)
