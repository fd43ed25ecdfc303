"""The project index and one detail card per project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.plan_budget import group_by_dimension, group_by_mission
from generator.figures.round_results import ProjectResult
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.records.dossier import RoundKey
from generator.records.money import Money
from generator.records.plan import Plan, Project


class HistoryEntry(NamedTuple):
    """One project in one round."""

    key: RoundKey
    result: ProjectResult


def render_project_index(lao: LaoPages) -> Page:
    """Return the index of projects by dimension and mission, with status and money of the newest round's year."""
    plan = lao.dossier.plan
    latest = lao.latest
    name = lao.dossier.lao.full_name
    return lao.render(
        "projects.md.jinja",
        lao.paths.projects,
        title=f"โครงการป้องกันการทุจริต {name}",
        description=f"โครงการ กิจกรรม และมาตรการป้องกันการทุจริตทั้งหมดของ{name} แยกตามมิติและภารกิจ พร้อมงบประมาณและสถานะ",
        above=(("โครงการ", lao.paths.projects),),
        latest=latest,
        year=latest.key.fiscal_year if latest else plan.years.first if plan else 0,
        statuses={result.project.id: result.status for result in latest.results} if latest else {},
        groups=[
            {"number": number, "projects": projects, "missions": group_by_mission(projects)}
            for number, projects in group_by_dimension(plan.projects).items()
        ]
        if plan
        else [],
    )


def render_projects(lao: LaoPages) -> Iterator[Page]:
    """Yield the detail card of every project of the plan, in its order."""
    plan = lao.dossier.plan
    if plan is None:
        return
    histories = _collect_histories(lao)
    projects = plan.projects
    for index, project in enumerate(projects):
        yield lao.render(
            "project.md.jinja",
            lao.paths.project(project.id),
            title=project.name,
            description=f"{project.name} ของ{lao.dossier.lao.full_name}: วัตถุประสงค์ วิธีดำเนินการ งบประมาณ และความก้าวหน้า",
            above=(("โครงการ", lao.paths.projects), (f"ลำดับที่ {project.number}", lao.paths.project(project.id))),
            project=project,
            period=get_period(project, plan),
            years_in_force=format_years_in_force(project, plan),
            budgets=list_budgets(project, plan),
            missing=list_missing_headings(project, plan),
            history=histories.get(project.id, []),
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


def get_period(project: Project, plan: Plan) -> str:
    """Return the project's period as written, else the fiscal years in which it is in force."""
    return project.period or format_years_in_force(project, plan)


def format_years_in_force(project: Project, plan: Plan) -> str:
    """Return the fiscal years in which a project belongs to the plan."""
    first = project.from_year or plan.years.first
    last = project.until_year or plan.years.last
    return f"ปีงบประมาณ พ.ศ. {first}" if first == last else f"ปีงบประมาณ พ.ศ. {first} - {last}"


def list_budgets(project: Project, plan: Plan) -> list[tuple[str, Money]]:
    """Return the years and the budget of each; one entry where every year has the same, none where nothing is known."""
    years = {year: project.budget.in_year(year) for year in plan.years.span if project.is_in_force(year)}
    amounts = set(years.values())
    if not any(money.is_known for money in amounts):
        return []
    if len(amounts) == 1 and len(years) > 1:
        return [("ต่อปี", amounts.pop())]
    return [(f"ปีงบประมาณ พ.ศ. {year}", money) for year, money in years.items()]


def list_missing_headings(project: Project, plan: Plan) -> list[str]:
    """Return the titles of the detail card's headings that have no data."""
    headings = {
        "หลักการและเหตุผล": project.rationale,
        "วัตถุประสงค์": project.objectives,
        "กลุ่มเป้าหมาย": project.target_groups,
        "วิธีดำเนินการ": project.steps,
        "งบประมาณดำเนินการ": list_budgets(project, plan),
        "ผู้รับผิดชอบโครงการ": project.responsible_units,
        "ผลผลิต/ผลลัพธ์": (*project.outputs, *project.outcomes),
    }
    return [title for title, values in headings.items() if not values]
