"""The fields that an importer's report tells, put under the projects that the truth knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from import_truth import Step, Truth, canonical_path, squeeze
from import_values import is_same


@dataclass(frozen=True, eq=False)
class Found:
    """One field of the importer's report."""

    record: str
    of: str
    path: tuple[Step, ...]
    value: str
    spans: tuple[tuple[int, int], ...]


def read_fields(report: dict[str, Any]) -> list[Found]:
    """Return the fields of a report, their paths in the one spelling."""
    return [
        Found(
            item["record"],
            str(item.get("of") or ""),
            canonical_path(item["record"], item["path"]),
            str(item["value"]),
            tuple((start, end) for start, end in item["spans"]),
        )
        for item in report["fields"]
    ]


def place_field(item: Found, truth: Truth) -> Found:
    """Return the field with the printed number of the project that it names."""
    if item.record == "measures" and item.path[0] == "sections":
        return Found(item.record, "", item.path, item.value, item.spans)
    if not item.of or item.record not in {"project", "progress", "measures"}:
        return item
    if item.record == "measures":
        return _place_measure(item, truth)
    wanted = squeeze_name(item.of)
    for number, names in truth.names.items():
        if any(wanted == squeeze_name(name) for name in names):
            return Found(item.record, number, item.path, item.value, item.spans)
    number = squeeze_number(item.of)
    if number not in truth.names:
        near = [
            (number, name)
            for number, names in truth.names.items()
            for name in names
            if is_same(("name",), squeeze_name(item.of), squeeze_name(name), share=0.1)
        ]
        number = near[0][0] if near else item.of
    return Found(item.record, number, item.path, item.value, item.spans)


def _place_measure(item: Found, truth: Truth) -> Found:
    for leaf in truth.leaves:
        if leaf.path[-1] == "title" and is_same(("title",), squeeze_name(item.of), squeeze_name(leaf.readings[0])):
            return Found(item.record, "", (*leaf.path[:-1], *item.path), item.value, item.spans)
    return item


def squeeze_name(name: str) -> str:
    """Return a name without number, white space and quotation marks."""
    bare = re.sub(r"^\(?[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]*\s*", "", name.strip())
    return re.sub("[\"'“”‘’]", "", squeeze(bare))


def squeeze_number(text: str) -> str:
    """Return a printed number in Arabic digits, without dots and brackets."""
    arabic = text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    return re.sub(r"[^0-9.]", "", arabic).strip(".")
