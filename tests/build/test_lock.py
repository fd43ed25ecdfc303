"""Two commands that write one ``content/``: the second waits, and neither publishes what the other wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Site
from prongsai.build.lock import ContentLock
from prongsai.exceptions import OutputError

HOLD = """
import sys, time
from pathlib import Path
from prongsai.build.lock import ContentLock
with ContentLock(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


def start_holder(content: Path) -> subprocess.Popen[str]:
    """Start a process that holds the lock until it is sent a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, content], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    """Let a process go, and wait until it is gone."""
    process.communicate("\n", timeout=30)


def test_second_command_waits_and_says_so(tmp_path: Path) -> None:
    """What is waited for is told once; then the work goes on."""
    holder = start_holder(tmp_path)
    told: list[str] = []

    def let_go(message: str) -> None:
        told.append(message)
        end(holder)

    with ContentLock(tmp_path, let_go):
        assert told == [f"คำสั่งอื่นกำลังเขียน {tmp_path} รอให้เสร็จก่อน"]


def test_patience_has_an_end(tmp_path: Path) -> None:
    """A command that never ends is told, with what to do."""
    holder = start_holder(tmp_path)
    try:
        with pytest.raises(OutputError, match="ปิดคำสั่งนั้นก่อน แล้วสั่งใหม่"):
            ContentLock(tmp_path, lambda _: None).take(patience=0.1)
    finally:
        end(holder)


def test_killed_command_keeps_nothing(tmp_path: Path) -> None:
    """The system takes the lock from a process that is gone, and no file stays behind."""
    holder = start_holder(tmp_path)
    holder.kill()
    holder.communicate(timeout=30)

    ContentLock(tmp_path, lambda _: None).take(patience=0)

    assert list(tmp_path.iterdir()) == []


def test_lock_can_be_taken_again(tmp_path: Path) -> None:
    """The live preview builds again and again in one process."""
    lock = ContentLock(tmp_path, lambda _: None)
    for _ in range(2):
        lock.take(patience=0)
        lock.take(patience=0)
        lock.give_back()


def test_folder_is_made(tmp_path: Path) -> None:
    """A first command finds no folder yet."""
    with ContentLock(tmp_path / "new" / "content", lambda _: None):
        assert (tmp_path / "new" / "content").is_dir()


@pytest.mark.slow
def test_two_sites_of_one_content_are_not_mixed(tmp_path: Path) -> None:
    """Two builds with different addresses that wait together give two sites, each with its own address only."""
    site = Site(tmp_path / "project", has_handbook=False)
    site.add_one_round()
    lock = ContentLock(site.content, print)
    lock.take()
    builds = {
        name: subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-d", name],
            cwd=site.folder,
            env={**os.environ, "PRONGSAI_PAPERS": "never", "SITE_URL": f"https://{name}.example/"},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in ("first", "second")
    }
    for build in builds.values():
        assert build.stderr
        assert any("รอให้เสร็จก่อน" in line for line in iter(build.stderr.readline, ""))
    lock.give_back()
    told = {name: build.communicate(timeout=300)[1] for name, build in builds.items()}
    assert {build.returncode for build in builds.values()} == {0}, told

    for name in builds:
        pages = [page.read_text(encoding="utf-8") for page in (site.folder / name).rglob("*.html")]
        assert len(pages) > 10
        assert {found for page in pages for found in re.findall(r"https://(\w+)\.example/", page)} == {name}
