"""The plan: its text, its risks and targets, and the table of projects and budgets."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.addresses import LaoPaths, PlanPaths
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
    money,
    numbered,
    paragraph,
    paragraphs,
)
from prongsai.documents.charts import make_budget_chart
from prongsai.documents.formats import format_decimal, format_money, format_sum, format_sum_baht
from prongsai.figures.plan_budget import BudgetRow, compute_budget_row, group_by_dimension, group_by_mission
from prongsai.records.dossier import Dossier
from prongsai.records.plan import Amendment, Plan, Risk, Target, Unit
from prongsai.records.project import Project
from prongsai.thai.dates import format_thai_date


def list_plan_sections(dossier: Dossier, plan: Plan) -> list[Section]:
    """Return the parts of the plan that have something to say, in the order of the official document."""
    foreword: tuple[Block, ...] = paragraphs(plan.foreword)
    if foreword and plan.foreword_date:
        foreword += (paragraph(f"{dossier.lao.full_name}, {format_thai_date(plan.foreword_date)}"),)
    risks: tuple[Block, ...] = ()
    if plan.risks:
        risks = (*paragraphs(plan.risk_introduction), make_risk_table(dossier, plan))
    sections = (
        Section("foreword", "คำนำ", foreword),
        Section("risks", "การประเมินความเสี่ยงการทุจริต", risks),
        Section("principles", "หลักการและเหตุผล", paragraphs(plan.principles)),
        Section("objectives", "วัตถุประสงค์ของการจัดทำแผน", numbered(plan.objectives)),
        Section("targets", "เป้าหมาย", (*numbered(plan.goals), *_list_targets(plan))),
        Section("benefits", "ประโยชน์ของการจัดทำแผน", numbered(plan.benefits)),
        Section("projects", "โครงการและงบประมาณ", tuple(_list_budget_blocks(dossier, plan)), is_wide=True),
        Section("amendments", "การแก้ไขแผน", tuple(_list_amendments(dossier, plan))),
    )
    return [section for section in sections if section.blocks]


def make_risk_table(dossier: Dossier, plan: Plan) -> Table:
    """Return the risk assessment, one row an issue; the controls answer all issues of a step."""
    titles = ("ลำดับที่", "ขั้นตอนการดำเนินงาน", "ประเด็นความเสี่ยงการทุจริต", "Risk Score", "มาตรการควบคุมความเสี่ยงการทุจริต")
    return Table(
        "risk-table",
        f"การประเมินความเสี่ยงการทุจริตใน{dossier.lao.full_name}",
        head=(Row(heads(*titles)),),
        bodies=tuple(_make_risk_rows(dossier, plan, risk) for risk in plan.risks),
        kind="wide stack risks",
        widths=(0.07, 0.2, 0.33, 0.1, 0.3),
    )


def _make_risk_rows(dossier: Dossier, plan: Plan, risk: Risk) -> tuple[Row, ...]:
    count = len(risk.issues)
    rows = []
    for place, issue in enumerate(risk.issues, 1):
        text = f"{place}. {issue.text}" if count > 1 else issue.text
        score = issue.score.label if issue.score else "ไม่ระบุ"
        cells = [cell(text, label="ประเด็นความเสี่ยง"), cell(score, label="Risk Score")]
        if place == 1:
            step = cell(risk.step, scope="rowgroup", rowspan=count)
            controls = Cell(tuple(_list_controls(dossier, plan, risk)), "controls", "มาตรการควบคุม", rowspan=count)
            cells = [cell(str(risk.number), kind="num", label="ลำดับที่", rowspan=count), step, *cells, controls]
        rows.append(Row(tuple(cells)))
    return tuple(rows)


def _list_controls(dossier: Dossier, plan: Plan, risk: Risk) -> Iterator[Line]:
    for place, control in enumerate(risk.controls, 1):
        number = f"{control.number or place}."
        project = plan.get_project(control.project) if control.project else None
        if project:
            target = PlanPaths(dossier.slug, plan.period).project(project.id)
            yield line(Span(control.text or project.name, target), number=number)
        else:
            text = control.outside or control.text or ""
            yield line(text, " ", Span("(อยู่นอกแผน)", kind="meta"), number=number)


def _list_targets(plan: Plan) -> Iterator[Block]:
    if not plan.targets:
        return
    yield Table(
        "target-table",
        "ค่าเป้าหมายรายปี",
        head=(Row(heads("ค่าเป้าหมาย", *(f"ปี {year}" for year in plan.years.span))),),
        bodies=(tuple(_make_target_row(target, plan) for target in plan.targets),),
        kind="stack",
        widths=(0.3, *(0.7 / len(plan.years.span) for _ in plan.years.span)),
    )
    for target in plan.targets:
        if target.baseline_year or target.pass_mark:
            yield paragraph(_describe_target(target))


def _make_target_row(target: Target, plan: Plan) -> Row:
    values = (cell(_format_target(target, year), label=f"ปี {year}") for year in plan.years.span)
    return Row((cell(target.indicator, scope="row"), *values))


def _format_target(target: Target, year: int) -> str:
    if year not in target.values:
        return "ไม่ระบุ"
    value = format_decimal(target.values[year])
    return f"ร้อยละ {value}" if target.unit is Unit.PERCENT else f"{value} {target.unit.label}"


def _describe_target(target: Target) -> str:
    parts = []
    if target.baseline_year:
        value = target.baseline_value
        known = "(แผนไม่ได้ระบุค่าในปีฐาน)" if value is None else f"มีค่า {format_decimal(value)}"
        parts.append(f"ปีฐาน พ.ศ. {target.baseline_year} {known}")
    if target.pass_mark:
        parts.append(f"เกณฑ์ผ่าน {format_decimal(target.pass_mark)} {target.unit.label}ขึ้นไป")
    return f"{target.indicator}: {' '.join(parts)}"


def _list_budget_blocks(dossier: Dossier, plan: Plan) -> Iterator[Block]:
    if not plan.projects:
        yield paragraph("แผนนี้ยังไม่มีโครงการในข้อมูลที่เผยแพร่")
        return
    row = compute_budget_row(plan.projects, plan)
    yield make_plan_table(dossier, plan)
    yield paragraph(f"งบประมาณรวมทุกปี (พ.ศ. {plan.years.first} - {plan.years.last}) {format_sum_baht(row.total)}")
    if chart := make_budget_chart(row, plan.period):
        yield Drawing(chart)


def make_plan_table(dossier: Dossier, plan: Plan) -> Table:
    """Return the plan table: projects by dimension and mission, budget per fiscal year, sums."""
    years = plan.years.span
    first = heads("มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", rowspan=2)
    total = compute_budget_row(plan.projects, plan)
    return Table(
        "plan-table",
        "โครงการตามแผนและงบประมาณรายปี",
        head=(
            Row((*first, *heads(*(f"ปี {year}" for year in years)), *heads("หมายเหตุ", rowspan=2))),
            Row(heads(*("งบประมาณ (บาท)" for _ in years))),
        ),
        bodies=tuple(
            (*_make_project_rows(dossier, plan, number, projects), _make_sum_row("รวม", projects, plan))
            if projects
            else (make_empty_row(plan, number, 4 + len(years)),)
            for number, projects in group_by_dimension(plan.projects, plan).items()
        ),
        foot=(Row(_make_sum_cells("รวมทั้งสิ้น", total)),),
        kind="wide stack",
        groups=2,
        widths=(0.12, 0.13, 0.25, *(0.4 / len(years) for _ in years), 0.1),
    )


def _make_project_rows(dossier: Dossier, plan: Plan, number: int, projects: list[Project]) -> Iterator[Row]:
    opening: tuple[Cell, ...] = (
        cell(f"{number}. {plan.dimension_titles.get(number, '')}", scope="rowgroup", rowspan=len(projects)),
    )
    for mission, members in group_by_mission(projects):
        heading: tuple[Cell, ...] = (cell(name_mission(plan, mission), rowspan=len(members)),)
        for project in members:
            budgets = (_make_budget_cell(project, year) for year in plan.years.span)
            note = cell(project.note or "", label="หมายเหตุ")
            yield Row((*opening, *heading, name_project(dossier, plan, project), *budgets, note))
            opening = heading = ()


def make_empty_row(plan: Plan, number: int, columns: int) -> Row:
    """Return the row of a dimension without projects; it has no sums, which would tell nothing as a fact."""
    title = f"{number}. {plan.dimension_titles.get(number, '')}"
    return Row((cell(title, scope="rowgroup"), Cell(), cell("ไม่มีโครงการในมิตินี้", colspan=columns - 2)))


def name_mission(plan: Plan, mission: str) -> str:
    """Return a mission's number and title; empty where a report names none."""
    return f"{mission} {plan.mission_titles.get(mission, '')}".strip()


