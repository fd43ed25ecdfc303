"""``prongsai new progress``: a round with every project that is in force."""

from __future__ import annotations

import re
from pathlib import Path

import click

from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.draft import write_new_files
from prongsai.editing.drafts.round_draft import draft_round
from prongsai.exceptions import ProngsaiError
from prongsai.records.dossier import RoundKey
from prongsai.thai.digits import to_arabic

_ROUND = re.compile(r"(2[56][0-9]{2})-(0?6|12)")


@click.command()
@click.argument("round_", metavar="ROUND")
@plans_option
@lao_option
def progress(round_: str, plans: Path, only: str | None) -> None:
    """สร้างผลของรอบ เช่น 2567-06 มีทุกโครงการของปีนั้น รอบ 12 เริ่มจากผลของรอบ 06"""
    match = _ROUND.fullmatch(to_arabic(round_).strip())
    if not match:
        raise ProngsaiError(f"“{round_}” ไม่ใช่รอบ วิธีแก้: เขียนปีงบประมาณและ 06 หรือ 12 เช่น 2567-06")
    key = RoundKey.from_slug(f"{match[1]}-{int(match[2]):02}")
    loaded = load_one_lao(plans, only)
    path = plans / loaded.slug / "progress" / f"{key.slug}.yml"
    write_new_files({path: draft_round(loaded, key)}, inside=plans)
    click.echo(f"สร้าง {path.as_posix()} แล้ว: {key.label}")
    click.echo(f"ต่อไป: กรอกใน Excel ด้วย prongsai sheet export {key.slug} หรือแก้ในไฟล์ แล้วสั่ง prongsai check", err=True)
