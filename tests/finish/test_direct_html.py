"""Pages that do not pass through Python-Markdown are what it would have made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.finish.direct_html import convert
from prongsai.outputs.pages.escaping import escape_text
from prongsai.outputs.writer import is_generated

MARKDOWN = {
    "extensions": ["admonition", "attr_list", "md_in_html", "tables", "toc", "fenced_code"],
    "extension_configs": {"tables": {"use_align_attribute": True}, "toc": {"toc_depth": 6}},
}


def convert_by_markdown(text: str) -> tuple[str, str]:
    """Return HTML and table of contents as Python-Markdown makes them."""
    markdown = Markdown(**MARKDOWN)
    return markdown.convert(text), str(get_toc(markdown.toc_tokens))  # type: ignore[attr-defined]


@pytest.mark.slow
def test_generated_pages_are_the_same(tmp_path: Path) -> None:
    """Every page of the made-up LAOs is the same letter for letter; most need no Python-Markdown."""
    write_site(check_plans(MADE_UP_PLANS), tmp_path, Settings(dt.date(2025, 5, 1)))
    pages = [page.read_text(encoding="utf-8") for page in tmp_path.glob("*/**/*.md") if is_generated(page)]
    pages = [page for page in pages if "\nlao: " in page]
    texts = [get_data(page)[0] for page in pages]
    direct = {text: page for text in texts if (page := convert(text))}

    assert len(direct) > 0.6 * len(texts)
    for text, page in direct.items():
        html, contents = convert_by_markdown(text)
        assert page.html == html
        lines = [f"{heading.text} - #{heading.id}" for heading in page.headings]
        assert lines == [line.strip() for line in contents.splitlines()]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
@example(["1. ก", "- ข", "ค"])
@example(["<b>", "&amp;", "a_b_c", "http://x.y"])
@example(["ก  ", "\tข", " ค", "๑) ง"])
def test_any_text_is_the_same(texts: list[str]) -> None:
    """Whatever a record says, in a paragraph and in a heading."""
    page = "\n\n".join(
        f"## {escape_text(text)} {{#a{number}}}\n\n{escape_text(text)}" for number, text in enumerate(texts)
    )
    found = convert(page)

    if found:
        assert found.html == convert_by_markdown(page)[0]


@pytest.mark.parametrize(
    "text",
    ["- a", "1. a", "> a", "| a | b |\n|---|---|", "    code", "a\n===", "*a*", "[a](b.md)", "![a](b.png)", "`a`",
     '<div markdown="1">\n*a*\n</div>', "a  \nb", "<x>", "a & b", "!!! note\n    a", "## a", "# a {.b}", ": a", "~~~\na\n~~~"],
)  # fmt: skip
def test_other_markdown_is_left_alone(text: str) -> None:
    """What a person may write is not taken for a generated paragraph."""
    assert convert(text) is None
