"""Refused settings as text: the same lines as a problem in the data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prongsai.diagnostics.text import VISIBLE
from prongsai.problem import Severity
from prongsai.settings.refusal import Refusal, find_place


def format_refusals(refusals: Iterable[Refusal], settings_file: Path) -> str:
    """Return refused settings, two lines each: place and message, fix."""
    return "\n".join(
        f"{find_place(settings_file, refusal)}: {Severity.ERROR.label}: {refusal.message.translate(VISIBLE)}\n"
        f"  วิธีแก้: {refusal.fix}"
        for refusal in refusals
    )
