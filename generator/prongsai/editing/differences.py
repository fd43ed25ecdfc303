"""Which changes turn what a file says into what it shall say, as small as they can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from prongsai.editing.changes import AddItem, AddKey, Change, Remove, SetValue
from prongsai.load.data_file import DataPath

_BARE = frozenset({"text", "title"})  # a mapping of one of these keys alone may be written as its text


def find_differences(old: Any, new: Any, path: DataPath = ()) -> Iterator[Change]:
    """Yield the changes that make plain data say something else; what says the same in another way stays as it is.

    Args:
        old: What the file says.
        new: What it shall say.
        path: Where this stands in the file.
    """
    if _is_same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, Mapping):
        yield from _compare_keys(old, new, path)
    elif isinstance(old, dict) and len(old) == 1 and old.keys() <= _BARE and isinstance(new, str):
        yield SetValue((*path, *old), new)
    elif isinstance(old, list) and old and isinstance(new, list) and new:
        yield from _compare_items(old, new, path)
    elif isinstance(old, str) and isinstance(new, list) and len(new) == 1 and isinstance(new[0], str):
        yield SetValue(path, new[0])
    else:
        yield SetValue(path, new)


def _compare_keys(old: Mapping[str, Any], new: Mapping[str, Any], path: DataPath) -> Iterator[Change]:
    before: str | None = None
    for key, value in new.items():
        if key in old:
            yield from find_differences(old[key], value, (*path, key))
            before = key
        else:
            yield AddKey((*path, key), value, before)
    yield from (Remove((*path, key)) for key in old if key not in new)


def _compare_items(old: Sequence[Any], new: Sequence[Any], path: DataPath) -> Iterator[Change]:
    matcher = SequenceMatcher(
        None, [repr(simplify(item)) for item in old], [repr(simplify(item)) for item in new], False
    )
    for _, start, end, first, last in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        shared = min(end - start, last - first)
        for index in range(shared):
            yield from find_differences(old[start + index], new[first + index], (*path, start + index))
        yield from (Remove((*path, index)) for index in range(start + shared, end))
        at = end if end < len(old) else None
        yield from (AddItem(path, new[index], at) for index in range(first + shared, last))


def _is_same(old: Any, new: Any) -> bool:
    return bool(simplify(old) == simplify(new))


def simplify(data: Any) -> Any:
    """Return plain data in which what can be written in two ways (a bare text, a mapping or list of it) is written in one."""
    if isinstance(data, Mapping):
        items = {key: simplify(value) for key, value in data.items()}
        return next(iter(items.values())) if len(items) == 1 and items.keys() <= _BARE else items
    if isinstance(data, list):
        texts = [simplify(item) for item in data]
        return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else texts
    return data.strip() if isinstance(data, str) else data
