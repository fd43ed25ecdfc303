"""The counts and money of one round: per dimension, in total, with unknown parts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_records import NO_BUDGET_TEXT, PERIOD, make_dossier, make_maesai, make_progress, make_project
from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import ProjectResult, ResultSums, compute_project_results, compute_round_results
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.money import NO_BUDGET, UNKNOWN_MONEY, Money
from prongsai.records.progress import Progress, Status

TWELVE = RoundKey.from_slug("2566-12")
# Planned and done projects; planned, ordinance and disbursed baht; percent of projects and of money, as E1 prints them.
MAESAI_E1 = {
    1: (7, 7, 200_000, 200_000, 150_000, "100.00", "75.00"),
    2: (13, 13, 0, 0, 0, "100.00", "0.00"),
    3: (4, 4, 30_000, 30_000, 28_050, "100.00", "93.50"),
    4: (5, 5, 0, 0, 0, "100.00", "0.00"),
}
TEXTS = st.sampled_from([None, NO_BUDGET_TEXT, "ไม่ทราบ", "0", "150000", "28050.25"])
MISSIONS = st.sampled_from(["1.1", "2.2.1", "3.3", "4.1"])
MONEY_NAMES = ("planned", "ordinance", "disbursed")


def get_row(sums: ResultSums) -> tuple[int, int, Decimal, Decimal, Decimal, str, str]:
    """Return the sums as a line of E1."""
    money = (sums.planned.amount, sums.ordinance.amount, sums.disbursed.amount)
    return (sums.counts.total, sums.counts.done, *money, str(sums.projects_percent), str(sums.budget_percent))


def compute_one(budget: str, *records: Progress) -> ProjectResult:
    """Return the result of a plan's one project in round 12 of 2566."""
    (result,) = compute_project_results(make_dossier([make_project(budget=budget)], {"2566-12": records}), TWELVE)
    return result


@pytest.mark.parametrize("dimension", MAESAI_E1, ids=lambda number: f"dimension-{number}")
def test_dimension_is_as_printed(dimension: int) -> None:
    """Mae Sai's line of a dimension."""
    assert get_row(compute_round_results(make_maesai(), TWELVE).by_dimension[dimension]) == MAESAI_E1[dimension]


def test_total_is_as_printed() -> None:
    """Mae Sai's total: shares from the sums, not means."""
    row = get_row(compute_round_results(make_maesai(), TWELVE).total)

    assert row == (29, 29, 230_000, 230_000, 178_050, "100.00", "77.41")


def test_dimension_without_budget_says_so() -> None:
    """Dimensions 2 and 4 use no budget in any column."""
    by_dimension = compute_round_results(make_maesai(), TWELVE).by_dimension

    for number in (2, 4):
        assert all(getattr(by_dimension[number], name).is_without_budget for name in MONEY_NAMES)


def test_all_planned_projects_count_whatever_their_money() -> None:
    """Only 2 of Mae Sai's 29 projects have money, and all 29 count."""
    total = compute_round_results(make_maesai(), TWELVE).total

    assert (total.counts.total, total.planned.budgeted, total.ordinance.budgeted) == (29, 2, 2)


def test_dimension_without_projects_is_there() -> None:
    """Every dimension has its line, an empty one with zeros."""
    dossier = make_dossier([make_project(mission="3.1")], {"2566-12": []})

    results = compute_round_results(dossier, TWELVE)

    assert [results.by_dimension[number].counts.total for number in (1, 2, 3, 4)] == [0, 0, 1, 0]


def test_project_without_budget_used_no_money() -> None:
    """Where the plan says no budget and the record no amount, nothing was in the ordinance and nothing was used."""
    result = compute_one(NO_BUDGET_TEXT, make_progress("p01"))

    assert (result.planned, result.ordinance, result.disbursed) == (NO_BUDGET, NO_BUDGET, NO_BUDGET)


def test_project_with_budget_and_no_amounts_is_unknown() -> None:
    """What was not written down about a project with money is unknown, never 0."""
    result = compute_one("5000", make_progress("p01"))

    assert (result.planned, result.ordinance, result.disbursed) == (Money(Decimal(5000)), UNKNOWN_MONEY, UNKNOWN_MONEY)


