"""PDF/UA-1 and PDF/A-2a, of the file as Typst writes it and of the finished one. Not independently validated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pikepdf
import pytest
from printed_papers import PrintedPaper, print_document
from prongsai.blocks.blocks import Drawing, Section
from prongsai.blocks.chart import Chart, ChartRow
from prongsai.documents.document import Document, Layout, Part
from prongsai.thai.digits import to_thai
from structure import (
    find_content_faults,
    find_document_faults,
    find_file_faults,
    find_font_faults,
    find_link_faults,
    find_structure_faults,
    iter_elements,
    parse_page,
)

STAGES = pytest.mark.parametrize("stage", ["unfinished", "finished"])


def choose(printed: list[PrintedPaper], stage: str) -> list[PrintedPaper]:
    """Return all papers, which are published finished; should one be wrong, some tell whether it was so before."""
    some = {paper.document.layout: paper for paper in printed} | {None: get_report(printed)}
    return printed if stage == "finished" else [*some.values()]


def find_faults(
    printed: list[PrintedPaper], stage: str, find: Callable[[pikepdf.Pdf], Iterator[str]]
) -> list[tuple[str, str]]:
    """Return the faults of all papers as they are published, or of some as Typst writes them, with their paths."""
    faults = []
    for paper in choose(printed, stage):
        with paper.open(stage) as pdf:
            faults += [(paper.document.pdf, fault) for fault in find(pdf)]
    return faults


@STAGES
def test_file_is_plain(printed: list[PrintedPaper], stage: str) -> None:
    """Header, identifier and end are right; there is no script and no reference to another file."""
    papers = choose(printed, stage)
    assert [(paper.document.pdf, fault) for paper in papers for fault in find_file_faults(getattr(paper, stage))] == []


@STAGES
def test_document_tells_what_it_is(printed: list[PrintedPaper], stage: str) -> None:
    """Each PDF names both standards, its title and its language."""
    faults = []
    for paper in printed:
        with paper.open(stage) as pdf:
            faults += [(paper.document.pdf, *find_document_faults(pdf, to_thai(paper.document.title)))]
    assert [fault for fault in faults if len(fault) > 1] == []


@STAGES
@pytest.mark.parametrize(
    "find",
    [find_font_faults, find_content_faults, find_structure_faults, find_link_faults],
    ids=lambda find: find.__name__,
)
def test_structure_follows_the_standards(
    printed: list[PrintedPaper], stage: str, find: Callable[[pikepdf.Pdf], Iterator[str]]
) -> None:
    """What a program can check of fonts, tags, headings, figures and links holds."""
    assert find_faults(printed, stage, find) == []


def break_scope(pdf: pikepdf.Pdf) -> None:
    heading = next(element for element, _ in iter_elements(pdf) if element.S == "/TH")
    del heading.A


def break_heading(pdf: pikepdf.Pdf) -> None:
    heading = next(element for element, _ in iter_elements(pdf) if element.S == "/H1")
    heading.S = pikepdf.Name.H3


def break_row(pdf: pikepdf.Pdf) -> None:
    row = next(element for element, _ in iter_elements(pdf) if element.S == "/TR")
    row.S = pikepdf.Name.P


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (break_scope, "a heading cell without scope"),
        (break_heading, "H3 after level 0"),
        (break_row, "P in THead"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_structure_faults_are_found(
    printed: list[PrintedPaper], spoil: Callable[[pikepdf.Pdf], None], fault: str
) -> None:
    """The check of the structure is no empty one."""
    with get_report(printed).open() as pdf:
        spoil(pdf)
        assert fault in find_structure_faults(pdf)


def test_untagged_content_is_found(printed: list[PrintedPaper]) -> None:
    """A line drawn outside the tags is a fault, and so is a colour of the device."""
    with get_report(printed).open() as pdf:
        pdf.pages[0].contents_add(b"0 g 0 0 9 9 re f")
        if "/OutputIntents" in pdf.Root:
            del pdf.Root["/OutputIntents"]
        faults = set(find_content_faults(pdf))
    assert {"page 1: f is neither tagged and artifact", "page 1: device colour"} <= faults


def test_lost_letters_are_found(printed: list[PrintedPaper]) -> None:
    """A font whose glyphs have no letters is a fault."""
    with get_report(printed).open() as pdf:
        font = next(item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item)
        font.ToUnicode = pdf.make_stream(b"")
        assert any("has no letter" in fault for fault in find_font_faults(pdf))


def get_report(printed: list[PrintedPaper]) -> PrintedPaper:
    """Return a report, which has all that a paper can have."""
    return next(paper for paper in printed if paper.document.pdf == "nongsaeng/reports/nongsaeng-report-2566-12.pdf")


def test_books_have_bookmarks(printed: list[PrintedPaper]) -> None:
    """A plan, report or measures opens with bookmarks of all its parts."""
    books = [paper for paper in printed if paper.document.layout is Layout.BOOK]
    assert len(books) == 6
    for paper in books:
        with paper.open() as pdf, pdf.open_outline() as outline:
            titles = {item.title for item in outline.root}
        expected = {to_thai(" ".join(filter(None, (part.number, part.title)))) for part in paper.document.parts}
        assert expected <= titles, paper.document.pdf


def test_pages_are_labelled(printed: list[PrintedPaper]) -> None:
    """The viewer counts pages from 1, as the printed numbers do."""
    for paper in printed:
        with paper.open() as pdf:
            assert [page.label for page in pdf.pages] == [str(place) for place in range(1, len(pdf.pages) + 1)]


def test_page_furniture_is_not_read_aloud(printed: list[PrintedPaper]) -> None:
    """No element holds a page number or the mark of examples: each page has artifacts for them."""
    for paper in printed:
        with paper.open() as pdf:
            for page in pdf.pages:
                tags = [operands[0] for operands, word in parse_page(page) if word in {"BDC", "BMC"}]
                assert pikepdf.Name.Artifact in tags, paper.document.pdf


@pytest.mark.parametrize("stacked", [False, True])
def test_a_chart_is_one_figure_with_its_description(*, stacked: bool) -> None:
    """A chart is read as one figure; unknown values and large numbers are drawn."""
    rows = (
        ChartRow("ด้านที่ 1", (Decimal(7), None), ("7", "ไม่ทราบ")),
        ChartRow("ด้านที่ 2", (Decimal(0), Decimal("1234567.89")), ("0", "1,234,567.89")),
    )
    chart = Chart(
        "chart",
        "สถานะรายมิติ",
        "มิติที่ 1 เสร็จ 7 โครงการ",
        "โครงการ",
        ("เสร็จ", "ค้าง"),
        rows,
        ("done", "planned"),
        is_stacked=stacked,
    )
    part = Part("", (Section("", "ผล", (Drawing(chart),)),))
    paper = print_document(Document("x/reports/1.md", "ผล", Layout.CARD, lambda: (part,)))
    with paper.open() as pdf:
        figures = [str(element.Alt) for element, _ in iter_elements(pdf) if element.S == "/Figure"]
        faults = [*find_structure_faults(pdf), *find_content_faults(pdf), *find_font_faults(pdf)]
    assert figures == ["มิติที่ ๑ เสร็จ ๗ โครงการ"]
    assert faults == []


def test_document_carries_where_its_data_come_from(printed: list[PrintedPaper]) -> None:
    """The finished file tells its source files and the date of the data to whoever looks at its properties."""
    for paper in printed:
        with paper.open() as pdf:
            assert str(pdf.docinfo["/Subject"]) == paper.document.origin, paper.document.pdf
        assert paper.document.origin.startswith("ที่มา: ")
