"""งบประมาณตามแผนในรายงานผลต้องเท่ากับงบประมาณของโครงการในแผน

ตรวจเฉพาะที่ทราบทั้งสองจำนวน โครงการที่มีรายการใน amendments: อาจมีงบประมาณต่างไปตามการแก้ไขแผน จึงไม่เตือน
เหตุที่สำคัญ: แผนกับรายงานที่แสดงงบประมาณของโครงการเดียวกันไม่เท่ากัน ทำให้ไม่รู้ว่าจำนวนใดคือสิ่งที่ประกาศใช้

ไม่ผ่าน: แผนมี budget: {2566: 50000} แต่รายงานปี 2566 มี planned: 45000
ผ่าน: planned: 50,000.00
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.round_records import describe_money, iter_round_records
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "planned-differs"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records whose planned money is not the plan's."""
    amended = {
        (period, project_id)
        for period, plan in loaded.dossier.plans.items()
        for amendment in plan.amendments
        for project_id in amendment.projects
    }
    for record in iter_round_records(loaded):
        planned, budget, card = record.progress.planned, record.plan_budget, record.card
        if card is None or planned is None or not (planned.is_known and budget.is_known):
            continue
        period, project = card.plan.period, card.project
        if (period, project.id) in amended:
            continue
        if planned.amount != budget.amount:
            year = record.key.fiscal_year
            yield Problem(
                record.where("planned"),
                ID,
                SEVERITY,
                f"งบประมาณตามแผนของโครงการ {project.id} ปี {year} ในรายงานคือ {describe_money(planned)}"
                f" แต่ในแผนคือ {describe_money(budget)}",
                f"แก้จำนวนที่ผิด หรือเพิ่มรายการใน amendments: ของ {period}/plan.yml หากแก้ไขแผนแล้ว",
                (card.where("budget", str(year)),),
            )
