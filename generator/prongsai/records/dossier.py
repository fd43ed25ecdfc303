"""Everything that one LAO has written down."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from msgspec import Struct, field

from prongsai.records.address_book import AddressBook
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.oit_list import OitList
from prongsai.records.papers import Paper, PaperKind
from prongsai.records.plan import Amendment, Plan
from prongsai.records.progress import Round, RoundReport
from prongsai.thai.dates import compute_fiscal_year


class RoundKey(NamedTuple):
    """Fiscal year (B.E.) and round; sorts in time order."""

    fiscal_year: int
    round: Round

    @classmethod
    def from_slug(cls, slug: str) -> Self:
        """Return the key of an id: 2566-12."""
        year, _, round_ = slug.partition("-")
        return cls(int(year), Round.SIX if round_ == Round.SIX.value else Round.TWELVE)

    @property
    def slug(self) -> str:
        """The id used in addresses: 2566-12."""
        return f"{self.fiscal_year}-{self.round.value}"

    @property
    def label(self) -> str:
        """The words used in titles."""
        return f"ปีงบประมาณ พ.ศ. {self.fiscal_year} {self.round.label}"


class PaperRole(StrEnum):
    """What a paper is for, told by the record that names it."""

    ADOPTION = "adoption"
    COMMITTEE = "committee"
    AMENDMENT = "amendment"
    REPORT = "report"
    REPORT_MEMO = "report_memo"
    MEASURES = "measures"

    @property
    def paper_kind(self) -> PaperKind:
        """The kind of paper that serves this purpose; only that has a standard wording."""
        return {PaperRole.COMMITTEE: PaperKind.ORDER, PaperRole.REPORT_MEMO: PaperKind.MEMO}.get(
            self, PaperKind.ANNOUNCEMENT
        )


class Purpose(Struct, frozen=True):
    """What a paper is for.

    Attributes:
        role: The kind of purpose.
        key: The round that it reports.
        plan: The plan that it belongs to.
        amendment: The change to the plan that it announces.
        fiscal_year: The year of the integrity measures that it announces.
    """

    role: PaperRole
    key: RoundKey | None = None
    plan: Plan | None = None
    amendment: Amendment | None = None
    fiscal_year: int | None = None


class Dossier(Struct, frozen=True, dict=True):
    """All records of one LAO.

    Attributes:
        slug: Name of the LAO's folder, and of its part of the site.
        plans: Plans by period (2566-2570), in time order; periods do not overlap.
        rounds: Reports in time order.
        measures: Integrity measures by fiscal year, in order.
        papers: Papers by id.
        address_book: The addresses that were published; None where nobody noted them.
        oit_lists: All OIT items by ITA year, where the office has them here.
    """

    slug: str
    lao: Lao
    plans: Mapping[str, Plan] = field(default_factory=dict)
    rounds: Mapping[RoundKey, RoundReport] = field(default_factory=dict)
    measures: Mapping[int, IntegrityMeasures] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    address_book: AddressBook | None = None
    oit_lists: Mapping[int, OitList] = field(default_factory=dict)

    def find_plan(self, fiscal_year: int) -> Plan | None:
        """Return the plan that covers a fiscal year (B.E.), None where none does."""
        return next((plan for plan in self.plans.values() if fiscal_year in plan.years.span), None)

    def get_plan(self, fiscal_year: int) -> Plan:
        """Return the plan that covers a fiscal year (B.E.); the checker demands one for every round.

        Raises:
            KeyError: No plan covers the year.
        """
        plan = self.find_plan(fiscal_year)
        if plan is None:
            raise KeyError(fiscal_year)
        return plan

    def find_current_plan(self, fiscal_year: int) -> Plan | None:
        """Return the plan that covers a fiscal year, else the last one before it, else the first one after it."""
        begun = [plan for plan in self.plans.values() if plan.years.first <= fiscal_year]
        return begun[-1] if begun else next(iter(self.plans.values()), None)

    def find_paper_plan(self, paper_id: str) -> Plan | None:
        """Return the plan that a paper belongs to: the one that it names, is named by, or is dated in.

        None where no plan covers its date and there are several, or none at all.
        """
        paper = self.papers[paper_id]
        purpose = self.get_purpose(paper_id)
        if paper.plan:
            return self.plans.get(paper.plan)
        if purpose and purpose.plan:
            return purpose.plan
        dated = self.find_plan(compute_fiscal_year(paper.date))
        return dated or (next(iter(self.plans.values())) if len(self.plans) == 1 else None)

    def get_purpose(self, paper_id: str) -> Purpose | None:
        """Return what a paper is for, None where no record names it."""
        return self._purposes.get(paper_id)

    @cached_property
    def _purposes(self) -> dict[str, Purpose]:
        return dict(reversed(self.purposes))

    @cached_property
    def purposes(self) -> tuple[tuple[str, Purpose], ...]:
        """Every mention of a paper by a record, in the order plans, reports, measures: the paper's id and its purpose."""
        named: list[tuple[str | None, Purpose]] = []
        for plan in self.plans.values():
            named += [
                (plan.announcement, Purpose(PaperRole.ADOPTION, plan=plan)),
                (plan.order, Purpose(PaperRole.COMMITTEE, plan=plan)),
            ]
            named += [(item.paper, Purpose(PaperRole.AMENDMENT, plan=plan, amendment=item)) for item in plan.amendments]
        for key, report in self.rounds.items():
            reported = self.find_plan(key.fiscal_year)
            named.append((report.announcement, Purpose(PaperRole.REPORT, key, reported)))
            named.append((report.memo, Purpose(PaperRole.REPORT_MEMO, key, reported)))
        for year, measures in self.measures.items():
            named.append((measures.announcement, Purpose(PaperRole.MEASURES, fiscal_year=year)))
        return tuple((paper_id, purpose) for paper_id, purpose in named if paper_id)
