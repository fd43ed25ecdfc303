"""The five-year plan: targets, risks, missions, projects, amendments."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from generator.records.base import (
    DIGIT,
    YEAR_PATTERN,
    Count,
    LabelledEnum,
    Number,
    Record,
    Slug,
    Text,
    Texts,
    ThaiDate,
    Year,
    choice_converter,
    data_error,
    text_as,
)
from generator.records.money import Budget, BudgetByYear, BudgetField, YearNumbers
from generator.thai.digits import to_arabic


class ProjectKind(LabelledEnum):
    """What the plan calls a project."""

    PROJECT = "project", "โครงการ"
    ACTIVITY = "activity", "กิจกรรม"
    MEASURE = "measure", "มาตรการ"
    GUIDELINE = "guideline", "แนวปฏิบัติ"


class RiskScore(LabelledEnum):
    """Risk score of one issue."""

    LOW = "low", "น้อย", "ต่ำ"
    MEDIUM = "medium", "ปานกลาง"
    HIGH = "high", "สูง"


class Unit(LabelledEnum):
    """Unit of a target's values."""

    PERCENT = "percent", "ร้อยละ"
    POINTS = "points", "คะแนน"


class Direction(LabelledEnum):
    """Which way a target's value is better."""

    INCREASE = "increase", "เพิ่มขึ้น"
    DECREASE = "decrease", "ลดลง"


class AmendmentKind(LabelledEnum):
    """Official kinds of change to a plan."""

    ADDITION = "addition", "เพิ่มเติม"
    CHANGE = "change", "เปลี่ยนแปลง"
    CORRECTION = "correction", "แก้ไข"


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


def _convert_years(value: object) -> object:
    """``2566-2570`` is the first and the last fiscal year."""
    if not isinstance(value, str):
        return value
    first, dash, last = value.replace("–", "-").partition("-")
    if not dash:
        raise data_error("years", f"“{value}” ไม่ใช่ช่วงปี", "เขียนปีแรกและปีสุดท้ายของแผน เช่น 2566-2570")
    return {"first": first, "last": last}


class PlanYears(Record, title="ช่วงปีของแผน"):
    """First and last fiscal year (B.E.) of a plan."""

    first: Year = Field(description="ปีแรก")
    last: Year = Field(description="ปีสุดท้าย")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.first > self.last:
            raise data_error(
                "years",
                f"ปีแรก {self.first} อยู่หลังปีสุดท้าย {self.last}",
                "เขียนปีแรกและปีสุดท้ายของแผนตามลำดับ เช่น 2566-2570",
            )
        return self

    @property
    def span(self) -> range:
        """The fiscal years in order."""
        return range(self.first, self.last + 1)


_YearSpan = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^{YEAR_PATTERN}[-–]{YEAR_PATTERN}$"})]


class Target(Record, title="ค่าเป้าหมาย"):
    """One row of the table of target values (ค่าเป้าหมาย)."""

    indicator: Text = Field(description="ตัวชี้วัด")
    unit: choice_converter(Unit) = Field(description="หน่วย")  # type: ignore[valid-type]
    direction: choice_converter(Direction) | None = Field(None, description="ค่าที่ดีขึ้นคือเพิ่มขึ้นหรือลดลง")  # type: ignore[valid-type]
    baseline_year: Year | None = Field(None, description="ปีฐาน")
    baseline_value: Number | None = Field(None, description="ค่าในปีฐาน: แสดงเมื่อมีปีฐาน")
    values: YearNumbers = Field(description="ค่าเป้าหมายรายปี")
    pass_mark: Number | None = Field(None, description="เกณฑ์ผ่าน")


class RiskIssue(Record, title="ประเด็นความเสี่ยง"):
    """One corruption risk with its own score."""

    text: Text = Field(description="ประเด็นความเสี่ยง")
    score: choice_converter(RiskScore) | None = Field(None, description="Risk Score ของประเด็นนี้")  # type: ignore[valid-type]


class RiskControl(Record, title="มาตรการควบคุมความเสี่ยง"):
    """A control: a project of the plan, or a text marked as outside it."""

    project: Slug | None = Field(None, description="รหัสโครงการในแผนที่ใช้ควบคุมความเสี่ยง")
    outside: Text | None = Field(None, description="มาตรการที่อยู่นอกแผน")
    text: Text | None = Field(None, description="ถ้อยคำในตาราง: เขียนเมื่อไม่ตรงกับชื่อโครงการ")
    number: Text | None = Field(None, description="เลขข้อตามที่พิมพ์: เขียนเมื่อไม่เรียงตามลำดับ")


