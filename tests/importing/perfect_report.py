"""The report that an importer without a fault would print for a made-up document."""

from __future__ import annotations

from typing import Any

from import_truth import canonical_path
from office_blocks import Document


def make_perfect_report(document: Document) -> dict[str, Any]:
    """Return a report in which every field stands, and every other character is a label."""
    text = ""
    spans: dict[tuple[str, str, tuple[str | int, ...]], list[list[int]]] = {}
    labels: list[list[int]] = []
    for paragraph in document.paragraphs():
        if paragraph.number:
            labels.append([len(text), len(text) + len(paragraph.number)])
            text += f"{paragraph.number} "
        for piece in paragraph.pieces:
            span = [len(text), len(text) + len(piece.text)]
            text += piece.text
            for place in piece.places:
                spans.setdefault((place.record, place.of, canonical_path(place.record, place.path)), []).append(span)
            if not piece.places:
                labels.append(span)
        text += "\n"
    fields = [
        {
            "record": leaf.record,
            "of": leaf.of,
            "path": list(leaf.path),
            "value": leaf.readings[0],
            "spans": spans[leaf.record, leaf.of, leaf.path],
        }
        for leaf in document.truth().leaves
    ]
    return {
        "file": document.name, "format": "txt", "kinds": [], "text": text, "fields": fields, "labels": labels,
        "running_heads": [], "leftovers": [],
    }  # fmt: skip
