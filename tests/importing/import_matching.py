"""Sets the fields that were read against those of the truth, each under its own parent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from import_report import Found
from import_truth import MAPPINGS, Leaf, Step, Truth
from import_values import is_same

# What the importer makes up by itself: ids, and which project a record is of.
OWN_KEYS = frozenset({"id", "project", "ignore", "file", "years", "plan", "order", "announcement", "memo", "source"})


@dataclass
class Matched:
    """Both sides, and which of them are right.

    Attributes:
        wanted: Fields of the truth that are asked for.
        read: Fields of the report that are judged.
        got: Ids of the wanted ones that were read rightly.
        right: Ids of the read ones that are right.
    """

    wanted: list[Leaf]
    read: list[Found]
    got: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)

    def add(self, leaf: Leaf, item: Found) -> None:
        """Note that a field was read rightly."""
        self.got.add(id(leaf))
        self.right.add(id(item))


@dataclass
class _Node:
    leaves: list[Any] = field(default_factory=list)
    keys: dict[str, _Node] = field(default_factory=dict)
    items: list[_Node] = field(default_factory=list)


def match_fields(truth: Truth, found: list[Found], *, nesting: bool) -> Matched:
    """Return which fields are right; without nesting, steps count by text and order alone."""
    wanted = [leaf for leaf in truth.leaves if not _is_unscored(leaf, truth)]
    judged = [item for item in found if not _is_left_open(item) and not _is_unscored(item, truth)]
    judged = _join_open_lists(wanted, _merge_years(wanted, judged))
    if not nesting:
        wanted, judged = _flatten(wanted), _flatten(judged)
    matched = Matched(wanted, judged)
    for group in sorted({_group(item) for item in wanted}):
        left = _grow(leaf for leaf in wanted if _group(leaf) == group)
        other = _grow(item for item in judged if _group(item) == group)
        for leaf, item in _match(left, other, {}):
            matched.add(leaf, item)
    for leaf in (leaf for leaf in wanted if leaf.also):
        places = {(record, leaf.of, path) for record, path in leaf.also}
        for item in judged:
            if id(item) not in matched.right and (item.record, item.of, item.path) in places and is_right(leaf, item):
                matched.add(leaf, item)
    return matched


def _is_left_open(item: Found) -> bool:
    """The importer's own keys, and numbers of steps and controls: told where they are out of order, else left out."""
    numbered = item.path[-1] == "number" and not {"steps", "controls"}.isdisjoint(item.path)
    return numbered or item.path[-1] in OWN_KEYS


def _is_unscored(item: Leaf | Found, truth: Truth) -> bool:
    names = [str(step) for step in item.path if isinstance(step, str)]
    keys = {f"{item.record}/{'.'.join(names[: n + 1])}" for n in range(len(names))}
    return bool(truth.unscored & (keys | {f"{key}/{item.of}" for key in keys}))


def _group(item: Leaf | Found) -> tuple[str, str]:
    return ("paper", "") if item.record.startswith("paper") else (item.record, item.of)


def _grow(items: Iterable[Leaf | Found]) -> _Node:
    root = _Node()
    papers: dict[str, int] = {}
    for item in items:
        path = item.path
        if item.record.startswith("paper"):
            path = (papers.setdefault(item.record, len(papers)), *path)
        node = root
        for position, step in enumerate(path):
            if isinstance(step, int) and (position == 0 or path[position - 1] not in MAPPINGS):
                while len(node.items) <= step:
                    node.items.append(_Node())
                node = node.items[step]
            else:
                node = node.keys.setdefault(str(step), _Node())
        node.leaves.append(item)
    return root


def _match(
    wanted: _Node, found: _Node, memo: dict[tuple[int, int], list[tuple[Leaf, Found]]]
) -> list[tuple[Leaf, Found]]:
    """Return the pairs that are right, items of lists set against each other in order so that most are."""
    key = (id(wanted), id(found))
    if key not in memo:
        pairs = [(leaf, item) for leaf in wanted.leaves for item in found.leaves if is_right(leaf, item)]
        for name in wanted.keys.keys() & found.keys.keys():
            pairs += _match(wanted.keys[name], found.keys[name], memo)
        pairs += _match_items(wanted.items, found.items, memo)
        memo[key] = pairs
    return memo[key]


def _match_items(
    wanted: list[_Node], found: list[_Node], memo: dict[tuple[int, int], list[tuple[Leaf, Found]]]
) -> list[tuple[Leaf, Found]]:
    best: list[list[list[tuple[Leaf, Found]]]] = [[[] for _ in range(len(found) + 1)]]
    for left in wanted:
        row: list[list[tuple[Leaf, Found]]] = [[]]
        for position, right in enumerate(found):
            pairs = _match(left, right, memo)
            both = best[-1][position] + pairs if pairs else []
            row.append(max((best[-1][position + 1], row[-1], both), key=len))
        best.append(row)
    return best[-1][-1]


def is_right(leaf: Leaf, item: Found) -> bool:
    """Tell whether what was read is one of the accepted readings."""
    return any(is_same(leaf.path, item.value, reading) for reading in leaf.readings)


def _merge_years(wanted: list[Leaf], found: list[Found]) -> list[Found]:
    """One amount that is written for every year is the same as the amount once, where the truth has it once."""
    whole = {(leaf.record, leaf.of) for leaf in wanted if leaf.path == ("budget",)}
    result: list[Found] = []
    years: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for item in found:
        in_years = item.path[:2] == ("budget", "by_year") and (item.record, item.of) in whole
        (years[item.record, item.of] if in_years else result).append(item)
    for items in years.values():
        if len({item.value for item in items}) == 1 and len(items) > 1:
            first = items[0]
            spans = tuple(span for item in items for span in item.spans)
            result.append(Found(first.record, first.of, ("budget",), first.value, spans))
        else:
            result += items
    return result


def _join_open_lists(wanted: list[Leaf], found: list[Found]) -> list[Found]:
    open_lists = {(leaf.record, leaf.of, leaf.path) for leaf in wanted if leaf.joined}
    if not open_lists:
        return found
    result: list[Found] = []
    joined: dict[tuple[str, str, tuple[Step, ...]], list[Found]] = defaultdict(list)
    for item in found:
        # An open list is named by its first item: (…, "results", 0).
        for record, of, path in open_lists:
            if (item.record, item.of) == (record, of) and item.path[: len(path) - 1] == path[:-1]:
                joined[record, of, path].append(item)
                break
        else:
            result.append(item)
    for (record, of, path), items in joined.items():
        spans = tuple(span for item in items for span in item.spans)
        result.append(Found(record, of, path, "\n".join(item.value for item in items), spans))
    return result


def _flatten(items: list[Any]) -> list[Any]:
    """Put the texts of nested steps into one list, in the order of the document."""
    result: list[Any] = []
    counts: Counter[tuple[str, str]] = Counter()
    for item in items:
        if item.path[0] != "steps":
            result.append(item)
        elif item.path[-1] == "text":
            path = ("steps", counts[item.record, item.of], "text")
            counts[item.record, item.of] += 1
            if isinstance(item, Leaf):
                result.append(Leaf(item.record, item.of, path, item.readings, item.optional))
            else:
                result.append(Found(item.record, item.of, path, item.value, item.spans))
    return result
