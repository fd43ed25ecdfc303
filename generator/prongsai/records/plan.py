"""The five-year plan: targets, risks, missions, projects, amendments."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from prongsai.records.base import (
    YEAR_PATTERN,
    Count,
    LabelledEnum,
    Line,
    Number,
    Periods,
    Record,
    Slug,
    Text,
    Texts,
    ThaiDate,
    Year,
    choice_converter,
    data_error,
)
from prongsai.records.frameworks import Framework, find_framework
from prongsai.records.money import BudgetByYear, YearNumbers
from prongsai.records.project import Mission, Project


class PlanSource(LabelledEnum):
    """Where a plan is known from."""

    PLAN = "plan", "แผน"
    REPORT = "report", "รายงาน"


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


def _convert_years(value: object) -> object:
    """``2566-2570`` is the first and the last fiscal year."""
    if not isinstance(value, str):
        return value
    first, dash, last = value.replace("–", "-").partition("-")
    if not dash:
        raise data_error("years", f"“{value}” ไม่ใช่ช่วงปี", "เขียนปีแรกและปีสุดท้ายของแผน เช่น 2566-2570")
    return {"first": first, "last": last}


MAX_YEARS = 6  # plans cover three to five; a table of more columns fits on no page


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
        if self.last - self.first >= MAX_YEARS:
            raise data_error(
                "years",
                f"ช่วงปี {self.first}-{self.last} ยาว {self.last - self.first + 1} ปี เกิน {MAX_YEARS} ปี",
                "เขียนปีแรกและปีสุดท้ายของแผน เช่น 2566-2570",
            )
        return self

    @property
    def span(self) -> range:
        """The fiscal years in order."""
        return range(self.first, self.last + 1)

    @property
    def slug(self) -> str:
        """The name of the plan's folder and the part of its addresses: 2566-2570."""
        return f"{self.first}-{self.last}"


_YearSpan = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^{YEAR_PATTERN}[-–]{YEAR_PATTERN}$"})]


class Target(Record, title="ค่าเป้าหมาย"):
    """One row of the table of target values (ค่าเป้าหมาย)."""

    indicator: Line = Field(description="ตัวชี้วัด")
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
    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์: เขียนเมื่อไม่เรียงตามลำดับ")


class Risk(Record, title="การประเมินความเสี่ยง"):
    """One row of the risk assessment."""

    number: Count = Field(description="ลำดับที่")
    step: Text = Field(description="ขั้นตอนการดำเนินงาน")
    issues: tuple[RiskIssue, ...] = Field(description="ประเด็นความเสี่ยง")
    controls: tuple[RiskControl, ...] = Field((), description="มาตรการควบคุมความเสี่ยง")


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
    number: Line | None = Field(None, description="เลขที่ที่พบ")
    date: ThaiDate | None = Field(None, description="วันที่ที่พบ")
    place: Line = Field(description="ที่ที่พบในเอกสาร: เช่น สารบัญ")


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


class PlanPeriod(Record, title="ช่วงปีของแผน"):
    """The years of a plan alone."""

    years: Annotated[PlanYears, BeforeValidator(_convert_years, json_schema_input_type=_YearSpan | PlanYears)] = Field(
        description="ปีแรกถึงปีสุดท้ายของแผน: ไม่เขียนคือชื่อโฟลเดอร์ เช่น 2566-2570"
    )


