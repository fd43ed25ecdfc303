"""A document as plain data for the Typst template, its digits set: paper.typ draws what stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from prongsai.blocks.blocks import (
    Beside,
    Block,
    Choices,
    Drawing,
    Facts,
    Heading,
    Inline,
    Items,
    Line,
    Mark,
    Members,
    Paragraph,
    Photos,
    Row,
    Section,
    Signature,
    Table,
)
from prongsai.documents.document import Document, Layout
from prongsai.fonts.advances import measure_text
from prongsai.outputs.beside import GAP, pair_parts
from prongsai.outputs.tables import fit_columns, place_cells
from prongsai.outputs.words import cut_known, measure_widest_part
from prongsai.records.lao import Numerals
from prongsai.thai.digits import to_thai

Data = dict[str, Any]
_ENDING = ("indent", "date", "label")
_STYLES = ("strong", "meta")  # kinds of text that look different on paper
# Points that a text line has, as paper.typ sets its pages: tall ones, and wide ones in books.
_TALL_WIDTH, _WIDE_WIDTH = 16 / 2.54 * 72, 25.7 / 2.54 * 72
_SIZE = 12.0  # of letters outside tables, in points
_MANY_COLUMNS = 7  # from which on letters are smaller
_SIZES = (10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)  # of letters in tables, in points


class Text(NamedTuple):
    """A run of text in one style and the web address that it links to."""

    words: str
    kind: str = ""
    address: str = ""


def describe_document(document: Document) -> Data:
    """Return a document's data; official papers use Thai digits, the e-Plan tables Arabic ones."""
    return {
        "title": to_thai(document.title),
        "description": document.origin,
        "names": [*document.names],
        "layout": document.layout.value,
        "cover": [Text(to_thai(text)) for text in document.cover],
        "foot": [Text(to_thai(text)) for text in document.cover_foot],
        "emblem": "",
        "sample": document.is_sample,
        "parts": [
            {
                "title": to_thai(part.title),
                "heading": Text(to_thai(f"{part.number} {part.title}".strip())),
                "sections": [_describe_section(section, document.layout) for section in part.sections],
            }
            for part in document.parts
        ],
    }


def _describe_section(section: Section, layout: Layout) -> Data:
    digits = str if section.numerals is Numerals.ARABIC else to_thai
    is_wide = section.is_wide and layout is Layout.BOOK
    return {
        "title": Text(to_thai(section.title)),
        "wide": is_wide,
        "blocks": list(_describe_blocks(section.blocks, digits, _WIDE_WIDTH if is_wide else _TALL_WIDTH)),
    }


def _describe_blocks(blocks: Iterable[Block], digits: Callable[[str], str], width: float) -> Iterator[Data]:
    """Yield the blocks; a signature and what leads to it stay together on one page."""
    waiting: list[Data] = []
    for block in _link_photos(blocks):
        if isinstance(block, Beside):
            yield from waiting
            waiting = []
            yield from _describe_beside(block, digits, width)
            continue
        data = _describe_block(block, digits, width)
        if isinstance(block, Signature):
            yield {"type": "together", "blocks": [*waiting, data]}
            waiting = []
        elif (isinstance(block, Paragraph) and block.kind in _ENDING) or isinstance(block, Choices):
            # The closing words, the date, or an opinion and its choices.
            if len(waiting) == 2:
                yield waiting.pop(0)
            waiting.append(data)
        else:
            yield from waiting
            waiting = []
            yield data
    yield from waiting


def _describe_beside(block: Beside, digits: Callable[[str], str], width: float) -> Iterator[Data]:
    """Yield the parts one below the other, or two as one block."""
    for parts in pair_parts(block, width, _SIZE, digits):
        described = [list(_describe_blocks(part, digits, width)) for part in parts]
        if len(described) == 1:
            yield from described[0]
        else:
            yield {"type": "beside", "parts": described, "gap": GAP}


