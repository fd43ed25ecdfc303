"""What is late on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from figure_records import make_dossier, make_progress, make_project
from prongsai.figures.late import compute_missing_rounds, compute_unfinished
from prongsai.figures.round_results import RoundResults, compute_round_results
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao


def compute_rounds(dossier: Dossier) -> list[RoundResults]:
    """Return the figures of all rounds."""
    return [compute_round_results(dossier, key) for key in dossier.rounds]


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (dt.date(2023, 10, 30), []),
        (dt.date(2023, 10, 31), [("2566-12", 1)]),
        (dt.date(2024, 5, 10), [("2566-12", 193), ("2567-06", 10)]),
    ],
    ids=["last-day", "day-after", "two-rounds"],
)
def test_round_is_late_from_the_day_after_its_last(today: dt.date, late: list[tuple[str, int]]) -> None:
    """A round without a report is late once the LAO's days after its period have passed; a reported one never is."""
    days = {"half_year_days": "30", "annual_days": "30"}
    dossier = make_dossier([make_project()], {"2566-06": []}, deadlines=days)

    rounds = compute_missing_rounds(dossier, today)
    assert [(item.key.slug, item.days) for item in rounds] == late
    assert all(item.is_late for item in rounds)


def test_nothing_is_late_by_an_assumed_day() -> None:
    """An LAO that set no days, or only the other round's, has rounds that are not there, and none that is late."""
    for deadlines in ({}, {"half_year_days": "30"}):
        dossier = make_dossier([make_project()], {"2566-06": []}, deadlines=deadlines)

        assert compute_missing_rounds(dossier, dt.date(2023, 12, 29)) == ()
        [missing] = compute_missing_rounds(dossier, dt.date(2023, 12, 30))
        assert (missing.due, missing.is_late) == (dt.date(2023, 12, 29), False)


def test_half_year_that_the_year_tells_is_not_late() -> None:
    """The report of the whole year holds what that of six months would have told."""
    dossier = make_dossier([make_project()], {"2566-12": []}, deadlines={"half_year_days": "30"})

    [missing] = compute_missing_rounds(dossier, dt.date(2024, 1, 1))
    assert (missing.key.slug, missing.is_covered, missing.is_late) == ("2566-06", True, False)


def test_rounds_before_the_first_one_are_not_asked_for() -> None:
    """An LAO that began with a later round owes none of those before it."""
    dossier = make_dossier([make_project()], {}, start_round="๒๕๖๖-๑๒")

    missing = compute_missing_rounds(dossier, dt.date(2024, 1, 1))
    assert [item.key.slug for item in missing] == ["2566-12"]


def test_without_plan_no_round_is_late() -> None:
    """An LAO that has published no plan owes no report of it yet."""
    lao = Lao.model_validate({"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ"})

    assert compute_missing_rounds(Dossier("x", lao), dt.date(2026, 1, 1)) == ()


def test_unfinished_projects_are_those_of_the_newest_full_year() -> None:
    """Whatever is not done in the newest round 12 counts: in progress, cannot, and without a record."""
    projects = [make_project(f"p0{number}") for number in (1, 2, 3, 4)]
    records = [make_progress("p01"), make_progress("p02", "in_progress"), make_progress("p03", "cannot")]
    dossier = make_dossier(projects, {"2566-12": [], "2567-12": records, "2568-06": []})
    unfinished = compute_unfinished(compute_rounds(dossier), dt.date(2025, 5, 1))

    assert unfinished is not None
    assert unfinished.round.key == RoundKey.from_slug("2567-12")
    assert [result.project.id for result in unfinished.results] == ["p02", "p03", "p04"]


def test_year_that_still_runs_leaves_nothing_unfinished() -> None:
    """A report of round 12 published before the year's end calls no project late."""
    rounds = compute_rounds(make_dossier([make_project()], {"2566-12": []}))

    assert compute_unfinished(rounds, dt.date(2023, 9, 30)) is None
    assert compute_unfinished(rounds, dt.date(2023, 10, 1)) is not None


def test_without_full_year_nothing_is_concluded() -> None:
    """Reports of six months tell nothing about the end of a year."""
    rounds = compute_rounds(make_dossier([make_project()], {"2566-06": []}))

    assert compute_unfinished(rounds, dt.date(2025, 1, 1)) is None
