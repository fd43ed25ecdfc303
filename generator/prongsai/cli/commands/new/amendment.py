"""``prongsai new amendment``: a change to an adopted plan."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.build.day import get_day
from prongsai.cli.asking import ask, check_date
from prongsai.cli.one_lao import load_one_lao
from prongsai.cli.options import lao_option, plans_option
from prongsai.editing.drafts.amendment_draft import draft_amendment
from prongsai.editing.files import edit_file
from prongsai.exceptions import ProngsaiError
from prongsai.records.plan import AmendmentKind
from prongsai.thai.dates import format_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import normalise

_KINDS = {name: kind for kind in AmendmentKind for name in (kind.label, kind.value)}


@click.command()
@plans_option
@lao_option
@click.option("--period", help="แผนที่แก้ไข เช่น 2566-2570 (ไม่ต้องระบุเมื่อมีแผนเดียว)")
@click.option("--kind", help="เพิ่มเติม เปลี่ยนแปลง หรือ แก้ไข")
@click.option("--date", "day", help="วันที่แก้ไข เช่น 15 สิงหาคม 2567")
@click.option("--summary", multiple=True, help="สิ่งที่เปลี่ยน เขียนได้หลายครั้ง")
@click.option("--paper", "paper_id", default="", help="รหัสประกาศใน papers/ ที่แจ้งการแก้ไขนี้")
def amendment(
    *,
    plans: Path,
    only: str | None,
    period: str | None,
    kind: str | None,
    day: str | None,
    summary: tuple[str, ...],
    paper_id: str,
) -> None:
    """เพิ่มการแก้ไข เปลี่ยนแปลง หรือเพิ่มเติมแผน ครั้งที่นับต่อให้"""
    loaded = load_one_lao(plans, only)
    if paper_id and f"papers/{paper_id}" not in loaded.sources.documents:
        raise ProngsaiError(
            f"--paper “{paper_id}”: ไม่มี papers/{paper_id}.yml วิธีแก้: สร้างด้วย prongsai new paper ก่อน หรือไม่ต้องระบุ --paper"
        )
    known = [name for name in loaded.dossier.plans if not loaded.sources.is_broken_plan(name)]
    if not known and loaded.sources.broken:
        raise ProngsaiError(f"แผนของ {loaded.slug} อ่านได้ไม่ครบ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน")
    if not known:
        raise ProngsaiError(f"{loaded.slug} ยังไม่มีแผนที่อ่านได้ วิธีแก้: สร้างด้วย prongsai new plan")
    period = ask(
        period,
        "แผนที่แก้ไข",
        "--period",
        check=lambda given: "" if to_arabic(given) in known else f"ที่มีคือ {', '.join(known)}",
        default=known[0] if len(known) == 1 else "",
    )
    chosen = to_arabic(period)
    labels = ", ".join(item.label for item in AmendmentKind)
    name = ask(
        kind,
        f"ชนิดของการแก้ไข ({labels})",
        "--kind",
        check=lambda given: "" if normalise(given) in _KINDS else f"เลือกจาก {labels}",
    )
    date = ask(day, "วันที่แก้ไข", "--date", check=check_date, suggestion=format_thai_date(get_day()))
    texts = [ask(text, "สิ่งที่เปลี่ยน", "--summary") for text in summary or (None,)]
    number, change = draft_amendment(loaded, chosen, _KINDS[normalise(name)], date=date, summary=texts, paper=paper_id)
    file = f"{chosen}/plan.yml"
    edit_file(loaded.folder / file, [change], inside=loaded.folder, shown=file)
    click.echo(f"บันทึกการ{_KINDS[normalise(name)].label}แผน ครั้งที่ {number} ใน {file} แล้ว")
    click.echo(
        "ต่อไป: โครงการที่เพิ่มเขียน from: ปีแรก โครงการที่ยกเลิกเขียน until: ปีสุดท้าย และเขียนรหัสใน projects ของการแก้ไขนี้ "
        "แล้วสั่ง prongsai check",
        err=True,
    )
