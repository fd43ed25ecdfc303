"""Which projects a round counts, and where each of them stands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_records import (
    NEXT_PERIOD,
    PERIOD,
    make_dossier,
    make_maesai,
    make_plan,
    make_progress,
    make_project,
    make_report,
)
from msgspec.structs import replace
from prongsai.figures.round_results import (
    Change,
    OrdinanceCount,
    compute_changes,
    compute_project_results,
    compute_round_results,
)
from prongsai.figures.statuses import StatusCounts
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import LevelThresholds
from prongsai.records.money import NO_BUDGET, UNKNOWN_MONEY
from prongsai.records.progress import Status

SIX, TWELVE = RoundKey.from_slug("2566-06"), RoundKey.from_slug("2566-12")


def get_statuses(dossier: Dossier, key: RoundKey = TWELVE) -> dict[str, str]:
    """Return each counted project with its status."""
    return {result.project.id: result.status.value for result in compute_project_results(dossier, key)}


@pytest.mark.parametrize("key", [SIX, TWELVE], ids=["round-06", "round-12"])
def test_project_in_force_without_record_waits(key: RoundKey) -> None:
    """A project of the plan that the report leaves out waits for its report."""
    dossier = make_dossier([make_project("p01"), make_project("p02")], {key.slug: [make_progress("p02")]})

    assert get_statuses(dossier, key) == {"p01": "waiting", "p02": "done"}


def test_done_in_06_is_carried_over_into_12() -> None:
    """A project done in the first half without a record in round 12 stays done, by its record of round 06."""
    early = make_progress("p01", results="จัดอบรมแล้ว")
    dossier = make_dossier([make_project()], {"2566-06": [early], "2566-12": []})

    (result,) = compute_project_results(dossier, TWELVE)

    assert (result.status, result.is_carried, result.progress) == (Status.DONE, True, early)


@pytest.mark.parametrize("status", ["in_progress", "cannot", "waiting"])
def test_not_done_in_06_is_not_carried_over(status: str) -> None:
    """Only what is done stays; anything else waits for its report in round 12."""
    dossier = make_dossier([make_project()], {"2566-06": [make_progress("p01", status)], "2566-12": []})

    (result,) = compute_project_results(dossier, TWELVE)

    assert (result.status, result.is_carried, result.progress) == (Status.WAITING, False, None)


@pytest.mark.parametrize("status", ["waiting", "in_progress", "done", "cannot"])
def test_record_in_12_is_counted_as_written(status: str) -> None:
    """A record in round 12 counts even where it contradicts "done" in round 06."""
    dossier = make_dossier(
        [make_project()], {"2566-06": [make_progress("p01")], "2566-12": [make_progress("p01", status)]}
    )

    (result,) = compute_project_results(dossier, TWELVE)

    assert (result.status.value, result.is_carried) == (status, False)


def test_round_12_does_not_reach_back_into_06() -> None:
    """What was done by the end of the year was not yet done in March."""
    dossier = make_dossier([make_project()], {"2566-06": [], "2566-12": [make_progress("p01")]})

    assert get_statuses(dossier, SIX) == {"p01": "waiting"}


def test_nothing_is_carried_into_another_year() -> None:
    """A project done in 2566 waits for its report of 2567."""
    dossier = make_dossier([make_project()], {"2566-06": [make_progress("p01")], "2567-12": []})

    assert get_statuses(dossier, RoundKey.from_slug("2567-12")) == {"p01": "waiting"}


def test_project_added_in_2568_changes_nothing_in_2566() -> None:
    """Every figure of a published report stays as it was when the plan is amended later."""
    before = make_maesai()
    added = make_project("p30", "2.1", "500000", from_year=2568)
    after = replace(before, plans={PERIOD: make_plan([*before.plans[PERIOD].projects, added])})

    assert replace(compute_round_results(after, TWELVE), plan=before.plans[PERIOD]) == compute_round_results(
        before, TWELVE
    )


def test_project_added_in_2568_counts_from_2568() -> None:
    """An added project waits for its report from its first year on."""
    dossier = make_dossier([make_project("p01"), make_project("p02", from_year=2568)], {})

    assert [len(get_statuses(dossier, RoundKey.from_slug(f"{year}-12"))) for year in (2567, 2568, 2569)] == [1, 2, 2]


def test_project_that_ended_is_not_counted() -> None:
    """A project in force until 2566 is gone in 2567."""
    dossier = make_dossier([make_project("p01", until_year=2566), make_project("p02")], {})

    assert list(get_statuses(dossier, RoundKey.from_slug("2567-12"))) == ["p02"]


def test_record_of_a_project_not_in_force_is_not_counted() -> None:
    """A record does not bring a project into a year in which the plan does not have it."""
    dossier = make_dossier(
        [make_project("p01"), make_project("p02", from_year=2568)],
        {"2566-12": [make_progress("p01"), make_progress("p02"), make_progress("p99")]},
    )

    assert compute_round_results(dossier, TWELVE).total.counts == StatusCounts(done=1)


def test_results_follow_the_order_of_the_plan() -> None:
    """The order of the records does not matter."""
    dossier = make_dossier(
        [make_project("p03", "2.1"), make_project("p01"), make_project("p02")],
        {"2566-12": [make_progress("p02"), make_progress("p01"), make_progress("p03")]},
    )

    assert list(get_statuses(dossier)) == ["p03", "p01", "p02"]


def test_lao_without_plan_has_no_results() -> None:
    """Where there is no plan, no project is counted."""
    dossier = make_dossier([], {"2566-12": [make_progress("p01")]})

    assert compute_project_results(replace(dossier, plans={}), TWELVE) == ()


def test_round_counts_the_projects_of_its_own_plan() -> None:
    """Both plans have a p01; the round's fiscal year tells which one a record is about."""
    before = make_plan([make_project("p01", budget="100"), make_project("p02")])
    after = make_plan([make_project("p01", "5.1", "700")], NEXT_PERIOD)
    rounds = {"2570-12": [make_progress("p01", "cannot")], "2571-06": [make_progress("p01")]}
    dossier = make_dossier([before, after], rounds)

    old, new = (compute_round_results(dossier, RoundKey.from_slug(slug)) for slug in rounds)

    assert (old.plan, new.plan) == (before, after)
    assert [(result.project.id, result.status.value) for result in old.results] == [
        ("p01", "cannot"),
        ("p02", "waiting"),
    ]
    assert [(result.project, result.status.value) for result in new.results] == [(after.projects[0], "done")]
    assert (old.total.planned.amount, new.total.planned.amount) == (100, 700)


