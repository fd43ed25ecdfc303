"""How values are written on pages and papers: money, shares, periods, reasons."""

from __future__ import annotations

from decimal import Decimal

from prongsai.figures.money_sum import MoneySum
from prongsai.figures.percent import round_half_up
from prongsai.records.money import NO_BUDGET_WORDS, Money
from prongsai.records.progress import CannotReason, Progress, Round
from prongsai.thai.dates import MONTHS
from prongsai.thai.money_words import format_baht_words

UNKNOWN_WORDS = "ไม่มีข้อมูล"
NO_PROJECT_WORDS = "ไม่มีโครงการ"


def format_amount(amount: Decimal) -> str:
    """Return baht with two decimals, as in the e-Plan tables: 200,000.00."""
    return f"{amount:,.2f}"


def format_baht(amount: Decimal) -> str:
    """Return baht for reading: 200,000, with satang only where there are any."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def format_money(money: Money) -> str:
    """Return money for reading: an amount, ไม่ใช้งบประมาณ, or ไม่มีข้อมูล."""
    if money.amount is None:
        return UNKNOWN_WORDS
    return format_baht(money.amount) if money.is_budgeted else NO_BUDGET_WORDS


def format_money_baht(money: Money) -> str:
    """Return money with its unit, for a sentence: 200,000 บาท, ไม่ใช้งบประมาณ, or ไม่มีข้อมูล."""
    return f"{format_money(money)} บาท" if money.amount is not None and money.is_budgeted else format_money(money)


def format_money_with_words(money: Money) -> str:
    """Return money as in a detail card: จำนวน 180,000.- บาท (หนึ่งแสนแปดหมื่นบาทถ้วน)."""
    if money.amount is None or not money.is_budgeted:
        return format_money(money)
    written = format_baht(money.amount)
    mark = "" if "." in written else ".-"
    return f"จำนวน {written}{mark} บาท ({format_baht_words(money.amount)})"


def format_sum(total: MoneySum) -> str:
    """Return a sum for reading; unknown parts are told, nothing planned is ไม่ใช้งบประมาณ, nothing to sum ไม่มีโครงการ."""
    if total.is_empty:
        return NO_PROJECT_WORDS
    if not total.is_complete:
        return _format_incomplete(total, format_baht(total.amount))
    return NO_BUDGET_WORDS if total.is_without_budget else format_baht(total.amount)


def format_sum_baht(total: MoneySum) -> str:
    """Return a sum with its unit, for a sentence."""
    written = format_sum(total)
    is_amount = total.is_complete and not total.is_without_budget and not total.is_empty
    return f"{written} บาท" if is_amount else written


def format_eplan_sum(total: MoneySum) -> str:
    """Return a sum as in the e-Plan tables: two decimals, 0.00 where nothing is planned."""
    written = format_amount(total.amount)
    return written if total.is_complete else _format_incomplete(total, written)


def format_eplan_money(money: Money) -> str:
    """Return money as in the e-Plan tables: two decimals, 0.00 without budget."""
    return UNKNOWN_WORDS if money.amount is None else format_amount(money.amount)


def _format_incomplete(total: MoneySum, written: str) -> str:
    if total.amount:
        return f"อย่างน้อย {written} บาท ({UNKNOWN_WORDS} {total.unknown} รายการ)"
    return f"{UNKNOWN_WORDS} ({total.unknown} รายการ)"


def format_percent(percent: Decimal | None) -> str:
    """Return a share with two decimals, without its unit."""
    return UNKNOWN_WORDS if percent is None else f"{round_half_up(percent)}"


def format_share(percent: Decimal) -> str:
    """Return a share for a citizen: 100 instead of 100.00, and 77.41 with its decimals."""
    return format_percent(percent).removesuffix(".00")


def format_decimal(number: Decimal) -> str:
    """Return a number as it was typed."""
    return f"{number:,f}"


def format_round_period(fiscal_year: int, round_: Round) -> str:
    """Return the dates that a round covers: 1 ตุลาคม 2565 - 30 กันยายน 2566."""
    start = f"1 {MONTHS[9]} {fiscal_year - 1}"
    end = f"31 {MONTHS[2]} {fiscal_year}" if round_ is Round.SIX else f"30 {MONTHS[8]} {fiscal_year}"
    return f"{start} - {end}"


def format_reason(progress: Progress) -> str:
    """Return why a project could not be done, in one phrase; empty where nothing is told."""
    if progress.reason is None or (progress.reason is CannotReason.OTHER and progress.reason_text):
        return progress.reason_text or ""
    return f"{progress.reason.label} {progress.reason_text or ''}".strip()
