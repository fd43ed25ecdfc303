"""``prongsai pdf``: make the PDF and Word files that are not up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.build.checked import check_plans
from prongsai.build.lock import ContentLock
from prongsai.build.site import print_papers
from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.findings import report, tell
from prongsai.cli.options import content_option, lao_option, plans_option
from prongsai.cli.target import check_target
from prongsai.outputs.writer import Follow


@click.command()
@plans_option
@content_option
@lao_option
@click.argument("papers", nargs=-1)
def pdf(plans: Path, content: Path, only: str | None, papers: tuple[str, ...]) -> None:
    """ทำเอกสารเป็น PDF และ Word เฉพาะที่เปลี่ยน ทั้งหมด หรือเฉพาะ PAPERS เช่น maesai/2566-2570/"""
    check_target(content, plans)
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    report(checked, "text")
    if not checked.is_publishable():
        click.echo("ไม่ได้ทำเอกสารใด เอกสารเดิมยังอยู่ครบ", err=True)
        sys.exit(PROBLEMS)

    def follow(slug: str) -> Follow:
        return lambda files: click.progressbar(files, label=slug, file=sys.stderr, hidden=not files)

    with ContentLock(content, tell):
        written = print_papers(checked, content, only=papers, follow=follow)
    for path in written:
        click.echo(f"{content}/{path}")
    click.echo(f"ทำใหม่ {len(written)} ไฟล์ ที่เหลือเป็นปัจจุบันอยู่แล้ว", err=True)
