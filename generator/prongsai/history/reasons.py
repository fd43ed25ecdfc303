"""Why a change was made: the line ``เหตุผล:`` or ``Reason:`` in the words of its commit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from prongsai.thai.text import normalise

# The line, and those after it that are indented.
_REASON = re.compile(
    r"^[ \t]*(?:เหตุผล|reason)[ \t]*[:：][ \t]*(?P<text>.+(?:\n[ \t]+\S.*)*)", re.IGNORECASE | re.MULTILINE
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LONGEST = 1_000

Parents = tuple[str, ...]


def parse_reason(message: str) -> str:
    """Return the reason that a commit's message gives; empty where it gives none."""
    found = (match["text"] for match in _REASON.finditer(normalise(message)))
    return "; ".join(dict.fromkeys(" ".join(_CONTROL.sub(" ", text).split()) for text in found))[:_LONGEST]


def find_merged(commits: Iterable[tuple[str, Parents, str]], branch: Iterable[str]) -> dict[str, list[str]]:
    """Return the commits that each merge brought into the branch, the oldest first.

    Args:
        commits: Id, parents and message of all commits, the newest first.
        branch: The commits of the branch itself, the oldest first.
    """
    parents: Mapping[str, Parents] = {id_: parents for id_, parents, _ in commits}
    seen = set(branch)
    merged: dict[str, list[str]] = {}
    for id_ in list(branch):
        waiting = list(parents.get(id_, ())[1:])
        while waiting:
            other = waiting.pop()
            if other not in seen:
                seen.add(other)
                merged.setdefault(id_, []).insert(0, other)
                waiting += parents.get(other, ())
    return merged
