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
        published: Last date that the report itself gives (data as of, announcement); None where it gives none.
    """

    date: dt.date
    where: Where
    fiscal_year: int
    published: dt.date | None


def iter_evidence_dates(loaded: LoadedDossier) -> Iterator[EvidenceDate]:
    """Yield the dates of all evidence of progress and of integrity measures."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        published = _find_published(loaded, report.as_of, report.announcement)
        for index, progress in enumerate(report.projects):
            for row, evidence in enumerate(progress.evidence):
                if evidence.date:
                    where = sources.where_progress(key, index, "evidence", row, "date")
                    yield EvidenceDate(evidence.date, where, key.fiscal_year, published)
    for year, measures in dossier.measures.items():
        published = _find_published(loaded, measures.as_of, measures.announcement)
        for number, section in enumerate(measures.sections):
            for index, measure in enumerate(section.measures):
                for row, evidence in enumerate(measure.evidence):
                    if evidence.date:
                        path = ("sections", number, "measures", index, "evidence", row, "date")
                        yield EvidenceDate(evidence.date, sources.where(f"measures/{year}", *path), year, published)


def _find_published(loaded: LoadedDossier, as_of: dt.date | None, announcement: str | None) -> dt.date | None:
    paper = loaded.dossier.papers.get(announcement or "")
    return max((date for date in (as_of, paper.date if paper else None) if date), default=None)
