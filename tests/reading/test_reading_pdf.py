"""PDF files with text: passages over lines and pages, ruled tables, running heads."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst
from prongsai.fonts import FOLDER
from prongsai.reading.document import Document, Table
from prongsai.reading.files import read_document
from prongsai.reading.pdf_letters import Letter, Line, join_lines

_HEAD = """
#set page(width: 12cm, height: 9cm, margin: 2cm, header: [รายงานของหน่วยงานตัวอย่าง], numbering: "1")
#set text(font: "Sarabun", size: 11pt, lang: "th")
#set par(spacing: 1.6em)
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A PDF of several pages, set by Typst."""
    long = "หน่วยงานจัดเวทีรับฟังความเห็นของชาวบ้านทุกหมู่ก่อนตั้งงบประมาณของปีถัดไปเสมอ " * 8
    source = f"""{_HEAD}
วัตถุประสงค์

1) เปิดเผยราคากลางก่อนวันยื่นซอง

2) ลดเวลารอของผู้มาติดต่อ

{long}

#table(columns: (3cm, 4cm), [มิติ], [โครงการ], table.cell(rowspan: 2)[1. สุจริต], [1) ตู้ถามตอบ], [2) ป้ายราคากลาง])
"""
    return read_typst(source, tmp_path_factory.mktemp("pdf"))


def read_typst(source: str, folder: Path) -> Document:
    """Return what is read from a PDF that Typst sets."""
    (folder / "a.typ").write_text(source, encoding="utf-8")
    path = folder / "รายงาน.pdf"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
    path.write_bytes(typst.compile(folder / "a.typ", font_paths=fonts))
    return read_document(path)


def test_a_passage_goes_on_over_lines_and_pages(document: Document) -> None:
    """Lines of one passage are joined, also over a page's end; items and short lines stay apart."""
    texts = [paragraph.text for paragraph in document.iter_paragraphs() if not paragraph.is_running]

    assert texts[:3] == ["วัตถุประสงค์", "1) เปิดเผยราคากลางก่อนวันยื่นซอง", "2) ลดเวลารอของผู้มาติดต่อ"]
    assert texts[3].replace(" ", "").count("หน่วยงานจัดเวทีรับฟังความเห็นของชาวบ้านทุกหมู่ก่อนตั้งงบประมาณของปีถัดไปเสมอ") == 8


def test_heads_and_page_numbers_are_running(document: Document) -> None:
    """What every page repeats, and its number, are no part of the text."""
    running = {paragraph.text for paragraph in document.iter_paragraphs() if paragraph.is_running}

    assert {"รายงานของหน่วยงานตัวอย่าง", "1", "2"} <= running


def test_a_ruled_table_is_read_cell_by_cell(document: Document) -> None:
    """A merged cell spans its rows; each cell has its place."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]

    assert [(cell.row, cell.column, cell.rows, cell.paragraphs[0].text) for cell in table.cells] == [
        (0, 0, 1, "มิติ"),
        (0, 1, 1, "โครงการ"),
        (1, 0, 2, "1. สุจริต"),
        (1, 1, 1, "1) ตู้ถามตอบ"),
        (2, 1, 1, "2) ป้ายราคากลาง"),
    ]
    assert table.cells[0].paragraphs[0].place.startswith("หน้า ")


@pytest.mark.parametrize("is_by_rows", [False, True])
def test_opinions_side_by_side_are_read_one_after_the_other(tmp_path: Path, *, is_by_rows: bool) -> None:
    """Whether the file has them column by column or row by row; what stands below both comes after both."""
    first = ["ความเห็นปลัด", "(√) เห็นชอบ", '#("." * 40)', "ปลัดเทศบาล"]
    second = ["ความเห็นนายก", "ให้ติดตาม", '#("." * 40)', "นายกเทศมนตรี"]
    rows = [cell for pair in zip(first, second, strict=True) for cell in pair]
    cells = rows if is_by_rows else [" \\ ".join(first), " \\ ".join(second)]
    grid = ", ".join(f"[{cell}]" for cell in cells)
    head = '#set page(width: 18cm, height: 12cm)\n#set text(font: "Sarabun", size: 11pt, lang: "th")'
    source = f"{head}\n#grid(columns: (7cm, 7cm), row-gutter: 1em, {grid})\n\nความเห็นหัวหน้าสำนักปลัด"
    texts = [paragraph.text.replace(" ", "") for paragraph in read_typst(source, tmp_path).iter_paragraphs()]

    assert [text for text in texts if "." not in text] == [
        *("ความเห็นปลัด", "(√)เห็นชอบ", "ปลัดเทศบาล", "ความเห็นนายก", "ให้ติดตาม", "นายกเทศมนตรี"),
        "ความเห็นหัวหน้าสำนักปลัด",
    ]


def _line(text: str, *, marks_at: float = 18) -> Line:
    """Return a line whose marks stand high above its letters."""
    return Line(
        tuple(
            Letter(sign, 10.0 * at, marks_at if sign in "ีิ" else 10, 10.0 * at + 9, marks_at + 3 if sign in "ีิ" else 17)
            for at, sign in enumerate(text)
        )
    )


def test_the_height_of_a_short_line_is_that_of_its_letters() -> None:
    """ปี is one letter and one mark: the mark does not lift the line out of its cell."""
    assert (_line("ปี").bottom, _line("ปี").middle) == (10, 13.5)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("25,00", "0"), "25,000"),
        (("๑๒", "๐,๐๐๐.-"), "๑๒๐,๐๐๐.-"),
        (("0", "50,000"), "0 50,000"),
        (("500", "ราย"), "500 ราย"),
        (("25.", "-"), "25.-"),
    ],
)
def test_an_amount_cut_by_a_narrow_cell(lines: tuple[str, str], text: str) -> None:
    """Digits before and behind the cut belong to one amount, where one is made of them."""
    assert join_lines([_line(line) for line in lines]) == text
