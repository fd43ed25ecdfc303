"""Word files of letters, read back: the same words as the blocks, set for Thai, the same bytes twice."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import pytest
from conftest import MADE_UP_PLANS
from docx.oxml.ns import qn
from msgspec.structs import replace
from printed_papers import list_plan_documents
from prongsai.blocks.blocks import Block, Cell, Items, Row, Section, Table, cell, heads, line, number_lines, paragraph
from prongsai.documents.document import Document, Layout, Part
from prongsai.fonts.advances import measure_text
from prongsai.outputs.word.letters import FONT, RELATIVE_SIZE, write_word_letter
from prongsai.thai.digits import to_thai


@pytest.fixture(scope="module")
def letters() -> dict[str, Document]:
    """Return the letters of the made-up LAOs by the name of their page."""
    documents = list_plan_documents(MADE_UP_PLANS)
    return {d.page.rpartition("/")[2][:-3]: d for d in documents if d.layout is Layout.LETTER}


def read(document: Document) -> Any:
    """Write a letter and open it as Word does."""
    return docx.Document(BytesIO(write_word_letter(document)))


def read_body(word: Any) -> list[str]:
    """Return the texts of paragraphs and table cells in their order, each merged cell once."""
    texts: list[str] = []
    for item in word.iter_inner_content():
        if hasattr(item, "rows"):
            seen = []
            for row in item.rows:
                for box in row.cells:
                    if box._tc not in seen:  # noqa: SLF001 - the only way to tell a merged cell
                        seen.append(box._tc)  # noqa: SLF001
                        texts.append(box.text)
        else:
            texts.append(item.text)
    return texts


def make_letter(*blocks: Any, is_sample: bool = False) -> Document:
    """Return a letter of these blocks."""
    parts = (Part("", (Section("", "", blocks),)),)
    return Document("x/announcements/a.md", "ทดสอบ 1", Layout.LETTER, lambda: parts, is_sample=is_sample)


def iter_blocks(document: Document) -> Iterator[Block]:
    """Yield every block of a letter."""
    return (block for part in document.parts for section in part.sections for block in section.blocks)


def test_an_announcement_says_its_words_in_order(letters: dict[str, Document]) -> None:
    """Title, subject, paragraphs, closing, date, room for the signature, position; all with Thai digits."""
    plan = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. ๒๕๖๖ - ๒๕๗๐)"
    assert read_body(read(letters["adopt-2565"])) == [
        "ประกาศองค์การบริหารส่วนตำบลหนองแสงทอง",
        f"เรื่อง ประกาศใช้{plan} ขององค์การบริหารส่วนตำบลหนองแสงทอง",
        (
            f"ด้วยองค์การบริหารส่วนตำบลหนองแสงทองได้จัดทำ{plan} "
            "เพื่อเป็นกรอบในการป้องกันการทุจริตและยกระดับคุณธรรมและความโปร่งใสของหน่วยงาน"
        ),
        (
            "ดังนั้น เพื่อแสดงเจตจำนงในการต่อต้านการทุจริตให้เป็นรูปธรรม "
            "จึงประกาศใช้แผนปฏิบัติการดังกล่าว รายละเอียดปรากฏตามแผนแนบท้ายประกาศนี้"
        ),
        "จึงประกาศมาให้ทราบโดยทั่วกัน",
        "ประกาศ ณ วันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๕",
        f"({'.' * 46})",
        "นายกองค์การบริหารส่วนตำบลหนองแสงทอง",
    ]


def test_a_memo_carries_its_computed_tables(letters: dict[str, Document]) -> None:
    """The memo's sums stand in the Word file as on the page."""
    word = read(letters["memo-2566-12"])
    plan, results, _opinions = word.tables
    assert [box.text for box in plan.rows[0].cells] == ["มิติ", "จำนวนโครงการ", "งบประมาณตามแผน (บาท)"]
    assert [box.text for box in plan.rows[1].cells] == ["มิติที่ ๑ การสร้างวัฒนธรรมสุจริต", "๔", "๒๓๐,๐๐๐"]
    assert [box.text for box in results.rows[2].cells][:4] == ["มิติที่ ๑", "๔", "๒๓๐,๐๐๐", "๓"]
    assert "อนุมัติตามที่เสนอ" in "\n".join(read_body(word))


