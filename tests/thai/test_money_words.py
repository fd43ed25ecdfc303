"""Money in words: PyThaiNLP is the oracle for whole numbers, our own expected values where it is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from prongsai.thai.money_words import (
    format_baht_words,
    format_number_words,
    parse_baht_words,
    parse_number_words,
)
from pythainlp.util import bahttext, num_to_thaiword

# PyThaiNLP looks at a trailing หนึ่ง of the whole number only, so it and we part in higher groups of six digits
# that are exactly 1 and follow others (1,000,001,000,000); below a million million there is no such group.
ORACLE_LIMIT = 10**12


@given(st.integers(min_value=0, max_value=ORACLE_LIMIT))
@example(1)
@example(11)
@example(21)
@example(101)
@example(1_000_001)
@example(21_000_021)
@example(101_000_000)
@example(ORACLE_LIMIT)
def test_whole_number_agrees_with_pythainlp(number: int) -> None:
    """The words of a whole number are those of PyThaiNLP."""
    assert format_number_words(number) == num_to_thaiword(number)


def test_every_number_to_ten_thousand_agrees_with_pythainlp() -> None:
    """Without a gap, small numbers are those of PyThaiNLP."""
    assert [number for number in range(10_001) if format_number_words(number) != num_to_thaiword(number)] == []


@given(st.integers(min_value=1, max_value=ORACLE_LIMIT))
def test_negative_number_agrees_with_pythainlp(number: int) -> None:
    """A negative number is led by ลบ."""
    assert format_number_words(-number) == num_to_thaiword(-number)


@given(st.integers(min_value=0, max_value=ORACLE_LIMIT))
def test_whole_baht_agree_with_pythainlp(number: int) -> None:
    """Whole baht end in บาทถ้วน, as PyThaiNLP writes them."""
    assert format_baht_words(Decimal(number)) == bahttext(number)


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=99))
def test_satang_agree_with_pythainlp(baht: int, satang: int) -> None:
    """Baht with satang are as PyThaiNLP writes them, where a float holds the amount."""
    amount = Decimal(baht) + Decimal(satang) / 100
    assume(f"{float(amount):.2f}" == f"{amount:.2f}")

    assert format_baht_words(amount) == bahttext(float(amount))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("0", "ศูนย์บาทถ้วน", id="zero"),
        pytest.param("1", "หนึ่งบาทถ้วน", id="one"),
        pytest.param("10", "สิบบาทถ้วน", id="ten"),
        pytest.param("11", "สิบเอ็ดบาทถ้วน", id="eleven"),
        pytest.param("20", "ยี่สิบบาทถ้วน", id="twenty"),
        pytest.param("21", "ยี่สิบเอ็ดบาทถ้วน", id="twenty-one"),
        pytest.param("101", "หนึ่งร้อยเอ็ดบาทถ้วน", id="hundred-and-one"),
        pytest.param("180000", "หนึ่งแสนแปดหมื่นบาทถ้วน", id="document-180000"),
        pytest.param("200000.00", "สองแสนบาทถ้วน", id="document-200000"),
        pytest.param("178050", "หนึ่งแสนเจ็ดหมื่นแปดพันห้าสิบบาทถ้วน", id="document-178050"),
        pytest.param("1000001", "หนึ่งล้านเอ็ดบาทถ้วน", id="million-and-one"),
        pytest.param("1000000000000", "หนึ่งล้านล้านบาทถ้วน", id="million-million"),
        pytest.param("999999999999999", "เก้าร้อยเก้าสิบเก้าล้าน" + "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าล้าน"
                     "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทถ้วน", id="largest"),
    ],
)  # fmt: skip
def test_whole_baht_in_words(amount: str, expected: str) -> None:
    """Whole baht are written as in the documents."""
    assert format_baht_words(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("0.25", "ยี่สิบห้าสตางค์", id="no-zero-baht"),
        pytest.param("0.01", "หนึ่งสตางค์", id="one-satang"),
        pytest.param("1.005", "หนึ่งบาทหนึ่งสตางค์", id="half-up-that-floats-miss"),
        pytest.param("92.475", "เก้าสิบสองบาทสี่สิบแปดสตางค์", id="half-up-of-the-handbook"),
        pytest.param("0.005", "หนึ่งสตางค์", id="half-satang"),
        pytest.param("0.004", "ศูนย์บาทถ้วน", id="below-half-satang"),
        pytest.param("0.995", "หนึ่งบาทถ้วน", id="carried-into-baht"),
        pytest.param("28050.50", "สองหมื่นแปดพันห้าสิบบาทห้าสิบสตางค์", id="fifty-satang"),
        pytest.param("1.21", "หนึ่งบาทยี่สิบเอ็ดสตางค์", id="twenty-one-satang"),
        pytest.param("1000001.11", "หนึ่งล้านเอ็ดบาทสิบเอ็ดสตางค์", id="eleven-satang"),
    ],
)
def test_satang_in_words(amount: str, expected: str) -> None:
    """Satang are rounded half up on Decimal, and an amount below a baht has no ศูนย์บาท."""
    assert format_baht_words(Decimal(amount)) == expected


@given(st.decimals(min_value=0, max_value=10**15 - 1, allow_nan=False, allow_infinity=False))
def test_any_amount_has_a_unit(amount: Decimal) -> None:
    """Every amount that a plan can hold ends in ถ้วน or สตางค์."""
    assert format_baht_words(amount).endswith(("บาทถ้วน", "สตางค์"))


@given(st.integers(min_value=0, max_value=ORACLE_LIMIT))
def test_words_of_a_number_are_read_back(number: int) -> None:
    """What we write for a whole number is read as that number."""
    assert parse_number_words(format_number_words(number)) == number


@given(st.integers(min_value=0, max_value=10**11))
def test_words_of_an_amount_are_read_back(satang: int) -> None:
    """What we write for an amount of a baht and more is read as that amount."""
    amount = Decimal(100 + satang) / 100

    assert parse_baht_words(format_baht_words(amount)) == amount


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ยี่สิบหนึ่ง", 21),
        ("สิบหก", 16),
        ("สองสิบ", None),
        ("หนึ่งสอง", None),
        ("หมื่นแสน", None),
        ("โครงการ", None),
        ("", None),
        ("ล้าน" * 1000, None),
    ],
    ids=[
        "one-spelt-out",
        "teen",
        "no-such-twenty",
        "two-digits",
        "wrong-order",
        "no-number",
        "nothing",
        "far-too-long",
    ],
)
def test_only_a_number_is_read(words: str, number: int | None) -> None:
    """Words that spell no number are none; the last 1 may be หนึ่ง."""
    assert parse_number_words(words) == number


@pytest.mark.parametrize(
    "words",
    ["สองแสน", "บาท", "สิบบาทร้อยสตางค์", "สิบบาทห้า", "โครงการบาทถ้วน"],
    ids=["no-baht", "no-number", "too-many", "cut", "no-words"],
)
def test_only_an_amount_is_read(words: str) -> None:
    """Words that spell no amount of baht are none."""
    assert parse_baht_words(words) is None
