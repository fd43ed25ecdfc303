"""The first questions of a reader, answered in a phrase each: how many are done, what was spent of what was set aside."""

from __future__ import annotations

from prongsai.documents.formats import format_money_baht, format_sum_baht
from prongsai.figures.round_results import ProjectResult, ResultSums, RoundResults
from prongsai.thai.dates import format_thai_date


def tell_projects(sums: ResultSums) -> str:
    """Return how many projects are done: เสร็จ 12 จาก 30 โครงการ."""
    counts = sums.counts
    return f"เสร็จ {counts.done:,} จาก {counts.total:,} โครงการ" if counts.total else "ไม่มีโครงการที่ต้องทำ"


def tell_money(sums: ResultSums) -> str:
    """Return what was spent of what was set aside; that no project uses money is said once, nothing of no project."""
    planned, disbursed = sums.planned, sums.disbursed
    if planned.is_empty:
        return ""
    if planned.is_without_budget and disbursed.is_without_budget:
        return "ทุกโครงการไม่ใช้งบประมาณ"
    spent = f"เบิกจ่าย {format_sum_baht(disbursed)}"
    return spent if planned.is_without_budget else f"{spent} จากที่ตั้งไว้ {format_sum_baht(planned)}"


def tell_project_money(result: ProjectResult) -> str:
    """Return what was spent on one project of what was set aside for it."""
    planned, disbursed = result.planned, result.disbursed
    if result.is_without_money:
        return "ไม่ใช้งบประมาณ"
    is_planned = planned.is_budgeted or not planned.is_known
    set_aside = f"จากที่ตั้งไว้ {format_money_baht(planned)}" if is_planned else "แผนระบุว่าไม่ใช้งบประมาณ"
    return f"เบิกจ่าย {format_money_baht(disbursed)} {set_aside}"


def tell_round(round_: RoundResults) -> str:
    """Return both answers of a round and the day that they are of, in a sentence."""
    date = round_.report.as_of
    of_day = f" ข้อมูล ณ วันที่ {format_thai_date(date)}" if date else ""
    return f"{' '.join(filter(None, (tell_projects(round_.total), tell_money(round_.total))))}{of_day}"
