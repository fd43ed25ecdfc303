"""PDF files with text: passages put together from lines, and ruled tables cell by cell.

pypdfium2 gives all characters with their places; pdfplumber finds the grids. A passage that goes on in the next line is
told by how full the line is and how the next one is indented.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
from msgspec import Struct
from msgspec.structs import replace

from prongsai.reading.bars import gather_bar_rows
from prongsai.reading.document import Block, Cell, Document, Format, Paragraph, Table
from prongsai.reading.marks import find_mark
from prongsai.reading.normalising import clean
from prongsai.reading.pdf_letters import Line, Page, is_amount_cut, join_lines, merge_lines, read_lines
from prongsai.reading.refusal import UnreadableDocumentError
from prongsai.reading.side_by_side import Placed, order_columns

MAX_PAGES = 1_000
_MIN_LETTERS = 20  # a page with fewer, in all pages, is a picture
_EDGE = 0.15  # of a page's height, where running heads and feet stand
_MAX_RUNNING = 4  # lines of a running head and foot together
_FULL = 0.82  # of the text's width: a line that reaches so far may go on in the next
_VERY_FULL = 0.93  # one that most likely does
_CELL_LOOSE = 1.4
_CELL_FULL = 0.45
_LONG_WORD = 10  # times a line's size: where more room is left in a cell, the next line begins a paragraph
_FAR_RIGHT = 0.25  # of the text's width: a line that begins beyond is a signature, which nothing goes on from
_LOOSE = 1.2  # times the usual gap between lines: what is farther apart is another passage
_PAGE_NUMBER = re.compile(r"(?:หน้า(?:ที่)?)?\s*[-–(]?\s*[0-9๐-๙]{1,3}\s*(?:/\s*[0-9๐-๙]{1,3})?\s*[-–)]?")


_DOTTED = re.compile(r"(?:[.…_]\s*){8}\)?\s*\Z")  # room for a name or words: what stands below is no part of it
_Box = tuple[float, float, float, float]  # left, bottom, right, top


class _Layout(Struct, frozen=True):
    """Where the text of pages begins and ends, and how far apart the lines of one passage stand; 0 is not known."""

    left: float
    right: float
    leading: float


class _Piece(Struct, frozen=True):
    """A block with where it stands on its page."""

    top: float
    block: Block
    is_open: bool = False  # its last line is full
    is_indented: bool = False


def read_pdf(path: Path) -> Document:
    """Return the passages of a PDF with text.

    Raises:
        UnreadableDocumentError: The file is broken, locked, too long, or holds pictures only.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of odd fonts that do not matter here
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocumentError(path.name, "PDF มีรหัสผ่าน", "ลบรหัสผ่านแล้วบันทึกใหม่") from None
        raise UnreadableDocumentError(path.name, "ไฟล์เสีย หรือไม่ใช่ PDF", "ส่งออกเป็น PDF ใหม่จากเอกสารต้นฉบับ") from None
    with pdf:
        if len(pdf) > MAX_PAGES:
            raise UnreadableDocumentError(path.name, f"PDF มี {len(pdf):,} หน้า เกิน {MAX_PAGES:,}", "แบ่งเป็นหลายไฟล์")
        pages = [read_lines(page) for page in pdf]
        empty = [number for number, page in enumerate(pages, 1) if not page.lines]
        if sum(len(line.text) for page in pages for line in page.lines) < _MIN_LETTERS:
            raise UnreadableDocumentError(
                path.name, "PDF นี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน", "ใช้ไฟล์ Word ต้นฉบับ หรือทำ OCR แล้วบันทึกเป็นข้อความก่อน"
            )
    running = _find_running(pages)
    grids = _find_grids(path, [page.is_ruled for page in pages])
    layouts = _measure(pages, grids)
    blocks: list[Block] = []
    last: _Piece | None = None
    for number, page in enumerate(pages, 1):
        heads, pieces = _read_page(number, page, grids[number - 1], running, layouts[round(page.height)])
        if pieces and last and _continues(last, pieces[0]):
            joined = _join([blocks.pop(), pieces[0].block])
            blocks += [*heads, joined]
            last = replace(pieces[0], block=joined)
            pieces = pieces[1:]
        else:
            blocks += heads
        blocks += [piece.block for piece in pieces]
        last = pieces[-1] if pieces else last
    unread = tuple(f"หน้า {number}" for number in empty)
    return Document(path.name, Format.PDF, gather_bar_rows(blocks), unread)


