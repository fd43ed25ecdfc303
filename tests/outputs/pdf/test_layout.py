"""Pages: numbers, the mark of examples, repeated table headings, nothing empty, no signature alone; always the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from functools import partial

import pytest
from conftest import MADE_UP_PLANS
from copying import copy_with_pdfium, squeeze
from printed_papers import PrintedPaper, list_plan_documents, print_document
from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import Beside, Block, Choices, Section, Signature, Table, cell, heads, paragraph
from prongsai.blocks.blocks import Row as TableRow
from prongsai.documents.document import Document, Layout, Part
from prongsai.outputs.word.letters import write_word_letter
from prongsai.thai.digits import to_thai
from pypdfium2 import PdfDocument
from structure import get_entries, get_type, iter_content, iter_elements

pytestmark = pytest.mark.slow

_STEP = 4  # of the papers, one a step tells as much as all
_PRINT = """
import hashlib, sys
sys.path.insert(0, {tests!r})
from printed_papers import list_plan_documents, print_documents
from pathlib import Path
from prongsai.outputs.word.letters import write_word_letter
documents = list(list_plan_documents(Path({plans!r})))[::{step}]
files = [paper.finished for paper in print_documents(documents)]
files += [write_word_letter(document) for document in documents if document.layout.value == "letter"]
print(*(hashlib.sha256(file).hexdigest() for file in files))
"""


def read_pages(paper: PrintedPaper) -> list[str]:
    """Return everything that stands on each page, page numbers included."""
    pdf = PdfDocument(paper.finished)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def make_letter(*blocks: object, layout: Layout = Layout.LETTER) -> Document:
    """Return a letter of these blocks."""
    part = Part("", (Section("", "", blocks),))  # type: ignore[arg-type]
    return Document(LaoPaths("x").paper("letter"), "ทดสอบ", layout, lambda: (part,))


def test_pages_are_numbered_from_the_second(printed: list[PrintedPaper]) -> None:
    """Books say หน้า … จาก …, letters only the number; the first page has none."""
    for paper in printed:
        pages = read_pages(paper)
        for number, text in enumerate(pages, 1):
            is_letter = paper.document.layout is Layout.LETTER
            expected = to_thai(f"-{number}-" if is_letter else f"หน้า{number}จาก{len(pages)}")
            lines = [squeeze(part) for part in text.splitlines()]
            assert (expected in lines) is (number > 1), (paper.document.pdf, number)


def test_examples_are_marked_on_every_page(printed: list[PrintedPaper]) -> None:
    """An example carries the mark on each page, in large letters and in words."""
    assert all(paper.document.is_sample for paper in printed)
    for paper in printed:
        for text in read_pages(paper):
            assert "ตัวอย่าง" in text
            assert "ไม่ใช่เอกสารของทางราชการ" in text


def test_real_papers_carry_no_mark() -> None:
    """A paper of an office that is no example has no mark on any page."""
    document = next(iter(list_plan_documents(MADE_UP_PLANS)))
    assert not any("ไม่ใช่เอกสารของทางราชการ" in text for text in read_pages(print_document(document, marked=False)))


def test_no_page_is_empty(printed: list[PrintedPaper]) -> None:
    """Every page has content of its own besides page number and mark."""
    for paper in printed:
        for number, text in enumerate(copy_with_pdfium(paper.finished), 1):
            lines = [part for part in text.splitlines() if "ตัวอย่าง" not in part and part.strip()]
            assert lines, (paper.document.pdf, number)


def test_long_tables_repeat_their_headings(printed: list[PrintedPaper]) -> None:
    """On each page of a table its column headings stand above."""
    repeated = 0
    for paper in printed:
        texts = [squeeze(text) for text in read_pages(paper)]
        with paper.open() as pdf:
            places = {page.objgen: place for place, page in enumerate(pdf.pages)}
            elements = [element for element, _ in iter_elements(pdf) if element.S == "/Table"]
            for element, table in zip(elements, paper.tables, strict=True):
                pages = {places[page.objgen] for page, _ in iter_content(element)}
                repeated += len(pages) > 1
                for heading in (cell for row in table.head for cell in row.cells):
                    for place in pages:
                        found = squeeze(to_thai(heading.text)) in texts[place] or squeeze(heading.text) in texts[place]
                        assert found, (paper.document.pdf, place + 1, heading.text)
    assert repeated >= 5


def test_one_table_of_hundred_rows_repeats_its_heading() -> None:
    """A table longer than a page is one table with its heading on each page."""
    rows = tuple(TableRow((cell(f"ด้าน {place}", scope="row"), cell("ข้อความ"))) for place in range(100))
    table = Table("t", "ตารางยาว", head=(TableRow(heads("หัวข้อแรก", "หัวข้อสอง")),), bodies=(rows,))
    paper = print_document(make_letter(table))
    texts = copy_with_pdfium(paper.finished)
    assert len(texts) > 2
    assert all("หัวข้อแรก" in text for text in texts)
    with paper.open() as pdf:
        tables = [element for element, _ in iter_elements(pdf) if element.S == "/Table"]
        assert [get_type(kid) for kid in get_entries(tables[0])] == ["THead", "TBody"]
        assert len(tables) == 1


@pytest.mark.parametrize("lines", range(26, 44, 2))
def test_a_signature_never_stands_alone(lines: int) -> None:
    """Wherever the page ends, closing words and date go to the next page together with the signature."""
    text = [paragraph("ข้อความ", kind="indent") for _ in range(lines)]
    ending = (paragraph("จึงประกาศ", kind="indent"), paragraph("ประกาศ ณ วันที่ ๑", kind="date"), Signature("นายกเทศมนตรี"))
    pages = [page for page in copy_with_pdfium(print_document(make_letter(*text, *ending)).finished) if "นายก" in page]
    assert len(pages) == 1
    assert re.search("จึงประกาศ.*ประกาศ ณ วันที่.*นายกเทศมนตรี", pages[0], re.DOTALL)


def opine(name: str) -> tuple[Block, ...]:
    """Return the opinion of an officer, with dotted lines."""
    return (paragraph(f"ความเห็น{name}", kind="label"), Choices((("เห็นชอบ", True),), has_line=True), Signature(name))


@pytest.mark.parametrize("lines", range(28, 40, 3))
def test_two_opinions_share_lines_and_are_read_one_after_the_other(lines: int) -> None:
    """Wherever the page ends, both stand whole on one page, and all of the first comes before the second in the text."""
    text = [paragraph("ข้อความ", kind="indent") for _ in range(lines)]
    pdf = PdfDocument(print_document(make_letter(*text, Beside((opine("นิติกร"), opine("บุคลากร"))))).finished)
    (shown,) = (page for page in (page.get_textpage() for page in pdf) if "ความเห็น" in page.get_text_bounded())
    told = squeeze(shown.get_text_bounded())
    assert [*re.findall("ความเห็น|นิติกร|บุคลากร", told)] == ["ความเห็น", "นิติกร", "นิติกร", "ความเห็น", "บุคลากร", "บุคลากร"]
    boxes = [shown.get_charbox(shown.search(f"ความเห็น{name}").get_next()[0]) for name in ("นิติกร", "บุคลากร")]
    assert boxes[0][1] == boxes[1][1]
    assert boxes[1][0] - boxes[0][0] == pytest.approx((16 + 1) / 2 / 2.54 * 72, abs=1)


def test_headings_are_not_left_at_the_foot_of_a_page() -> None:
    """A heading goes to the next page with the text below it."""
    for count in range(30, 42):
        text = [paragraph("ข้อความ") for _ in range(count)]
        sections = (Section("a", "ส่วนแรก", tuple(text)), Section("b", "ส่วนหลัง", (paragraph("เนื้อหาท้าย"),)))
        parts = (Part("", sections),)
        document = Document("x/projects/a.md", "ทดสอบ", Layout.CARD, partial(tuple, parts))
        pages = copy_with_pdfium(print_document(document).finished)
        assert [page for page in pages if "ส่วนหลัง" in page] == [page for page in pages if "เนื้อหาท้าย" in page]


def test_two_processes_write_the_same_bytes(printed: list[PrintedPaper]) -> None:
    """Neither the process nor the order of Python's sets shows in a PDF or a Word file."""
    some = printed[::_STEP]
    assert {paper.document.layout for paper in some} == set(Layout)
    files = [paper.finished for paper in some]
    files += [write_word_letter(paper.document) for paper in some if paper.document.layout is Layout.LETTER]
    expected = [hashlib.sha256(file).hexdigest() for file in files]
    script = _PRINT.format(tests=str(MADE_UP_PLANS.parent), plans=str(MADE_UP_PLANS), step=_STEP)
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "12345"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout.split() == expected
