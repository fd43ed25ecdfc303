"""``prongsai generate``: check, then write the pages as Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.build.checked import check_plans
from prongsai.build.day import get_day
from prongsai.build.lao import Settings
from prongsai.build.lock import ContentLock
from prongsai.build.progress import follow
from prongsai.build.site import write_laos, write_site
from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.findings import report, tell
from prongsai.cli.options import content_option, format_option, lao_option, plans_option, strict_option
from prongsai.cli.target import check_target


@click.command()
@plans_option
@content_option
@lao_option
@click.option("--site-url", envvar="SITE_URL", default="", help="ที่อยู่เต็มของเว็บไซต์ (ตัวแปร SITE_URL)")
@click.option("--no-history", is_flag=True, help="ไม่อ่านประวัติการแก้ไขจาก git")
@strict_option
@format_option
def generate(
    plans: Path, content: Path, only: str | None, site_url: str, format_: str, *, no_history: bool, strict: bool
) -> None:
    """ตรวจข้อมูล แล้วเขียนหน้าเว็บเป็นไฟล์ Markdown

    เมื่อระบุ --lao จะเขียนเฉพาะหน้าของหน่วยงานนั้น หน้ารวมของเว็บไซต์คงเดิม
    """
    check_target(content, plans, site_url)
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    report(checked, format_)
    if not checked.is_publishable(strict=strict):
        click.echo("ไม่ได้เขียนหน้าใด หน้าเดิมยังอยู่ครบ", err=True)
        sys.exit(PROBLEMS)
    address = f"{site_url.rstrip('/')}/" if site_url else ""
    settings = Settings(get_day(), site_url=address, reads_history=not no_history)
    with ContentLock(content, tell):
        written, _ = (write_laos if only else write_site)(checked, content, settings, show=follow)
    counts = f"เขียน {len(written.changed)} ไฟล์ ลบ {len(written.removed)} ไฟล์ ใน {content}/"
    click.echo(counts, err=format_ in {"json", "sarif"})  # whose reader expects nothing else on standard output
