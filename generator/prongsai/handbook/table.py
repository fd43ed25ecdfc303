"""Tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# An English word in small letters is something that is typed: a key, a file, a value. The e of e-PlanNACC is not.
_TYPED = re.compile(
    r"(?<![A-Za-z`/#-])(?:(?:prongsai(?: (?:new|sheet))?|mkdocs) )?\.?[a-z][a-z0-9_]*(?:[./-][a-z0-9_]+)*/?(?![A-Za-z`-])"
)


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown in one line."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{'---|' * len(head)}", *lines[1:]])


def mark_typed(text: str) -> str:
    """Return a Thai text with what is typed letter for letter as code."""
    return _TYPED.sub(r"`\g<0>`", text)
