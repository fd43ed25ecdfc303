"""Dimensions and missions of the plan periods."""

from __future__ import annotations

import re

import pytest
from prongsai.records.frameworks import Framework, find_framework, list_periods

PERIODS = [pytest.param(period, id=period) for period in list_periods()]


def get_framework(period: str) -> Framework:
    """Return the framework of a period that has one."""
    framework = find_framework(period)
    assert framework is not None
    return framework


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
    assert get_framework("2566-2570").dimensions[number] == title


def test_missions_are_three_for_each_dimension() -> None:
    """Missions run from 1.1 to 4.3."""
    expected = [f"{dimension}.{number}" for dimension in (1, 2, 3, 4) for number in (1, 2, 3)]

    assert list(get_framework("2566-2570").missions) == expected


@pytest.mark.parametrize("period", PERIODS)
def test_every_mission_belongs_to_a_dimension_of_its_period(period: str) -> None:
    """A framework's ids are dimensions (1) and missions (1.1) of these, each with a title."""
    framework = get_framework(period)

    assert all(re.fullmatch(r"[1-9]\.[1-9]", mission) for mission in framework.missions)
    assert {int(mission[0]) for mission in framework.missions} <= set(framework.dimensions)
    assert all(title.strip() for title in (*framework.dimensions.values(), *framework.missions.values()))


@pytest.mark.parametrize(
    "period",
    [
        pytest.param("2571-2575", id="after"),
        pytest.param("2561-2565", id="before"),
        pytest.param("2566-2571", id="longer"),
        pytest.param("2567-2570", id="shorter"),
        pytest.param("../2566-2570", id="path"),
    ],
)
def test_no_period_takes_the_titles_of_another(period: str) -> None:
    """Titles change with the period, so a period without a file here has none."""
    assert find_framework(period) is None
