"""Runs commands as users do, each order in a process of its own that need not load the program again."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

SCRIPT = Path(__file__).with_name("run_commands.py")
Ended = subprocess.CompletedProcess[str]


def run_commands(
    folder: Path,
    commands: Sequence[Sequence[str]],
    environment: Mapping[str, str],
    *,
    is_ordinary: bool = False,
    seconds: float = 0,
) -> list[Ended]:
    """Run commands one after the other in one process, and return how each ended; none where it was killed.

    Args:
        folder: The working folder.
        commands: The words of each; the first is ``mkdocs`` or ``prongsai``.
        environment: Variables, besides those of this process.
        is_ordinary: The process obeys the rights of files, also where it is root's.
        seconds: When it is killed; 0 is never.
    """
    runner = _start_runner()
    assert runner.stdin
    assert runner.stdout
    order = {
        "folder": str(folder),
        "environment": {**os.environ, **environment},
        "commands": commands,
        "is_ordinary": is_ordinary,
        "seconds": seconds,
    }
    runner.stdin.write(json.dumps(order) + "\n")
    runner.stdin.flush()
    endings = json.loads(runner.stdout.readline())
    assert endings or seconds
    if not endings:
        return []
    return [subprocess.CompletedProcess(command, *ending) for command, ending in zip(commands, endings, strict=True)]


@cache
def _start_runner() -> subprocess.Popen[str]:
    """Start the script that runs commands; it ends with the tests."""
    runner = subprocess.Popen(
        [sys.executable, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    atexit.register(runner.communicate)
    return runner
