"""The lines of a paper as HTML: words, links, marks of status, lists, rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from prongsai.blocks.blocks import Cell, Inline, Line, Mark, Row

Write = Callable[[str], Markup]

_LISTS = frozenset({"parts", "addresses"})
_CLASSES = {"money": "num money", "traced": "num"} | dict.fromkeys(_LISTS, "")


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

    def row(self, row: Row) -> Markup:
        """Return a row of a table."""
        kind = ' class="subtotal"' if row.is_subtotal else ""
        data = "".join(f' data-{self.address(name)}="{self.address(value)}"' for name, value in row.data)
        return Markup(f"<tr{kind}{data}>{''.join(map(self._cell, row.cells))}</tr>")  # noqa: S704 - every part was escaped

    def _cell(self, cell: Cell) -> str:
        tag = "th" if cell.scope else "td"
        attributes = {
            "scope": cell.scope,
            "class": _CLASSES.get(cell.kind, cell.kind) if _has_amount(cell) else "num",
            "colspan": str(cell.colspan) if cell.colspan > 1 else "",
            "rowspan": str(cell.rowspan) if cell.rowspan > 1 else "",
        }
        given = "".join(f' {name}="{self.address(value)}"' for name, value in attributes.items() if value)
        if cell.label and not cell.scope:
            given += f' data-label="{self.write(cell.label)}"'
        return f"<{tag}{given}>{self._cell_text(cell)}</{tag}>"

    def _cell_text(self, cell: Cell) -> str:
        if not cell.lines:
            return ""
        if cell.kind == "tick":
            return f'<span aria-hidden="true">☑</span><span class="spoken">{self.write(cell.text)}</span>'
        if cell.kind == "folded":
            return f"<details><summary>ดูไฟล์และบรรทัด</summary>{'<br>'.join(map(self._spans, cell.lines))}</details>"
        if cell.kind == "traced":
            shown, *behind = map(self._spans, cell.lines)
            return f'<details class="traced"><summary>{shown}</summary>{"<br>".join(behind)}</details>'
        if cell.kind == "controls":
            return "".join(
                f'<span class="line">{self.write(line.number)} {self._spans(line)}</span>' for line in cell.lines
            )
        if cell.kind in _LISTS:
            return f'<ul class="{cell.kind}">{"".join(f"<li>{self._spans(line)}</li>" for line in cell.lines)}</ul>'
        return self._items(cell.lines) if cell.lines[0].number else "<br>".join(map(self._spans, cell.lines))

    def _items(self, lines: Sequence[Line]) -> str:
        return f'<ol class="items">\n{"".join(map(self._item, lines))}</ol>'

    def _item(self, line: Line) -> str:
        number = "•" if line.number == "-" else self.write(line.number)
        mark = f'<span class="no">{number}</span> ' if number else ""
        children = f"\n{self._items(line.children)}" if line.children else ""
        return f"<li>{mark}<span>{self._spans(line)}</span>{children}</li>\n"

    def _spans(self, line: Line) -> str:
        return "".join(map(self._span, line.spans))

    def _span(self, span: Inline) -> str:
        text = self.write(span.text)
        if isinstance(span, Mark):
            sign = '<span class="sign" aria-hidden="true"></span>'
            return f'<span class="status status-{self.address(span.kind)}">{sign}{text}</span>'
        if span.target:
            is_outside = "://" in span.target or span.target.startswith("mailto:")
            target = self.address(span.target) if is_outside else self.url(span.target)
            if span.anchor:
                target += Markup("#") + self.address(span.anchor)
            rel = ' rel="noopener"' if is_outside else ""
            return f'<a href="{target}"{rel}>{text}</a>'
        match span.kind:
            case "strong":
                return f"<strong>{text}</strong>"
            case "code":
                return f"<strong>{self.address(span.text)}</strong>"
            case "thai":
                return f'<span lang="th">{text}</span>'
            case "meta" | "keep":
                return f'<span class="{span.kind}">{text}</span>'
            case "address":
                return f'<span class="address">{self.address(span.text)}</span>'
            case "copy":
                spoken = f'<span class="spoken"> {self.address(span.text)}</span>'
                return f'<button type="button" class="copy" hidden>คัดลอกที่อยู่{spoken}</button>'
            case _:
                return text


def _has_amount(cell: Cell) -> bool:
    """Tell whether a cell needs the room of an amount, or is none of money; words instead of one may take two lines."""
    return cell.kind != "money" or any(map(str.isdigit, cell.text))
