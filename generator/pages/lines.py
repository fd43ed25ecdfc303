"""The lines of a paper as HTML: words, links, marks of status, lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.papers.blocks import Inline, Line, Span, StatusMark

Write = Callable[[str], Markup]
# A word of two letters or more, and what follows it up to the next Thai letter or digit: Integrity and Transparency.
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’&/.@, -]*[A-Za-z]")


class LineWriter(NamedTuple):
    """Writes the lines of one page.

    Attributes:
        write: Sets digits and escapes a text.
        url: Returns the relative address of a path in ``content/``, escaped.
        address: Escapes a web address or code.
    """

    write: Write
    url: Write
    address: Write

    def spans(self, line: Line) -> Markup:
        """Return a line without its number."""
        return Markup(self._spans(line))  # noqa: S704 - every part of it was escaped

    def items(self, lines: Sequence[Line]) -> Markup:
        """Return lines as a list with the numbers of the document."""
        return Markup(self._items(lines))  # noqa: S704 - every part of it was escaped

    def _items(self, lines: Sequence[Line]) -> str:
        return f'<ol class="items">\n{"".join(map(self._item, lines))}</ol>'

    def _item(self, line: Line) -> str:
        number = "•" if line.number == "-" else self.write(line.number)
        mark = f'<span class="no">{number}</span> ' if number else ""
        children = f"\n{self._items(line.children)}" if line.children else ""
        return f"<li>{mark}<span>{self._spans(line)}</span>{children}</li>\n"

    def _spans(self, line: Line) -> str:
        return "".join(map(self._span, line.spans))

    def _mark_english(self, text: str) -> str:
        """Write a Thai text; a reading voice is told where it turns English."""
        parts: list[str] = []
        end = 0
        for found in _ENGLISH.finditer(text):
            if end < found.start():
                parts.append(self.write(text[end : found.start()]))
            parts.append(f'<span lang="en">{self.write(found[0])}</span>')
            end = found.end()
        return "".join((*parts, self.write(text[end:]))) if parts else self.write(text)

    def _span(self, span: Inline) -> str:
        text = self.write(span.text) if isinstance(span, Span) and span.lang else self._mark_english(span.text)
        if isinstance(span, StatusMark):
            sign = '<span class="sign" aria-hidden="true"></span>'
            return f'<span class="status status-{span.status.value}">{sign}{text}</span>'
        if span.target:
            is_outside = "://" in span.target
            target = self.address(span.target) if is_outside else self.url(span.target)
            rel = ' rel="noopener"' if is_outside else ""
            return f'<a href="{target}"{rel}>{text}</a>'
        if span.kind == "strong":
            return f"<strong>{text}</strong>"
        if span.kind == "meta":
            return f'<span class="meta">{text}</span>'
        return f'<span lang="{self.address(span.lang)}">{text}</span>' if span.lang else text
