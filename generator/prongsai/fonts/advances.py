"""How wide text is in our fonts, from what their letters are told apart by: no font need be opened."""

from __future__ import annotations

import json
from functools import cache

from prongsai.fonts import LETTERS

_WIDEST = 1.4  # em; no letter is wider
_UNITS = 1000  # of an em
_KERNING = 1.02  # letters may be set a little apart


@cache
def load_advances() -> dict[str, float]:
    """Return how far each letter moves the next one in em, in the bold or the regular font, whichever is wider."""
    advances: dict[str, float] = {}
    for letters in json.loads(LETTERS.read_text(encoding="utf-8")).values():
        for outline, letter in letters.items():
            advances[letter] = max(advances.get(letter, 0.0), int(outline.partition(":")[0]) / _UNITS)
    return advances


def measure_text(text: str) -> float:
    """Return how many em a text takes on one line, never less than it does."""
    advances = load_advances()
    return sum([advances.get(letter, _WIDEST) for letter in text]) * _KERNING
