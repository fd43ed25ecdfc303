"""Official papers: announcements, orders, memos, and papers of the past that exist as a file only."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from prongsai.records.base import (
    FilePath,
    LabelledEnum,
    Line,
    Period,
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


class Signer(Record, title="ผู้ลงนาม"):
    """Who signs; the name may be left to the dotted line."""

    name: Line | None = Field(None, description="ชื่อ: ไม่เขียนคือจุดไข่ปลา")
    position: Line = Field(description="ตำแหน่ง")


class Attachment(Record, title="เอกสารแนบ"):
    """A file that belongs to a paper."""

    title: Line = Field(description="ชื่อเอกสารแนบ")
    file: FilePath | None = Field(None, description="ไฟล์")


class Member(Record, title="กรรมการ"):
    """A member of a committee, by position or name, with the role."""

    position: Line | None = Field(None, description="ตำแหน่ง")
    name: Line | None = Field(None, description="ชื่อ")
    role: Line = Field(description="หน้าที่ในคณะกรรมการ")


class MemoOpinion(Record, title="ความเห็นในบันทึกข้อความ"):
    """One superior's opinion on a memo."""

    role: Line = Field(description="ความเห็นของใคร")
    opinion: Text | None = Field(None, description="ข้อความความเห็น")
    choice: choice_converter(Opinion) | None = Field(None, description="ความเห็นที่เลือก")  # type: ignore[valid-type]
    name: Line | None = Field(None, description="ชื่อผู้ให้ความเห็น: แสดงเมื่อมีตำแหน่ง")
    position: Line | None = Field(None, description="ตำแหน่ง")


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

    @property
    def sort_key(self) -> tuple[dt.date, str]:
        """Papers are listed by date, then by subject."""
        return self.date, self.subject or ""


class Announcement(Paper, title="ประกาศ"):
    """ประกาศ."""

    paragraphs: Texts = Field(
        (), description="ข้อความ: ย่อหน้าละข้อ ไม่เขียนคือข้อความมาตรฐาน เมื่อแผน รายงาน หรือมาตรการอ้างถึงประกาศนี้"
    )
    closing: Text = Field("จึงประกาศมาให้ทราบโดยทั่วกัน", description="คำลงท้าย")
    signer: Signer | None = Field(None, description="ผู้ลงนาม: ไม่เขียนคือหัวหน้าของหน่วยงาน ต้องเขียนเมื่อมีผู้ออก")


class Order(Paper, title="คำสั่ง"):
    """คำสั่ง."""

    paragraphs: Texts = Field((), description="เหตุผลและข้อความสั่ง: ย่อหน้าละข้อ ไม่เขียนคือข้อความมาตรฐาน เมื่อแผนอ้างถึงคำสั่งนี้")
    members: tuple[Member, ...] = Field((), description="รายชื่อคณะกรรมการ: ต้องมีเมื่อใช้ข้อความมาตรฐาน")
    duties_lead: Text = Field("โดยมีหน้าที่และอำนาจ ดังต่อไปนี้", description="ข้อความนำก่อนรายการหน้าที่")
    duties: Texts = Field((), description="หน้าที่และอำนาจ")
    effective_date: ThaiDate | None = Field(None, description="ตั้งแต่วันที่: วันที่คำสั่งมีผล")
    signer: Signer | None = Field(None, description="ผู้ลงนาม: ไม่เขียนคือหัวหน้าของหน่วยงาน ต้องเขียนเมื่อมีผู้ออก")


class Memo(Paper, title="บันทึกข้อความ"):
    """บันทึกข้อความ; its tables are computed."""

    unit: Line | None = Field(None, description="ส่วนราชการ: ไม่เขียนคือ contacts.unit ของหน่วยงาน")
    addressee: Line | None = Field(None, description="เรียน: ไม่เขียนคือหัวหน้าของหน่วยงาน")
    background: Texts = Field((), description="เรื่องเดิม: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    facts: Texts = Field((), description="ข้อเท็จจริง: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    proposal: Texts = Field((), description="ข้อเสนอ: ไม่เขียนคือข้อความมาตรฐาน เมื่อรายงานอ้างถึงบันทึกนี้")
    closing: Text = Field("จึงเรียนมาเพื่อโปรดพิจารณา", description="คำลงท้าย")
    writer: Signer | None = Field(None, description="ผู้เสนอ: ไม่เขียนคือผู้รายงาน (reporter) ของรายงานที่อ้างถึงบันทึกนี้")
    opinions: tuple[MemoOpinion, ...] = Field(
        (), description="ความเห็นตามลำดับชั้น: ไม่เขียนคือหัวหน้าสำนักปลัด ปลัด และหัวหน้าของหน่วยงาน เว้นให้เลือกและลงนาม"
    )
    public: YesNo = Field(default=True, description="เผยแพร่บนเว็บไซต์: ไม่เขียนคือเผยแพร่")


class FilePaper(Paper, title="เอกสารที่มีเพียงไฟล์"):
    """A paper that exists as a file only."""

    subject: Line = Field(description="เรื่อง: ไม่ต้องมีคำว่า “เรื่อง”")
    signed: FilePath = Field(description="ไฟล์เอกสาร")


PAPER_RECORDS: dict[PaperKind, type[Paper]] = {
    PaperKind.ANNOUNCEMENT: Announcement,
    PaperKind.ORDER: Order,
    PaperKind.MEMO: Memo,
    PaperKind.FILE: FilePaper,
}
