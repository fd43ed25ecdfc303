"""Percentages are rounded as the documents round them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.percent import compute_percent, round_half_up

# Part, whole and what the documents print.
PRINTED = {
    "half-is-rounded-up": (18_495, 20_000, "92.48"),
    "all-done": (29, 29, "100.00"),
    "four-of-five": (4, 5, "80.00"),
    "fifteen-of-sixteen": (15, 16, "93.75"),
    "ten-of-fifteen": (10, 15, "66.67"),
    "dimension-1-money": (150_000, 200_000, "75.00"),
    "dimension-3-money": (28_050, 30_000, "93.50"),
    "total-money": (178_050, 230_000, "77.41"),
    "satang": (Decimal("0.25"), Decimal("0.75"), "33.33"),
    "more-than-planned": (25_000, 20_000, "125.00"),
}


@pytest.mark.parametrize(("part", "whole", "printed"), PRINTED.values(), ids=PRINTED.keys())
def test_percent_is_as_printed(part: Decimal | int, whole: Decimal | int, printed: str) -> None:
    """Part of whole has two decimals, half rounded up."""
    assert str(compute_percent(part, whole)) == printed


@pytest.mark.parametrize("whole", [0, Decimal(0), Decimal("0.00")], ids=["int", "decimal", "two-places"])
def test_nothing_planned_is_zero(whole: Decimal | int) -> None:
    """Where nothing is planned the tables print 0.00."""
    assert str(compute_percent(0, whole)) == "0.00"


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("92.475", "92.48"), ("1.005", "1.01"), ("92.4749", "92.47"), ("0.005", "0.01"), ("7", "7.00")],
    ids=["92.475", "1.005", "92.4749", "0.005", "7"],
)
def test_half_is_rounded_up(value: str, rounded: str) -> None:
    """Values that binary floats and banker's rounding get wrong are rounded up at the half."""
    assert str(round_half_up(Decimal(value))) == rounded


@given(st.data())
def test_part_of_whole_is_within_0_and_100(data: st.DataObject) -> None:
    """A part that is not above the whole gives 0 to 100."""
    money = st.decimals(min_value=0, max_value=10**12, places=2)
    part, whole = sorted([data.draw(money), data.draw(money)])

    assert 0 <= compute_percent(part, whole) <= 100
