"""The words of a paper, and the tables of the round that it reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from prongsai.blocks.blocks import Block, Cell, Row, Table, cell, heads, line, money, num, paragraph
from prongsai.documents.formats import NO_PROJECT_WORDS, format_money, format_percent, format_sum
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.papers.kinds.memo import DeclaredMemo, Memo
from prongsai.papers.letter import Context
from prongsai.papers.registry import list_paper_blocks
from prongsai.records.dossier import Dossier
from prongsai.records.money import NO_BUDGET_WORDS, Money
from prongsai.records.papers import Paper
from prongsai.records.progress import DeclaredFigures


def list_letter_blocks(dossier: Dossier, paper: Paper, reported: RoundResults | None) -> tuple[Block, ...]:
    """Return the parts of a paper whose texts are complete; none for a paper that is only a file.

    Args:
        dossier: The LAO's records.
        paper: The paper; ``complete_paper`` fills what its file leaves out.
        reported: The round that a memo reports; its tables are computed from it.
    """
    declared = paper.declared if isinstance(paper, Memo) else DeclaredMemo()
    tables = tuple(_list_tables(reported, declared)) if reported and reported.results else ()
    return list_paper_blocks(paper, Context(dossier.lao.full_name, tables))


def _list_tables(reported: RoundResults, declared: DeclaredMemo) -> Iterator[Block]:
    groups, total = reported.by_dimension, reported.total
    told = {number: declared.dimensions.get(number, DeclaredFigures()) for number in groups}
    names = {number: f"มิติที่ {number} {reported.plan.dimension_titles.get(number, '')}" for number in groups}
    yield Table(
        "memo-plan",
        "โครงการและงบประมาณตามแผน",
        head=(Row(heads("มิติ", "จำนวนโครงการ", "งบประมาณตามแผน (บาท)")),),
        bodies=(tuple(Row(_plan_cells(names[number], sums, told[number])) for number, sums in groups.items()),),
        foot=(Row(_plan_cells("รวม", total, declared)),),
        kind="stack",
        widths=(0.56, 0.18, 0.26),
    )
    titles = (
        "มิติ",
        "โครงการตามแผนปฏิบัติการฯ",
        "งบประมาณตามแผนปฏิบัติการ",
        "ดำเนินการแล้วเสร็จ",
        "งบประมาณเบิกจ่าย",
        "ไม่ได้ดำเนินการ",
    )
    yield Table(
        "memo-results",
        f"ผลการดำเนินงาน {reported.key.label}",
        head=(
            Row((*heads(*titles, rowspan=2), cell("ร้อยละดำเนินการ", scope="colgroup", colspan=2))),
            Row(heads("โครงการ", "งบประมาณ")),
        ),
        bodies=(tuple(Row(_result_cells(f"มิติที่ {number}", sums, told[number])) for number, sums in groups.items()),),
        foot=(Row(_result_cells("รวม", total, declared)),),
        kind="stack",
        widths=(0.11, 0.12, 0.16, 0.12, 0.15, 0.12, 0.1, 0.12),
    )
    waiting, going_on = total.counts.waiting, total.counts.in_progress
    if waiting or going_on:
        yield paragraph(
            f"หมายเหตุ: ไม่ได้ดำเนินการ นับทุกโครงการที่ยังไม่แล้วเสร็จ รวมที่อยู่ระหว่างดำเนินการ {going_on} โครงการ "
            f"และรอรายงาน {waiting} โครงการ",
            kind="indent",
        )


def _plan_cells(name: str, sums: ResultSums, told: DeclaredFigures) -> tuple[Cell, ...]:
    return (
        cell(name, scope="row"),
        _add_told(num(sums.counts.total, "จำนวนโครงการ"), told.projects),
        _add_told(money(format_sum(sums.planned), "งบประมาณตามแผน (บาท)"), told.planned),
    )


def _add_told(computed: Cell, told: int | Decimal | Money | None) -> Cell:
    """Return a cell with what the memo prints below what is computed, where the two differ."""
    if told is None:
        return computed
    words = (
        str(told)
        if isinstance(told, int)
        else format_percent(told)
        if isinstance(told, Decimal)
        else format_money(told)
    )
    return computed if words == computed.text else replace(computed, lines=(*computed.lines, line(f"(พิมพ์ไว้ {words})")))


def _result_cells(name: str, sums: ResultSums, told: DeclaredFigures) -> tuple[Cell, ...]:
    counts = sums.counts
    return (
        cell(name, scope="row"),
        _add_told(num(counts.total, "โครงการตามแผนปฏิบัติการฯ"), told.projects),
        _add_told(money(format_sum(sums.planned), "งบประมาณตามแผนปฏิบัติการ"), told.planned),
        _add_told(num(counts.done, "ดำเนินการแล้วเสร็จ"), told.done),
        _add_told(money(format_sum(sums.disbursed), "งบประมาณเบิกจ่าย"), told.disbursed),
        num(counts.total - counts.done, "ไม่ได้ดำเนินการ"),
        _add_told(num(format_percent(sums.projects_percent), "ร้อยละของโครงการ"), told.projects_percent),
        _add_told(
            num(
                NO_BUDGET_WORDS
                if sums.planned.is_without_budget
                else NO_PROJECT_WORDS
                if sums.planned.is_empty
                else format_percent(sums.budget_percent),
                "ร้อยละของงบประมาณ",
            ),
            told.budget_percent,
        ),
    )
