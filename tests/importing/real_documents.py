"""Makes the files of an office out of a real document's text: paragraphs, lists that Word counts, merged cells.

What is made is text only: the truth about it is the one in ``truth/``, whose fields are the same in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from import_truth import Leaf, Truth, squeeze
from office_blocks import Cell, Document, Paragraph, Piece, Table
from prongsai.thai.digits import to_arabic

# "- 1) text", "(2) text", "2.1) text", "- text": the dash before a number is what OCR makes of an indent.
_ITEM = re.compile(r"(?:- ?)?(\([0-9๐-๙]+\)|[0-9๐-๙]+(?:\.[0-9๐-๙]+)*\))\s*|(-)\s+")
_IN_CELL = re.compile(r"(?:^|(?<=\s))([0-9๐-๙]{1,2}[.)]) ")
_MERGED = 2  # dimension and mission: empty cells below go on from above
_OF_TABLES = frozenset({"declared", "targets", "risks", "provincial", "sections"})
_OF_PLAN_TABLE = frozenset({"number", "name", "mission", "dimension", "kind", "budget", "eplan_number", "eplan_name"})


def make_document(name: str, raw: str) -> Document:
    """Return the document that a text stands for: lines with tabs are rows of a table."""
    document = Document(name)
    rows: list[list[Cell]] = []
    for text in [*raw.splitlines(), ""]:
        if "\t" in text:
            rows.append([_make_cell(part) for part in text.split("\t")])
            continue
        if rows:
            document.blocks.append(Table(_merge(rows)))
            rows = []
        if text.strip():
            document.blocks.append(_make_paragraph(text.strip()))
    return document


def _make_paragraph(text: str) -> Paragraph:
    match = _ITEM.match(text)
    if not match or not text[match.end() :]:
        return Paragraph([Piece(text)])
    number = match[1] or match[2]
    level = 1 if number == "-" or number.startswith("(") else number.count(".")
    return Paragraph([Piece(text[match.end() :])], number, level)


def _make_cell(text: str) -> Cell:
    parts = [part.strip() for part in re.split(r"</?p>", text) if part.strip()]
    return Cell([paragraph for part in parts for paragraph in _split_cell(part)])


def _split_cell(text: str) -> Iterator[Paragraph]:
    """Yield the items of a cell, where its numbers count up from 1; a project's own number is text."""
    marks = [match for match in _IN_CELL.finditer(text) if match[1].endswith(".")]
    counts = [int(to_arabic(match[1].rstrip("."))) for match in marks]
    if len(counts) < 2 or counts != list(range(1, len(counts) + 1)):
        yield Paragraph([Piece(text)])
        return
    if text[: marks[0].start()].strip():
        yield Paragraph([Piece(text[: marks[0].start()].strip())])
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        yield Paragraph([Piece(text[mark.end() : after.start() if after else None].strip())], mark[1])


def _merge(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = max(len(row) for row in rows)
    rows = [[*row, *(Cell() for _ in range(width - len(row)))] for row in rows]
    for number, row in enumerate(rows):
        filled = [cell for cell in row if cell.paragraphs]
        if len(filled) == 1 and row[0].paragraphs and width > _MERGED:
            rows[number] = [row[0], *(Cell(merged="right") for _ in row[1:])]
        elif number > 1 and len(filled) > 1 and rows[number - 1][1].merged != "right":
            above = rows[number - 1]
            for column in range(_MERGED):
                if row[column].paragraphs:
                    break
                if above[column].paragraphs or above[column].merged == "down":
                    row[column] = Cell(merged="down")
    return rows


def keep_table_truth(truth: Truth, document: Document) -> Truth:
    """Return the truth that a workbook of the document's tables holds: what its cells print."""
    cells = to_arabic(squeeze("".join(paragraph.text for paragraph in document.paragraphs())))

    def is_there(leaf: Leaf) -> bool:
        if leaf.path[0] in _OF_TABLES:
            return True
        printed = leaf.readings[0].isalnum() or any(to_arabic(squeeze(reading)) in cells for reading in leaf.readings)
        return printed and (leaf.record == "progress" or (leaf.record == "project" and leaf.path[0] in _OF_PLAN_TABLE))

    def print_mission(leaf: Leaf) -> Leaf:
        """Cards name a sub-mission (1.1.1) where the table names its mission (1.1)."""
        printed = (number if number in cells else number.rpartition(".")[0] for number in leaf.readings)
        return replace(leaf, readings=tuple(printed))

    # The plan's table prints money once for several projects: which one has it stands on the cards.
    told = [print_mission(leaf) if leaf.path == ("mission",) else leaf for leaf in truth.leaves]
    leaves = [replace(leaf, optional=True) if leaf.path == ("budget",) else leaf for leaf in told if is_there(leaf)]
    return replace(truth, leaves=leaves, cards=[])