def test_sums_follow_the_dimensions_of_the_plan() -> None:
    """A plan of five dimensions has five lines, one of four has four."""
    before = make_plan([make_project("p01", "4.1")])
    after = make_plan([make_project("p01", "5.1"), make_project("p02", "5.1")], NEXT_PERIOD)
    dossier = make_dossier([before, after], {"2570-12": [], "2571-06": []})

    old, new = (compute_round_results(dossier, RoundKey.from_slug(slug)) for slug in ("2570-12", "2571-06"))

    assert {number: sums.counts.total for number, sums in old.by_dimension.items()} == {1: 0, 2: 0, 3: 0, 4: 1}
    assert {number: sums.counts.total for number, sums in new.by_dimension.items()} == {1: 0, 2: 0, 3: 0, 4: 0, 5: 2}


def test_round_that_no_plan_covers_has_no_figures() -> None:
    """Asking for them is a fault of the program; the ledger leaves such rounds out."""
    with pytest.raises(KeyError, match="2571"):
        compute_round_results(make_dossier([], {"2571-06": []}), RoundKey.from_slug("2571-06"))


ORDINANCE = {
    "all-known": (["yes", "no", "yes"], None, OrdinanceCount(2, 0, is_declared=False)),
    "none-of-them": (["no", "no", "no"], None, OrdinanceCount(0, 0, is_declared=False)),
    "some-unknown": (["yes", None, None], None, OrdinanceCount(1, 2, is_declared=False)),
    "declared-only": ([None, None, None], 1, OrdinanceCount(1, 0, is_declared=True)),
    "declared-zero": ([None, None, None], 0, OrdinanceCount(0, 0, is_declared=True)),
    "ticks-before-declared": (["yes", "yes", "no"], 1, OrdinanceCount(2, 0, is_declared=False)),
    "unknown": ([None, None, None], None, OrdinanceCount(None, 3, is_declared=False)),
}


