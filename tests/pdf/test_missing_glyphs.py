"""A character that the font lacks stops no paper."""

from __future__ import annotations

from copying import copy_with_pdfium
from printed_papers import print_document

from generator.papers.blocks import Section, paragraph
from generator.papers.documents import Document, Layout, Part


def test_character_that_the_font_lacks() -> None:
    """The PDF standards allow none; it is seen that something is missing, and the words around it stay."""
    parts = (Part("", (Section("a", "", (paragraph("\ufeffก่อน ☑ หลัง 😀"),)),)),)

    [page] = copy_with_pdfium(
        print_document(Document("x/projects/a.md", "ชื่อ \ue000", Layout.CARD, lambda: parts)).finished
    )

    assert "ก่อน [?] หลัง [?]" in page
