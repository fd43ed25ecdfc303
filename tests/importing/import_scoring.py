"""Compares what ``prongsai import --report json`` read with the truth, field by field.

Nothing here knows how the importer works: it sees its report, the truth, and what a second reader finds in the file.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from import_matching import OWN_KEYS, Matched, match_fields
from import_report import Found, place_field, read_fields
from import_truth import Leaf, Step, Truth, squeeze
from import_values import is_printed

_CARD_EDGE = 40  # letters that no other card begins or ends with
_CLASSES = ("field", "label", "running_head", "leftover")


@dataclass
class Count:
    """Fields of one kind: how many there are, and how many are right."""

    wanted: int = 0
    got: int = 0
    read: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Share of the document's fields that were read rightly."""
        return self.got / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Share of the fields read that are right."""
        return self.right / self.read if self.read else 1.0


@dataclass
class Score:
    """How well one document was read.

    Attributes:
        kinds: Counts by kind of part.
        invented: Fields whose value does not stand at the place that they name.
        unaccounted: Characters in no class, and in more than one.
        overlooked: Passages that a second reader sees and the report's text lacks.
        added: Passages of the report's text that the document does not print.
        leftover_share: Share of a detail card's characters that were left over, of the card where it is largest.
        missed: Fields that were not read rightly, for a person.
        wrong: Fields read that are not right, for a person.
    """

    kinds: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    invented: list[str] = field(default_factory=list)
    unaccounted: list[str] = field(default_factory=list)
    overlooked: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    leftover_share: float = 0.0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def total(self) -> Count:
        """All kinds together."""
        counts = self.kinds.values()
        return Count(*(sum(getattr(count, name) for count in counts) for name in ("wanted", "got", "read", "right")))


def name_kind(record: str, path: tuple[Step, ...]) -> str:
    """Return the kind of part that a field belongs to."""
    head = path[0]
    if head in {"declared", "risks", "targets", "provincial"}:
        return str(head)
    if record == "project":
        table = {"number", "name", "mission", "dimension", "kind", "note", "eplan_number", "eplan_name"}
        return "project table" if head in table else "cards"
    return record.partition(":")[0]


def score_report(report: dict[str, Any], truth: Truth, *, nesting: bool = True) -> Score:
    """Score the importer's report of one file.

    Args:
        report: One object of the list that ``--report json`` prints.
        truth: What the file holds.
        nesting: False where damage took the levels of the steps away: only their texts and order count.
    """
    score = Score()
    found = read_fields(report)
    score.invented = [_describe(item) for item in found if not _is_honest(item, report["text"])]
    found = [place_field(item, truth) for item in found]
    _count(score, match_fields(truth, found, nesting=nesting))
    _account(score, report)
    _weigh_leftovers(score, report, truth.cards)
    return score


def _is_honest(item: Found, text: str) -> bool:
    """Tell whether the value stands where the field says: a field without a place is invented."""
    if item.path[-1] in OWN_KEYS:
        return True
    passage = "\n".join(text[start:end] for start, end in sorted(item.spans))
    return bool(item.spans) and is_printed(item.path, item.value, passage)


def _count(score: Score, matched: Matched) -> None:
    by_place = {(leaf.record, leaf.of, leaf.path): leaf for leaf in matched.wanted}
    for leaf in matched.wanted:
        if leaf.optional and id(leaf) not in matched.got:
            continue
        count = score.kinds[name_kind(leaf.record, leaf.path)]
        count.wanted += 1
        count.got += id(leaf) in matched.got
        if id(leaf) not in matched.got:
            score.missed.append(f"{_where(leaf)}: {leaf.readings[0][:90]!r}")
    for item in matched.read:
        count = score.kinds[name_kind(item.record, item.path)]
        count.read += 1
        count.right += id(item) in matched.right
        if id(item) not in matched.right:
            there = by_place.get((item.record, item.of, item.path))
            score.wrong.append(_describe(item) + (f" for {there.readings[0][:60]!r}" if there else ""))


def _account(score: Score, report: dict[str, Any]) -> None:
    text: str = report["text"]
    classes: list[set[str]] = [set() for _ in text]
    everything = {
        "field": [span for item in report["fields"] for span in item["spans"]],
        "label": report["labels"],
        "running_head": report["running_heads"],
        "leftover": [item["span"] for item in report["leftovers"]],
    }
    for name in _CLASSES:
        for start, end in everything[name]:
            for position in range(start, min(end, len(text))):
                classes[position].add(name)
    faulty = [len(found) != 1 and not letter.isspace() for letter, found in zip(text, classes, strict=True)]
    position = 0
    while position < len(text):
        if faulty[position]:
            end = position
            while end < len(text) and (faulty[end] or text[end].isspace()):
                end += 1
            names = "+".join(sorted(classes[position])) or "nothing"
            while text[end - 1].isspace():
                end -= 1
            score.unaccounted.append(f"[{position}, {end}] {names}: {text[position:end][:80]!r}")
            position = end
        position += 1


def _weigh_leftovers(score: Score, report: dict[str, Any], cards: list[str]) -> None:
    """Find the card of which most was left over; a card is found by its first and last words."""
    text: str = report["text"]
    letters = [position for position, letter in enumerate(text) if not letter.isspace()]
    whole = "".join(text[position] for position in letters)
    left = {position for item in report["leftovers"] for position in range(*item["span"])}
    for card in map(squeeze, cards):
        start = whole.find(card[:_CARD_EDGE])
        end = whole.find(card[-_CARD_EDGE:], start) + _CARD_EDGE
        if start >= 0 and end > start:
            lost = sum(position in left for position in letters[start:end])
            score.leftover_share = max(score.leftover_share, lost / (end - start))


def _where(item: Leaf | Found) -> str:
    return f"{item.record} {item.of} {'.'.join(str(step) for step in item.path)}".replace("  ", " ")


def _describe(item: Found) -> str:
    return f"{_where(item)} = {item.value[:90]!r}"
