"""Where records name papers, for the rules about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.papers import PaperKind
from prongsai.records.plan import Plan


class PaperReference(NamedTuple):
    """A record's mention of a paper.

    Attributes:
        kind: What the paper must be; None where any will do.
        plan: The plan that makes the paper its own, by itself or by the report of one of its years; None where the
            mention tells of no plan.
    """

    paper_id: str
    where: Where
    kind: PaperKind | None
    plan: Plan | None


def iter_paper_references(loaded: LoadedDossier) -> Iterator[PaperReference]:
    """Yield every mention of a paper, in the order plans, reports, measures."""
    dossier, sources = loaded.dossier, loaded.sources
    for plan in dossier.plans.values():
        yield from _list_plan_references(loaded, plan)
    for key, report in dossier.rounds.items():
        for name, value, kind in (
            ("announcement", report.announcement, PaperKind.ANNOUNCEMENT),
            ("memo", report.memo, PaperKind.MEMO),
        ):
            if value:
                yield PaperReference(value, sources.where_round(key, name), kind, dossier.find_plan(key.fiscal_year))
    for year, measures in dossier.measures.items():
        if measures.announcement:
            where = sources.where(f"measures/{year}", "announcement")
            yield PaperReference(measures.announcement, where, PaperKind.ANNOUNCEMENT, None)


def are_references_read(loaded: LoadedDossier) -> bool:
    """Tell whether every file that may name a paper was read; else one that nothing names may be named there."""
    broken = loaded.sources.broken
    return not loaded.sources.has_unread_plan and not any(
        name.startswith(("progress/", "measures/")) for name in broken
    )


def _list_plan_references(loaded: LoadedDossier, plan: Plan) -> Iterator[PaperReference]:
    def locate(*path: str | int) -> Where:
        return loaded.sources.where_plan(plan.period, *path)

    for name, value, kind in (
        ("announcement", plan.announcement, PaperKind.ANNOUNCEMENT),
        ("order", plan.order, PaperKind.ORDER),
    ):
        if value:
            yield PaperReference(value, locate(name), kind, plan)
    for index, amendment in enumerate(plan.amendments):
        if amendment.paper:
            yield PaperReference(amendment.paper, locate("amendments", index, "paper"), None, plan)
    for index, declared in enumerate(plan.declared.papers):  # a plan may print the number of another plan's paper
        yield PaperReference(declared.paper, locate("declared", "papers", index, "paper"), None, None)