def test_opinions_stand_side_by_side(letters: dict[str, Document]) -> None:
    """Two share a row without borders, each whole in its cell; the third stands below over the whole width."""
    word = read(letters["memo-2566-06"])
    (opinions,) = (table for table in word.tables if "ความเห็น" in table.cell(0, 0).text)
    assert opinions.style.name == "Normal Table"
    first, second = ([text for text in box.text.splitlines() if "." not in text] for box in opinions.rows[0].cells)
    assert first == ["ความเห็นหัวหน้าสำนักปลัด", "หัวหน้าสำนักปลัด"]
    assert (second[0], second[-1]) == (
        "ความเห็นปลัดองค์การบริหารส่วนตำบล",
        "ปลัดองค์การบริหารส่วนตำบลหนองแสงทอง",
    )
    assert "ความเห็นนายกองค์การบริหารส่วนตำบลหนองแสงทอง" in [text.text for text in word.paragraphs]


def test_choices_are_ticked(letters: dict[str, Document]) -> None:
    """The choice taken has a tick; the words of an opinion follow."""
    texts = "\n".join(read_body(read(letters["memo-2566-12"]))).splitlines()
    assert texts.count("(√) เห็นชอบตามที่เสนอ") == 1
    assert texts.count("(√) อนุมัติตามที่เสนอ") == 1
    place = texts.index("(√) อื่น ๆ")
    assert texts[place + 1].startswith("เห็นควรอนุมัติ")


def test_no_arabic_digit_is_left(letters: dict[str, Document]) -> None:
    """Official papers use Thai digits."""
    for document in letters.values():
        assert not [text for text in read_body(read(document)) if any("0" <= letter <= "9" for letter in text)]


def test_every_run_is_set_for_thai(letters: dict[str, Document]) -> None:
    """Font, size and weight are there for complex scripts too, and the language is Thai."""
    count = 0
    for document in letters.values():
        word = read(document)
        boxes = [box for table in word.tables for row in table.rows for box in row.cells]
        holders = [*word.paragraphs, *(p for box in boxes for p in box.paragraphs), *word.sections[0].header.paragraphs]
        for run in (run for holder in holders for run in holder.runs if run.text.strip()):
            properties = run._element.rPr  # noqa: SLF001 - python-docx has no complex scripts
            assert {properties.rFonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {FONT}
            sizes = [properties.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("sz", "szCs")]
            assert sizes[0] == sizes[1]
            assert (properties.find(qn("w:b")) is None) is (properties.find(qn("w:bCs")) is None)
            assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
            count += 1
    assert count > 150


def test_sizes_are_those_of_official_papers(letters: dict[str, Document]) -> None:
    """Text has 16 points, the title of a memo 29 and its labels 20, both bold."""
    word = read(letters["memo-2566-12"])
    title, unit = word.paragraphs[:2]
    assert [(run.text, run.font.size.pt, run.font.bold) for run in title.runs] == [("บันทึกข้อความ", 29, True)]
    assert [(run.font.size.pt, run.font.bold) for run in unit.runs] == [(20, True), (16, None)]


def test_the_page_is_that_of_official_papers(letters: dict[str, Document]) -> None:
    """A4, three centimetres left and two right."""
    page = read(letters["adopt-2565"]).sections[0]
    sizes = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    assert [round(size.cm, 1) for size in sizes] == [21, 29.7, 3, 2]


@pytest.mark.parametrize("is_sample", [True, False])
def test_only_examples_are_marked(*, is_sample: bool) -> None:
    """The header of an example says that it is no paper of an office."""
    header = read(make_letter(paragraph("ก"), is_sample=is_sample)).sections[0].header
    expected = "ตัวอย่าง · ไม่ใช่เอกสารของทางราชการ" if is_sample else ""
    assert header.paragraphs[0].text == expected


def test_merged_cells_are_in_their_places() -> None:
    """A heading over two rows and one over two columns leave each other their places."""
    first: tuple[Cell, ...] = (cell("มิติ", scope="col", rowspan=2), cell("โครงการ", scope="colgroup", colspan=2))
    head = (Row(first), Row(heads("แผน", "ผล")))
    rows = (
        Row((cell("ก", scope="rowgroup", rowspan=2), cell("1"), cell("2"))),
        Row((cell("3"), cell("4"))),
    )
    table = read(make_letter(Table("t", "ตาราง", head, (rows,)))).tables[0]
    assert [[box.text for box in row.cells] for row in table.rows] == [
        ["มิติ", "โครงการ", "โครงการ"],
        ["มิติ", "แผน", "ผล"],
        ["ก", "๑", "๒"],
        ["ก", "๓", "๔"],
    ]


def test_heading_rows_repeat_on_every_page() -> None:
    """Word is told which rows are headings."""
    table = Table("t", "ตาราง", (Row(heads("ก", "ข")),), ((Row((cell("1"), cell("2"))),),))
    rows = read(make_letter(table)).tables[0].rows
    headings = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in rows]  # noqa: SLF001
    assert [heading is not None for heading in headings] == [True, False]


