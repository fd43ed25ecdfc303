"""Announcement, order and memo, in the official wording and order of parts."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import (
    Block,
    Cell,
    Choices,
    Facts,
    Items,
    Members,
    Row,
    Signature,
    Span,
    Table,
    cell,
    heads,
    line,
    money,
    num,
    number_lines,
    paragraph,
    paragraphs,
)
from prongsai.documents.formats import NO_PROJECT_WORDS, format_percent, format_sum
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.records.dossier import Dossier
from prongsai.records.money import NO_BUDGET_WORDS
from prongsai.records.papers import Announcement, Memo, MemoOpinion, Opinion, Order, Paper, Signer
from prongsai.thai.dates import format_formal_date, format_thai_date


def list_letter_blocks(dossier: Dossier, paper: Paper, reported: RoundResults | None) -> tuple[Block, ...]:
    """Return the parts of a paper whose texts are complete; none for a paper that is only a file.

    Args:
        dossier: The LAO's records.
        paper: The paper; ``complete_paper`` fills what its file leaves out.
        reported: The round that a memo reports; its tables are computed from it.
    """
    match paper:
        case Announcement():
            return tuple(_list_announcement(dossier, paper))
        case Order():
            return tuple(_list_order(dossier, paper))
        case Memo():
            return tuple(_list_memo(paper, reported))
        case _:
            return ()


def _list_head(dossier: Dossier, paper: Paper) -> Iterator[Block]:
    yield paragraph(f"{paper.kind.label}{paper.issuer or dossier.lao.full_name}", kind="title")
    if paper.number:
        yield paragraph(f"ที่ {paper.number}", kind="title")
    yield paragraph(f"เรื่อง {paper.subject}", kind="title")


def _list_announcement(dossier: Dossier, paper: Announcement) -> Iterator[Block]:
    yield from _list_head(dossier, paper)
    yield from paragraphs(paper.paragraphs, "indent")
    yield paragraph(paper.closing, kind="indent")
    yield paragraph(f"ประกาศ ณ วันที่ {format_formal_date(paper.date)}", kind="date")
    yield from _sign(paper.signer)


def _list_order(dossier: Dossier, paper: Order) -> Iterator[Block]:
    yield from _list_head(dossier, paper)
    yield from paragraphs(paper.paragraphs, "indent")
    if paper.members:
        yield Members(
            tuple(
                (f"{place}.", " ".join(filter(None, (member.name, member.position))), member.role)
                for place, member in enumerate(paper.members, 1)
            )
        )
    if paper.duties:
        yield paragraph(paper.duties_lead, kind="indent")
        yield Items(number_lines(paper.duties, "."))
    if paper.effective_date:
        yield paragraph(f"ทั้งนี้ ตั้งแต่วันที่ {format_formal_date(paper.effective_date)} เป็นต้นไป", kind="indent")
    yield paragraph(f"สั่ง ณ วันที่ {format_formal_date(paper.date)}", kind="date")
    yield from _sign(paper.signer)


def _list_memo(paper: Memo, reported: RoundResults | None) -> Iterator[Block]:
    yield paragraph("บันทึกข้อความ", kind="memo-title")
    yield Facts(
        tuple(
            (label, line(text))
            for label, text in (
                ("ส่วนราชการ", paper.unit),
                ("ที่", paper.number),
                ("วันที่", format_thai_date(paper.date)),
                ("เรื่อง", paper.subject),
                ("เรียน", paper.addressee),
            )
            if text
        )
    )
    if reported and not reported.results:
        reported = None
    parts = (("เรื่องเดิม", paper.background), ("ข้อเท็จจริง", paper.facts), ("ข้อเสนอ", paper.proposal))
    for place, (title, texts) in enumerate(((title, texts) for title, texts in parts if texts), 1):
        yield paragraph(Span(f"{place}. {title}", kind="strong"), kind="label")
        yield from paragraphs(texts, "indent")
        if title == "ข้อเท็จจริง" and reported:
            yield from _list_memo_tables(reported)
    if reported and not paper.facts:
        yield from _list_memo_tables(reported)
    yield paragraph(paper.closing, kind="indent")
    yield from _sign(paper.writer)
    for opinion in paper.opinions:
        yield from _list_opinion(opinion)


def _list_opinion(opinion: MemoOpinion) -> Iterator[Block]:
    yield paragraph(Span(f"ความเห็น{opinion.role}", kind="strong"), kind="label")
    yield Choices(tuple((choice.label, choice is opinion.choice) for choice in Opinion), opinion.opinion or "")
    if opinion.position:
        yield Signature(opinion.position, opinion.name or "")


def _sign(signer: Signer | None) -> Iterator[Block]:
    if signer and signer.position:
        yield Signature(signer.position, signer.name or "")


def _list_memo_tables(reported: RoundResults) -> Iterator[Block]:
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
