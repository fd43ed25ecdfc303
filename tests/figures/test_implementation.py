"""The implementation level: its own rule, a cap at 100, thresholds as settings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.implementation import (
    LevelCounts,
    compute_implementation_level,
    compute_level_counts,
    compute_level_name,
)
from prongsai.figures.statuses import StatusCounts, compute_projects_done_percent
from prongsai.records.lao import LevelThresholds
from prongsai.records.progress import LevelName, ProvincialRow

DEFAULT = LevelThresholds()
# Counts, minimum, percent and name as published.
PUBLISHED = {
    "maesai": (StatusCounts(done=29), 25, "100.00", "มาก"),
    "half-for-in-progress": (StatusCounts(done=10, in_progress=5), 15, "83.33", "มาก"),
    "exactly-the-minimum": (StatusCounts(done=25), 25, "100.00", "มาก"),
    "ninety": (StatusCounts(done=9), 10, "90.00", "มาก"),
    "medium": (StatusCounts(done=11), 15, "73.33", "ปานกลาง"),
    "nothing-done": (StatusCounts(), 15, "0.00", "น้อย"),
    "waiting-and-cannot-count-nothing": (StatusCounts(waiting=10, cannot=10), 15, "0.00", "น้อย"),
}


@pytest.mark.parametrize(("counts", "minimum", "percent", "name"), PUBLISHED.values(), ids=PUBLISHED.keys())
def test_level_is_as_published(counts: StatusCounts, minimum: int, percent: str, name: str) -> None:
    """Percent and name are those of e-PlanNACC."""
    level = compute_implementation_level(counts, minimum, DEFAULT)

    assert (str(level.percent), level.name.label) == (percent, name)


def test_level_above_the_minimum_is_capped() -> None:
    """29 done of at least 25 are 116 percent, shown as 100 and marked."""
    level = compute_implementation_level(StatusCounts(done=29), 25, DEFAULT)

    assert (level.score, level.raw, level.is_capped) == (29, 116, True)


def test_level_at_the_minimum_is_not_capped() -> None:
    """Exactly 100 percent carries no mark."""
    assert not compute_implementation_level(StatusCounts(done=25), 25, DEFAULT).is_capped


def test_project_in_progress_counts_half() -> None:
    """One project in progress is half a project."""
    assert compute_implementation_level(StatusCounts(in_progress=1), 25, DEFAULT).score == Decimal("0.5")


def test_level_and_done_percent_are_two_figures() -> None:
    """10 done and 5 in progress of 15 are 83.33 by the level and 66.67 by the projects."""
    counts = StatusCounts(done=10, in_progress=5)

    level = compute_implementation_level(counts, 15, DEFAULT)

    assert (str(level.percent), str(compute_projects_done_percent(counts))) == ("83.33", "66.67")


@given(st.builds(StatusCounts, *[st.integers(0, 500)] * 4), st.integers(1, 100))
def test_level_is_within_0_and_100(counts: StatusCounts, minimum: int) -> None:
    """No counts give a published level outside 0 to 100."""
    assert 0 <= compute_implementation_level(counts, minimum, DEFAULT).percent <= 100


@pytest.mark.parametrize(
    ("percent", "name"),
    [("80.00", "มาก"), ("79.99", "ปานกลาง"), ("50.00", "ปานกลาง"), ("49.99", "น้อย"), ("0.00", "น้อย")],
    ids=["at-high", "below-high", "at-medium", "below-medium", "zero"],
)
def test_level_name_begins_at_its_threshold(percent: str, name: str) -> None:
    """A threshold itself belongs to the higher level."""
    assert compute_level_name(Decimal(percent), DEFAULT).label == name


@pytest.mark.parametrize(
    ("high", "medium", "name"), [("70", "50", "มาก"), ("90", "74", "น้อย")], ids=["lower-high", "higher-medium"]
)
def test_thresholds_are_settings(high: str, medium: str, name: str) -> None:
    """73.33 is named by the thresholds that the LAO set."""
    level = compute_implementation_level(StatusCounts(done=11), 15, LevelThresholds(high=high, medium=medium))

    assert level.name.label == name


def test_name_follows_the_shown_percent() -> None:
    """A value that is shown as 80.00 is named like 80.00."""
    level = compute_implementation_level(StatusCounts(done=19_999), 25_000, DEFAULT)

    assert (str(level.percent), level.name) == ("80.00", LevelName.HIGH)


def test_levels_of_a_province_are_counted() -> None:
    """A provincial table tells how many LAOs have each level."""
    rows = [
        ProvincialRow(lao=f"เทศบาลตำบลที่ {number}", district="แม่สาย", percent="0", level=level)
        for number, level in enumerate(["มาก", "กลาง", "มาก", "น้อย", "มาก"])
    ]

    assert compute_level_counts(row.level for row in rows) == LevelCounts(high=3, medium=1, low=1)


def test_levels_of_no_lao_are_zero() -> None:
    """An empty table counts nothing."""
    assert compute_level_counts([]) == LevelCounts(0, 0, 0)
