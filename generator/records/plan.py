"""The five-year plan: targets, risks, missions, projects, amendments."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.records.base import (
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


Mission = Annotated[str, BeforeValidator(_convert_mission)]


def _convert_years(value: object) -> object:
    """``2566-2570`` is the first and the last fiscal year."""
    if not isinstance(value, str):
        return value
    first, dash, last = value.replace("–", "-").partition("-")
    if not dash:
        raise data_error("years", f"“{value}” ไม่ใช่ช่วงปี", "เขียนปีแรกและปีสุดท้ายของแผน เช่น 2566-2570")
    return {"first": first, "last": last}


class PlanYears(Record):
    """First and last fiscal year (B.E.) of a plan."""

    first: Year
    last: Year

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


class Target(Record):
    """One row of the table of target values (ค่าเป้าหมาย)."""

    indicator: Text = Field(description="ตัวชี้วัด")
    unit: choice_converter(Unit)  # type: ignore[valid-type]
    direction: choice_converter(Direction) | None = None  # type: ignore[valid-type]
    baseline_year: Year | None = Field(None, description="ปีฐาน")
    baseline_value: Number | None = Field(None, description="ค่าในปีฐาน")
    values: YearNumbers = Field(description="ค่าเป้าหมายรายปี")
    pass_mark: Number | None = Field(None, description="เกณฑ์ผ่าน")


class RiskIssue(Record):
    """One corruption risk with its own score."""

    text: Text
    score: choice_converter(RiskScore) | None = None  # type: ignore[valid-type]


class RiskControl(Record):
    """A control: a project of the plan, or a text marked as outside it."""

    project: Slug | None = Field(None, description="รหัสโครงการในแผนที่ใช้ควบคุมความเสี่ยง")
    outside: Text | None = Field(None, description="มาตรการที่อยู่นอกแผน")
    text: Text | None = Field(None, description="ถ้อยคำในตาราง เมื่อไม่ตรงกับชื่อโครงการ")
    number: Text | None = Field(None, description="เลขข้อตามที่พิมพ์ เมื่อไม่เรียงตามลำดับ")


class Risk(Record):
    """One row of the risk assessment."""

    number: Count
    step: Text = Field(description="ขั้นตอนการดำเนินงาน")
    issues: tuple[RiskIssue, ...] = Field(description="ประเด็นความเสี่ยง")
    controls: tuple[RiskControl, ...] = Field((), description="มาตรการควบคุมความเสี่ยง")


class Step(Record):
    """A step of a project; steps nest up to three levels."""

    text: Text
    number: Text | None = Field(None, description="เลขข้อตามที่พิมพ์ เมื่อไม่เรียงตามลำดับ หรือ - เมื่อเป็นข้อขีด")
    steps: tuple[Annotated[Step, BeforeValidator(text_as("text"))], ...] = ()


class TargetGroup(Record):
    """Whom a project addresses."""

    text: Text
    count: Count | None = Field(None, description="จำนวนคน")


class Result(Record):
    """An output or outcome, with how it is measured."""

    text: Text
    measure: Text | None = Field(None, description="วิธีวัด")


class Project(Record):
    """One project, activity or measure of the plan, with its detail card."""

    id: Slug = Field(description="รหัสถาวร ใช้ในที่อยู่หน้าเว็บ")
    number: Count = Field(description="ลำดับที่ในแผน")
    eplan_number: Count | None = Field(None, description="ลำดับในระบบ e-PlanNACC")
    eplan_name: Text | None = Field(None, description="ชื่อในระบบ e-PlanNACC เมื่อไม่ตรงกับแผน")
    kind: choice_converter(ProjectKind) | None = None  # type: ignore[valid-type]
    name: Text = Field(description="ชื่อโครงการตามตารางแผน")
    card_name: Text | None = Field(None, description="ชื่อในแบบรายละเอียดโครงการ เมื่อไม่ตรงกับตารางแผน")
    mission: Mission = Field(description="ภารกิจตามมิติ เช่น 2.1 หรือ 2.1.3")
    from_year: Year | None = Field(None, alias="from", description="ปีงบประมาณแรกที่มีผล")
    until_year: Year | None = Field(None, alias="until", description="ปีงบประมาณสุดท้ายที่มีผล")
    rationale: Texts = ()
    objectives: Texts = ()
    target_groups: tuple[Annotated[TargetGroup, BeforeValidator(text_as("text"))], ...] = ()
    steps: tuple[Annotated[Step, BeforeValidator(text_as("text"))], ...] = ()
    period: Text | None = None
    budget: BudgetField = Field(default_factory=Budget)
    budget_words: Text | None = Field(None, description="จำนวนเงินเป็นตัวหนังสือตามที่พิมพ์")
    responsible_units: Texts = ()
    outputs: tuple[Annotated[Result, BeforeValidator(text_as("text"))], ...] = ()
    outcomes: tuple[Annotated[Result, BeforeValidator(text_as("text"))], ...] = ()
    note: Text | None = None

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


class Amendment(Record):
    """A change to the adopted plan (แก้ไข / เปลี่ยนแปลง / เพิ่มเติม ครั้งที่ n)."""

    number: Count
    kind: choice_converter(AmendmentKind)  # type: ignore[valid-type]
    date: ThaiDate
    summary: Texts = Field(description="สิ่งที่เปลี่ยน")
    projects: tuple[Slug, ...] = Field((), description="รหัสโครงการที่เกี่ยวข้อง")
    paper: Slug | None = Field(None, description="รหัสประกาศใน papers/")


class DeclaredPaper(Record):
    """Another number or date that the document gives for one of its papers."""

    paper: Slug
    number: Text | None = None
    date: ThaiDate | None = None
    place: Text = Field(description="ที่ที่พบในเอกสาร เช่น สารบัญ")


class DeclaredDimension(Record):
    """What the plan prints for one dimension."""

    projects: Count | None = None
    budgets: BudgetByYear = {}


class DeclaredPlan(Record):
    """Figures that the plan document prints, to be compared with ours."""

    projects: Count | None = None
    dimensions: dict[Count, DeclaredDimension] = {}
    budgets: BudgetByYear = {}
    papers: tuple[DeclaredPaper, ...] = ()


class Plan(Record):
    """A five-year anti-corruption action plan."""

    years: Annotated[PlanYears, BeforeValidator(_convert_years)] = Field(description="ปีแรกถึงปีสุดท้าย เช่น 2566-2570")
    foreword: Texts = ()
    foreword_date: ThaiDate | None = None
    risk_introduction: Texts = ()
    principles: Texts = ()
    objectives: Texts = ()
    goals: Texts = ()
    benefits: Texts = ()
    targets: tuple[Target, ...] = ()
    risks: tuple[Risk, ...] = ()
    missions: dict[Mission, Text] = Field({}, description="ชื่อภารกิจย่อย และชื่อภารกิจที่ต่างจากมาตรฐาน")
    announcement: Slug | None = Field(None, description="รหัสประกาศใช้แผนใน papers/")
    order: Slug | None = Field(None, description="รหัสคำสั่งแต่งตั้งใน papers/")
    amendments: tuple[Amendment, ...] = ()
    declared: DeclaredPlan = DeclaredPlan()
    projects: tuple[Project, ...] = ()

    @property
    def name(self) -> str:
        """The plan's official short title with its years."""
        return f"แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. {self.years.first} - {self.years.last})"

    def projects_in_force(self, fiscal_year: int) -> tuple[Project, ...]:
        """Return the projects that belong to the plan in a fiscal year, in the plan's order."""
        return tuple(project for project in self.projects if project.is_in_force(fiscal_year))
