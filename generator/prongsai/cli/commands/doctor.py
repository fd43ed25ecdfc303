"""``prongsai doctor``: what is missing on this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.cli.exit_codes import PROBLEMS
from prongsai.diagnostics.machine import examine


@click.command()
def doctor() -> None:
    """ตรวจว่าเครื่องนี้พร้อมใช้งาน และบอกสิ่งที่ขาด"""
    missing = 0
    for finding in examine(Path.cwd()):
        mark = "ขาด" if finding.is_missing else "ควรดู" if finding.fix else "พร้อม"
        click.echo(f"{mark}: {finding.text}")
        if finding.fix:
            click.echo(f"  วิธีแก้: {finding.fix}")
        missing += finding.is_missing
    if missing:
        click.echo(f"ขาด {missing} อย่าง แก้แล้วสั่ง prongsai doctor อีกครั้ง", err=True)
        sys.exit(PROBLEMS)
    click.echo("เครื่องนี้พร้อมใช้งาน", err=True)
