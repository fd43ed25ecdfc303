"""The tables of e-PlanNACC, E1 to E7, in the columns and order of the national system."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from prongsai.blocks.blocks import (
    Block,
    Cell,
    Heading,
    Items,
    Row,
    Span,
    Table,
    cell,
    heads,
    line,
    money,
    num,
    numbered,
    paragraph,
)
from prongsai.documents.formats import (
    UNKNOWN_WORDS,
    format_eplan_money,
    format_eplan_sum,
    format_percent,
    format_reason,
)
from prongsai.figures.implementation import compute_level_counts
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import OrdinanceCount, ProjectResult, ResultSums, RoundResults
from prongsai.records.dossier import Dossier
from prongsai.records.progress import ProvincialTable, RoundReport, Status
from prongsai.thai.dates import format_thai_date

INTRODUCTION = (
    "ตารางชุดนี้เรียงหัวตารางและใช้เลขอารบิกตามที่ระบบ e-PlanNACC แสดง ตัวเลขคำนวณจากผลรายโครงการของรอบเดียวกัน "
    "เว้นแต่ตารางระดับจังหวัดซึ่งคัดมาจากระบบ"
)


def list_eplan_blocks(dossier: Dossier, round_: RoundResults) -> Iterator[Block]:
    """Yield the tables of one round, each under its heading, and the summary in seven points."""
    report = round_.report
    yield paragraph(INTRODUCTION)
    for id_, title, table in (
        ("e1", "รายงานผลการนำแผนไปปฏิบัติ", _make_implementation(dossier, round_)),
        ("e2", *_make_money_by_dimension(round_, "planned")),
        ("e3", *_make_money_by_dimension(round_, "ordinance")),
        ("e4", "การเบิกจ่ายงบประมาณ", _make_disbursement(round_)),
        ("e5", "สถานะโครงการ/กิจกรรม/มาตรการ", _make_statuses(round_)),
    ):
        yield Heading(3, title, id_)
        yield replace(table, has_own_heading=table.caption == title)
    yield from _explain_statuses(dossier, round_)
    yield Heading(3, "รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต", "e6")
    yield _make_projects(dossier, round_)
    yield from _sign_off(report)
    yield Heading(3, "สรุปผลการขับเคลื่อนแผนฯ", "summary")
    yield Items(tuple(line(text, number="-") for text in list_summary_points(round_)))
    if report.provincial:
        yield Heading(3, "ผลการนำแผนไปสู่การปฏิบัติระดับจังหวัด", "e7")
        yield from _list_provincial(round_, report.provincial)


def _make_implementation(dossier: Dossier, round_: RoundResults) -> Table:
    groups = round_.by_dimension
    name = cell(dossier.lao.full_name, scope="rowgroup", rowspan=len(groups))
    rows = (
        Row((*((name,) if number == min(groups) else ()), cell(str(number), scope="row"), *_count(sums)))
        for number, sums in groups.items()
    )
    top = (("โครงการ", 2), ("งบประมาณ", 3), ("ร้อยละดำเนินการ", 2))
    under = ("ตามแผน", "ดำเนินการแล้ว", "ตามแผน", "ตามข้อบัญญัติ/เทศบัญญัติ", "ใช้จริง", "โครงการ", "งบประมาณ")
    return Table(
        "e1-table",
        f"รายงานผลการนำแผนไปปฏิบัติ ประจำ{round_.key.label}",
        head=(
            Row(
                (
                    *heads("ชื่อ อปท.", "มิติ", rowspan=2),
                    *(cell(title, scope="colgroup", colspan=span) for title, span in top),
                )
            ),
            Row(heads(*under)),
        ),
        bodies=(tuple(rows),),
        foot=(Row((cell("รวม", scope="row", colspan=2), *_count(round_.total))),),
        widths=(0.18, 0.06, 0.09, 0.11, 0.13, 0.13, 0.13, 0.085, 0.085),
    )


def _count(sums: ResultSums) -> tuple[Cell, ...]:
    return (
        num(sums.counts.total),
        num(sums.counts.done),
        money(format_eplan_sum(sums.planned)),
        money(format_eplan_sum(sums.ordinance)),
        money(format_eplan_sum(sums.disbursed)),
        num(format_percent(sums.projects_percent)),
        num(format_percent(sums.budget_percent)),
    )


def _make_money_by_dimension(round_: RoundResults, kind: str) -> tuple[str, Table]:
    groups = round_.by_dimension
    places = {"planned": "ตามแผนพัฒนาท้องถิ่น", "ordinance": "ตามข้อบัญญัติ/เทศบัญญัติ/แผนการดำเนินงาน"}
    title = f"โครงการ/งบประมาณ ({places[kind]})"
    names = (*(f"มิติที่ {number}" for number in groups), f"รวม {len(groups)} มิติ")
    all_sums = (*groups.values(), round_.total)
    amounts: list[MoneySum] = [sums.planned if kind == "planned" else sums.ordinance for sums in all_sums]
    cells = (
        part
        for sums, amount in zip(all_sums, amounts, strict=True)
        for part in (num(sums.counts.total), money(format_eplan_sum(amount)))
    )
    table = Table(
        f"{'e2' if kind == 'planned' else 'e3'}-table",
        title,
        head=(
            Row(tuple(cell(name, scope="colgroup", colspan=2) for name in names)),
            Row(heads(*("โครงการ", "งบประมาณ") * len(names))),
        ),
        bodies=((Row(tuple(cells)),),),
        kind="wide",
        widths=(0.08, 0.12) * len(names),
    )
    return title, table


def _make_disbursement(round_: RoundResults) -> Table:
    def amounts(sums: ResultSums) -> tuple[Cell, ...]:
        return tuple(money(format_eplan_sum(part)) for part in (sums.planned, sums.ordinance, sums.disbursed))

    groups = round_.by_dimension
    return Table(
        "e4-table",
        "การเบิกจ่ายงบประมาณ",
        head=(Row(heads("มิติ", "ตามแผนป้องกันฯ", "ข้อบัญญัติ/เทศบัญญัติ", "การเบิกจ่าย")),),
        bodies=(tuple(Row((cell(f"มิติที่ {number}", scope="row"), *amounts(sums))) for number, sums in groups.items()),),
        foot=(Row((cell(f"รวม {len(groups)} มิติ", scope="row"), *amounts(round_.total))),),
    )


def _make_statuses(round_: RoundResults) -> Table:
    counts, level = round_.total.counts, round_.level
    titles = (
        "โครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด",
        "โครงการทั้งหมด",
        "บรรจุในข้อบัญญัติ/เทศบัญญัติ/แผนดำเนินงาน",
        "อยู่ระหว่างดำเนินการ",
        "ดำเนินการแล้วเสร็จ",
        "ไม่สามารถดำเนินการได้",
        "ผลการนำแผนฯ ไปปฏิบัติ คิดจากโครงการขั้นต่ำ",
        "ระดับการนำแผนไปปฏิบัติ",
    )
    cells = (
        num(round_.minimum or UNKNOWN_WORDS),
        num(counts.total),
        num(_format_in_ordinance(round_.in_ordinance)),
        num(counts.in_progress),
        num(counts.done),
        num(counts.cannot),
        num(format_percent(level.percent) if level else "ไม่แสดง"),
        cell(level.name.label if level else "ไม่แสดง"),
    )
    return Table("e5-table", "สถานะโครงการ/กิจกรรม/มาตรการ", head=(Row(heads(*titles)),), bodies=((Row(cells),),))


def _format_in_ordinance(count: OrdinanceCount) -> str:
    if count.number is None:
        return UNKNOWN_WORDS
    if count.unknown:
        return f"อย่างน้อย {count.number} ({UNKNOWN_WORDS} {count.unknown} โครงการ)"
    return str(count.number)


def _explain_statuses(dossier: Dossier, round_: RoundResults) -> Iterator[Block]:
    if not round_.level:
        yield paragraph("ไม่แสดงระดับการนำแผนไปปฏิบัติ เพราะไม่มีข้อมูลจำนวนโครงการขั้นต่ำที่ ป.ป.ช. กำหนดสำหรับปีงบประมาณนี้")
    if round_.in_ordinance.is_declared:
        ordinance = dossier.lao.type.vocabulary.ordinance
        yield paragraph(
            f"จำนวนโครงการที่บรรจุใน{ordinance}เป็นตัวเลขที่หน่วยงานรายงาน โดยไม่ได้ระบุว่าเป็นโครงการใด",
        )


def _make_projects(dossier: Dossier, round_: RoundResults) -> Table:
    first = ("ลำดับ", "รายการโครงการ (ตั้งต้น)", "มิติ", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)")
    return Table(
        "e6-table",
        f"รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต ของ{dossier.lao.full_name} {round_.key.label}",
        head=(
            Row(
                (
                    *heads(*first, rowspan=2),
                    cell("สถานะ", scope="colgroup", colspan=len(Status)),
                    *heads("หมายเหตุ", rowspan=2),
                )
            ),
            Row(heads(*(status.label for status in Status))),
        ),
        bodies=(
            tuple(
                Row(tuple(_make_project_cells(place, result)))
                for place, result in enumerate(order_by_eplan_number(round_.results), 1)
            ),
        ),
        kind="wide stack pairs",
        widths=(0.05, 0.24, 0.05, 0.09, 0.09, 0.07, 0.08, 0.08, 0.08, 0.17),
    )


def _make_project_cells(place: int, result: ProjectResult) -> Iterator[Cell]:
    project, progress = result.project, result.progress
    yield num(place, "ลำดับ")
    yield cell(project.eplan_name or project.name, scope="row")
    yield num(project.dimension, "มิติ")
    yield money(format_eplan_money(result.planned), "งบประมาณ (บาท)")
    yield money(format_eplan_money(result.disbursed), "เบิกจ่าย (บาท)")
    for status in Status:
        yield cell(status.label if result.status is status else "", kind="tick")
    remark = (progress.eplan_remark or progress.remark or format_reason(progress)) if progress else ""
    yield cell(remark, label="หมายเหตุ")


def order_by_eplan_number(results: tuple[ProjectResult, ...]) -> list[ProjectResult]:
    """Return the results in the order of e-PlanNACC; projects without an e-Plan number follow in the plan's order."""
    return sorted(
        results,
        key=lambda result: (
            result.project.eplan_number is None,
            result.project.eplan_number or 0,
            result.project.number,
        ),
    )


