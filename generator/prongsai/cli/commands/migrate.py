"""``prongsai migrate``: move the one plan of former times into a folder of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.cli.exit_codes import PROBLEMS
from prongsai.cli.options import lao_option, plans_option
from prongsai.diagnostics.text import format_problem
from prongsai.editing.migration import find_moves, move_plan
from prongsai.load.assemble import find_laos


@click.command()
@plans_option
@lao_option
@click.option("--dry-run", is_flag=True, help="บอกว่าจะย้ายอะไร โดยไม่ย้าย")
def migrate(plans: Path, only: str | None, *, dry_run: bool) -> None:
    """ย้ายแผนจากที่เดิมไปไว้ในโฟลเดอร์ของช่วงปี

    ย้าย plan.yml และ projects/ ของแต่ละหน่วยงานไปไว้ใน <ช่วงปี>/ เช่น 2566-2570/ โดยไม่แก้ข้อความในไฟล์
    เพื่อให้ git รู้ว่าเป็นไฟล์เดิม ให้ commit การย้ายแยกจากการแก้ไขอื่น
    """
    found = [find_moves(plans / name, f"{plans.as_posix()}/{name}") for name in find_laos(plans, only)]
    problems = [problem for moves in found for problem in moves.problems]
    for problem in problems:
        click.echo(format_problem(problem))
    moves = [item for item in found if item.sources and not item.problems]
    for item in moves:
        if not dry_run:
            move_plan(item)
        for source in item.sources:
            click.echo(f"{item.shown}/{source} → {item.shown}/{item.period}/{source}")
    if not problems and not moves:
        click.echo("ไม่มีแผนในที่เดิม ไม่มีอะไรต้องย้าย", err=True)
    elif moves and not dry_run:
        click.echo(f"ย้ายแผนของ {len(moves)} หน่วยงานแล้ว หากใช้ git ให้ commit การย้ายนี้ก่อนแก้ไขอย่างอื่น", err=True)
    sys.exit(PROBLEMS if problems else 0)
