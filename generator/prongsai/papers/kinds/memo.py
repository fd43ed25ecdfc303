"""Memo (บันทึกข้อความ), with the opinions of superiors; the tables of its round are computed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from prongsai.blocks.blocks import Beside, Block, Choices, Facts, Items, Signature, Span, line, number_lines, paragraph
from prongsai.papers.letter import Context, sign
from prongsai.records.base import Count, LabelledEnum, Line, Record, Text, Texts, YesNo, choice_converter
from prongsai.records.papers import Paper, Signer
from prongsai.records.progress import DeclaredFigures
from prongsai.thai.dates import format_thai_date

_ANNOUNCED = re.compile(r"มิติ\s*(?:มีรายละเอียด)?\s*ดังนี้\s*[:.]?\Z")


class Opinion(LabelledEnum):
    """What a superior decided on a memo."""

    AGREE = "agree", "เห็นชอบตามที่เสนอ"
    APPROVE = "approve", "อนุมัติตามที่เสนอ"
    OTHER = "other", "อื่น ๆ", "อื่นๆ"


class MemoOpinion(Record, title="ความเห็นในบันทึกข้อความ"):
    """One superior's opinion on a memo."""

    role: Line = Field(description="ความเห็นของใคร")
    opinion: Text | None = Field(None, description="ข้อความความเห็น")
    choice: choice_converter(Opinion) | None = Field(None, description="ความเห็นที่เลือก")  # type: ignore[valid-type]
    choices: tuple[choice_converter(Opinion), ...] | None = Field(  # type: ignore[valid-type]
        None, description="ช่องที่พิมพ์ให้เลือก: ไม่เขียนคือทุกช่อง หรือไม่มีช่องเมื่อเขียนเพียงข้อความความเห็น [] คือมีเพียงเส้นประ"
    )
    name: Line | None = Field(None, description="ชื่อผู้ให้ความเห็น: แสดงเมื่อมีตำแหน่ง")
    position: Line | None = Field(None, description="ตำแหน่ง")


class DeclaredMemo(DeclaredFigures, title="ตัวเลขที่บันทึกข้อความพิมพ์ไว้"):
    """Figures that a signed memo prints; its own attributes are those of the total."""

    dimensions: dict[Count, DeclaredFigures] = Field({}, description="ตัวเลขรายมิติ: คีย์คือเลขมิติ")


class Memo(Paper, title="บันทึกข้อความ"):
    """บันทึกข้อความ; its tables are computed."""

    unit: Line | None = Field(None, description="ส่วนราชการ: ไม่เขียนคือ contacts.unit ของหน่วยงาน")
    addressee: Line | None = Field(None, description="เรียน: ไม่เขียนคือหัวหน้าของหน่วยงาน")
    background: Texts = Field((), description="เรื่องเดิม: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    facts: Texts = Field((), description="ข้อเท็จจริง: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    proposal: Texts = Field((), description="ข้อเสนอ: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    declared: DeclaredMemo = Field(DeclaredMemo(), description="ตัวเลขที่บันทึกฉบับลงนามพิมพ์ไว้: แสดงคู่กับที่คำนวณเมื่อต่างกัน")
    closing: Text = Field("จึงเรียนมาเพื่อโปรดพิจารณา", description="คำลงท้าย")
    writer: Signer | None = Field(None, description="ผู้เสนอ: ไม่เขียนคือผู้รายงาน (reporter) ของรายงานที่อ้างถึงบันทึกนี้")
    opinions: tuple[MemoOpinion, ...] = Field(
        (), description="ความเห็นตามลำดับชั้น: ไม่เขียนคือหัวหน้าสำนักปลัด ปลัด และหัวหน้าของหน่วยงาน เว้นให้เลือกและลงนาม"
    )
    public: YesNo = Field(default=True, description="เผยแพร่บนเว็บไซต์: ไม่เขียนคือเผยแพร่")

    @property
    def is_public(self) -> bool:
        """Whether the memo has a page of its own."""
        return self.public


RECORD = Memo


def list_blocks(paper: Memo, context: Context) -> Iterator[Block]:
    """Yield head, the numbered parts with the tables, signature and opinions.

    The first table, of the plan, stands where a paragraph announces it (“จำแนกเป็น 4 มิติ ดังนี้”), else before the second.
    """
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
    parts = (("เรื่องเดิม", paper.background), ("ข้อเท็จจริง", paper.facts), ("ข้อเสนอ", paper.proposal))
    waiting = list(context.tables)
    for place, (title, texts) in enumerate(((title, texts) for title, texts in parts if texts), 1):
        yield paragraph(Span(f"{place}. {title}", kind="strong"), kind="label")
        if title == "ข้อเสนอ" and len(texts) > 1:
            yield Items(number_lines(texts))
            continue
        for text in texts:
            yield paragraph(text, kind="indent")
            if waiting and waiting[0] is context.tables[0] and _ANNOUNCED.search(text):
                yield waiting.pop(0)
        if title == "ข้อเท็จจริง":
            yield from waiting
            waiting = []
    yield from waiting
    yield paragraph(paper.closing, kind="indent")
    yield from sign(paper.writer)
    if paper.opinions:
        yield Beside(tuple(tuple(_list_opinion(opinion)) for opinion in paper.opinions))


def _list_opinion(opinion: MemoOpinion) -> Iterator[Block]:
    yield paragraph(Span(f"ความเห็น{opinion.role}", kind="strong"), kind="label")
    choices = opinion.choices
    if choices is None:
        choices = () if opinion.opinion and not opinion.choice else tuple(Opinion)
    shown = [choice for choice in Opinion if choice in choices or choice is opinion.choice]
    yield Choices(
        tuple((choice.label, choice is opinion.choice) for choice in shown),
        opinion.opinion or "",
        has_line=not opinion.opinion
        and (not shown or (Opinion.OTHER in shown and opinion.choice in {None, Opinion.OTHER})),
    )
    if opinion.position:
        yield Signature(opinion.position, opinion.name or "")
