"""A document as plain data for the Typst template, its digits set: paper.typ draws what stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from prongsai.blocks.blocks import (
    Block,
    Choices,
    Drawing,
    Facts,
    Heading,
    Inline,
    Items,
    Line,
    Members,
    Paragraph,
    Row,
    Section,
    Signature,
    StatusMark,
    Table,
)
from prongsai.documents.document import Document
from prongsai.records.lao import Numerals
from prongsai.thai.digits import to_thai

Data = dict[str, Any]
_ENDING = ("indent", "date", "label")
_SMALL_TABLE = 8  # rows up to which a table stays on one page
_LONG_ROW = 900  # characters from which a row of a table may go on on the next page


def describe_document(document: Document) -> Data:
    """Return a document's data; official papers use Thai digits, the e-Plan tables Arabic ones."""
    return {
        "title": to_thai(document.title),
        "layout": document.layout.value,
        "cover": [to_thai(text) for text in document.cover],
        "foot": [to_thai(text) for text in document.cover_foot],
        "emblem": "",
        "sample": document.is_sample,
        "parts": [
            {
                "title": to_thai(part.title),
                "number": to_thai(part.number),
                "sections": [_describe_section(section) for section in part.sections],
            }
            for part in document.parts
        ],
    }


def _describe_section(section: Section) -> Data:
    digits = str if section.numerals is Numerals.ARABIC else to_thai
    return {
        "title": to_thai(section.title),
        "wide": section.is_wide,
        "blocks": list(_describe_blocks(section.blocks, digits)),
    }


def _describe_blocks(blocks: Iterable[Block], digits: Callable[[str], str]) -> Iterator[Data]:
    """Yield the blocks; a signature and what leads to it stay together on one page."""
    waiting: list[Data] = []
    for block in blocks:
        data = _describe_block(block, digits)
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


def _describe_block(block: Block, digits: Callable[[str], str]) -> Data:
    match block:
        case Heading(level=level, text=text):
            data: Data = {"level": level, "text": digits(text)}
        case Paragraph(line=line, kind=kind):
            data = {"kind": kind, "spans": _describe_spans(line.spans, digits)}
        case Items(lines=lines):
            data = {"lines": [_describe_line(line, digits) for line in lines]}
        case Facts(pairs=pairs):
            data = {"pairs": [[name, _describe_spans(value.spans, digits)] for name, value in pairs]}
        case Members(rows=rows):
            data = {"rows": [[digits(text) for text in row] for row in rows]}
        case Choices(options=options, words=words):
            data = {"options": [list(option) for option in options], "words": digits(words)}
        case Signature(name=name, position=position):
            data = {"name": name, "position": digits(position)}
        case Table():
            data = _describe_table(block, digits)
        case Drawing(chart=chart):
            data = {
                "title": digits(chart.title),
                "alt": digits(chart.description),
                "unit": chart.unit,
                "series": [digits(name) for name in chart.series],
                "kinds": list(chart.kinds),
                "stacked": chart.is_stacked,
                "rows": [
                    {
                        "label": digits(row.label),
                        "values": [None if value is None else float(value) for value in row.values],
                        "texts": [digits(text) for text in row.texts],
                    }
                    for row in chart.rows
                ],
            }
    return {"type": block.type, **data}


def _describe_line(line: Line, digits: Callable[[str], str]) -> Data:
    number = "•" if line.number == "-" else digits(line.number)
    return {
        "number": number,
        "spans": _describe_spans(line.spans, digits),
        "children": [_describe_line(child, digits) for child in line.children],
    }


def _describe_spans(spans: Iterable[Inline], digits: Callable[[str], str]) -> list[list[str]]:
    """Return text, kind and web address of each span; links inside the site mean nothing on paper."""
    described = []
    for span in spans:
        if isinstance(span, StatusMark):
            described.append([span.text, "strong", ""])
        else:
            address = span.target if "://" in span.target else ""
            described.append([digits(span.text), span.kind, address])
    return described


def _describe_table(table: Table, digits: Callable[[str], str]) -> Data:
    def describe_rows(rows: Iterable[Row]) -> list[Data]:
        return [
            {
                "strong": row.is_subtotal,
                "breakable": sum(len(cell.text) for cell in row.cells if cell.rowspan == 1) > _LONG_ROW,
                "cells": [
                    {
                        "lines": [_describe_line(line, digits) for line in cell.lines],
                        "kind": cell.kind,
                        "heading": bool(cell.scope),
                        "colspan": cell.colspan,
                        "rowspan": cell.rowspan,
                    }
                    for cell in row.cells
                ],
            }
            for row in rows
        ]

    return {
        "whole": len(table.rows) <= _SMALL_TABLE
        and sum(len(cell.text) for row in table.rows for cell in row.cells) < _LONG_ROW,
        "caption": "" if table.has_own_heading else digits(table.caption),
        "head": describe_rows(table.head),
        "rows": [row for body in table.bodies for row in describe_rows(body)],
        "foot": describe_rows(table.foot),
        "widths": list(table.widths) or [1 / table.columns] * table.columns,
    }


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
