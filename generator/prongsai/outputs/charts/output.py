"""Each chart of an LAO as SVG and PNG, drawn where papers are printed, and anew only where a figure changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from prongsai import fonts
from prongsai.addresses import LaoPaths
from prongsai.blocks.chart import Chart
from prongsai.documents.charts import make_budget_chart, make_money_chart, make_progress_chart, make_status_chart
from prongsai.documents.shelf import Shelf
from prongsai.outputs.artifact import Artifact
from prongsai.outputs.printed import Download
from prongsai.outputs.record import Entry
from prongsai.records.lao import Numerals
from prongsai.thai.dates import format_thai_date
from prongsai.thai.digits import to_thai

NAME = "charts"
FORMATS = ("svg", "png")
_ROOM = Path(__file__).parent


def list_artifacts(shelf: Shelf) -> Iterator[Artifact]:
    """Yield the pictures of every chart that stands on a page of an LAO."""
    paths = LaoPaths(shelf.dossier.slug)
    for chart, foot in _list_charts(shelf):
        described = json.dumps(_describe(shelf, chart, foot), ensure_ascii=False)
        key = hashlib.sha256(b"\0".join((_hash_tools(), described.encode()))).hexdigest()
        for kind in FORMATS:
            path = paths.chart_file(chart.name, kind)
            yield Artifact(path, hashlib.sha256(f"{key} {kind}".encode()).hexdigest(), partial(_draw, described, kind))


def describe_pictures(slug: str, written: Iterable[tuple[Artifact, Entry]]) -> dict[str, tuple[Download, ...]]:
    """Return the pictures that are there and up to date, by the chart's name.

    Args:
        slug: The LAO.
        written: The pictures with their entries in the writer's record.
    """
    prefix = LaoPaths(slug).chart_file("", "")[:-1]
    found: dict[str, tuple[Download, ...]] = {}
    for artifact, entry in written:
        name = artifact.path.removeprefix(prefix).rpartition(".")[0]
        found[name] = (*found.get(name, ()), Download(artifact.path, entry.size))
    return found


def _list_charts(shelf: Shelf) -> Iterator[tuple[Chart, str]]:
    """Yield each chart with the line at its foot: whose data they are, and of which day."""
    name, ledger = shelf.dossier.lao.full_name, shelf.ledger
    for results in ledger.rounds:
        date = results.report.as_of
        foot = f"{name} ข้อมูล ณ วันที่ {format_thai_date(date)}" if date else f"{name} ไม่ได้ระบุวันที่ของข้อมูล"
        if results.total.counts.total:
            yield make_status_chart(results), foot
            if money_chart := make_money_chart(shelf.dossier, results):
                yield money_chart, foot
    if ledger.rounds:
        yield make_progress_chart(ledger.rounds), name
    for period, plan in shelf.dossier.plans.items():
        if budget_chart := make_budget_chart(ledger.budgets[period], period):
            yield budget_chart, f"{name} {plan.name}"


def _describe(shelf: Shelf, chart: Chart, foot: str) -> dict[str, Any]:
    write = to_thai if shelf.dossier.lao.numerals is Numerals.THAI else str
    sample = "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริงของหน่วยงาน · " if shelf.dossier.lao.sample else ""
    return {
        "title": write(f"{chart.title} ({chart.unit})"),
        "description": write(chart.description),
        "series": [write(name) for name in chart.series],
        "kinds": list(chart.kinds),
        "lines": [list(line) for line in chart.lines],
        "stacked": chart.is_stacked,
        "foot": write(sample + foot),
        "rows": [
            {
                "label": write(row.label),
                "texts": [write(text) for text in row.texts],
                "lengths": [float(bar.length) for bar in chart.measure(row)],
            }
            for row in chart.rows
        ],
    }


def _draw(described: str, kind: str) -> bytes:
    from prongsai.outputs.charts.drawing import draw  # noqa: PLC0415 - slow to import, rarely needed

    return draw(described, kind)


@cache
def _hash_tools() -> bytes:
    """Return the state of all that draws a picture: our code, the template, the fonts, the libraries."""
    digest = hashlib.sha256()
    for path in sorted([*_ROOM.glob("*.*"), *fonts.FOLDER.glob("*.*")]):
        digest.update(path.read_bytes())
    for name in ("typst", "pillow"):
        digest.update(version(name).encode())
    return digest.digest()