def test_waiting_project_with_budget_is_unknown() -> None:
    """A project without a record may have used money."""
    assert compute_one("5000").disbursed == UNKNOWN_MONEY


def test_amount_of_the_record_goes_before_the_plan() -> None:
    """A record's own planned money replaces the plan's."""
    assert compute_one("5000", make_progress("p01", planned="4000")).planned == Money(Decimal(4000))


def test_money_used_without_a_budget_is_kept() -> None:
    """A record may tell money for a project that the plan has without budget."""
    assert compute_one(NO_BUDGET_TEXT, make_progress("p01", disbursed="700")).disbursed == Money(Decimal(700))


def test_unknown_part_is_told_in_the_sum() -> None:
    """One unknown amount of two leaves the sum incomplete and the share of money untold."""
    dossier = make_dossier(
        [make_project("p01", budget="5000"), make_project("p02", budget="3000")],
        {"2566-12": [make_progress("p01", disbursed="5000")]},
    )

    total = compute_round_results(dossier, TWELVE).total

    assert total.disbursed == MoneySum(Decimal(5000), unknown=1, budgeted=1)
    assert total.budget_percent is None


def test_unknown_money_of_one_dimension_leaves_the_others() -> None:
    """A dimension whose money is known has its share."""
    dossier = make_dossier(
        [make_project("p01", "1.1", "5000"), make_project("p02", "2.1", "3000")],
        {"2566-12": [make_progress("p01", disbursed="5000")]},
    )

    by_dimension = compute_round_results(dossier, TWELVE).by_dimension

    assert (str(by_dimension[1].budget_percent), by_dimension[2].budget_percent) == ("100.00", None)


def test_carried_project_keeps_its_money() -> None:
    """Round 12 is cumulative: the money of a project done in round 06 is in it."""
    dossier = make_dossier(
        [make_project(budget="5000")], {"2566-06": [make_progress("p01", disbursed="4500")], "2566-12": []}
    )

    assert compute_round_results(dossier, TWELVE).total.disbursed == MoneySum(Decimal(4500), unknown=0, budgeted=1)


def test_money_of_12_is_not_added_to_06() -> None:
    """A record of round 12 is the whole year's, and is counted as written even below that of round 06."""
    dossier = make_dossier(
        [make_project(budget="5000")],
        {"2566-06": [make_progress("p01", disbursed="4500")], "2566-12": [make_progress("p01", disbursed="4000")]},
    )

    assert compute_round_results(dossier, TWELVE).total.disbursed.amount == 4000


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Return a plan of some projects, of which some have a record in some round."""
    ids = [f"p{number:02}" for number in range(1, draw(st.integers(0, 6)) + 1)]
    projects = [make_project(project_id, draw(MISSIONS), draw(TEXTS.filter(bool))) for project_id in ids]
    rounds = {
        slug: [
            make_progress(project_id, draw(st.sampled_from(Status)), ordinance=draw(TEXTS), disbursed=draw(TEXTS))
            for project_id in ids
            if draw(st.booleans())
        ]
        for slug in ("2566-06", "2566-12")
    }
    return make_dossier(projects, rounds, minimum_projects={2566: 3})


@given(dossiers(), st.sampled_from(["2566-06", "2566-12"]))
def test_dimensions_add_up_to_the_total(dossier: Dossier, slug: str) -> None:
    """Counts, baht, unknown parts and parts with money of the total are the sums over the dimensions."""
    results = compute_round_results(dossier, RoundKey.from_slug(slug))
    rows = results.by_dimension.values()

    for status in Status:
        assert sum(getattr(row.counts, status.value) for row in rows) == getattr(results.total.counts, status.value)
    for name in MONEY_NAMES:
        total = getattr(results.total, name)
        parts = [getattr(row, name) for row in rows]
        assert sum((part.amount for part in parts), Decimal(0)) == total.amount
        assert [sum(part.unknown for part in parts), sum(part.budgeted for part in parts)] == [
            total.unknown,
            total.budgeted,
        ]


@given(dossiers(), st.sampled_from(["2566-06", "2566-12"]))
def test_every_project_in_force_is_counted_once(dossier: Dossier, slug: str) -> None:
    """The counts add up to the projects of the plan."""
    assert compute_round_results(dossier, RoundKey.from_slug(slug)).total.counts.total == len(
        dossier.plans[PERIOD].projects
    )
