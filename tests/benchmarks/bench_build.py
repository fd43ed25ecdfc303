"""Whole builds of a province's LAOs beside those of others: CPU and wall seconds, memory, size; then what must hold.

Run with ``make bench``, which sets up the peers in an environment of their own. ``BENCH_LAOS`` and ``BENCH_RUNS`` change
the size; ``BENCH_PAPERS=1`` measures ours with PDF and Word files too, which takes minutes; ``BENCH_SCALE=1`` builds ten
and a hundred LAOs.
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import yaml
from prongsai.places import STARTER
from serving import measure_saves
from synthetic import CARDS, edit_record, write_lao

LAOS = int(os.environ.get("BENCH_LAOS", "20"))
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
WITH_PAPERS, WITH_SCALE = bool(os.environ.get("BENCH_PAPERS")), bool(os.environ.get("BENCH_SCALE"))
PEERS = Path(os.environ.get("BENCH_PEERS", ".venv/bench")).absolute() / "bin"
BARE = {
    "site_name": "ทดสอบ",
    "docs_dir": "content",
    "theme": {"name": "material", "language": "th", "font": False},
    "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", "toc"],
    "plugins": [],
    "nav": [{"หน้าแรก": "index.md"}],
    "not_in_nav": "/*/",
}
STOCK = {key: value for key, value in BARE.items() if key not in {"nav", "not_in_nav"}} | {
    "plugins": [{"search": {"lang": "th"}}]
}
HUGO = {
    "contentDir": "hugo",
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
    "disableKinds": ["taxonomy", "RSS"],
}
HUGO_PAGE = "<!doctype html><html lang=th><title>{{ .Title }}</title><body><main>{{ .Content }}</main></body></html>"


@dataclass
class Cost:
    """What a process took: seconds of CPU and by the clock, peak memory in MB, without those that it started."""

    cpu: float
    wall: float
    memory: float


class Bench:
    """One folder with plans, our settings and those of the peers."""

    def __init__(self, folder: Path, laos: int = LAOS) -> None:
        """Write everything."""
        self.folder = folder
        shutil.copytree(STARTER, folder, dirs_exist_ok=True)
        for number in range(laos):
            write_lao(folder / "plans" / f"lao-{number:03}", number)
        for name, settings in (("bare", BARE), ("stock", STOCK)):
            text = yaml.safe_dump({**settings, "site_dir": name}, allow_unicode=True)
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        (folder / "layouts").mkdir()
        for name in ("home", "page", "section", "single", "list"):
            (folder / "layouts" / f"{name}.html").write_text(HUGO_PAGE, encoding="utf-8")
        (folder / "hugo.yaml").write_text(yaml.safe_dump(HUGO), encoding="utf-8")

    def run(self, *command: str, papers: str = "never", jobs: int = 1) -> Cost:
        """Run a command to its end."""
        start = time.monotonic()
        settings = {"NO_MKDOCS_2_WARNING": "1", "PRONGSAI_PAPERS": papers, "PRONGSAI_JOBS": str(jobs)}
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env={**os.environ, **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        message = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(message.decode(errors="replace")[-2000:])
        return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1000)

    def remove(self, *names: str) -> None:
        """Put folders aside, so that a build begins from nothing.

        Where thousands of files were just removed, ext4 takes seconds of CPU to make new ones.
        """
        for name in names:
            with suppress(FileNotFoundError):
                (self.folder / name).rename(Path(tempfile.mkdtemp(dir=self.folder, prefix="aside-")) / name)
        (self.folder / "content").mkdir(exist_ok=True)

    def again(self, papers: str = "never", jobs: int = 1) -> Cost:
        """Build with nothing changed."""
        return self.run(sys.executable, "-m", "mkdocs", "build", "-q", papers=papers, jobs=jobs)

    def ours(self, papers: str = "never", jobs: int = 1) -> Cost:
        """Build all."""
        self.remove("content", ".cache", "site")
        return self.again(papers, jobs)

    def edit(self, papers: str = "never") -> Cost:
        """Build with one record changed."""
        edit_record(self.folder / "plans")
        return self.again(papers)

    def generate(self) -> Cost:
        """Check and write the Markdown only."""
        self.remove("content", ".cache")
        return self.run(sys.executable, "-m", "prongsai.cli.main", "generate")

    def check(self) -> Cost:
        """Check one LAO."""
        return self.run(sys.executable, "-m", "prongsai.cli.main", "check", "--lao", "lao-000")

    def help(self) -> Cost:
        """Ask the command for its help."""
        return self.run(sys.executable, "-m", "prongsai.cli.main", "--help")

    def empty(self) -> Cost:
        """Ask a click program without any command for its help."""
        return self.run(sys.executable, "-c", "import click; click.Group('empty')(['--help'])")

    def bare(self) -> Cost:
        """Build the same Markdown with mkdocs-material, lean settings."""
        return self.run(str(PEERS / "mkdocs"), "build", "-q", "-f", "bare.yml")

    def stock(self) -> Cost:
        """Build it with the settings of mkdocs-material's manual."""
        return self.run(str(PEERS / "mkdocs"), "build", "-q", "-f", "stock.yml")

    def hugo(self) -> Cost:
        """Build it with Hugo, which checks nothing, and a theme of one line."""
        self.remove("public", "resources", "hugo")
        shutil.copytree(self.folder / "content", self.folder / "hugo")
        for page in (self.folder / "hugo").rglob("index.md"):  # which Hugo takes for a page without others below it
            page.rename(page.with_name("_index.md"))
        return self.run(str(PEERS / "hugo"), "--quiet")

    def zensical(self) -> Cost:
        """Build it with Zensical, cold."""
        self.remove("bare")
        return self.run(str(PEERS / "zensical"), "build", "--clean", "-f", "bare.yml")

    def list_steps(self) -> dict[str, tuple[Callable[[], Cost], str]]:
        """Return what is measured, with the folder of its output."""
        steps: dict[str, tuple[Callable[[], Cost], str]] = {}
        if WITH_PAPERS:
            steps |= {
                "ours, papers: all, two jobs": (lambda: self.ours("build", 2), "site"),
                "ours, papers: all": (lambda: self.ours("build"), "site"),
                "ours, papers: nothing changed": (lambda: self.again("build"), "site"),
                "ours, papers: one edit": (lambda: self.edit("build"), "site"),
            }
        steps |= {
            "ours: all, two jobs": (lambda: self.ours(jobs=2), "site"),
            "ours: all": (self.ours, "site"),
            "ours: nothing changed": (self.again, "site"),
            "ours: one edit": (self.edit, "site"),
        }
        if PEERS.is_dir():
            steps |= {
                "bare": (self.bare, "bare"),
                "stock": (self.stock, "stock"),
                "Hugo": (self.hugo, "public"),
                "Zensical, cold": (self.zensical, "bare"),
            }
        return steps | {
            "ours: generate only": (self.generate, "content"),
            "ours: check one LAO": (self.check, ""),
            "ours: --help": (self.help, ""),
            "click without a command": (self.empty, ""),
        }