@pytest.mark.parametrize(("ticks", "declared", "expected"), ORDINANCE.values(), ids=ORDINANCE.keys())
def test_in_ordinance_comes_from_ticks_then_from_the_report(
    ticks: list[str | None], declared: int | None, expected: OrdinanceCount
) -> None:
    """Tick-boxes count; without any, the number that the report declares; without that, it is unknown."""
    ids = ["p01", "p02", "p03"]
    records = [make_progress(project_id, in_ordinance=tick) for project_id, tick in zip(ids, ticks, strict=True)]
    dossier = make_dossier(map(make_project, ids), {"2566-12": make_report(records, in_ordinance=declared)})

    assert compute_round_results(dossier, TWELVE).in_ordinance == expected


def test_money_in_the_ordinance_is_no_tick() -> None:
    """A project with money in the ordinance is not counted without its tick-box."""
    dossier = make_dossier([make_project(budget="5000")], {"2566-12": [make_progress("p01", ordinance="5000")]})

    assert compute_round_results(dossier, TWELVE).in_ordinance == OrdinanceCount(None, 1, is_declared=False)


def test_project_without_record_is_unknown_in_the_ordinance() -> None:
    """A waiting project's tick-box is not known."""
    dossier = make_dossier(
        [make_project("p01"), make_project("p02")], {"2566-12": [make_progress("p01", in_ordinance="yes")]}
    )

    assert compute_round_results(dossier, TWELVE).in_ordinance == OrdinanceCount(1, 1, is_declared=False)


def test_level_counts_against_the_minimum_of_the_year() -> None:
    """29 done of at least 25 are 116 percent, shown as 100."""
    results = compute_round_results(make_maesai(), TWELVE)

    assert (results.minimum, results.level.raw, str(results.level.percent)) == (25, 116, "100.00")


@pytest.mark.parametrize("minimums", [{}, {2567: 25}, {2566: 0}], ids=["none", "other-year", "zero"])
def test_missing_minimum_gives_no_level(minimums: dict[int, int]) -> None:
    """Without the year's minimum there is nothing to count against."""
    dossier = make_dossier([make_project()], {"2566-12": [make_progress("p01")]}, minimum_projects=minimums)

    results = compute_round_results(dossier, TWELVE)

    assert (results.minimum, results.level) == (None, None)


def test_level_name_follows_the_thresholds_of_the_lao() -> None:
    """The thresholds are settings of the LAO."""
    dossier = make_dossier(
        [make_project()],
        {"2566-12": [make_progress("p01", "in_progress")]},
        minimum_projects={2566: 1},
        level_thresholds=LevelThresholds(high=Decimal(50), medium=Decimal(20)),
    )

    assert compute_round_results(dossier, TWELVE).level.name.label == "มาก"


