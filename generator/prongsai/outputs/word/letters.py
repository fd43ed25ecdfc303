"""Announcement, order and memo as Word files.

Word keeps a second set of properties for complex scripts; Thai shows small and never bold unless these are set too.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from prongsai.blocks.blocks import (
    Beside,
    Block,
    Cell,
    Choices,
    Facts,
    Items,
    Line,
    Members,
    Paragraph,
    Signature,
    Table,
    line,
)
from prongsai.documents.document import Document
from prongsai.outputs.beside import CHOICE_INDENT, GAP, pair_parts
from prongsai.outputs.tables import fit_columns, place_cells
from prongsai.thai.digits import to_thai

FONT = "TH SarabunPSK"
_SIZE, _LABEL_SIZE, _MEMO_TITLE_SIZE = 16, 20, 29
_TABLE_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
RELATIVE_SIZE = 0.75  # of Sarabun, whose letters are as wide
_DOTS = "." * 90
_CELL_MARGIN = 3.5  # points, as ``fit_columns`` counts with: less than Word's own
_INDENT = Cm(2.5)
_TEXT_WIDTH = Cm(16)
# A zip file dates its parts; the paper's own date is in its text, and the same records give the same bytes.
_ZIP_DATE = (2000, 1, 1, 0, 0, 0)
_MAX_PROPERTY = 255  # characters; Word takes no more
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def write_word_letter(document: Document) -> bytes:
    """Return a letter as a Word file with Thai digits; the same letter gives the same bytes."""
    word = docx.Document()
    _set_up(word, document)
    for part in document.parts:
        for section in part.sections:
            for block in section.blocks:
                _add(word, block)
    output = BytesIO()
    word.save(output)
    return _fix_dates(output)


def _set_up(word: Any, document: Document) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(2.5), Cm(2)
    normal = word.styles["Normal"]
    normal.paragraph_format.space_after = Pt(0)
    _set_font(normal.element.get_or_add_rPr(), _SIZE)
    properties = word.core_properties
    properties.title = to_thai(document.title)[:_MAX_PROPERTY]
    properties.language, properties.author = "th-TH", ""
    properties.created = properties.modified = _CREATED
    properties.last_modified_by, properties.comments = "", ""
    if document.is_sample:
        mark = page.header.paragraphs[0]
        mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = _add_run(mark, "ตัวอย่าง · ไม่ใช่เอกสารของทางราชการ", is_bold=True, size=_LABEL_SIZE)
        run.font.color.rgb = RGBColor(0x80, 0x80, 0x80)


def _set_font(properties: Any, size: float, *, is_bold: bool = False) -> None:
    """Set font, size, weight and language, each also for complex scripts."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    marks = ["w:b", "w:bCs"] if is_bold else []
    for name in (*marks, "w:sz", "w:szCs", "w:lang"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        element = OxmlElement(name)
        if name.startswith("w:sz"):
            element.set(qn("w:val"), str(int(size * 2)))
        elif name == "w:lang":
            element.set(qn("w:val"), "th-TH")
            element.set(qn("w:bidi"), "th-TH")
        properties.append(element)


def _add_run(paragraph: Any, text: str, *, is_bold: bool = False, size: float = _SIZE) -> Any:
    run = paragraph.add_run(to_thai(text))
    _set_font(run._element.get_or_add_rPr(), size, is_bold=is_bold)  # noqa: SLF001 - python-docx has no complex scripts
    return run


def _add_line(paragraph: Any, text: Line, *, is_bold: bool = False, size: float = _SIZE) -> None:
    for span in text.spans:
        is_strong = is_bold or getattr(span, "kind", "") == "strong"
        _add_run(paragraph, span.text, is_bold=is_strong, size=size)


def _add(word: Any, block: Block, *, is_half: bool = False) -> None:
    """Add a block to a file, or to a cell that is half a line wide."""
    match block:
        case Paragraph():
            _add_paragraph(word, block)
        case Items(lines=lines):
            _add_items(word, lines, _INDENT)
        case Facts(pairs=pairs):
            _add_facts(word, pairs)
        case Members(rows=rows):
            for number, name, role in rows:
                paragraph = word.add_paragraph()
                paragraph.paragraph_format.left_indent = _INDENT
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(11.5), WD_TAB_ALIGNMENT.LEFT)
                _add_run(paragraph, f"{number} {name}\t{role}")
        case Choices(options=options, words=words, has_line=has_line):
            boxes = [f"({'√' if is_chosen else '   '}) {label}" for label, is_chosen in options]
            long, short = (_DOTS[:44], _DOTS[:30]) if is_half else (_DOTS, _DOTS[:60])
            indent = Pt(CHOICE_INDENT) if is_half else Cm(1.5)
            if has_line:
                boxes = [*boxes[:-1], f"{boxes[-1]} {short}", long] if boxes else [long, long]
            _add_items(word, map(line, boxes), indent, is_kept=True)
            _add_items(word, map(line, filter(None, (words,))), indent + Cm(0.7), is_kept=True)
        case Signature():
            _add_signature(word, block, Cm(0) if is_half else Cm(7))
        case Beside():
            _add_beside(word, block)
        case Table():
            _add_table(word, block)
        case _:
            raise TypeError(block)