def name_project(dossier: Dossier, plan: Plan, project: Project, *more: Line) -> Cell:
    """Return the row heading of a project: its number and linked name."""
    target = PlanPaths(dossier.slug, plan.period).project(project.id)
    return cell(line(f"{project.number}) ", Span(project.name, target)), *more, scope="row")


def _make_budget_cell(project: Project, year: int) -> Cell:
    label = f"ปี {year} (บาท)"
    if project.is_in_force(year):
        return money(format_money(project.budget.in_year(year)), label)
    return cell(Span("ไม่อยู่ในแผนปีนี้", kind="meta"), kind="money", label=label)


def _make_sum_row(title: str, projects: list[Project], plan: Plan) -> Row:
    return Row(_make_sum_cells(title, compute_budget_row(projects, plan)), is_subtotal=True)


def _make_sum_cells(title: str, row: BudgetRow) -> tuple[Cell, ...]:
    sums = (money(format_sum(total), f"ปี {year} (บาท)") for year, total in row.by_year.items())
    return (cell(title, scope="row", colspan=2), cell(f"จำนวน {row.projects} โครงการ"), *sums, Cell())


def _list_amendments(dossier: Dossier, plan: Plan) -> Iterator[Block]:
    for amendment in plan.amendments:
        kind = amendment.kind
        title = f"{kind.label} ครั้งที่ {amendment.number} วันที่ {format_thai_date(amendment.date)}"
        yield Heading(3, title, f"amendment-{kind.value}-{amendment.number}")
        yield Items(tuple(_list_amendment_lines(dossier, plan, amendment)))


def _list_amendment_lines(dossier: Dossier, plan: Plan, amendment: Amendment) -> Iterator[Line]:
    paths = LaoPaths(dossier.slug)
    yield from (line(text, number="-") for text in amendment.summary)
    for project_id in amendment.projects:
        project = plan.get_project(project_id)
        if project:
            yield line("โครงการที่เกี่ยวข้อง: ", Span(project.name, paths.plan(plan.period).project(project.id)), number="-")
    if amendment.paper and amendment.paper in dossier.papers:
        yield line(Span("ประกาศที่เกี่ยวข้อง", paths.paper(amendment.paper)), number="-")
