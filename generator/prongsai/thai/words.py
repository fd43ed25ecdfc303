"""Words, and where a line may end inside them: a committed list, for no program's own dictionary knows them all.

A line of ``words.txt`` is a word; at ``|`` a line may end, and ``*`` tells that browsers break it elsewhere. The points are
set by hand: ``tests/make_words.py`` finds the words that are missing and the ones that browsers break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

LIST = Path(__file__).with_suffix(".txt")


class Word(NamedTuple):
    """A word.

    Attributes:
        parts: What stands between the points where a line may end.
        is_torn: Browsers break it elsewhere.
    """

    parts: tuple[str, ...]
    is_torn: bool = False

    @property
    def text(self) -> str:
        """The word as it is written."""
        return "".join(self.parts)

    @property
    def points(self) -> frozenset[int]:
        """Before which of its characters a line may begin."""
        return frozenset(accumulate(map(len, self.parts[:-1])))


@cache
def load_words() -> tuple[Word, ...]:
    """Return the words of the list in its order."""
    return tuple(
        Word(tuple(line.rstrip("*").split("|")), line.endswith("*"))
        for line in LIST.read_text(encoding="utf-8").splitlines()
    )


def make_pattern(texts: Iterable[str]) -> str:
    """Return a regular expression without groups that finds the longest of some texts.

    What many texts begin with is tried once, so that a long list is as fast as a short one.
    """
    tree: dict[str, Any] = {}
    for text in texts:
        branch = tree
        for letter in text:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _write_branch(tree)


def _write_branch(tree: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _write_branch(branch) for letter, branch in sorted(tree.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in tree else joined
