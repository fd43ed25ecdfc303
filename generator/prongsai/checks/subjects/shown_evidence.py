"""The evidence of projects and of integrity measures, for the rules that look at each piece of it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.progress import Evidence


def iter_evidence(loaded: LoadedDossier) -> Iterator[tuple[Evidence, Where]]:
    """Yield every piece of evidence with its place."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        for index, record in enumerate(report.projects):
            for item, evidence in enumerate(record.evidence):
                yield evidence, sources.where_progress(key, index, "evidence", item)
    for year, measures in dossier.measures.items():
        for row, section in enumerate(measures.sections):
            for index, measure in enumerate(section.measures):
                for item, evidence in enumerate(measure.evidence):
                    place = ("sections", row, "measures", index, "evidence", item)
                    yield evidence, sources.where(f"measures/{year}", *place)
