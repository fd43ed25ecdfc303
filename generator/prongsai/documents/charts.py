"""The charts: figures of rounds and plans, made ready to be drawn beside the tables that print them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prongsai.blocks.chart import Chart, ChartRow
from prongsai.documents.formats import format_sum, format_sum_baht
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.plan_budget import BudgetRow
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.figures.statuses import StatusCounts
from prongsai.records.dossier import Dossier
from prongsai.records.progress import Status

_STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.WAITING, Status.CANNOT)
_STATUS_KINDS = tuple(str(status.value) for status in _STATUSES)
_STATUS_LABELS = tuple(status.label for status in _STATUSES)


def make_status_chart(round_: RoundResults) -> Chart:
    """Return how many projects of each dimension are done, in progress, waiting or cannot be done."""
    return Chart(
        id="chart-status",
        name=f"status-{round_.key.slug}",
        title=f"สถานะโครงการแยกตามมิติ {round_.key.label}",
        description=f"รวมทุกมิติ {_tell_counts(round_.total.counts)} แยกเป็น "
        + ", ".join(f"มิติที่ {number} {_tell_done(sums.counts)}" for number, sums in round_.by_dimension.items()),
        unit="โครงการ",
        series=_STATUS_LABELS,
        rows=tuple(
            _make_status_row(_name_dimension(round_, number), sums.counts)
            for number, sums in round_.by_dimension.items()
        ),
        kinds=_STATUS_KINDS,
        is_stacked=True,
    )


def make_progress_chart(rounds: Sequence[RoundResults]) -> Chart:
    """Return how the projects stood in each of these rounds, in time order whatever the order given."""
    ordered = sorted(rounds, key=lambda round_: round_.key)
    return Chart(
        id="chart-progress",
        name="progress",
        title="ความก้าวหน้าทุกรอบที่รายงาน",
        description=", ".join(f"{round_.key.label} {_tell_done(round_.total.counts)}" for round_ in ordered),
        unit="โครงการ",
        series=_STATUS_LABELS,
        rows=tuple(_make_status_row(round_.key.label, round_.total.counts) for round_ in ordered),
        kinds=_STATUS_KINDS,
        is_stacked=True,
    )


def make_money_chart(dossier: Dossier, round_: RoundResults) -> Chart | None:
    """Return the money of each dimension that has some: planned, in the ordinance, disbursed (baht); None without any."""
    ordinance = dossier.lao.type.vocabulary.ordinance
    total = round_.total
    groups = {number: sums for number, sums in round_.by_dimension.items() if _has_money(sums)}
    if not groups:
        return None
    return Chart(
        id="chart-money",
        name=f"money-{round_.key.slug}",
        title=f"เงินแยกตามมิติ {round_.key.label}",
        description=f"รวมทุกมิติ ตามแผน {format_sum_baht(total.planned)} ตาม{ordinance} {format_sum_baht(total.ordinance)} "
        f"เบิกจ่าย {format_sum_baht(total.disbursed)} แยกเป็น "
        + ", ".join(
            f"มิติที่ {number} ตามแผน {format_sum_baht(sums.planned)} เบิกจ่าย {format_sum_baht(sums.disbursed)}"
            for number, sums in groups.items()
        ),
        unit="บาท",
        series=("ตามแผน", f"ตาม{ordinance}", "เบิกจ่าย"),
        rows=tuple(
            _make_money_row(_name_dimension(round_, number), sums.planned, sums.ordinance, sums.disbursed)
            for number, sums in groups.items()
        ),
        kinds=("planned", "ordinance", "disbursed"),
    )


def tell_without_money(round_: RoundResults) -> str:
    """Return which dimensions the chart of money leaves out, in a sentence; empty where it leaves out none."""
    numbers = [
        str(number)
        for number, sums in round_.by_dimension.items()
        if not _has_money(sums) and not sums.planned.is_empty
    ]
    return f"มิติที่ {', '.join(numbers)} ไม่ใช้งบประมาณ" if numbers else ""


def _has_money(sums: ResultSums) -> bool:
    """Tell whether a dimension has an amount of money, or may have one."""
    return any(part.amount or not part.is_complete for part in (sums.planned, sums.ordinance, sums.disbursed))


def make_budget_chart(budget: BudgetRow, period: str) -> Chart | None:
    """Return the budget of the whole plan by fiscal year (baht); None where only one year, or none, is known of."""
    years = budget.by_year
    if sum(bool(total.amount) for total in years.values()) < 2:  # nothing to compare
        return None
    return Chart(
        id="chart-budget",
        name=f"budget-{period}",
        title="งบประมาณตามแผนรายปี",
        description=f"รวมทุกปี {format_sum_baht(budget.total)} แยกเป็น "
        + ", ".join(f"ปีงบประมาณ พ.ศ. {year} {format_sum_baht(total)}" for year, total in years.items()),
        unit="บาท",
        series=("งบประมาณตามแผน",),
        rows=tuple(_make_money_row(f"ปีงบประมาณ พ.ศ. {year}", total) for year, total in years.items()),
        kinds=("budget",),
    )


def _name_dimension(round_: RoundResults, number: int) -> str:
    return f"{number}. {round_.plan.dimension_titles.get(number, '')}"


def _make_status_row(label: str, counts: StatusCounts) -> ChartRow:
    numbers = (counts.done, counts.in_progress, counts.waiting, counts.cannot)
    return ChartRow(label, tuple(map(Decimal, numbers)), tuple(map(str, numbers)))


def _make_money_row(label: str, *totals: MoneySum) -> ChartRow:
    """A sum with unknown parts is drawn as far as it is known and told as a lower bound."""
    values = tuple(total.amount if total.amount or total.is_complete else None for total in totals)
    return ChartRow(label, values, tuple(map(format_sum, totals)))


def _tell_counts(counts: StatusCounts) -> str:
    texts = _make_status_row("", counts).texts
    parts = ", ".join(f"{label} {text}" for label, text in zip(_STATUS_LABELS, texts, strict=True))
    return f"{counts.total} โครงการ: {parts}"


def _tell_done(counts: StatusCounts) -> str:
    return f"เสร็จ {counts.done} จาก {counts.total} โครงการ" if counts.total else "ไม่มีโครงการ"
