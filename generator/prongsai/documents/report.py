"""The report of one round: the results table, the narrative form of the same records, problems and suggestions."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import (
    Block,
    Cell,
    Drawing,
    Heading,
    Items,
    Line,
    Row,
    Section,
    Span,
    Table,
    cell,
    heads,
    line,
    mark_status,
    money,
    number_lines,
    numbered,
    paragraph,
    paragraphs,
)
from prongsai.documents.charts import make_money_chart, make_status_chart, tell_without_money
from prongsai.documents.eplan import list_eplan_blocks
from prongsai.documents.evidence import list_evidence_blocks, list_evidence_lines
from prongsai.documents.formats import format_money, format_reason, format_sum
from prongsai.documents.plan import make_empty_row, name_mission, name_project
from prongsai.documents.steps import number_steps
from prongsai.figures.plan_budget import group_by_mission
from prongsai.figures.round_results import ProjectResult, ResultSums, RoundResults
from prongsai.records.dossier import Dossier
from prongsai.records.lao import Numerals
from prongsai.records.progress import Progress, ReportOrder

_HALF_YEAR = "(ตามรายงานรอบ 6 เดือน)"
_NO_PROJECT = "ไม่มีโครงการที่อยู่ในแผนของปีงบประมาณนี้"


def list_report_sections(dossier: Dossier, round_: RoundResults) -> list[Section]:
    """Return the parts of a report; problems and suggestions are there even where the report tells none."""
    report = round_.report
    results: tuple[Block, ...] = (paragraph(_NO_PROJECT),)
    narrative: tuple[Block, ...] = ()
    eplan: tuple[Block, ...] = ()
    if round_.results:
        results = (make_result_table(dossier, round_), Drawing(make_status_chart(round_)))
        if money_chart := make_money_chart(dossier, round_):
            results += (Drawing(money_chart), *paragraphs(filter(None, [tell_without_money(round_)])))
        narrative = tuple(list_narrative(dossier, round_))
        eplan = tuple(list_eplan_blocks(dossier, round_))
    sections = (
        Section("foreword", "คำนำ", paragraphs(report.foreword)),
        Section("results", "ผลการดำเนินงานรายโครงการ", results, is_wide=True),
        Section("narrative", "รายงานแบบบรรยาย", narrative),
        Section(
            "supporting-factors",
            "ปัจจัยสนับสนุน",
            (*_lead(report.supporting_factors_lead), *numbered(report.supporting_factors)),
        ),
        Section(
            "problems",
            "ปัญหา/อุปสรรค",
            (*_lead(report.problems_lead), *numbered(report.problems or ("รายงานไม่ได้ระบุปัญหาหรืออุปสรรค",))),
        ),
        Section(
            "suggestions",
            "ข้อเสนอแนะ",
            (*_lead(report.suggestions_lead), *numbered(report.suggestions or ("รายงานไม่ได้ระบุข้อเสนอแนะ",))),
        ),
        Section("eplan", "ตารางตามระบบ e-PlanNACC", eplan, Numerals.ARABIC, is_wide=True),
    )
    return [section for section in sections if section.blocks]


def _lead(text: str | None) -> tuple[Block, ...]:
    return paragraphs([text] if text else [])


def make_result_table(dossier: Dossier, round_: RoundResults, only: int | None = None) -> Table:
    """Return the results table: money, results and outcomes of each project, sums per dimension and in all.

    Args:
        dossier: The LAO.
        round_: The round.
        only: The dimension that the table is of; all of them by default.
    """
    titles = ("มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", f"งบประมาณ พ.ศ. {round_.key.fiscal_year}")
    more = ("เบิกจ่าย (บาท)", "ผลการดำเนินงาน", "ผลลัพธ์/ผลสัมฤทธิ์", "หมายเหตุ")
    return Table(
        "result-table",
        f"ผลการดำเนินการตามแผน {round_.key.label}" + (f" มิติที่ {only}" if only else ""),
        head=(Row(heads(*titles, *more)),),
        bodies=tuple(
            (*_make_result_rows(dossier, round_, number), Row(_make_sum_cells("รวม", sums), is_subtotal=True))
            if sums.counts.total
            else (make_empty_row(round_.plan, number, 8),)
            for number, sums in round_.by_dimension.items()
            if only in {None, number}
        ),
        foot=() if only else (Row(_make_sum_cells("รวมทั้งสิ้น", round_.total)),),
        kind="wide stack pairs",
        groups=2,
        widths=(0.09, 0.1, 0.16, 0.09, 0.09, 0.22, 0.16, 0.09),
    )


def _list_results(round_: RoundResults, dimension: int) -> list[tuple[str, list[ProjectResult]]]:
    """Return the results of a dimension by mission."""
    results = {result.project.id: result for result in round_.results if result.project.dimension == dimension}
    missions = group_by_mission(result.project for result in results.values())
    return [(mission, [results[project.id] for project in projects]) for mission, projects in missions]


def _make_result_rows(dossier: Dossier, round_: RoundResults, number: int) -> Iterator[Row]:
    missions = _list_results(round_, number)
    size = sum(len(results) for _, results in missions)
    opening: tuple[Cell, ...] = (
        cell(f"{number}. {round_.plan.dimension_titles.get(number, '')}", scope="rowgroup", rowspan=size),
    )
    for mission, results in missions:
        heading: tuple[Cell, ...] = (cell(name_mission(round_.plan, mission), rowspan=len(results)),)
        for result in results:
            yield Row((*opening, *heading, *_make_result_cells(dossier, round_, result)))
            opening = heading = ()


def _make_result_cells(dossier: Dossier, round_: RoundResults, result: ProjectResult) -> Iterator[Cell]:
    progress = result.progress
    yield name_project(dossier, round_.plan, result.project, describe_status(result))
    yield tell_money(result, "planned", "งบประมาณ (บาท)")
    yield tell_money(result, "disbursed", "เบิกจ่าย (บาท)")
    results = number_lines(progress.results, ".") if progress else (line("ยังไม่มีรายงาน"),)
    yield Cell(results, "text", "ผลการดำเนินงาน")
    yield Cell(number_lines(progress.outcomes, ".") if progress else (), "text", "ผลลัพธ์/ผลสัมฤทธิ์")
    remarks = (format_reason(progress), progress.remark) if progress else ()
    yield cell(" ".join(filter(None, remarks)), label="หมายเหตุ")


def describe_status(result: ProjectResult) -> Line:
    """Return a project's status, and where it comes from another round's report."""
    carried = (" ", Span(_HALF_YEAR, kind="meta")) if result.is_carried else ()
    return line(mark_status(result.status), *carried)


def tell_money(result: ProjectResult, name: str, label: str) -> Cell:
    """Return one amount of a result, and where it comes from another round's report."""
    source = [Span(_HALF_YEAR, kind="meta")] if name in result.half_year and not result.is_carried else []
    return cell(format_money(getattr(result, name)), *source, kind="money", label=label)