def _sign_off(report: RoundReport) -> Iterator[Block]:
    if report.as_of:
        yield paragraph(f"** ข้อมูล ณ วันที่ {format_thai_date(report.as_of)}")
    if report.reporter or report.reporter_name:
        name = f" {report.reporter_name}" if report.reporter_name else ""
        yield paragraph(f"ผู้รายงาน{name} ตำแหน่ง {report.reporter or 'ไม่ระบุ'}")
    for title, texts in (
        ("ปัญหา อุปสรรค", report.eplan_problems or report.problems),
        ("ข้อเสนอแนะ", report.eplan_suggestions or report.suggestions),
    ):
        if texts:
            yield paragraph(Span(title, kind="strong"), kind="label")
            yield from numbered(texts)


def list_summary_points(round_: RoundResults) -> list[str]:
    """Return สรุปผลการขับเคลื่อนแผนฯ: the seven sentences of e-PlanNACC."""
    counts, total, level = round_.total.counts, round_.total, round_.level
    unit = " บาท" if total.disbursed.is_complete else ""
    return [
        f"แผนปฏิบัติการป้องกันการทุจริต มีโครงการ/กิจกรรม/มาตรการ จำนวน {counts.total} โครงการ",
        f"รอรายงาน {counts.waiting} โครงการ",
        f"อยู่ระหว่างดำเนินการ {counts.in_progress} โครงการ",
        f"ดำเนินการแล้วเสร็จ {counts.done} โครงการ",
        f"ไม่สามารถดำเนินการได้ {counts.cannot} โครงการ",
        f"เบิกจ่ายงบประมาณ {format_eplan_sum(total.disbursed)}{unit} คิดเป็นร้อยละ {format_percent(total.budget_percent)}",
        f"มีการนำแผนฯ ไปปฏิบัติ ระดับ {level.name.label} ร้อยละ {format_percent(level.percent)}"
        if level
        else "ระดับการนำแผนฯ ไปปฏิบัติ ไม่แสดง เพราะไม่มีข้อมูลโครงการขั้นต่ำ",
    ]


