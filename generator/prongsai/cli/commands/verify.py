"""``prongsai verify``: whether a file, or a copy of a site, is as it was published."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from prongsai.cli.exit_codes import CLEAN, PROBLEMS
from prongsai.outputs.verifying import State, find_sums, load_sums
from prongsai.outputs.verifying import verify as find


@click.command()
@click.argument("target", metavar="FILE", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--sums",
    type=click.Path(readable=False, path_type=Path),
    help="ไฟล์ SHA256SUMS (ไม่ระบุจะหาข้างไฟล์ และใน data/ ของโฟลเดอร์ที่อยู่เหนือขึ้นไป)",
)
def verify(target: Path, sums: Path | None) -> None:
    """บอกว่าไฟล์ที่ดาวน์โหลดมา หรือทุกไฟล์ในโฟลเดอร์ ตรงกับที่เว็บไซต์เผยแพร่หรือไม่

    FILE คือไฟล์ จะชื่อใดก็ได้ โฟลเดอร์ที่มีไฟล์ที่ดาวน์โหลดมา หรือโฟลเดอร์แรกของสำเนาเว็บไซต์
    """
    known = load_sums(sums or find_sums(target))
    findings = list(find(target, known))
    for finding in findings:
        if finding.state is not State.SAME or not target.is_dir():
            beside = f" ({finding.published})" if finding.published and finding.published != finding.name else ""
            click.echo(f"{finding.state}: {finding.name}{beside}")
    counts = Counter(finding.state for finding in findings)
    click.echo(" ".join(f"{state} {counts[state]} ไฟล์" for state in State if counts[state]) or "ไม่มีไฟล์ในรายการ")
    sys.exit(CLEAN if set(counts) == {State.SAME} else PROBLEMS)
