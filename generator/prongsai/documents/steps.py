"""The steps of a project or of its progress as a list."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.blocks.blocks import Line, Span
from prongsai.records.project import Step


def number_steps(steps: Sequence[Step], prefix: str = "") -> tuple[Line, ...]:
    """Return steps as a numbered list that nests: 1), 1.1), or the numbers of the document."""
    return tuple(
        Line(
            (Span(step.text),),
            step.number or f"{prefix}{place})",
            number_steps(step.steps, f"{prefix}{place}."),
        )
        for place, step in enumerate(steps, 1)
    )
