"""จำนวนโครงการขั้นต่ำต้องไม่มากกว่าจำนวนโครงการในแผนของปีนั้น

เหตุที่สำคัญ: ระดับการนำแผนไปปฏิบัติคิดเทียบกับขั้นต่ำ ขั้นต่ำที่พิมพ์เกิน (25 เป็น 250) ทำให้ผลของหน่วยงานต่ำกว่าความจริง

ไม่ผ่าน: แผนมี 29 โครงการ แต่ minimum_projects: {2566: 250}
ผ่าน: minimum_projects: {2566: 25}
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.declared import is_plan_read
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity

ID = "minimum-too-high"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield minimums above the number of projects that the plan has in that year."""
    for year, minimum in loaded.dossier.lao.minimum_projects.items():
        plan = loaded.dossier.find_plan(year)
        if plan is None or plan.is_reported or not plan.projects or not is_plan_read(loaded, plan):
            continue
        # A plan that names only some of its projects says how many there are.
        count = max(len(plan.projects_in_force(year)), plan.declared.projects or 0)
        if minimum > count:
            yield Problem(
                loaded.sources.where("lao", "minimum_projects", str(year)),
                ID,
                SEVERITY,
                f"โครงการขั้นต่ำปี {year} คือ {minimum} โครงการ แต่แผนมีเพียง {count} โครงการในปีนั้น",
                "ตรวจกับหนังสือของ ป.ป.ช. แล้วแก้จำนวนขั้นต่ำ หรือเติมโครงการที่ขาด",
                (loaded.sources.where_plan(plan.period, "years"),),
            )
