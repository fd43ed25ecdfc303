"""The projects of all plans with the places of their cards, for the rules that look at each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.plan import Plan
from prongsai.records.project import Project


class PlanProject(Struct, frozen=True):
    """One project of one plan; two plans may each have a project of the same id."""

    loaded: LoadedDossier
    plan: Plan
    project: Project

    def where(self, *path: str | int) -> Where:
        """Return the place of a value in the project's card."""
        return self.loaded.sources.where_project(self.plan.period, self.project.id, *path)


def list_plan_projects(loaded: LoadedDossier, plan: Plan) -> list[PlanProject]:
    """Return the projects of one plan, in its order."""
    return [PlanProject(loaded, plan, project) for project in plan.projects]


def iter_plan_projects(loaded: LoadedDossier) -> Iterator[PlanProject]:
    """Yield the projects of all plans, plan by plan."""
    for plan in loaded.dossier.plans.values():
        yield from list_plan_projects(loaded, plan)
