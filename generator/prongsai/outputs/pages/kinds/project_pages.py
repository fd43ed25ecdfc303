"""The project index and one detail card per project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from prongsai.blocks.blocks import Cell, Row, Span, Table, cell, mark_status, money, num
from prongsai.documents.answers import tell_project_money
from prongsai.documents.card import HistoryEntry, format_years_in_force, list_budgets
from prongsai.documents.formats import UNKNOWN_WORDS, format_money, format_money_baht
from prongsai.figures.plan_budget import group_by_dimension, group_by_mission
from prongsai.figures.round_results import ProjectResult
from prongsai.outputs.embeds.snippet import render_snippet
from prongsai.outputs.pages.aligning import align_heads
from prongsai.outputs.pages.changes import make_changes_table
from prongsai.outputs.pages.kinds.plan_pages import list_plan_dates
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.project_filter import list_choices, list_marks
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.records.project import Project

_TITLES = ("ลำดับที่", "โครงการ/กิจกรรม/มาตรการ", "ผู้รับผิดชอบ")
_SHOWN_CHANGES = 10  # the history's own pages have the rest


class DimensionGroup(NamedTuple):
    """The projects of a dimension in the index; no table where there is none."""

    number: int
    title: str
    table: Table | None


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the indexes of projects and the page of each."""
    yield from _render_indexes(lao)
    yield from _render_projects(lao)


def _render_indexes(lao: LaoPages) -> Iterator[Page]:
    """Yield the index of every plan's projects."""
    for plan in lao.dossier.plans.values():
        yield _render_index(lao, plan)


def _render_index(lao: LaoPages, plan: Plan) -> Page:
    """Return the index by dimension and mission, with status and money of the newest round's year."""
    paths = lao.plan_paths(plan)
    rounds = [round_ for round_ in lao.ledger.rounds if round_.plan is plan]
    latest = rounds[0] if rounds else None
    name = lao.dossier.lao.full_name
    year = latest.key.fiscal_year if latest else plan.years.first
    results = {result.project.id: result for result in latest.results} if latest else {}
    told = (f"เบิกจ่ายปี {year} (บาท)", "สถานะ") if latest else ()
    titles = [*_TITLES[:2], f"งบประมาณปี {year} (บาท)", *told, *_TITLES[2:]]
    marks = list_marks(plan, year, results)
    rows = {
        project.id: Row(
            tuple(_make_cells(project, paths.project(project.id), year, results if latest else None)),
            data=tuple((name, str(value)) for name, value in marks[project.id]._asdict().items()),
        )
        for project in plan.projects
    }
    groups = [
        DimensionGroup(
            number,
            plan.dimension_titles.get(number, ""),
            _make_table(number, titles, plan, projects, rows) if projects else None,
        )
        for number, projects in group_by_dimension(plan.projects, plan).items()
    ]
    return lao.render(
        "projects.md.jinja",
        paths.projects,
        title=f"โครงการป้องกันการทุจริต (พ.ศ. {plan.years.first} - {plan.years.last}) {name}",
        description=f"โครงการ กิจกรรม และมาตรการป้องกันการทุจริตทั้งหมดของ{name} แยกตามมิติและภารกิจ พร้อมงบประมาณและสถานะ",
        above=(("โครงการ", paths.projects),),
        # Not those of other plans: when the next one is reported, this page stays as it is.
        dates=[round_.report.as_of for round_ in rounds] or list_plan_dates(lao, plan),
        scripts=("words", "projects"),
        latest=latest,
        is_wide=True,
        plan=plan,
        choices=list_choices(plan, marks.values(), {group.number: group.title for group in groups if group.table}),
        groups=groups,
        found_table=_make_found_table(titles, [group.table for group in groups if group.table]),
    )


def _make_table(
    number: int, titles: Sequence[str], plan: Plan, projects: Sequence[Project], rows: Mapping[str, Row]
) -> Table:
    """Return the projects of a dimension, those of each mission under its title."""
    bodies = []
    for mission, members in group_by_mission(projects):
        name = f"{mission} {plan.mission_titles.get(mission, '')}"
        above = [Row((cell(name, scope="rowgroup", colspan=len(titles)),))] if mission else []
        bodies.append([*above, *(rows[project.id] for project in members)])
    return make_list_table(f"projects-{number}", f"โครงการในมิติที่ {number}", titles, *bodies)


def _make_found_table(titles: Sequence[str], tables: Sequence[Table]) -> Table:
    """Return the table into which the browser puts the rows that it chose, which bring no heading of their own."""
    empty = make_list_table("found-table", "โครงการตามเงื่อนไข", titles, ())
    return replace(empty, head=align_heads(tables[0]).head) if tables else empty


