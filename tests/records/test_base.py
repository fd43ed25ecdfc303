"""Converters of plain values: numbers, years, dates, yes and no."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.records.base import Count, Number, ThaiDate, Year, YesNo
from prongsai.thai.digits import to_thai
from record_reading import read, refuse


def test_braces_in_a_text_do_not_break_the_message() -> None:
    """Braces of the text are shown as they are."""
    assert "“{message} {0}”" in refuse(Number, "{message} {0}")["ctx"]["message"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("60", "60", id="plain"),
        pytest.param("1,234,567", "1234567", id="commas"),
        pytest.param("๑,๒๓๔.๕๐", "1234.50", id="thai-digits"),
        pytest.param(" 92.475 ", "92.475", id="spaces-around"),
        pytest.param("0", "0", id="zero"),
        pytest.param("010", "10", id="leading-zero"),
    ],
)
def test_number_is_read_exactly(text: str, expected: str) -> None:
    """A number keeps all its places."""
    assert read(Number, text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("-1", id="negative"),
        pytest.param("1e3", id="exponent"),
        pytest.param("NaN", id="nan"),
        pytest.param("Infinity", id="infinity"),
        pytest.param("1_000", id="underscore"),
        pytest.param("1,00", id="comma-misplaced"),
        pytest.param("1234,567", id="comma-late"),
        pytest.param("1.", id="bare-point"),
        pytest.param("60 คน", id="with-unit"),
        pytest.param("१२", id="digits-of-another-script"),
        pytest.param("1" * 16, id="sixteen-digits"),
        pytest.param("1" * 5000, id="five-thousand-digits"),
    ],
)
def test_text_that_is_no_number_is_refused(text: str) -> None:
    """Only digits, commas at their place and a point make a number."""
    assert refuse(Number, text)["type"] == "number"


@pytest.mark.parametrize(
    "kind", [pytest.param(Number, id="number"), pytest.param(Count, id="count"), pytest.param(Year, id="year")]
)
def test_mixed_digits_are_refused(kind: object) -> None:
    """A number in both kinds of digits is told as such."""
    assert refuse(kind, "๒๕๖6")["type"] == "mixed-digits"


@given(st.decimals(min_value=0, max_value=10**15 - 1, places=2))
def test_any_number_reads_back(number: Decimal) -> None:
    """Whatever its size and digits, a number with commas is the number that was written."""
    assert read(Number, to_thai(f"{number:,f}")) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("60", 60, id="arabic"),
        pytest.param("๖๐", 60, id="thai"),
        pytest.param("1,200", 1200, id="comma"),
        pytest.param("25.00", 25, id="zero-places"),
    ],
)
def test_count_is_a_whole_number(text: str, expected: int) -> None:
    """A count is read as a whole number."""
    assert read(Count, text) == expected


def test_count_with_a_fraction_is_refused() -> None:
    """Half a project does not count."""
    assert refuse(Count, "2.5")["type"] == "count"


@pytest.mark.parametrize("text", [pytest.param("-1", id="negative"), pytest.param("หกสิบ", id="words")])
def test_text_that_is_no_count_is_refused(text: str) -> None:
    """A count is written in digits and never below 0."""
    assert refuse(Count, text)["type"] == "number"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2566", id="arabic"),
        pytest.param("๒๕๖๖", id="thai"),
        pytest.param("พ.ศ. 2566", id="with-era"),
        pytest.param("พ.ศ.๒๕๖๖", id="with-era-glued"),
        pytest.param(" 2566 ", id="spaces-around"),
    ],
)
def test_year_is_read_in_every_spelling(text: str) -> None:
    """A year is a number of the Buddhist Era."""
    assert read(Year, text) == 2566


@given(st.integers(min_value=2500, max_value=2699))
def test_every_year_of_two_centuries_reads_back(year: int) -> None:
    """B.E. 2500 to 2699 are years, in both kinds of digits."""
    assert read(Year, str(year)) == read(Year, to_thai(str(year))) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("2023", 2566, id="arabic"),
        pytest.param("๒๐๒๓", 2566, id="thai"),
        pytest.param("1957", 2500, id="last-century"),
    ],
)
def test_common_era_year_is_refused_with_its_buddhist_year(text: str, year: int) -> None:
    """A year of the Common Era is never guessed; the message gives the right number."""
    error = refuse(Year, text)

    assert error["type"] == "year"
    assert error["ctx"]["message"] == f"“{text}” ไม่ใช่ปี พ.ศ. (หากหมายถึง ค.ศ. ให้เขียน {year})"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2499", id="below"),
        pytest.param("2700", id="above"),
        pytest.param("66", id="two-digits"),
        pytest.param("25660", id="five-digits"),
        pytest.param("ปี 2566", id="with-a-word"),
        pytest.param("२५६६", id="digits-of-another-script"),
    ],
)
def test_year_outside_the_range_is_refused_without_guess(text: str) -> None:
    """What is no year of either era gets no hint."""
    error = refuse(Year, text)

    assert error["type"] == "year"
    assert "ค.ศ." not in error["ctx"]["message"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("19 ตุลาคม 2566", id="in-full"),
        pytest.param("๑๙ ต.ค. ๒๕๖๖", id="thai-digits"),
        pytest.param("2566-10-19", id="iso-buddhist-era"),
        pytest.param("2023-10-19", id="iso-common-era"),
    ],
)
def test_date_is_read_in_every_spelling(text: str) -> None:
    """A date field reads what the date reader reads."""
    assert read(ThaiDate, text) == dt.date(2023, 10, 19)


def test_impossible_date_is_refused_with_the_reason() -> None:
    """29 Feb 2566 is shown together with the reason."""
    error = refuse(ThaiDate, "29 กุมภาพันธ์ 2566")

    assert error["type"] == "date"
    assert error["ctx"]["message"] == "วันที่ “29 กุมภาพันธ์ 2566” ใช้ไม่ได้: ไม่มีวันนี้ในปฏิทิน"


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(Number, id="number"),
        pytest.param(Count, id="count"),
        pytest.param(Year, id="year"),
        pytest.param(ThaiDate, id="date"),
        pytest.param(YesNo, id="yes-no"),
    ],
)
@pytest.mark.parametrize("value", [pytest.param(["ก"], id="list"), pytest.param({"ก": "ข"}, id="mapping")])
def test_list_or_mapping_is_no_single_value(kind: object, value: object) -> None:
    """A list or a mapping in place of one value is told as such."""
    assert refuse(kind, value)["type"] == "text"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ใช่", True, id="thai-yes"),
        pytest.param("บรรจุ", True, id="thai-included"),
        pytest.param("yes", True, id="yes"),
        pytest.param("True", True, id="true"),
        pytest.param("ไม่ใช่", False, id="thai-no"),
        pytest.param("ไม่", False, id="thai-not"),
        pytest.param("ไม่บรรจุ", False, id="thai-not-included"),
        pytest.param("NO", False, id="no"),
        pytest.param("false", False, id="false"),
    ],
)
def test_yes_and_no_are_read_in_every_spelling(text: str, expected: object) -> None:
    """Yes and no are words, in Thai or English."""
    assert read(YesNo, text) is expected


@pytest.mark.parametrize(
    "text", [pytest.param("1", id="one"), pytest.param("ไม่ทราบ", id="unknown"), pytest.param("", id="empty")]
)
def test_other_answers_are_refused(text: str) -> None:
    """What is neither yes nor no is refused."""
    assert refuse(YesNo, text)["type"] == "yes-no"
