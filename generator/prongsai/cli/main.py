"""The ``prongsai`` command: arguments in, text and exit code out."""

from __future__ import annotations

import datetime as dt
import os
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.exceptions import ProngsaiError, UnknownRuleError
from generator.thai.clock import get_today
from generator.thai.dates import ThaiDateError, parse_thai_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from generator.build import Checked
    from generator.papers.documents import Document

CLEAN, PROBLEMS, FAILED = 0, 1, 2

_plans = click.option(
    "--plans", type=click.Path(path_type=Path), default=Path("plans"), show_default=True, help="โฟลเดอร์ข้อมูล"
)
_only = click.option("--lao", "only", help="เฉพาะหน่วยงานนี้ (ชื่อโฟลเดอร์ใน plans/)")
_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="โฟลเดอร์ที่เขียนหน้าเว็บ"
)
_strict = click.option("--strict", is_flag=True, help="นับคำเตือนเป็นข้อผิดพลาด")
_format = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="รูปแบบรายงาน",
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

    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    report(checked, format_)
    sys.exit(CLEAN if checked.is_publishable(strict=strict) else PROBLEMS)


@cli.command()
@_plans
@_only
@click.option("--date", "day", help="ดู ณ วันที่นี้ เช่น 2566-10-31 (ค่าเริ่มต้นคือวันนี้)")
def due(plans: Path, only: str | None, day: str | None) -> None:
    """บอกว่าเผยแพร่อะไรแล้ว และต้องเผยแพร่อะไรต่อ ภายในเมื่อใด"""
    from generator.build import check_plans  # noqa: PLC0415 - see above
    from generator.diagnostics.duties import format_duties  # noqa: PLC0415 - see above
    from generator.diagnostics.text import VISIBLE  # noqa: PLC0415 - see above
    from generator.figures.duties import compute_duties  # noqa: PLC0415 - see above

    today = parse_day(day) if day else get_today()
    checked = check_plans(plans, shown=plans.as_posix(), only=only)
    for dossier in checked.dossiers:
        click.echo(format_duties(dossier.lao.full_name.translate(VISIBLE), compute_duties(dossier, today)))
    if not checked.is_publishable():
        click.echo("ข้อมูลมีข้อผิดพลาด รายการนี้อาจไม่ครบ ตรวจด้วยคำสั่ง prongsai check", err=True)
        sys.exit(PROBLEMS)


def parse_day(text: str) -> dt.date:
    """Return a date given on the command line.

    Raises:
        ProngsaiError: The text is no date.
    """
    try:
        return parse_thai_date(text)
    except ThaiDateError as error:
        raise ProngsaiError(f"--date {text}: {error}") from None


@cli.command()
@_plans
@_content
@click.option("--site-url", envvar="SITE_URL", default="", help="ที่อยู่เต็มของเว็บไซต์ (ตัวแปร SITE_URL)")
@_strict
@_format
def generate(plans: Path, content: Path, site_url: str, format_: str, *, strict: bool) -> None:
    """ตรวจข้อมูล แล้วเขียนหน้าเว็บเป็นไฟล์ Markdown"""
    from generator import build  # noqa: PLC0415 - see above

    checked = build.check_plans(plans, shown=plans.as_posix())
    report(checked, format_)
    if not checked.is_publishable(strict=strict):
        click.echo("ไม่ได้เขียนหน้าใด หน้าเดิมยังอยู่ครบ", err=True)
        sys.exit(PROBLEMS)
    written = build.generate(checked, content, today=get_today(), site_url=site_url)
    counts = f"เขียน {len(written.changed)} ไฟล์ ลบ {len(written.removed)} ไฟล์ ใน {content}/"
    click.echo(counts, err=format_ in {"json", "sarif"})  # whose reader expects nothing else on standard output


@cli.command()
@_plans
@_content
@_only
@click.argument("papers", nargs=-1)
def pdf(plans: Path, content: Path, only: str | None, papers: tuple[str, ...]) -> None:
    """ทำเอกสารเป็น PDF และ Word เฉพาะที่เปลี่ยน ทั้งหมด หรือเฉพาะ PAPERS เช่น maesai/plan/"""
    from generator import build  # noqa: PLC0415 - see above

    checked = build.check_plans(plans, shown=plans.as_posix(), only=only)
    report(checked, "text")
    if not checked.is_publishable():
        click.echo("ไม่ได้ทำเอกสารใด เอกสารเดิมยังอยู่ครบ", err=True)
        sys.exit(PROBLEMS)

    def follow(documents: Sequence[Document]) -> AbstractContextManager[Iterable[Document]]:
        name = documents[0].page.partition("/")[0] if documents else ""
        return click.progressbar(documents, label=name, file=sys.stderr, hidden=not documents)

    written = build.print_papers(checked, content, only=papers, follow=follow)
    for path in written:
        click.echo(f"{content}/{path}")
    click.echo(f"ทำใหม่ {len(written)} ไฟล์ ที่เหลือเป็นปัจจุบันอยู่แล้ว", err=True)


@cli.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """อธิบายกฎหนึ่ง หรือบอกรายชื่อกฎทั้งหมดเมื่อไม่ระบุ RULE"""
    from generator.checks.registry import get_explanations  # noqa: PLC0415 - see above
    from generator.diagnostics.explanations import format_explanation, format_rule_list  # noqa: PLC0415 - see above
    from generator.load.validation import suggest  # noqa: PLC0415 - see above

    explanations = get_explanations()
    if rule is None:
        click.echo(format_rule_list(explanations.values()))
    elif rule in explanations:
        click.echo(format_explanation(explanations[rule]))
    else:
        hint = suggest(rule, explanations, "ดูรหัสกฎทั้งหมดด้วยคำสั่ง prongsai explain")
        raise UnknownRuleError(f"ไม่มีกฎชื่อ “{rule}” {hint}")


def report(checked: Checked, format_: str) -> None:
    """Print the problems and a summary: problems to standard output, the summary to standard error."""
    from generator.diagnostics.summary import format_rule_counts, format_summary  # noqa: PLC0415 - see above

    for text in format_findings(checked, format_):
        click.echo(text)
    click.echo(format_summary(checked.problems), err=True)
    if checked.problems:
        click.echo(format_rule_counts(checked.problems), err=True)


def format_findings(checked: Checked, format_: str) -> Iterator[str]:
    """Yield the findings in one of the formats, problem by problem where the format allows it."""
    from generator.checks.registry import get_explanations  # noqa: PLC0415 - see above
    from generator.diagnostics.github import format_annotation  # noqa: PLC0415 - see above
    from generator.diagnostics.json_report import format_json  # noqa: PLC0415 - see above
    from generator.diagnostics.sarif import format_sarif  # noqa: PLC0415 - see above
    from generator.diagnostics.text import format_problem  # noqa: PLC0415 - see above

    silenced = [entry for entries in checked.silenced.values() for entry in entries]
    if format_ == "github":
        yield from map(format_annotation, checked.problems)
    elif format_ == "json":
        yield format_json(checked.problems, silenced)
    elif format_ == "sarif":
        yield format_sarif(checked.problems, silenced, get_explanations(), metadata.version("prongsai"))
    else:
        is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        yield from (format_problem(problem, is_coloured=is_coloured) for problem in checked.problems)


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
