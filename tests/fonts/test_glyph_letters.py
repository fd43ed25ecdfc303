"""The table of what glyphs stand for, which makes text of a PDF copy right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from prongsai.fonts import BOLD, LETTERS, REGULAR
from prongsai.fonts.prepare import find_letters


@pytest.mark.parametrize("font", [REGULAR, BOLD], ids=["regular", "bold"])
def test_table_is_that_of_the_fonts(font: Path) -> None:
    """The file that is shipped says what the fonts say; ``python -m prongsai.fonts.prepare`` writes it."""
    written = json.loads(LETTERS.read_text(encoding="utf-8"))[font.name]

    assert written == find_letters(font)
    assert {"ก", "๑", " ", "a"} <= set(written.values())
