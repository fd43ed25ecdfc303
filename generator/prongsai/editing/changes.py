"""What can be changed in a file: a value set, an item or a key added, either removed."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from prongsai.load.data_file import DataPath

# What the strict reader gives: a text, or lists and mappings of texts. Numbers, dates and answers are texts too.
Value = str | list[Any] | dict[str, Any]


class SetValue(Struct, frozen=True):
    """Give an item, or a key that is written, a value, whatever it held; a key with nothing behind it may get one."""

    path: DataPath
    value: Value


class AddItem(Struct, frozen=True):
    """Add an item to the list at ``path``, before the item that has this index now, else behind the last one."""

    path: DataPath
    value: Value
    index: int | None = None


class AddKey(Struct, frozen=True):
    """Add a key, the last part of ``path``, to the mapping before it: behind another of its keys, else as the last."""

    path: DataPath
    value: Value
    after: str | None = None


class Remove(Struct, frozen=True):
    """Remove an item, or a key with its value; a list or mapping that loses its last one stays, empty."""

    path: DataPath


Change = SetValue | AddItem | AddKey | Remove
