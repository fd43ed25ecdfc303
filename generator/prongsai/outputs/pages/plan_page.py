"""The page of an LAO's plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.figures.plan_budget import compute_budget_row
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.papers.plan import list_plan_sections


def render_plan(lao: LaoPages) -> Page:
    """Return the plan's page; without a plan, a page that says so."""
    plan = lao.dossier.plan
    values: dict[str, Any] = {}
    if plan:
        sections = list_plan_sections(lao.dossier, plan)
        values = {
            "contents": [(section.title, section.id) for section in sections],
            "parts": lao.render_sections(sections, lao.paths.plan),
            "total": compute_budget_row(plan.projects, plan),
            "announcement": lao.get_paper(plan.announcement),
            "order": lao.get_paper(plan.order),
            "years": f"(พ.ศ. {plan.years.first} - {plan.years.last})",
        }
    name = lao.dossier.lao.full_name
    return lao.render(
        "plan.md.jinja",
        lao.paths.plan,
        title=f"แผนปฏิบัติการป้องกันการทุจริต {values.get('years', '')} {name}",
        description=f"{plan.name if plan else 'แผนปฏิบัติการป้องกันการทุจริต'} ของ{name}: "
        "ความเสี่ยง วัตถุประสงค์ เป้าหมาย โครงการ และงบประมาณรายปี",
        above=(("แผนปฏิบัติการ", lao.paths.plan),),
        dates=list_plan_dates(lao),
        **values,
    )


def list_plan_dates(lao: LaoPages) -> list[dt.date]:
    """Return when the plan was adopted, and every later amendment."""
    plan = lao.dossier.plan
    if plan is None:
        return []
    announcement = lao.get_paper(plan.announcement)
    adopted = announcement.date if announcement else plan.foreword_date
    return [*([adopted] if adopted else []), *(amendment.date for amendment in plan.amendments)]
