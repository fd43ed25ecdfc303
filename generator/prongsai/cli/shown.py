"""Paths in the commands that a message tells to give next."""

from __future__ import annotations

import re
from pathlib import Path


def show_argument(path: Path) -> str:
    """Return a path as it is typed, in quotes that cmd, PowerShell and sh understand where it needs them."""
    text = str(path)
    return f'"{text}"' if re.search(r"[\s&()';|<>^]", text) else text
