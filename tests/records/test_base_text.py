"""Converters of text: one text, or a list of texts."""

from __future__ import annotations

import pytest
from prongsai.records.base import MAX_LINE, Line, Text, Texts
from record_reading import read, refuse

NOT_TEXT = [pytest.param(["ก"], id="list"), pytest.param({"ก": "ข"}, id="mapping"), pytest.param(2566.5, id="float")]


def test_text_is_stripped_and_normalised() -> None:
    """A text loses the space around it, and its ำ is one character."""
    assert read(Text, "  น\u0e4d\u0e49\u0e32 ใส\n") == "น\u0e49\u0e33 ใส"


def test_text_keeps_its_lines_and_tabs() -> None:
    """A text of several lines stays one."""
    assert read(Text, "บรรทัดหนึ่ง\nบรรทัด\tสอง") == "บรรทัดหนึ่ง\nบรรทัด\tสอง"


def test_text_that_looks_like_a_number_stays_text() -> None:
    """Nothing is read into a text."""
    assert read(Text, "010") == "010"


@pytest.mark.parametrize("value", [pytest.param("", id="nothing"), pytest.param(" \n\t", id="white-space")])
def test_text_without_a_character_is_refused(value: str) -> None:
    """An empty text is told as such."""
    assert refuse(Text, value)["type"] == "empty"


@pytest.mark.parametrize("value", NOT_TEXT)
def test_text_of_another_kind_is_refused(value: object) -> None:
    """A list or a mapping is no text."""
    assert refuse(Text, value)["type"] == "text"


@pytest.mark.parametrize(
    "code",
    [pytest.param(code, id=f"u{code:04x}") for code in (*range(9), 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xFFFE)],
)
def test_control_character_is_refused_with_its_code(code: int) -> None:
    """The message names the invisible character."""
    error = refuse(Text, f"ก{chr(code)}ข")

    assert error["type"] == "control-character"
    assert f"U+{code:04X}" in error["ctx"]["message"]


def test_one_text_is_a_list_of_one() -> None:
    """Where a list of texts is expected, one text will do."""
    assert read(Texts, "ข้อเดียว") == ("ข้อเดียว",)


def test_list_of_texts_keeps_its_order() -> None:
    """A list of texts is read in order."""
    assert read(Texts, ["สอง", "หนึ่ง"]) == ("สอง", "หนึ่ง")


def test_text_of_one_line_is_read() -> None:
    """Names, numbers and positions stand in headings, links and cells; what YAML folds is one line."""
    assert read(Line, " โครงการคนดี\n") == "โครงการคนดี"


@pytest.mark.parametrize("text", ["โครงการ\nสองบรรทัด", "a\n\nb"], ids=["two-lines", "two-paragraphs"])
def test_line_break_where_none_may_be_is_refused(text: str) -> None:
    """The message tells after which words the line breaks."""
    error = refuse(Line, text)

    assert error["type"] == "line-break"
    assert f"“{text.partition(chr(10))[0]}”" in error["ctx"]["message"]


@pytest.mark.parametrize("value", NOT_TEXT)
def test_line_of_another_kind_is_refused(value: object) -> None:
    """A list or a mapping is no line of text."""
    assert refuse(Line, value)["type"] == "text"


def test_line_of_absurd_length_is_refused() -> None:
    """A document that was pasted into a field of one line is no name."""
    assert read(Line, "ก" * MAX_LINE) == "ก" * MAX_LINE
    assert refuse(Line, "ก" * (MAX_LINE + 1))["type"] == "too-long"
