"""The detail card of a project (แบบรายละเอียดโครงการ), headings 1 to 9, and its progress through all rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import (
    Block,
    Heading,
    Items,
    Row,
    Section,
    Span,
    Table,
    cell,
    heads,
    line,
    numbered,
    paragraph,
    paragraphs,
)
from prongsai.documents.formats import format_money_with_words
from prongsai.documents.report import describe_status, tell_money, tell_progress
from prongsai.documents.steps import number_steps
from prongsai.figures.round_results import ProjectResult
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.money import Money
from prongsai.records.plan import Plan
from prongsai.records.project import Project, Result, TargetGroup

_TITLES = {
    "name": "ชื่อโครงการ",
    "rationale": "หลักการและเหตุผล",
    "objectives": "วัตถุประสงค์",
    "target-groups": "กลุ่มเป้าหมาย",
    "steps": "วิธีดำเนินการ",
    "period": "ระยะเวลาดำเนินการ",
    "budget": "งบประมาณดำเนินการ",
    "responsible": "ผู้รับผิดชอบโครงการ",
    "results": "ผลผลิต/ผลลัพธ์",
}


class HistoryEntry(NamedTuple):
    """One project in one round."""

    key: RoundKey
    result: ProjectResult


def list_card_sections(project: Project, plan: Plan) -> list[Section]:
    """Return the card's headings that have data, with the numbers of the official form where all of them have.

    A last section without a heading holds the plan's note and names the headings that have no data. A plan that is
    known only from its report has no cards: what is known of the project stands under the headings that it has.
    """
    contents: dict[str, tuple[Block, ...]] = {
        "name": tuple(_name(project)),
        "rationale": paragraphs(project.rationale),
        "objectives": numbered(project.objectives),
        "target-groups": numbered([_describe_group(group) for group in project.target_groups]),
        "steps": (Items(number_steps(project.steps)),) if project.steps else (),
        "period": paragraphs(
            filter(None, [project.period or ("" if plan.is_reported else format_years_in_force(project, plan))])
        ),
        "budget": tuple(_tell_budget(project, plan)),
        "responsible": paragraphs([", ".join(project.responsible_units)] if project.responsible_units else []),
        "results": (*_list_results("ผลผลิต", "outputs", project), *_list_results("ผลลัพธ์", "outcomes", project)),
    }
    missing = [_TITLES[id_] for id_, blocks in contents.items() if not blocks]
    ending = [f"หมายเหตุ: {project.note}"] if project.note else []
    if missing and not plan.is_reported:
        ending.append(f"ข้อมูลที่เผยแพร่ไม่มีหัวข้อต่อไปนี้: {', '.join(missing)}")
    sections = [
        Section(id_, _TITLES[id_] if missing else f"{number}. {_TITLES[id_]}", blocks)
        for number, (id_, blocks) in enumerate(contents.items(), 1)
        if blocks
    ]
    return [*sections, Section("", "", paragraphs(ending))] if ending else sections


def _name(project: Project) -> Iterator[Block]:
    yield paragraph(project.card_name or project.name)
    if project.card_name:
        yield paragraph(f"ตารางแผนใช้ชื่อว่า {project.name}")


def _describe_group(group: TargetGroup) -> str:
    return group.text if group.count is None else f"{group.text} จำนวน {group.count:,} คน"


def _tell_budget(project: Project, plan: Plan) -> Iterator[Block]:
    budgets = list_budgets(project, plan)
    if len(budgets) == 1:
        year, amount = budgets[0]
        yield paragraph(format_money_with_words(amount) + (f" {year}" if amount.amount else ""))
    elif budgets:
        yield Items(tuple(line(f"{year}: {format_money_with_words(amount)}", number="-") for year, amount in budgets))


def list_budgets(project: Project, plan: Plan) -> list[tuple[str, Money]]:
    """Return the years and the budget of each; one entry where every year has the same, none where nothing is known."""
    years = {year: project.budget.in_year(year) for year in plan.years.span if project.is_in_force(year)}
    if plan.is_reported:
        years = {year: amount for year, amount in years.items() if amount.is_known}
    amounts = set(years.values())
    if not any(amount.is_known for amount in amounts):
        return []
    if len(amounts) == 1 and len(years) > 1:
        return [("ต่อปี", amounts.pop())]
    return [(f"ปีงบประมาณ พ.ศ. {year}", amount) for year, amount in years.items()]


def format_years_in_force(project: Project, plan: Plan) -> str:
    """Return the fiscal years in which a project belongs to the plan."""
    first = project.from_year or plan.years.first
    last = project.until_year or plan.years.last
    return f"ปีงบประมาณ พ.ศ. {first}" if first == last else f"ปีงบประมาณ พ.ศ. {first} - {last}"


def _list_results(title: str, kind: str, project: Project) -> Iterator[Block]:
    entries: tuple[Result, ...] = project.outputs if kind == "outputs" else project.outcomes
    if entries:
        yield Heading(3, title, kind)
        yield from numbered([f"{entry.text} ({entry.measure})" if entry.measure else entry.text for entry in entries])


def make_progress_section(dossier: Dossier, history: Sequence[HistoryEntry]) -> Section:
    """Return what came of a project, newest round first."""
    if not history:
        return Section("progress", "ความก้าวหน้า", (paragraph("ยังไม่มีรายงานผลการดำเนินงานของโครงการนี้"),))
    blocks: list[Block] = [_make_progress_table(dossier, history)]
    for key, result in history:
        if result.progress and not result.is_carried:
            remark = result.progress.remark or result.progress.eplan_remark
            progress = tell_progress(dossier, result.progress, shows_photos=True)
            told = (*progress, *paragraphs([f"หมายเหตุ: {remark}"] if remark else []))
            blocks += [Heading(3, key.label, f"progress-{key.slug}"), *told] if told else []
    return Section("progress", "ความก้าวหน้า", tuple(blocks))


def _make_progress_table(dossier: Dossier, history: Sequence[HistoryEntry]) -> Table:
    paths = LaoPaths(dossier.slug)
    ordinance = f"ตาม{dossier.lao.type.vocabulary.ordinance} (บาท)"
    return Table(
        "progress-table",
        "สถานะและเงินของโครงการนี้ในทุกรอบที่รายงาน",
        head=(Row(heads("รอบ", "สถานะ", "งบประมาณตามแผน (บาท)", ordinance, "เบิกจ่าย (บาท)")),),
        bodies=(
            tuple(
                Row(
                    (
                        cell(Span(key.label, paths.report(key)), scope="row"),
                        cell(describe_status(result), label="สถานะ"),
                        tell_money(result, "planned", "งบประมาณตามแผน (บาท)"),
                        tell_money(result, "ordinance", ordinance),
                        tell_money(result, "disbursed", "เบิกจ่าย (บาท)"),
                    )
                )
                for key, result in history
            ),
        ),
        kind="stack",
        widths=(0.28, 0.24, 0.16, 0.16, 0.16),
    )
