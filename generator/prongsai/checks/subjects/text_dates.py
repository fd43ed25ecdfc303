"""Dates, spans of dates and months with years in Thai prose, with where they stand.

The text must have Arabic digits and plain blanks (``read_plainly``). Years are four digits, or two of this century
(26 เม.ย. 66).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.thai.dates import BE_OFFSET, MONTHS, SHORT_MONTHS
from prongsai.thai.patterns import compile_late

MONTH = "(?:" + "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS)) + ")"
ERA = r"(?:พ\.\s?ศ\.?|พศ\.|พุทธศักราช)"
_YEAR = r"(?:(?:2[45]|26)[0-9]{2}|(?<=\. )[4-9][0-9]|(?<=\.)[4-9][0-9])(?![0-9,]|\.[0-9])"
DATE = rf"(?<![0-9])[0-9]{{1,2}}\s*(?:เดือน\s*)?{MONTH}\s*(?:{ERA}\s*)?{_YEAR}"
_PARTS = compile_late(rf"([0-9]{{1,2}})\s*(?:เดือน\s*)?({MONTH})\s*(?:{ERA}\s*)?([0-9]+)")
_DATE = compile_late(DATE)
TO = r"\s*(?:-|–|ถึง|จนถึง)\s*(?:วันที่\s*)?"
_SPAN = compile_late(rf"({DATE}){TO}({DATE})")
_MONTH_YEAR = compile_late(rf"({MONTH})\s*(?:{ERA}\s*)?({_YEAR})")
_MONTH_SPAN = compile_late(
    rf"(?<![0-9] )(?<![0-9])({MONTH})\s*(?:{ERA}\s*)?({_YEAR})\s*(?:-|–|ถึง|จนถึง)\s*(?:เดือน\s*)?({MONTH})\s*(?:{ERA}\s*)?({_YEAR})"
)
_NUMBERS = {name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, 1)}


class TextDate(NamedTuple):
    """A date, and where it stands in the text."""

    date: dt.date
    start: int
    end: int


class TextSpan(NamedTuple):
    """From one date to another, and where both stand in the text."""

    first: dt.date
    last: dt.date
    start: int
    end: int


def read_date(text: str) -> dt.date | None:
    """Return a date that ``DATE`` has found, None where the calendar has no such day."""
    found = _PARTS.match(text)
    if not found:
        return None
    try:
        return dt.date(_read_year(found[3]), _NUMBERS[found[2]], int(found[1]))
    except ValueError:
        return None


def find_dates(text: str) -> Iterator[TextDate]:
    """Yield every date with day, month and year, those of spans included."""
    for found in _DATE.finditer(text):
        date = read_date(found[0])
        if date:
            yield TextDate(date, found.start(), found.end())


def find_spans(text: str) -> Iterator[TextSpan]:
    """Yield every span between two full dates, and between two months, whose first and last days are meant."""
    for found in _MONTH_SPAN.finditer(text):
        begin, end = (dt.date(_read_year(found[n + 1]), _NUMBERS[found[n]], 1) for n in (1, 3))
        after = dt.date(end.year + end.month // 12, end.month % 12 + 1, 1)
        yield TextSpan(begin, after - dt.timedelta(days=1), found.start(), found.end())
    for found in _SPAN.finditer(text):
        first, last = read_date(found[1]), read_date(found[2])
        if first and last:
            yield TextSpan(first, last, found.start(), found.end())


def find_months(text: str) -> Iterator[dt.date]:
    """Yield the first day of every month that stands with its year: ต.ค. 67, ตุลาคม 2567."""
    for found in _MONTH_YEAR.finditer(text):
        yield dt.date(_read_year(found[2]), _NUMBERS[found[1]], 1)


def _read_year(text: str) -> int:
    """Return the Common Era year of a Buddhist Era one of four or two digits."""
    return int(text if len(text) == 4 else "25" + text) - BE_OFFSET
