"""Text copied out of the PDFs in three viewers, next to what the records say. Run with ``-s`` to see the rates."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import pytest
from conftest import MADE_UP_PLANS, ROOT
from copying import VIEWERS, count_common, count_missing, list_printed_texts, squeeze
from printed_papers import PrintedPaper, list_plan_documents, print_documents
from prongsai.documents.document import Layout

pytestmark = pytest.mark.slow

# Share of characters that may differ; pypdf, like Firefox, knows only the fonts' maps, where ำ is two glyphs.
LIMITS = {"pdfium": 0.005, "poppler": 0.005, "pypdf": 0.02}
_SPLIT_AM, _AM = "\u0e4d\u0e32", "\u0e33"


@cache
def print_papers(name: str) -> list[PrintedPaper]:
    """Print papers without the mark of examples, which crosses the text; of cards and reports a part, no sample's plan."""
    is_sample = name == "samples"
    documents = list(list_plan_documents(ROOT / "plans" if is_sample else MADE_UP_PLANS))
    if not documents:
        pytest.skip("no samples in plans/")
    cards = [document for document in documents if document.layout is Layout.CARD]
    left_out = {document.page for document in documents if document.page.endswith("/index.md") and is_sample}
    left_out |= {
        document.page for document in documents if "/reports/" in document.page and "2566-12" not in document.page
    }
    left_out |= {document.page for document in cards} - {document.page for document in cards[::6]}
    return print_documents([document for document in documents if document.page not in left_out], marked=False)


# pypdf takes long, and what it reads, the fonts' maps, is the same in both sets.
@pytest.fixture(
    scope="module",
    params=[
        ("made-up", "pdfium"),
        ("made-up", "poppler"),
        ("made-up", "pypdf"),
        ("samples", "pdfium"),
        ("samples", "poppler"),
    ],
    ids="-".join,
)
def copied(request: pytest.FixtureRequest) -> tuple[str, list[tuple[PrintedPaper, str]]]:
    """Return the viewer's name and what it copies from every paper."""
    name, viewer = request.param
    copy = VIEWERS[viewer]
    return viewer, [(paper, "\n".join(copy(paper.finished))) for paper in print_papers(name)]


def has_merged_cells(paper: PrintedPaper) -> bool:
    """Tell whether cells over several rows are drawn after those beside them, and so are copied after them."""
    return any(cell.rowspan > 1 for table in paper.tables for row in (*table.head, *table.rows) for cell in row.cells)


def join_am(text: str) -> str:
    """Return a text with every ำ as one character."""
    return text.replace(_SPLIT_AM, _AM)


def test_every_text_is_copied_right(copied: tuple[str, list[tuple[PrintedPaper, str]]]) -> None:
    """Nearly every text of a paper is found letter by letter in what is copied."""
    viewer, found = copied
    counts: dict[Layout, Counter[str]] = defaultdict(Counter)
    for paper, text in found:
        expected = list(filter(None, map(squeeze, list_printed_texts(paper.document))))
        size, missing = sum(map(len, expected)), count_missing(expected, join_am(squeeze(text)))
        counts[paper.document.layout] += Counter(size=size, missing=missing)
        assert missing <= LIMITS[viewer] * size, paper.document.pdf
    for layout, count in counts.items():
        print(f"{viewer} {layout}: {count['missing']} of {count['size']} characters not found")


def test_copied_text_has_the_order_of_the_paper(copied: tuple[str, list[tuple[PrintedPaper, str]]]) -> None:
    """Letters and cards are copied from beginning to end as they are written, nothing left out or added."""
    viewer, found = copied
    simple = [(p, text) for p, text in found if p.document.layout is not Layout.BOOK and not has_merged_cells(p)]
    assert simple
    for paper, text in simple:
        expected, got = squeeze("".join(list_printed_texts(paper.document))), join_am(squeeze(text))
        common = count_common(expected, got)
        different = (len(expected) - common) + (len(got) - common)
        assert different <= LIMITS[viewer] * len(expected), paper.document.pdf
    print(f"{viewer}: {len(simple)} letters and cards are whole and in order")


def test_every_digit_is_copied(copied: tuple[str, list[tuple[PrintedPaper, str]]]) -> None:
    """No digit is lost or turned into another one."""
    for paper, text in copied[1]:
        wanted = Counter(letter for part in list_printed_texts(paper.document) for letter in part if letter.isdigit())
        got = Counter(letter for letter in text if letter.isdigit())
        assert not wanted - got, paper.document.pdf
        if paper.document.layout is Layout.LETTER:
            assert got == wanted, paper.document.pdf


def test_spaces_are_copied(copied: tuple[str, list[tuple[PrintedPaper, str]]]) -> None:
    """Spaces inside a line stay; only where a line breaks at one it may be gone."""
    for paper, text in copied[1]:
        if paper.document.layout is Layout.LETTER and not has_merged_cells(paper):
            lines = [line for line in text.splitlines() if line.strip()]
            meant = [part for part in list_printed_texts(paper.document) if part.strip()]
            wanted = sum(part.strip().count(" ") for part in meant)
            broken = max(0, len(lines) - len(meant))
            assert sum(line.strip().count(" ") for line in lines) >= wanted - broken, paper.document.pdf


def test_sara_am_is_one_letter(copied: tuple[str, list[tuple[PrintedPaper, str]]]) -> None:
    """Viewers that read the text marks never copy ํ and า for ำ."""
    viewer, found = copied
    assert viewer == "pypdf" or not [paper.document.pdf for paper, text in found if _SPLIT_AM in text]


@pytest.mark.parametrize("words", ["คำสั่ง", "ทั้งนี้ ตั้งแต่วันที่ ๕ สิงหาคม พ.ศ. ๒๕๖๕ เป็นต้นไป", "เจ้าหน้าที่"])
def test_words_are_found_by_a_search(words: str) -> None:
    """What a reader searches for is found in every viewer, in bold and in plain letters."""
    papers = [paper for name in ("made-up", "samples") for paper in print_papers(name)]
    wanted = [paper for paper in papers if words in "\n".join(list_printed_texts(paper.document))]
    for paper in sorted(wanted, key=lambda paper: len(paper.unfinished))[:1]:
        for copy in VIEWERS.values():
            assert squeeze(words) in join_am(squeeze("\n".join(copy(paper.finished))))
