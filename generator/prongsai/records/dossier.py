"""Everything that one LAO has written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from generator.records.dimensions import get_framework
from generator.records.lao import Lao
from generator.records.measures import IntegrityMeasures
from generator.records.papers import Paper, PaperKind
from generator.records.plan import Amendment, Plan, Project
from generator.records.progress import Round, RoundReport


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


@dataclass(frozen=True)
class Purpose:
    """What a paper is for.

    Attributes:
        role: The kind of purpose.
        key: The round that it reports.
        amendment: The change to the plan that it announces.
        fiscal_year: The year of the integrity measures that it announces.
    """

    role: PaperRole
    key: RoundKey | None = None
    amendment: Amendment | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True)
class Dossier:
    """All records of one LAO.

    Attributes:
        slug: Name of the LAO's folder, and of its part of the site.
        rounds: Reports in time order.
        measures: Integrity measures by fiscal year, in order.
        papers: Papers by id.
    """

    slug: str
    lao: Lao
    plan: Plan | None = None
    rounds: Mapping[RoundKey, RoundReport] = field(default_factory=dict)
    measures: Mapping[int, IntegrityMeasures] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)

    def get_purpose(self, paper_id: str) -> Purpose | None:
        """Return what a paper is for, None where no record names it."""
        return self._purposes.get(paper_id)

    @cached_property
    def _purposes(self) -> dict[str, Purpose]:
        named: list[tuple[str | None, Purpose]] = []
        if self.plan:
            named += [
                (self.plan.announcement, Purpose(PaperRole.ADOPTION)),
                (self.plan.order, Purpose(PaperRole.COMMITTEE)),
            ]
            named += [(item.paper, Purpose(PaperRole.AMENDMENT, amendment=item)) for item in self.plan.amendments]
        for key, report in self.rounds.items():
            named.append((report.announcement, Purpose(PaperRole.REPORT, key)))
            named.append((report.memo, Purpose(PaperRole.REPORT_MEMO, key)))
        for year, measures in self.measures.items():
            named.append((measures.announcement, Purpose(PaperRole.MEASURES, fiscal_year=year)))
        return {paper_id: purpose for paper_id, purpose in reversed(named) if paper_id}

    def get_dimension_title(self, number: int) -> str:
        """Return a dimension's title in this plan's period."""
        first_year = self.plan.years.first if self.plan else 0
        return get_framework(first_year).dimensions.get(number, "")

    def get_mission_title(self, mission: str) -> str:
        """Return the title of a mission or sub-mission: the plan's own wording, else the framework's."""
        if not self.plan:
            return ""
        return self.plan.missions.get(mission) or get_framework(self.plan.years.first).missions.get(mission, "")

    def get_project(self, project_id: str) -> Project | None:
        """Return the project with this id, None where the plan has none."""
        return self._projects.get(project_id)

    @cached_property
    def _projects(self) -> dict[str, Project]:
        return {project.id: project for project in self.plan.projects} if self.plan else {}
