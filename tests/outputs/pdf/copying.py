"""What a reader gets who copies text out of a PDF, next to what the document says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import pypdf
import pypdfium2
from prongsai.blocks.blocks import (
    Block,
    Choices,
    Drawing,
    Facts,
    Heading,
    Items,
    Line,
    Members,
    Paragraph,
    Photos,
    Signature,
    Table,
)
from prongsai.documents.document import Document
from prongsai.records.lao import Numerals
from prongsai.thai.digits import to_thai

# Page numbers stand on every page; dots lead to a page number or wait for a signature.
_PAGE_NUMBER = re.compile(r"^(- [๐-๙]+ -|หน้า [๐-๙]+ จาก [๐-๙]+)\s*$", re.MULTILINE)
_DOTS = re.compile(r"(?:\. ?){4,}|…+")


def copy_with_pdfium(data: bytes) -> list[str]:
    """Return each page's text as Chromium's viewer copies it."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_clean(page.get_textpage().get_text_bounded()) for page in pdf]
    finally:
        pdf.close()


def copy_with_pypdf(data: bytes) -> list[str]:
    """Return each page's text letter by letter from the fonts' maps, as Firefox's viewer does."""
    return [_clean(page.extract_text()) for page in pypdf.PdfReader(BytesIO(data)).pages]


def copy_with_poppler(data: bytes) -> list[str]:
    """Return each page's text as Evince and Okular copy it."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return [_clean(page) for page in text.split("\f")]


def _clean(text: str) -> str:
    # The word joiner only keeps a page number in the contents from a line of its own.
    return _PAGE_NUMBER.sub("", text.replace("\r\n", "\n").replace("\u2060", ""))


def squeeze(text: str) -> str:
    """Return a text without white space and dotted lines, which depend on where lines break."""
    return re.sub(r"\s", "", _DOTS.sub("", text))


def list_printed_texts(document: Document) -> Iterator[str]:
    """Yield what a document says on paper in reading order: Thai digits, bullets and ticks set."""
    yield from map(to_thai, (*document.cover, *document.cover_foot))
    for part in document.parts:
        yield to_thai(f"{part.number} {part.title}")
        for section in part.sections:
            digits = str if section.numerals is Numerals.ARABIC else to_thai
            yield to_thai(section.title)
            for block in section.blocks:
                yield from map(digits, _iter_block(block))


def _iter_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(line=line):
            yield line.text
        case Items(lines=lines) | Photos(lines=lines):
            yield from _iter_lines(lines)
        case Facts(pairs=pairs):
            yield from (f"{name} {value.text}" for name, value in pairs)
        case Members(rows=rows):
            yield from (" ".join(row) for row in rows)
        case Choices(options=options, words=words):
            yield from (f"({'√' if is_chosen else ''}) {label}" for label, is_chosen in options)
            yield words
        case Signature(name=name, position=position):
            yield f"({name})"
            yield position
        case Table():
            yield "" if block.has_own_heading else block.caption
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    if cell.kind == "tick":
                        yield "√" if cell.lines else ""
                    else:
                        yield from _iter_lines(cell.lines)
        case Drawing(chart=chart):
            yield chart.title


def _iter_lines(lines: Iterable[Line]) -> Iterator[str]:
    for item in lines:
        yield f"{'•' if item.number == '-' else item.number} {item.text}"
        yield from _iter_lines(item.children)


def count_common(first: str, second: str) -> int:
    """Return the length of the longest common subsequence (Crochemore's bit-parallel algorithm)."""
    places: dict[str, int] = {}
    for place, letter in enumerate(first):
        places[letter] = places.get(letter, 0) | 1 << place
    everything = state = (1 << len(first)) - 1
    for letter in second:
        matched = state & places.get(letter, 0)
        state = (state + matched | state - matched) & everything
    return len(first) - state.bit_count()


VIEWERS: dict[str, Callable[[bytes], list[str]]] = {
    "pdfium": copy_with_pdfium,
    "pypdf": copy_with_pypdf,
    "poppler": copy_with_poppler,
}


def count_missing(texts: Iterable[str], copied: str) -> int:
    """Return the characters of the texts that are not copied whole, nor in two parts where a page ends in between."""
    return sum(len(text) for text in texts if text not in copied and not _is_in_two_parts(text, copied))


def _is_in_two_parts(text: str, copied: str) -> bool:
    return any(text[:place] in copied and text[place:] in copied for place in range(1, len(text)))
