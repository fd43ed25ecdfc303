"""The local administrative organisation (LAO, อปท.) itself."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from prongsai.records.base import (
    Colour,
    Count,
    Facebook,
    FilePath,
    LabelledEnum,
    Line,
    Number,
    Record,
    Revision,
    RoundId,
    Slugs,
    Text,
    Texts,
    Url,
    Year,
    YesNo,
    choice_converter,
    data_error,
)
from prongsai.records.lao_types import LaoType


class Numerals(LabelledEnum):
    """Which digits the pages use."""

    THAI = "thai", "เลขไทย"
    ARABIC = "arabic", "เลขอารบิก"


class ReportForm(LabelledEnum):
    """How the printed report tells the results; the page has both forms."""

    TABLE = "table", "ตาราง"
    NARRATIVE = "narrative", "บรรยาย"


class Contacts(Record, title="ช่องทางติดต่อ"):
    """How to reach the office; published on purpose."""

    unit: Line | None = Field(None, description="ส่วนราชการที่รับผิดชอบ")
    address: Text | None = Field(None, description="ที่อยู่สำนักงาน")
    phone: Line | None = Field(None, description="โทรศัพท์ของหน่วยงาน")
    fax: Line | None = Field(None, description="โทรสาร")
    email: Line | None = Field(None, description="อีเมลของหน่วยงาน")
    line: Line | None = Field(None, description="LINE ของหน่วยงาน")
    facebook: Facebook | None = Field(None, description="หน้า Facebook ของหน่วยงาน: ชื่อหน้าหรือที่อยู่")
    hours: Line | None = Field(None, description="วันและเวลาทำการ")


class LevelThresholds(Record, title="เกณฑ์ร้อยละของระดับ"):
    """From which percentage the implementation level is called high or medium.

    The defaults are assumed from published results (0 น้อย, 73.33 ปานกลาง, 83.33, 90 and 100 มาก), not from a rule
    of the NACC; a site that knows better sets its own.
    """

    high: Number = Field(Decimal(80), description="ร้อยละของระดับมาก: ตั้งแต่เท่านี้ขึ้นไป ไม่เขียนคือ 80")
    medium: Number = Field(Decimal(50), description="ร้อยละของระดับปานกลาง: ตั้งแต่เท่านี้ขึ้นไป ไม่เขียนคือ 50")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if not 0 <= self.medium <= self.high <= 100:
            raise data_error(
                "thresholds",
                f"เกณฑ์ medium {self.medium} และ high {self.high} ไม่เรียงกันในช่วง 0 ถึง 100",
                "ให้ medium ไม่มากกว่า high เช่น {high: 80, medium: 50}",
            )
        return self


class OitCodes(Record, title="รหัสข้อ OIT ในปีหนึ่ง"):
    """Codes of the OIT items in one ITA year, where they differ from the program's own table."""

    plan: Line | None = Field(None, description="ข้อของแผน: เช่น O25")
    half_year: Line | None = Field(None, description="ข้อของรายงานรอบ 6 เดือน")
    annual: Line | None = Field(None, description="ข้อของรายงานผลประจำปี")
    measures: Line | None = Field(None, description="ข้อของมาตรการส่งเสริมคุณธรรมฯ")
    measures_result: Line | None = Field(None, description="ข้อของผลตามมาตรการ")


class Deadlines(Record, title="กำหนดเผยแพร่"):
    """By when an LAO publishes; days after the period's end, or a day of the ITA year.

    The defaults are assumed (published reports appear 6-86 days after the year's end; the ITA assessment collects
    addresses in the spring), not taken from a rule; an LAO sets the days that its own letters give. Nothing is called
    late on an assumption: see ``is_set``.
    """

    half_year_days: Count = Field(90, description="รายงานรอบ 6 เดือน ภายในกี่วันหลัง 31 มีนาคม")
    annual_days: Count = Field(90, description="รายงานรอบ 12 เดือน ภายในกี่วันหลัง 30 กันยายน")
    oit_month: Count = Field(4, description="เดือนสุดท้าย (1-12) ที่ ITA เก็บข้อมูล OIT")
    oit_day: Count = Field(30, description="วันสุดท้ายของเดือนนั้นที่ ITA เก็บข้อมูล OIT")

    @model_validator(mode="after")
    def _check_days(self) -> Self:
        if max(self.half_year_days, self.annual_days) > 366:
            raise data_error("deadline", "กำหนดเผยแพร่เกิน 366 วัน", "เขียนจำนวนวันหลังสิ้นสุดรอบ เช่น 30")
        try:
            dt.date(2023, self.oit_month, self.oit_day)  # not a leap year: the day must be there every year
        except (ValueError, OverflowError):
            message = f"ไม่มีวันที่ {self.oit_day} เดือน {self.oit_month} ในทุกปี"
            raise data_error(
                "deadline", message, "เขียนเดือน 1-12 และวันที่มีในเดือนนั้น เช่น oit_month: 4 และ oit_day: 30"
            ) from None
        return self

    def is_set(self, *names: str) -> bool:
        """Tell whether the LAO itself wrote a part of these days."""
        return not self.model_fields_set.isdisjoint(names)