def _make_cells(project: Project, page: str, year: int, results: Mapping[str, ProjectResult] | None) -> Iterator[Cell]:
    """Yield the cells of a project's row; ``results`` is None where no round is reported, and no column tells one."""
    yield num(project.number)
    yield cell(Span(project.name, page), scope="row")
    if project.is_in_force(year):
        yield money(format_money(project.budget.in_year(year)))
    else:
        yield cell(Span("ไม่อยู่ในแผนปีนี้", kind="meta"), kind="money")
    if results is not None:
        result = results.get(project.id)
        # Where a project uses no money at all, the column before says so for both.
        yield money("" if result is None or result.is_without_money else format_money(result.disbursed))
        yield cell(mark_status(result.status) if result else Span("ไม่อยู่ในรอบนี้", kind="meta"))
    yield cell(", ".join(project.responsible_units) or "ไม่ระบุ")


def _describe(lao: LaoPages, plan: Plan, project: Project, newest: HistoryEntry | None) -> str:
    """Return the answers of a project's page in a sentence: how it stands and what it cost, else what is set aside."""
    name = lao.dossier.lao.full_name
    if newest is None:
        budgets = "".join(f" {year} {format_money_baht(amount)}" for year, amount in list_budgets(project, plan))
        return f"{name} ยังไม่มีรายงานผล งบประมาณตามแผน{budgets or ' ' + UNKNOWN_WORDS}"
    result = newest.result
    return f"{result.status.label} {tell_project_money(result)} {newest.key.label} {name}"


def _has_photos(entry: HistoryEntry) -> bool:
    progress = entry.result.progress
    return bool(progress and progress.photos)


def _find_told_round(entry: HistoryEntry) -> RoundKey:
    """Return the round whose record stands for an entry: a carried one is that of six months."""
    return RoundKey(entry.key.fiscal_year, Round.SIX) if entry.result.is_carried else entry.key


def _render_projects(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of every project of every plan, in the plans' order."""
    for plan in lao.dossier.plans.values():
        for before, project, after in zip(
            (None, *plan.projects), plan.projects, (*plan.projects[1:], None), strict=False
        ):
            yield _render_project(lao, plan, project, before, after)


def _render_project(lao: LaoPages, plan: Plan, project: Project, before: Project | None, after: Project | None) -> Page:
    paths = lao.plan_paths(plan)
    path = paths.project(project.id)
    progress = lao.shelf.histories.get((plan.period, project.id), [])
    edits = lao.history.of_project(plan.period, project.id)
    shown = edits[:_SHOWN_CHANGES]
    dates = [lao.dossier.rounds[entry.key].as_of for entry in progress]
    is_amended = any(project.id in amendment.projects for amendment in plan.amendments)
    has_news = progress or is_amended or any(edit.is_figure for edit in edits)
    feed = paths.project_feed(project.id) if has_news else None
    newest = progress[0] if progress else None
    return lao.render(
        "project.md.jinja",
        path,
        title=project.name,
        description=_describe(lao, plan, project, newest),
        card=lao.find_project_card(plan, project.id),
        above=(("โครงการ", paths.projects), (f"ลำดับที่ {project.number}", path)),
        dates=dates if progress else list_plan_dates(lao, plan),
        feeds=((f"ความก้าวหน้าของ{project.name}", feed),) if feed else (),
        styles=("photos",) if any(_has_photos(entry) for entry in progress) else (),
        feed=feed,
        snippet=render_snippet(lao.get_address(paths.embed(project.id)), project.name, "project")
        if lao.site_url
        else "",
        plan=plan,
        project=project,
        years_in_force="" if plan.is_reported else format_years_in_force(project, plan),
        history=progress,
        as_of=dates[0] if dates else None,
        is_without_money=bool(newest and newest.result.is_without_money),
        evidence=len(newest.result.progress.evidence) if newest and newest.result.progress else 0,
        evidence_id=f"progress-{_find_told_round(newest).slug}" if newest else "",
        budgets=list_budgets(project, plan),
        parts=lao.render_sections(lao.shelf.card_sections[plan.period, project.id], path),
        history_begin=lao.history.begin,
        count_changes=len(edits),
        shown_changes=len(shown),
        changes=make_changes_table(lao, "การแก้ไขข้อมูลของโครงการนี้", shown, names_subject=False) if shown else None,
        before=before,
        after=after,
    )
