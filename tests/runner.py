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
    folder: Path, commands: Sequence[Sequence[str]], environment: Mapping[str, str], *before: str
) -> list[Ended]:
    """Run commands one after the other in one process, and return how each ended.

    Args:
        folder: The working folder.
        commands: The words of each; the first is ``mkdocs`` or ``prongsai``.
        environment: Variables, besides those of this process.
        before: Words before the process's own command, which change its rights.
    """
    runner = _start_runner(before)
    assert runner.stdin
    assert runner.stdout
    order = {"folder": str(folder), "environment": {**os.environ, **environment}, "commands": commands}
    runner.stdin.write(json.dumps(order) + "\n")
    runner.stdin.flush()
    endings = json.loads(runner.stdout.readline())
    return [subprocess.CompletedProcess(command, *ending) for command, ending in zip(commands, endings, strict=True)]


@cache
def _start_runner(before: Sequence[str]) -> subprocess.Popen[str]:
    """Start the script that runs commands; it ends with the tests."""
    runner = subprocess.Popen(
        [*before, sys.executable, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    atexit.register(runner.communicate)
    return runner
