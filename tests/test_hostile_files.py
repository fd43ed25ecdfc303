"""Files that are no plans: each gets a Thai error, in bounded time and memory, and never a traceback.

``prongsai check`` runs as a process of its own, so that what is measured is what web staff would wait for.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

SECONDS = 2.0
MEGABYTES = 200
LAO = "type: เทศบาลตำบล\nname: หนองดี\nprovince: สมมติ\nsample: true\n"


def write_alias_bomb(path: Path) -> None:
    """Nine levels of lists that repeat each other: a billion values if expanded."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_huge(path: Path) -> None:
    """A file of 100 MB, without filling the disk."""
    with path.open("wb") as file:
        file.truncate(100_000_000)


def write_many_values(path: Path) -> None:
    """As many values as two megabytes can hold."""
    path.write_text("years: 2566-2570\ngoals: [" + "x," * 990_000 + "x]\n", encoding="utf-8")


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "alias-bomb": (write_alias_bomb, "ไม่รองรับ"),
    "100-megabytes": (write_huge, "ใหญ่"),
    "many-values": (write_many_values, "ค่า"),
    "deep-list": (lambda path: path.write_text("a: " + "[" * 500_000, encoding="utf-8"), "ชั้น"),
    "deep-mapping": (lambda path: path.write_text("{a: " * 300_000, encoding="utf-8"), "ชั้น"),
    "deep-indent": (lambda path: path.write_text("\n".join(" " * n + "a:" for n in range(1900)), encoding="utf-8"), "ชั้น"),
    "binary": (lambda path: path.write_bytes(os.urandom(200_000)), "UTF-8"),
    "zero-bytes": (lambda path: path.write_bytes(b"\x00" * 10_000), ""),
    "cp874": (lambda path: path.write_bytes("years: ๒๕๖๖-๒๕๗๐\nforeword: คำนำของแผน\n".encode("cp874")), "iconv -f CP874"),
    "utf-16": (lambda path: path.write_bytes("years: 2566-2570".encode("utf-16")), "UTF-16"),
    "tabs": (lambda path: path.write_text("years: 2566-2570\ntargets:\n\t- indicator: ก\n", encoding="utf-8"), "แท็บ"),
    "open-quote": (lambda path: path.write_text('years: "2566-2570\ngoals: [ก]\n', encoding="utf-8"), "เครื่องหมายคำพูด"),
    "folder": (lambda path: path.mkdir(), "ไม่"),
    "link-outside": (lambda path: path.symlink_to("/etc/hostname"), "ลิงก์"),
    "link-to-itself": (lambda path: path.symlink_to(path.name), "เปิดไฟล์ไม่ได้"),
    "link-to-nothing": (lambda path: path.symlink_to("nowhere"), "เปิดไฟล์ไม่ได้"),
    "pipe": (os.mkfifo, "ไม่ใช่ไฟล์ธรรมดา"),
    "control-character": (lambda path: path.write_text('years: 2566-2570\nforeword: "\\x02"\n', encoding="utf-8"), "U+0002"),
    "many-documents": (lambda path: path.write_text("a: 1\n" + "---\na: 1\n" * 50_000, encoding="utf-8"), "มากกว่าหนึ่งชุด"),
    "object-tag": (lambda path: path.write_text("years: !!python/object/apply:os.system [id]\n", encoding="utf-8"), "ป้ายชนิด"),
    "long-line": (lambda path: path.write_text("years: " + "9" * 1_900_000, encoding="utf-8"), "ไม่ใช่ช่วงปี"),
    "odd-keys": (lambda path: path.write_text("? [a, b]\n: c\n? {d: e}\n: f\n", encoding="utf-8"), "คีย์"),
    "list-at-top": (lambda path: path.write_text("- a\n- b\n", encoding="utf-8"), "คีย์"),
}  # fmt: skip

BOM = "\ufeff"


def run_check(plans: Path) -> tuple[subprocess.CompletedProcess[str], float, float]:
    """Return what ``prongsai check`` says, its CPU seconds and its peak memory in megabytes."""
    script = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from prongsai.cli.main import cli\n"
        "try:\n"
        f"    cli(['check', '--plans', {str(plans)!r}])\n"
        "finally:\n"
        # Not ru_maxrss, which a process inherits from the one that started it.
        "    peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text(encoding='utf-8'))[1]\n"
        "    print(f'measured {int(peak) / 1024:.0f}', file=sys.stderr)\n"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return result, seconds, float(result.stderr.rpartition("measured ")[2])


def write_case(plans: Path, name: str) -> None:
    """Write an LAO with a hostile file and another file with a mistake."""
    folder = plans / name
    (folder / "measures").mkdir(parents=True)
    (folder / "lao.yml").write_text(LAO, encoding="utf-8")
    (folder / "measures" / "2567.yml").write_text("unknown: 1\n", encoding="utf-8")
    (folder / "2566-2570").mkdir()
    CASES[name][0](folder / "2566-2570" / "plan.yml")


def check_told(result: subprocess.CompletedProcess[str], *names: str) -> None:
    """Check that the hostile file of each LAO is named with a Thai reason, and its other file is still checked."""
    assert result.returncode == 1, result.stderr
    assert "Traceback" not in result.stderr
    for name in names:
        problems = re.split(r"\n(?=\S*plans/)", result.stdout)
        told = "\n".join(problem for problem in problems if f"plans/{name}/" in problem.partition(": ")[0])
        assert f"plans/{name}/2566-2570/plan.yml" in told
        assert CASES[name][1] in told
        assert f"plans/{name}/measures/2567.yml:1:1" in told
        assert len(told) < 5_000


def test_hostile_files_are_told(tmp_path: Path) -> None:
    """Each is, and all together take no more time and memory than one may."""
    for name in CASES:
        write_case(tmp_path / "plans", name)

    result, seconds, megabytes = run_check(tmp_path / "plans")

    check_told(result, *CASES)
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES


def test_windows_files_are_read(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends are no problem."""
    for name, mark, ending in (("a", "", "\r\n"), ("b", BOM, "\n"), ("c", BOM, "\r\n")):
        folder = tmp_path / "plans" / name
        folder.mkdir(parents=True)
        text = LAO.replace("หนองดี", f"หนองดี{name}").replace("\n", ending)
        (folder / "lao.yml").write_bytes((mark + text).encode())

    result, _, _ = run_check(tmp_path / "plans")

    assert result.returncode == 0, result.stdout
