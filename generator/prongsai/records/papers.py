"""What all official papers have; each kind is a module of ``prongsai.papers.kinds``, named by its code word."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from pydantic import Field

from prongsai.records.base import (
    FilePath,
    LabelledEnum,
    Line,
    Period,
    Record,
    Slugs,
    Texts,
    ThaiDate,
    choice_converter,
)


class PaperKind(LabelledEnum):
    """Kind of an official paper."""

    ANNOUNCEMENT = "announcement", "ประกาศ"
    ORDER = "order", "คำสั่ง"
    MEMO = "memo", "บันทึกข้อความ"
    FILE = "file", "เอกสาร"


class Signer(Record, title="ผู้ลงนาม"):
    """Who signs; the name may be left to the dotted line."""

    name: Line | None = Field(None, description="ชื่อ: ไม่เขียนคือจุดไข่ปลา")
    position: Line = Field(description="ตำแหน่ง")


class Attachment(Record, title="เอกสารแนบ"):
    """A file that belongs to a paper."""

    title: Line = Field(description="ชื่อเอกสารแนบ")
    file: FilePath | None = Field(None, description="ไฟล์")


class Paper(Record, title="เอกสาร"):
    """What every paper has; the file's name is its id."""

    kind: choice_converter(PaperKind) = Field(description="ชนิดของเอกสาร")  # type: ignore[valid-type]
    subject: Line | None = Field(
        None, description="เรื่อง: ไม่ต้องมีคำว่า “เรื่อง” ไม่เขียนได้เมื่อแผน รายงาน หรือมาตรการอ้างถึงเอกสารนี้"
    )
    number: Line | None = Field(None, description="เลขที่/ปี")
    date: ThaiDate = Field(description="วันที่ของเอกสาร")
    issuer: Line | None = Field(None, description="ผู้ออก: เขียนเมื่อไม่ใช่หน่วยงานเจ้าของเว็บไซต์")
    plan: Period | None = Field(
        None, description="ช่วงปีของแผนที่เอกสารนี้เป็นของ: เขียนเมื่อมีหลายแผนและวันที่บอกไม่ได้ เช่น 2571-2575"
    )
    signed: FilePath | None = Field(None, description="ไฟล์ฉบับลงนาม")
    attachments: tuple[Attachment, ...] = Field((), description="เอกสารแนบ")
    aliases: Slugs = Field((), description="รหัสเดิมของเอกสาร: ที่อยู่เดิมพาไปยังหน้าปัจจุบัน")

    has_text: ClassVar[bool] = True
    """The paper has words of its own; False where it exists as a file only."""

    @property
    def is_public(self) -> bool:
        """Whether the paper has a page of its own."""
        return True

    @property
    def sort_key(self) -> tuple[dt.date, str]:
        """Papers are listed by date, then by subject."""
        return self.date, self.subject or ""


class Letter(Paper, title="หนังสือ"):
    """A paper in paragraphs that somebody signs, the head of the LAO unless another is named."""

    paragraphs: Texts = Field((), description="ข้อความ: ย่อหน้าละข้อ")
    signer: Signer | None = Field(None, description="ผู้ลงนาม: ไม่เขียนคือหัวหน้าของหน่วยงาน ต้องเขียนเมื่อมีผู้ออก")
