"""Parts side by side: two where both fit and the page is used better, their order kept."""

from __future__ import annotations

import pytest
from prongsai.blocks.blocks import Beside, Block, Choices, Signature, paragraph
from prongsai.outputs.beside import pair_parts
from prongsai.thai.digits import to_thai

LONG, UNBROKEN = "ให้ทุกส่วนราชการติดตามโครงการที่ยังไม่มีรายงาน " * 30, "x" * 60


def opine(words: str) -> tuple[Block, ...]:
    """Return an opinion of some words."""
    return (paragraph("ความเห็นปลัด", kind="label"), Choices((("เห็นชอบ", False),), words), Signature("ปลัดเทศบาล"))


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        (["", ""], [2]),
        (["", "", ""], [2, 1]),
        (["", "", "", ""], [2, 2]),
        (["", LONG, "", ""], [1, 1, 2]),
        ([LONG, LONG], [2]),
        (["", UNBROKEN], [1, 1]),
        ([""], [1]),
        ([], []),
    ],
)
def test_two_stand_side_by_side(words: list[str], sizes: list[int]) -> None:
    """Not beside one whose words take much more lines in half the width, nor one with a word that is wider."""
    parts = tuple(map(opine, words))
    paired = [*pair_parts(Beside(parts), 453, 12, to_thai)]
    assert [len(pair) for pair in paired] == sizes
    assert [part for pair in paired for part in pair] == [*parts]
