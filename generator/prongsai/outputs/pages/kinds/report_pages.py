"""The list of reports and the page that opens each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.addresses import list_photo_records
from prongsai.blocks.blocks import Heading, Row, Span, Table, cell, money
from prongsai.documents.answers import tell_round
from prongsai.documents.charts import make_money_chart, make_status_chart, tell_without_money
from prongsai.documents.formats import format_reason, format_round_period, format_share, format_sum
from prongsai.figures.round_results import RoundResults
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.records.progress import Status
from prongsai.thai.dates import format_thai_date

_OPENING = ("problems", "suggestions", "supporting-factors", "foreword")
_EPLAN = re.compile("e[1-7]")


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of reports and the page that opens each of them."""
    yield _render_index(lao)
    yield from _render_reports(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of reports; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "reports.md.jinja",
        lao.paths.reports,
        title=f"รายงานผลการดำเนินงาน {name}",
        description=f"รายงานผลการดำเนินงานตามแผนป้องกันการทุจริตของ{name} ทุกปีงบประมาณ ทุกรอบ",
        above=(("รายงานผล", lao.paths.reports),),
        is_wide=True,
        report_table=_make_table(lao) if lao.ledger.rounds else None,
        today=lao.today,
        missing_rounds=lao.missing_rounds,
    )


def _make_table(lao: LaoPages) -> Table:
    return make_list_table(
        "report-table",
        "รายงานทุกรอบที่เผยแพร่",
        ("รอบ", "ข้อมูล ณ วันที่", "โครงการแล้วเสร็จ", "เบิกจ่าย (บาท)", "ระดับการนำแผนไปปฏิบัติ"),
        (_make_row(lao, round_) for round_ in lao.ledger.rounds),
    )


def _make_row(lao: LaoPages, round_: RoundResults) -> Row:
    as_of, level, counts = round_.report.as_of, round_.level, round_.total.counts
    return Row(
        (
            cell(Span(round_.key.label, lao.paths.report(round_.key)), scope="row"),
            cell(format_thai_date(as_of) if as_of else "ไม่ระบุ"),
            cell(f"{counts.done} จาก {counts.total}"),
            money(format_sum(round_.total.disbursed)),
            cell(f"{level.name.label} (ร้อยละ {format_share(level.percent)})" if level else "ไม่มีข้อมูลโครงการขั้นต่ำ"),
        )
    )


def _render_reports(lao: LaoPages) -> Iterator[Page]:
    """Yield the page that opens the report of every round: what came of it, why not, and the ways to its parts."""
    for round_ in lao.ledger.rounds:
        path = lao.paths.report(round_.key)
        yield lao.render(
            "report.md.jinja",
            path,
            title=f"รายงานผลการดำเนินงาน {round_.key.label} {lao.dossier.lao.full_name}",
            description=f"{lao.dossier.lao.full_name} {round_.key.label}: {tell_round(round_)}",
            card=lao.find_report_card(round_.key),
            above=(("รายงานผล", lao.paths.reports), (round_.key.label, path)),
            dates=(round_.report.as_of,),
            is_wide=True,
            plan=round_.plan,
            round=round_,
            report=round_.report,
            period=format_round_period(round_.key.fiscal_year, round_.key.round),
            papers=[
                (name, paper)
                for name, paper in lao.shelf.papers.items()
                if name in {round_.report.announcement, round_.report.memo}
            ],
            photo_count=sum(len(progress.photos) for _, progress in list_photo_records(lao.dossier, round_.key)),
            eplan_tables=_list_eplan_tables(lao, round_),
            status_chart=make_status_chart(round_),
            money_chart=make_money_chart(lao.dossier, round_),
            without_money=tell_without_money(round_),
            unfinished=[result for result in round_.results if result.status is not Status.DONE],
            reason=format_reason,
            parts=lao.render_sections(
                sorted(
                    (section for section in lao.shelf.report_sections[round_.key] if section.id in _OPENING),
                    key=lambda section: _OPENING.index(section.id),
                ),
                path,
            ),
        )


def _list_eplan_tables(lao: LaoPages, round_: RoundResults) -> list[tuple[str, str]]:
    """Return id and title of the e-Plan tables: they stood on the opening page once, and their addresses lead on."""
    blocks = (block for section in lao.shelf.report_sections[round_.key] for block in section.blocks)
    headings = [block for block in blocks if isinstance(block, Heading)]
    return [
        (heading.id, heading.text) for heading in headings if heading.id == "summary" or _EPLAN.fullmatch(heading.id)
    ]
