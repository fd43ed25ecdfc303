"""Word documents: what python-docx alone loses is read, in the order in which it stands."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from prongsai.reading.document import Table
from prongsai.reading.files import read_document

_NUMBERING = f"""<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="5">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="(%3)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="5"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num>
</w:numbering>"""


def _save(document: docx.document.Document, folder: Path, *, numbering: str = "") -> Path:
    if numbering:
        document.part.numbering_part._element = parse_xml(numbering)  # noqa: SLF001 - python-docx has no other way
    path = folder / "เอกสาร.docx"
    document.save(path)
    return path


def _read(path: Path) -> list[str]:
    return [paragraph.text for paragraph in read_document(path).iter_paragraphs()]


def _add(document: docx.document.Document, inner: str) -> None:
    document.element.body.insert(
        -1,
        parse_xml(
            f'<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{inner}</w:p>'
        ),
    )


def _number(number: int, level: int = 0) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def test_automatic_numbers_are_printed_as_word_prints_them(tmp_path: Path) -> None:
    """Thai digits, numbers of two levels, Thai letters, bullets; a list that overrides its start begins anew, once."""
    document = docx.Document()
    for number, level, text in (
        (1, 0, "ก"), (1, 1, "ข"), (1, 1, "ค"), (1, 2, "ง"), (1, 0, "จ"), (2, 0, "ฉ"), (2, 0, "ช"), (3, 0, "ซ"),
    ):  # fmt: skip
        _add(document, f"{_number(number, level)}<w:r><w:t>{text}</w:t></w:r>")
    path = _save(document, tmp_path, numbering=_NUMBERING)

    assert _read(path) == ["๑. ก", "๑.1) ข", "๑.2) ค", "(ก) ง", "๒. จ", "๑. ฉ", "๒. ช", "- ซ"]


def test_what_wraps_words_is_read_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    """Tracked insertions, content controls, results of fields and text boxes count; deletions and second forms do not."""
    document = docx.Document()
    _add(
        document,
        "<w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins><w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:t>ควบคุม</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>ช่อง</w:t></w:r></w:fldSimple>",
    )
    _add(
        document,
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>ในกล่อง</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>ซ้ำ</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent><w:t>ข้างนอก</w:t></w:r>",
    )

    assert _read(_save(document, tmp_path)) == ["เพิ่มควบคุมช่อง", "ข้างนอก", "ในกล่อง"]


def test_merged_cells_stand_once_with_their_span(tmp_path: Path) -> None:
    """A cell merged down and one merged across keep their first place; tables in cells are read with them."""
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "มิติ"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "สองช่อง"
    table.cell(1, 1).text = "ก"
    table.cell(2, 2).add_table(1, 1).cell(0, 0).text = "ตารางใน"
    (found,) = [block for block in read_document(_save(document, tmp_path)).blocks if isinstance(block, Table)]

    assert [(cell.row, cell.column, cell.rows, cell.columns, cell.paragraphs[0].text) for cell in found.cells] == [
        (0, 0, 3, 1, "มิติ"),
        (0, 1, 1, 2, "สองช่อง"),
        (1, 1, 1, 1, "ก"),
        (2, 2, 1, 1, "ตารางใน"),
    ]


def test_heads_and_feet_of_pages_are_told_apart(tmp_path: Path) -> None:
    """What stands at the head of every page is read once, as a running head."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษของหน่วยงาน"
    document.add_paragraph("เนื้อความ")
    found = list(read_document(_save(document, tmp_path)).iter_paragraphs())

    assert [(paragraph.text, paragraph.is_running) for paragraph in found] == [
        ("หัวกระดาษของหน่วยงาน", True),
        ("เนื้อความ", False),
    ]


def test_rows_between_bars_are_a_table(tmp_path: Path) -> None:
    """What a program that reads pictures wrote and somebody pasted into Word keeps its columns."""
    document = docx.Document()
    for text in ("ผู้รับผิดชอบ", "| ตำแหน่ง | หน้าที่ |", "| --- | --- |", "| ปลัด | |", "ข้อความต่อไป"):
        document.add_paragraph(text)

    before, table, after = read_document(_save(document, tmp_path)).blocks

    assert not isinstance(before, Table)
    assert not isinstance(after, Table)
    assert isinstance(table, Table)
    found = [(cell.row, cell.column, cell.paragraphs[0].text) for cell in table.cells]
    assert found == [(0, 0, "ตำแหน่ง"), (0, 1, "หน้าที่"), (1, 0, "---"), (1, 1, "---"), (2, 0, "ปลัด")]
    assert table.cells[-1].paragraphs[0].place == "ย่อหน้า 4 ช่อง 1"