def _link_photos(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, lines that lead to the photographs in place of these, where no table has them."""
    for block in blocks:
        if not isinstance(block, Photos):
            yield block
        elif block.lines:
            yield Items(block.lines)


def _describe_block(block: Block, digits: Callable[[str], str], width: float) -> Data:
    match block:
        case Heading(level=level, text=text):
            data: Data = {"level": level, "text": Text(digits(text))}
        case Paragraph(line=line, kind=kind):
            data = {"kind": kind, "spans": _describe_spans(line.spans, digits)}
        case Items(lines=lines):
            data = {"lines": [_describe_line(line, digits) for line in lines]}
        case Facts(pairs=pairs):
            data = {"pairs": [[name, Text(name), _describe_spans(value.spans, digits)] for name, value in pairs]}
        case Members(rows=rows):
            columns = zip(*rows, strict=True)
            data = {
                "rows": [[Text(digits(text)) for text in row] for row in rows],
                "widths": [max(measure_text(digits(text)) for text in column) for column in columns],
            }
        case Choices(options=options, words=words, has_line=has_line):
            data = {
                "options": [[Text(label), is_chosen] for label, is_chosen in options],
                "words": Text(digits(words)),
                "line": has_line,
            }
        case Signature(name=name, position=position):
            data = {"name": Text(f"({name})"), "position": Text(digits(position))}
        case Table():
            data = _describe_table(block, digits, width)
        case Drawing(chart=chart):
            data = {
                "title": Text(digits(f"{chart.title} ({chart.unit})")),
                "alt": digits(chart.description),
                "series": [Text(digits(name)) for name in chart.series],
                "kinds": list(chart.kinds),
                "stacked": chart.is_stacked,
                "rows": [
                    {
                        "label": Text(digits(row.label)),
                        "values": [None if value is None else float(value) for value in row.values],
                        "texts": [Text(digits(text)) for text in row.texts],
                    }
                    for row in chart.rows
                ],
            }
    return {"type": block.type, **data}


def _describe_line(line: Line, digits: Callable[[str], str]) -> Data:
    number = "•" if line.number == "-" else digits(line.number)
    return {
        "number": Text(number),
        "number-width": measure_text(number),
        "spans": _describe_spans(line.spans, digits),
        "children": [_describe_line(child, digits) for child in line.children],
    }


def _describe_spans(spans: Iterable[Inline], digits: Callable[[str], str]) -> list[Text]:
    """Return the spans, those that look alike as one; links inside the site mean nothing on paper."""
    described: list[Text] = []
    for span in spans:
        if isinstance(span, Mark):
            text = Text(span.text, "strong")
        else:
            kind = span.kind if span.kind in _STYLES else ""
            text = Text(digits(span.text), kind, span.target if "://" in span.target else "")
        if described and described[-1][1:] == text[1:] == ("", ""):
            described[-1] = Text(described[-1].words + text.words)
        else:
            described.append(text)
    return described


def _describe_table(table: Table, digits: Callable[[str], str], width: float) -> Data:
    widths, size = fit_columns(table, width, _SIZES[3:] if table.columns >= _MANY_COLUMNS else _SIZES, digits)
    sums = len(table.rows) - len(table.foot)
    return {
        "caption": Text("" if table.has_own_heading else digits(table.caption)),
        "widths": [round(share, 6) for share in widths],
        "size": size,
        "head": _describe_rows(table.head, digits, lambda *_: True),
        "rows": _describe_rows(table.rows, digits, lambda place, row: row.is_subtotal or place >= sums),
    }


def _describe_rows(
    rows: Sequence[Row], digits: Callable[[str], str], is_strong: Callable[[int, Row], bool]
) -> list[Data]:
    described: list[Data] = [{"strong": is_strong(place, row), "cells": []} for place, row in enumerate(rows)]
    for top, left, cell in place_cells(rows):
        described[top]["cells"].append(
            {
                "lines": [_describe_line(line, digits) for line in cell.lines],
                "kind": cell.kind,
                "column": left,
                "colspan": cell.colspan,
                "rowspan": cell.rowspan,
            }
        )
    return described


def cut_texts(described: Any, names: tuple[str, ...]) -> Any:
    """Return the data with each text cut, and behind its three parts the em that its widest run takes at most.

    What stays whole stands in a list of its own between what does not.

    Args:
        described: The data.
        names: Names of places, which stay whole.
    """
    if isinstance(described, Text):
        # The sign of repetition begins no line.
        parts = cut_known(described.words.replace(" ๆ", "\u00a0ๆ"), names)
        runs = [[part] if place % 2 else part for place, part in enumerate(parts) if part]
        return [runs, *described[1:], round(measure_widest_part(parts), 3)]
    if isinstance(described, dict):
        return {key: cut_texts(value, names) for key, value in described.items()}
    if isinstance(described, list):
        return [cut_texts(value, names) for value in described]
    return described


def list_row_headings(document: Document) -> list[list[list[bool]]]:
    """Return for each table of a document, row by row, which cells are row headings.

    The order is that of the printed tables: tables, their rows below the column headings, the cells that begin there.
    """
    tables = (
        block
        for part in document.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    return [[[bool(cell.scope) for cell in row.cells] for row in table.rows] for table in tables]
