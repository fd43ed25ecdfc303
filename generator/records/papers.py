"""Official papers: announcements, orders, memos, and papers of the past that exist as a file only."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from generator.records.base import (
    FilePath,
    LabelledEnum,
    Record,
    Text,
    Texts,
    ThaiDate,
    YesNo,
    choice_converter,
)


class PaperKind(LabelledEnum):
    """Kind of an official paper."""

    ANNOUNCEMENT = "announcement", "ประกาศ"
    ORDER = "order", "คำสั่ง"
    MEMO = "memo", "บันทึกข้อความ"
    FILE = "file", "เอกสาร"


class Opinion(LabelledEnum):
    """What a superior decided on a memo."""

    AGREE = "agree", "เห็นชอบตามที่เสนอ"
    APPROVE = "approve", "อนุมัติตามที่เสนอ"
    OTHER = "other", "อื่น ๆ", "อื่นๆ"


class Signer(Record):
    """Who signs; the name may be left to the dotted line."""

    name: Text | None = None
    position: Text


class Attachment(Record):
    """A file that belongs to a paper."""

    title: Text
    file: FilePath | None = None


class Member(Record):
    """A member of a committee, by position or name, with the role."""

    position: Text | None = None
    name: Text | None = None
    role: Text


class MemoOpinion(Record):
    """One superior's opinion on a memo."""

    role: Text
    opinion: Text | None = None
    choice: choice_converter(Opinion) | None = None  # type: ignore[valid-type]
    name: Text | None = None
    position: Text | None = None


class Paper(Record):
    """What every paper has; the file's name is its id."""

    kind: choice_converter(PaperKind) = Field(description="ชนิดของเอกสาร")  # type: ignore[valid-type]
    subject: Text = Field(description="เรื่อง")
    number: Text | None = Field(None, description="เลขที่/ปี")
    date: ThaiDate
    issuer: Text | None = Field(None, description="ผู้ออก เมื่อไม่ใช่หน่วยงานเจ้าของเว็บไซต์")
    signed: FilePath | None = Field(None, description="ไฟล์ฉบับลงนาม")
    attachments: tuple[Attachment, ...] = ()

    @property
    def sort_key(self) -> tuple[dt.date, str]:
        """Papers are listed by date, then by subject."""
        return self.date, self.subject


class Announcement(Paper):
    """ประกาศ."""

    paragraphs: Texts = ()
    closing: Text = "จึงประกาศมาให้ทราบโดยทั่วกัน"
    signer: Signer | None = None


class Order(Paper):
    """คำสั่ง."""

    paragraphs: Texts = ()
    members: tuple[Member, ...] = ()
    duties_lead: Text = Field("โดยมีหน้าที่และอำนาจ ดังต่อไปนี้", description="ข้อความนำก่อนรายการหน้าที่")
    duties: Texts = ()
    effective_date: ThaiDate | None = None
    signer: Signer | None = None


class Memo(Paper):
    """บันทึกข้อความ; its tables are computed."""

    unit: Text = Field(description="ส่วนราชการ")
    addressee: Text = Field(description="เรียน")
    background: Texts = Field((), description="เรื่องเดิม")
    facts: Texts = Field((), description="ข้อเท็จจริง")
    proposal: Texts = Field((), description="ข้อเสนอ")
    closing: Text = "จึงเรียนมาเพื่อโปรดพิจารณา"
    writer: Signer | None = None
    opinions: tuple[MemoOpinion, ...] = ()
    public: YesNo = Field(default=True, description="เผยแพร่บนเว็บไซต์")


class FilePaper(Paper):
    """A paper that exists as a file only."""

    signed: FilePath = Field(description="ไฟล์เอกสาร")


PAPER_RECORDS: dict[PaperKind, type[Paper]] = {
    PaperKind.ANNOUNCEMENT: Announcement,
    PaperKind.ORDER: Order,
    PaperKind.MEMO: Memo,
    PaperKind.FILE: FilePaper,
}