class Risk(Record, title="การประเมินความเสี่ยง"):
    """One row of the risk assessment."""

    number: Count = Field(description="ลำดับที่")
    step: Text = Field(description="ขั้นตอนการดำเนินงาน")
    issues: tuple[RiskIssue, ...] = Field(description="ประเด็นความเสี่ยง")
    controls: tuple[RiskControl, ...] = Field((), description="มาตรการควบคุมความเสี่ยง")


class Step(Record, title="ขั้นตอน"):
    """A step of a project; steps nest up to three levels."""

    text: Text = Field(description="ขั้นตอน")
    number: Text | None = Field(None, description="เลขข้อตามที่พิมพ์: เขียนเมื่อไม่เรียงตามลำดับ หรือ - เมื่อเป็นข้อขีด")
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

    id: Slug = Field(description="รหัสถาวร: ใช้ในที่อยู่หน้าเว็บ เช่น p01")
    number: Count = Field(description="ลำดับที่ในแผน")
    eplan_number: Count | None = Field(None, description="ลำดับในระบบ e-PlanNACC")
    eplan_name: Text | None = Field(None, description="ชื่อในระบบ e-PlanNACC: เขียนเมื่อไม่ตรงกับแผน")
    kind: choice_converter(ProjectKind) | None = Field(None, description="ประเภทโครงการ")  # type: ignore[valid-type]
    name: Text = Field(description="ชื่อโครงการตามตารางแผน")
    card_name: Text | None = Field(None, description="ชื่อในแบบรายละเอียดโครงการ: เขียนเมื่อไม่ตรงกับตารางแผน")
    mission: Mission = Field(description="ภารกิจตามมิติ: เช่น 2.1 หรือภารกิจย่อย 2.1.3")
    from_year: Year | None = Field(None, alias="from", description="ปีงบประมาณแรกที่มีผล: สำหรับโครงการที่เพิ่มภายหลัง")
    until_year: Year | None = Field(None, alias="until", description="ปีงบประมาณสุดท้ายที่มีผล: สำหรับโครงการที่ยกเลิก")
    rationale: Texts = Field((), description="หลักการและเหตุผล: ย่อหน้าละข้อ")
    objectives: Texts = Field((), description="วัตถุประสงค์")
    target_groups: tuple[TargetGroupItem, ...] = Field((), description="กลุ่มเป้าหมาย: เขียนเป็นข้อความเปล่าก็ได้")
    steps: tuple[StepItem, ...] = Field((), description="วิธีดำเนินการ: ซ้อนกันได้ เขียนเป็นข้อความเปล่าก็ได้")
    period: Text | None = Field(None, description="ระยะเวลาดำเนินการ: ไม่เขียนคือทุกปีที่มีผล")
    budget: BudgetField = Field(default_factory=Budget, description="งบประมาณต่อปี (บาท): จำนวนเดียวสำหรับทุกปี หรือรายปี")
    budget_words: Text | None = Field(None, description="จำนวนเงินเป็นตัวหนังสือตามที่พิมพ์")
    responsible_units: Texts = Field((), description="ผู้รับผิดชอบโครงการ")
    outputs: tuple[ResultItem, ...] = Field((), description="ผลผลิต: เขียนเป็นข้อความเปล่าก็ได้")
    outcomes: tuple[ResultItem, ...] = Field((), description="ผลลัพธ์: เขียนเป็นข้อความเปล่าก็ได้")
    note: Text | None = Field(None, description="หมายเหตุในตารางแผน")

    @property
    def dimension(self) -> int:
        """Number of the dimension that the mission belongs to."""
        return int(self.mission.split(".")[0])

    @property
    def main_mission(self) -> str:
        """The mission without its sub-mission: 2.1 for 2.1.3."""
        return ".".join(self.mission.split(".")[:2])

    def is_in_force(self, fiscal_year: int) -> bool:
        """Tell whether the project belongs to the plan in a fiscal year."""
        begun = self.from_year is None or self.from_year <= fiscal_year
        return begun and (self.until_year is None or fiscal_year <= self.until_year)


