"""Integrity-promotion measures (มาตรการส่งเสริมคุณธรรมและความโปร่งใส) of one fiscal year."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from prongsai.records.base import Count, Line, Number, Record, Slug, Texts, ThaiDate, Year
from prongsai.records.progress import EvidenceList

SECTION_TITLES = {
    1: "กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
    2: "การให้บริการและระบบ E-Service",
    3: "ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ",
    4: "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
    5: "กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง",
    6: "กระบวนการควบคุม ตรวจสอบการใช้อำนาจและการบริหารงานบุคคล",
    7: "กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน",
}


class Measure(Record, title="มาตรการ"):
    """One integrity measure and what came of it."""

    number: Count = Field(description="ลำดับที่ในหัวข้อ")
    title: Line = Field(description="มาตรการ/แนวทาง")
    methods: Texts = Field((), description="วิธีดำเนินการ")
    responsible_units: Texts = Field((), description="ผู้รับผิดชอบ")
    period: Line | None = Field(None, description="ระยะเวลาดำเนินการ")
    results: Texts = Field((), description="ผลการดำเนินงาน")
    outcomes: Texts = Field((), description="ผลลัพธ์/ความสำเร็จ")
    score: Number | None = Field(None, description="คะแนน ITA ที่รายงานพิมพ์ไว้")
    evidence: EvidenceList = Field((), description="หลักฐาน: เขียนเป็นข้อความเปล่าก็ได้")


class MeasureSection(Record, title="หัวข้อของมาตรการ"):
    """One of the seven sections."""

    number: Count = Field(description="เลขหัวข้อ: 1 ถึง 7")
    title: Line | None = Field(None, description="ชื่อหัวข้อ: เขียนเมื่อต่างจากมาตรฐาน")
    measures: tuple[Measure, ...] = Field((), description="มาตรการในหัวข้อนี้")

    @property
    def heading(self) -> str:
        """The section's title, the standard one where none is given."""
        return self.title or SECTION_TITLES.get(self.number, f"หัวข้อที่ {self.number}")


class IntegrityMeasures(Record, title="มาตรการส่งเสริมคุณธรรมและความโปร่งใส"):
    """The integrity measures of one fiscal year; the year comes from the file's name."""

    assessment_year: Year | None = Field(None, description="ปีของการประเมิน ITA ที่คะแนนอ้างถึง: เขียนเมื่อเอกสารระบุ")
    pass_mark: Number | None = Field(None, description="เกณฑ์ผ่านที่เอกสารระบุ: หากไม่มี หน้าเว็บจะไม่สรุปว่าผ่านหรือไม่ผ่าน")
    unit: Line | None = Field(None, description="หน่วยงานผู้จัดทำ: แสดงใต้คำนำ")
    as_of: ThaiDate | None = Field(None, description="ข้อมูล ณ วันที่")
    announcement: Slug | None = Field(None, description="รหัสประกาศใน papers/")
    foreword: Texts = Field((), description="คำนำ: ย่อหน้าละข้อ")
    introduction: Texts = Field((), description="ข้อความก่อนตาราง")
    sections: tuple[MeasureSection, ...] = Field((), description="หัวข้อ: 1 ถึง 7 พร้อมมาตรการในแต่ละหัวข้อ")

    @property
    def scores(self) -> tuple[Decimal, ...]:
        """The ITA scores that the report prints, in its order."""
        entries = (measure for section in self.sections for measure in section.measures)
        return tuple(measure.score for measure in entries if measure.score is not None)
