"""The ``prongsai`` command: arguments in, text and exit code out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.exceptions import ProngsaiError

if TYPE_CHECKING:
    from generator.build import Checked

CLEAN, PROBLEMS, FAILED = 0, 1, 2

_plans = click.option(
    "--plans", type=click.Path(path_type=Path), default=Path("plans"), show_default=True, help="โฟลเดอร์ข้อมูล"
)
_only = click.option("--lao", "only", help="เฉพาะหน่วยงานนี้ (ชื่อโฟลเดอร์ใน plans/)")
_strict = click.option("--strict", is_flag=True, help="นับคำเตือนเป็นข้อผิดพลาด")
_format = click.option(
    "--format", "format_", type=click.Choice(["text", "github"]), default="text", show_default=True, help="รูปแบบรายงาน"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prongsai", message="%(prog)s %(version)s")
def cli() -> None:
    """ตรวจข้อมูลแผนป้องกันการทุจริต และสร้างหน้าเว็บไซต์จากข้อมูลนั้น"""


@cli.command()
@_plans
@_only
@_strict
@_format
def check(plans: Path, only: str | None, format_: str, *, strict: bool) -> None:
    """ตรวจข้อมูลทั้งหมดโดยไม่เขียนไฟล์ใด"""
    from generator.build import check_plans  # noqa: PLC0415 - pydantic is slow to import, --help need not wait

    checked = check_plans(plans, only=only)
    report(checked, format_)
    sys.exit(CLEAN if checked.is_publishable(strict=strict) else PROBLEMS)


@cli.command()
@_plans
@click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="โฟลเดอร์ที่เขียนหน้าเว็บ"
)
@_strict
@_format
def generate(plans: Path, content: Path, format_: str, *, strict: bool) -> None:
    """ตรวจข้อมูล แล้วเขียนหน้าเว็บเป็นไฟล์ Markdown"""
    from generator import build  # noqa: PLC0415 - see above

    checked = build.check_plans(plans)
    report(checked, format_)
    if not checked.is_publishable(strict=strict):
        click.echo("ไม่ได้เขียนหน้าใด หน้าเดิมยังอยู่ครบ", err=True)
        sys.exit(PROBLEMS)
    written = build.generate(checked, content)
    click.echo(f"เขียน {len(written.changed)} ไฟล์ ลบ {len(written.removed)} ไฟล์ ใน {content}/")


def report(checked: Checked, format_: str) -> None:
    """Print the problems and a summary: problems to standard output, the summary to standard error."""
    from generator.diagnostics.github import format_annotation  # noqa: PLC0415 - see above
    from generator.diagnostics.text import format_problem, format_summary  # noqa: PLC0415 - see above

    write = format_annotation if format_ == "github" else format_problem
    for problem in checked.problems:
        click.echo(write(problem))
    click.echo(format_summary(checked.problems), err=True)


def main() -> None:
    """Run the command; a failure of the tool is one Thai sentence and exit code 2, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows consoles and pipes default to a code page without Thai; file names may be no UTF-8 at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli()
    except ProngsaiError as error:
        click.echo(f"ทำงานต่อไม่ได้: {error}", err=True)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
