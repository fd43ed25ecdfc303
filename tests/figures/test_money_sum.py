"""Sums of money never take unknown for zero, and shares come from sums."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.money_sum import MoneySum, compute_budget_used_percent, compute_money_sum
from prongsai.records.money import NO_BUDGET, UNKNOWN_MONEY, Money

AMOUNTS = st.builds(Money, st.decimals(min_value=0, max_value=10**12, places=2))
PARTS = st.lists(AMOUNTS | st.just(NO_BUDGET) | st.just(UNKNOWN_MONEY))


def baht(*amounts: str | int) -> list[Money]:
    """Return amounts of money."""
    return [Money(Decimal(amount)) for amount in amounts]


def test_amounts_are_added() -> None:
    """Mae Sai: 200,000 and 30,000 are 230,000 baht in two parts."""
    assert compute_money_sum(baht(200_000, 30_000)) == MoneySum(Decimal(230_000), unknown=0, budgeted=2)


def test_satang_are_exact() -> None:
    """A tenth of a baht three times is thirty satang, no more."""
    assert compute_money_sum(baht("0.10", "0.10", "0.10")).amount == Decimal("0.30")


def test_unknown_part_is_counted_not_added() -> None:
    """Unknown money is told by its number of parts."""
    result = compute_money_sum([*baht(10_000), UNKNOWN_MONEY, UNKNOWN_MONEY])

    assert result == MoneySum(Decimal(10_000), unknown=2, budgeted=1)
    assert not result.is_complete


def test_no_budget_is_a_known_zero() -> None:
    """A project without budget leaves the sum complete and is no part with money."""
    result = compute_money_sum([*baht(30_000), NO_BUDGET, NO_BUDGET])

    assert result == MoneySum(Decimal(30_000), unknown=0, budgeted=1)
    assert not result.is_without_budget


def test_only_no_budget_is_without_budget() -> None:
    """Where all parts use no budget, so does the sum."""
    assert compute_money_sum([NO_BUDGET, NO_BUDGET]).is_without_budget


def test_amount_of_zero_is_a_budget() -> None:
    """An amount of 0 baht is not the statement that no budget is used."""
    assert not compute_money_sum(baht(0)).is_without_budget


def test_unknown_beside_no_budget_is_not_without_budget() -> None:
    """A part that may have money forbids the words ไม่ใช้งบประมาณ."""
    assert not compute_money_sum([NO_BUDGET, UNKNOWN_MONEY]).is_without_budget


@given(PARTS, PARTS)
def test_sum_of_two_groups_is_the_sum_of_all(first: list[Money], second: list[Money]) -> None:
    """Adding group by group gives the same amount and the same counts."""
    one, two, both = compute_money_sum(first), compute_money_sum(second), compute_money_sum(first + second)

    assert both == MoneySum(
        one.amount + two.amount, one.unknown + two.unknown, one.budgeted + two.budgeted, is_empty=not (first or second)
    )


def test_used_percent_is_sum_by_sum() -> None:
    """75.00 and 93.50 of two dimensions are 77.41 in total, not their mean of 84.25."""
    disbursed, planned = baht(150_000, 28_050), baht(200_000, 30_000)

    percent = compute_budget_used_percent(compute_money_sum(disbursed), compute_money_sum(planned))

    assert str(percent) == "77.41"


def test_used_percent_of_nothing_planned_is_zero() -> None:
    """A dimension without budget prints 0.00."""
    nothing = compute_money_sum([NO_BUDGET])

    assert str(compute_budget_used_percent(nothing, nothing)) == "0.00"


def test_used_percent_needs_known_spending() -> None:
    """Unknown spending gives no share."""
    assert (
        compute_budget_used_percent(compute_money_sum([*baht(500), UNKNOWN_MONEY]), compute_money_sum(baht(1000)))
        is None
    )


def test_used_percent_needs_a_known_plan() -> None:
    """Unknown planned money gives no share."""
    assert (
        compute_budget_used_percent(compute_money_sum(baht(500)), compute_money_sum([*baht(1000), UNKNOWN_MONEY]))
        is None
    )


def test_sum_of_nothing_tells_nothing_about_money() -> None:
    """Where there is no project, nobody planned to use no budget."""
    nothing, no_budget = compute_money_sum([]), compute_money_sum([NO_BUDGET])

    assert (nothing.is_empty, nothing.is_without_budget, nothing.is_complete) == (True, False, True)
    assert (no_budget.is_empty, no_budget.is_without_budget) == (False, True)
