"""The risk assessments of plans, one row an issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_PLAN, choice_column, lao_column, plan_column, row_column, texts_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.plan import Plan, Risk, RiskControl, RiskIssue, RiskScore


class Item(NamedTuple):
    """One issue of one risk; None where the risk names none."""

    lao: LaoPages
    plan: Plan
    risk: Risk
    issue: RiskIssue | None
    row: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every issue of every plan's risks."""
    for plan in lao.dossier.plans.values():
        issues = [(risk, issue) for risk in plan.risks for issue in (risk.issues or (None,))]
        for row, (risk, issue) in enumerate(issues, 1):
            yield Item(lao, plan, risk, issue, row)


def _name_control(plan: Plan, control: RiskControl) -> str:
    project = plan.get_project(control.project) if control.project else None
    return control.text or control.outside or (project.name if project else control.project or "")


TABLE: Table[Item] = Table(
    "risks",
    "ความเสี่ยง",
    "ประเด็นความเสี่ยงละแถว",
    "การประเมินความเสี่ยงในแผน (plan.yml)",
    ("lao", "plan", "row"),
    (
        lao_column(),
        plan_column(),
        row_column(lambda item: item.row),
        Column("number", "ลำดับที่", "ลำดับที่ในตาราง", lambda item: item.risk.number, Kind.INTEGER, empty=""),
        Column("step", "ขั้นตอน", "ขั้นตอนการดำเนินงาน", lambda item: item.risk.step, empty=""),
        Column(
            "issue", "ประเด็นความเสี่ยง", "ประเด็นความเสี่ยงการทุจริต", lambda item: item.issue.text if item.issue else None
        ),
        choice_column(
            "score", "Risk Score", "ระดับความเสี่ยง", lambda item: item.issue.score if item.issue else None, RiskScore
        ),
        texts_column(
            "controls",
            "มาตรการควบคุม",
            "มาตรการควบคุมความเสี่ยงของขั้นตอนนี้",
            lambda item: (_name_control(item.plan, control) for control in item.risk.controls),
        ),
        texts_column(
            "control_projects",
            "โครงการที่ควบคุม",
            "รหัสโครงการในตาราง projects ที่ใช้ควบคุม",
            lambda item: (control.project for control in item.risk.controls if control.project),
        ),
    ),
    list_items,
    (TO_PLAN,),
)
