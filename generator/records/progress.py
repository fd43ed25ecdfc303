"""What came of the plan: one report per fiscal year and round, one record per project."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.records.base import (
    Count,
    FilePath,
    LabelledEnum,
    Number,
    Record,
    Slug,
    Text,
    Texts,
    ThaiDate,
    Url,
    YesNo,
    choice_converter,
    text_as,
)
from generator.records.money import MoneyField


class Round(LabelledEnum):
    """Reporting round: the first six months, or the whole year (cumulative)."""

    SIX = "06", "รอบ 6 เดือน"
    TWELVE = "12", "รอบ 12 เดือน"


class Status(LabelledEnum):
    """Status of a project in one round, in the words of e-PlanNACC."""

    WAITING = "waiting", "รอรายงาน", "รอการรายงาน"
    IN_PROGRESS = "in_progress", "อยู่ระหว่างดำเนินการ"
    DONE = "done", "ดำเนินการแล้วเสร็จ", "แล้วเสร็จ"
    CANNOT = "cannot", "ไม่สามารถดำเนินการได้"


class CannotReason(LabelledEnum):
    """Why a project could not be done."""

    NO_MONEY = "no_money", "ไม่ได้รับงบประมาณ"
    POLICY_CHANGED = "policy_changed", "นโยบายผู้บริหารเปลี่ยนแปลง"
    NO_STAFF = "no_staff", "บุคลากรไม่เพียงพอ"
    OTHER = "other", "อื่น ๆ", "อื่นๆ"


class LevelName(LabelledEnum):
    """Name of an implementation level."""

    HIGH = "high", "มาก"
    MEDIUM = "medium", "ปานกลาง", "กลาง"
    LOW = "low", "น้อย"


class Evidence(Record):
    """A link or a file that shows that something was done."""

    title: Text
    url: Url | None = None
    file: FilePath | None = None
    date: ThaiDate | None = None


class Progress(Record):
    """One project in one round; what is left out is unknown."""

    project: Slug = Field(description="รหัสโครงการในแผน")
    status: choice_converter(Status)  # type: ignore[valid-type]
    reason: choice_converter(CannotReason) | None = Field(None, description="เหตุที่ไม่สามารถดำเนินการได้")  # type: ignore[valid-type]
    reason_text: Text | None = None
    planned: MoneyField | None = Field(None, description="งบประมาณตามแผน เมื่อไม่ตรงกับแผน (บาท)")
    ordinance: MoneyField | None = Field(None, description="งบประมาณตามข้อบัญญัติ/เทศบัญญัติ (บาท)")
    disbursed: MoneyField | None = Field(None, description="เบิกจ่าย (บาท)")
    in_ordinance: YesNo | None = Field(None, description="บรรจุในข้อบัญญัติ/เทศบัญญัติ/แผนดำเนินงาน")
    steps: Texts = Field((), description="การดำเนินงาน")
    results: Texts = Field((), description="ผลการดำเนินงาน")
    outcomes: Texts = Field((), description="ผลลัพธ์/ผลสัมฤทธิ์")
    remark: Text | None = Field(None, description="หมายเหตุในตารางผล")
    eplan_remark: Text | None = Field(None, description="หมายเหตุในระบบ e-PlanNACC")
    evidence: tuple[Annotated[Evidence, BeforeValidator(text_as("title"))], ...] = ()


class DeclaredFigures(Record):
    """Figures of one dimension or the total, as the report prints them."""

    projects: Count | None = None
    done: Count | None = None
    planned: MoneyField | None = None
    ordinance: MoneyField | None = None
    disbursed: MoneyField | None = None
    projects_percent: Number | None = None
    budget_percent: Number | None = None


class DeclaredReport(DeclaredFigures):
    """Figures that the report prints, to be compared with ours."""

    minimum: Count | None = None
    in_ordinance: Count | None = Field(None, description="จำนวนโครงการที่บรรจุในข้อบัญญัติ เมื่อไม่ได้ระบุรายโครงการ")
    waiting: Count | None = None
    in_progress: Count | None = None
    cannot: Count | None = None
    level: choice_converter(LevelName) | None = None  # type: ignore[valid-type]
    level_percent: Number | None = None
    dimensions: dict[Count, DeclaredFigures] = {}


class ProvincialRow(Record):
    """One LAO in the table of a province or district."""

    lao: Text
    district: Text
    percent: Number
    capped: YesNo = Field(default=False, description="ตารางพิมพ์เครื่องหมาย * หน้าร้อยละ")
    level: choice_converter(LevelName)  # type: ignore[valid-type]


class DeclaredLevels(Record):
    """How many LAOs of each level the table prints."""

    high: Count | None = None
    medium: Count | None = None
    low: Count | None = None


class ProvincialTable(Record):
    """Implementation levels of the LAOs of a province, copied from e-PlanNACC."""

    province: Text
    district: Text | None = Field(None, description="อำเภอ เมื่อตารางครอบคลุมเพียงอำเภอเดียว")
    as_of: ThaiDate | None = None
    rows: tuple[ProvincialRow, ...]
    declared: DeclaredLevels = DeclaredLevels()


class RoundReport(Record):
    """The report of one round; fiscal year and round come from the file's name."""

    as_of: ThaiDate | None = Field(None, description="ข้อมูล ณ วันที่")
    reporter: Text | None = Field(None, description="ตำแหน่งผู้รายงาน")
    reporter_name: Text | None = Field(None, description="ชื่อผู้รายงาน")
    foreword: Texts = ()
    problems: Texts = Field((), description="ปัญหา/อุปสรรค")
    suggestions: Texts = Field((), description="ข้อเสนอแนะ")
    supporting_factors: Texts = Field((), description="ปัจจัยสนับสนุน")
    eplan_problems: Texts = Field((), description="ปัญหา อุปสรรค ในระบบ e-PlanNACC เมื่อต่างจากรายงาน")
    eplan_suggestions: Texts = Field((), description="ข้อเสนอแนะในระบบ e-PlanNACC เมื่อต่างจากรายงาน")
    announcement: Slug | None = Field(None, description="รหัสประกาศใน papers/")
    memo: Slug | None = Field(None, description="รหัสบันทึกข้อความใน papers/")
    declared: DeclaredReport = DeclaredReport()
    provincial: ProvincialTable | None = None
    projects: tuple[Progress, ...] = ()
