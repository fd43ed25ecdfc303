"""The words of a paper, and the tables of the round that it reports."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Block, Cell, Row, Table, cell, heads, money, num, paragraph
from prongsai.documents.formats import NO_PROJECT_WORDS, format_percent, format_sum
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.papers.letter import Context
from prongsai.papers.registry import list_paper_blocks
from prongsai.records.dossier import Dossier
from prongsai.records.money import NO_BUDGET_WORDS
from prongsai.records.papers import Paper


def list_letter_blocks(dossier: Dossier, paper: Paper, reported: RoundResults | None) -> tuple[Block, ...]:
    """Return the parts of a paper whose texts are complete; none for a paper that is only a file.

    Args:
        dossier: The LAO's records.
        paper: The paper; ``complete_paper`` fills what its file leaves out.
        reported: The round that a memo reports; its tables are computed from it.
    """
    tables = tuple(_list_tables(reported)) if reported and reported.results else ()
    return list_paper_blocks(paper, Context(dossier.lao.full_name, tables))


def _list_tables(reported: RoundResults) -> Iterator[Block]:
    groups, total = reported.by_dimension, reported.total
    names = {number: f"มิติที่ {number} {reported.plan.dimension_titles.get(number, '')}" for number in groups}
    yield Table(
        "memo-plan",
        "โครงการและงบประมาณตามแผน",
        head=(Row(heads("มิติ", "จำนวนโครงการ", "งบประมาณตามแผน (บาท)")),),
        bodies=(tuple(Row(_plan_cells(names[number], sums)) for number, sums in groups.items()),),
        foot=(Row(_plan_cells("รวม", total)),),
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
        bodies=(tuple(Row(_result_cells(f"มิติที่ {number}", sums)) for number, sums in groups.items()),),
        foot=(Row(_result_cells("รวม", total)),),
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


def _plan_cells(name: str, sums: ResultSums) -> tuple[Cell, ...]:
    return (
        cell(name, scope="row"),
        num(sums.counts.total, "จำนวนโครงการ"),
        money(format_sum(sums.planned), "งบประมาณตามแผน (บาท)"),
    )


def _result_cells(name: str, sums: ResultSums) -> tuple[Cell, ...]:
    counts = sums.counts
    return (
        cell(name, scope="row"),
        num(counts.total, "โครงการตามแผนปฏิบัติการฯ"),
        money(format_sum(sums.planned), "งบประมาณตามแผนปฏิบัติการ"),
        num(counts.done, "ดำเนินการแล้วเสร็จ"),
        money(format_sum(sums.disbursed), "งบประมาณเบิกจ่าย"),
        num(counts.total - counts.done, "ไม่ได้ดำเนินการ"),
        num(format_percent(sums.projects_percent), "ร้อยละของโครงการ"),
        num(
            NO_BUDGET_WORDS
            if sums.planned.is_without_budget
            else NO_PROJECT_WORDS
            if sums.planned.is_empty
            else format_percent(sums.budget_percent),
            "ร้อยละของงบประมาณ",
        ),
    )
