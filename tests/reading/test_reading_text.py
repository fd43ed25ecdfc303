"""Text files: encodings, tables as lines, the one spelling."""

from __future__ import annotations

import pytest
from prongsai.reading.document import Table
from prongsai.reading.marks import find_mark
from prongsai.reading.normalising import clean
from prongsai.reading.text_file import decode, parse_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_encodings_of_offices_are_read(encoding: str) -> None:
    """UTF-8 with and without its mark, the Thai code page and UTF-16 give the same text."""
    assert decode("แผน ๒๕๖๖".encode(encoding)) == "แผน ๒๕๖๖"


def test_lines_with_tabs_or_bars_are_tables() -> None:
    """Rows that follow each other are one table; empty cells keep their column."""
    first, line, second = parse_text("ก\tข\n\tค\nข้อความ\n| ง | จ |\n|---|---|", "a.txt").blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [(cell.row, cell.column, cell.paragraphs[0].text) for cell in first.cells] == [
        (0, 0, "ก"), (0, 1, "ข"), (1, 1, "ค")
    ]  # fmt: skip
    assert not isinstance(line, Table)
    assert line.place == "บรรทัด 3"
    assert [cell.paragraphs[0].text for cell in second.cells][:2] == ["ง", "จ"]


@pytest.mark.parametrize(
    ("raw", "one"),
    [
        ("ทํา", "ทำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("แผน\u200b\u00ad  ปฏิบัติ", "แผน ปฏิบัติ"),
        ("ผู\uf70b", "ผู้"),
        ("\uf0b7 ติดป้าย", "• ติดป้าย"),
    ],
    ids=["ring-a", "ring-tone-a", "tone-ring-a", "unseen", "private-area", "symbol-bullet"],
)
def test_one_spelling(raw: str, one: str) -> None:
    """Two-part ำ, unseen characters, doubled spaces and marks of old fonts become the usual spelling."""
    assert clean(raw) == one


@pytest.mark.parametrize(
    ("text", "shown", "parts", "style"),
    [
        ("1) ก", "1)", (1,), "1)"),
        ("(๑๒) ก", "(๑๒)", (12,), "1()"),
        ("- 2) ก", "2)", (2,), "1)"),
        ("2.1.3) ก", "2.1.3)", (2, 1, 3), "3)"),
        ("๑. ก", "๑.", (1,), "1."),
        ("• ก", "•", (), "-"),
        ("ก) ข", "ก)", (), "ก)"),
    ],
    ids=["typed", "thai-brackets", "dash-before", "three-levels", "thai-stop", "bullet", "letter"],
)
def test_marks_of_lists(text: str, shown: str, parts: tuple[int, ...], style: str) -> None:
    """Numbers and bullets of any shape are told from the words behind them."""
    mark = find_mark(text)
    assert mark is not None
    assert (mark.text, mark.parts, mark.style, text[mark.end :]) == (shown, parts, style, text[-1])


@pytest.mark.parametrize("text", ["2566 เป็นปีแรก", "๘๔.๐๑ คะแนน", "๑๓.๓๐ น. ณ ห้องประชุม", "10,000.- บาท", "กอง"])
def test_what_only_looks_like_a_number_of_a_list(text: str) -> None:
    """Years, scores, times and amounts at the start of a line begin no item."""
    assert find_mark(text) is None
