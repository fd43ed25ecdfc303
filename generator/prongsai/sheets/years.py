"""Values by fiscal year, whose keys may be written in Thai digits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prongsai.thai.digits import to_arabic


def find_year(years: Mapping[str, Any], year: str) -> str:
    """Return the key of a year as it is written; the year itself where it is not there."""
    return next((key for key in years if to_arabic(key).strip() == year), year)


def set_years(years: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with other ones in some years; None takes a year away."""
    merged = {**years, **{find_year(years, year): value for year, value in changed.items()}}
    return {year: value for year, value in merged.items() if value is not None}
