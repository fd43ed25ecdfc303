"""ระยะเวลาดำเนินการต้องอยู่ในปีของแผนหรือในปีงบประมาณของมาตรการ

ตรวจ period: ในแบบรายละเอียดโครงการกับปีของแผนและกับ from: until: ของโครงการ และ period: ของมาตรการส่งเสริมคุณธรรมฯ กับปีของไฟล์
รวมทั้งปีที่โครงการมีงบประมาณแต่อยู่นอก period: ช่วงที่จบก่อนเริ่มก็ไม่ผ่าน ช่วงแบบปีปฏิทิน (ม.ค. - ธ.ค.) ไม่ถือว่าผิด
เหตุที่สำคัญ: ระยะเวลาของปีอื่นมักติดมาจากเอกสารฉบับก่อน ผู้อ่านจึงไม่รู้ว่างานทำในปีที่รายงานจริงหรือไม่

ไม่ผ่าน: measures/2568.yml มี period: ต.ค. 66 - ก.ย. 67
ไม่ผ่าน: แผนปี 2566 - 2570 มีโครงการที่ period: ปีงบประมาณ พ.ศ. 2566 - 2571
ผ่าน: measures/2568.yml มี period: ต.ค. 67 - ก.ย. 68
ผ่าน: แผนปี 2566 - 2570 มีโครงการที่ period: 1 ตุลาคม 2565 - 30 กันยายน 2570
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.plan_projects import PlanProject, iter_plan_projects
from prongsai.checks.subjects.text_dates import ERA, find_months
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.plan import PlanYears
from prongsai.records.project import Project
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year
from prongsai.thai.patterns import compile_late

ID = "work-period"
SEVERITY = Severity.WARNING

_FIX = "แก้ปีของระยะเวลาดำเนินการตามเอกสารต้นฉบับ"
_YEAR = compile_late(r"(?<![0-9/])2[56][0-9]{2}(?![0-9])")
_SHORT_YEARS = compile_late(rf"ปี(?:งบประมาณ)?\s*(?:{ERA}\s*)?([4-9][0-9])\s*(?:-|–|ถึง)\s*([4-9][0-9])(?![0-9])")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield periods of work outside the years of the plan, or of the measures."""
    for card in iter_plan_projects(loaded):
        if card.project.period:
            yield from _check_card(card, card.project.period)
    for year, record in loaded.dossier.measures.items():
        for row, section in enumerate(record.sections):
            for index, measure in enumerate(section.measures):
                if measure.period and (told := _describe(measure.period, year, year)):
                    where = loaded.sources.where(f"measures/{year}", "sections", row, "measures", index, "period")
                    message = f"ระยะเวลาดำเนินการ “{measure.period}” {told}ปีงบประมาณ พ.ศ. {year} ของมาตรการ"
                    yield Problem(where, ID, SEVERITY, message, _FIX)


def _check_card(card: PlanProject, period: str) -> Iterator[Problem]:
    years, project = card.plan.years, card.project
    told = _describe(period, years.first, years.last)
    name, related = f"แผนปี {years.first} - {years.last}", (card.loaded.sources.where_plan(card.plan.period, "years"),)
    first, last = project.from_year or years.first, project.until_year or years.last
    if not told and first <= last and (told := _describe(period, first, last)):
        name = f"ช่วงที่โครงการอยู่ในแผน (ปี {first} - {last})"
        related = (card.where("from" if project.from_year else "until"),)
    if not told and (year := _find_funded_year(card.project, period, years)):
        told, name = f"ไม่รวมปี {year} ซึ่งมีงบประมาณใน", "แผน"
        related = (card.where("budget"),)
    if told:
        message = f"ระยะเวลาดำเนินการของโครงการ {project.id} “{period}” {told}{name}"
        yield Problem(card.where("period"), ID, SEVERITY, message, _FIX, related)


def _find_funded_year(project: Project, period: str, years: PlanYears) -> int | None:
    """Return the first year with money before or after a period that is written as years; None where there is none."""
    written = [int(year) for year in _YEAR.findall(read_plainly(period))]
    if len(written) != 2 or any(find_months(read_plainly(period))):
        return None
    funded = (year for year in years.span if project.is_in_force(year) and project.budget.in_year(year).amount)
    return next((year for year in funded if not min(written) <= year <= max(written)), None)


def _describe(period: str, first: int, last: int) -> str:
    """Return how a period contradicts some fiscal years, in Thai; nothing where it does not."""
    text = read_plainly(period)
    months = list(find_months(text))
    if any(later < earlier for earlier, later in pairwise(months)):
        return "จบก่อนเริ่ม จึงไม่อยู่ใน"
    is_by_calendar = bool(months) and months[0].month == 1
    begin, end = dt.date(first - BE_OFFSET - 1, 10, 1), dt.date(last - BE_OFFSET, 12 if is_by_calendar else 9, 30)
    if any(not begin <= month <= end for month in months) or (
        months and not first <= compute_fiscal_year(months[0]) <= last
    ):
        return "อยู่นอก"
    years = [] if months else [int(year) for year in _YEAR.findall(text)]
    if not years and (short := _SHORT_YEARS.search(text)):
        years = [int("25" + year) for year in short.groups()]
    return "อยู่นอก" if any(not first <= year <= last for year in years) else ""
