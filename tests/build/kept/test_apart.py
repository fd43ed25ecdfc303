"""Processes that build LAOs for another, and are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from prongsai.build.kept.apart import build_apart
from prongsai.build.kept.cache import APART, Cache
from prongsai.build.kept.task import Task

_ASKING = """
import os, sys, time
from prongsai.build.kept import apart
from prongsai.build.kept.task import Task
def build(task):
    os.write(1, b"%d\\n" % os.getpid())  # at once, or the other's number may stand inside
    time.sleep(60)
apart.build_task, apart._PAUSE = build, 0.1
apart.build_apart(Task("", "", sys.argv[1], ("bandin", "bannam")), 2)
"""


def _be_killed(_: Task) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_killed_process_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever builds the site finds out what is missing, and builds it itself."""
    monkeypatch.setattr("prongsai.build.kept.apart.build_task", _be_killed)

    build_apart(Task("", "", str(tmp_path), ("bandin", "bannam")), 2)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="tells of processes by /proc")
def test_processes_end_with_the_one_that_asked(tmp_path: Path) -> None:
    """Killed, it leaves nobody behind who waits for more to do."""
    command = [sys.executable, "-c", _ASKING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as asking:
        assert asking.stdout
        working = {int(asking.stdout.readline()) for _ in range(2)}
        asking.kill()

    end = time.monotonic() + 20
    while any(Path(f"/proc/{process}").exists() for process in working) and time.monotonic() < end:
        time.sleep(0.1)

    assert not [process for process in working if Path(f"/proc/{process}").exists()]


def test_folder_of_a_killed_process_is_removed_some_day(tmp_path: Path) -> None:
    """Not at once: it may still be working."""
    left, new = tmp_path / f"{APART}old", tmp_path / f"{APART}new"
    for folder in (left, new):
        folder.mkdir()
    os.utime(left, (0, 0))

    Cache(tmp_path).trim()

    assert list(tmp_path.iterdir()) == [new]
