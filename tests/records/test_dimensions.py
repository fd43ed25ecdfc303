"""Dimensions and missions of the plan periods."""

from __future__ import annotations

import pytest

from generator.records.dimensions import PERIODS, get_framework


@pytest.mark.parametrize(
    ("number", "title"),
    [
        pytest.param(1, "การสร้างวัฒนธรรมสุจริต", id="first"),
        pytest.param(2, "การบริหารราชการด้วยความโปร่งใส", id="second"),
        pytest.param(3, "การส่งเสริมบทบาทและการมีส่วนร่วมของภาคประชาชน", id="third"),
        pytest.param(4, "การยกระดับกลไกการตรวจสอบการดำเนินงานขององค์กรปกครองส่วนท้องถิ่น", id="fourth"),
    ],
)
def test_dimension_of_2566_has_its_title(number: int, title: str) -> None:
    """The four dimensions of 2566-2570 are called as in the plans."""
    assert get_framework(2566).dimensions[number] == title


def test_missions_are_three_for_each_dimension() -> None:
    """Missions run from 1.1 to 4.3."""
    expected = [f"{dimension}.{number}" for dimension in (1, 2, 3, 4) for number in (1, 2, 3)]

    assert list(get_framework(2566).missions) == expected


@pytest.mark.parametrize("year", [pytest.param(year, id=str(year)) for year in (2566, 2568, 2599)])
def test_latest_framework_that_has_begun_is_in_force(year: int) -> None:
    """A plan takes the framework of the latest period that began by its first year."""
    assert get_framework(year) is get_framework(max(period for period in PERIODS if period <= year))


def test_plan_before_all_periods_takes_the_first_framework() -> None:
    """An older plan still has titles to show."""
    assert get_framework(2500) is get_framework(min(PERIODS))
