"""How long all downloads of an LAO of 500 projects and ten rounds take, and of the site that it is alone on.

Run with ``make bench``. Prints CPU seconds by kind of file, and in all.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench_check import PROJECTS, YEARS, write_plans
from prongsai.documents.shelf import Shelf
from prongsai.load.assemble import load_plans
from prongsai.load.sources import LoadedDossier
from prongsai.outputs.exports.output import describe_lao_files, describe_site_files
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.summary import summarise
from prongsai.outputs.writer import write_whole

LIMIT = 3.0  # CPU seconds


def main() -> None:
    """Measure and print; fail above the limit."""
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        write_plans(Path(name) / "plans" / "speed")
        [loaded] = load_plans(Path(name) / "plans")
        assert isinstance(loaded, LoadedDossier)
        shelf = Shelf(loaded.ledger)
        assert shelf.ledger.rounds  # figures are computed for the pages anyway
        lao = LaoPages(shelf, loaded.folder, today=dt.date(2027, 12, 1))
        seconds: Counter[str] = Counter()
        size = 0
        begin = time.process_time()
        files = describe_lao_files(lao)
        seconds["rows"] = time.process_time() - begin
        for artifact in files.list_artifacts():
            begin = time.process_time()
            write_whole(content / artifact.path, artifact.make())
            seconds[f"LAO {artifact.path.rpartition('.')[2]}"] += time.process_time() - begin
            size += (content / artifact.path).stat().st_size
        files = describe_site_files(content, [summarise(lao)], "bench", "", "")
        for artifact in (*files.list_artifacts(), *files.list_site_artifacts(with_parquet=False)):
            begin = time.process_time()
            write_whole(content / artifact.path, artifact.make())
            size += (content / artifact.path).stat().st_size
            seconds[f"site {artifact.path.rpartition('.')[2]}"] += time.process_time() - begin
    for kind, spent in seconds.items():
        print(f"{kind:>12}: {spent:.2f} CPU s")
    whole = sum(seconds.values())
    print(
        f"{PROJECTS} projects, {2 * len(YEARS)} rounds, all downloads: {whole:.2f} CPU s (at most {LIMIT:.0f}), {size / 1e6:.1f} MB"
    )
    sys.exit(whole > LIMIT)


if __name__ == "__main__":
    main()
