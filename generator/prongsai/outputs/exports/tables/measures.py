"""The integrity measures of every fiscal year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_LAO, address_column, lao_column, row_column, texts_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.measures import IntegrityMeasures, Measure, MeasureSection


class Item(NamedTuple):
    """One measure."""

    lao: LaoPages
    year: int
    record: IntegrityMeasures
    section: MeasureSection
    measure: Measure
    row: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield the measures of every year, in the documents' order."""
    for year, record in lao.dossier.measures.items():
        measures = [(section, measure) for section in record.sections for measure in section.measures]
        for row, (section, measure) in enumerate(measures, 1):
            yield Item(lao, year, record, section, measure, row)


TABLE: Table[Item] = Table(
    "measures",
    "มาตรการส่งเสริมคุณธรรม",
    "มาตรการละแถว",
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใส (measures/)",
    ("lao", "fiscal_year", "row"),
    (
        lao_column(),
        Column(
            "fiscal_year", "ปีงบประมาณ", "ปีงบประมาณของมาตรการ", lambda item: item.year, Kind.INTEGER, "พ.ศ.", empty=""
        ),
        row_column(lambda item: item.row),
        Column("section", "หัวข้อที่", "เลขหัวข้อ", lambda item: item.section.number, Kind.INTEGER, empty=""),
        Column("section_title", "ชื่อหัวข้อ", "ชื่อหัวข้อ", lambda item: item.section.heading, empty=""),
        Column("number", "ลำดับที่", "ลำดับที่ในหัวข้อ", lambda item: item.measure.number, Kind.INTEGER, empty=""),
        Column("title", "มาตรการ", "มาตรการหรือแนวทาง", lambda item: item.measure.title, empty=""),
        texts_column("methods", "วิธีดำเนินการ", "วิธีดำเนินการ", lambda item: item.measure.methods),
        texts_column("responsible_units", "ผู้รับผิดชอบ", "ผู้รับผิดชอบ", lambda item: item.measure.responsible_units),
        Column("period", "ระยะเวลา", "ระยะเวลาดำเนินการ", lambda item: item.measure.period),
        texts_column("results", "ผลการดำเนินงาน", "ผลการดำเนินงาน", lambda item: item.measure.results),
        texts_column("outcomes", "ผลลัพธ์", "ผลลัพธ์หรือความสำเร็จ", lambda item: item.measure.outcomes),
        Column("score", "คะแนน ITA", "คะแนนที่เอกสารพิมพ์ไว้", lambda item: item.measure.score, Kind.NUMBER, "คะแนน"),
        Column(
            "assessment_year",
            "ปีที่ประเมิน",
            "ปีของการประเมิน ITA ที่คะแนนอ้างถึง",
            lambda item: item.record.assessment_year,
            Kind.INTEGER,
            "พ.ศ.",
        ),
        Column("pass_mark", "เกณฑ์ผ่าน", "เกณฑ์ผ่านที่เอกสารระบุ", lambda item: item.record.pass_mark, Kind.NUMBER, "คะแนน"),
        address_column("page_address", "ที่อยู่หน้ามาตรการ", lambda item: item.lao.paths.measures(item.year)),
    ),
    list_items,
    (TO_LAO,),
)
