"""How long reading the history of 1,000 commits takes, and how long it takes again when ten more are there.

Run with ``make bench``. Prints CPU seconds of a process that reads and judges the history of one LAO of 30 projects with
cards and ten rounds, git's own included: without anything kept, with all kept, with all but the newest ten kept.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

COMMITS, NEW = 1_000, 10
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
PROJECTS = range(1, 31)
ROUNDS = [f"{year}-{round_}" for year in range(2566, 2571) for round_ in ("06", "12")]
LAO = "type: เทศบาลตำบล\nname: หนองดี\nprovince: สมมติ\n"
_SCRIPT = """
from pathlib import Path
from prongsai.build.checked import check_plans
from prongsai.history.history import make_history
from prongsai.history.log import load_logs
(loaded,) = check_plans(Path("plans")).laos
print(len(make_history(loaded, load_logs(Path("plans"), ["speed"])["speed"]).changes))
"""
_LOADING = (
    'from pathlib import Path\nfrom prongsai.build.checked import check_plans\ncheck_plans(Path("plans"))\nprint(0)\n'
)


def write_card(number: int, edits: int) -> str:
    """Return a project's card as it is after some edits."""
    steps = "".join(f"  - ขั้นตอนที่ {step} ของงานด้านที่ {number}\n" for step in range(1, 13))
    return (
        f"number: {number}\nname: โครงการเสริมสร้างความโปร่งใสชุดที่ {number}\nmission: {number % 4 + 1}.1\n"
        f"budget: {180_000 + 100 * edits}\nobjectives:\n  - เพื่อให้งานด้านที่ {number} ตรวจสอบได้\nsteps:\n{steps}"
        "responsible_units: สำนักปลัด\n"
    )


def write_round(edits: int) -> str:
    """Return a round's report as it is after some edits."""
    rows = "".join(
        f"  - project: p{number:02}\n    status: ดำเนินการแล้วเสร็จ\n    ordinance: 180000\n"
        f"    disbursed: {170_000 + (edits if number == edits % 30 + 1 else 0)}\n    results:\n"
        f"      - จัดกิจกรรมของงานด้านที่ {number} ครบตามแผนที่วางไว้\n"
        for number in PROJECTS
    )
    return f"projects:\n{rows}"


def write_stream(commits: int) -> bytes:
    """Return a repository for ``git fast-import``: the beginning, then one edit a commit, cards and reports in turn."""
    parts: list[bytes] = []

    def commit(files: dict[str, str]) -> None:
        time = 1_600_000_000 + len(parts) * 3_600
        message = "แก้\n\nเหตุผล: ตามบัญชี".encode()
        part = f"commit refs/heads/main\ncommitter office <office@example.go.th> {time} +0000\ndata {len(message)}\n".encode()
        part += message + b"\n"
        for name, text in files.items():
            data = text.encode()
            part += f"M 644 inline plans/speed/{name}\ndata {len(data)}\n".encode() + data + b"\n"
        parts.append(part)

    cards = {f"2566-2570/projects/p{number:02}.yml": write_card(number, 0) for number in PROJECTS}
    rounds = {f"progress/{name}.yml": write_round(0) for name in ROUNDS}
    commit({"lao.yml": LAO, "2566-2570/plan.yml": "years: 2566-2570\n", **cards, **rounds})
    for edit in range(1, commits):
        number = edit % 30 + 1
        card = {f"2566-2570/projects/p{number:02}.yml": write_card(number, edit)}
        commit(card if edit % 2 else {f"progress/{ROUNDS[edit // 2 % 10]}.yml": write_round(edit)})
    return b"\n".join(parts)


def measure(folder: Path, script: str) -> float:
    """Return the CPU seconds of a process and of the git that it calls."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert int(run.stdout) >= COMMITS - 1 or script is _LOADING  # one change a commit
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    kept = Path(".git") / "prongsai" / "history.json"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
        subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=write_stream(COMMITS + NEW), check=True)
        for tag, commit in (("newest", "main"), ("before", f"main~{NEW}")):
            subprocess.run(["git", "tag", tag, commit], cwd=folder, check=True)
        reset = ["git", "reset", "--quiet", "--hard"]
        subprocess.run([*reset, "before"], cwd=folder, check=True)
        times: dict[str, list[float]] = {"without it": [], "nothing kept": [], "all kept": [], f"{NEW} new": []}
        for _ in range(RUNS):
            times["without it"].append(measure(folder, _LOADING))
            (folder / kept).unlink(missing_ok=True)
            subprocess.run([*reset, "before"], cwd=folder, check=True)
            times["nothing kept"].append(measure(folder, _SCRIPT))
            times["all kept"].append(measure(folder, _SCRIPT))
            subprocess.run([*reset, "newest"], cwd=folder, check=True)
            times[f"{NEW} new"].append(measure(folder, _SCRIPT))
    own = statistics.median(times.pop("without it"))
    print(f"history of {COMMITS} commits, CPU seconds beside {own:.2f} for reading and checking the records")
    for what, seconds in times.items():
        print(f"  {what:>14}: {statistics.median(seconds) - own:6.2f}")


if __name__ == "__main__":
    main()
