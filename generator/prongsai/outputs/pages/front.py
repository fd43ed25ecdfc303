"""The front page of an LAO, and the site's own front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.figures.plan_budget import compute_budget_row
from generator.figures.round_results import compute_changes
from generator.pages.environment import get_writer, render
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.pages.site import list_published_papers
from generator.papers.charts import make_money_chart, make_progress_chart, make_status_chart
from generator.papers.formats import format_reason
from generator.records.lao import Contacts, Numerals
from generator.thai.text import dictionary_key

_CONTACT_LABELS = {
    "unit": "ส่วนราชการ",
    "address": "ที่อยู่",
    "phone": "โทรศัพท์",
    "fax": "โทรสาร",
    "email": "อีเมล",
    "line": "LINE",
    "facebook": "Facebook",
    "hours": "เวลาทำการ",
}


def render_front(lao: LaoPages, *, path: str | None = None) -> Page:
    """Return an LAO's front page: how far it is, what is late, what changed, the latest papers, the ways in.

    Args:
        lao: The LAO.
        path: ``index.md`` where it is the only LAO of the site and this is the site's front page too.
    """
    dossier = lao.dossier
    # A round is compared within its fiscal year only: each October every yearly project begins anew.
    previous = next((r for r in lao.rounds[1:] if lao.latest and r.key.fiscal_year == lao.latest.key.fiscal_year), None)
    plan = dossier.plan
    return lao.render(
        "lao.md.jinja",
        path or lao.paths.front,
        title=dossier.lao.full_name,
        description=f"แผนป้องกันการทุจริตของ{dossier.lao.full_name} {dossier.lao.location} "
        "ทำไปแล้วกี่โครงการ ใช้เงินเท่าไร และเอกสารล่าสุด",
        is_wide=True,
        latest=lao.latest,
        previous=previous,
        rounds=lao.rounds,
        today=lao.today,
        late_rounds=lao.late_rounds,
        unfinished=lao.unfinished,
        reason=format_reason,
        status_chart=make_status_chart(dossier, lao.latest) if lao.latest else None,
        money_chart=make_money_chart(dossier, lao.latest) if lao.latest else None,
        progress_chart=make_progress_chart(lao.rounds),
        changes=compute_changes(previous, lao.latest) if previous and lao.latest else [],
        budget=compute_budget_row(plan.projects, plan) if plan else None,
        papers=list_published_papers(dossier),
        contact_lines=list_contact_lines(dossier.lao.contacts),
    )


def list_contact_lines(contacts: Contacts) -> list[tuple[str, str]]:
    """Return label and value of the contacts that are given."""
    return [(_CONTACT_LABELS[name], value) for name, value in contacts if value]


def render_site_front(laos: Sequence[LaoPages]) -> Page:
    """Return the page at ``/``: the LAOs of the site, the only LAO's front page, or how to start."""
    if len(laos) == 1:
        return replace(render_front(laos[0], path="index.md"), canonical=laos[0].paths.front)
    numerals = Numerals.ARABIC
    ordered = sorted(laos, key=lambda lao: dictionary_key(lao.dossier.lao.full_name))
    body = render("index.md.jinja", numerals, "index.md", laos=ordered)
    write = get_writer(numerals)
    return Page(
        path="index.md",
        title=write("แผนป้องกันการทุจริตของท้องถิ่น" if laos else "เริ่มใช้งาน"),
        description=write("แผนและผลการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่น ที่ประชาชนตรวจสอบได้"),
        body=body,
        is_wide=True,
        sample=any(lao.dossier.lao.sample for lao in laos),
    )
