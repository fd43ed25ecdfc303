"""Where every value of a YAML file begins and ends, from the events of the strict reader's parser.

The reader keeps where a value begins, which is what messages need. Changing it takes its end, its quotes and the dash
or colon before it; they are composed here for one file at a time. What a file means the reader alone decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from prongsai.exceptions import EditError
from prongsai.load.yaml_reader import is_empty_value, parse_events

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_GAP = re.compile("(?:\\s|#[^\n\r\x85\u2028\u2029]*)*")
_BLANK_LINES = re.compile(rf"(?:{BREAK.pattern}|[ \t]+(?={BREAK.pattern}|\Z))+\Z")


class Node(Struct):
    """A text, list or mapping in the file.

    Attributes:
        start: Index of its first character.
        end: Index behind its last one; line breaks behind a block of text do not belong to it.
        text: What a text says; None for a list or mapping.
        style: Quote of a text, or sign of its block; empty for a plain one.
        is_list: Whether it is a list.
        is_flow: Whether it is a list or mapping between brackets.
        entries: What a list or mapping holds, in order.
    """

    start: int
    end: int
    text: str | None = None
    style: str = ""
    is_list: bool = False
    is_flow: bool = False
    entries: list[Entry] = field(default_factory=list)

    def follow(self, indexes: Iterable[int]) -> Node:
        """Return what one reaches by going from entry to entry."""
        node = self
        for index in indexes:
            node = node.entries[index].value
        return node

    def to_data(self) -> Any:
        """Return what stands here as plain data; keys without value are there too, with an empty text."""
        if self.text is not None:
            return self.text
        if self.is_list:
            return [entry.value.to_data() for entry in self.entries]
        return {entry.key: entry.value.to_data() for entry in self.entries}


class Entry(Struct):
    """One item of a list, or one key of a mapping with its value.

    Attributes:
        start: Index of its dash or key; between brackets an item has no dash.
        after: Index behind its dash or colon, where a value may begin.
        column: How far its dash or key is indented.
        key: The key; None in a list.
        value: The value.
    """

    start: int
    after: int
    column: int
    key: str | None
    value: Node


def compose(text: str) -> Node:
    """Return a list that holds all that a file says, so that the whole of it has a place as its parts do.

    Raises:
        EditError: The text is written in a way that cannot be changed by position.
    """
    try:
        events = (event for event in parse_events(text) if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent))
        root = _compose(next(events), events, text)
    except yaml.YAMLError:
        raise EditError("เปลี่ยนค่านี้โดยไม่กระทบส่วนอื่นของไฟล์ไม่ได้ โปรดแก้ในไฟล์เอง") from None
    return Node(
        0, 0, is_list=True, entries=[Entry(root.start, root.start, find_column(text, root.start) - 2, None, root)]
    )


def _compose(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> Node:
    start, end = _find_span(event)
    if isinstance(event, yaml.ScalarEvent):
        if event.style in {"|", ">"} and (blank := _BLANK_LINES.search(text, start, end)):
            end = blank.start()
        return Node(start, end, text="" if is_empty_value(event) else event.value, style=event.style or "")
    is_list, is_flow = isinstance(event, yaml.SequenceStartEvent), bool(getattr(event, "flow_style", False))
    node = Node(start, start, is_list=is_list, is_flow=is_flow)
    for first in events:
        if isinstance(first, yaml.CollectionEndEvent):
            node.end = _find_span(first)[1] if is_flow else node.end  # that of a block lies behind comments
            break
        node.entries.append(_compose_entry(first, events, text, node))
        node.end = node.entries[-1].value.end
    return node


def _compose_entry(first: yaml.Event, events: Iterator[yaml.Event], text: str, parent: Node) -> Entry:
    key, (start, end) = None, _find_span(first)
    after = start
    if isinstance(first, yaml.ScalarEvent) and not parent.is_list:
        key, after = first.value, _skip(":", text, end)
        first = next(events)
    elif not parent.is_flow:
        after = _skip("-", text, parent.end)
        start = after - 1
    return Entry(start, after, find_column(text, start), key, _compose(first, events, text))


def _find_span(event: yaml.Event) -> tuple[int, int]:
    marks: Any = event.start_mark, event.end_mark
    return marks[0].index, marks[1].index


def _skip(sign: str, text: str, position: int) -> int:
    """Return the index behind a sign that follows, over spaces, line breaks and comments."""
    match = _GAP.match(text, position)
    return (match.end() if match else position) + len(sign)


def find_column(text: str, position: int) -> int:
    """Return how many characters stand before a position on its line."""
    return position - find_line_start(text, position)


def find_line_start(text: str, position: int) -> int:
    """Return where the line of a position begins."""
    start = text.rfind("\n", 0, position) + 1
    return max(start, *(text.rfind(sign, start, position) + 1 for sign in "\r\x85\u2028\u2029"))  # which few files have


def find_line_end(text: str, position: int) -> int:
    """Return where the line of a position ends, before its line break."""
    match = BREAK.search(text, position)
    return match.start() if match else len(text)