def test_changes_tell_what_differs_between_rounds() -> None:
    """Changed and new projects are told in the plan's order; what stayed the same is left out."""
    projects = [make_project("p01"), make_project("p02"), make_project("p03"), make_project("p04", from_year=2567)]
    dossier = make_dossier(
        projects,
        {
            "2566-12": [make_progress("p01"), make_progress("p02", "in_progress"), make_progress("p03", "cannot")],
            "2567-12": [make_progress("p01"), make_progress("p02"), make_progress("p04", "cannot")],
        },
    )

    changes = compute_changes(
        compute_round_results(dossier, TWELVE), compute_round_results(dossier, RoundKey.from_slug("2567-12"))
    )

    assert changes == [
        Change(projects[1], Status.IN_PROGRESS, Status.DONE),
        Change(projects[2], Status.CANNOT, Status.WAITING),
        Change(projects[3], None, Status.CANNOT),
    ]


def test_project_that_ended_is_no_change() -> None:
    """A project that the later round no longer counts is not told as changed."""
    dossier = make_dossier([make_project("p01", until_year=2566)], {"2566-12": [make_progress("p01")], "2567-12": []})

    assert (
        compute_changes(
            compute_round_results(dossier, TWELVE), compute_round_results(dossier, RoundKey.from_slug("2567-12"))
        )
        == []
    )


HALF_YEAR = {"planned": "300", "ordinance": "200", "disbursed": "100"}


def compute_money(twelve: dict[str, str] | None) -> tuple[list[Decimal | None], set[str]]:
    """Return the three amounts of round 12, of a project in progress in round 06, and which of them are those of 06."""
    whole = [] if twelve is None else [make_progress("p01", **twelve)]
    rounds = {"2566-06": [make_progress("p01", "in_progress", **HALF_YEAR)], "2566-12": whole}
    [result] = compute_project_results(make_dossier([make_project(budget="1000")], rounds), TWELVE)
    amounts = (result.planned, result.ordinance, result.disbursed)
    return [money.amount for money in amounts], set(result.half_year)


@pytest.mark.parametrize(
    ("twelve", "amounts", "half_year"),
    [
        pytest.param({"planned": "30", "ordinance": "20", "disbursed": "10"}, [30, 20, 10], set(), id="all-in-12"),
        pytest.param({"disbursed": "150"}, [300, 200, 150], {"planned", "ordinance"}, id="some-in-12"),
        pytest.param({}, [300, 200, 100], {"planned", "ordinance", "disbursed"}, id="none-in-12"),
        pytest.param(None, [300, 200, 100], {"planned", "ordinance", "disbursed"}, id="no-record-in-12"),
    ],
)
def test_amount_that_round_12_does_not_tell_is_that_of_round_06(
    twelve: dict[str, str] | None, amounts: list[int], half_year: set[str]
) -> None:
    """Each amount by itself: what the report of the whole year leaves out was told half a year before."""
    assert compute_money(twelve) == (amounts, half_year)


def test_carried_project_has_its_own_amounts() -> None:
    """A project done in round 06 is told by its record of then; nothing of it is a gap of round 12."""
    rounds = {"2566-06": [make_progress("p01", **HALF_YEAR)], "2566-12": []}
    [result] = compute_project_results(make_dossier([make_project(budget="1000")], rounds), TWELVE)

    assert (result.planned.amount, result.disbursed.amount, result.half_year) == (300, 100, frozenset())


@pytest.mark.parametrize("budget", ["ไม่ใช้งบประมาณ", "0"], ids=["words", "zero"])
def test_project_without_planned_money_used_none(budget: str) -> None:
    """No budget, or 0 as e-Plan prints it: ordinance and use are no budget, not unknown."""
    [result] = compute_project_results(
        make_dossier([make_project(budget=budget)], {"2566-12": [make_progress("p01")]}), TWELVE
    )

    assert (result.ordinance, result.disbursed) == (NO_BUDGET, NO_BUDGET)


def test_project_with_money_and_no_amounts_is_unknown() -> None:
    """Where money is planned, what is not told is not known."""
    [result] = compute_project_results(
        make_dossier([make_project(budget="1000")], {"2566-12": [make_progress("p01")]}), TWELVE
    )

    assert (result.ordinance, result.disbursed) == (UNKNOWN_MONEY, UNKNOWN_MONEY)
