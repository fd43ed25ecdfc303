"""Patterns that are compiled when they are first used.

The rules know some four hundred patterns, many of them lists of hundreds of Thai words: compiling all takes longer than
reading and checking an LAO, and most texts have no word for which most patterns would be asked.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    """Stands in for a compiled pattern; its methods are taken from that one when the first of them is called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in (
            "findall",
            "finditer",
            "fullmatch",
            "match",
            "search",
            "split",
            "sub",
        ):  # not asked for here again
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when one of its methods is first called.

    It is used by its methods only: it is not the ``re`` of its matches, and the functions of ``re`` do not take it.

    Args:
        pattern: The regular expression; wrong, it is told when it is used.
        flags: Those of ``re``.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
