"""Damage itself: each kind does something, the same thing every time, and the truth follows what then stands there."""

from __future__ import annotations

import pytest
from import_scoring import score_report
from office_damage import DAMAGES, spoil
from office_documents import MADE_UP
from perfect_report import make_perfect_report


def _print(name: str, kind: str | None = None) -> list[str]:
    document = MADE_UP[name]() if kind is None else spoil(MADE_UP[name](), kind)
    return [paragraph.text for paragraph in document.paragraphs()]


@pytest.mark.slow
@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_done_and_can_be_read(kind: str) -> None:
    """A document is spoilt alike each time; who reads what stands there, as it stands, is right in all."""
    spoilt = [name for name in MADE_UP if _print(name, kind) != _print(name)]
    assert spoilt
    name = spoilt[-1]
    assert _print(name, kind) == _print(name, kind)
    document = spoil(MADE_UP[name](), kind)
    score = score_report(make_perfect_report(document), document.truth(), nesting=DAMAGES[kind].keeps_levels)
    assert (score.missed, score.wrong, score.invented, score.unaccounted) == ([], [], [], [])


def test_text_of_a_field_is_right_as_it_is_printed() -> None:
    """Mixed digits of a sentence are the document's own words."""
    whole, spoilt = (
        {leaf.path: leaf.readings[0] for leaf in truth.leaves if leaf.record == "plan"}
        for truth in (MADE_UP["plan"]().truth(), spoil(MADE_UP["plan"](), "mixed-digits").truth())
    )
    assert whole["goals", 0] != spoilt["goals", 0]
    assert whole["declared", "projects"] == spoilt["declared", "projects"]


def test_sentence_goes_on_after_a_running_head() -> None:
    """The two halves of a sentence that a page cut are one field; what fell between is none."""
    spoilt = spoil(MADE_UP["plan"](), "running-heads")
    assert [leaf.readings for leaf in spoilt.truth().leaves if leaf.path == ("foreword", 0)] != []
    running = [each.text for each in spoilt.paragraphs() if each.style == "running"]
    assert running[:2] == ["- 2 -", spoilt.head]
    texts = "".join(reading for leaf in spoilt.truth().leaves for reading in leaf.readings)
    assert "- 2 -" not in texts
