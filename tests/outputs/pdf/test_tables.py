"""Tables of the finished PDFs: as many as the document has, every heading marked, every grid closed."""

from __future__ import annotations

from typing import Any

import pytest
from printed_papers import PrintedPaper
from prongsai.blocks.blocks import Table
from structure import get_attributes, get_entries, get_type, iter_content, iter_elements

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column", "": ""}


def list_rows(table: Any) -> list[list[Any]]:
    """Return the cells of a Table element, row by row."""
    groups = [[group] if get_type(group) == "TR" else get_entries(group) for group in get_entries(table)]
    return [get_entries(row) for rows in groups for row in rows]


def describe_cell(cell: Any) -> tuple[str, str, int, int]:
    """Return type, scope and spans of a cell."""
    attributes = get_attributes(cell, "Table")
    spans = int(attributes.get("ColSpan", 1)), int(attributes.get("RowSpan", 1))
    return get_type(cell), str(attributes.get("Scope", "")), *spans


def expect_rows(table: Table) -> list[list[tuple[str, str, int, int]]]:
    """Return type, scope and spans of the cells that a document wants."""
    return [
        [("TH" if cell.scope else "TD", _SCOPES[cell.scope], cell.colspan, cell.rowspan) for cell in row.cells]
        for row in (*table.head, *table.rows)
    ]


def test_every_cell_is_what_the_document_says(printed: list[PrintedPaper]) -> None:
    """Each table of a document is one Table element, however many pages it takes; headings have their scope."""
    count = 0
    for paper in printed:
        with paper.open() as pdf:
            tables = [element for element, _ in iter_elements(pdf) if element.S == "/Table"]
            found = [[[describe_cell(cell) for cell in row] for row in list_rows(table)] for table in tables]
        assert found == [expect_rows(table) for table in paper.tables], paper.document.pdf
        count += len(found)
    assert count > 50


def test_every_grid_closes(printed: list[PrintedPaper]) -> None:
    """Every row fills all columns, spans counted, and no cell reaches over the last row."""
    for paper in printed:
        for table in paper.tables:
            taken: dict[int, int] = {}
            rows = (*table.head, *table.rows)
            for place, row in enumerate(rows):
                for cell in row.cells:
                    for below in range(cell.rowspan):
                        taken[place + below] = taken.get(place + below, 0) + cell.colspan
            assert taken == dict.fromkeys(range(len(rows)), table.columns), (paper.document.pdf, table.id)


def test_no_cell_lists_its_headings(printed: list[PrintedPaper]) -> None:
    """A list of column headings would keep a screen reader from looking for the heading of the row."""
    for paper in printed:
        with paper.open() as pdf:
            for element, _ in iter_elements(pdf):
                assert "Headers" not in get_attributes(element, "Table"), paper.document.pdf


@pytest.mark.parametrize(
    "path", ["nongsaeng/2566-2570/nongsaeng-plan-2566-2570.pdf", "nongsaeng/reports/nongsaeng-report-2566-12.pdf"]
)
def test_a_table_over_several_pages_stays_one(printed: list[PrintedPaper], path: str) -> None:
    """A long table has content on more than one page; it is not cut into several."""
    paper = next(paper for paper in printed if paper.document.pdf == path)
    with paper.open() as pdf:
        tables = [element for element, _ in iter_elements(pdf) if element.S == "/Table"]
        pages = [len({page.objgen for page, _ in iter_content(table)}) for table in tables]
    assert max(pages) > 1
