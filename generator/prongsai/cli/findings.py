"""The checker's findings on the terminal or for another program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import metadata

import click

from prongsai.build.checked import Checked
from prongsai.checks.registry import get_explanations
from prongsai.diagnostics.github import format_annotation
from prongsai.diagnostics.json_report import format_json
from prongsai.diagnostics.sarif import format_sarif
from prongsai.diagnostics.summary import format_rule_counts, format_summary
from prongsai.diagnostics.text import format_problems


def tell(message: str) -> None:
    """Say what the command is doing, to standard error."""
    click.echo(message, err=True)


def report(checked: Checked, format_: str) -> None:
    """Print the problems and a summary: problems to standard output, the summary to standard error."""
    for text in format_findings(checked, format_):
        click.echo(text)
    click.echo(format_summary(checked.problems), err=True)
    if checked.problems:
        click.echo(format_rule_counts(checked.problems), err=True)


def format_findings(checked: Checked, format_: str) -> Iterator[str]:
    """Yield the findings in one of the formats, problem by problem where the format allows it."""
    silenced = [entry for entries in checked.silenced.values() for entry in entries]
    if format_ == "github":
        yield from map(format_annotation, checked.problems)
    elif format_ == "json":
        yield format_json(checked.problems, silenced)
    elif format_ == "sarif":
        yield format_sarif(checked.problems, silenced, get_explanations(), metadata.version("prongsai"))
    else:
        is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        yield from format_problems(checked.problems, is_coloured=is_coloured)
