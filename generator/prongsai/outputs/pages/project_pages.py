"""The project index and one detail card per project."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.plan_budget import group_by_dimension, group_by_mission
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.pages.plan_page import list_plan_dates
from generator.pages.project_filter import list_choices, list_marks
from generator.papers.card import HistoryEntry, format_years_in_force, list_card_sections, make_progress_section


def render_project_index(lao: LaoPages) -> Page:
    """Return the index of projects by dimension and mission, with status and money of the newest round's year."""
    plan = lao.dossier.plan
    latest = lao.latest
    name = lao.dossier.lao.full_name
    year = latest.key.fiscal_year if latest else plan.years.first if plan else 0
    statuses = {result.project.id: result.status for result in latest.results} if latest else {}
    groups = group_by_dimension(plan.projects) if plan else {}
    marks = list_marks(plan, year, statuses) if plan else {}
    dimensions = {number: lao.dossier.get_dimension_title(number) for number, projects in groups.items() if projects}
    return lao.render(
        "projects.md.jinja",
        lao.paths.projects,
        title=f"โครงการป้องกันการทุจริต {name}",
        description=f"โครงการ กิจกรรม และมาตรการป้องกันการทุจริตทั้งหมดของ{name} แยกตามมิติและภารกิจ พร้อมงบประมาณและสถานะ",
        above=(("โครงการ", lao.paths.projects),),
        latest=latest,
        is_wide=True,
        year=year,
        statuses=statuses,
        marks=marks,
        choices=list_choices(plan, marks.values(), dimensions) if plan else [],
        groups=[
            {"number": number, "projects": projects, "missions": group_by_mission(projects)}
            for number, projects in groups.items()
        ],
    )


def render_projects(lao: LaoPages) -> Iterator[Page]:
    """Yield the detail card of every project of the plan, in its order."""
    plan = lao.dossier.plan
    if plan is None:
        return
    histories = _collect_histories(lao)
    projects = plan.projects
    for index, project in enumerate(projects):
        path = lao.paths.project(project.id)
        history = histories.get(project.id, [])
        sections = [*list_card_sections(project, plan), make_progress_section(lao.dossier, history)]
        yield lao.render(
            "project.md.jinja",
            path,
            title=project.name,
            description=f"{project.name} ของ{lao.dossier.lao.full_name}: วัตถุประสงค์ วิธีดำเนินการ งบประมาณ และความก้าวหน้า",
            above=(("โครงการ", lao.paths.projects), (f"ลำดับที่ {project.number}", path)),
            dates=[lao.dossier.rounds[entry.key].as_of for entry in history] if history else list_plan_dates(lao),
            project=project,
            years_in_force=format_years_in_force(project, plan),
            history=history,
            parts=lao.render_sections(sections, path),
            before=projects[index - 1] if index else None,
            after=projects[index + 1] if index + 1 < len(projects) else None,
        )


def _collect_histories(lao: LaoPages) -> dict[str, list[HistoryEntry]]:
    """Return each project's results in all rounds, newest first."""
    histories: dict[str, list[HistoryEntry]] = {}
    for round_ in lao.rounds:
        for result in round_.results:
            histories.setdefault(result.project.id, []).append(HistoryEntry(round_.key, result))
    return histories
