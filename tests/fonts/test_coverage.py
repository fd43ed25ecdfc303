"""What the checker believes that the fonts can set is what they and the typesetter set."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont
from prongsai.fonts import BOLD, FOLDER, REGULAR
from prongsai.fonts.coverage import LETTERS, UNSEEN, find_missing, replace_missing

FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
TEMPLATE = '#set document(title: "ก")\n#set text(font: "Sarabun", fallback: false)\n#json(bytes(sys.inputs.data))\n'


def expand(ranges: str) -> list[int]:
    """Return the code points of some ranges."""
    pairs = (item.partition("-") for item in ranges.split())
    return [code for first, _, last in pairs for code in range(int(first, 16), int(last or first, 16) + 1)]


def set_text(folder: Path, text: str) -> bytes:
    """Return a text as PDF under the standards of papers."""
    template = folder / "text.typ"
    template.write_text(TEMPLATE, encoding="utf-8")
    written = typst.compile(
        template,
        format="pdf",
        sys_inputs={"data": json.dumps(text, ensure_ascii=False)},
        font_paths=FONTS,
        pdf_standards=["ua-1", "a-2a"],
    )
    assert isinstance(written, bytes)
    return written


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=["regular", "bold"])
def test_letters_are_those_of_the_fonts(path: Path) -> None:
    """A new version of the fonts changes the data; their maker's mark is private use, which PDF/A refuses."""
    mark = 0xF8FF

    assert {*expand(LETTERS), mark} == {code for code in TTFont(path).getBestCmap() if code >= ord(" ")}


def test_typesetter_sets_what_is_not_missing(tmp_path: Path) -> None:
    """Letters of the fonts, what is made of them, and what is left out do not stop a paper."""
    composed = [
        code for code in range(0x00C0, 0x2000) if unicodedata.decomposition(chr(code)) and not find_missing(chr(code))
    ]
    text = " ".join(map(chr, [*expand(LETTERS), *expand(UNSEEN), *composed]))

    assert find_missing(text) == []
    assert len(composed) > 400
    assert set_text(tmp_path, text).startswith(b"%PDF")


@pytest.mark.parametrize(
    "character", ["😀", "☑", "①", "ກ", "က", "漢", "α", "㎡", "\uf8ff", "\ue000", "\ufffd"], ids=ascii
)
def test_typesetter_refuses_what_is_missing(tmp_path: Path, character: str) -> None:
    """Else the checker would speak without need."""
    assert find_missing(f"ก{character}") == [1]
    with pytest.raises(typst.TypstError, match=r"could not be displayed|contains the codepoint"):
        set_text(tmp_path, f"ก{character}")


def test_missing_characters_are_replaced() -> None:
    """Each by itself, the rest stays; nobody misses a byte order mark."""
    assert replace_missing("\ufeffก😀☑ข", "[?]") == "ก[?][?]ข"
