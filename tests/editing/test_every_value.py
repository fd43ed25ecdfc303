"""Values of every record in the repository can be changed alone: their own characters, and no other datum.

About 1,000 edits; with ``MOST = 10**6`` all 10,992 that the records allow are tried, which takes a minute and a half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import delitem
from pathlib import Path
from typing import Any

import pytest
from prongsai.editing.changes import AddItem, AddKey, Change, Remove, SetValue
from prongsai.editing.edit import edit
from prongsai.editing.tree import Entry, compose
from prongsai.load.data_file import DataPath
from prongsai.load.yaml_reader import parse_yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("plans/**/*.yml"), *ROOT.glob("tests/plans/**/*.yml")])
MOST = 4  # edits of a kind in one file, spread evenly over it
ITEM = {"ชื่อ": "ข้อใหม่: หนึ่ง", "ขั้น": ["ก", {"ข": "2567"}]}


class Record:
    """A file with what stands in it."""

    def __init__(self, path: Path) -> None:
        """Read the file as it is."""
        self.text = path.read_bytes().decode()
        self.data = read(self.text)
        self.places = list(walk(compose(self.text).entries[0]))
        self.texts = [(path, entry) for path, entry in self.places if entry.value.text is not None]

    def check(self, change: Change, start: int, end: int, path: DataPath, act: Callable[[Any, Any], None]) -> None:
        """Assert that a change touches characters of one run only, no comment, and no datum but the one at the path."""
        new = edit(self.text, [change])

        assert new.startswith(self.text[:start])
        assert new.endswith(self.text[end:])
        assert list_comments(new) == list_comments(self.text)
        assert repr(read(new)) == repr(take(self.data, path, act))


def spread(items: Sequence[Any]) -> Sequence[Any]:
    """Return some of the items, from the whole length of the file."""
    return items[:: len(items) // MOST + 1]


def read(text: str) -> Any:
    """Return the data of a text that has no problem."""
    document, problems = parse_yaml(text, "file.yml")
    assert problems == []
    return document.data


def walk(entry: Entry, path: DataPath = ()) -> Iterator[tuple[DataPath, Entry]]:
    """Yield everything in a file with its path."""
    yield path, entry
    for index, inner in enumerate(entry.value.entries):
        yield from walk(inner, (*path, index if inner.key is None else inner.key))


def take(data: Any, path: DataPath, act: Callable[[Any, Any], None]) -> Any:
    """Return the data after something was done with a copy of the list or mapping that the path leads into."""
    copy = data.copy()
    if len(path) == 1:
        act(copy, path[0])
    else:
        copy[path[0]] = take(copy[path[0]], path[1:], act)
    return copy


def list_comments(text: str) -> list[str]:
    """Return the comments on lines of their own."""
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


def find_line_end(text: str, position: int) -> int:
    """Return the index behind the line break that follows."""
    return text.find("\n", position) + 1 or len(text)


@pytest.fixture(params=FILES, ids=lambda path: path.relative_to(ROOT).as_posix(), scope="module")
def record(request: pytest.FixtureRequest) -> Record:
    """Return every file in turn."""
    return Record(request.param)


def test_texts_can_be_set(record: Record) -> None:
    """Another text takes the characters of the old one, in its style; a block of text keeps its last line break."""
    for path, entry in spread(record.texts):
        value = f"{entry.value.text} (แก้ไข)"
        record.check(SetValue(path, value), entry.value.start, entry.value.end, path, partial(put, value))


def test_texts_can_become_lists(record: Record) -> None:
    """A list takes the place of a text, below its key or between brackets."""
    for path, entry in spread(record.texts):
        start = entry.value.start if entry.key is None else entry.after
        record.check(SetValue(path, ["ก: ข", ITEM]), start, entry.value.end, path, partial(put, ["ก: ข", ITEM]))


def test_lists_can_grow(record: Record) -> None:
    """A whole mapping comes first, last and in the middle."""
    lists = [
        (path, entry.value.entries) for path, entry in record.places if entry.value.is_list and entry.value.entries
    ]
    for path, entries in spread(lists):
        for index in {0, len(entries) // 2, len(entries)}:
            start = entries[index - 1].value.end if index else entries[0].start
            end = entries[index].start if index < len(entries) else entries[-1].value.end
            record.check(AddItem(path, ITEM, index), start, end, (*path, index), partial(insert, ITEM))


def test_mappings_can_grow(record: Record) -> None:
    """A key comes last."""
    mappings = [(path, entry.value) for path, entry in record.places if entry.value.entries and not entry.value.is_list]
    for path, node in spread(mappings):
        end = node.entries[-1].value.end
        record.check(AddKey((*path, "ใหม่"), "ก"), end, end, (*path, "ใหม่"), partial(put, "ก"))


def test_entries_can_go(record: Record) -> None:
    """An item or key goes with its lines; one without others beside it leaves an empty list or mapping."""
    places = [(path, entry, index) for path, entry in record.places for index in range(len(entry.value.entries))]
    for path, entry, index in spread(places):
        entries = entry.value.entries
        start = entries[index - 1].value.end if index else entry.after
        end = entries[index + 1].start if index + 1 < len(entries) else find_line_end(record.text, entry.value.end)
        key = index if entry.value.is_list else entries[index].key
        record.check(Remove((*path, key)), start, end, (*path, key), delitem)


def put(value: Any, parent: Any, key: Any) -> None:
    """Set an item or a key."""
    parent[key] = value


def insert(value: Any, parent: Any, index: int) -> None:
    """Add an item."""
    parent.insert(index, value)
