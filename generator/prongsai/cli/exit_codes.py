"""What the exit code of a command tells."""

from __future__ import annotations

CLEAN, PROBLEMS, FAILED = 0, 1, 2
