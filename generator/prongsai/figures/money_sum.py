"""Sums of money with unknown parts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from prongsai.figures.percent import compute_percent
from prongsai.records.money import Money


class MoneySum(Struct, frozen=True):
    """A sum of money.

    Attributes:
        amount: Baht, the sum of the known parts.
        unknown: Number of parts whose amount is unknown.
        budgeted: Number of parts with an amount (not "no budget", not unknown).
        is_empty: There was nothing to sum; that says nothing about money.
    """

    amount: Decimal
    unknown: int
    budgeted: int
    is_empty: bool = False

    @property
    def is_complete(self) -> bool:
        """Tell whether every part is known."""
        return self.unknown == 0

    @property
    def is_without_budget(self) -> bool:
        """Tell whether there are parts, and every one is known to use no budget."""
        return self.is_complete and self.budgeted == 0 and not self.is_empty


def compute_money_sum(parts: Iterable[Money]) -> MoneySum:
    """Return the sum of amounts, counting the unknown ones apart.

    Formula: Σ amount over the known parts; "no budget" counts as 0, unknown is never taken as 0.
    Source: "รวม" and "รวมทั้งสิ้น" of the plan and results tables.
    """
    amount, unknown, budgeted = Decimal(0), 0, 0
    is_empty = True
    for part in parts:
        is_empty = False
        if part.amount is None:
            unknown += 1
        else:
            amount += part.amount
            budgeted += part.is_budgeted
    return MoneySum(amount, unknown, budgeted, is_empty=is_empty)


def add_money_sums(sums: Iterable[MoneySum]) -> MoneySum:
    """Return several sums of money as one; unknown parts stay counted apart.

    Formula: Σ amount, Σ unknown, Σ budgeted; empty where every one is.
    Source: our own; the documents of one LAO tell of that LAO only.
    """
    parts = list(sums)
    return MoneySum(
        sum((part.amount for part in parts), Decimal(0)),
        sum(part.unknown for part in parts),
        sum(part.budgeted for part in parts),
        is_empty=all(part.is_empty for part in parts),
    )


def compute_budget_used_percent(disbursed: MoneySum, planned: MoneySum) -> Decimal | None:
    """Return the money used as a share of the money planned, in percent; None where either sum has unknown parts.

    Formula: Σ disbursed / Σ planned * 100 (never a mean of percentages), two decimals, half up; 0.00 where nothing
    is planned.
    Source: e-PlanNACC "รายงานผลการนำแผนไปปฏิบัติ", FY 2566: 178,050 / 230,000 = 77.41.
    """
    if not (disbursed.is_complete and planned.is_complete):
        return None
    return compute_percent(disbursed.amount, planned.amount)
