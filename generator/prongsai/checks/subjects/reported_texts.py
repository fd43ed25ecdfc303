"""The results and outcomes that projects report, with their places, for the rules that read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Where
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Progress


class ReportedText(NamedTuple):
    """One result or outcome of one project in one round.

    Attributes:
        key: The round.
        row: Which record of the round it is.
        progress: The record.
        field: results or outcomes.
        position: Which text of the field it is.
        text: The text.
    """

    key: RoundKey
    row: int
    progress: Progress
    field: str
    position: int
    text: str

    @property
    def label(self) -> str:
        """What the tables call the field."""
        return "ผลการดำเนินงาน" if self.field == "results" else "ผลลัพธ์"

    def where(self, loaded: LoadedDossier) -> Where:
        """Return its place."""
        return loaded.sources.where_progress(self.key, self.row, self.field, self.position)


def iter_reported_texts(key: RoundKey, projects: tuple[Progress, ...]) -> Iterator[ReportedText]:
    """Yield the results, then the outcomes, of every record of a round."""
    for row, progress in enumerate(projects):
        for field, texts in (("results", progress.results), ("outcomes", progress.outcomes)):
            for position, text in enumerate(texts):
                yield ReportedText(key, row, progress, field, position, text)
