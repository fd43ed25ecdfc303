"""Lighthouse on the built site, on a phone, next to stock mkdocs-material on the same Markdown in the same run.

Run with ``make audit``. The pages are those of ``plans/`` (the made-up LAOs where there are none) as their offices would
publish them: ``sample`` is off. Prints medians and every target missed; the exit code is 1 if one was.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from compared_sites import ROOT, build_both, serve

RUNS = int(os.environ.get("AUDIT_RUNS", "5"))
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = ROOT / ".venv" / "audit" / "node_modules" / "lighthouse" / "cli" / "index.js"


def copy_published(target: Path) -> Path:
    """Copy the LAOs as published ones, and return the folder: the samples, or the made-up LAOs where those are gone."""
    source = ROOT / "plans" if any((ROOT / "plans").glob("*/progress/*.yml")) else ROOT / "tests" / "plans"
    shutil.copytree(source, target)
    for settings in target.glob("*/lao.yml"):
        text = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r"(?m)^sample:.*$", "sample: ไม่ใช่", text), encoding="utf-8")
    return target


def choose_pages(content: Path) -> dict[str, str]:
    """Return the address of the front page, and of the longest project card and results report."""
    pages = {}
    for kind, folders in (("project card", "*/*/projects"), ("results report", "*/reports")):
        found = sorted(page for page in content.glob(f"{folders}/*.md") if page.name != "index.md")
        longest = max(found, key=lambda page: page.stat().st_size)
        pages[kind] = f"{longest.relative_to(content).with_suffix('').as_posix()}/"
    return {"front page": "", **pages}


def run_lighthouse(address: str, report: Path) -> dict[str, Any]:
    """Return scores (0-100), LCP in seconds, CLS, KB sent, and the failed audits of one run of Lighthouse's phone."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    subprocess.run(
        [
            *("node", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"),
            *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}", "--no-enable-error-reporting"),
        ],
        check=True,
        env={**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]},
    )
    result = json.loads(report.read_text(encoding="utf-8"))
    audits = result["audits"]
    scored = {ref["id"] for name in CATEGORIES[1:] for ref in result["categories"][name]["auditRefs"] if ref["weight"]}
    return {
        **{name: round(result["categories"][name]["score"] * 100) for name in CATEGORIES},
        "LCP": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "CLS": audits["cumulative-layout-shift"]["numericValue"],
        "KB": audits["total-byte-weight"]["numericValue"] / 1000,  # compressed, with headers
        "failed": sorted(name for name in scored if audits[name]["score"] not in {1, None}),
    }


def find_missed(ours: dict[str, float], stock: dict[str, float]) -> list[str]:
    """Return the targets that the medians of a page miss."""
    targets = {
        **{f"{name} 100": ours[name] == 100 for name in CATEGORIES[1:]},
        "performance at least 95": ours["performance"] >= 95,
        "performance not below stock's": ours["performance"] >= stock["performance"],
        "LCP at most 2.0 s": ours["LCP"] <= 2,
        "at most half of stock's KB": ours["KB"] <= stock["KB"] / 2,
        "CLS 0": round(ours["CLS"], 3) == 0,
    }
    return [target for target, is_met in targets.items() if not is_met]


def main() -> int:
    """Build, measure, print; return the exit code."""
    measures = (*CATEGORIES, "LCP", "CLS", "KB")
    missed = []
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        with serve(project / "site") as ours, serve(project / "stock") as stock:
            build_both(project, copy_published(Path(name) / "plans"), site_url=ours.address, papers="build")
            print(f"Lighthouse, phone, medians of {RUNS} runs")
            print(f"{'page':16}{'theme':8}" + "".join(f"{measure:>16}" for measure in measures))
            for kind, page in choose_pages(project / "content").items():
                runs: dict[str, list[dict[str, Any]]] = {"stock": [], "ours": []}
                for _ in range(RUNS):  # in turn, so that a busy moment of the machine meets both
                    for theme, host in {"stock": stock, "ours": ours}.items():
                        runs[theme].append(run_lighthouse(host.address + page, Path(name) / "report.json"))
                medians = {
                    theme: {measure: statistics.median(run[measure] for run in made) for measure in measures}
                    for theme, made in runs.items()
                }
                for theme, values in medians.items():
                    print(f"{kind:16}{theme:8}" + "".join(f"{value:16.4g}" for value in values.values()), flush=True)
                    failed = sorted({audit for run in runs[theme] for audit in run["failed"]})
                    if failed:
                        print(f"{'':24}failed: {', '.join(failed)}")
                missed += [f"{kind}: {target}" for target in find_missed(medians["ours"], medians["stock"])]
    print("\n".join(f"missed: {target}" for target in missed) or "all targets met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
