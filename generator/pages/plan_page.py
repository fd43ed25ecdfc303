"""The plan of an LAO: its text, its risks and targets, and the table of projects and budgets."""

from __future__ import annotations

from typing import Any

from generator.figures.plan_budget import compute_budget_row, group_by_dimension, group_by_mission
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page


def render_plan(lao: LaoPages) -> Page:
    """Return the plan's page; without a plan, a page that says so."""
    plan = lao.dossier.plan
    values: dict[str, Any] = {}
    if plan:
        values = {
            "groups": [
                {
                    "number": number,
                    "projects": projects,
                    "missions": group_by_mission(projects),
                    "row": compute_budget_row(projects, plan),
                }
                for number, projects in group_by_dimension(plan.projects).items()
            ],
            "contents": [
                (title, id_)
                for title, id_, given in (
                    ("คำนำ", "foreword", plan.foreword),
                    ("การประเมินความเสี่ยงการทุจริต", "risks", plan.risks),
                    ("หลักการและเหตุผล", "principles", plan.principles),
                    ("วัตถุประสงค์", "objectives", plan.objectives),
                    ("เป้าหมาย", "targets", plan.goals or plan.targets),
                    ("ประโยชน์", "benefits", plan.benefits),
                    ("โครงการและงบประมาณ", "projects", True),
                    ("การแก้ไขแผน", "amendments", plan.amendments),
                )
                if given
            ],
            "total": compute_budget_row(plan.projects, plan),
            "announcement": lao.get_paper(plan.announcement),
            "order": lao.get_paper(plan.order),
        }
    name = lao.dossier.lao.full_name
    return lao.render(
        "plan.md.jinja",
        lao.paths.plan,
        title=f"แผนปฏิบัติการป้องกันการทุจริต {name}",
        description=f"{plan.name if plan else 'แผนปฏิบัติการป้องกันการทุจริต'} ของ{name}: "
        "ความเสี่ยง วัตถุประสงค์ เป้าหมาย โครงการ และงบประมาณรายปี",
        above=(("แผนปฏิบัติการ", lao.paths.plan),),
        **values,
    )
