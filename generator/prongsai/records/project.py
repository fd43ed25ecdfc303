"""A project of a plan with its detail card."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from prongsai.records.base import (
    DIGIT,
    Count,
    LabelledEnum,
    Line,
    Record,
    Revision,
    Slug,
    Slugs,
    Text,
    Texts,
    Year,
    choice_converter,
    data_error,
    text_as,
)
from prongsai.records.money import Budget, BudgetField
from prongsai.thai.digits import to_arabic

UNNAMED_PROJECT = "โครงการที่เอกสารไม่ได้ระบุชื่อ"


class ProjectKind(LabelledEnum):
    """What the plan calls a project."""

    PROJECT = "project", "โครงการ"
    ACTIVITY = "activity", "กิจกรรม"
    MEASURE = "measure", "มาตรการ"
    GUIDELINE = "guideline", "แนวปฏิบัติ"


def _convert_mission(value: object) -> str:
    text = to_arabic(value).strip().rstrip(".") if isinstance(value, str) else ""
    parts = text.split(".")
    if not 2 <= len(parts) <= 3 or not all(part.isdigit() and part.isascii() and int(part) for part in parts):
        raise data_error("mission", f"“{value}” ไม่ใช่เลขภารกิจ", "เขียนเลขภารกิจ เช่น 2.1 หรือภารกิจย่อย เช่น 2.1.3")
    return ".".join(str(int(part)) for part in parts)


_MISSION_SCHEMA = {
    "type": ["string", "number"],
    "not": {"type": "integer"},
    "pattern": rf"^\s*{DIGIT}+(\.{DIGIT}+){{1,2}}\.*\s*$",
    "minimum": 0,
    "examples": [2.1, "2.1.3"],
}
Mission = Annotated[str, PlainValidator(_convert_mission), WithJsonSchema(_MISSION_SCHEMA)]


class Step(Record, title="ขั้นตอน"):
    """A step of a project; steps nest up to three levels."""

    text: Text = Field(description="ขั้นตอน")
    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์: เขียนเมื่อไม่เรียงตามลำดับ หรือ - เมื่อเป็นข้อขีด")
    steps: tuple[Annotated[Step, BeforeValidator(text_as("text"), json_schema_input_type=Text | Step)], ...] = Field(
        (), description="ขั้นตอนย่อย: เขียนเป็นข้อความเปล่าก็ได้"
    )


class TargetGroup(Record, title="กลุ่มเป้าหมาย"):
    """Whom a project addresses."""

    text: Text = Field(description="กลุ่มเป้าหมาย")
    count: Count | None = Field(None, description="จำนวนคน")


class Result(Record, title="ผลผลิตหรือผลลัพธ์"):
    """An output or outcome, with how it is measured."""

    text: Text = Field(description="ผลผลิตหรือผลลัพธ์")
    measure: Text | None = Field(None, description="วิธีวัด")


StepItem = Annotated[Step, BeforeValidator(text_as("text"), json_schema_input_type=Text | Step)]
TargetGroupItem = Annotated[TargetGroup, BeforeValidator(text_as("text"), json_schema_input_type=Text | TargetGroup)]
ResultItem = Annotated[Result, BeforeValidator(text_as("text"), json_schema_input_type=Text | Result)]


class Project(Record, title="โครงการ"):
    """One project, activity or measure of the plan, with its detail card."""

    id: Slug = Field(description="รหัสถาวร: ใช้ในที่อยู่หน้าเว็บ เช่น p01 ในไฟล์แยกไม่ต้องเขียน เพราะคือชื่อไฟล์")
    number: Count = Field(description="ลำดับที่ในแผน")
    eplan_number: Count | None = Field(None, description="ลำดับในระบบ e-PlanNACC")
    eplan_name: Line | None = Field(None, description="ชื่อในระบบ e-PlanNACC: เขียนเมื่อไม่ตรงกับแผน")
    kind: choice_converter(ProjectKind) | None = Field(None, description="ประเภทโครงการ")  # type: ignore[valid-type]
    name: Line = Field(UNNAMED_PROJECT, description="ชื่อโครงการตามตารางแผน: เว้นได้เมื่อรายงานนับโครงการโดยไม่ระบุชื่อ")
    card_name: Line | None = Field(None, description="ชื่อในแบบรายละเอียดโครงการ: เขียนเมื่อไม่ตรงกับตารางแผน")
    mission: Mission | None = Field(None, description="ภารกิจตามมิติ: เช่น 2.1 หรือภารกิจย่อย 2.1.3")
    own_dimension: Count | None = Field(
        None, alias="dimension", description="เลขมิติ: เขียนแทน mission เมื่อรู้จักแผนจากรายงานเท่านั้น"
    )
    from_year: Year | None = Field(None, alias="from", description="ปีงบประมาณแรกที่มีผล: สำหรับโครงการที่เพิ่มภายหลัง")
    until_year: Year | None = Field(None, alias="until", description="ปีงบประมาณสุดท้ายที่มีผล: สำหรับโครงการที่ยกเลิก")
    rationale: Texts = Field((), description="หลักการและเหตุผล: ย่อหน้าละข้อ")
    objectives: Texts = Field((), description="วัตถุประสงค์")
    target_groups: tuple[TargetGroupItem, ...] = Field((), description="กลุ่มเป้าหมาย: เขียนเป็นข้อความเปล่าก็ได้")
    steps: tuple[StepItem, ...] = Field((), description="วิธีดำเนินการ: ซ้อนกันได้ เขียนเป็นข้อความเปล่าก็ได้")
    period: Text | None = Field(None, description="ระยะเวลาดำเนินการ: ไม่เขียนคือทุกปีที่มีผล")
    budget: BudgetField = Field(default_factory=Budget, description="งบประมาณต่อปี (บาท): จำนวนเดียวสำหรับทุกปี หรือรายปี")
    budget_words: Line | None = Field(None, description="จำนวนเงินเป็นตัวหนังสือตามที่พิมพ์: เก็บไว้เทียบกับ budget หน้าเว็บเขียนให้เอง")
    responsible_units: Texts = Field((), description="ผู้รับผิดชอบโครงการ")
    outputs: tuple[ResultItem, ...] = Field((), description="ผลผลิต: เขียนเป็นข้อความเปล่าก็ได้")
    outcomes: tuple[ResultItem, ...] = Field((), description="ผลลัพธ์: เขียนเป็นข้อความเปล่าก็ได้")
    note: Text | None = Field(None, description="หมายเหตุในตารางแผน")
    aliases: Slugs = Field((), description="รหัสเดิมของโครงการ: ที่อยู่เดิมพาไปยังหน้าปัจจุบัน")
    revisions: tuple[Revision, ...] = Field((), description="การแก้ไขที่เผยแพร่แล้ว: เขียนเมื่อไม่ได้ใช้ git")

    @property
    def dimension(self) -> int:
        """Number of the dimension that the mission belongs to, or that a report names without a mission."""
        return int(self.mission.split(".")[0]) if self.mission else self.own_dimension or 0

    @property
    def main_mission(self) -> str:
        """The mission without its sub-mission: 2.1 for 2.1.3; empty where only the dimension is known."""
        return ".".join(self.mission.split(".")[:2]) if self.mission else ""

    @property
    def is_named(self) -> bool:
        """Tell whether the document names the project; a report may count one without naming it."""
        return self.name != UNNAMED_PROJECT

    def is_in_force(self, fiscal_year: int) -> bool:
        """Tell whether the project belongs to the plan in a fiscal year."""
        begun = self.from_year is None or self.from_year <= fiscal_year
        return begun and (self.until_year is None or fiscal_year <= self.until_year)


class PlannedProject(Project, title="โครงการ"):
    """A project of a plan that was written down: it has a name and a mission."""

    name: Line = Field(description="ชื่อโครงการตามตารางแผน")
    mission: Mission = Field(description="ภารกิจตามมิติ: เช่น 2.1 หรือภารกิจย่อย 2.1.3")


class ReportedProject(Project, title="โครงการที่รู้จากรายงาน"):
    """A project of a plan that is known only from its report: a dimension is enough, and the name may be missing."""

    @model_validator(mode="after")
    def _check_dimension(self) -> Self:
        if self.mission is None and not self.own_dimension:
            raise data_error("dimension", "ไม่รู้ว่าโครงการนี้อยู่ในมิติใด", "เขียน dimension: ตามด้วยเลขมิติ เช่น dimension: 2")
        return self
