"""Word documents: paragraphs and tables in the order in which they are read, with their automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from prongsai.reading.archive import Archive
from prongsai.reading.bars import gather_bar_rows
from prongsai.reading.document import Block, Cell, Document, Format, Paragraph, Table
from prongsai.reading.normalising import clean
from prongsai.reading.numbering import Numbering, W
from prongsai.reading.refusal import UnreadableDocumentError

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN = "word/document.xml"
# What is not part of the text: deleted words, the second form of drawings, what fields are computed from.
_SKIPPED = frozenset({
    f"{W}del", f"{W}moveFrom", f"{_COMPATIBLE}Fallback", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr",
    f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr", f"{W}sdtPr", f"{W}sectPr", f"{W}rt",
})  # fmt: skip
_SIGNS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n", f"{W}ptab": " "}
_MAX_DEPTH = 200


def read_word(path: Path) -> Document:
    """Return the passages of a ``.docx``.

    Raises:
        UnreadableDocumentError: The file is broken, locked, too large, or holds a program.
    """
    with Archive(path) as archive:
        if not archive.has(_MAIN):
            raise UnreadableDocumentError(path.name, "ไม่ใช่เอกสาร Word (.docx)", "เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx")
        numbering, styles = (
            archive.read_xml(f"word/{part}.xml") if archive.has(f"word/{part}.xml") else None
            for part in ("numbering", "styles")
        )
        body = _Body(Numbering(numbering, styles))
        heads, feet = (_read_running(archive, body, kind) for kind in ("header", "footer"))
        blocks = gather_bar_rows(body.walk(archive.read_xml(_MAIN)))
        notes = [
            block
            for kind, shown in (("footnotes", "เชิงอรรถ"), ("endnotes", "อ้างอิงท้ายเรื่อง"))
            if archive.has(f"word/{kind}.xml")
            for block in _Body(Numbering(None, None), shown).walk(archive.read_xml(f"word/{kind}.xml"))
        ]
    return Document(path.name, Format.WORD, (*heads, *blocks, *notes, *feet))


def _read_running(archive: Archive, body: _Body, kind: str) -> list[Block]:
    """Return the heads or feet of the pages, each text once; a table in one is read as its passages."""
    names = sorted(name for name in archive.names if name.startswith(f"word/{kind}") and name.endswith(".xml"))
    shown = "หัวกระดาษ" if kind == "header" else "ท้ายกระดาษ"
    document = Document(
        "", Format.WORD, tuple(block for name in names for block in body.walk(archive.read_xml(name), shown))
    )
    texts = dict.fromkeys(paragraph.text for paragraph in document.iter_paragraphs())
    return [Paragraph(text, shown, is_running=True) for text in texts]


class _Body:
    """Walks a part of a document; counts its paragraphs and tables."""

    def __init__(self, numbering: Numbering, shown: str = "") -> None:
        self._numbering = numbering
        self._shown = shown
        self._paragraphs = self._tables = 0

    def walk(self, element: etree._Element, place: str = "", depth: int = 0) -> Iterator[Block]:
        """Yield what stands in an element, paragraphs and tables, through everything that wraps them."""
        for child in element if depth < _MAX_DEPTH else ():
            if child.tag == f"{W}p":
                yield from self._read_paragraph(child, place, depth)
            elif child.tag == f"{W}tbl":
                yield self._read_table(child, depth)
            elif child.tag not in _SKIPPED:
                yield from self.walk(child, place, depth + 1)

    def _read_paragraph(self, element: etree._Element, place: str, depth: int) -> Iterator[Block]:
        if not place:
            self._paragraphs += 1
        shown = place or f"{self._shown or 'ย่อหน้า'} {self._paragraphs}"
        texts: list[str] = []
        boxes: list[etree._Element] = []
        _collect(element, texts, boxes, depth)
        label = self._numbering.next_label(element)
        for line in "".join(texts).split("\n"):
            if text := clean(line):
                yield Paragraph(f"{label} {text}" if label else text, shown)
                label = ""
        for box in boxes:
            yield from self.walk(box, f"กล่องข้อความที่{shown}", depth + 1)

    def _read_table(self, table: etree._Element, depth: int) -> Table:
        self._tables += 1
        shown = f"ตาราง {self._tables}"
        cells: list[Cell] = []
        above: dict[int, int] = {}  # column → index of the cell that is merged down from above
        for row, element in enumerate(_find(table, f"{W}tr")):
            column = int(_get_value(element.find(f"{W}trPr/{W}gridBefore"), "0"))
            for cell in _find(element, f"{W}tc"):
                span = max(1, int(_get_value(cell.find(f"{W}tcPr/{W}gridSpan"), "1")))
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None and _get_value(merge, "continue") == "continue" and column in above:
                    old = cells[above[column]]
                    more = self._read_cell(cell, f"{shown} แถว {row + 1} ช่อง {column + 1}", depth)
                    cells[above[column]] = Cell(
                        old.row, old.column, (*old.paragraphs, *more), row - old.row + 1, old.columns
                    )
                else:
                    place = f"{shown} แถว {row + 1} ช่อง {column + 1}"
                    cells.append(Cell(row, column, self._read_cell(cell, place, depth), 1, span))
                    above[column] = len(cells) - 1
                column += span
        return Table(tuple(cell for cell in cells if cell.paragraphs))

    def _read_cell(self, cell: etree._Element, place: str, depth: int) -> tuple[Paragraph, ...]:
        inner = Document("", Format.WORD, tuple(self.walk(cell, place, depth + 1)))
        return tuple(Paragraph(paragraph.text, place) for paragraph in inner.iter_paragraphs())


def _collect(element: etree._Element, texts: list[str], boxes: list[etree._Element], depth: int) -> None:
    """Put together the words of a paragraph; what stands in a box of its own is kept for later."""
    for child in element if depth < _MAX_DEPTH else ():
        if child.tag == f"{W}t":
            texts.append(child.text or "")
        elif child.tag in _SIGNS:
            texts.append(" " if child.tag == f"{W}br" and child.get(f"{W}type") else _SIGNS[child.tag])
        elif child.tag == f"{W}sym":
            texts.append(_read_symbol(child))
        elif child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            _collect(child, texts, boxes, depth + 1)


# Ticks and boxes of the fonts Wingdings and Wingdings 2, which offices use for statuses.
_TICKS = {0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xFB: "✗", 0x50: "✓", 0x52: "☑", 0x54: "☒", 0xA3: "☐"}


def _read_symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16) & 0xFF
    except ValueError:
        return ""
    return _TICKS.get(code, "•")


def _find(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or cells of a row, also those in content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag not in _SKIPPED and child.tag not in {f"{W}tbl", f"{W}p", f"{W}tr", f"{W}tc"}:
            yield from _find(child, tag)


def _get_value(element: etree._Element | None, default: str) -> str:
    found = default if element is None else element.get(f"{W}val", default)
    return found if not default.isdigit() or (found.isdigit() and len(found) < 5) else default
