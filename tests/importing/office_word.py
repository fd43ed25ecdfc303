"""Writes a made-up document as Word does, with all that makes such files hard to read.

Numbers are automatic where they can be, one list by its style; cells are merged; a page ends inside a table; some
texts stand in content controls, tracked insertions (with what was deleted beside them), fields and text boxes.
"""

from __future__ import annotations

import zipfile
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from office_blocks import Cell, Document, Paragraph, Table
from office_numbering import AutomaticList, find_automatic_lists

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WHO = 'w:author="office" w:date="2024-10-01T09:00:00Z"'
_TYPES = _HEAD + (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
)
_RELATIONS = _HEAD + (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{parts}</Relationships>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = _HEAD + (
    f"<w:styles {_SPACES}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBase"><w:name w:val="List Base"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="{list}"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListChild"><w:name w:val="List Child"/>'
    '<w:basedOn w:val="ListBase"/></w:style></w:styles>'
)
_DELETED = "ข้อความเดิมที่ตัดออกแล้ว"
# Every so many paragraphs: a text box, a control around a paragraph, a tracked change, a control around a run.
_TEXT_BOX, _BLOCK_CONTROL, _CHANGE, _RUN_CONTROL = 23, 13, 7, 11
_LONG = 24


def write_word(document: Document, path: Path) -> None:
    """Write the document as .docx; the same document gives the same bytes."""
    writer = _Writer(document)
    body = "".join(
        writer.paragraph(block, plain=False) if isinstance(block, Paragraph) else writer.table(block)
        for block in document.blocks
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    head = f"<w:p><w:r><w:t>{escape(document.head)}</w:t></w:r></w:p>"
    foot = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    parts = {
        "document": f"<w:document {_SPACES}><w:body>{body}{section}</w:body></w:document>",
        "numbering": f"<w:numbering {_SPACES}>{writer.numbering()}</w:numbering>",
        "header1": f"<w:hdr {_SPACES}>{head}</w:hdr>",
        "footer1": f"<w:ftr {_SPACES}>{foot}</w:ftr>",
    }
    files = {f"word/{name}.xml": _HEAD + text for name, text in parts.items()}
    files["word/styles.xml"] = _STYLES.replace("{list}", str(writer.style_list))
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    names = [*parts, "styles"]
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kinds.get(name, name)}+xml"/>' for name in names
    )
    links = [("styles", "styles"), ("numbering", "numbering"), ("header", "header1"), ("footer", "footer1")]
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for n, (kind, name) in enumerate(links, 1)
    )
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": _TYPES.replace("{parts}", types),
        "_rels/.rels": _RELATIONS.replace("{parts}", root),
        "word/_rels/document.xml.rels": _RELATIONS.replace("{parts}", relations),
        **files,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 10, 1, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._lists: list[AutomaticList] = []
        self._numbered: dict[int, int] = {}
        containers = [[block for block in document.blocks if isinstance(block, Paragraph)]]
        for block in document.blocks:
            if isinstance(block, Table):
                containers += [cell.paragraphs for row in block.rows for cell in row]
        for paragraphs in containers:
            for found in find_automatic_lists(paragraphs):
                self._lists.append(found)
                self._numbered |= {id(each): len(self._lists) for each in found.paragraphs}
        flat = [n for n, found in enumerate(self._lists, 1) if len(found.levels) == 1 and len(found.paragraphs) > 1]
        self.style_list = flat[0] if flat else 0
        self._written = 0

    def numbering(self) -> str:
        """Return the lists: one definition a pattern, each list starting anew by an override."""
        patterns = {tuple(found.levels): 0 for found in self._lists}
        abstract = ""
        for n, pattern in enumerate(patterns):
            patterns[pattern] = n
            levels = "".join(
                f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.style}"/>'
                f'<w:lvlText w:val="{level.text}"/></w:lvl>'
                for depth, level in enumerate(pattern)
            )
            abstract += f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>'
        numbers = ""
        for n, found in enumerate(self._lists, 1):
            override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            link = f'<w:abstractNumId w:val="{patterns[tuple(found.levels)]}"/>'
            numbers += f'<w:num w:numId="{n}">{link}{override}</w:num>'
        return abstract + numbers

    def paragraph(self, paragraph: Paragraph, *, plain: bool) -> str:
        """Return a paragraph; a plain one, as in a cell, stands in no box or control."""
        self._written += 1
        text = f"<w:p>{self._properties(paragraph)}{self._runs(paragraph)}</w:p>"
        if plain or paragraph.number:
            return text
        if self._written % _TEXT_BOX == 0:
            return _put_in_box(text)
        if self._written % _BLOCK_CONTROL == 0:
            return f'<w:sdt><w:sdtPr><w:alias w:val="ข้อความ"/></w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>'
        return text

    def _properties(self, paragraph: Paragraph) -> str:
        number = self._numbered.get(id(paragraph), 0)
        properties = ""
        if number and number == self.style_list:
            properties += '<w:pStyle w:val="ListChild"/>'
        elif number:
            link = f'<w:ilvl w:val="{paragraph.level}"/><w:numId w:val="{number}"/>'
            properties += f"<w:numPr>{link}</w:numPr>"
        elif "heading" in paragraph.style:
            properties += '<w:pStyle w:val="Heading1"/>'
        if "break" in paragraph.style:
            properties += "<w:pageBreakBefore/>"
        return f"<w:pPr>{properties}</w:pPr>" if properties else ""

    def _runs(self, paragraph: Paragraph) -> str:
        texts = [piece.text for piece in paragraph.pieces if piece.text]
        runs = [] if not paragraph.number or id(paragraph) in self._numbered else [_run(f"{paragraph.number} ")]
        for n, text in enumerate(texts):
            if n == len(texts) - 1 and self._written % _CHANGE == 0 and len(text) > _LONG:
                middle = len(text) // 2
                deleted = f"<w:r><w:delText>{_DELETED}</w:delText></w:r>"
                runs += [_run(text[:middle]), f'<w:del w:id="{self._written}" {_WHO}>{deleted}</w:del>']
                runs.append(f'<w:ins w:id="{self._written + 10_000}" {_WHO}>{_run(text[middle:])}</w:ins>')
            elif n == len(texts) - 1 and self._written % _RUN_CONTROL == 0:
                runs.append(f"<w:sdt><w:sdtContent>{_run(text)}</w:sdtContent></w:sdt>")
            elif text.isdigit() and len(texts) > 1 and "heading" in paragraph.style:
                runs.append(_field(text))
            else:
                runs.append(_run(text))
        return "".join(runs)

    def table(self, table: Table) -> str:
        """Return a table; a page ends after its second row of data."""
        rows = ""
        for n, row in enumerate(table.rows):
            marks = '<w:trPr><w:cantSplit w:val="false"/></w:trPr>'
            if n < table.head:
                marks = "<w:trPr><w:tblHeader/></w:trPr>"
            below = table.rows[n + 1] if n + 1 < len(table.rows) else []
            rows += f"<w:tr>{marks}{self._cells(row, below, breaks=n == table.head + 2)}</w:tr>"
        grid = "".join('<w:gridCol w:w="1500"/>' for _ in table.rows[0])
        borders = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
        whole = f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        if table.title == "nested":
            inner = f"<w:tc><w:tcPr/>{whole}<w:p/></w:tc>"
            grid = '<w:gridCol w:w="9000"/>'
            whole = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{inner}</w:tr></w:tbl>"
        return f"{whole}<w:p/>"

    def _cells(self, row: list[Cell], below: list[Cell], *, breaks: bool) -> str:
        starts = [position for position, cell in enumerate(row) if cell.merged != "right"]
        text = ""
        for start, end in pairwise([*starts, len(row)]):
            cell = row[start]
            properties = f'<w:gridSpan w:val="{end - start}"/>' if end - start > 1 else ""
            if cell.merged == "down":
                properties += "<w:vMerge/>"
            elif start < len(below) and below[start].merged == "down":
                properties += '<w:vMerge w:val="restart"/>'
            content = "".join(self.paragraph(each, plain=True) for each in cell.paragraphs) or "<w:p/>"
            if breaks and start == starts[-1]:
                content = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + content
            text += f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
        return text


def _run(text: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:r>{'<w:tab/>'.join(parts)}</w:r>"


def _field(result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> SEQ card </w:instrText></w:r>{middle}{_run(result)}{end}'


def _put_in_box(paragraph: str) -> str:
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="5000000" cy="600000"/><wp:docPr id="1" name="กล่อง" descr="คำอธิบายภาพ"/>'
        f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
