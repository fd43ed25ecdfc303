"""Tables in Markdown, and what in a Thai text is typed letter for letter."""

from __future__ import annotations

import pytest
from prongsai.handbook.table import mark_typed, render_table


def test_table_is_markdown() -> None:
    """A head, its line, and a line a row."""
    assert render_table(("ก", "ข"), [("1", "2")]) == "| ก | ข |\n|---|---|\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("เขียนใน targets", "เขียนใน `targets`"),
        ("รหัสประกาศใน papers/", "รหัสประกาศใน `papers/`"),
        ("คือ contacts.unit ของหน่วยงาน", "คือ `contacts.unit` ของหน่วยงาน"),
        ("ดูด้วยคำสั่ง prongsai explain", "ดูด้วยคำสั่ง `prongsai explain`"),
        ("ฉบับ PDF (.png .jpg)", "ฉบับ PDF (`.png` `.jpg`)"),
        ("ระบบ e-PlanNACC และ Risk Score", "ระบบ e-PlanNACC และ Risk Score"),
        ("คีย์คือเลขมิติ เช่น 1", "คีย์คือเลขมิติ เช่น 1"),
    ],
    ids=["key", "folder", "path", "command", "ending", "names", "number"],
)
def test_typed_words_are_code(text: str, marked: str) -> None:
    """Keys, folders and commands are code; names that begin with a capital are words."""
    assert mark_typed(text) == marked
