"""The ITA scores that a report of integrity measures prints."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from prongsai.records.measures import IntegrityMeasures


class ScoreRange(Struct, frozen=True):
    """The scores of one fiscal year's measures: lowest, highest, how many."""

    lowest: Decimal
    highest: Decimal
    count: int


def compute_score_range(measures: IntegrityMeasures) -> ScoreRange | None:
    """Return the lowest and the highest ITA score of a year's measures; None where the report prints none.

    Formula: least and greatest of the scores as printed; no mean, because the measures have different weights.
    Source: our own; the report prints one score a measure.
    """
    scores = measures.scores
    return ScoreRange(min(scores), max(scores), len(scores)) if scores else None
