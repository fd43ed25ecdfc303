"""Text from YAML shows on a page as it was typed, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from prongsai.outputs.pages.escaping import escape_text

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]
# What pages are written in: a paragraph, a heading, a list item, a cell of a raw table.
PLACES = {
    "paragraph": "before\n\n{}\n\nafter",
    "heading": "## {} {{#id}}\n",
    "bold": "**{}** after",
    "raw-cell": '<table class="data">\n<tr><td>{}</td></tr>\n</table>',
    "raw-item": "<ol>\n<li><span>{}</span></li>\n</ol>",
}
# Pieces with a meaning in Markdown or HTML, mixed with Thai text; no control characters, which reading refuses.
PIECES = st.sampled_from([
    "|", "\\", "`", "*", "_", "#", "{: .x}", "{{ x }}", "{#id}", "<script>alert(1)</script>", "&amp;", "&#42;", "[a](b)",
    "![a](b)", "<b>", "1. ", "๑. ", "- ", "+ ", "= ", "> ", ": ", "!!! note", "    ", "~~~", "```", "***", "---", "'", '"',
    "ก", "น้ำ", "ที่", "2566", "https://example.go.th", "$x$", "[^1]", "<!-- -->", "]]>", "onerror=", "javascript:", "--",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(st.characters(min_codepoint=32, max_codepoint=0xFF, exclude_categories=["Cc", "Zs"]), max_size=4), min_size=1, max_size=8).map("".join)  # fmt: skip


def show(markdown: str) -> html.HtmlElement:
    """Return the rendered Markdown as a tree."""
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(markdown), create_parent="div")


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@given(text=TEXTS)
def test_text_shows_as_typed(place: str, text: str) -> None:
    """White space at the ends and runs of it apart, every character is there and nothing else."""
    typed = " ".join(text.split())
    shown = " ".join(show(place.format(escape_text(typed))).text_content().split())
    assert typed in shown


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
@given(text=TEXTS)
def test_text_adds_no_element(place: str, text: str) -> None:
    """Text brings no element and no attribute of its own."""
    plain = [(element.tag, dict(element.attrib)) for element in show(place.format("x")).iter()]
    typed = [
        (element.tag, dict(element.attrib)) for element in show(place.format(escape_text(text.strip() or "x"))).iter()
    ]
    assert typed == plain


@given(text=TEXTS)
def test_text_stays_inside_an_attribute(text: str) -> None:
    """Text in an attribute does not end it."""
    element = html.fragment_fromstring(f'<a title="{escape_text(text)}">x</a>')
    assert element.attrib.keys() == ["title"]
    assert element.get("title") == text.replace("\n", "<br>")


def test_newline_becomes_a_line_break() -> None:
    """A newline shows as a line break and starts no Markdown block."""
    assert escape_text("ก\n- ข") == "ก<br>- ข"


@pytest.mark.parametrize("text", ["1. ก", "๑. ก", "12) ก", "- ก", "+ ก", "= ก", ": ก"], ids=range(7))
def test_line_start_is_no_list(text: str) -> None:
    """A number, dash, plus, equals sign or colon at the start makes no list, heading or definition."""
    assert [element.tag for element in show(str(escape_text(text))).iter()] == ["div", "p"]


@pytest.mark.parametrize("text", ["100.00", "2.2.2", "ปี 2566 - 2570", "(พ.ศ. 2566)"], ids=range(4))
def test_ordinary_text_stays_readable(text: str) -> None:
    """Numbers, ranges and brackets are not touched, so that the Markdown can be read."""
    assert escape_text(text) == text