def _make_sum_cells(title: str, sums: ResultSums) -> tuple[Cell, ...]:
    return (
        cell(title, scope="row", colspan=2),
        cell(f"จำนวน {sums.counts.total} โครงการ"),
        money(format_sum(sums.planned), "ตั้งไว้ (บาท)"),
        money(format_sum(sums.disbursed), "เบิกจ่าย (บาท)"),
        Cell(),
        Cell(),
        Cell(),
    )


def list_narrative(dossier: Dossier, round_: RoundResults, only: int | None = None) -> Iterator[Block]:
    """Yield the results in prose: in the document's own order where it has one, else those of one or all dimensions."""
    if round_.report.order is ReportOrder.DOCUMENT:
        yield from _list_in_order(dossier, round_)
        return
    for number in round_.by_dimension if only is None else (only,):
        missions = _list_results(round_, number)
        yield Heading(3, f"มิติที่ {number} {round_.plan.dimension_titles.get(number, '')}", f"narrative-{number}")
        if not missions:
            yield paragraph("ไม่มีโครงการในมิตินี้")
        for _, results in missions:
            for result in results:
                project = result.project
                yield Heading(4, f"{project.number}. {project.name}", f"project-{project.id}")
                yield from _tell_result(dossier, result)


def _list_in_order(dossier: Dossier, round_: RoundResults) -> Iterator[Block]:
    """Yield the projects as the document orders and numbers them; those that it leaves out come last, without a number."""
    places = {progress.project: place for place, progress in enumerate(round_.report.projects, 1)}
    for result in sorted(round_.results, key=lambda result: places.get(result.project.id, len(places) + 1)):
        project, place = result.project, places.get(result.project.id)
        own = result.progress.number if result.progress and not result.is_carried else None
        number = own or (f"{place}." if place else "")
        yield Heading(3, f"{number} {project.name}".strip(), f"project-{project.id}")
        yield from _tell_result(dossier, result)


def _tell_result(dossier: Dossier, result: ProjectResult) -> Iterator[Block]:
    yield paragraph(mark_status(result.status))
    if result.progress:
        yield from tell_progress(dossier, result.progress)
    else:
        yield paragraph("ยังไม่มีรายงานของโครงการนี้ในรอบนี้")
    yield paragraph(Span("งบประมาณที่ตั้งไว้ (บาท)", kind="strong"), f" {format_money(result.planned)}")
    yield paragraph(Span("งบประมาณที่ใช้ (บาท)", kind="strong"), f" {format_money(result.disbursed)}")


def tell_progress(dossier: Dossier, progress: Progress, *, shows_photos: bool = False) -> Iterator[Block]:
    """Yield what a progress record tells: reason, steps, results, outcomes, evidence.

    Args:
        dossier: The LAO.
        progress: The record.
        shows_photos: Pictures among the evidence are shown; else they are linked.
    """
    if format_reason(progress):
        yield paragraph(f"เหตุที่ทำไม่ได้: {format_reason(progress)}")
    if progress.steps:
        yield paragraph(Span("การดำเนินงาน", kind="strong"), kind="label")
        is_list = len(progress.steps) > 1 or progress.steps[0].steps or progress.steps[0].number
        yield Items(number_steps(progress.steps)) if is_list else paragraph(progress.steps[0].text)
    for title, texts in (
        ("ผลการดำเนินการ", progress.results),
        ("ผลลัพธ์/ผลสัมฤทธิ์", progress.outcomes),
    ):
        if texts:
            yield paragraph(Span(title, kind="strong"), kind="label")
            yield from numbered(texts)
    if progress.evidence:
        yield paragraph(Span("หลักฐาน", kind="strong"), kind="label")
        if shows_photos:
            yield from list_evidence_blocks(dossier, progress.evidence)
        else:
            yield list_evidence_lines(dossier, progress.evidence)
