"""Frameworks of the anti-corruption plans: dimensions (มิติ) and missions (ภารกิจตามมิติ), a file a plan period.

Titles change with the period, so a period that has no file here is never given those of another one: its plan writes
its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from prongsai.records.packaged import load_packaged

FOLDER = Path(__file__).parent


class Framework(NamedTuple):
    """The dimensions and missions of one plan period; ids are 1 … 4 and "1.1" … "4.3".

    Attributes:
        dimensions: Titles by number.
        missions: Titles by id.
        english: What the dimensions mean in English: a translation that is nobody's official wording.
    """

    dimensions: dict[int, str]
    missions: dict[str, str]
    english: dict[int, str]


@cache
def find_framework(period: str) -> Framework | None:
    """Return the framework of a period (2566-2570), None where no file here has it."""
    if period not in list_periods():
        return None
    data = load_packaged(FOLDER / f"{period}.yml")
    return Framework(data["dimensions"], data["missions"], data.get("english", {}))


@cache
def list_periods() -> tuple[str, ...]:
    """Return the periods that have a framework, oldest first."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))