def _list_provincial(round_: RoundResults, table: ProvincialTable) -> Iterator[Block]:
    counts = compute_level_counts(row.level for row in table.rows)
    place = f"จังหวัด{table.province}" + (f" (อำเภอ{table.district})" if table.district else "")
    rows = (
        Row(
            (
                num(number),
                cell(row.lao, scope="row"),
                cell(row.district),
                num(("*" if row.capped else "") + format_percent(row.percent)),
                cell(row.level.label),
            )
        )
        for number, row in enumerate(table.rows, 1)
    )
    sums = (("มาก", counts.high), ("ปานกลาง", counts.medium), ("น้อย", counts.low))
    yield Table(
        "e7-table",
        f"ผลการนำแผนปฏิบัติการป้องกันการทุจริตไปสู่การปฏิบัติระดับจังหวัด ของ{place} ประจำ{round_.key.label}",
        head=(Row(heads("ลำดับ", "ชื่อ อปท.", "อำเภอ", "ร้อยละ", "ระดับการนำไปปฏิบัติ")),),
        bodies=(tuple(rows),),
        foot=tuple(Row((cell(label, scope="row", colspan=4), num(count))) for label, count in sums),
        widths=(0.1, 0.36, 0.2, 0.14, 0.2),
    )
    as_of = f" · ข้อมูล ณ วันที่ {format_thai_date(table.as_of)}" if table.as_of else ""
    yield paragraph(f"เครื่องหมาย * หมายถึง ผลที่คำนวณได้เกินร้อยละ 100 และแสดงเพียง 100.00{as_of}")
