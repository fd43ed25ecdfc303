"""The progress records of all rounds with the projects that they are about, for the rules that look at each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from prongsai.checks.subjects.plan_projects import PlanProject
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.dossier import RoundKey
from prongsai.records.money import NO_BUDGET_WORDS, UNKNOWN_MONEY, Money
from prongsai.records.progress import Progress


class RoundRecord(Struct, frozen=True):
    """One progress record.

    Attributes:
        index: Its position in ``RoundReport.projects``.
        card: The project of the fiscal year's plan; None where that has none of that id.
    """

    loaded: LoadedDossier
    key: RoundKey
    index: int
    progress: Progress
    card: PlanProject | None

    def where(self, *path: str | int) -> Where:
        """Return the place of a value in the record."""
        return self.loaded.sources.where_progress(self.key, self.index, *path)

    @property
    def plan_budget(self) -> Money:
        """What the plan gives the project in the fiscal year."""
        return self.card.project.budget.in_year(self.key.fiscal_year) if self.card else UNKNOWN_MONEY


def iter_round_records(loaded: LoadedDossier) -> Iterator[RoundRecord]:
    """Yield the progress records of all rounds in time order."""
    for key, report in loaded.dossier.rounds.items():
        plan = loaded.dossier.find_plan(key.fiscal_year)
        for index, progress in enumerate(report.projects):
            project = plan.get_project(progress.project) if plan else None
            card = PlanProject(loaded, plan, project) if plan and project else None
            yield RoundRecord(loaded, key, index, progress, card)


def describe_money(money: Money) -> str:
    """Return known money as messages write it: 50,000.00 บาท, or ไม่ใช้งบประมาณ."""
    return f"{money.amount:,.2f} บาท" if money.is_budgeted else NO_BUDGET_WORDS
