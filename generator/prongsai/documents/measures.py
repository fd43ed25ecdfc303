"""The integrity measures of one fiscal year: one table a section."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import (
    Block,
    Cell,
    Heading,
    Photos,
    Row,
    Section,
    Table,
    cell,
    heads,
    number_lines,
    paragraph,
    paragraphs,
)
from prongsai.documents.evidence import make_evidence_line, make_photos
from prongsai.documents.formats import format_decimal
from prongsai.records.dossier import Dossier
from prongsai.records.measures import IntegrityMeasures, Measure, MeasureSection


def list_measures_sections(dossier: Dossier, measures: IntegrityMeasures) -> list[Section]:
    """Return foreword and measures."""
    foreword: tuple[Block, ...] = paragraphs(measures.foreword)
    if foreword and measures.unit:
        foreword += (paragraph(f"{measures.unit} {dossier.lao.full_name}"),)
    sections = (
        Section("foreword", "คำนำ", foreword),
        Section("measures", "มาตรการและผล", tuple(_list_blocks(dossier, measures)), is_wide=True),
    )
    return [section for section in sections if section.blocks]


def _list_blocks(dossier: Dossier, measures: IntegrityMeasures) -> Iterator[Block]:
    yield from paragraphs(measures.introduction)
    entries = [measure for section in measures.sections for measure in section.measures]
    if not entries:
        yield paragraph("ยังไม่มีมาตรการในข้อมูลที่เผยแพร่")
        return
    has_scores = any(measure.score is not None for measure in entries)
    for section in measures.sections:
        yield Heading(3, f"({section.number}) {section.heading}", f"section-{section.number}")
        if section.measures:
            yield _make_table(dossier, section, has_scores=has_scores)
            if photos := make_photos(
                dossier, [entry for measure in section.measures for entry in measure.evidence]
            ).photos:
                yield Photos(photos)  # the table has the lines
        else:
            yield paragraph("ไม่มีมาตรการในหัวข้อนี้")
    if has_scores:
        yield paragraph(f"คะแนน ITA เป็นคะแนนตามที่รายงานของหน่วยงานระบุ {explain_scores(measures)}")


def explain_scores(measures: IntegrityMeasures) -> str:
    """Return of which year the scores are and which mark they have to reach, as far as the report tells."""
    year = (
        f"จากการประเมินปี พ.ศ. {measures.assessment_year}"
        if measures.assessment_year
        else "รายงานไม่ได้บอกว่าเป็นผลการประเมินของปีใด"
    )
    mark = (
        "และไม่ได้ระบุเกณฑ์ผ่าน หน้านี้จึงไม่สรุปว่าคะแนนใดผ่านหรือไม่ผ่าน"
        if measures.pass_mark is None
        else f"เกณฑ์ผ่านที่รายงานระบุคือ {format_decimal(measures.pass_mark)} คะแนน"
    )
    return f"{year} {mark}"


def _make_table(dossier: Dossier, section: MeasureSection, *, has_scores: bool) -> Table:
    titles = (
        "มาตรการ/แนวทาง",
        "วิธีดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "ผลการดำเนินงาน",
        "ผลลัพธ์/ความสำเร็จ",
    )
    score = heads("คะแนน ITA") if has_scores else ()
    return Table(
        f"section-{section.number}-table",
        f"({section.number}) {section.heading}",
        head=(Row((*heads(*titles), *score)),),
        bodies=(
            tuple(Row(tuple(_make_cells(dossier, measure, has_scores=has_scores))) for measure in section.measures),
        ),
        kind="wide stack pairs",
        has_own_heading=True,
        widths=(0.16, 0.2, 0.1, 0.1, 0.21, 0.16, 0.07) if has_scores else (0.17, 0.22, 0.1, 0.1, 0.23, 0.18),
    )


def _make_cells(dossier: Dossier, measure: Measure, *, has_scores: bool) -> Iterator[Cell]:
    yield cell(f"{measure.number}. {measure.title}", scope="row")
    yield Cell(number_lines(measure.methods, "."), "text", "วิธีดำเนินการ")
    yield cell(", ".join(measure.responsible_units) or "ไม่ระบุ", label="ผู้รับผิดชอบ")
    yield cell(measure.period or "ไม่ระบุ", label="ระยะเวลาดำเนินการ")
    evidence = (make_evidence_line(dossier, entry) for entry in measure.evidence)
    yield Cell((*number_lines(measure.results, "."), *evidence), "text", "ผลการดำเนินงาน")
    yield Cell(number_lines(measure.outcomes, "."), "text", "ผลลัพธ์/ความสำเร็จ")
    if has_scores:
        score = "ไม่ระบุ" if measure.score is None else format_decimal(measure.score)
        yield cell(score, kind="num", label="คะแนน ITA")