# The pages write these words themselves, in full; people also write them short, with and without the full stop.
_LONGEST_WHOLE = 24  # letters of a name of a place; a line of a phone with large letters has room for as many
_TYPE = "|".join(
    f"{re.escape(name.rstrip('.'))}{'[. ]' if name.endswith('.') else ' ?'}"
    for kind in LaoType
    if not kind.is_single
    for name in (kind.label, *kind.aliases)
)
_PREFIX = re.compile(
    rf"(?:{_TYPE}|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล\s?(?:นคร|เมือง|ตำบล|[นมต]\.)?|ท\.[ตมน]\.|อ\.บ\.[ตจ]\."
    r"|สภาตำบล|ตำบล|ต\.|อำเภอ|กิ่งอำเภอ|อ\.|เขต|จังหวัด|จว\.|จ\.)\s*"
)
# What follows a name in an address: แม่สาย อ.แม่สาย จ.เชียงราย.
_TAIL = re.compile(
    r"(?:\s|(?<=[ก-๎])(?=(?:อำเภอ|จังหวัด)))\s*(?:อำเภอ|อ\.|จังหวัด|จว\.|จ\.)\s*[ก-๙].*|\s*\((?:ท[ตมน]|อบ[ตจ]|เทศบาล\S*)\.?\)$"
)


def _check_place_name(value: str | None) -> str | None:
    """Refuse a name with the words that the pages write before it, or with where it lies behind it."""
    text = value or ""
    prefix = _PREFIX.match(text)
    tail = _TAIL.search(text, prefix.end() if prefix else 0)
    name = text[prefix.end() if prefix else 0 : tail.start() if tail else None].strip()
    while inner := _PREFIX.match(name):
        name = name[inner.end() :].strip()
    if name and prefix:
        raise data_error("prefix", f"“{value}” มีคำนำหน้า “{prefix[0].strip()}”", f"เขียนเพียง {name}")
    if name and tail and tail.start():
        raise data_error("prefix", f"“{value}” มี “{tail[0].strip()}” ต่อท้าย", f"เขียนเพียง {name}")
    return value


PlaceName = Annotated[Line, AfterValidator(_check_place_name)]


def _check_latin(value: str) -> str:
    """Refuse a name in Thai letters: nobody shall write it over by guess."""
    if any("\u0e00" <= letter <= "\u0e7f" for letter in value):
        fix = "เขียนชื่อที่หน่วยงานใช้อยู่แล้วด้วยอักษรโรมัน เช่น Chiang Rai หากยังไม่มีชื่อภาษาอังกฤษ ลบ english ทั้งชุด"
        raise data_error("english", f"“{value}” มีอักษรไทย", fix)
    return value


LatinLine = Annotated[Line, AfterValidator(_check_latin)]


class EnglishNames(Record, title="ชื่อภาษาอังกฤษ"):
    """What the office calls itself in English; the program never writes a Thai name over in Latin letters."""

    name: LatinLine = Field(description="ชื่อเต็มของหน่วยงาน: ตามที่หน่วยงานใช้ เช่น Mae Sai Subdistrict Municipality")
    district: LatinLine | None = Field(None, description="อำเภอ: เช่น Mae Sai")
    province: LatinLine = Field(description="จังหวัด: เช่น Chiang Rai")

    @property
    def location(self) -> str:
        """District, province and country in words."""
        district = f"{self.district} District, " if self.district else ""
        return f"{district}{self.province} Province, Thailand"


