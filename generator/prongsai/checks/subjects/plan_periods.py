"""Which plan a fiscal year most likely belongs to that no plan of the LAO covers."""

from __future__ import annotations

from prongsai.records.dossier import Dossier
from prongsai.records.frameworks import list_periods


def find_period(fiscal_year: int) -> str | None:
    """Return the period with a framework of its own here that covers a fiscal year (B.E.), None where none does."""
    return next((period for period in list_periods() if fiscal_year in _list_years(period)), None)


def name_plan(dossier: Dossier, fiscal_year: int) -> str:
    """Return the file, without ``.yml``, of the plan that a fiscal year lacks; its years to be filled in where unknown."""
    period = find_period(fiscal_year)
    is_taken = period is not None and any(dossier.find_plan(year) for year in _list_years(period))
    return f"{'<ปีแรก>-<ปีสุดท้าย>' if period is None or is_taken else period}/plan"


def _list_years(period: str) -> range:
    first, _, last = period.partition("-")
    return range(int(first), int(last) + 1)
