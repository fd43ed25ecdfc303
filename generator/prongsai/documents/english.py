"""Words for the page in English: money, dates, rounds, statuses. None of them is anybody's official wording."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from prongsai.documents.formats import format_baht, format_share
from prongsai.figures.money_sum import MoneySum
from prongsai.records.dossier import RoundKey
from prongsai.records.frameworks import find_framework
from prongsai.records.plan import Plan
from prongsai.records.progress import LevelName, Round, Status
from prongsai.thai.dates import BE_OFFSET

STATUSES = {
    Status.DONE: "Completed",
    Status.IN_PROGRESS: "In progress",
    Status.WAITING: "No report yet",
    Status.CANNOT: "Could not be done",
}
LEVELS = {LevelName.HIGH: "High", LevelName.MEDIUM: "Medium", LevelName.LOW: "Low"}
_ROUNDS = {Round.SIX: "six-month report", Round.TWELVE: "twelve-month report"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def format_date(date: dt.date) -> str:
    """Return a day with the year of both eras: 6 October 2023 (B.E. 2566)."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year} (B.E. {date.year + BE_OFFSET})"


def format_year(fiscal_year: int) -> str:
    """Return a fiscal year with the years of both eras: B.E. 2566 (October 2022 to September 2023)."""
    year = fiscal_year - BE_OFFSET
    return f"B.E. {fiscal_year} (October {year - 1} to September {year})"


def format_years(plan: Plan) -> str:
    """Return the years of a plan: B.E. 2566-2570 (C.E. 2023-2027)."""
    first, last = plan.years.first, plan.years.last
    return f"B.E. {first}-{last} (C.E. {first - BE_OFFSET}-{last - BE_OFFSET})"


def format_round(key: RoundKey) -> str:
    """Return a round: fiscal year B.E. 2566 (October 2022 to September 2023), twelve-month report."""
    return f"Fiscal year {format_year(key.fiscal_year)}, {_ROUNDS[key.round]}"


def format_sum(total: MoneySum) -> str:
    """Return a sum for a cell; unknown parts are told, and no budget is no zero."""
    if total.is_empty:
        return "no projects"
    if not total.is_complete:
        known = f"at least {format_baht(total.amount)}; " if total.amount else ""
        return f"{known}unknown for {total.unknown} of the projects"
    return "no budget used" if total.is_without_budget else format_baht(total.amount)


def format_sum_baht(total: MoneySum) -> str:
    """Return a sum with its unit, for a sentence."""
    if total.is_empty or total.is_without_budget:
        return format_sum(total)
    if total.is_complete:
        return f"{format_baht(total.amount)} baht"
    known = f"at least {format_baht(total.amount)} baht; " if total.amount else ""
    return f"{known}unknown for {total.unknown} of the projects"


def format_percent(percent: Decimal) -> str:
    """Return a share: 77.41%, 100%."""
    return f"{format_share(percent)}%"


def find_dimension_name(plan: Plan, number: int) -> str | None:
    """Return what a dimension means in English; None where the plan has other titles than those that were translated."""
    framework = find_framework(plan.period)
    if framework is None or plan.dimension_titles.get(number) != framework.dimensions.get(number):
        return None
    return framework.english.get(number)
