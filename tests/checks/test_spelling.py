"""The lists of misspelt words: what is called wrong is no word of a dictionary."""

from __future__ import annotations

import pytest
from make_slips import render_slips
from prongsai.checks.subjects.spelling import SLIPS, list_misspellings, read_words
from pythainlp.corpus import thai_words


@pytest.mark.slow
def test_list_of_slips_is_up_to_date() -> None:
    """After a change of the words the list is made anew."""
    assert SLIPS.read_text(encoding="utf-8") == render_slips()


def test_no_slip_is_a_word() -> None:
    """What one wrong key makes is told only where no dictionary knows it; common misspellings stand in dictionaries."""
    assert not (set(list_misspellings()) - set(read_words()[1])) & thai_words()


def test_right_spellings_are_not_misspellings() -> None:
    """What is suggested is not told in its turn."""
    misspellings = list_misspellings()

    assert not set(misspellings.values()) & set(misspellings)
