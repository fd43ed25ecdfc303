"""How long checking a plan of 500 projects and ten rounds takes, and how much memory.

Run with ``make bench``. Prints CPU seconds and peak memory of ``prongsai check`` as a whole process, and how many times
a rule looks at one LAO per second.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from prongsai.checks.registry import get_rules
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier

PROJECTS = 500
YEARS = range(2566, 2571)
RUNS = 3


def write_plans(folder: Path) -> None:
    """Write one LAO of 500 projects with detail cards, and two rounds in each of five years."""
    (folder / "progress").mkdir(parents=True)
    (folder / "2566-2570" / "projects").mkdir(parents=True)
    lao = {"type": "เทศบาลตำบล", "name": "หนองดี", "province": "สมมติ", "sample": "true"}
    lao["minimum_projects"] = {str(year): "400" for year in YEARS}
    files: dict[str, object] = {"lao": lao, "2566-2570/plan": {"years": "2566-2570"}}
    for number in range(1, PROJECTS + 1):
        files[f"2566-2570/projects/p{number:03}"] = {
            "number": str(number),
            "eplan_number": str(number),
            "name": f"โครงการเสริมสร้างความโปร่งใสในการปฏิบัติงานชุดที่ {number}",
            "mission": f"{number % 4 + 1}.{number % 3 + 1}",
            "rationale": [f"งานด้านที่ {number} ต้องโปร่งใสและตรวจสอบได้ จึงจัดทำโครงการนี้ขึ้น"],
            "objectives": [f"เพื่อให้งานด้านที่ {number} ข้อที่ {item} ตรวจสอบได้" for item in range(4)],
            "steps": [f"ขั้นตอนที่ {item} ของงานด้านที่ {number}" for item in range(6)],
            "budget": "180000",
            "responsible_units": ["สำนักปลัด"],
        }
    for year in YEARS:
        for round_ in ("06", "12"):
            files[f"progress/{year}-{round_}"] = {
                "projects": [
                    {
                        "project": f"p{number:03}",
                        "status": "done" if round_ == "12" else "in_progress",
                        "ordinance": "180000",
                        "disbursed": "90000" if round_ == "06" else "170000",
                        "results": [f"จัดกิจกรรมของงานด้านที่ {number} ปี {year} ครบตามแผนที่วางไว้"],
                        "outcomes": [f"ประชาชนเข้าถึงงานด้านที่ {number} ได้สะดวกขึ้นในปี {year}"],
                    }
                    for number in range(1, PROJECTS + 1)
                ]
            }
    for name, data in files.items():
        (folder / f"{name}.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    script = (
        "import re, sys\nfrom pathlib import Path\nfrom prongsai.cli.main import cli\ntry:\n    cli(['check'])\nfinally:\n"
        "    status = Path('/proc/self/status').read_text(encoding='utf-8')\n"
        "    print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) / 1024, file=sys.stderr)\n"
    )
    seconds, megabytes = [], []
    with tempfile.TemporaryDirectory() as name:
        write_plans(Path(name) / "plans" / "speed")
        for _ in range(RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run = subprocess.run(
                [sys.executable, "-c", script], cwd=name, capture_output=True, encoding="utf-8", check=False
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            megabytes.append(float(run.stderr.split()[-1]))
        [loaded] = load_plans(Path(name) / "plans")
        assert isinstance(loaded, LoadedDossier)
        start = time.process_time()
        found = sum(1 for rule in get_rules() for _ in rule.check(loaded))
        rules = time.process_time() - start
    print(f"{PROJECTS} projects, {2 * len(YEARS)} rounds, {len(get_rules())} rules, {found} findings")
    print(f"prongsai check: {statistics.median(seconds):.2f} CPU s (at most 3), {max(megabytes):.0f} MB (at most 200)")
    print(f"the rules alone: {rules:.2f} CPU s, {len(get_rules()) / rules:.0f} rules per second")


if __name__ == "__main__":
    main()
