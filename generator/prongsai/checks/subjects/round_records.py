"""The progress records of all rounds with the projects that they are about, for the rules that look at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.plans import LoadedDossier
from generator.problem import Where
from generator.records.dossier import RoundKey
from generator.records.money import NO_BUDGET_WORDS, UNKNOWN_MONEY, Money
from generator.records.plan import Project
from generator.records.progress import Progress


@dataclass(frozen=True)
class RoundRecord:
    """One progress record.

    Attributes:
        index: Its position in ``RoundReport.projects``.
        project: The project of the plan; None where the plan has none of that id.
    """

    loaded: LoadedDossier
    key: RoundKey
    index: int
    progress: Progress
    project: Project | None

    def where(self, *path: str | int) -> Where:
        """Return the place of a value in the record."""
        return self.loaded.sources.where_progress(self.key, self.index, *path)

    @property
    def plan_budget(self) -> Money:
        """What the plan gives the project in the fiscal year."""
        return self.project.budget.in_year(self.key.fiscal_year) if self.project else UNKNOWN_MONEY


def iter_round_records(loaded: LoadedDossier) -> Iterator[RoundRecord]:
    """Yield the progress records of all rounds in time order."""
    if loaded.dossier is None:
        return
    plan = loaded.dossier.plan
    projects = {project.id: project for project in plan.projects} if plan else {}
    for key, report in loaded.dossier.rounds.items():
        for index, progress in enumerate(report.projects):
            yield RoundRecord(loaded, key, index, progress, projects.get(progress.project))


def describe_money(money: Money) -> str:
    """Return known money as messages write it: 50,000.00 บาท, or ไม่ใช้งบประมาณ."""
    return f"{money.amount:,.2f} บาท" if money.is_budgeted else NO_BUDGET_WORDS
