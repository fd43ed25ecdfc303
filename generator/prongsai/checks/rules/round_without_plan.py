"""รายงานผลต้องเป็นของปีงบประมาณที่มีแผน

ตรวจปีงบประมาณในชื่อไฟล์ของ progress/ กับช่วงปีของทุกแผน แผนที่รู้จักจากรายงานเท่านั้นเขียนเป็นแผนที่มี source: report
เหตุที่สำคัญ: ผลของปีที่ไม่มีแผนไม่มีโครงการให้นับ จึงไม่มีที่แสดงในตารางใด

ไม่ผ่าน: มี progress/2571-06.yml แต่มีเพียงแผน 2566-2570
ผ่าน: มี 2571-2575/plan.yml ด้วย
ผ่าน: มี 2571-2575/plan.yml ที่มี source: report และโครงการตามรายงาน
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_periods import name_plan
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "round-without-plan"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield rounds of fiscal years that no plan covers."""
    dossier, sources = loaded.dossier, loaded.sources
    if sources.has_unread_plan:
        return  # it may be the one that covers the year
    there = f"มีเพียงแผน {', '.join(dossier.plans)}" if dossier.plans else "ยังไม่มีแผนใด"
    for key in dossier.rounds:
        if dossier.find_plan(key.fiscal_year) is None:
            file = f"{name_plan(dossier, key.fiscal_year)}.yml"
            yield Problem(
                sources.where_round(key),
                ID,
                SEVERITY,
                f"ไม่มีแผนที่ครอบคลุมปีงบประมาณ {key.fiscal_year} ของรายงานนี้ ({there})",
                f"สร้าง {file} (หากรู้จักแผนจากรายงานเท่านั้น เขียน source: report) หรือแก้ปีในชื่อไฟล์รายงานที่ผิด",
                tuple(sources.where_plan(period, "years") for period in dossier.plans),
            )