class Plan(PlanPeriod, title="แผนปฏิบัติการป้องกันการทุจริต"):
    """A five-year anti-corruption action plan."""

    foreword: Texts = Field((), description="คำนำ: ย่อหน้าละข้อ")
    foreword_date: ThaiDate | None = Field(None, description="วันที่ท้ายคำนำ")
    risk_introduction: Texts = Field((), description="ข้อความก่อนตารางความเสี่ยง: แสดงเมื่อมี risks")
    principles: Texts = Field((), description="หลักการและเหตุผล: ย่อหน้าละข้อ")
    objectives: Texts = Field((), description="วัตถุประสงค์")
    goals: Texts = Field((), description="เป้าหมาย: เป็นประโยค ค่าที่เป็นตัวเลขเขียนใน targets")
    benefits: Texts = Field((), description="ประโยชน์")
    targets: tuple[Target, ...] = Field((), description="ค่าเป้าหมาย: ตาราง")
    risks: tuple[Risk, ...] = Field((), description="การประเมินความเสี่ยง")
    source: choice_converter(PlanSource) = Field(  # type: ignore[valid-type]
        PlanSource.PLAN, description="แหล่งของแผน: เขียน report เมื่อรู้จักแผนจากรายงานผลเท่านั้น ไม่เขียนคือมีตัวแผน"
    )
    dimensions: dict[Count, Text] = Field({}, description="ชื่อมิติ: ต้องเขียนเมื่อช่วงปีไม่ใช่ 2566-2570 คีย์คือเลขมิติ เช่น 1")
    missions: dict[Mission, Text] = Field({}, description="ชื่อภารกิจ: ชื่อภารกิจย่อย และชื่อภารกิจที่ต่างจากมาตรฐาน คีย์คือเลขภารกิจ")
    announcement: Slug | None = Field(None, description="รหัสประกาศใช้แผนใน papers/")
    order: Slug | None = Field(None, description="รหัสคำสั่งแต่งตั้งใน papers/")
    amendments: tuple[Amendment, ...] = Field((), description="การแก้ไขแผน")
    aliases: Periods = Field((), description="ช่วงปีเดิมของแผน: เช่น 2566-2569 ที่อยู่เดิมพาไปยังหน้าปัจจุบัน")
    declared: DeclaredPlan = Field(DeclaredPlan(), description="ตัวเลขที่แผนพิมพ์ไว้: เก็บไว้เทียบกับที่คำนวณ")
    projects: tuple[Project, ...] = Field((), description="โครงการ: เขียนที่นี่ หรือแยกไฟล์ไว้ใน projects/")

    @model_validator(mode="after")
    def _check_framework(self) -> Self:
        needs_missions = not self.is_reported
        if self._framework or (self.dimensions and (self.missions or not needs_missions)):
            return self
        lacking = [key for key, value in (("dimensions", self.dimensions), ("missions", self.missions)) if not value]
        lacking = lacking if needs_missions else ["dimensions"]
        example = {"dimensions": "dimensions: {1: ชื่อมิติที่ 1, 2: ชื่อมิติที่ 2}", "missions": "missions: {1.1: ชื่อภารกิจ}"}
        raise data_error(
            "framework",
            f"แผนช่วงปี {self.years.slug} ไม่มี {' และ '.join(lacking)} และระบบไม่มีกรอบของช่วงปีนี้",
            f"คัดจากแผนมาเขียนในไฟล์นี้: {' และ '.join(example[key] for key in lacking)}",
        )

    @property
    def name(self) -> str:
        """The plan's official short title with its years."""
        return f"แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. {self.years.first} - {self.years.last})"

    def projects_in_force(self, fiscal_year: int) -> tuple[Project, ...]:
        """Return the projects that belong to the plan in a fiscal year, in the plan's order."""
        return tuple(project for project in self.projects if project.is_in_force(fiscal_year))

    @property
    def period(self) -> str:
        """The plan's years as its id among the LAO's plans and in addresses: 2566-2570."""
        return self.years.slug

    @property
    def is_reported(self) -> bool:
        """Tell whether the plan is known only from its report: its own texts are not there."""
        return self.source is PlanSource.REPORT

    @property
    def _framework(self) -> Framework | None:
        return find_framework(self.period)

    @cached_property
    def dimension_titles(self) -> dict[int, str]:
        """Title of every dimension in order of number: the plan's own wording, else the framework's."""
        known = self._framework.dimensions if self._framework else {}
        return dict(sorted({**known, **self.dimensions}.items()))

    @cached_property
    def mission_titles(self) -> dict[str, str]:
        """Title of every mission and sub-mission: the plan's own wording, else the framework's."""
        return {**(self._framework.missions if self._framework else {}), **self.missions}

    def get_project(self, project_id: str) -> Project | None:
        """Return the project with this id, None where the plan has none."""
        return self._by_id.get(project_id)

    @cached_property
    def _by_id(self) -> dict[str, Project]:
        return {project.id: project for project in self.projects}
