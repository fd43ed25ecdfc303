"""Where records name papers, for the rules about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.load.plans import LoadedDossier
from generator.problem import Where
from generator.records.papers import PaperKind


class PaperReference(NamedTuple):
    """A record's mention of a paper; ``kind`` is what the paper must be, None where any will do."""

    paper_id: str
    where: Where
    kind: PaperKind | None


def iter_paper_references(loaded: LoadedDossier) -> Iterator[PaperReference]:
    """Yield every mention of a paper, in the order plan, reports, measures."""
    dossier, sources = loaded.dossier, loaded.sources
    if dossier is None:
        return
    plan = dossier.plan
    if plan:
        for name, value, kind in (
            ("announcement", plan.announcement, PaperKind.ANNOUNCEMENT),
            ("order", plan.order, PaperKind.ORDER),
        ):
            if value:
                yield PaperReference(value, sources.where("plan", name), kind)
        for index, amendment in enumerate(plan.amendments):
            if amendment.paper:
                yield PaperReference(amendment.paper, sources.where("plan", "amendments", index, "paper"), None)
        for index, declared in enumerate(plan.declared.papers):
            yield PaperReference(declared.paper, sources.where("plan", "declared", "papers", index, "paper"), None)
    for key, report in dossier.rounds.items():
        for name, value, kind in (
            ("announcement", report.announcement, PaperKind.ANNOUNCEMENT),
            ("memo", report.memo, PaperKind.MEMO),
        ):
            if value:
                yield PaperReference(value, sources.where(f"progress/{key.slug}", name), kind)
    for year, measures in dossier.measures.items():
        if measures.announcement:
            where = sources.where(f"measures/{year}", "announcement")
            yield PaperReference(measures.announcement, where, PaperKind.ANNOUNCEMENT)
