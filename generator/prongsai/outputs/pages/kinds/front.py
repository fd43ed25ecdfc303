"""The front page of an LAO."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.charts import make_money_chart, make_progress_chart, make_status_chart
from prongsai.documents.formats import format_reason
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.lao import Contacts

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


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the LAO's front page."""
    yield render_front(lao)


def render_front(lao: LaoPages, *, path: str | None = None) -> Page:
    """Return an LAO's front page: how far it is, what is late, what changed, the latest papers, the ways in.

    Args:
        lao: The LAO.
        path: ``index.md`` where it is the only LAO of the site and this is the site's front page too.
    """
    dossier, ledger, plan = lao.dossier, lao.ledger, lao.plan
    latest = ledger.latest
    return lao.render(
        "lao.md.jinja",
        path or lao.paths.front,
        title=dossier.lao.full_name,
        description=f"แผนป้องกันการทุจริตของ{dossier.lao.full_name} {dossier.lao.location} "
        "ทำไปแล้วกี่โครงการ ใช้เงินเท่าไร และเอกสารล่าสุด",
        is_wide=True,
        plan=plan,
        plan_paths=lao.plan_paths(plan) if plan else None,
        latest=latest,
        previous=ledger.previous,
        rounds=ledger.rounds,
        today=lao.today,
        late_rounds=lao.late_rounds,
        unfinished=lao.unfinished,
        reason=format_reason,
        status_chart=make_status_chart(latest) if latest else None,
        money_chart=make_money_chart(dossier, latest) if latest else None,
        progress_chart=make_progress_chart(ledger.rounds),
        changes=ledger.changes,
        budget=ledger.budgets[plan.period] if plan else None,
        papers=list(lao.shelf.papers.items()),
        contact_lines=list_contact_lines(dossier.lao.contacts),
    )


def list_contact_lines(contacts: Contacts) -> list[tuple[str, str]]:
    """Return label and value of the contacts that are given."""
    return [(_CONTACT_LABELS[name], value) for name, value in contacts if value]
