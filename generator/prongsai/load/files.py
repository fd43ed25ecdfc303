"""Files that records point at: signed originals, evidence, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from prongsai.load.data_file import DataPath
from prongsai.records.lao import Lao
from prongsai.records.oit_list import OitEntry
from prongsai.records.papers import Attachment, Paper
from prongsai.records.progress import Evidence

_FILE_FIELDS: dict[type[BaseModel], tuple[str, ...]] = {
    Lao: ("seal", "emblem"),
    Paper: ("signed",),
    Attachment: ("file",),
    OitEntry: ("file",),
    Evidence: ("file",),
}


def find_file_references(record: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Yield every path into ``files/`` that a record names, with its place in the data."""
    if isinstance(record, BaseModel) and _can_hold_files(type(record)):
        names = {name for kind, fields in _FILE_FIELDS.items() if isinstance(record, kind) for name in fields}
        for name, value in record:
            if name in names and value is not None:
                yield (*path, name), value
            else:
                yield from find_file_references(value, (*path, name))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from find_file_references(item, (*path, index))


@cache
def _can_hold_files(model: type[BaseModel]) -> bool:
    """Tell whether a record or one inside it names files; most of a plan does not and need not be walked."""
    return any(issubclass(inner, tuple(_FILE_FIELDS)) for inner in _list_models(model))


def _list_models(annotation: Any, seen: frozenset[Any] = frozenset()) -> frozenset[Any]:
    """Return the record types that an annotation names, those inside them included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return seen
        seen |= {annotation}
        for field in annotation.model_fields.values():
            seen |= _list_models(field.annotation, seen)
    for inner in getattr(annotation, "__args__", ()):
        seen |= _list_models(inner, seen)
    return seen
