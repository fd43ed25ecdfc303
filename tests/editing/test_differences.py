"""The changes between what a file says and what it shall say: they make it so, and touch no more than they must."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.editing.changes import AddItem, AddKey, Change, Remove, SetValue
from prongsai.editing.differences import find_differences, simplify
from prongsai.editing.edit import edit
from prongsai.editing.rendering import render_file
from prongsai.load.yaml_reader import parse_yaml

WORDS = st.sampled_from(["ก", "ข", "ค", "ง ๆ", "2566"])
TREES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "a", "b", "c"]), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
RECORDS = st.dictionaries(st.sampled_from(["a", "b", "c", "text"]), TREES, min_size=2, max_size=4)


@given(RECORDS, RECORDS)
def test_changes_make_it_so(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Whatever a file says, after its changes it says the new; nothing changed is no change."""
    text = render_file(old)

    changed = edit(text, list(find_differences(old, new)))

    document, problems = parse_yaml(changed, "")
    assert problems == []
    assert simplify(document.data) == simplify(new)
    assert list(find_differences(old, old)) == []


CASES: dict[str, tuple[Any, Any, list[Change]]] = {
    "text": ({"a": "ก"}, {"a": "ข"}, [SetValue(("a",), "ข")]),
    "one text of a list": ({"a": ["ก", "ข", "ค"]}, {"a": ["ก", "ง", "ค"]}, [SetValue(("a", 1), "ง")]),
    "one more": ({"a": ["ก", "ค"]}, {"a": ["ก", "ข", "ค"]}, [AddItem(("a",), "ข", 1)]),
    "one more at the end": ({"a": ["ก"]}, {"a": ["ก", "ข"]}, [AddItem(("a",), "ข", None)]),
    "one less": ({"a": ["ก", "ข"]}, {"a": ["ข"]}, [Remove(("a", 0))]),
    "a key in its place": ({"a": "ก", "c": "ค"}, {"a": "ก", "b": "ข", "c": "ค"}, [AddKey(("b",), "ข", "a")]),
    "inside an item": ({"a": [{"x": "ก", "y": "ข"}]}, {"a": [{"x": "ก", "y": "ค"}]}, [SetValue(("a", 0, "y"), "ค")]),
    "bare text instead of a mapping": ({"a": [{"text": "ก"}]}, {"a": ["ข"]}, [SetValue(("a", 0, "text"), "ข")]),
    "bare title instead of a mapping": ({"a": [{"title": "ก"}]}, {"a": ["ข"]}, [SetValue(("a", 0, "title"), "ข")]),
    "bare text instead of a list": ({"a": "ก"}, {"a": ["ข"]}, [SetValue(("a",), "ข")]),
    "the same in another way": ({"a": [{"text": "ก"}], "b": "ข"}, {"a": ["ก"], "b": ["ข"]}, []),
}


@pytest.mark.parametrize("name", CASES)
def test_changes_are_small(name: str) -> None:
    """Only what differs is changed, where it stands."""
    old, new, expected = CASES[name]

    assert list(find_differences(old, new)) == expected
