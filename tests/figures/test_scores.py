"""The range of the ITA scores that a report of measures prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from prongsai.figures.scores import ScoreRange, compute_score_range
from prongsai.records.measures import IntegrityMeasures


def make(*sections: list[str | None]) -> IntegrityMeasures:
    """Return measures with these scores, a list a section."""
    return IntegrityMeasures(
        sections=tuple(
            {
                "number": number,
                "measures": tuple(
                    {"number": place, "title": "มาตรการ", **({"score": score} if score else {})}
                    for place, score in enumerate(scores, 1)
                ),
            }
            for number, scores in enumerate(sections, 1)
        )
    )


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        # Mae Chan, FY 2568
        (
            (["87.79", "87.79"], ["84.01"], ["92.50"], ["72.30"], ["87.70"], ["97.18"], ["100"]),
            ScoreRange(Decimal("72.30"), Decimal(100), 8),
        ),
        ((["85", None],), ScoreRange(Decimal(85), Decimal(85), 1)),
        (([None], []), None),
    ],
)
def test_range(sections: tuple[list[str | None], ...], expected: ScoreRange | None) -> None:
    """Lowest and highest of what is printed; a measure without a score is not one with zero."""
    assert compute_score_range(make(*sections)) == expected
