"""Whatever a file looks like and whatever changes: the result says what it should, and loses no comment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from messy_yaml import COMMENT, REMARK, TREES, files
from prongsai.editing.changes import AddItem, AddKey, Change, Remove, SetValue
from prongsai.editing.edit import edit
from prongsai.load.data_file import DataPath
from prongsai.load.yaml_reader import parse_yaml

pytestmark = pytest.mark.slow

NEW_KEY = "ใหม่: คีย์"


def read(text: str) -> Any:
    """Return the data of a file that has no problem."""
    document, problems = parse_yaml(text.removeprefix("\ufeff"), "file.yml")
    assert problems == []
    return document.data


class Cell:
    """A value that keeps its identity, so that changes do not shift each other's places."""

    def __init__(self, data: Any, key: str | None = None) -> None:
        """Take plain data apart."""
        self.key = key
        self.kind = type(data)
        self.text = data if isinstance(data, str) else ""
        pairs = data.items() if isinstance(data, dict) else [(None, item) for item in data if self.kind is list]
        self.cells = [Cell(value, key) for key, value in pairs]

    def to_data(self) -> Any:
        """Return plain data; an empty text behind a key counts as not given."""
        if self.kind is str:
            return self.text
        pairs = [(cell.key, cell.to_data()) for cell in self.cells]
        if self.kind is list:
            return [value for _, value in pairs]
        return {key: value for key, value in pairs if value != ""}


@dataclass
class Case:
    """A file, changes of it, and what it says after them.

    Attributes:
        text: The file.
        changes: What to change.
        data: What the file says after all changes.
        gone: How many values are removed.
        is_small: Whether no list or mapping is removed or replaced, with the comments inside it.
    """

    text: str
    changes: list[Change]
    data: Any
    gone: int
    is_small: bool


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a file with up to four changes that do not meet."""
    text = draw(files())
    root = Cell(read(text))
    places = list(walk(root))
    changes: list[Change] = []
    added: list[tuple[Cell, int, Cell]] = []
    replaced: list[tuple[Cell, Cell, Cell | None]] = []
    whole: list[DataPath] = []
    grown: list[DataPath] = []
    for path, parent, cell in draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        value = draw(TREES)
        if any(path[: len(other)] == other for other in whole):
            continue
        if draw(st.booleans()) and cell.kind is not str and path not in grown:
            index = draw(st.integers(0, len(cell.cells)))
            change, index = make_addition(path, cell, index, value)
            changes.append(change)
            added.append((cell, index, Cell(value, NEW_KEY if cell.kind is dict else None)))
            grown.append(path)
        elif parent and not any(other[: len(path)] == path for other in (*whole, *grown)):
            is_gone = draw(st.booleans())
            changes.append(Remove(path) if is_gone else SetValue(path, value))
            replaced.append((parent, cell, None if is_gone else Cell(value, cell.key)))
            whole.append(path)
    for parent, index, new in added:
        parent.cells.insert(index, new)
    for parent, cell, replacement in replaced:
        index = next(index for index, other in enumerate(parent.cells) if other is cell)
        parent.cells[index : index + 1] = [replacement] if replacement else []
    texts = [cell.kind is str and (new is None or new.kind is str) for _, cell, new in replaced]
    return Case(text, changes, root.to_data(), sum(new is None for _, _, new in replaced), all(texts))


def walk(cell: Cell, path: DataPath = (), parent: Cell | None = None) -> Iterator[tuple[DataPath, Cell | None, Cell]]:
    """Yield path, list or mapping around it, and cell of everything in a file."""
    yield path, parent, cell
    for index, inner in enumerate(cell.cells):
        yield from walk(inner, (*path, index if inner.key is None else inner.key), cell)


def make_addition(path: DataPath, cell: Cell, index: int, value: Any) -> tuple[Change, int]:
    """Return the change that adds something before the entry with this index; a key never comes first."""
    is_last = index == len(cell.cells)
    if cell.kind is list:
        return AddItem(path, value, None if is_last else index), index
    if is_last or not index:
        return AddKey((*path, NEW_KEY), value), len(cell.cells)
    return AddKey((*path, NEW_KEY), value, after=cell.cells[index - 1].key), index


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_changes(case: Case) -> None:
    """The file says what it said, with the changes; line ends, byte order mark and comments stay.

    Only a comment behind a value that is removed goes with it.
    """
    changed = edit(case.text, case.changes)

    assert repr(read(changed)) == repr(case.data)
    assert changed.startswith("\ufeff") == case.text.startswith("\ufeff")
    assert "\r" in case.text or "\r" not in changed
    if case.is_small:
        assert COMMENT.findall(changed) == COMMENT.findall(case.text)
        assert changed.count(REMARK) >= case.text.count(REMARK) - case.gone
