"""``prongsai new measures``: the integrity measures of a year."""

from __future__ import annotations

import re
from pathlib import Path

import click

from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.measures_draft import draft_measures
from prongsai.exceptions import ProngsaiError
from prongsai.thai.digits import to_arabic


@click.command()
@click.argument("year")
@plans_option
@lao_option
def measures(year: str, plans: Path, only: str | None) -> None:
    """สร้างมาตรการส่งเสริมคุณธรรมฯ ของปี เช่น 2568 เจ็ดหัวข้อ เริ่มจากมาตรการของปีก่อน"""
    text = to_arabic(year).strip()
    if not re.fullmatch("2[56][0-9]{2}", text):
        raise ProngsaiError(f"“{year}” ไม่ใช่ปีงบประมาณ วิธีแก้: เขียนปี พ.ศ. สี่หลัก เช่น 2568")
    loaded = load_one_lao(plans, only)
    path = plans / loaded.slug / "measures" / f"{text}.yml"
    write_new_files({path: draft_measures(loaded, int(text))}, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} แล้ว")
    click.echo(f"ต่อไป: กรอกใน Excel ด้วย prongsai sheet export {text} หรือแก้ในไฟล์ แล้วสั่ง prongsai check", err=True)
