"""Dates: every spelling of every day, days that do not exist, fiscal years."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.thai.dates import (
    BE_OFFSET,
    MONTHS,
    SHORT_MONTHS,
    ThaiDateError,
    compute_fiscal_year,
    format_formal_date,
    format_thai_date,
    parse_thai_date,
)
from prongsai.thai.digits import to_thai

FIRST, LAST = dt.date(2440 - BE_OFFSET, 1, 1), dt.date(2643 - BE_OFFSET, 12, 31)
EVERY_DAY = [FIRST + dt.timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


def be(date: dt.date) -> int:
    return date.year + BE_OFFSET


def month(date: dt.date) -> str:
    return MONTHS[date.month - 1]


def short(date: dt.date) -> str:
    return SHORT_MONTHS[date.month - 1]


SPELLINGS: dict[str, Callable[[dt.date], str]] = {
    "in-full": format_thai_date,
    "formal": format_formal_date,
    "in-full-thai-digits": lambda day: to_thai(format_thai_date(day)),
    "formal-thai-digits": lambda day: to_thai(format_formal_date(day)),
    "era-glued": lambda day: f"{day.day} {month(day)} พ.ศ.{be(day)}",
    "month-word": lambda day: f"{day.day} เดือน{month(day)} พ.ศ. {be(day)}",
    "day-word": lambda day: f"วันที่ {day.day} {month(day)} {be(day)}",
    "weekday": lambda day: f"วันพฤหัสบดีที่ {day.day} {month(day)} {be(day)}",
    "short-month": lambda day: f"{day.day} {short(day)} {be(day)}",
    "short-month-thai-digits": lambda day: to_thai(f"{day.day} {short(day)} {be(day)}"),
    "short-month-era": lambda day: f"{day.day} {short(day)} พ.ศ. {be(day)}",
    "glued": lambda day: f"{day.day}{month(day)}{be(day)}",
    "wide-spaces": lambda day: f"  {day.day}   {month(day)}\n{be(day)} ",
    "slashes": lambda day: f"{day.day}/{day.month}/{be(day)}",
    "slashes-padded-thai-digits": lambda day: to_thai(f"{day.day:02}/{day.month:02}/{be(day)}"),
    "points": lambda day: f"{day.day}.{day.month}.{be(day)}",
    "slashes-common-era": lambda day: f"{day.day}/{day.month}/{day.year}",
    "iso-buddhist-era": lambda day: f"{be(day)}-{day.month:02}-{day.day:02}",
    "iso-buddhist-era-thai-digits": lambda day: to_thai(f"{be(day)}-{day.month:02}-{day.day:02}"),
    "iso-common-era": dt.date.isoformat,
}


@pytest.mark.slow
def test_days_of_two_centuries_read_back() -> None:
    """Every day of B.E. 2440-2643 as we write it, and some of each year in every accepted spelling."""
    leap_days = [day for day in EVERY_DAY if (day.month, day.day) == (2, 29)]
    some = [*EVERY_DAY[::13], *leap_days]
    wrong = [
        (name, day)
        for name, spell in SPELLINGS.items()
        for day in (EVERY_DAY if name == "in-full" else some)
        if parse_thai_date(spell(day)) != day
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("29 กุมภาพันธ์ 2566", id="leap-day-of-2566"),
        pytest.param("๒๙ ก.พ. ๒๕๖๖", id="leap-day-of-2566-thai-digits"),
        pytest.param("2566-02-29", id="leap-day-of-2566-iso"),
        pytest.param("2023-02-29", id="leap-day-of-2023-iso"),
        pytest.param("29 กุมภาพันธ์ 2643", id="leap-day-of-2100"),
        pytest.param("31 กันยายน 2566", id="september-31"),
        pytest.param("0 ตุลาคม 2566", id="day-0"),
        pytest.param("19/13/2566", id="month-13"),
        pytest.param("19 ตุลาคม 0000", id="year-0"),
    ],
)
def test_day_outside_the_calendar_is_refused(text: str) -> None:
    """A day that does not exist is told as such."""
    with pytest.raises(ThaiDateError, match=r"^ไม่มีวันนี้ในปฏิทิน$"):
        parse_thai_date(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "อ่านเป็นวันที่ไม่ได้", id="empty"),
        pytest.param("ตุลาคม 2566", "อ่านเป็นวันที่ไม่ได้", id="without-day"),
        pytest.param("19 ตุลาคม 66", "ปีต้องเขียนสี่หลัก แต่พบ 66 (หากหมายถึง พ.ศ. 2566 ให้เขียน 2566)", id="short-year"),
        pytest.param("5/4/66", "ปีต้องเขียนสี่หลัก แต่พบ 66 (หากหมายถึง พ.ศ. 2566 ให้เขียน 2566)", id="short-year-slashes"),
        pytest.param("19 October 2566", "อ่านเป็นวันที่ไม่ได้", id="english-month"),
        pytest.param("19 ตุลาคม 2566 เวลา 10.00 น.", "อ่านเป็นวันที่ไม่ได้", id="with-time"),
        pytest.param("१९/१०/२५६६", "อ่านเป็นวันที่ไม่ได้", id="digits-of-another-script"),
        pytest.param("19 ตุลาคน 2566", "ไม่รู้จักเดือน “ตุลาคน”", id="mistyped-month"),
        pytest.param("19 ตุลาคม ๒๕๖6", "มีเลขไทยปนกับเลขอารบิกในจำนวนเดียวกัน", id="mixed-digits"),
    ],
)
def test_text_that_is_no_date_is_refused(text: str, message: str) -> None:
    """The Thai message says why the text is no date."""
    with pytest.raises(ThaiDateError) as caught:
        parse_thai_date(text)

    assert str(caught.value) == message


@given(st.text() | st.text("0123456789๐๑๒๙-/. กตมคพศวัที่เดือน", max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """No text makes the reader fail in another way."""
    read: object = None
    with contextlib.suppress(ThaiDateError):
        read = parse_thai_date(text)

    assert read is None or isinstance(read, dt.date)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1 มกราคม 2400", dt.date(1857, 1, 1), id="first-buddhist-year"),
        pytest.param("1 มกราคม 2399", dt.date(2399, 1, 1), id="last-common-year"),
    ],
)
def test_year_2400_is_where_the_buddhist_era_begins(text: str, expected: dt.date) -> None:
    """From 2400 on a year is Buddhist Era, below it is Common Era."""
    assert parse_thai_date(text) == expected


def test_date_is_written_as_in_an_announcement() -> None:
    """The day has no leading zero, the month its full name, the year its Buddhist number."""
    assert format_thai_date(dt.date(2023, 10, 9)) == "9 ตุลาคม 2566"


def test_formal_date_carries_its_era() -> None:
    """At the foot of an announcement พ.ศ. stands before the year."""
    assert format_formal_date(dt.date(2023, 10, 19)) == "19 ตุลาคม พ.ศ. 2566"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param("30 กันยายน 2565", 2565, id="last-day-before"),
        pytest.param("1 ตุลาคม 2565", 2566, id="first-day"),
        pytest.param("31 ธันวาคม 2565", 2566, id="last-day-of-the-calendar-year"),
        pytest.param("1 มกราคม 2566", 2566, id="new-year"),
        pytest.param("30 กันยายน 2566", 2566, id="last-day"),
        pytest.param("1 ตุลาคม 2566", 2567, id="first-day-after"),
    ],
)
def test_fiscal_year_runs_from_october_to_september(date: str, expected: int) -> None:
    """FY 2566 is 1 Oct 2565 to 30 Sep 2566."""
    assert compute_fiscal_year(parse_thai_date(date)) == expected


def test_fiscal_year_changes_on_the_first_of_october_only() -> None:
    """From one day to the next the fiscal year changes on 1 October and on no other day."""
    pairs = itertools.pairwise(EVERY_DAY)

    changes = {(day.month, day.day) for before, day in pairs if compute_fiscal_year(before) != compute_fiscal_year(day)}

    assert changes == {(10, 1)}
