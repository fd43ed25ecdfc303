"""The truth about a document: which fields stand in it, where, and which readings of them are right.

A field is a leaf of the YAML model. Truth of a real document is kept in ``truth/*.json``: spans in the normalised
source, numbers, dates and statuses, but no sentence; truth of a made-up document comes with the document.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Step = str | int
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
# Keys whose next step is a key of a mapping, though it looks like a number.
MAPPINGS = frozenset({"dimensions", "by_year", "values", "budgets", "missions"})
# Lists whose items may be written as bare text.
_ITEMS = frozenset({"steps", "target_groups", "outputs", "outcomes"})
_TEXTS = frozenset({
    "foreword", "principles", "objectives", "goals", "benefits", "risk_introduction", "rationale",
    "responsible_units", "results", "problems", "suggestions", "supporting_factors", "eplan_problems",
    "eplan_suggestions", "paragraphs", "duties", "background", "facts", "proposal", "methods", "introduction",
})  # fmt: skip


@cache
def normalise_source(raw: str) -> str:
    """Return a text file's content as passages: one a line, cells of a table one a line, digits as printed."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", raw))
    text = _SPLIT_SARA_AM.sub(lambda match: match[1] + "\u0e33", text).replace("\t", "\n")
    lines = (re.sub(r"[ \u00a0\u2000-\u200a\u3000]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def squeeze(text: str) -> str:
    """Return the text without any white space, for comparing what was read with what is printed."""
    return re.sub(r"\s+", "", normalise_source(text))


@dataclass(frozen=True)
class Leaf:
    """One field that the document holds.

    Attributes:
        record: plan, project, progress, report, measures, or paper:<n> in the document's order.
        of: The project's or measure's printed number, empty where the record is one only.
        path: Keys of the YAML model and positions in lists.
        readings: Values that are right; a line break in one may be read as a space or as nothing.
        optional: Right where it is read, but nothing is lost without it.
        joined: How the text falls into items is open: all items of the list are compared as one.
        also: Other places (record, path) of the same project where the value is right as well.
    """

    record: str
    of: str
    path: tuple[Step, ...]
    readings: tuple[str, ...]
    optional: bool = False
    joined: bool = False
    also: tuple[tuple[str, tuple[Step, ...]], ...] = ()


@dataclass
class Truth:
    """All that is known about one document.

    Attributes:
        leaves: The fields.
        names: The names of each project or measure, by its printed number.
        cards: The text of each detail card.
        unscored: Parts of which no truth was made (``record/key.key``, or ``record/key/number`` of one project):
            neither asked for nor held against.
        text: The normalised source; the whole of it, or what a format must show of it.
        lao: The full name of the office.
    """

    leaves: list[Leaf]
    names: dict[str, list[str]] = field(default_factory=dict)
    cards: list[str] = field(default_factory=list)
    unscored: frozenset[str] = frozenset()
    text: str = ""
    lao: str = ""


def canonical_path(record: str, path: list[Step] | tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the one spelling of a path: bare items as text, one-or-many as a list, money of every year as one."""
    steps = list(path)
    for position, step in enumerate(steps[1:], 1):
        if steps[position - 1] in MAPPINGS:
            steps[position] = str(step)
        elif isinstance(step, str) and step.isdigit():
            steps[position] = int(step)
    if steps[-1] == "every_year":
        steps.pop()
    if steps[-1] in _ITEMS | _TEXTS:
        steps.append(0)
    bare = record == "project" or (record == "progress" and "steps" in steps)
    if bare and isinstance(steps[-1], int) and steps[-2] in _ITEMS:
        steps.append("text")
    return tuple(steps)


def load_truth(path: Path, source: str) -> Truth:
    """Read the truth about a real document beside its normalised source.

    Raises:
        ValueError: The source is not the one that the spans were made for.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    digest = hashlib.sha256(source.encode()).hexdigest()
    if digest != data["sha256"]:
        raise ValueError(f"{path.name}: the normalised source has the SHA-256 {digest}, not {data['sha256']}")

    def read(spans: list[list[int]]) -> str:
        return "\n".join(source[start:end] for start, end in spans)

    leaves = [
        Leaf(
            item["record"],
            item.get("of", ""),
            canonical_path(item["record"], item["path"]),
            (*item.get("values", []), *(read(spans) for spans in item.get("spans", []))),
            optional=item.get("optional", False),
            joined=item.get("joined", False),
            also=tuple((record, canonical_path(record, place)) for record, place in item.get("also", [])),
        )
        for item in data["fields"]
    ]
    names = {number: [read(spans) for spans in all_spans] for number, all_spans in data.get("names", {}).items()}
    cards = [source[start:end] for start, end in data.get("cards", [])]
    return Truth(leaves, names, cards, frozenset(data.get("unscored", [])), source, data["lao"])
