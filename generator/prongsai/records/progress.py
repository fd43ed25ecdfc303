"""What came of the plan: one report per fiscal year and round, one record per project."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BeforeValidator, Field

from prongsai.pictures import ENDINGS
from prongsai.records.base import (
    Count,
    FilePath,
    LabelledEnum,
    Line,
    Number,
    Record,
    Slug,
    Text,
    Texts,
    ThaiDate,
    Url,
    YesNo,
    choice_converter,
    one_or_many,
    text_as,
)
from prongsai.records.money import MoneyField
from prongsai.records.project import StepItem


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


class ReportOrder(LabelledEnum):
    """In which order a narrative report tells of the projects."""

    PLAN = "plan", "แผน"
    DOCUMENT = "document", "เอกสาร"


class Evidence(Record, title="หลักฐาน"):
    """A link or a file that shows that something was done."""

    title: Line = Field(description="ชื่อหลักฐาน")
    url: Url | None = Field(None, description="ที่อยู่เว็บ")
    file: FilePath | None = Field(None, description="ไฟล์: ถ้ามี url ด้วย หน้าเว็บใช้ url")
    date: ThaiDate | None = Field(None, description="วันที่")
    alt: Line | None = Field(None, description="สิ่งที่เห็นในภาพ: อ่านแทนภาพให้ผู้ที่มองไม่เห็น ไม่เขียนคือใช้ชื่อหลักฐาน")

    @property
    def is_photo(self) -> bool:
        """Tell whether its file is a picture."""
        return self.file is not None and PurePosixPath(self.file).suffix.lower() in ENDINGS


EvidenceList = tuple[
    Annotated[Evidence, BeforeValidator(text_as("title"), json_schema_input_type=Text | Evidence)], ...
]


class Progress(Record, title="ผลของโครงการ"):
    """One project in one round; what is left out is unknown."""

    project: Slug = Field(description="รหัสโครงการในแผน")
    status: choice_converter(Status) = Field(description="สถานะ: ตามระบบ e-PlanNACC")  # type: ignore[valid-type]
    reason: choice_converter(CannotReason) | None = Field(None, description="เหตุที่ไม่สามารถดำเนินการได้")  # type: ignore[valid-type]
    reason_text: Text | None = Field(None, description="คำอธิบายเหตุ")
    planned: MoneyField | None = Field(None, description="งบประมาณตามแผน (บาท): เขียนเมื่อไม่ตรงกับ budget ของโครงการ")
    ordinance: MoneyField | None = Field(None, description="งบประมาณตามข้อบัญญัติ/เทศบัญญัติ (บาท)")
    disbursed: MoneyField | None = Field(None, description="เบิกจ่าย (บาท): สะสมตั้งแต่ต้นปีงบประมาณ")
    in_ordinance: YesNo | None = Field(None, description="บรรจุในข้อบัญญัติ/เทศบัญญัติ/แผนดำเนินงานหรือไม่")
    number: Line | None = Field(None, description="เลขข้อในรายงานแบบบรรยาย: เขียนเมื่อ order เป็น document และไม่เรียง 1 2 3")
    steps: Annotated[
        tuple[StepItem, ...], BeforeValidator(one_or_many, json_schema_input_type=Text | tuple[StepItem, ...])
    ] = Field((), description="การดำเนินงาน: ซ้อนกันได้ เขียนเป็นข้อความเปล่าก็ได้")
    results: Texts = Field((), description="ผลการดำเนินงาน")
    outcomes: Texts = Field((), description="ผลลัพธ์/ผลสัมฤทธิ์")
    remark: Text | None = Field(None, description="หมายเหตุในตารางผล")
    eplan_remark: Text | None = Field(None, description="หมายเหตุในระบบ e-PlanNACC")
    evidence: EvidenceList = Field((), description="หลักฐาน: เขียนเป็นข้อความเปล่าก็ได้")

    @property
    def photos(self) -> tuple[Evidence, ...]:
        """The evidence that is a picture."""
        return tuple(entry for entry in self.evidence if entry.is_photo)


class DeclaredFigures(Record, title="ตัวเลขที่พิมพ์ไว้"):
    """Figures of one dimension or the total, as the report prints them."""

    projects: Count | None = Field(None, description="จำนวนโครงการตามแผน")
    done: Count | None = Field(None, description="จำนวนโครงการที่ดำเนินการแล้วเสร็จ")
    planned: MoneyField | None = Field(None, description="งบประมาณตามแผน (บาท)")
    ordinance: MoneyField | None = Field(None, description="งบประมาณตามข้อบัญญัติ/เทศบัญญัติ (บาท)")
    disbursed: MoneyField | None = Field(None, description="เบิกจ่าย (บาท)")
    projects_percent: Number | None = Field(None, description="ร้อยละโครงการ")
    budget_percent: Number | None = Field(None, description="ร้อยละงบประมาณ")


class DeclaredReport(DeclaredFigures, title="ตัวเลขที่รายงานพิมพ์ไว้"):
    """Figures that the report prints, to be compared with ours."""

    minimum: Count | None = Field(None, description="จำนวนโครงการขั้นต่ำ")
    in_ordinance: Count | None = Field(None, description="จำนวนโครงการที่บรรจุในข้อบัญญัติ: เขียนเมื่อไม่ได้ระบุรายโครงการ")
    waiting: Count | None = Field(None, description="จำนวนโครงการที่รอรายงาน")
    in_progress: Count | None = Field(None, description="จำนวนโครงการที่อยู่ระหว่างดำเนินการ")
    cannot: Count | None = Field(None, description="จำนวนโครงการที่ไม่สามารถดำเนินการได้")
    level: choice_converter(LevelName) | None = Field(None, description="ระดับการนำแผนไปปฏิบัติ")  # type: ignore[valid-type]
    level_percent: Number | None = Field(None, description="ร้อยละของระดับ")
    dimensions: dict[Count, DeclaredFigures] = Field({}, description="ตัวเลขรายมิติ: คีย์คือเลขมิติ")


class ProvincialRow(Record, title="แถวของ อปท. หนึ่ง"):
    """One LAO in the table of a province or district."""

    lao: Line = Field(description="ชื่อเต็มของ อปท.")
    district: Line = Field(description="อำเภอ")
    percent: Number = Field(description="ร้อยละ")
    capped: YesNo = Field(default=False, description="ตารางพิมพ์เครื่องหมาย * หน้าร้อยละ: ไม่เขียนคือไม่พิมพ์")
    level: choice_converter(LevelName) = Field(description="ระดับการนำแผนไปปฏิบัติ")  # type: ignore[valid-type]


class DeclaredLevels(Record, title="จำนวน อปท. แต่ละระดับที่ตารางพิมพ์ไว้"):
    """How many LAOs of each level the table prints."""

    high: Count | None = Field(None, description="จำนวน อปท. ระดับมาก")
    medium: Count | None = Field(None, description="จำนวน อปท. ระดับปานกลาง")
    low: Count | None = Field(None, description="จำนวน อปท. ระดับน้อย")


class ProvincialTable(Record, title="ตารางผลระดับจังหวัด"):
    """Implementation levels of the LAOs of a province, copied from e-PlanNACC."""

    province: Line = Field(description="จังหวัด")
    district: Line | None = Field(None, description="อำเภอ: เขียนเมื่อตารางครอบคลุมเพียงอำเภอเดียว")
    as_of: ThaiDate | None = Field(None, description="ข้อมูล ณ วันที่")
    rows: tuple[ProvincialRow, ...] = Field(description="แถวของตาราง: อปท. ละแถว")
    declared: DeclaredLevels = Field(DeclaredLevels(), description="จำนวน อปท. แต่ละระดับที่ตารางพิมพ์ไว้")


class RoundReport(Record, title="รายงานผลของรอบ"):
    """The report of one round; fiscal year and round come from the file's name."""

    as_of: ThaiDate | None = Field(None, description="ข้อมูล ณ วันที่")
    reporter: Line | None = Field(None, description="ตำแหน่งผู้รายงาน")
    reporter_name: Line | None = Field(None, description="ชื่อผู้รายงาน: จะเผยแพร่บนเว็บไซต์")
    foreword: Texts = Field((), description="คำนำ: ย่อหน้าละข้อ")
    order: choice_converter(ReportOrder) = Field(  # type: ignore[valid-type]
        ReportOrder.PLAN,
        description="ลำดับโครงการในรายงานแบบบรรยาย: เขียน document เมื่อเรียงตามเอกสาร คือตามลำดับใน projects",
    )
    problems_lead: Text | None = Field(None, description="ข้อความนำก่อนปัญหา/อุปสรรค")
    problems: Texts = Field((), description="ปัญหา/อุปสรรค")
    suggestions_lead: Text | None = Field(None, description="ข้อความนำก่อนข้อเสนอแนะ")
    suggestions: Texts = Field((), description="ข้อเสนอแนะ")
    supporting_factors_lead: Text | None = Field(None, description="ข้อความนำก่อนปัจจัยสนับสนุน")
    supporting_factors: Texts = Field((), description="ปัจจัยสนับสนุน")
    eplan_problems: Texts = Field((), description="ปัญหา อุปสรรค ในระบบ e-PlanNACC: เขียนเมื่อต่างจากรายงาน")
    eplan_suggestions: Texts = Field((), description="ข้อเสนอแนะในระบบ e-PlanNACC: เขียนเมื่อต่างจากรายงาน")
    announcement: Slug | None = Field(None, description="รหัสประกาศใน papers/")
    memo: Slug | None = Field(None, description="รหัสบันทึกข้อความใน papers/")
    declared: DeclaredReport = Field(DeclaredReport(), description="ตัวเลขที่รายงานพิมพ์ไว้: เก็บไว้เทียบกับที่คำนวณ")
    provincial: ProvincialTable | None = Field(None, description="ตารางผลระดับจังหวัด: คัดจาก e-PlanNACC")
    projects: tuple[Progress, ...] = Field((), description="ผลรายโครงการ")
