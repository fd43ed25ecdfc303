"""Percentages, rounded as the documents round them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_TWO_PLACES = Decimal("0.01")


def round_half_up(value: Decimal) -> Decimal:
    """Return the value with two decimals, half rounded up (92.475 → 92.48)."""
    return value.quantize(_TWO_PLACES, rounding=ROUND_HALF_UP)


def compute_percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Return what part is of whole, in percent.

    Formula: part / whole * 100, two decimals, half up; 0.00 where the whole is 0 (nothing planned).
    Source: e-PlanNACC "รายงานผลการนำแผนไปปฏิบัติ", FY 2566, columns ร้อยละดำเนินการ.
    """
    if not whole:
        return round_half_up(Decimal(0))
    return round_half_up(Decimal(part) / Decimal(whole) * 100)
