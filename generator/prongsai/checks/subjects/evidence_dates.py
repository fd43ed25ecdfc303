"""Where evidence carries a date, for the rules that look at dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where


class EvidenceDate(NamedTuple):
    """The date of one piece of evidence.

    Attributes:
        date: Its date.
        where: Its place.
        fiscal_year: Fiscal year (B.E.) of the record that it belongs to.
        last: The day of the report's data (as of, else that of its announcement); None where it gives none.
        where_last: Its place.
    """

    date: dt.date
    where: Where
    fiscal_year: int
    last: dt.date | None
    where_last: Where | None


def iter_evidence_dates(loaded: LoadedDossier) -> Iterator[EvidenceDate]:
    """Yield the dates of all evidence of progress and of integrity measures."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        last = _find_last(loaded, f"progress/{key.slug}", report.as_of, report.announcement)
        for index, progress in enumerate(report.projects):
            for row, evidence in enumerate(progress.evidence):
                if evidence.date:
                    where = sources.where_progress(key, index, "evidence", row, "date")
                    yield EvidenceDate(evidence.date, where, key.fiscal_year, *last)
    for year, measures in dossier.measures.items():
        last = _find_last(loaded, f"measures/{year}", measures.as_of, measures.announcement)
        for number, section in enumerate(measures.sections):
            for index, measure in enumerate(section.measures):
                for row, evidence in enumerate(measure.evidence):
                    if evidence.date:
                        path = ("sections", number, "measures", index, "evidence", row, "date")
                        yield EvidenceDate(evidence.date, sources.where(f"measures/{year}", *path), year, *last)


def _find_last(
    loaded: LoadedDossier, name: str, as_of: dt.date | None, announcement: str | None
) -> tuple[dt.date | None, Where | None]:
    if as_of:
        return as_of, loaded.sources.where(name, "as_of")
    paper = loaded.dossier.papers.get(announcement or "")
    return (paper.date, loaded.sources.where(f"papers/{announcement}", "date")) if paper else (None, None)
