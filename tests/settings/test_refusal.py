"""The place of a refused setting in ``mkdocs.yml``."""

from __future__ import annotations

from pathlib import Path

import pytest
from prongsai.diagnostics.settings import format_refusals
from prongsai.settings.refusal import Refusal, find_place

SETTINGS = """site_name: ก
theme:
  name: prongsai
  # font: false
  font:
    text: Roboto
plugins:
- prongsai:
    offline: false
"""


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("site_name", "mkdocs.yml:1:1"),
        ("theme", "mkdocs.yml:2:1"),
        ("theme.font", "mkdocs.yml:5:3"),
        ("theme.logo", "mkdocs.yml:2:1"),
        ("site_url", "mkdocs.yml"),
        ("--dirty", "mkdocs.yml"),
    ],
    ids=["first", "mapping", "inner", "inner missing", "missing", "option"],
)
def test_place_is_the_line_of_the_key(tmp_path: Path, setting: str, place: str) -> None:
    """A key is found on its line; what is not in the file is told of the file."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(SETTINGS, encoding="utf-8")

    assert str(find_place(file, Refusal(setting, "", ""))) == place


def test_text_of_a_refusal_is_that_of_a_problem(tmp_path: Path) -> None:
    """Place and message stand on one line, the fix on the next; a line break of a value ends no line."""
    text = format_refusals([Refusal("site_url", "ที่อยู่ “a\n::error::b”", "เขียนใหม่")], tmp_path / "mkdocs.yml")

    assert text == "mkdocs.yml: ข้อผิดพลาด: ที่อยู่ “a␊::error::b”\n  วิธีแก้: เขียนใหม่"
