"""Announcement (ประกาศ)."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from prongsai.blocks.blocks import Block, paragraph, paragraphs
from prongsai.papers.letter import Context, list_head, sign
from prongsai.records.base import Text, Texts
from prongsai.records.papers import Letter
from prongsai.thai.dates import format_formal_date


class Announcement(Letter, title="ประกาศ"):
    """ประกาศ."""

    paragraphs: Texts = Field(
        (), description="ข้อความ: ย่อหน้าละข้อ ไม่เขียนคือข้อความมาตรฐาน เมื่อแผน รายงาน หรือมาตรการอ้างถึงประกาศนี้"
    )
    closing: Text = Field("จึงประกาศมาให้ทราบโดยทั่วกัน", description="คำลงท้าย")


RECORD = Announcement


def list_blocks(paper: Announcement, context: Context) -> Iterator[Block]:
    """Yield head, paragraphs, closing, date and signature."""
    yield from list_head(paper, context)
    yield from paragraphs(paper.paragraphs, "indent")
    yield paragraph(paper.closing, kind="indent")
    yield paragraph(f"ประกาศ ณ วันที่ {format_formal_date(paper.date)}", kind="date")
    yield from sign(paper.signer)
