"""The list of an LAO's plans, and one page a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from prongsai.blocks.blocks import Drawing, Row, Section, Span, Table, cell
from prongsai.documents.charts import make_budget_chart
from prongsai.documents.formats import format_sum_baht
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.records.plan import Plan


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of plans and the page of each."""
    yield _render_index(lao)
    yield from _render_plans(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of plans, newest first; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    plans = list(lao.dossier.plans.values())[::-1]
    return lao.render(
        "plans.md.jinja",
        lao.paths.plans,
        title=f"แผนปฏิบัติการป้องกันการทุจริตทุกช่วงปี {name}",
        description=f"แผนปฏิบัติการป้องกันการทุจริตของ{name} ทุกช่วงปี พร้อมโครงการ งบประมาณ และรายงานผลของแต่ละแผน",
        above=(("แผนทุกช่วงปี", lao.paths.plans),),
        dates=[date for plan in plans for date in list_plan_dates(lao, plan)],
        is_wide=True,
        plan_table=_make_table(lao, plans) if plans else None,
    )


def _make_table(lao: LaoPages, plans: Iterable[Plan]) -> Table:
    return make_list_table(
        "plan-list",
        "แผนทุกช่วงปี",
        ("แผน", "โครงการ", "งบประมาณรวมทุกปี", "รายงานผล"),
        (_make_row(lao, plan) for plan in plans),
    )


def _make_row(lao: LaoPages, plan: Plan) -> Row:
    paths, budget = lao.plan_paths(plan), lao.ledger.budgets[plan.period]
    name: tuple[str | Span, ...] = (Span(plan.name, paths.front),)
    if plan.is_reported:
        name = (plan.name, Span("ยังไม่ได้เผยแพร่ตัวแผนบนเว็บไซต์นี้ มีเฉพาะรายงานผล", kind="meta"))
    projects = Span(f"{budget.projects} โครงการ", paths.projects) if budget.projects else "ยังไม่มีโครงการ"
    rounds = [round_.key for round_ in lao.ledger.rounds if round_.plan is plan]
    reports = [Span(key.label, lao.paths.report(key)) for key in rounds] or [Span("ยังไม่มีรายงานผล")]
    return Row(
        (
            cell(*name, scope="row"),
            cell(projects),
            cell("ดูในรายงานผล" if plan.is_reported else format_sum_baht(budget.total)),
            cell(*reports),
        )
    )


def _render_plans(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of every plan that was written down; of one known from its report there are only projects."""
    for plan in lao.dossier.plans.values():
        if not plan.is_reported:
            yield _render_plan(lao, plan)


def _render_plan(lao: LaoPages, plan: Plan) -> Page:
    path = lao.plan_paths(plan).front
    # On a page the chart opens the plan: beside its table it would say the same twice.
    sections = [_leave_out_drawings(section) for section in lao.shelf.plan_sections[plan.period]]
    years = f"(พ.ศ. {plan.years.first} - {plan.years.last})"
    name = lao.dossier.lao.full_name
    return lao.render(
        "plan.md.jinja",
        path,
        title=f"แผนปฏิบัติการป้องกันการทุจริต {years} {name}",
        description=f"{plan.name} ของ{name}: ความเสี่ยง วัตถุประสงค์ เป้าหมาย โครงการ และงบประมาณรายปี",
        above=(("แผนปฏิบัติการ", path),),
        dates=list_plan_dates(lao, plan),
        plan=plan,
        contents=[(section.title, section.id) for section in sections],
        parts=lao.render_sections(sections, path),
        budget_chart=make_budget_chart(lao.ledger.budgets[plan.period], plan.period),
        total=lao.ledger.budgets[plan.period],
        announcement=lao.get_paper(plan.announcement),
        order=lao.get_paper(plan.order),
        others=[
            (name, paper)
            for name, paper in lao.shelf.papers.items()
            if paper.plan == plan.period and name not in {plan.announcement, plan.order}
        ],
        years=years,
    )


def _leave_out_drawings(section: Section) -> Section:
    return replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Drawing)))


def list_plan_dates(lao: LaoPages, plan: Plan) -> list[dt.date]:
    """Return when a plan was adopted, and every later amendment."""
    announcement = lao.get_paper(plan.announcement)
    adopted = announcement.date if announcement else plan.foreword_date
    return [*([adopted] if adopted else []), *(amendment.date for amendment in plan.amendments)]
