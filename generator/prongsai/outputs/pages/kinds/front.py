"""The front page of an LAO."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from prongsai.blocks.blocks import Cell, Row, Span, Table, cell, money, num
from prongsai.documents.answers import tell_round
from prongsai.documents.charts import make_money_chart, make_progress_chart, make_status_chart, tell_without_money
from prongsai.documents.formats import format_reason, format_sum
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.figures.statuses import StatusCounts
from prongsai.outputs.pages.kinds.english_page import list_translations
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.linked_data import render_linked_data
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page, find_address
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


_COUNTS = ("ทั้งหมด", "แล้วเสร็จ", "กำลังทำ", "รอรายงาน", "ทำไม่ได้")


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
        + (f"{latest.key.label}: {tell_round(latest)}" if latest else "ยังไม่มีรายงานผลการดำเนินงาน"),
        is_wide=True,
        translations=list_translations(lao),
        plan=plan,
        plan_paths=lao.plan_paths(plan) if plan else None,
        latest=latest,
        previous=ledger.previous,
        today=lao.today,
        missing_rounds=lao.missing_rounds,
        unfinished=lao.unfinished,
        reason=format_reason,
        dimension_table=make_dimension_table(latest) if latest else None,
        round_table=_make_round_table(lao) if len(ledger.rounds) > 1 else None,
        status_chart=make_status_chart(latest) if latest else None,
        money_chart=make_money_chart(dossier, latest) if latest else None,
        without_money=tell_without_money(latest) if latest else "",
        progress_chart=make_progress_chart(ledger.rounds),
        changes=ledger.changes,
        budget=ledger.budgets[plan.period] if plan else None,
        papers=list(lao.shelf.papers.items()),
        contact_lines=list_contact_lines(dossier.lao.contacts),
        linked_data=describe_organisation(lao, path or lao.paths.front),
    )


def describe_organisation(lao: LaoPages, page: str) -> Markup:
    """Return the linked data of the office, as its front page (in ``content/``) has to tell them."""
    record = lao.dossier.lao
    contacts = record.contacts
    return render_linked_data(
        {
            "@type": "GovernmentOrganization",
            "name": record.full_name,
            "alternateName": record.english.name if record.english else None,
            "url": find_address(lao.site_url, page, lao.paths.front),
            "sameAs": record.website,
            "identifier": record.code,
            "logo": find_address(lao.site_url, page, lao.paths.file(record.seal)) if record.seal else None,
            "areaServed": record.location,
            "address": contacts.address,
            "telephone": contacts.phone,
            "faxNumber": contacts.fax,
            "email": contacts.email,
        }
    )


def make_dimension_table(latest: RoundResults, pages: Mapping[int, str] | None = None) -> Table:
    """Return counts and money of a round by dimension; ``pages`` are what the dimensions lead to."""
    titles = latest.plan.dimension_titles
    targets = pages or {}
    return make_list_table(
        "by-dimension",
        f"สถานะโครงการและเงินแยกตามมิติ {latest.key.label}",
        ("มิติ", *_COUNTS, "ตั้งไว้ (บาท)", "เบิกจ่าย (บาท)"),
        (
            _make_dimension_row(Span(f"{number}. {titles[number]}", targets.get(number, "")), sums)
            for number, sums in latest.by_dimension.items()
        ),
        foot=(_make_dimension_row(Span("รวม"), latest.total),),
        kind="stack counts",
    )


def _make_dimension_row(name: Span, sums: ResultSums) -> Row:
    planned, disbursed = money(format_sum(sums.planned)), money(format_sum(sums.disbursed))
    return Row((cell(name, scope="row"), *_count(sums.counts), planned, disbursed))


def _make_round_table(lao: LaoPages) -> Table:
    return make_list_table(
        "by-round",
        "ผลทุกรอบที่รายงาน",
        ("รอบ", *_COUNTS, "เบิกจ่าย (บาท)"),
        (
            Row(
                (
                    cell(Span(round_.key.label, lao.paths.report(round_.key)), scope="row"),
                    *_count(round_.total.counts),
                    money(format_sum(round_.total.disbursed)),
                )
            )
            for round_ in reversed(lao.ledger.rounds)
        ),
        kind="stack counts",
    )


def _count(counts: StatusCounts) -> Iterator[Cell]:
    for count in (counts.total, counts.done, counts.in_progress, counts.waiting, counts.cannot):
        yield num(count)


def list_contact_lines(contacts: Contacts) -> list[tuple[str, str]]:
    """Return label and value of the contacts that are given."""
    return [(_CONTACT_LABELS[name], value) for name, value in contacts if value]