def _add_paragraph(word: Any, block: Paragraph) -> None:
    paragraph = word.add_paragraph()
    layout = paragraph.paragraph_format
    is_title, is_memo = block.kind in {"title", "memo-title"}, block.kind == "memo-title"
    if is_title:
        paragraph.alignment, layout.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    elif block.kind == "indent":
        layout.first_line_indent = _INDENT
        paragraph.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
    elif block.kind == "date":
        layout.left_indent, layout.space_before, layout.keep_with_next = _INDENT, Pt(12), True
    elif block.kind == "label":
        layout.space_before, layout.keep_with_next = Pt(6), True
    _add_line(paragraph, block.line, is_bold=is_title, size=_MEMO_TITLE_SIZE if is_memo else _SIZE)


def _add_facts(word: Any, pairs: Iterable[tuple[str, Line]]) -> None:
    before, paragraph = "", None
    for name, value in pairs:
        if paragraph is not None and (before, name) == ("ที่", "วันที่"):  # a memo's number and date share a line
            paragraph.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH // 2, WD_TAB_ALIGNMENT.LEFT)
            paragraph.add_run("\t")
        else:
            paragraph = word.add_paragraph()
        _add_run(paragraph, f"{name}  ", is_bold=True, size=_LABEL_SIZE)
        _add_line(paragraph, value)
        before = name


def _add_items(word: Any, lines: Iterable[Line], indent: Any, *, is_kept: bool = False) -> None:
    """Add a list; where it is kept, it stands on the page of what follows."""
    for item in lines:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.keep_with_next = indent, is_kept or None
        number = "•" if item.number == "-" else item.number
        if number:
            _add_run(paragraph, f"{number} ")
        _add_line(paragraph, item)
        _add_items(word, item.children, indent + Cm(1))


def _add_beside(word: Any, block: Beside) -> None:
    for parts in pair_parts(block, _TEXT_WIDTH.pt, _SIZE * RELATIVE_SIZE, to_thai):
        if len(parts) == 1:
            for inner in parts[0]:
                _add(word, inner)
            continue
        table = word.add_table(1, len(parts))
        table.autofit = False
        _set_margins(table, 0, GAP)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx lacks it
        for column, box, part in zip(table.columns, table.rows[0].cells, parts, strict=True):
            column.width = box.width = (_TEXT_WIDTH + Pt(GAP)) // len(parts)
            for inner in part:
                _add(box, inner, is_half=True)
            first = box.paragraphs[0]._p  # noqa: SLF001 - python-docx cannot remove the one that a cell begins with
            first.getparent().remove(first)
        # Word joins tables between which there is nothing.
        word.add_paragraph().paragraph_format.line_spacing = Pt(2)


def _add_signature(word: Any, block: Signature, indent: Any) -> None:
    for place, text in enumerate((f"({block.name or '.' * 46})", block.position)):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout = paragraph.paragraph_format
        layout.left_indent, layout.keep_together = indent, True
        if place == 0:
            layout.space_before, layout.keep_with_next = Pt(36), True
        _add_run(paragraph, text)


def _add_table(word: Any, block: Table) -> None:
    caption = word.add_paragraph()
    caption.paragraph_format.space_before, caption.paragraph_format.keep_with_next = Pt(6), True
    _add_run(caption, block.caption, is_bold=True)
    rows = (*block.head, *block.rows)
    table = word.add_table(len(rows), block.columns, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_margins(table, _CELL_MARGIN, _CELL_MARGIN)
    sizes = [size * RELATIVE_SIZE for size in _TABLE_SIZES]
    shares, size = fit_columns(block, _TEXT_WIDTH.pt, sizes, to_thai)
    for place, share in enumerate(shares):
        table.columns[place].width = int(_TEXT_WIDTH * share)
    for number, row in enumerate(table.rows):
        for place, share in enumerate(shares):
            row.cells[place].width = int(_TEXT_WIDTH * share)
        # A row that fits on a page stays whole; Word breaks a higher one all the same.
        marks = ["w:cantSplit", "w:tblHeader"] if number < len(block.head) else ["w:cantSplit"]
        for mark in marks:
            row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001 - python-docx lacks it
    bold = {*range(len(block.head)), *range(len(rows) - len(block.foot), len(rows))}
    bold |= {place for place, row in enumerate(rows) if row.is_subtotal}
    for top, left, cell in place_cells(rows):
        box = table.cell(top, left)
        if cell.colspan > 1 or cell.rowspan > 1:
            box = box.merge(table.cell(top + cell.rowspan - 1, left + cell.colspan - 1))
        _fill(box.paragraphs[0], cell, size / RELATIVE_SIZE, is_bold=top in bold)


def _set_margins(table: Any, left: float, right: float) -> None:
    """Set the points beside a text."""
    margins = OxmlElement("w:tblCellMar")
    for side, points in (("w:left", left), ("w:right", right)):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(int(points * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx lacks it
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")


def _fill(paragraph: Any, cell: Cell, size: float, *, is_bold: bool) -> None:
    if cell.kind in {"num", "money"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif cell.scope in {"col", "colgroup"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for place, text in enumerate(cell.lines):
        if place:
            paragraph.add_run().add_break()
        _add_line(paragraph, text, is_bold=is_bold, size=size)


def _fix_dates(written: BytesIO) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return output.getvalue()
