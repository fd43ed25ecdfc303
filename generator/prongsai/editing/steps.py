"""A change with its place in the tree of a file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from prongsai.editing.changes import AddItem, Change, Remove, SetValue
from prongsai.editing.tree import Node
from prongsai.exceptions import EditError
from prongsai.load.data_file import DataPath
from prongsai.thai.digits import to_arabic


class Action(Enum):
    """What a step does with the entry at its index; what is added comes before it."""

    SET = auto()
    ADD = auto()
    REMOVE = auto()


class Step(Struct, frozen=True):
    """One change of one list or mapping.

    Attributes:
        action: What is done.
        at: Which entry to follow from list or mapping to list or mapping.
        index: The entry that is set or removed, or before which one is added.
        value: The new value.
        key: The key to add; None in a list.
    """

    action: Action
    at: tuple[int, ...]
    index: int
    value: Any = None
    key: str | None = None

    @property
    def order(self) -> tuple[float, ...]:
        """Where in the file it happens."""
        return (*self.at, self.index - 0.5 if self.action is Action.ADD else self.index)


def find_step(tree: Node, change: Change) -> Step:
    """Return where in the tree a change happens.

    Raises:
        EditError: The file has no such place.
    """
    if isinstance(change, SetValue):
        *at, index = _locate(tree, change.path)
        return Step(Action.SET, tuple(at), index, change.value)
    if isinstance(change, Remove):
        *at, index = _locate(tree, change.path)
        if not at:
            raise EditError("ลบข้อมูลทั้งไฟล์ไม่ได้ ให้ลบไฟล์แทน")
        return Step(Action.REMOVE, tuple(at), index)
    is_item = isinstance(change, AddItem)
    at = _locate(tree, change.path if is_item else change.path[:-1])
    parent = tree.follow(at)
    if parent.text or (parent.text is None and parent.is_list != is_item):
        raise EditError(f"{_show(tree, at)} ไม่ใช่{'รายการ' if is_item else 'ชุดข้อมูลแบบ คีย์: ค่า'}")
    index = len(parent.entries)
    if isinstance(change, AddItem):
        if change.index is not None and change.index != index:
            index = _locate(tree, (*change.path, change.index))[-1]
        return Step(Action.ADD, tuple(at), index, change.value)
    key = str(change.path[-1])
    same = _find_index(parent, key)
    if same is not None and parent.entries[same].value.text != "":
        raise EditError(f"{_show(tree, at)} มีคีย์ “{key}” อยู่แล้ว")
    if same is not None:
        return Step(Action.SET, tuple(at), same, change.value)
    if change.after is not None:
        index = _locate(tree, (*change.path[:-1], change.after))[-1] + 1
    return Step(Action.ADD, tuple(at), index, change.value, key)


def _locate(tree: Node, path: DataPath) -> list[int]:
    """Return which entries a path follows; the first is the file as a whole."""
    at = [0]
    for part in path:
        parent = tree.follow(at)
        index = _find_index(parent, part)
        if index is None:
            name = f"ข้อที่ {part + 1}" if parent.is_list and isinstance(part, int) else f"คีย์ “{part}”"
            raise EditError(f"{_show(tree, at)} ไม่มี{name}")
        at.append(index)
    return at


def _find_index(parent: Node, part: str | int) -> int | None:
    """Return the index of an entry; keys are the same in Thai and Arabic digits, as for the reader."""
    if parent.is_list:
        return part if isinstance(part, int) and 0 <= part < len(parent.entries) else None
    keys = [to_arabic(entry.key or "") for entry in parent.entries]
    key = to_arabic(str(part))
    return keys.index(key) if key in keys else None


def _show(tree: Node, at: Sequence[int]) -> str:
    """Return a place as people write it, counting from 1."""
    entries = [tree.follow(at[:depth]).entries[at[depth]] for depth in range(1, len(at))]
    names = [str(index + 1) if entry.key is None else entry.key for entry, index in zip(entries, at[1:], strict=True)]
    return f"“{'.'.join(names)}”" if names else "ไฟล์นี้"


def change_data(data: Any, step: Step) -> Any:
    """Return a copy of plain data in which one step is taken."""
    pairs: list[tuple[Any, Any]] = list(data.items()) if isinstance(data, dict) else list(enumerate(data))
    if step.at:
        key, inner = pairs[step.at[0]]
        pairs[step.at[0]] = key, change_data(inner, replace(step, at=step.at[1:]))
    elif step.action is Action.ADD:
        pairs.insert(step.index, (step.key, step.value))
    elif step.action is Action.REMOVE:
        del pairs[step.index]
    else:
        pairs[step.index] = pairs[step.index][0], step.value
    return dict(pairs) if isinstance(data, dict) else [item for _, item in pairs]
