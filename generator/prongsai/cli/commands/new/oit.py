"""``prongsai new oit``: all OIT items of an ITA year."""

from __future__ import annotations

import re
from pathlib import Path

import click

from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.oit_draft import draft_oit_list
from prongsai.exceptions import ProngsaiError
from prongsai.thai.digits import to_arabic


@click.command()
@click.argument("year")
@plans_option
@lao_option
def oit(year: str, plans: Path, only: str | None) -> None:
    """สร้างรายการข้อ OIT ทั้งหมดของการประเมิน ITA ปีหนึ่ง เช่น 2569 เริ่มจากรายการของปีก่อน"""
    text = to_arabic(year).strip()
    if not re.fullmatch("2[56][0-9]{2}", text):
        raise ProngsaiError(f"“{year}” ไม่ใช่ปีการประเมิน วิธีแก้: เขียนปี พ.ศ. สี่หลัก เช่น 2569")
    loaded = load_one_lao(plans, only)
    path = plans / loaded.slug / "oit" / f"{text}.yml"
    write_new_files({path: draft_oit_list(loaded, int(text))}, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} แล้ว")
    click.echo(
        f"ต่อไป: วางรายการจาก Excel ด้วย prongsai sheet export oit-{text} หรือแก้ในไฟล์ แล้วสั่ง prongsai check", err=True
    )
