"""The LAOs of a district, a province or a site together, compared in one round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from prongsai.figures.implementation import Level, LevelCounts, compute_level_counts
from prongsai.figures.round_results import ResultSums, add_result_sums
from prongsai.records.dossier import RoundKey


class ReportState(StrEnum):
    """Where the reports of an LAO stand on a day, the most pressing first."""

    LATE = "late"
    ABSENT = "absent"
    NO_PLAN = "no-plan"
    COMPLETE = "complete"


class ReportedRound(Protocol):
    """What one LAO reports of a round."""

    @property
    def total(self) -> ResultSums:
        """Projects and money."""

    @property
    def level(self) -> Level | None:
        """How far the plan was put into practice; None where that is not known."""

    @property
    def period(self) -> str:
        """The plan's years, whose dimensions these are."""

    @property
    def by_dimension(self) -> Mapping[int, ResultSums]:
        """Projects and money by dimension."""


class AreaFigures(Struct, frozen=True):
    """The figures of some LAOs.

    Attributes:
        laos: Number of LAOs.
        states: Number of LAOs by the state of their reports.
        reported: Number of LAOs that report the round; the figures below are theirs alone.
        levels: Number of LAOs by implementation level.
        without_level: Number of LAOs that report the round and whose level is not known.
        total: Projects and money.
        by_dimension: Projects and money by the period of the plan and the number of the dimension.
    """

    laos: int
    states: Mapping[ReportState, int]
    reported: int
    levels: LevelCounts
    without_level: int
    total: ResultSums
    by_dimension: Mapping[tuple[str, int], ResultSums]

    @property
    def worst(self) -> ReportState:
        """The most pressing state of an LAO here."""
        return next((state for state in ReportState if self.states.get(state)), ReportState.COMPLETE)


def compute_report_state(late: int, absent: int, *, has_plan: bool) -> ReportState:
    """Return where the reports of one LAO stand.

    Formula: late where a report is missing after a day that the LAO set; else absent where one is missing that nothing
    may be called late of; else complete. An LAO without a plan has nothing to report.
    Source: ``compute_missing_rounds``.

    Args:
        late: Number of rounds that are late.
        absent: Number of rounds that are not there and not late.
        has_plan: The LAO has a plan.
    """
    if not has_plan:
        return ReportState.NO_PLAN
    return ReportState.LATE if late else ReportState.ABSENT if absent else ReportState.COMPLETE


def compute_compared_round(reported: Iterable[Collection[RoundKey]]) -> RoundKey | None:
    """Return the round in which LAOs are compared; None where none is reported.

    Formula: the newest round that at least half of the LAOs with any report tell of; where there is none, the one that
    most of them tell of, the newest of equals.
    Source: our own: figures of a half year and of a year, or of two years, say nothing beside each other.

    Args:
        reported: The rounds of each LAO.
    """
    own = [frozenset(rounds) for rounds in reported if rounds]
    counts = Counter(key for rounds in own for key in rounds)
    common = [key for key, count in counts.items() if 2 * count >= len(own)]
    return max(common) if common else max(counts, key=lambda key: (counts[key], key), default=None)


def compute_area(laos: Iterable[tuple[ReportState, ReportedRound | None]]) -> AreaFigures:
    """Return the figures of some LAOs together, of those that report the compared round.

    Formula: counts of LAOs; sums of their sums, shares from the sums; an LAO without the round adds nothing, not zero.
    Source: our own; levels are counted as in e-PlanNACC "ระดับจังหวัด", FY 2566.

    Args:
        laos: Of each LAO the state of its reports and its figures of the round, None where it does not report it.
    """
    given = list(laos)
    rounds = [round_ for _, round_ in given if round_]
    levels = [round_.level.name for round_ in rounds if round_.level]
    parts: dict[tuple[str, int], list[ResultSums]] = {}
    for round_ in rounds:
        for number, sums in round_.by_dimension.items():
            parts.setdefault((round_.period, number), []).append(sums)
    return AreaFigures(
        laos=len(given),
        states=Counter(state for state, _ in given),
        reported=len(rounds),
        levels=compute_level_counts(levels),
        without_level=len(rounds) - len(levels),
        total=add_result_sums(round_.total for round_ in rounds),
        by_dimension={key: add_result_sums(sums) for key, sums in sorted(parts.items())},
    )
