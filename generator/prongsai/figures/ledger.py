"""The ledger: every figure of one LAO, computed once and handed to pages, papers, exports and checks."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from msgspec import Struct

from prongsai.figures.duties import Duty, compute_duties
from prongsai.figures.late import MissingRound, Unfinished, compute_missing_rounds, compute_unfinished
from prongsai.figures.oit import OitItem, compute_oit_years
from prongsai.figures.oit_list import OitLine, compute_oit_list
from prongsai.figures.plan_budget import BudgetRow, compute_budget_row
from prongsai.figures.round_results import Change, RoundResults, compute_changes, compute_round_results
from prongsai.records.dossier import Dossier, RoundKey


class Ledger(Struct, frozen=True, dict=True):
    """The figures of one LAO; each is computed when it is first asked for, and kept.

    What depends on the day takes it as an argument: nothing here asks the clock.
    """

    dossier: Dossier

    @cached_property
    def by_round(self) -> dict[RoundKey, RoundResults]:
        """The figures of every round that a plan covers, in time order."""
        covered = [key for key in self.dossier.rounds if self.dossier.find_plan(key.fiscal_year)]
        return {key: compute_round_results(self.dossier, key) for key in covered}

    @cached_property
    def rounds(self) -> tuple[RoundResults, ...]:
        """The figures of all rounds, newest first."""
        return tuple(reversed(self.by_round.values()))

    @property
    def latest(self) -> RoundResults | None:
        """The newest round, whichever plan it belongs to."""
        return self.rounds[0] if self.rounds else None

    @property
    def previous(self) -> RoundResults | None:
        """The round before the newest one in its fiscal year: each October every yearly project begins anew."""
        latest = self.latest
        return next((r for r in self.rounds[1:] if latest and r.key.fiscal_year == latest.key.fiscal_year), None)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The projects whose status changed since the round before, in the plan's order."""
        return tuple(compute_changes(self.previous, self.latest)) if self.previous and self.latest else ()

    @cached_property
    def budgets(self) -> dict[str, BudgetRow]:
        """Number of projects and budget by fiscal year of every plan, by its period."""
        return {period: compute_budget_row(plan.projects, plan) for period, plan in self.dossier.plans.items()}

    @cached_property
    def oit_items(self) -> dict[int, tuple[OitItem, ...]]:
        """The OIT items by ITA year (B.E.), newest first."""
        return compute_oit_years(self.dossier, self.by_round)

    @cached_property
    def oit_lists(self) -> dict[int, tuple[OitLine, ...]]:
        """All OIT items by ITA year (B.E.), of the years of which the LAO has its own list."""
        lists = self.dossier.oit_lists
        return {year: compute_oit_list(record, self.oit_items[year]) for year, record in lists.items() if record.items}

    def list_missing_rounds(self, today: dt.date) -> tuple[MissingRound, ...]:
        """Return the rounds whose last day has passed on a day and that are not reported, oldest first."""
        return compute_missing_rounds(self.dossier, today)

    def find_unfinished(self, today: dt.date) -> Unfinished | None:
        """Return the projects not done when the newest reported fiscal year ended; None where none is reported."""
        return compute_unfinished(self.rounds, today)

    def list_duties(self, today: dt.date) -> list[Duty]:
        """Return everything that the LAO has to publish up to the end of the running fiscal year, by due date."""
        return compute_duties(self.dossier, self.by_round, today)