class Amendment(Record, title="การแก้ไขแผน"):
    """A change to the adopted plan (แก้ไข / เปลี่ยนแปลง / เพิ่มเติม ครั้งที่ n)."""

    number: Count = Field(description="ครั้งที่")
    kind: choice_converter(AmendmentKind) = Field(description="เพิ่มเติม เปลี่ยนแปลง หรือแก้ไข")  # type: ignore[valid-type]
    date: ThaiDate = Field(description="วันที่")
    summary: Texts = Field(description="สิ่งที่เปลี่ยน")
    projects: tuple[Slug, ...] = Field((), description="รหัสโครงการที่เกี่ยวข้อง")
    paper: Slug | None = Field(None, description="รหัสประกาศใน papers/")


class DeclaredPaper(Record, title="เลขที่หรือวันที่ที่พิมพ์ไว้ไม่ตรงกัน"):
    """Another number or date that the document gives for one of its papers."""

    paper: Slug = Field(description="รหัสเอกสารใน papers/")
    number: Text | None = Field(None, description="เลขที่ที่พบ")
    date: ThaiDate | None = Field(None, description="วันที่ที่พบ")
    place: Text = Field(description="ที่ที่พบในเอกสาร: เช่น สารบัญ")


class DeclaredDimension(Record, title="ตัวเลขของมิติที่พิมพ์ไว้"):
    """What the plan prints for one dimension."""

    projects: Count | None = Field(None, description="จำนวนโครงการ")
    budgets: BudgetByYear = Field({}, description="งบประมาณรายปี (บาท)")


class DeclaredPlan(Record, title="ตัวเลขที่แผนพิมพ์ไว้"):
    """Figures that the plan document prints, to be compared with ours."""

    projects: Count | None = Field(None, description="จำนวนโครงการทั้งหมด")
    dimensions: dict[Count, DeclaredDimension] = Field({}, description="ตัวเลขรายมิติ: คีย์คือเลขมิติ")
    budgets: BudgetByYear = Field({}, description="งบประมาณรวมรายปี (บาท)")
    papers: tuple[DeclaredPaper, ...] = Field((), description="เลขที่หรือวันที่ของเอกสารที่พิมพ์ไว้ไม่ตรงกัน")


class Plan(Record, title="แผนปฏิบัติการป้องกันการทุจริต"):
    """A five-year anti-corruption action plan."""

    years: Annotated[PlanYears, BeforeValidator(_convert_years, json_schema_input_type=_YearSpan | PlanYears)] = Field(
        description="ปีแรกถึงปีสุดท้ายของแผน: เช่น 2566-2570"
    )
    foreword: Texts = Field((), description="คำนำ: ย่อหน้าละข้อ")
    foreword_date: ThaiDate | None = Field(None, description="วันที่ท้ายคำนำ")
    risk_introduction: Texts = Field((), description="ข้อความก่อนตารางความเสี่ยง: แสดงเมื่อมี risks")
    principles: Texts = Field((), description="หลักการและเหตุผล: ย่อหน้าละข้อ")
    objectives: Texts = Field((), description="วัตถุประสงค์")
    goals: Texts = Field((), description="เป้าหมาย: เป็นประโยค ค่าที่เป็นตัวเลขเขียนใน targets")
    benefits: Texts = Field((), description="ประโยชน์")
    targets: tuple[Target, ...] = Field((), description="ค่าเป้าหมาย: ตาราง")
    risks: tuple[Risk, ...] = Field((), description="การประเมินความเสี่ยง")
    missions: dict[Mission, Text] = Field({}, description="ชื่อภารกิจ: ชื่อภารกิจย่อย และชื่อภารกิจที่ต่างจากมาตรฐาน คีย์คือเลขภารกิจ")
    announcement: Slug | None = Field(None, description="รหัสประกาศใช้แผนใน papers/")
    order: Slug | None = Field(None, description="รหัสคำสั่งแต่งตั้งใน papers/")
    amendments: tuple[Amendment, ...] = Field((), description="การแก้ไขแผน")
    declared: DeclaredPlan = Field(DeclaredPlan(), description="ตัวเลขที่แผนพิมพ์ไว้: เก็บไว้เทียบกับที่คำนวณ")
    projects: tuple[Project, ...] = Field((), description="โครงการ: เขียนที่นี่ หรือแยกไฟล์ไว้ใน projects/")

    @property
    def name(self) -> str:
        """The plan's official short title with its years."""
        return f"แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. {self.years.first} - {self.years.last})"

    def projects_in_force(self, fiscal_year: int) -> tuple[Project, ...]:
        """Return the projects that belong to the plan in a fiscal year, in the plan's order."""
        return tuple(project for project in self.projects if project.is_in_force(fiscal_year))
