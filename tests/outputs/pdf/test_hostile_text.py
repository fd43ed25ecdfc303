"""Text that means something to Typst, PDF or the shell is printed as it stands, or refused in one Thai sentence."""

from __future__ import annotations

import pytest
from copying import copy_with_pdfium, squeeze
from printed_papers import print_document
from prongsai.blocks.blocks import (
    Block,
    Choices,
    Facts,
    Items,
    Members,
    Row,
    Section,
    Signature,
    Span,
    Table,
    cell,
    heads,
    line,
    paragraph,
)
from prongsai.documents.document import Document, Layout, Part
from prongsai.exceptions import TypesettingError
from prongsai.thai.digits import to_thai
from structure import find_content_faults, find_font_faults, find_structure_faults

HOSTILE = {
    "code": '#panic("x") #eval("1+1") #import "a.typ": *',
    "maths": "$ x^2 $ และ $1",
    "reference": "@label <label> <script>alert(1)</script> &amp;",
    "content": "[ ข้อความ ] ][ ]] [[",
    "backslashes": "\\ \\u{41} \\n C:\\แผน",
    "emphasis": "*หนา* _เอียง_ `โค้ด` ```",
    "comment": "// หมายเหตุ /* ยาว */ //",
    "address": "https://example.go.th/a?b=1&c=2 และ mailto:a@example.go.th",
    "list": "- ก + ข = ค / ง: จ",
    "heading": "= หัวข้อ == หัวข้อรอง",
    "shorthand": "~ -- --- ... 'x' \"y\" -5",
    "json": '{"a": [1, null], "b": "\\"}',
    "jinja": "{{ 7 * 7 }} {% if x %} <# #>",
}
LONG_WORD = "ก" * 2000


def make_document(*texts: str, layout: Layout = Layout.CARD) -> Document:
    """Return a document with each text in every place that can hold one."""
    parts = tuple(Part(text, (Section("a", text, make_blocks(text)),), "ส่วนที่ 1") for text in texts)
    return Document("x/projects/a.md", texts[0], layout, lambda: parts, cover=texts, cover_foot=texts)


def make_blocks(text: str) -> tuple[Block, ...]:
    """Return blocks of every kind that hold a text."""
    return (
        paragraph(text, kind="title"),
        paragraph(Span(text, "https://example.go.th/#a"), Span(text, kind="strong"), Span(text, kind="meta")),
        Items((line(text, number="1)"), line(text, number="-"))),
        Facts((("เรื่อง", line(text)),)),
        Members((("1.", text, text),)),
        Choices(((text, True), (text, False)), text),
        Table("t", text, (Row(heads(text, text)),), ((Row((cell(text, scope="row"), cell(text, text))),),)),
        Signature(text, text),
    )


@pytest.mark.parametrize("layout", list(Layout))
def test_markup_is_printed_as_it_stands(layout: Layout) -> None:
    """No markup of any kind is carried out, in no place of a document."""
    paper = print_document(make_document(*HOSTILE.values(), layout=layout))
    copied = "".join(squeeze(page) for page in copy_with_pdfium(paper.finished))
    counts = {name: copied.count(squeeze(to_thai(text))) for name, text in HOSTILE.items()}
    assert {name: count for name, count in counts.items() if count < 14} == {}


@pytest.mark.slow
@pytest.mark.parametrize("layout", list(Layout))
def test_a_word_longer_than_a_page_is_set(layout: Layout) -> None:
    """A word without any place to break still gives a whole PDF that follows the standards."""
    paper = print_document(make_document(LONG_WORD, layout=layout))
    with paper.open() as pdf:
        assert [*find_content_faults(pdf), *find_structure_faults(pdf), *find_font_faults(pdf)] == []


def test_letters_without_a_shape_are_seen_to_be_missing() -> None:
    """A letter that the font lacks, of which the checker warns, stops no paper; the words around it stay."""
    shown = {
        "ยิ้ม 😀": "ยิ้ม [?]",
        "เขียน漢字": "เขียน[?][?]",
        "กลับ\ufffe": "กลับ[?]",
        "ส่วนตัว\ue000": "ส่วนตัว[?]",
        "\ufeffก ☑ ข": "ก [?] ข",
    }
    paper = print_document(make_document(*shown))
    copied = "".join(squeeze(page) for page in copy_with_pdfium(paper.finished))
    assert [text for text in shown.values() if copied.count(squeeze(text)) < 14] == []
    with paper.open() as pdf:
        assert [*find_content_faults(pdf), *find_font_faults(pdf)] == []


@pytest.mark.parametrize("text", ["\u0000", "\u0007"], ids=ascii)
def test_control_characters_are_refused(text: str) -> None:
    """Reading refuses them; one that came all the same stops the print with one sentence that names the document."""
    with pytest.raises(TypesettingError, match=r"^จัดหน้า x/projects/x-a\.pdf ไม่ได้: "):
        print_document(make_document(text))


def test_invisible_letters_do_no_harm() -> None:
    """Spaces and marks without a shape neither stop the print nor break the standards."""
    texts = ("ก\u200bข", "ก\u00adข", "ก\u2060ข", "ก\tข", "ก\nข", "ก\u00a0ข", "ก\u202eข")
    with print_document(make_document(*texts)).open() as pdf:
        assert [*find_content_faults(pdf), *find_font_faults(pdf)] == []


def test_an_empty_document_is_set() -> None:
    """A document without any text is one page, not a failure."""
    document = Document("x/projects/a.md", "ว่าง", Layout.CARD, lambda: (Part("", (Section("", "", ()),)),))
    with print_document(document).open() as pdf:
        assert len(pdf.pages) == 1
