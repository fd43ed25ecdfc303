"""The page and the PDF of a paper say the same words."""

from __future__ import annotations

import re

import pytest
from conftest import Site
from lxml import html
from msgspec.structs import replace
from printed_papers import PrintedPaper, list_plan_documents
from prongsai.blocks.blocks import Block, Drawing, Signature, Table, iter_texts
from prongsai.documents.document import Layout
from prongsai.outputs.pages.folding import fold_groups
from prongsai.records.lao import Numerals
from prongsai.thai.digits import to_thai


def squeeze(text: str) -> str:
    """Return a text without white space, digits in Thai."""
    return re.sub(r"\s", "", to_thai(text))


def read_page(site: Site, page: str) -> str:
    """Return the words of a built page."""
    article = html.document_fromstring(site.read(page.removesuffix(".md").removesuffix("/index"))).find(".//article")
    return squeeze("".join(article.itertext()))


def read_report(site: Site, page: str) -> str:
    """Return the words of the page that opens a report and of all its parts."""
    folder = site.built / page.removesuffix(".md")
    addresses = sorted(path.parent.relative_to(site.built).as_posix() for path in folder.rglob("index.html"))
    return "".join(read_page(site, address) for address in addresses)


def list_words(paper: PrintedPaper) -> list[str]:
    """Return the texts of a paper's sections, titles included; what only paper has (charts, covers) is left out."""
    words = []
    for part in paper.document.parts:
        for section in part.sections:
            words.append(section.title)
            blocks = [block for block in section.blocks if not isinstance(block, Drawing | Signature)]
            words += iter_texts(blocks)
            words += [block.position for block in section.blocks if isinstance(block, Signature)]
            assert section.numerals in {None, Numerals.ARABIC}
    return [squeeze(text) for text in words if text not in {"", "-"}]


@pytest.mark.parametrize("layout", [Layout.LETTER, Layout.CARD])
def test_a_page_says_all_that_its_pdf_says(made_up_site: Site, printed: list[PrintedPaper], layout: Layout) -> None:
    """Every text of a letter or card stands on its page."""
    papers = [paper for paper in printed if paper.document.layout is layout]
    assert papers
    for paper in papers:
        page = read_page(made_up_site, paper.document.page)
        missing = [text for text in list_words(paper) if text not in page]
        # The card's head tells plan and LAO, which the page has in its own head.
        assert not missing or (layout is Layout.CARD and missing == missing[:4]), (paper.document.page, missing)
        assert len(missing) <= (4 if layout is Layout.CARD else 0), (paper.document.page, missing)


def test_reports_say_their_results_on_both(made_up_site: Site, printed: list[PrintedPaper]) -> None:
    """Results, problems, suggestions and e-Plan tables of a report stand on its pages, tables as pages show them."""
    reports = [paper for paper in printed if "/reports/" in paper.document.page]
    assert len(reports) == 4
    for paper in reports:
        page = read_report(made_up_site, paper.document.page)
        words = [
            squeeze(text)
            for part in paper.document.parts
            if part.number != "ส่วนที่ 1"
            for section in part.sections
            for block in section.blocks
            for text in iter_texts([_show(block)])
            if text
        ]
        assert [text for text in words if text not in page] == [], paper.document.page


def test_every_document_has_a_page_that_links_it(made_up_site: Site) -> None:
    """Each PDF is in the built site, and its page links it with kind, pages and size."""
    for document in list_plan_documents(made_up_site.plans):
        assert (made_up_site.built / document.pdf).is_file()
        page = html.document_fromstring(made_up_site.read(document.page.removesuffix(".md").removesuffix("/index")))
        name = document.pdf.rpartition("/")[2]
        lines = [
            link.getparent().text_content() for link in page.xpath("//article//a") if link.get("href").endswith(name)
        ]
        assert any(re.search(r"PDF, [0-9๐-๙]+ หน้า, [0-9๐-๙.]+ [KM]B", line) for line in lines), document.page


def _show(block: Block) -> Block:
    """Return a block as pages show it: the sums of the results table stand by dimension, on a page of their own."""
    if not isinstance(block, Table):
        return block
    return fold_groups(replace(block, foot=()) if block.id == "result-table" else block)
