"""Integrity measures: sections, scores, marks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from prongsai.records.measures import SECTION_TITLES, IntegrityMeasures, Measure, MeasureSection


@pytest.mark.parametrize(
    ("number", "title"), [pytest.param(*item, id=f"section-{item[0]}") for item in SECTION_TITLES.items()]
)
def test_section_has_its_standard_title(number: int, title: str) -> None:
    """The seven sections are called as the NACC calls them."""
    assert MeasureSection.model_validate({"number": str(number)}).heading == title


def test_there_are_seven_sections() -> None:
    """Sections are numbered 1 to 7."""
    assert list(SECTION_TITLES) == [1, 2, 3, 4, 5, 6, 7]


def test_document_may_name_a_section_otherwise() -> None:
    """A title that is written goes before the standard one."""
    assert MeasureSection.model_validate({"number": "1", "title": "กระบวนการ"}).heading == "กระบวนการ"


def test_section_beyond_the_seven_still_has_a_heading() -> None:
    """An eighth section is called by its number."""
    assert MeasureSection.model_validate({"number": "๘"}).heading == "หัวข้อที่ 8"


def test_score_is_kept_as_printed() -> None:
    """A score keeps its places, and may be missing."""
    measures = [Measure.model_validate({"number": "1", "title": "ก", **score}) for score in ({"score": "๘๗.๗๙"}, {})]

    assert [measure.score for measure in measures] == [Decimal("87.79"), None]


def test_pass_mark_is_never_assumed() -> None:
    """Without a stated mark nothing can be said to have passed."""
    measures = IntegrityMeasures.model_validate({"unit": "สำนักปลัด"})

    assert (measures.pass_mark, measures.assessment_year) == (None, None)
