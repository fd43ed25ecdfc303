"""How long generating 600 project cards takes, next to the MkDocs build that follows.

Run with ``make bench``. Prints the median CPU seconds of three runs and, as the last line, the ratio.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from prongsai.build.checked import check_plans
from prongsai.documents.shelf import Shelf
from prongsai.outputs.artifact import hold
from prongsai.outputs.pages.kinds.project_pages import render_pages
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.writer import Writer
from prongsai.places import STARTER
from prongsai.thai.clock import get_today

CARDS = 600
RUNS = 3
SENTENCE = (
    "การบริหารงานขององค์กรปกครองส่วนท้องถิ่นต้องโปร่งใสและตรวจสอบได้ ประชาชนจึงควรเข้าถึงข้อมูลข่าวสารของราชการได้สะดวก "
    "และมีส่วนร่วมในการเฝ้าระวังการทุจริตในพื้นที่ของตน"
)


def write_plans(folder: Path) -> None:
    """Write one LAO with 600 full detail cards and a report on each."""
    folder.mkdir(parents=True)
    (folder / "progress").mkdir()
    (folder / "2566-2570" / "projects").mkdir(parents=True)
    lao = {
        "type": "เทศบาลตำบล",
        "name": "ทดสอบความเร็ว",
        "province": "สมมติ",
        "sample": "true",
        "minimum_projects": {"2566": "500"},
    }
    cards = [
        {
            "id": f"p{number:03}",
            "number": str(number),
            "name": f"โครงการเสริมสร้างความโปร่งใสในการปฏิบัติงาน ชุดที่ {number}",
            "mission": f"{number % 4 + 1}.{number % 3 + 1}",
            "rationale": [SENTENCE, SENTENCE],
            "objectives": [f"เพื่อให้{SENTENCE}"] * 3,
            "target_groups": [{"text": "บุคลากรและประชาชน", "count": "60"}],
            "steps": [{"text": SENTENCE, "steps": ["เตรียมการ", "ดำเนินการ"]} for _ in range(6)],
            "budget": "180,000",
            "responsible_units": ["สำนักปลัด"],
            "outputs": [{"text": SENTENCE, "measure": "แบบประเมิน"} for _ in range(2)],
            "outcomes": [SENTENCE],
        }
        for number in range(1, CARDS + 1)
    ]
    reports = [
        {"project": card["id"], "status": "done", "disbursed": "150000", "results": [SENTENCE]} for card in cards
    ]
    files = {"lao": lao, "2566-2570/plan": {"years": "2566-2570"}, "progress/2566-12": {"projects": reports}}
    files |= {f"2566-2570/projects/{card['id']}": card for card in cards}
    for name, data in files.items():
        (folder / f"{name}.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def measure_process(command: list[str], folder: Path) -> float:
    """Return the CPU seconds of a whole process; papers, which MkDocs does not build, are left out."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PRONGSAI_PAPERS": "never"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_cards(project: Path) -> tuple[float, int, float]:
    """Return CPU seconds for rendering and writing the cards and their list from records, their number and mean size."""
    [loaded] = check_plans(project / "plans").laos
    start = time.process_time()
    pages = list(render_pages(LaoPages(Shelf(loaded.ledger), today=get_today())))
    with Writer(project / "cards", loaded.slug) as writer:
        writer.write("cards", [hold(page.path, page.render().encode()) for page in pages])
    seconds = time.process_time() - start
    sizes = [len(page.render().encode()) for page in pages if not page.path.endswith("/index.md")]
    return seconds, len(sizes), statistics.mean(sizes) / 1000


def main() -> None:
    """Measure and print."""
    cards, whole, builds = [], [], []
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        shutil.copytree(STARTER, project, dirs_exist_ok=True)
        write_plans(project / "plans" / "speed")
        for _ in range(RUNS):
            for folder in ("content", "cards"):
                shutil.rmtree(project / folder, ignore_errors=True)
                (project / folder).mkdir()
            seconds, number, size = measure_cards(project)
            cards.append(seconds)
            whole.append(measure_process(["prongsai.cli.main", "generate"], project))
            builds.append(measure_process(["mkdocs", "build", "--strict", "--quiet"], project))
    card, generate, build = (statistics.median(values) for values in (cards, whole, builds))
    print(f"{number} cards of {size:.1f} KB: median CPU seconds of {RUNS} runs")
    print(f"generating the cards (render and write)        {card:6.2f}")
    print(f"prongsai generate, whole process (start, read, check, all pages) {generate:6.2f}")
    print(f"mkdocs build that follows                      {build:6.2f}")
    print(f"whole process / mkdocs build: {generate / build:.1%}")
    print(f"generating the cards / mkdocs build: {card / build:.1%} (at most 8 %)")


if __name__ == "__main__":
    main()
