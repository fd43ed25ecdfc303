"""LAOs together: equal rounds, unknown money, fair lateness."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from prongsai.figures.area import ReportState, compute_area, compute_compared_round, compute_report_state
from prongsai.figures.implementation import Level, LevelCounts, compute_places
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import ResultSums, add_result_sums
from prongsai.figures.statuses import StatusCounts
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import LevelName

HIGH = Level(Decimal(9), Decimal(90), Decimal("90.00"), LevelName.HIGH)


@dataclass(frozen=True)
class Reported:
    """A round of one LAO."""

    total: ResultSums
    level: Level | None = None
    period: str = "2566-2570"
    by_dimension: dict[int, ResultSums] = field(default_factory=dict)


def make_sums(done: int, planned: str, disbursed: str | None) -> ResultSums:
    """Return the sums of an LAO whose money used may be unknown."""
    used = MoneySum(Decimal(0), 1, 0) if disbursed is None else MoneySum(Decimal(disbursed), 0, 1)
    set_aside = MoneySum(Decimal(planned), 0, 1)
    return ResultSums(StatusCounts(done=done), set_aside, set_aside, used, Decimal(100), None)


def keys(*slugs: str) -> list[RoundKey]:
    """Return rounds by their ids."""
    return [RoundKey.from_slug(slug) for slug in slugs]


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ([["2566-12", "2567-06"], ["2566-12"], ["2566-12"], []], "2566-12"),
        ([["2566-12", "2567-06"], ["2566-12", "2567-06"], ["2566-12"]], "2567-06"),
        ([["2566-12"], ["2567-06"]], "2567-06"),
        ([["2566-06"], ["2566-12"], ["2567-06"]], "2567-06"),
        ([[], []], None),
    ],
    ids=["early-bird-sets-nothing", "most-have-it", "half-is-enough", "newest-of-equals", "nobody-reports"],
)
def test_compared_round(reported: list[list[str]], expected: str | None) -> None:
    """LAOs meet in the newest round that at least half of those that report have; who reports nothing has no vote."""
    found = compute_compared_round(keys(*slugs) for slugs in reported)

    assert (found.slug if found else None) == expected


@pytest.mark.parametrize(
    ("late", "absent", "has_plan", "state"),
    [
        (1, 2, True, ReportState.LATE),
        (0, 2, True, ReportState.ABSENT),
        (0, 0, True, ReportState.COMPLETE),
        (0, 0, False, ReportState.NO_PLAN),
    ],
)
def test_state_of_reports(late: int, absent: int, has_plan: bool, state: ReportState) -> None:  # noqa: FBT001 - a case
    """Only what is late by days that the LAO set is late; without a plan nothing is owed and nothing complete."""
    assert compute_report_state(late, absent, has_plan=has_plan) is state


def test_lao_without_the_round_adds_nothing() -> None:
    """It is counted among the LAOs only, and is neither a zero nor an unknown amount."""
    own = make_sums(2, "1000", "800")
    area = compute_area([(ReportState.COMPLETE, Reported(own, HIGH)), (ReportState.ABSENT, None)])

    assert (area.laos, area.reported, area.without_level) == (2, 1, 0)
    assert area.levels == LevelCounts(high=1, medium=0, low=0)
    assert area.total == add_result_sums([own])
    assert area.total.disbursed.is_complete


def test_unknown_money_stays_unknown() -> None:
    """The sum tells how many parts are not known, and no share is computed from it."""
    area = compute_area((ReportState.COMPLETE, Reported(make_sums(1, "1000", used))) for used in ("800", None))

    assert (area.total.disbursed.amount, area.total.disbursed.unknown) == (800, 1)
    assert area.total.budget_percent is None
    assert area.without_level == 2


def test_dimensions_of_two_periods_are_not_added() -> None:
    """Dimension 1 of one framework is another one than that of the next."""
    sums = make_sums(1, "1000", "800")
    rounds = [
        Reported(sums, period=period, by_dimension={1: sums}) for period in ("2566-2570", "2571-2575", "2566-2570")
    ]
    area = compute_area((ReportState.COMPLETE, round_) for round_ in rounds)

    assert {key: part.planned.amount for key, part in area.by_dimension.items()} == {
        ("2566-2570", 1): 2000,
        ("2571-2575", 1): 1000,
    }


@pytest.mark.parametrize("states", [["complete", "late", "absent"], ["late"]])
def test_worst_state_stands_for_an_area(states: list[str]) -> None:
    """One late LAO is what an officer has to see first."""
    assert compute_area((ReportState(state), None) for state in states).worst is ReportState.LATE


def test_equal_percents_share_a_place() -> None:
    """The next place is left out; an unknown percent has none and moves nobody."""
    percents = [Decimal("90.00"), None, Decimal("100.00"), Decimal("100.00"), Decimal("0.00")]

    assert compute_places(percents) == [3, None, 1, 1, 4]
