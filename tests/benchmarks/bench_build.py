"""Whole builds of a province's LAOs beside those of others: CPU and wall seconds, memory, size, and their ratios.

Run with ``make bench``, which sets up the peers in an environment of their own. ``BENCH_LAOS`` and ``BENCH_RUNS`` change
the size; ``BENCH_PAPERS=1`` prints PDF and Word files too, which takes minutes.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from prongsai.places import STARTER
from synthetic import CARDS, write_lao

LAOS = int(os.environ.get("BENCH_LAOS", "20"))
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
PAPERS = "build" if os.environ.get("BENCH_PAPERS") else "never"
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
    """What a process took: seconds of CPU and by the clock, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


class Bench:
    """One folder with plans, our settings and those of the peers."""

    def __init__(self, folder: Path) -> None:
        """Write everything, and build once, so that the peers have the same Markdown."""
        self.folder = folder
        shutil.copytree(STARTER, folder, dirs_exist_ok=True)
        for number in range(LAOS):
            write_lao(folder / "plans" / f"lao-{number:03}", number)
        for name, settings in (("bare", BARE), ("stock", STOCK)):
            text = yaml.safe_dump({**settings, "site_dir": name}, allow_unicode=True)
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        (folder / "layouts").mkdir()
        for name in ("home", "page", "section", "single", "list"):
            (folder / "layouts" / f"{name}.html").write_text(HUGO_PAGE, encoding="utf-8")
        (folder / "hugo.yaml").write_text(yaml.safe_dump(HUGO), encoding="utf-8")

    def run(self, *command: str, **environment: str) -> Cost:
        """Run a command to its end."""
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PRONGSAI_PAPERS": PAPERS, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        message = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(message.decode(errors="replace")[-2000:])
        return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1000)

    def remove(self, *names: str) -> None:
        """Remove folders, so that a build begins from nothing."""
        for name in names:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "content").mkdir(exist_ok=True)

    def ours(self) -> Cost:
        """Build all."""
        self.remove("content", ".cache", "site")
        return self.run(sys.executable, "-m", "mkdocs", "build", "-q")

    def again(self) -> Cost:
        """Build with nothing changed."""
        return self.run(sys.executable, "-m", "mkdocs", "build", "-q")

    def edit(self) -> Cost:
        """Build with one record changed."""
        record = next((self.folder / "plans").glob("lao-007/progress/2566-12.yml"), None) or next(
            (self.folder / "plans").glob("*/progress/2566-12.yml")
        )
        text = record.read_text(encoding="utf-8")
        record.write_text(
            text.replace("problems:\n- ", f"problems:\n- ครั้งที่ {time.time_ns() % 100_000} "), encoding="utf-8"
        )
        return self.run(sys.executable, "-m", "mkdocs", "build", "-q")

    def generate(self) -> Cost:
        """Check and write the Markdown only."""
        self.remove("content", ".cache")
        return self.run(sys.executable, "-m", "prongsai.cli.main", "generate")

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


def main() -> None:
    """Measure in turns, and print one table."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        steps: dict[str, tuple[Callable[[], Cost], str]] = {
            "ours: all": (bench.ours, "site"),
            "ours: nothing changed": (bench.again, "site"),
            "ours: one record edited": (bench.edit, "site"),
            "mkdocs-material, bare": (bench.bare, "bare"),
            "mkdocs-material, stock": (bench.stock, "stock"),
            "Hugo": (bench.hugo, "public"),
            "Zensical, cold": (bench.zensical, "bare"),
            "ours: generate only": (bench.generate, "content"),
        }
        if not PEERS.is_dir():
            print(f"no peers in {PEERS}")
            steps = {name: step for name, step in steps.items() if name.startswith("ours")}
        costs: dict[str, list[Cost]] = {name: [] for name in steps}
        sizes: dict[str, float] = {}
        for _ in range(RUNS):
            for step, (run, output) in steps.items():
                costs[step].append(run())
                files = (path for path in (bench.folder / output).rglob("*") if path.is_file())
                sizes[step] = sum(path.stat().st_size for path in files) / 1e6
    cpu = {step: statistics.median(cost.cpu for cost in found) for step, found in costs.items()}
    print(
        f"{LAOS} LAOs of {CARDS} cards, papers: {PAPERS}, median of {RUNS}; {platform.machine()}, {os.cpu_count()} cores"
    )
    print(f"{'':28} {'CPU s':>8} {'wall s':>8} {'MB':>6} {'output MB':>10}   ratio of CPU")
    for step, found in costs.items():
        wall, memory = (statistics.median(getattr(cost, name) for cost in found) for name in ("wall", "memory"))
        ratios = "  ".join(
            f"{cpu[step] / cpu[peer]:.2f} x {peer}"
            for peer in ("mkdocs-material, bare", "mkdocs-material, stock", "Hugo")
            if peer in cpu and step.startswith("ours")
        )
        print(f"{step:28} {cpu[step]:8.2f} {wall:8.2f} {memory:6.0f} {sizes[step]:10.1f}   {ratios}")


if __name__ == "__main__":
    main()
