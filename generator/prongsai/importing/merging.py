"""What a draft changes in a file that is there: new keys and items are added, what differs is a conflict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from prongsai.editing.changes import AddItem, AddKey, Change, SetValue
from prongsai.load.data_file import DataPath
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact


class Conflict(Struct, frozen=True):
    """A value that the file has and the document says otherwise.

    Attributes:
        path: Where in the file.
        old: What the file says.
        new: What the document says.
    """

    path: DataPath
    old: Any
    new: Any


class Merge(Struct):
    """How a file and a draft go together."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    same: int = 0


def merge(old: Any, new: Any, path: DataPath = ()) -> Merge:
    """Compare a file's data with a draft's.

    Args:
        old: What the file says.
        new: What the documents say.
        path: Where both stand in the file.
    """
    result = Merge()
    _merge(old, new, path, result)
    return result


def _merge(old: Any, new: Any, path: DataPath, result: Merge) -> None:
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in new.items():
            if key not in old:
                result.changes.append(AddKey((*path, key), value))
            else:
                _merge(old[key], value, (*path, key), result)
    elif path[-1:] == ("projects",) and isinstance(old, list) and isinstance(new, list):
        places = {item.get("project"): at for at, item in enumerate(old) if isinstance(item, dict)}
        for item in new:
            at = places.get(item.get("project"))
            if at is None:
                result.changes.append(AddItem(path, item))
            else:
                _merge(old[at], item, (*path, at), result)
    elif _is_same(old, new):
        result.same += 1
    else:
        result.conflicts.append(Conflict(path, old, new))


def fill(old: dict[str, Any], new: Mapping[str, Any], path: DataPath = ()) -> list[Conflict]:
    """Add to a draft what another document says too, and return what it says otherwise, where the first one stays."""
    clashes: list[Conflict] = []
    for key, value in new.items():
        if key not in old:
            old[key] = value
        elif isinstance(old[key], dict) and isinstance(value, dict):
            clashes += fill(old[key], value, (*path, key))
        elif not _is_same(old[key], value):
            clashes.append(Conflict((*path, key), old[key], value))
    return clashes


def overwrite(conflicts: list[Conflict]) -> list[Change]:
    """Return the changes that let the documents win."""
    return [SetValue(conflict.path, conflict.new) for conflict in conflicts]


def _is_same(old: Any, new: Any) -> bool:
    return bool(_flatten(old) == _flatten(new))


def _flatten(value: Any) -> Any:
    """Return a value without what makes no difference: white space, kinds of digits, commas of thousands, bare items."""
    if isinstance(value, list):
        return [_flatten(item) for item in value]
    if isinstance(value, dict):
        if set(value) == {"text"}:
            return _flatten(value["text"])
        if set(value) == {"by_year"}:
            return _flatten(value["by_year"])
        return {to_arabic(str(key)): _flatten(item) for key, item in value.items()}
    text = compact(to_arabic(str(value)))
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3})|\.0+$|\.-$", "", text)
