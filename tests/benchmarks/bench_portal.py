"""What the portal of the whole country costs: 7,850 made-up summaries, written as Markdown and built as HTML.

Run with ``make bench``. Prints CPU seconds, peak memory and the largest page, of each step in a process of its own; the
exit code is 1 where a page is larger than it may be. ``BENCH_LAOS=500`` gives a quick look.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.figures.implementation import compute_implementation_level
from prongsai.figures.ledger import Ledger
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import ResultSums, add_result_sums
from prongsai.figures.statuses import compute_projects_done_percent, compute_status_counts
from prongsai.outputs.artifact import hold
from prongsai.outputs.pages import output as pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.portal.pages import render_portal
from prongsai.outputs.pages.site_pages import render_site_pages
from prongsai.outputs.pages.summary import IndexedProject, LatestRound, Summary, summarise
from prongsai.outputs.writer import Writer, Written
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.frameworks import find_framework
from prongsai.records.lao import Lao, LevelThresholds
from prongsai.records.progress import Status
from prongsai.records.provinces import PROVINCES

LAOS = int(os.environ.get("BENCH_LAOS", "7850"))
PERIOD = "2566-2570"
ROUNDS = ("2566-12", "2567-06", "2567-12")
PROJECTS = 30
DISTRICTS = 12  # of a province
LARGEST = 1_000_000  # bytes of HTML
LARGEST_SENT = 100_000  # bytes of a page, gzip
TODAY = dt.date(2024, 12, 31)


def make_summaries(number: int) -> Iterator[Summary]:
    """Yield LAOs of all provinces; equal numbers yield equal ones."""
    draw = random.Random(2566)  # noqa: S311 - figures, no secrets
    plain = summarise(
        LaoPages(Shelf(Ledger(Dossier("lao", Lao(type="เทศบาลตำบล", name="ทดสอบ", province="เชียงราย")))), today=TODAY)
    )
    framework = find_framework(PERIOD)
    assert framework
    missions = tuple(framework.missions)
    for place in range(number):
        province, slug = PROVINCES[place % len(PROVINCES)], f"lao-{place}"
        district = f"ที่ {place // len(PROVINCES) % DISTRICTS + 1}"
        name = f"เทศบาลตำบลบ้านทดสอบ {place}"
        projects = tuple(_make_project(at, missions, draw) for at in range(PROJECTS))
        told = ROUNDS[: draw.choice((0, 1, 2, 3, 3, 3, 3, 3))]
        rounds = {round_: _make_round(round_, projects, draw) for round_ in reversed(told)}
        yield replace(
            plain,
            slug=slug,
            name=name,
            location=f"อำเภอ{district} จังหวัด{province}",
            province=province,
            district=district,
            names=(name, district, province),
            front=f"{slug}/index.md",
            planned_projects=PROJECTS,
            projects=projects,
            rounds=rounds,
            latest=next(iter(rounds.values()), None),
            late_rounds=draw.choice((0, 0, 0, 1)),
            absent_rounds=len(ROUNDS) - len(told),
        )


def _make_project(at: int, missions: tuple[str, ...], draw: random.Random) -> IndexedProject:
    """Return a project; half of the names are those of every LAO."""
    name = "มาตรการไม่รับของขวัญทุกชนิดจากการปฏิบัติหน้าที่" if at % 2 else f"โครงการเปิดเผยข้อมูล ชุดที่ {draw.randint(1, 500)}"
    return IndexedProject(PERIOD, f"p{at + 1:02}", missions[at % len(missions)], f"{name} {at}")


def _make_round(slug: str, projects: tuple[IndexedProject, ...], draw: random.Random) -> LatestRound:
    statuses = {project.id: draw.choice((Status.DONE, Status.DONE, Status.IN_PROGRESS)) for project in projects}
    by_dimension = {}
    for number in range(1, 5):
        own = [statuses[project.id] for project in projects if project.mission.startswith(f"{number}.")]
        planned = MoneySum(Decimal(draw.randint(1, 900) * 1000), 0, 1)
        disbursed = MoneySum(planned.amount - 500, draw.choice((0, 0, 0, 1)), 1)
        counts = compute_status_counts(own)
        by_dimension[number] = ResultSums(
            counts, planned, planned, disbursed, compute_projects_done_percent(counts), None
        )
    total = add_result_sums(by_dimension.values())
    minimum = draw.choice((0, 20, 25, 35))
    level = compute_implementation_level(total.counts, minimum, LevelThresholds()) if minimum else None
    return LatestRound(RoundKey.from_slug(slug).label, total, level, PERIOD, by_dimension, statuses)


def write_pages(content: Path) -> tuple[Summary, ...]:
    """Write the site's own pages and the portal."""
    begin = time.process_time()
    laos = tuple(make_summaries(LAOS))
    report("summaries made", begin)
    begin = time.process_time()
    rendered = [*render_site_pages(laos, TODAY), *render_portal(laos, {})]
    with Writer(content) as writer:
        writer.write(pages.NAME, [hold(page.path, page.render().encode()) for page in rendered])
        writer.settle()
    report(f"{len(rendered)} pages as Markdown", begin)
    return laos


def build_site(folder: Path) -> None:
    """Build the pages as ``mkdocs build`` does; the summaries stand in for what plans would have given."""

    def write_site(_: Any, content: Path, *__: Any, **___: Any) -> tuple[Written, list[SimpleNamespace]]:
        return Written(), [SimpleNamespace(summary=lao) for lao in write_pages(content)]

    begin = time.process_time()
    no_titles = mock.patch(
        "prongsai.finish.built_pages.join_titles", return_value=b"[]"
    )  # there are no LAOs' own pages
    with mock.patch("prongsai.build.run.write_site", write_site), no_titles:
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    report("with HTML", begin)


def report(step: str, begin: float) -> None:
    """Print what a step took, and the most memory so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{step:>28}: {time.process_time() - begin:7.1f} CPU s, peak {peak:6.0f} MB", flush=True)


def main() -> None:
    """Measure and print; fail where a page is too large."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plans").mkdir()
        (folder / "content").mkdir()
        (folder / "mkdocs.yml").write_text(
            "site_name: bench\ntheme: prongsai\nplugins: [prongsai: {cache: false}]\ndocs_dir: content\n",
            encoding="utf-8",
        )
        print(f"portal of {LAOS} LAOs")
        subprocess.run([sys.executable, __file__, name], check=True)
        built = sorted((folder / "site" / "portal").rglob("*.html"), key=lambda page: page.stat().st_size)
        sizes = [page.stat().st_size for page in built]
        sent = max(len(gzip.compress(page.read_bytes())) for page in built[-20:])
        print(
            f"{len(built)} pages, {sum(sizes) / 1e6:.0f} MB; largest {built[-1].parent.relative_to(folder / 'site')} "
            f"{sizes[-1]:,} B (at most {LARGEST:,}), {sent:,} B gzip (at most {LARGEST_SENT:,})"
        )
    sys.exit(sizes[-1] > LARGEST or sent > LARGEST_SENT)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        build_site(Path(sys.argv[1]))
    else:
        main()