def _find_grids(path: Path, is_ruled: list[bool]) -> list[list[list[_Box]]]:
    """Return the boxes of the cells of each table on each page, in PDF's own places."""
    found: list[list[list[_Box]]] = []
    try:
        with pdfplumber.open(path) as file:
            for page, ruled in zip(file.pages, is_ruled, strict=True):
                tables = page.find_tables() if ruled else []
                height = float(page.height)
                found.append(
                    [
                        [(left, height - bottom, right, height - top) for left, top, right, bottom in table.cells]
                        for table in tables
                        if len(table.cells) > 1
                    ]
                )
                page.close()
    except Exception:  # noqa: BLE001 - pdfminer raises what it likes on odd files
        raise UnreadableDocumentError(path.name, "อ่านเส้นตารางใน PDF ไม่ได้", "ใช้ไฟล์ Word ต้นฉบับ") from None
    return found


def _find_running(pages: list[Page]) -> set[str]:
    """Return the texts that stand first or last on several pages, one below the other."""
    running: set[str] = set()
    for _ in range(_MAX_RUNNING):
        edges: Counter[str] = Counter()
        for page in pages:
            rest = [text for line in page.lines if (text := clean(line.text)) and text not in running]
            rest = [text for text in rest if not _PAGE_NUMBER.fullmatch(text)]
            edges.update({*rest[:1], *rest[-1:]})
        found = {text for text, count in edges.items() if count >= max(3, len(pages) // 3)}
        if not found:
            break
        running |= found
    return running


def _read_page(
    number: int, page: Page, grids: list[list[_Box]], running: set[str], layout: _Layout
) -> tuple[list[Block], list[_Piece]]:
    heads: list[Block] = []
    free: list[Line] = []
    tables = [_Grid(boxes) for boxes in grids]
    for line in page.lines:
        text = clean(line.text)
        is_inside = any(table.holds(line) for table in tables)
        is_edge = line.top > page.height * (1 - _EDGE) or line.bottom < page.height * _EDGE
        if is_edge and not is_inside and (text in running or _PAGE_NUMBER.fullmatch(text)):
            heads.append(Paragraph(text, f"หน้า {number}", is_running=True))
            continue
        rest = line
        for table in tables:
            rest = table.take(rest)
        if rest.letters:
            free.append(rest)
    pieces = [*_join_lines(free, number, layout)]
    pieces += [
        _Piece(table.top, block) for index, table in enumerate(tables, 1) if (block := table.read(number, index)).cells
    ]
    return heads, sorted(pieces, key=lambda piece: -piece.top)


def _join_lines(lines: list[Line], number: int, layout: _Layout) -> list[_Piece]:
    """Put lines together into passages."""
    left, right, leading = layout.left, layout.right, layout.leading
    groups: list[list[Line]] = []
    tops: list[float] = []
    last: Placed | None = None
    for placed in order_columns([line for line in lines if clean(line.text)]):
        line = placed.line
        goes_on = (
            last is not None
            and placed.column == last.column
            and not last.is_head
            and _is_full(last.line, *(placed.column or (left, right)))
            and not _DOTTED.search(last.line.text)
            and not (placed.column and _DOTTED.search(line.text))
            and not _begins_item(line, groups)
            and 0 < last.line.bottom - line.bottom <= (leading or last.line.size * 2.5) * _LOOSE
            and line.left <= max(last.line.left, groups[-1][0].left) + line.size / 2
            and (len(groups[-1]) == 1 or line.left <= last.line.left + line.size / 2)
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
            tops.append(placed.top)
        last = placed
    pieces = []
    for index, (group, top) in enumerate(zip(groups, tops, strict=True), 1):
        block = Paragraph(join_lines(group), f"หน้า {number} ย่อหน้า {index}")
        is_open = _is_full(group[-1], left, right) and group[-1].left - left < _FAR_RIGHT * (right - left)
        pieces.append(_Piece(top, block, is_open, group[0].left > left + group[0].size))
    return pieces


def _begins_item(line: Line, groups: list[list[Line]]) -> bool:
    """Tell whether a number or bullet begins an item: a first one, or one that goes on from an item before."""
    mark = find_mark(clean(line.text))
    if mark is None:
        return False
    last = groups[-1][-1].text.rstrip() if groups else ""
    if mark.is_bullet:
        return not re.search("[A-Za-z0-9]$", last) or not re.match(r"\S\S", clean(line.text))
    if not mark.parts or mark.parts[-1] == 1 or len(mark.parts) > 1:
        return True
    before = [other.parts[-1] for group in groups if (other := find_mark(clean(group[0].text))) and other.parts]
    if not before:
        return mark.parts[-1] <= 2
    return mark.parts[-1] - 2 <= before[-1] or mark.parts[-1] - 1 in before


def _is_full(line: Line, left: float, right: float) -> bool:
    return line.right - left >= _FULL * (right - left)


def _measure(pages: list[Page], grids: list[list[list[_Box]]]) -> dict[int, _Layout]:
    """Return the margins and leading of the text outside of tables, by the pages' height."""
    layouts = {}
    for height in {round(page.height) for page in pages}:
        lines = [
            [line for line in page.lines if not any(_Grid(boxes).holds(line) for boxes in tables)]
            for page, tables in zip(pages, grids, strict=True)
            if round(page.height) == height
        ]
        left = min((line.left for page in lines for line in page), default=0)
        right = max((line.right for page in lines for line in page), default=0)
        gaps = [
            line.bottom - below.bottom
            for page in lines
            for line, below in pairwise(page)
            if line.right - left >= _VERY_FULL * (right - left) and 0 < line.bottom - below.bottom < 60
        ]
        layouts[height] = _Layout(left, right, sorted(gaps)[len(gaps) // 5] if gaps else 0.0)
    return layouts


def _continues(last: _Piece, first: _Piece) -> bool:
    return (
        last.is_open
        and isinstance(last.block, Paragraph)
        and isinstance(first.block, Paragraph)
        and not first.is_indented
        and not find_mark(first.block.text)
    )


def _join(blocks: list[Block]) -> Paragraph:
    first, second = (block for block in blocks if isinstance(block, Paragraph))
    gap = "" if re.search("[ก-๎]$", first.text) and re.match("[ก-๎]", second.text) else " "
    return Paragraph(f"{first.text}{gap}{second.text}", first.place)


class _Grid:
    """The cells of a ruled table, and the characters that fall into each."""

    def __init__(self, boxes: list[_Box]) -> None:
        self.top = max(top for _, _, _, top in boxes)
        self._boxes = boxes
        self._taken: dict[int, list[Line]] = {}

    def holds(self, line: Line) -> bool:
        """Tell whether a line stands in one of its cells."""
        return any(
            left <= line.left and bottom <= line.middle <= top and line.left <= right
            for left, bottom, right, top in self._boxes
        )

    def take(self, line: Line) -> Line:
        """Keep what stands in a cell, and return the rest of the line."""
        for index, (left, bottom, right, top) in enumerate(self._boxes):
            if not line.letters or not (bottom <= line.middle <= top) or line.right < left or line.left > right:
                continue
            inside, line = line.split(left, right)
            if inside.letters:
                self._taken.setdefault(index, []).append(inside)
        return line

    def read(self, page: int, number: int) -> Table:
        """Return the table; rows and columns are counted along its rules, so that a merged cell spans several."""
        lefts = _merge_edges(box[0] for box in self._boxes)
        tops = _merge_edges(-box[3] for box in self._boxes)
        cells = []
        gaps = sorted(
            above.bottom - below.bottom
            for lines in self._taken.values()
            for above, below in pairwise(lines)
            if above.bottom - below.bottom > above.size / 2
        )
        leading = gaps[len(gaps) // 5] if gaps else 0.0
        for index, lines in self._taken.items():
            left, bottom, right, top = self._boxes[index]
            column, row = _find_edge(lefts, left), _find_edge(tops, -top)
            place = f"หน้า {page} ตาราง {number} แถว {row + 1} ช่อง {column + 1}"
            groups: list[list[Line]] = []
            for line in merge_lines(lines):
                is_close = (
                    groups
                    and groups[-1][-1].bottom - line.bottom <= leading * _CELL_LOOSE
                    and groups[-1][-1].right - left >= _CELL_FULL * (right - left)
                    and right - groups[-1][-1].right <= _LONG_WORD * groups[-1][-1].size
                )
                is_cut = groups and is_amount_cut(groups[-1][-1].text, line.text)
                if is_cut or (is_close and not _begins_item(line, groups)):
                    groups[-1].append(line)
                else:
                    groups.append([line])
            paragraphs = tuple(Paragraph(text, place) for group in groups if (text := join_lines(group)))
            if paragraphs:
                rows = sum(1 for edge in tops if -top - 1 < edge < -bottom - 1)
                columns = sum(1 for edge in lefts if left - 1 < edge < right - 1)
                cells.append(Cell(row, column, paragraphs, max(1, rows), max(1, columns)))
        return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _merge_edges(edges: Iterable[float]) -> list[float]:
    merged: list[float] = []
    for edge in sorted(edges):
        if not merged or edge - merged[-1] > 2:
            merged.append(edge)
    return merged


def _find_edge(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))
