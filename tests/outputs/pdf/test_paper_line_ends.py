"""Ends of lines: no listed word and no name is broken, and the sign of repetition begins no line."""

from __future__ import annotations

import pytest
from copying import copy_with_pdfium
from line_ends import LineEnd, find_torn_word, list_ends
from printed_papers import PrintedPaper, print_document
from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import Section, iter_texts, paragraph
from prongsai.documents.document import Document, Layout, Part
from prongsai.thai.digits import to_thai

pytestmark = pytest.mark.slow

_NAME = "ทุ่งกระจับปี่"  # which no dictionary of a line breaker has


def list_line_ends(paper: PrintedPaper) -> list[LineEnd]:
    """Return the ends of lines behind which a text of a paper goes on."""
    texts = [*paper.document.cover, *paper.document.cover_foot, *iter_texts(paper.blocks)]
    ends: list[LineEnd] = []
    for page in copy_with_pdfium(paper.finished):
        ends += list_ends(page.splitlines(), [*texts, *map(to_thai, texts)])
    return ends


def test_no_word_is_broken_in_any_paper(printed: list[PrintedPaper]) -> None:
    """In hundreds of lines that go on in the next one, each ends between words or at a point of one."""
    ends = [(end, paper.document) for paper in printed for end in list_line_ends(paper)]
    assert len(ends) > 400
    torn = [(find_torn_word(end, document.names), document.pdf) for end, document in ends]
    assert [found for found in torn if found[0]] == []


@pytest.mark.parametrize("filling", range(0, 24, 2))
def test_names_and_repeated_words_stay_whole(filling: int) -> None:
    """Wherever a line ends, a place's name is not broken, nor a word before its sign of repetition left alone."""
    text = "ก" * filling + f" องค์การบริหารส่วนตำบล{_NAME}และหมู่บ้านอื่น ๆ ในตำบล{_NAME}" * 12
    part = Part("", (Section("", "", (paragraph(text, kind="indent"),)),))
    paper = print_document(
        Document(LaoPaths("x").paper("a"), "ทดสอบ", Layout.LETTER, lambda: (part,), names=(_NAME,)), marked=False
    )
    ends = list_line_ends(paper)
    assert len(ends) > 3
    assert [torn for end in ends if (torn := find_torn_word(end, (_NAME,)))] == []
    copied = "".join(copy_with_pdfium(paper.finished))
    assert not set("\u200b\u2060\u00a0") & set(copied)
    assert "".join(text.split()) in "".join(copied.split())


@pytest.mark.parametrize(
    ("before", "after", "torn"),
    [
        ("พนักงานส่วนตำบ", "ลและลูกจ้าง", "ตำบ/ล"),
        ("ขององค์กรปกครอง", "ส่วนท้องถิ่น", ""),
        ("ขององค์กรปกครองส่วนท้อง", "ถิ่น", "องค์กรปกครองส่วนท้อง/ถิ่น"),
        ("หมู่บ้านอื่น", "ๆ ด้วย", "นอื่น/ๆ"),
        ("ประกาศ", "โครงการ", ""),
    ],
)
def test_the_measure_tells_wrong_ends(before: str, after: str, torn: str) -> None:
    """An end inside a word is told with its place, one at a point or between words is not."""
    assert find_torn_word(LineEnd(before, after)) == torn
