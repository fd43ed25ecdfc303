"""Fields put together as plain data, the way YAML holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from prongsai.importing.ledger import Field, RecordRef


def assemble(fields: Iterable[Field]) -> dict[RecordRef, dict[str, Any]]:
    """Return the data of each record, in the order in which the document names them.

    Positions in lists are kept in order; a place that no field fills is left out.
    """
    trees: dict[RecordRef, dict[Any, Any]] = {}
    for item in fields:
        tree = trees.setdefault(item.record, {})
        for part in item.path[:-1]:
            inner = tree.setdefault(part, {})
            if not isinstance(inner, dict):
                inner = tree[part] = {}  # a value for all years gives way to values by year
            tree = inner
        if not isinstance(tree.get(item.path[-1]), dict):
            tree.setdefault(item.path[-1], item.value)
    return {record: _to_data(tree) for record, tree in trees.items()}


def _to_data(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        return [_to_data(tree[key]) for key in sorted(tree)]
    return {key: _to_data(value) for key, value in tree.items()}
