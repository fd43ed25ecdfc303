"""The implementation level (ระดับการนำแผนไปปฏิบัติ): one LAO's, and a province's table of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from prongsai.figures.percent import round_half_up
from prongsai.figures.statuses import StatusCounts
from prongsai.records.lao import LevelThresholds
from prongsai.records.progress import LevelName

_FULL = Decimal("100.00")


class Level(Struct, frozen=True):
    """How far a plan was put into practice.

    Attributes:
        score: Projects done, a project in progress counting half.
        raw: Percent of the minimum, not capped.
        percent: Percent as published, at most 100.
        name: มาก, ปานกลาง or น้อย.
    """

    score: Decimal
    raw: Decimal
    percent: Decimal
    name: LevelName

    @property
    def is_capped(self) -> bool:
        """Tell whether the raw value is above 100; only the provincial table marks it, with *."""
        return self.raw > _FULL


def compute_implementation_level(counts: StatusCounts, minimum: int, thresholds: LevelThresholds) -> Level:
    """Return how far the plan was put into practice, as e-PlanNACC computes it.

    Formula: (done + in progress / 2) / minimum * 100, capped at 100, two decimals, half up.
    Source: e-PlanNACC report "สถานะโครงการ/กิจกรรม/มาตรการ", FY 2566.

    Args:
        counts: Projects of one plan by status, in one round.
        minimum: Projects that the NACC demands of this LAO in this fiscal year; at least 1.
        thresholds: From which percentage a level is called high or medium.
    """
    score = counts.done + Decimal(counts.in_progress) / 2
    exact = score / minimum * 100
    percent = round_half_up(min(exact, _FULL))
    return Level(score, exact, percent, compute_level_name(percent, thresholds))


def compute_level_name(percent: Decimal, thresholds: LevelThresholds) -> LevelName:
    """Return the name of an implementation level.

    Formula: มาก from ``thresholds.high``, ปานกลาง from ``thresholds.medium``, else น้อย.
    Source: assumed from published tables (0 น้อย; 73.33 ปานกลาง; 83.33, 90, 100 มาก); hence a setting.
    """
    if percent >= thresholds.high:
        return LevelName.HIGH
    return LevelName.MEDIUM if percent >= thresholds.medium else LevelName.LOW


def compute_places(percents: Sequence[Decimal | None]) -> list[int | None]:
    """Return the place of each LAO of a province; LAOs of equal percent share it, one without a percent has none.

    Formula: 1 + number of LAOs with a higher percent as published, at most 100.
    Source: our own, for "ระดับจังหวัด" of e-PlanNACC, whose rows are numbered only; nobody is put first for more than 100.

    Args:
        percents: The implementation level of each LAO in percent; None where it is not known.
    """
    counts = Counter(percent for percent in percents if percent is not None)
    places, place = {}, 1
    for percent in sorted(counts, reverse=True):
        places[percent] = place
        place += counts[percent]
    return [None if percent is None else places[percent] for percent in percents]


class LevelCounts(Struct, frozen=True):
    """Number of LAOs by implementation level."""

    high: int
    medium: int
    low: int


def compute_level_counts(levels: Iterable[LevelName]) -> LevelCounts:
    """Return how many LAOs of a provincial table have each level.

    Formula: count of the rows by level.
    Source: e-PlanNACC "ระดับจังหวัด", FY 2566: 8 มาก, 1 ปานกลาง, 1 น้อย.
    """
    counts = Counter(levels)
    return LevelCounts(counts[LevelName.HIGH], counts[LevelName.MEDIUM], counts[LevelName.LOW])
