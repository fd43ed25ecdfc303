"""The ledger: each figure of an LAO once, over all its plans."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from figure_records import NEXT_PERIOD, PERIOD, make_dossier, make_plan, make_progress, make_project
from prongsai.figures import ledger as ledger_module
from prongsai.figures.ledger import Ledger
from prongsai.figures.round_results import Change
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.progress import Status

BEFORE = make_plan([make_project("p01"), make_project("p02")])
AFTER = make_plan([make_project("p01", "5.1", "700")], NEXT_PERIOD)
ROUNDS = {
    "2570-06": [make_progress("p01")],
    "2570-12": [make_progress("p01"), make_progress("p02")],
    "2571-06": [make_progress("p01", "in_progress")],
}


def make_ledger() -> Ledger:
    """Return the ledger of an LAO with two plans."""
    return Ledger(make_dossier([BEFORE, AFTER], ROUNDS))


def get_slugs(ledger: Ledger) -> list[str]:
    """Return the rounds that the ledger has."""
    return [round_.key.slug for round_ in ledger.rounds]


def test_rounds_of_all_plans_newest_first() -> None:
    """Which plan a round belongs to does not matter for its place."""
    ledger = make_ledger()

    assert get_slugs(ledger) == ["2571-06", "2570-12", "2570-06"]
    assert [key.slug for key in ledger.by_round] == ["2570-06", "2570-12", "2571-06"]
    assert [round_.plan.period for round_ in ledger.rounds] == [NEXT_PERIOD, PERIOD, PERIOD]


def test_latest_round_is_the_newest_of_all_plans() -> None:
    """The first round of the next plan is newer than the last one of the plan before."""
    latest = make_ledger().latest

    assert latest is not None
    assert (latest.key.slug, latest.plan) == ("2571-06", AFTER)


def test_nothing_is_compared_across_fiscal_years() -> None:
    """Each October every yearly project begins anew, and the next plan's p01 is another project."""
    ledger = make_ledger()

    assert (ledger.previous, ledger.changes) == (None, ())


def test_changes_are_those_of_the_fiscal_year() -> None:
    """The rounds of one year are compared."""
    ledger = Ledger(make_dossier([BEFORE, AFTER], {slug: ROUNDS[slug] for slug in ("2570-06", "2570-12")}))

    assert ledger.previous is not None
    assert ledger.previous.key.slug == "2570-06"
    assert ledger.changes == (Change(BEFORE.projects[1], Status.WAITING, Status.DONE),)


def test_round_that_no_plan_covers_is_left_out() -> None:
    """It has no projects to count; a check tells of it."""
    dossier = make_dossier([BEFORE], ROUNDS)

    assert get_slugs(Ledger(dossier)) == ["2570-12", "2570-06"]


def test_budgets_are_those_of_each_plan() -> None:
    """Years and projects of one plan do not get into the other's sums."""
    budgets = make_ledger().budgets

    assert {period: (row.projects, row.total.amount) for period, row in budgets.items()} == {
        PERIOD: (2, 0),
        NEXT_PERIOD: (1, 3500),
    }
    assert list(budgets[NEXT_PERIOD].by_year) == [2571, 2572, 2573, 2574, 2575]


def test_lao_without_records_has_an_empty_ledger() -> None:
    """Nothing is asked of what is not there."""
    ledger = Ledger(Dossier("x", Lao.model_validate({"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ"})))

    assert (ledger.rounds, ledger.latest, ledger.previous, ledger.changes) == ((), None, None, ())
    assert (ledger.budgets, ledger.oit_items, ledger.find_unfinished(dt.date(2026, 1, 1))) == ({}, {}, None)


def test_missing_rounds_are_those_of_all_plans() -> None:
    """A missing report of the plan before stays missing when the next plan has begun."""
    dossier = make_dossier(
        [BEFORE, AFTER], {f"{year}-{round_}": [] for year in range(2566, 2570) for round_ in ("06", "12")}
    )

    late = Ledger(dossier).list_missing_rounds(dt.date(2028, 7, 10))

    assert [item.key.slug for item in late] == ["2570-06", "2570-12", "2571-06"]


def test_unfinished_projects_may_be_the_plan_s_before() -> None:
    """The newest full year is that of 2570 while the next plan has half a year only."""
    dossier = make_dossier([BEFORE, AFTER], {**ROUNDS, "2570-12": [make_progress("p01")]})

    unfinished = Ledger(dossier).find_unfinished(dt.date(2028, 5, 10))

    assert unfinished is not None
    assert unfinished.round.key == RoundKey.from_slug("2570-12")
    assert [result.project.id for result in unfinished.results] == ["p02"]


def test_each_figure_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is asked for, directly or for another figure."""
    calls: Counter[str] = Counter()

    def count(compute: Callable[..., object], *args: object) -> object:
        calls[compute.__name__] += 1
        return compute(*args)

    for name in ("compute_round_results", "compute_budget_row", "compute_oit_years", "compute_changes"):
        monkeypatch.setattr(ledger_module, name, partial(count, getattr(ledger_module, name)))
    ledger = make_ledger()
    for _ in range(3):
        assert ledger.latest
        assert ledger.by_round
        assert ledger.oit_items
        assert ledger.budgets
        assert ledger.changes == ()
        assert ledger.find_unfinished(dt.date(2028, 5, 10))

    assert calls == {"compute_round_results": 3, "compute_budget_row": 2, "compute_oit_years": 1}


def test_day_is_an_argument() -> None:
    """Figures that depend on the day are not kept: the same ledger tells of two days."""
    ledger = make_ledger()

    assert ledger.list_missing_rounds(dt.date(2022, 10, 1)) == ()
    assert ledger.list_missing_rounds(dt.date(2024, 1, 1)) != ()
