"""How long it takes from saving a record until the preview serves its page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from urllib.request import urlopen

from synthetic import edit_record

_SAVES = 6
_PATIENCE = 120  # seconds
_PAUSE = 0.05


class Save(NamedTuple):
    """How long it took until the page of a saved record was there, by the clock, and the seconds of CPU of the preview."""

    wall: float
    cpu: float


def measure_saves(folder: Path) -> list[Save]:
    """Return what each of several saves took, the first one after the start first.

    Args:
        folder: A site that was built.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "PRONGSAI_PAPERS": "never", "PYTHONUNBUFFERED": "1"}
    with TemporaryFile("a+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", place],
            cwd=folder,
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for_start(process, said)
            return [_measure_save(folder, f"http://{place}/", process.pid) for _ in range(_SAVES)]
        finally:
            process.kill()
            process.wait()


def _wait_for_start(process: subprocess.Popen[bytes], said: IO[str]) -> None:
    text = ""
    while "Serving on" not in text:
        if process.poll() is not None:
            raise SystemExit(text[-2000:])
        time.sleep(_PAUSE)
        said.seek(0)
        text = said.read()


def _measure_save(folder: Path, address: str, pid: int) -> Save:
    start, before = time.monotonic(), _read_cpu(pid)
    words = edit_record(folder / "plans")
    while time.monotonic() - start < _PATIENCE:
        for page in folder.glob("content/*/reports/2566-12/**/*.md"):
            if words in page.read_text(encoding="utf-8"):
                path = page.relative_to(folder / "content").as_posix().removesuffix(".md").removesuffix("/index")
                wall = _wait(f"{address}{path}/", words, start)
                return Save(wall, _read_cpu(pid) - before)
        time.sleep(_PAUSE)
    raise SystemExit("the preview does not build what was saved")


def _read_cpu(pid: int) -> float:
    """Return the seconds of CPU that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait(address: str, words: str, start: float) -> float:
    """Return the seconds until a page shows the words, whose spaces may be set."""
    while time.monotonic() - start < _PATIENCE:
        with urlopen(address) as answer:  # noqa: S310 - our own preview
            if words in answer.read().decode().replace("\u00a0", " "):
                return time.monotonic() - start
        time.sleep(_PAUSE)
    raise SystemExit(f"{address} does not show what was saved")
