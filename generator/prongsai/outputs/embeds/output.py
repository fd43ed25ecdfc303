"""The small pages of an LAO for other sites; without scripts, requests or a frame of ours, so that a page can hold them.

They are whole files: MkDocs copies them as they are, and their policy lets a browser load nothing at all.
"""

from __future__ import annotations

import datetime as dt
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

from prongsai.blocks.blocks import Mark, mark_status
from prongsai.blocks.chart import Chart
from prongsai.documents.formats import format_money, format_percent, format_sum, format_sum_baht
from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.embeds.charts import list_charts
from prongsai.outputs.pages.environment import render
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.record import read_record
from prongsai.places import THEME
from prongsai.records.plan import Plan
from prongsai.records.project import Project

NAME = "embeds"
Facts = Iterable[tuple[str, str | Mark]]


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the small pages; none where the site's address is not known, since nobody could embed them."""
    if not lao.site_url:
        return
    yield hold(lao.paths.embed("index"), _render_lao(lao))
    for chart in list_charts(lao):
        title = f"{chart.title} {lao.dossier.lao.full_name}"
        yield hold(lao.paths.embed(chart.id), _render(lao, title, lao.paths.front, _date_latest(lao), chart=chart))
    for plan in lao.dossier.plans.values():
        for project in plan.projects:
            yield hold(lao.plan_paths(plan).embed(project.id), _render_project(lao, plan, project))


def list_written(content: Path, slugs: Collection[str]) -> frozenset[str]:
    """Return the small pages that were written, which are published just as they are.

    Args:
        content: MkDocs' ``docs_dir``.
        slugs: The LAOs.
    """
    records = (read_record(content, slug) for slug in slugs)
    return frozenset(path for record in records if record for path in record.outputs.get(NAME, ()))


def _date_latest(lao: LaoPages) -> dt.date | None:
    return lao.ledger.latest.report.as_of if lao.ledger.latest else None


def _render_lao(lao: LaoPages) -> bytes:
    latest, name = lao.ledger.latest, lao.dossier.lao.full_name
    facts: list[tuple[str, str | Mark]] = []
    about = "ยังไม่มีรายงานผล" if lao.plan else "ยังไม่ได้เผยแพร่แผน"
    if latest:
        about, total = latest.key.label, latest.total
        facts.append(("โครงการ", f"เสร็จ {total.counts.done} จาก {total.counts.total} โครงการ"))
        spent = f"เบิกจ่าย {format_sum_baht(total.disbursed)} จากที่ตั้งไว้ {format_sum_baht(total.planned)}"
        is_amount = not (total.planned.is_without_budget or total.planned.is_empty)
        facts.append(("เงิน", spent if is_amount else format_sum(total.planned)))
        if latest.level:
            facts.append(("ระดับ", f"{latest.level.name.label} (ร้อยละ {format_percent(latest.level.percent)})"))
    title = f"แผนป้องกันการทุจริต {name}"
    return _render(lao, title, lao.paths.front, _date_latest(lao), about=about, facts=facts)


def _render_project(lao: LaoPages, plan: Plan, project: Project) -> bytes:
    history = lao.shelf.histories.get((plan.period, project.id), [])
    facts: list[tuple[str, str | Mark]] = []
    about, as_of = "ยังไม่มีรายงานผล", None
    if history:
        key, result = history[0]
        about, as_of = key.label, lao.dossier.rounds[key].as_of
        facts += [
            ("สถานะ", mark_status(result.status)),
            ("ตั้งไว้ (บาท)", format_money(result.planned)),
            ("เบิกจ่าย (บาท)", format_money(result.disbursed)),
        ]
    page = lao.get_project_page(plan, project.id)
    return _render(lao, project.name, page, as_of, about=about, facts=facts)


def _render(
    lao: LaoPages,
    title: str,
    page: str,
    as_of: dt.date | None,
    *,
    about: str = "",
    facts: Facts = (),
    chart: Chart | None = None,
) -> bytes:
    values: dict[str, Any] = {"title": title, "as_of": as_of, "about": about, "facts": facts, "chart": chart}
    text = render(
        "embed.html.jinja",
        lao.dossier.lao.numerals,
        page,
        lao=lao.dossier.lao,
        target=lao.get_address(page),
        policy=render_policy(),
        style=_read_style(),
        **values,
    )
    return f"{text.strip()}\n".encode()


@cache
def _read_style() -> Markup:
    sheets = (THEME / "assets" / "stylesheets" / "charts.css", Path(__file__).parent / "embed.css")
    return Markup("".join(sheet.read_text(encoding="utf-8") for sheet in sheets))  # noqa: S704 - our own


@cache
def render_policy() -> str:
    """Return the policy of the small pages: nothing is loaded, and no style but their own counts."""
    digest = b64encode(sha256(_read_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
