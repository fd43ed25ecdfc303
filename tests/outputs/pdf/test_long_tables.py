"""Every kind of table with long text in each of its columns: nothing is lost, nothing stands over anything else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import pypdf
import pytest
from conftest import MADE_UP_PLANS
from long_texts import AMOUNT, TEXTS
from msgspec.structs import replace
from printed_papers import PrintedPaper, print_document
from prongsai.blocks.blocks import Cell, Line, Row, Section, Span, Table, paragraph
from prongsai.documents.document import Document, Layout, Part
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.outputs.tables import place_cells
from prongsai.records.progress import ProvincialTable
from reading import Reading, find_crossed_lines, find_places_outside, join, squeeze_all

pytestmark = pytest.mark.slow

_CM = 72 / 2.54
_TALL = (3 * _CM, 2 * _CM, 2 * _CM, 2.3 * _CM)
_WIDE = (2 * _CM, 2 * _CM, 2 * _CM, 2 * _CM)
KINDS = {
    "plan-table", "risk-table", "target-table", "result-table", "progress-table", "memo-plan", "memo-results",
    "section-table", "e1-table", "e2-table", "e3-table", "e4-table", "e5-table", "e6-table", "e7-table",
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of table, as small as it can be, in the surroundings where it stands."""

    name: str
    table: Table
    section: Section
    layout: Layout

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """The margins of its pages in points."""
        return _WIDE if self.section.is_wide and self.layout is Layout.BOOK else _TALL

    def print(self, tables: list[Table]) -> PrintedPaper:
        """Print tables as this one is, each with a line before and one behind it, in one document."""
        before, behind = paragraph("บรรทัดก่อนตาราง"), paragraph("บรรทัดหลังตาราง")
        blocks = tuple(block for table in tables for block in (before, table, behind))
        section = replace(self.section, title="", blocks=blocks)
        return print_document(
            Document("x/a.md", "ทดสอบ", self.layout, lambda: (Part("ส่วน", (section,)),)), marked=False
        )


def list_documents() -> Iterator[Document]:
    """Yield the papers of the made-up LAOs; their reports tell of the other LAOs of the province too."""
    level = {"lao": "เทศบาลตำบลห้วยใหม่", "district": "เมือง", "percent": "66.67", "level": "ปานกลาง"}
    table = ProvincialTable.model_validate({"province": "ตัวอย่าง", "rows": [level, level]})
    for loaded in load_plans(MADE_UP_PLANS):
        assert isinstance(loaded, LoadedDossier)
        dossier = loaded.dossier
        rounds = {key: report.model_copy(update={"provincial": table}) for key, report in dossier.rounds.items()}
        yield from Shelf(Ledger(replace(dossier, rounds=rounds))).documents


@cache
def list_kinds() -> dict[str, Kind]:
    """Return every kind of table in the papers of the made-up LAOs, cut down to its first group and its sums."""
    kinds: dict[str, Kind] = {}
    for document in list_documents():
        for section in (section for part in document.parts for section in part.sections):
            for table in (block for block in section.blocks if isinstance(block, Table)):
                name = re.sub(r"section-\d+", "section", table.id)
                # A group whose first cells go over several rows shows more than another.
                bodies = sorted(table.bodies, key=lambda body: -max(cell.rowspan for cell in body[0].cells))[:1]
                small = replace(table, bodies=tuple(map(cut_links, bodies)))
                kinds.setdefault(name, Kind(name, small, section, document.layout))
    return kinds


def cut_links(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows without links: the lines under these would be taken for lines of the table."""

    def cut(line: Line) -> Line:
        return replace(line, spans=tuple(Span(span.text) for span in line.spans))

    return tuple(
        replace(row, cells=tuple(replace(cell, lines=tuple(map(cut, cell.lines))) for cell in row.cells))
        for row in rows
    )


def fill_column(table: Table, column: int, text: str) -> Table:
    """Return a table with a text in the first row of a column, short ones in the last too, amounts in all."""
    cells = [cell for _, left, cell in place_cells(table.rows) if left == column and cell.kind != "tick"]
    chosen = set(map(id, cells if text == AMOUNT else cells[:1] if len(text) > 1000 else cells[:: len(cells) - 1 or 1]))

    def fill(cell: Cell) -> Cell:
        if id(cell) not in chosen:
            return cell
        return replace(cell, lines=(Line((Span(text),), cell.lines[0].number if cell.lines else ""),))

    def fill_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(replace(row, cells=tuple(map(fill, row.cells))) for row in rows)

    return replace(table, bodies=tuple(map(fill_rows, table.bodies)), foot=fill_rows(table.foot))


def fill_all(table: Table, texts: list[str]) -> Table:
    """Return a table with one of some texts in each of its columns, in turn."""
    for column in range(table.columns):
        table = fill_column(table, column, texts[column % len(texts)])
    return table


def list_texts(table: Table) -> list[str]:
    """Return what each cell says on paper, squeezed."""
    return [
        ("√" if cell.lines else "") if cell.kind == "tick" else squeeze_all("".join(map(_write_line, cell.lines)))
        for row in (*table.head, *table.rows)
        for cell in row.cells
    ]


def _write_line(line: Line) -> str:
    return ("•" if line.number == "-" else line.number) + line.text + "".join(map(_write_line, line.children))


def find_faults(kind: Kind, paper: PrintedPaper) -> Iterator[str]:
    """Yield what is lost or stands where it should not."""
    reading = Reading(paper)
    for number, (table, rows) in enumerate(zip(paper.tables, reading.tables, strict=True)):
        read = [join(cell) for row in rows for cell in row]
        for place, (expected, got) in enumerate(zip(list_texts(table), read, strict=True)):
            if got != expected:
                yield f"table {number}: cell {place} says {len(got)} of {len(expected)} letters"
    yield from find_crossed_lines(reading)
    yield from find_places_outside(reading, kind.margins)


def test_every_kind_of_table_is_known() -> None:
    """A new kind of table is drawn by the tests below as soon as a made-up LAO has one."""
    assert set(list_kinds()) == KINDS


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_long_text_in_any_column_is_whole_and_in_its_cell(name: str) -> None:
    """All letters of all cells are read from the PDF in their order; none crosses a line or leaves the page."""
    kind = list_kinds()[name]
    texts = list(TEXTS.values())
    # Each column of each table has a text to itself in turn; over all tables every text stands in many columns.
    turn = sorted(KINDS).index(name)
    tables = [
        fill_column(kind.table, column, texts[(turn + column) % len(texts)]) for column in range(kind.table.columns)
    ]
    # Long texts side by side, and amounts in every cell.
    tables += [fill_all(kind.table, texts[turn % 2 :: 2]), fill_all(kind.table, [AMOUNT])]
    assert [*find_faults(kind, kind.print(tables))] == []


def test_viewers_that_know_only_the_fonts_copy_all_of_it() -> None:
    """The letters that pypdf copies are those of the document, and nothing is added to break lines."""
    for kind in list_kinds().values():
        table = fill_column(kind.table, kind.table.columns - 1, TEXTS["thai-600"][:300] + TEXTS["latin-200"])
        paper = kind.print([table])
        copied = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper.finished)).pages)
        missing = Counter("".join(list_texts(table))) - Counter(squeeze_all(copied))
        assert not missing, kind.name
        assert not re.search("[\u200b\u2060\u00ad\ufffc]", copied), kind.name
