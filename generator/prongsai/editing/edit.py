"""Changing a file by position: only the characters of what changes are replaced, and the result is read again.

A file that is read into data and written anew loses its writer's comments, quotes and line ends. Here the last change
comes first, so that the places of those before it stay true. At the end the strict reader reads the new text; where it
does not say exactly what it should, nothing of it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from prongsai.editing.changes import Change
from prongsai.editing.splices import splice_new, splice_removal, splice_value
from prongsai.editing.steps import Action, Step, change_data, find_step
from prongsai.editing.tree import Node, compose
from prongsai.exceptions import EditError
from prongsai.load.yaml_reader import parse_yaml

_BYTE_ORDER_MARK = "\ufeff"


def edit(text: str, changes: Sequence[Change]) -> str:
    """Return the text of a file with all changes made; their paths are those of the text as it is given.

    Args:
        text: A whole YAML file, its line ends and byte order mark included.
        changes: What to change, in any order.

    Raises:
        EditError: The text has problems of its own, a path is not in it, two changes meet in one value, or a change
            would touch something else.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    before = _read(body)
    tree = compose(body)
    expected = tree.to_data()
    _compare(expected, before)
    steps = sorted((find_step(tree, change) for change in changes), key=lambda step: step.order)
    for step, following in pairwise(steps):
        if step.action is not Action.ADD and following.order[: len(step.order)] == step.order:
            raise EditError("มีการแก้ไขสองรายการที่ค่าเดียวกัน")
    for step in reversed(steps):
        body, expected, is_new_shape = _take(body, tree, step, expected)
        if is_new_shape:
            tree = compose(body)  # else the places before this one are as they were
    _compare(expected, _read(body))
    return mark + body


def _read(text: str) -> Any:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise EditError("ข้อความใหม่มีอักขระที่บันทึกเป็น UTF-8 ไม่ได้") from None
    document, problems = parse_yaml(text, "")
    for problem in problems:
        raise EditError(f"บรรทัด {problem.where.line} {problem.message} วิธีแก้: {problem.fix}")
    return document.data


def _compare(expected: list[Any], found: Any) -> None:
    """Let nothing pass that the reader does not read as it should, the order of keys included."""
    if repr(_drop_empty(expected)) != repr([found]):
        raise EditError("เปลี่ยนค่านี้โดยไม่กระทบส่วนอื่นของไฟล์ไม่ได้ โปรดแก้ในไฟล์เอง")


def _drop_empty(data: Any) -> Any:
    """Return the data without the keys that the reader counts as not given."""
    if isinstance(data, dict):
        return {key: _drop_empty(value) for key, value in data.items() if value != ""}
    return [_drop_empty(item) for item in data] if isinstance(data, list) else data


def _take(text: str, tree: Node, step: Step, data: list[Any]) -> tuple[str, list[Any], bool]:
    """Return text and data after one step, and whether places before it may have changed with it."""
    parent = tree.follow(step.at)
    is_first = step.action is Action.ADD and not parent.entries
    if is_first or (step.action is Action.REMOVE and len(parent.entries) == 1):
        # Nothing stands here yet, or nothing will: the list or mapping itself is written anew.
        whole = [step.value] if step.key is None else {step.key: step.value}
        step = Step(Action.SET, step.at[:-1], step.at[-1], whole if is_first else type(parent.to_data())())
        parent = tree.follow(step.at)
    if step.action is Action.ADD:
        splices = splice_new(text, parent, step.index, step.key, step.value)
    elif step.action is Action.REMOVE:
        splices = splice_removal(text, parent, step.index)
    elif parent.entries[step.index].value.to_data() == step.value:
        return text, data, False
    else:
        splices = splice_value(text, parent, parent.entries[step.index], step.value)
    for splice in splices:
        text = text[: splice.start] + splice.new + text[splice.end :]
    is_text = step.action is Action.SET and isinstance(step.value, str)
    return text, change_data(data, step), not (is_text and parent.entries[step.index].value.text is not None)
