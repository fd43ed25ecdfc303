"""Generated pages as HTML without Python-Markdown: they are made of headings, paragraphs and raw HTML only.

What is anything else, or may be, is left to Python-Markdown. A test holds both equal, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

_HEADING = re.compile(r"(#{1,6}) (\S.*?) \{#([a-z0-9-]+)\}")
# Block elements as Python-Markdown knows them, of those that templates use.
_BLOCK = re.compile(
    r"<(address|aside|details|div|dl|figure|footer|form|h[1-6]|nav|noscript|ol|p|script|section|table|ul)(?=[\s>])"
)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|br|code|em|i|small|span|strong|sup)(?: [a-z-]+(?:=\"(?:[^\"<>&`]|&#[0-9]+;)*\")?)* ?/?>"
)
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'id="(?<=\bid=")([^"]*)"')  # found by its letters first, which is far quicker
# What begins a list, quotation, definition, rule, table or block of code, and what has a meaning inside a paragraph.
_OTHER_BLOCK = re.compile(r"\s|[-+*=:>|~`!\[#]|\d+[.)]\s|\d+[.)]$")
_SYNTAX = re.compile(r"[`*_\[\]\\{}!|^~$]|  $|&(?!#?\w+;)|<|>|[^\S ]|[\x00-\x1f\x7f-\x9f]| $")


class Heading(Struct, frozen=True):
    """A heading of a page: level from 1, id, text as plain HTML text without tags."""

    level: int
    id: str
    text: str


class DirectPage(Struct):
    """A page as HTML, with its headings and all of its ids."""

    html: str
    headings: list[Heading] = field(default_factory=list)

    @property
    def ids(self) -> set[str]:
        """Every id that can be linked to."""
        return {heading.id for heading in self.headings} | set(_ID.findall(self.html))


def convert(markdown: str) -> DirectPage | None:
    """Return a generated page's HTML; None where it has what only Python-Markdown knows."""
    page = DirectPage("")
    parts = []
    for block in _split(markdown):
        part = _convert_block(block, page)
        if part is None:
            return None
        parts.append(part)
    page.html = "\n".join(parts).strip()
    return page


def _convert_block(block: str, page: DirectPage) -> str | None:
    if heading := _HEADING.fullmatch(block):
        marks, text, anchor = heading.groups()
        if not _is_plain(text):
            return None
        page.headings.append(Heading(len(marks), anchor, _TAG.sub("", text)))
        return f'<h{len(marks)} id="{anchor}">{text}</h{len(marks)}>'
    if _BLOCK.match(block):
        return None if " markdown=" in block else block
    # One underscore alone emphasises nothing.
    plain = block.replace("_", "") if block.count("_") == 1 else block
    if any(_OTHER_BLOCK.match(line) or not _is_plain(line) for line in plain.split("\n")):
        return None
    return f"<p>{block}</p>"


def _is_plain(text: str) -> bool:
    """Tell whether a line of text means itself in Markdown."""
    return not _SYNTAX.search(_INLINE_TAG.sub("", text))


def _split(markdown: str) -> Iterator[str]:
    """Yield the blocks of a page: what stands between empty lines, and raw HTML to the end of its element."""
    lines = markdown.strip("\n").split("\n")
    at = 0
    while at < len(lines):
        start, first = at, lines[at]
        at += 1
        if not first.strip():
            continue
        if match := _BLOCK.match(first):
            depth = _count_open(match[1], first)
            while depth and at < len(lines):
                depth += _count_open(match[1], lines[at])
                at += 1
            # Python-Markdown keeps the end of the line where an empty one follows.
            yield "\n".join(lines[start:at]) + ("\n" if at == len(lines) or not lines[at].strip() else "")
            continue
        while not _HEADING.fullmatch(first) and at < len(lines) and lines[at].strip():
            at += 1
        yield "\n".join(lines[start:at])


def _count_open(name: str, line: str) -> int:
    """Return how many elements of a name a line opens and leaves open; no text of a generated page holds a tag's sign."""
    return line.count(f"<{name}>") + line.count(f"<{name} ") - line.count(f"</{name}>")
