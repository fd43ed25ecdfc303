"""The evidence of projects and of integrity measures, for the rules that look at each piece of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.progress import Evidence


def iter_evidence(loaded: LoadedDossier) -> Iterator[tuple[Evidence, Where]]:
    """Yield every piece of evidence with its place."""
    return (piece for pieces in iter_evidence_lists(loaded) for piece in pieces)


def iter_evidence_lists(loaded: LoadedDossier) -> Iterator[Sequence[tuple[Evidence, Where]]]:
    """Yield the evidence of each project in a round and of each measure, piece by piece with its place."""
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        for index, record in enumerate(report.projects):
            yield [
                (evidence, sources.where_progress(key, index, "evidence", item))
                for item, evidence in enumerate(record.evidence)
            ]
    for year, measures in dossier.measures.items():
        for row, section in enumerate(measures.sections):
            for index, measure in enumerate(section.measures):
                place = ("sections", row, "measures", index, "evidence")
                yield [
                    (evidence, sources.where(f"measures/{year}", *place, item))
                    for item, evidence in enumerate(measure.evidence)
                ]
