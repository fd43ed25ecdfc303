"""The project index and one detail card per project."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.card import format_years_in_force
from prongsai.figures.plan_budget import group_by_dimension, group_by_mission
from prongsai.outputs.pages.kinds.plan_pages import list_plan_dates
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.project_filter import list_choices, list_marks
from prongsai.records.plan import Plan
from prongsai.records.project import Project


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
    rounds = [round_ for round_ in lao.ledger.rounds if round_.plan is plan]
    latest = rounds[0] if rounds else None
    name = lao.dossier.lao.full_name
    year = latest.key.fiscal_year if latest else plan.years.first
    statuses = {result.project.id: result.status for result in latest.results} if latest else {}
    groups = group_by_dimension(plan.projects, plan)
    marks = list_marks(plan, year, statuses)
    dimensions = {number: plan.dimension_titles.get(number, "") for number, projects in groups.items() if projects}
    path = lao.plan_paths(plan).projects
    return lao.render(
        "projects.md.jinja",
        path,
        title=f"โครงการป้องกันการทุจริต (พ.ศ. {plan.years.first} - {plan.years.last}) {name}",
        description=f"โครงการ กิจกรรม และมาตรการป้องกันการทุจริตทั้งหมดของ{name} แยกตามมิติและภารกิจ พร้อมงบประมาณและสถานะ",
        above=(("โครงการ", path),),
        # Not those of other plans: when the next one is reported, this page stays as it is.
        dates=[round_.report.as_of for round_ in rounds] or list_plan_dates(lao, plan),
        scripts=("projects",),
        latest=latest,
        is_wide=True,
        plan=plan,
        year=year,
        statuses=statuses,
        marks=marks,
        choices=list_choices(plan, marks.values(), dimensions),
        groups=[
            {"number": number, "projects": projects, "missions": group_by_mission(projects)}
            for number, projects in groups.items()
        ],
    )


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
    history = lao.shelf.histories.get((plan.period, project.id), [])
    dates = [lao.dossier.rounds[entry.key].as_of for entry in history]
    return lao.render(
        "project.md.jinja",
        path,
        title=project.name,
        description=f"{project.name} ของ{lao.dossier.lao.full_name}: วัตถุประสงค์ วิธีดำเนินการ งบประมาณ และความก้าวหน้า",
        above=(("โครงการ", paths.projects), (f"ลำดับที่ {project.number}", path)),
        dates=dates if history else list_plan_dates(lao, plan),
        plan=plan,
        project=project,
        years_in_force="" if plan.is_reported else format_years_in_force(project, plan),
        history=history,
        parts=lao.render_sections(lao.shelf.card_sections[plan.period, project.id], path),
        before=before,
        after=after,
    )