def test_number_and_date_of_a_memo_share_a_line(letters: dict[str, Document]) -> None:
    """ที่ and วันที่ stand in one paragraph, apart by a tab; the other heads have a line each."""
    texts = read_body(read(letters["memo-2566-12"]))
    assert texts[2] == "ที่  สม ๐๐๑๐๑/๒๔๕\tวันที่  ๙ ตุลาคม ๒๕๖๖"
    assert [text.split("  ")[0] for text in texts[1:5]] == ["ส่วนราชการ", "ที่", "เรื่อง", "เรียน"]


@pytest.mark.parametrize("amount", ["1,234,567", "999,999.99", "1,234,567.89"])
def test_an_amount_stands_on_one_line(letters: dict[str, Document], amount: str) -> None:
    """A column of amounts is as wide as the amount, in its letters, and the cells' margins."""
    results = next(
        block for block in iter_blocks(letters["memo-2566-12"]) if getattr(block, "id", "") == "memo-results"
    )
    filled = replace(
        results, foot=(Row(tuple(replace(each, lines=(line(amount),)) for each in results.foot[0].cells)),)
    )
    table = read(make_letter(filled)).tables[0]
    margins = [int(each.get(qn("w:w"))) / 20 for each in table._tbl.tblPr.find(qn("w:tblCellMar"))]  # noqa: SLF001
    for box, each in zip(table.rows[-1].cells, results.foot[0].cells, strict=True):
        if each.kind == "money":
            size = box.paragraphs[0].runs[0].font.size.pt * RELATIVE_SIZE
            assert measure_text(to_thai(amount)) * size + sum(margins) <= box.width.pt


def test_rows_and_headings_stay_whole(letters: dict[str, Document]) -> None:
    """No row is broken over pages; headings and captions stand on the page of what follows."""
    word = read(letters["memo-2566-12"])
    rows = [row for table in word.tables for row in table.rows]
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)  # noqa: SLF001
    kept = [each.text for each in word.paragraphs if each.paragraph_format.keep_with_next]
    assert {"บันทึกข้อความ", "๑. เรื่องเดิม", "๒. ข้อเท็จจริง", "๓. ข้อเสนอ", "โครงการและงบประมาณตามแผน"} <= set(kept)


def test_hostile_text_is_only_text() -> None:
    """Text that looks like XML, a field or a path stays text."""
    text = "<w:p/> & ]]> {HYPERLINK} \\\\server\\x 😀"
    assert read_body(read(make_letter(paragraph(text), Items(number_lines((text, text))))))[0] == text


def test_nested_lists_keep_their_numbers() -> None:
    """Numbers and bullets are written as text, so that they stay those of the document."""
    nested = Items((type(line("ก"))(line("ก").spans, "1)", (line("ข", number="-"),)),))
    assert read_body(read(make_letter(nested))) == ["๑) ก", "• ข"]


def test_the_file_tells_nothing_but_its_words(letters: dict[str, Document]) -> None:
    """No author, no time, no program's name; the title and the language are there."""
    word = read(letters["adopt-2565"]).core_properties
    assert (word.author, word.last_modified_by, word.comments, word.language) == ("", "", "", "th-TH")
    assert word.title.startswith("ประกาศองค์การบริหารส่วนตำบลหนองแสงทอง")
    with zipfile.ZipFile(BytesIO(write_word_letter(letters["adopt-2565"]))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
