"""Everything that one LAO has written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self

from generator.records.dimensions import get_framework
from generator.records.lao import Lao
from generator.records.measures import IntegrityMeasures
from generator.records.papers import Paper
from generator.records.plan import Plan, Project
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