class Lao(Record, title="หน่วยงาน"):
    """An LAO, identified by type, name, district and province together, never by its name alone."""

    type: choice_converter(LaoType) = Field(description="ประเภท อปท.")  # type: ignore[valid-type]
    name: PlaceName = Field(description="ชื่อโดยไม่มีคำบอกประเภท: เช่น แม่สาย")
    district: PlaceName | None = Field(None, description="อำเภอ: ไม่ต้องมีคำว่า “อำเภอ”")
    province: PlaceName = Field(description="จังหวัด: ไม่ต้องมีคำว่า “จังหวัด”")
    english: EnglishNames | None = Field(None, description="ชื่อภาษาอังกฤษ: เขียนแล้วมีหน้าภาษาอังกฤษ ไม่เขียนไม่มีหน้านั้น")
    code: Line | None = Field(None, description="รหัส อปท.")
    website: Url | None = Field(None, description="เว็บไซต์หลักของหน่วยงาน")
    contacts: Contacts = Field(Contacts(), description="ช่องทางติดต่อ: จะเผยแพร่บนเว็บไซต์")
    numerals: choice_converter(Numerals) = Field(  # type: ignore[valid-type]
        Numerals.THAI, description="ตัวเลขที่ใช้บนหน้าเว็บ: ไม่เขียนคือเลขไทย"
    )
    seal: FilePath | None = Field(
        None, description="ภาพตราของหน่วยงาน: หัวเว็บ หน้าแรก และปกแผนและรายงานฉบับ PDF (.png .jpg .webp)"
    )
    emblem: FilePath | None = Field(None, description="ภาพตราครุฑ: ประกาศ คำสั่ง และบันทึกข้อความฉบับ PDF (.png .jpg .webp)")
    colour: Colour | None = Field(None, description="สีประจำหน่วยงาน: ที่หัวเว็บ")
    minimum_projects: dict[Year, Count] = Field(
        {}, description="โครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด: รายปีงบประมาณ หากไม่มี จะไม่แสดงระดับการนำแผนไปปฏิบัติ"
    )
    level_thresholds: LevelThresholds = Field(
        default_factory=LevelThresholds, description="เกณฑ์ร้อยละของระดับการนำแผนไปปฏิบัติ"
    )
    deadlines: Deadlines = Field(
        default=Deadlines(),
        description="กำหนดเผยแพร่: ใช้บอกว่ารายงานใดล่าช้า และในคำสั่ง prongsai due ไม่เขียน จะไม่มีรายงานใดนับว่าล่าช้า",
    )
    start_round: RoundId | None = Field(
        None, description="รอบแรกที่เผยแพร่ในเว็บไซต์นี้: เช่น 2567-06 รอบก่อนนั้นไม่นับว่าค้าง ไม่เขียนคือรอบแรกของแผน"
    )
    oit: dict[Year, OitCodes] = Field({}, description="รหัสข้อ OIT รายปี: เขียนเมื่อต่างจากตารางกลาง")
    report_form: choice_converter(ReportForm) = Field(  # type: ignore[valid-type]
        ReportForm.TABLE, description="รูปแบบผลรายโครงการในรายงานฉบับ PDF: หน้าเว็บมีทั้งสองแบบ ไม่เขียนคือตาราง"
    )
    pdf: YesNo = Field(default=True, description="ทำเอกสารเป็น PDF และ Word ด้วย: ไม่เขียนคือทำ")
    neighbours: Texts = Field((), description="อปท. อื่นที่กล่าวถึงได้: จะมีคำบอกประเภทหรือไม่ก็ได้")
    watch_names: Texts = Field((), description="ชื่อ อปท. อื่นที่ต้องไม่มีในข้อความ: ไม่มีคำบอกประเภท")
    aliases: Slugs = Field((), description="ชื่อโฟลเดอร์เดิมของหน่วยงาน: ที่อยู่เดิมพาไปยังหน้าปัจจุบัน")
    revisions: tuple[Revision, ...] = Field((), description="การแก้ไขที่เผยแพร่แล้ว: เขียนเมื่อไม่ได้ใช้ git")
    sample: YesNo = Field(default=False, description="ข้อมูลตัวอย่าง: ไม่ใช่เว็บไซต์จริงของหน่วยงาน")

    @property
    def full_name(self) -> str:
        """The official name with its type: เทศบาลตำบลแม่สาย."""
        kind: LaoType = self.type
        return kind.label if kind.is_single else f"{kind.label}{self.name}"

    @property
    def location(self) -> str:
        """District and province in words."""
        district = f"อำเภอ{self.district} " if self.district else ""
        return district + (self.province if self.type is LaoType.BANGKOK else f"จังหวัด{self.province}")

    @property
    def place_names(self) -> tuple[str, ...]:
        """The names in its name and location that stay whole at a line's end, without the words before them."""
        names = dict.fromkeys(filter(None, (self.name, self.district, self.province)))
        return tuple(name for name in names if len(name) <= _LONGEST_WHOLE)

    @property
    def head(self) -> str:
        """Position of the head: นายกเทศมนตรีตำบลแม่สาย."""
        kind: LaoType = self.type
        head = kind.vocabulary.head
        return head if kind.is_single else f"{head}{self.name}"
