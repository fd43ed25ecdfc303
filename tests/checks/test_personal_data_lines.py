"""Labelled lines, each in its place of a small LAO: personal data are told there, everything else is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from privacy import LINES, LINES_2, LINES_3, OWN_LINES, PRECISION, RECALL, Line, check_line, compute_rates, read_lines
from prongsai.checks.personal.authors import AUTHOR
from prongsai.checks.personal.finding import DETECTORS
from prongsai.checks.rules import personal_data

PLACES = ["text", "contact", "file_name", "id", "url", "ignore_reason", "csv"]


def list_own_lines(place: str, *, personal: bool) -> list[Line]:
    """Return our own lines of one place and label."""
    return [line for line in read_lines(OWN_LINES) if line.place == place and line.personal is personal]


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_personal_data_are_told(place: str) -> None:
    """Each kind, in every spelling that we know of, is told at the line where it stands."""
    lines = list_own_lines(place, personal=True)

    assert lines
    assert [line for line in lines if not check_line(line).told] == []


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_what_offices_publish_is_not_told(place: str) -> None:
    """Budgets, document numbers, e-Plan numbers, office telephones, citations of law, officers with their position."""
    lines = list_own_lines(place, personal=False)
    told = [line for line in lines if (result := check_line(line)).told or result.elsewhere]

    assert lines
    assert told == []


@pytest.mark.parametrize("lines", [LINES, LINES_2, LINES_3], ids=["first", "second", "third"])
def test_lines_of_others_meet_the_targets(lines: Path) -> None:
    """Lines written by somebody who had not read the rules, labels that we disagree with included."""
    recall, precision = compute_rates(map(check_line, read_lines(lines)))

    assert recall >= RECALL
    assert precision >= PRECISION


def test_rates_of_a_mixed_result() -> None:
    """Recall counts the personal lines that were told, precision the told lines that are personal."""
    told = check_line(Line("โทร. 081-234-5678", personal=False, kind="none", place="text"))
    missed = check_line(Line("โทร. 0 5373 1234", personal=True, kind="phone", place="text"))
    right = check_line(Line("โทร. 081-234-5678", personal=True, kind="phone", place="text"))

    assert compute_rates([told, missed, right]) == (0.5, 0.5)


@pytest.mark.parametrize("kind", sorted({detector.kind for detector in (*DETECTORS, AUTHOR)}))
def test_kind_stands_in_the_catalogue(kind: str) -> None:
    """Who writes an ignore entry finds the word for a kind in the rule's own text."""
    assert f"({kind})" in personal_data.__doc__
