"""Digits: what is turned into Thai ones, what stays, what counts as mixed."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.thai.digits import THAI_DIGITS, has_mixed_digits, to_arabic, to_thai

THAI_LETTERS = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=10)


@given(st.integers(min_value=0))
def test_number_survives_the_round_trip(number: int) -> None:
    """A number in Thai digits reads back as the same number."""
    assert to_arabic(to_thai(str(number))) == str(number)


@given(st.text(THAI_DIGITS + "0123456789 กขค,./-ab"))
def test_round_trip_changes_nothing_but_digits(text: str) -> None:
    """Whatever the text, turning its digits there and back keeps every other character in place."""
    assert to_arabic(to_thai(text)) == to_arabic(text)


@given(st.text())
def test_to_thai_twice_is_to_thai_once(text: str) -> None:
    """Setting digits that are already set changes nothing."""
    assert to_thai(to_thai(text)) == to_thai(text)


@given(st.text(st.characters(exclude_characters=string.ascii_letters)))
def test_text_without_latin_letters_keeps_no_arabic_digit(text: str) -> None:
    """Outside Latin runs every Arabic digit is turned."""
    assert not re.search("[0-9]", to_thai(text))


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("www.x.go.th/2566", id="address-without-scheme"),
        pytest.param("https://x.go.th/2566?id=12&p=3#a4", id="address-with-query"),
        pytest.param("https://x.go.th/แผน/2566/ครั้งที่-2.pdf", id="address-with-thai-path"),
        pytest.param("www.x.go.th/แผน2566", id="thai-path-without-scheme"),
        pytest.param("saraban_05@x.go.th", id="e-mail"),
        pytest.param("COVID-19", id="name-before-digits"),
        pytest.param("4G", id="digits-before-name"),
        pytest.param("p01", id="project-id"),
        pytest.param("files/2567/a.pdf", id="file"),
    ],
)
def test_latin_run_keeps_arabic_digits(run: str) -> None:
    """The digits of a name or an address stay; those around it are turned."""
    assert to_thai(f"ปี 2566 {run} ปี 2567") == f"ปี ๒๕๖๖ {run} ปี ๒๕๖๗"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("(ที่มา:https://x.go.th/แผน/2566) 5", "(ที่มา:https://x.go.th/แผน/2566) ๕", id="address-in-brackets"),
        pytest.param("“www.x.go.th/2566”ปี2566", "“www.x.go.th/2566”ปี๒๕๖๖", id="address-in-quotes"),
        pytest.param("ระบบ E-Serviceปี2566", "ระบบ E-Serviceปี๒๕๖๖", id="thai-glued-to-a-name"),
        pytest.param("372/2565 ITA 85.50", "๓๗๒/๒๕๖๕ ITA ๘๕.๕๐", id="numbers-beside-a-name"),
        pytest.param("180,000.- บาท", "๑๘๐,๐๐๐.- บาท", id="money"),
    ],
)
def test_digits_beside_a_latin_run_are_turned(text: str, expected: str) -> None:
    """A run ends where the address or the name ends."""
    assert to_thai(text) == expected


@given(THAI_LETTERS, st.integers(min_value=0))
def test_year_in_an_address_survives_any_thai_text_before_it(before: str, year: int) -> None:
    """An address keeps its digits after any Thai text."""
    address = f"www.x.go.th/{year}"

    assert to_thai(f"{before} {address}").endswith(address)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("๒๕๖6", id="arabic-last"),
        pytest.param("2๕๖๖", id="arabic-first"),
        pytest.param("๑๘๐,000", id="across-the-comma"),
        pytest.param("92.๔๘", id="across-the-point"),
        pytest.param("ปี ๒๕๖๖ ถึง ๒๕7๐", id="second-number"),
    ],
)
def test_one_number_in_both_digits_is_mixed(text: str) -> None:
    """Thai and Arabic digits in one number are found."""
    assert has_mixed_digits(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("๒๕๖๖", id="thai"),
        pytest.param("180,000.00", id="arabic"),
        pytest.param("19 ตุลาคม ๒๕๖๖", id="two-numbers"),
        pytest.param("372/๒๕๖๕", id="number-and-year"),
    ],
)
def test_numbers_of_one_kind_each_are_not_mixed(text: str) -> None:
    """Two numbers, each in one kind of digits, are no mixture."""
    assert not has_mixed_digits(text)


@given(st.from_regex(r"[0-9]{1,9}", fullmatch=True), st.from_regex(rf"[{THAI_DIGITS}]{{1,9}}", fullmatch=True))
def test_any_two_kinds_glued_together_are_mixed(arabic: str, thai: str) -> None:
    """Whichever comes first, the mixture is found."""
    assert has_mixed_digits(arabic + thai)
    assert has_mixed_digits(thai + arabic)


@given(st.text())
def test_text_with_its_digits_unified_is_never_mixed(text: str) -> None:
    """Turning all digits into Arabic ones mends every mixture."""
    assert not has_mixed_digits(to_arabic(text))
