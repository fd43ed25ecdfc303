"""Which characters of a file one change replaces."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from prongsai.editing.rendering import render_block, render_entry, render_flow, render_pair, render_text
from prongsai.editing.tree import BREAK, Entry, Node, find_column, find_line_end, find_line_start

_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")


class Splice(NamedTuple):
    """Characters of the file, from ``start`` up to ``end``, and what takes their place."""

    start: int
    end: int
    new: str


def splice_value(text: str, parent: Node, entry: Entry, value: Any) -> list[Splice]:
    """Return how an entry gets a value; as everywhere here, the last splice of the file first.

    In a block a value has two parts: what stands behind the dash or colon, and the lines below. A comment behind the
    first stays behind it, whatever each part holds before and after.
    """
    node = entry.value
    if parent.is_flow:
        return [Splice(node.start, node.end, render_flow(value, node.style))]
    if node.is_flow and node.entries and value and not isinstance(value, str):
        return [Splice(node.start, node.end, render_flow(value))]
    has_own_lines = node.text is None and not node.is_flow and find_line_start(text, node.start) > entry.after
    keeps_indent = has_own_lines and not isinstance(value, str) and isinstance(value, list) == node.is_list
    inner = find_column(text, node.start) if keeps_indent else None
    is_item = entry.key is None and not has_own_lines
    old = BREAK.split(text[node.start : node.end])[1:] if node.style == ">" else []
    head, lines = render_block(
        value, entry.column, is_item=is_item, style=node.style, inner=inner, old=[line.lstrip(" ") for line in old]
    )
    if has_own_lines:
        start = end = entry.after
        below = (_find_end_before(text, node.start), find_line_end(text, node.end))
        if isinstance(value, str) and find_line_end(text, start) < below[0]:
            head, lines = render_text(value), []  # a block would take the comments above the list for its text
    elif sign := _match_block_sign(text, node):
        start, end = sign.span()
        below = (find_line_end(text, end), max(node.end, find_line_end(text, end)))
    else:
        start, end = node.start, node.end if node.text is not None or node.is_flow else find_line_end(text, node.end)
        below = (find_line_end(text, end),) * 2
    if not head and not text[entry.after : start].strip():
        start = entry.after
    elif head and start == entry.after > entry.start:
        head = f" {head}"
    new = "".join(find_break(text) + line for line in lines)
    return [Splice(*below, new), Splice(start, end, head)]


def splice_new(text: str, parent: Node, index: int, key: str | None, value: Any) -> list[Splice]:
    """Return how a list or mapping that holds something gets an entry before the one with this index."""
    entries = parent.entries
    before = entries[index - 1].value if index else None
    if parent.is_flow:
        new = render_pair(key, value)
        gap = text[entries[0].value.end : entries[1].start] if len(entries) > 1 else ""
        comma = gap if re.fullmatch(", *", gap) else ", "
        if before is None:
            return [Splice(entries[0].start, entries[0].start, new + comma)]
        return [Splice(before.end, before.end, comma + new)]
    column = entries[0].column
    indent, line_end = " " * column, find_break(text)
    lines = render_entry(key, value, column)
    if before is None:
        return [Splice(entries[0].start, entries[0].start, line_end.join([*lines, indent]))]
    position = find_line_end(text, before.end)
    new = "".join(line_end + line for line in [indent + lines[0], *lines[1:]])
    return [Splice(position, position, new), *_strip_last_block(text, before)]


def _strip_last_block(text: str, node: Node) -> list[Splice]:
    """A block of text that ends the file without a line break would get one by what is added behind it."""
    while node.entries:
        node = node.entries[-1].value
    sign = _match_block_sign(text, node)
    if not sign or node.end < len(text):
        return []
    return [Splice(*sign.span(), re.sub(r"[-+]|\Z", "-", sign[0], count=1))]


def _match_block_sign(text: str, node: Node) -> re.Match[str] | None:
    return _BLOCK_SIGN.match(text, node.start) if node.style in {"|", ">"} else None


def splice_removal(text: str, parent: Node, index: int) -> list[Splice]:
    """Return how an entry that has others beside it goes; comments on lines of their own stay."""
    entry, others = parent.entries[index], parent.entries
    following = others[index + 1] if index + 1 < len(others) else None
    if parent.is_flow:
        return [_splice_flow_removal(text, entry, following, None if following else others[index - 1])]
    start, end = find_line_start(text, entry.start), find_line_end(text, entry.value.end)
    if not text[start : entry.start].strip():
        match = BREAK.match(text, end)
        return [Splice(start, match.end() if match else end, "")]
    # The first key or item of a list's item shares the line with the dash, which stays.
    if following and not text[end : following.start].strip():
        return [Splice(entry.start, following.start, "")]
    return [Splice(len(text[: entry.start].rstrip(" ")), end, "")]


def _splice_flow_removal(text: str, entry: Entry, following: Entry | None, before: Entry | None) -> Splice:
    if following:
        return Splice(entry.start, following.start, "")
    if before and "#" not in text[before.value.end : entry.start]:
        return Splice(before.value.end, entry.value.end, "")
    comma = re.compile(r"\s*,").match(text, entry.value.end)
    return Splice(entry.start, comma.end() if comma else entry.value.end, "")


def find_break(text: str) -> str:
    """Return the line break of a file: that of its first line."""
    match = BREAK.search(text)
    return match[0] if match else "\n"


def _find_end_before(text: str, position: int) -> int:
    """Return where the line before the one of a position ends, before its line break."""
    start = find_line_start(text, position)
    return start - (2 if text[start - 2 : start] == "\r\n" else 1)