def weigh_first_query(site: Path) -> int:
    """Return the bytes of data, compressed, that the first query of the site-wide search loads."""
    files = (site / "search.json", *site.glob("search/titles-*.json"))
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)


def main() -> None:
    """Measure in turns, and print what was found and what must hold."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        steps = bench.list_steps()
        costs: dict[str, list[Cost]] = {name: [] for name in steps}
        sizes: dict[str, float] = {}
        for _ in range(RUNS):
            for step, (run, output) in steps.items():
                costs[step].append(run())
                files = (path for path in (bench.folder / output).rglob("*") if output and path.is_file())
                sizes[step] = sum(path.stat().st_size for path in files) / 1e6
        first_query = weigh_first_query(bench.folder / "site") / 1000
        saves = measure_saves(bench.folder)
    if not PEERS.is_dir():
        print(f"no peers in {PEERS}")
    print(f"{LAOS} LAOs of {CARDS} cards, median of {RUNS}; {platform.machine()}, {os.cpu_count()} cores")
    print(f"{'':32} {'CPU s':>8} {'wall s':>8} {'MB':>6} {'output MB':>10}")
    found = {step: _take_median(some) for step, some in costs.items()}
    for step, cost in found.items():
        print(f"{step:32} {cost.cpu:8.2f} {cost.wall:8.2f} {cost.memory:6.0f} {sizes[step]:10.1f}")
    print(f"\n{'':48} {'found':>8}   must be")
    for label, some, must in (("first", saves[:1], 2), ("median of the next", saves[1:], 1.3)):
        wall, cpu = (statistics.median(save[part] for save in some) for part in (0, 1))
        print(f"{f'save -> page served, {label}':48} {wall:8.2f}   <= {must} s; {cpu:.2f} CPU s")
    for label, value, must in list_measures(found):
        print(f"{label:48} {value:8.2f}   {must}")
    print(f"{'site-wide search, first query, KB gzip':48} {first_query:8.1f}   <= 150 at 100 LAOs")
    if WITH_SCALE:
        _measure_scale()


def list_measures(found: Mapping[str, Cost]) -> Iterator[tuple[str, float, str]]:
    """Yield each measure that the steps allow with its value and what it must be."""
    for label, one, other, kind, must in (
        ("all / bare, CPU", "ours: all", "bare", "cpu", "<= 1.0"),
        ("all with two jobs / bare, wall", "ours: all, two jobs", "bare", "wall", "<= 0.55"),
        ("all / stock, CPU", "ours: all", "stock", "cpu", "<= 0.2"),
        ("one edit / all by Hugo, CPU", "ours: one edit", "Hugo", "cpu", "<= 0.8"),
        ("one edit with papers / all by Hugo, CPU", "ours, papers: one edit", "Hugo", "cpu", "<= 1.6"),
        ("nothing changed, CPU s", "ours: nothing changed", "", "cpu", "<= 0.8 s"),
        ("nothing changed with papers, CPU s", "ours, papers: nothing changed", "", "cpu", "<= 0.8 s"),
        ("one job / two jobs, wall", "ours: all", "ours: all, two jobs", "wall", ">= 1.7 with papers"),
        ("one job / two jobs with papers, wall", "ours, papers: all", "ours, papers: all, two jobs", "wall", ">= 1.7"),
        ("--help / click without a command, CPU", "ours: --help", "click without a command", "cpu", "<= 1.5"),
        ("check of one LAO, CPU s", "ours: check one LAO", "", "cpu", "<= 0.45 s"),
    ):
        if one in found and (not other or other in found):
            divisor = getattr(found[other], kind) if other else 1
            yield label, getattr(found[one], kind) / divisor, must


def _measure_scale() -> None:
    """Print what ten times as many LAOs cost."""
    costs = []
    for laos in (10, 100):
        with tempfile.TemporaryDirectory() as name:
            costs.append(Bench(Path(name), laos).ours())
    few, many = costs
    print(f"{'10 -> 100 LAOs, CPU':48} {many.cpu / few.cpu:8.2f}   <= 10")
    print(f"{'10 -> 100 LAOs, peak memory of the process':48} {many.memory / few.memory:8.2f}   <= 1.2")


def _take_median(costs: Iterable[Cost]) -> Cost:
    every = list(costs)
    return Cost(*(statistics.median(getattr(cost, name) for cost in every) for name in ("cpu", "wall", "memory")))


if __name__ == "__main__":
    main()
