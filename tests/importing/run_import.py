"""Runs ``prongsai import`` in this process and reads its report."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from prongsai.cli.main import cli

_TYPES = ("เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด")


class ImportFailed(Exception):  # noqa: N818 - it says what happened
    """Raised when the command gave no report: what it said instead."""


def run_import(file: Path, folder: Path, lao: str) -> dict[str, Any]:
    """Return the report of one file; nothing is written but the folder's empty data.

    Args:
        file: The document to read.
        folder: Where ``plans/`` may be made.
        lao: The full name of the office whose document it is.
    """
    data = folder / "plans" / "thotsop"
    data.mkdir(parents=True, exist_ok=True)
    kind = next(kind for kind in _TYPES if lao.startswith(kind))
    lines = (f"type: {kind}", f"name: {lao.removeprefix(kind)}", "province: สมมติ", "numerals: arabic", "sample: true")
    (data / "lao.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    with contextlib.chdir(folder):
        result = CliRunner().invoke(cli, ["import", str(file.resolve()), "--lao", "thotsop", "--report", "json"])
    try:
        (report,) = json.loads(result.stdout)
    except ValueError as error:
        raise ImportFailed(f"exit code {result.exit_code}: {result.exception!r} {result.output[:500]}") from error
    if not isinstance(report, dict):
        raise ImportFailed(f"no report of a file: {str(report)[:200]}")
    return report
