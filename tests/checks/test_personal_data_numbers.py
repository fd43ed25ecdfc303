"""Citizen numbers in any spelling are found; amounts of money in any spelling are not."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from prongsai.checks.personal.detector import mask
from prongsai.checks.personal.finding import DETECTORS, find_personal_data
from prongsai.records.base import MAX_TEXT
from prongsai.thai.citizen_number import compute_check_digit, is_citizen_number
from prongsai.thai.digits import to_arabic, to_thai

SEPARATORS = st.sampled_from(["", " ", "-", " - ", "\u200b", "\u00a0", "\u2013"])
AROUND = st.sampled_from(["", "เลขประจำตัวประชาชน ", "ผู้ถือบัตร:", "(", "ลำดับที่ ๕ คือ"])
CARD = (1, 5, 10, 12)  # 1-2345-67890-12-1


def spell(digits: str, separators: list[str], places: tuple[int, ...]) -> str:
    """Return the digits with separators put in before the digits at some places."""
    put_in = dict(zip(places, separators, strict=True))
    return "".join(put_in.get(place, "") + digit for place, digit in enumerate(digits))


@st.composite
def citizen_numbers(draw: st.DrawFn) -> str:
    """Thirteen digits with the right check digit; those that begin with 0 or 9 are no person's."""
    digits = draw(st.sampled_from("12345678")) + draw(st.text("0123456789", min_size=11, max_size=11))
    return digits + str(compute_check_digit(digits))


@st.composite
def amounts(draw: st.DrawFn) -> str:
    """An amount as plans write it, below a million million baht; larger ones with the word baht."""
    whole = draw(st.integers(0, 10**12 - 1))
    satang = draw(st.integers(0, 99))
    large = draw(st.integers(10**12, 10**15 - 1))
    spelling = draw(
        st.sampled_from(
            [
                f"{whole}",
                f"{whole:,}",
                f"{whole}.{satang:02}",
                f"{whole:,}.{satang:02}",
                f"{whole:,}.-",
                f"{whole}.-",
                f"{large} บาท",
                f"{large:,}",
                f"{large}.{satang:02}",
                f"{large}.- บาท",
            ]
        )
    )
    return to_thai(spelling) if draw(st.booleans()) else spelling


def find_kinds(text: str) -> list[str]:
    """Return the kinds of personal data in a text."""
    return [datum.kind for datum in find_personal_data(text)]


@given(citizen_numbers(), st.lists(SEPARATORS, min_size=12, max_size=12), AROUND, st.booleans())
def test_citizen_number_in_any_spelling(digits: str, separators: list[str], before: str, thai: bool) -> None:  # noqa: FBT001 - drawn
    """Thai digits, spaces, hyphens and characters that cannot be seen hide nothing, wherever they stand."""
    written = spell(digits, separators, tuple(range(1, 13)))
    parts = re.split(r"[^0-9]+", written.replace("\u200b", ""))
    assume(sum(re.fullmatch("2[45][0-9]{2}", part) is not None for part in parts) < 2)  # years side by side

    assert "citizen-id" in find_kinds(before + (to_thai(written) if thai else written) + " จังหวัดเชียงราย")


@given(citizen_numbers(), st.sampled_from(["", " ", "-"]), st.integers(0, 9999), st.booleans())
def test_citizen_number_beside_another_number(digits: str, separator: str, other: int, thai: bool) -> None:  # noqa: FBT001 - drawn
    """A number before or after does not hide one that stands together or is grouped as on the card."""
    written = spell(digits, [separator] * len(CARD), CARD)
    text = f"ลำดับ {other} {written} {other}"

    assert "citizen-id" in find_kinds(to_thai(text) if thai else text)


@given(citizen_numbers(), st.integers(0, 12), st.integers(1, 9))
def test_wrong_digit(digits: str, place: int, change: int) -> None:
    """With the last digit changed it is no citizen number; with another changed the check digit is computed anew."""
    wrong = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]

    assert is_citizen_number(wrong) == (compute_check_digit(wrong) == int(wrong[-1]))
    assert not is_citizen_number(digits[:-1] + str((int(digits[-1]) + change) % 10))


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from("09"))
def test_number_of_a_company(rest: str, first: str) -> None:
    """Companies, offices and books have thirteen digits too; the first one tells them."""
    digits = first + rest

    assert "citizen-id" not in find_kinds(f"เลขทะเบียน {digits}{compute_check_digit(digits)}")


@pytest.mark.parametrize("digits", ["0578900012342", "1234567890124"], ids=["no-status", "typing-error"])
def test_number_after_its_words(digits: str) -> None:
    """After the words for it a number counts whatever its first and last digits are."""
    assert find_kinds(f"เลขประจำตัวประชาชน {digits}") == ["citizen-id"]


@pytest.mark.parametrize("digits", ["1234567890123", "0000000000000"], ids=["counting", "zeros"])
def test_number_of_a_form(digits: str) -> None:
    """A form's own example is nobody's."""
    assert find_kinds(f"เลขประจำตัวประชาชน {digits}") == []


@given(amounts(), st.sampled_from(["{}", "งบประมาณ {}", "เบิกจ่าย {} บาท", "ปี 2566 จำนวน {} คิดเป็นร้อยละ 75.00"]))
def test_amount_of_money(amount: str, sentence: str) -> None:
    """Money is no personal datum, however it is written."""
    assume(not re.match("66[689]", to_arabic(amount)))  # 66812345678 is a telephone with the country's code

    assert find_kinds(sentence.format(amount)) == []


PIECES = st.sampled_from(
    [
        *sorted({word for detector in DETECTORS for word in detector.words}),
        *"0689๐๑-+./ ()@:_|,",
        "นายก้อง ",
        "1234",
        "66",
    ]
)


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=5))
def test_long_hostile_text(pieces: list[str]) -> None:
    """Whatever is repeated, a text as long as the data may hold is searched at once: no pattern goes back and forth."""
    unit = "".join(pieces)
    text = unit * (MAX_TEXT // len(unit) + 1)
    start = time.process_time()
    find_personal_data(text[:MAX_TEXT])

    assert time.process_time() - start < 2


@given(st.text("0123456789๐๑๒๓-+. ()@นายผู้ร้องเรียนชื่อlineid:", max_size=60))
def test_any_text(text: str) -> None:
    """No text breaks the search, and no find is shown whole."""
    for datum in find_personal_data(text):
        assert datum.masked
        assert datum.masked != datum.value


def test_example_of_the_formula() -> None:
    """The number that the formula is published with."""
    assert is_citizen_number("1234567890121")


@pytest.mark.parametrize(
    ("datum", "masked"),
    [("0912345612", "09xxxxxx12"), ("091-234-5612", "09x-xxx-xx12"), ("abcdef", "axxxxf"), ("12/3", "xx/x")],
    ids=["phone", "grouped-phone", "short", "very-short"],
)
def test_mask(datum: str, masked: str) -> None:
    """Enough is left to find the datum again, too little to use it."""
    assert mask(datum) == masked
