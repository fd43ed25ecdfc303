"""What Typst leaves to do: text that every viewer copies right, row headings for screen readers, page labels.

Viewers that ignore ActualText (Firefox, Preview, many search tools) take each glyph's letter from the font's ToUnicode
map, where Typst writes whole clusters. The map is written anew: one glyph, its own letter. Typst names column headings
only; the cells that head their row become headings too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from prongsai.fonts import BOLD, LETTERS, REGULAR
from prongsai.fonts.outlines import list_outlines

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_ENTRIES_AT_ONCE = 100  # the most that one bfchar block may hold


def finish_pdf(written: bytes, row_headings: Sequence[Sequence[Sequence[bool]]], key: bytes) -> bytes:
    """Return the finished PDF; the same input gives the same bytes.

    Args:
        written: The PDF as Typst wrote it.
        row_headings: For each table, row by row below the column headings, which of its cells head their row.
        key: The first half of the PDF's identifier; the second is computed from its content.
    """
    with pikepdf.open(BytesIO(written)) as pdf:
        for font in _iter_fonts(pdf):
            font.ToUnicode = pdf.make_stream(_make_to_unicode(font))
        if row_headings:
            for table, rows in zip(_iter_tables(pdf), row_headings, strict=True):
                _mark_row_headings(table, rows)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D)])
        pdf.trailer.ID = pikepdf.Array([key, key])
        output = BytesIO()
        pdf.save(
            output,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return output.getvalue()


def _iter_fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the fonts of all pages, each once."""
    found = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    yield from (font for font in found.values() if font.get("/Subtype") == "/Type0" and "/ToUnicode" in font)


def _make_to_unicode(font: Any) -> bytes:
    embedded = TTFont(BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
    letters = _load_letters()[(BOLD if "Bold" in str(font.BaseFont) else REGULAR).name]
    entries = [
        f"<{glyph:04X}> <{letters[outline].encode('utf-16-be').hex().upper()}>\n"
        for glyph, outline in enumerate(list_outlines(embedded))
        if glyph and outline in letters
    ]
    blocks = (entries[start : start + _ENTRIES_AT_ONCE] for start in range(0, len(entries), _ENTRIES_AT_ONCE))
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode()


@cache
def _load_letters() -> dict[str, dict[str, str]]:
    letters: dict[str, dict[str, str]] = json.loads(LETTERS.read_text(encoding="utf-8"))
    return letters


def _iter_tables(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the Table elements of the structure tree in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if not isinstance(element, pikepdf.Dictionary):
            return
        if element.get("/S") == "/Table":
            yield element
        for kid in _list_kids(element):
            yield from walk(kid)

    yield from walk(pdf.Root.StructTreeRoot)


def _list_kids(element: Any) -> list[Any]:
    return _list_entries(element, "/K")


def _list_entries(element: Any, key: str) -> list[Any]:
    """Return the entries under a key, where one may stand without an array."""
    entries = element.get(key)
    if entries is None:
        return []
    return list(entries) if isinstance(entries, pikepdf.Array) else [entries]


def _mark_row_headings(table: Any, rows: Sequence[Sequence[bool]]) -> None:
    printed = list(_iter_rows(table))
    for row in printed:
        for cell in _list_kids(row):
            # Typst lists each cell's column headings; a reader with such a list looks for no row heading.
            attributes = _get_table_attributes(cell)
            if "/Headers" in attributes:
                del attributes["/Headers"]
    for row, headings in zip(printed[len(printed) - len(rows) :], rows, strict=True):
        for cell, is_heading in zip(_list_kids(row), headings, strict=True):
            if is_heading:
                cell.S = pikepdf.Name.TH
                _get_table_attributes(cell).Scope = pikepdf.Name.Row


def _iter_rows(table: Any) -> Iterator[Any]:
    for group in _list_kids(table):
        if group.get("/S") == "/TR":
            yield group
        elif group.get("/S") in {"/THead", "/TBody", "/TFoot"}:
            yield from _list_kids(group)


def _get_table_attributes(cell: Any) -> Any:
    """Return what tells a cell's place in the table; Typst writes it on every cell."""
    return next(found for found in _list_entries(cell, "/A") if found.O == "/Table")
