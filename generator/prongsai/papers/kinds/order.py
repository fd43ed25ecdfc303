"""Order (คำสั่ง), with the members and duties of a committee."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from prongsai.blocks.blocks import Block, Items, Members, number_lines, paragraph, paragraphs
from prongsai.papers.letter import Context, list_head, sign
from prongsai.records.base import Line, Record, Text, Texts, ThaiDate
from prongsai.records.papers import Letter
from prongsai.thai.dates import format_formal_date


class Member(Record, title="กรรมการ"):
    """A member of a committee, by position or name, with the role."""

    position: Line | None = Field(None, description="ตำแหน่ง")
    name: Line | None = Field(None, description="ชื่อ")
    role: Line = Field(description="หน้าที่ในคณะกรรมการ")


class Order(Letter, title="คำสั่ง"):
    """คำสั่ง."""

    paragraphs: Texts = Field((), description="เหตุผลและข้อความสั่ง: ย่อหน้าละข้อ ไม่เขียนคือข้อความมาตรฐาน เมื่อแผนอ้างถึงคำสั่งนี้")
    members: tuple[Member, ...] = Field((), description="รายชื่อคณะกรรมการ: ต้องมีเมื่อใช้ข้อความมาตรฐาน")
    duties_lead: Text = Field("โดยมีหน้าที่และอำนาจ ดังต่อไปนี้", description="ข้อความนำก่อนรายการหน้าที่")
    duties: Texts = Field((), description="หน้าที่และอำนาจ")
    effective_date: ThaiDate | None = Field(None, description="ตั้งแต่วันที่: วันที่คำสั่งมีผล")


RECORD = Order


def list_blocks(paper: Order, context: Context) -> Iterator[Block]:
    """Yield head, paragraphs, members, duties, dates and signature."""
    yield from list_head(paper, context)
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
    yield from sign(paper.signer)
