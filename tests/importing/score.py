"""Scores the importer: ``python tests/importing/score.py [DIR]``.

With a folder, the real documents of ``truth/*.json`` whose text lies there are scored, as text and as the Word, PDF
and Excel files made of it; without one, the made-up documents. ``--details`` prints every field that is not right.
"""

from __future__ import annotations

import argparse
import functools
import sys
import tempfile
from pathlib import Path

from import_scoring import Count, Score, score_report
from import_truth import Truth, load_truth, normalise_source
from import_witness import find_added, find_overlooked
from office_damage import DAMAGES, spoil
from office_documents import MADE_UP
from office_files import WRITERS
from real_documents import keep_table_truth, make_document
from run_import import ImportFailed, run_import

WHOLE = (".txt", ".docx")  # no page of these repeats a line
TRUTH = Path(__file__).with_name("truth")


def _prepare_made_up(folder: Path, formats: list[str], damage: str | None) -> dict[Path, Truth]:
    files: dict[Path, Truth] = {}
    for name, make in MADE_UP.items():
        for ending in formats:
            document = spoil(make(), damage) if damage else make()
            if ending == "xlsx":
                document = document.keep_tables()
            if document.blocks:
                path = folder / f"{name}.{ending}"
                WRITERS[ending](document, path)
                files[path] = document.truth()
    return files


def _prepare_real(source: Path, folder: Path, formats: list[str]) -> dict[Path, Truth]:
    files: dict[Path, Truth] = {}
    for path in sorted(TRUTH.glob("*.json")):
        text = source / f"{path.stem}.txt"
        if not text.exists():
            print(f"{text} is not there", file=sys.stderr)
            continue
        raw = text.read_text(encoding="utf-8")
        truth = load_truth(path, normalise_source(raw))
        for ending in formats:
            document = make_document(path.stem, raw)
            document = document.keep_tables() if ending == "xlsx" else document
            made = folder / f"{path.stem}.{ending}"
            if ending == "txt":
                made.write_text(raw, encoding="utf-8")
            else:
                WRITERS[ending](document, made)
            files[made] = keep_table_truth(truth, document) if ending == "xlsx" else truth
    return files


def print_score(name: str, score: Score, *, details: bool) -> None:
    """Print the figures of one file, and with details what is not right."""
    print(f"\n{name}")
    for kind, count in [*sorted(score.kinds.items()), ("all", score.total)]:
        _print_count(kind, count)
    print(f"  invented {len(score.invented)}, places not accounted for {len(score.unaccounted)}, ", end="")
    print(
        f"overlooked {len(score.overlooked)}, added {len(score.added)}, "
        f"leftovers of a card up to {100 * score.leftover_share:.2f} %"
    )
    if details:
        for title in ("invented", "unaccounted", "overlooked", "added", "missed", "wrong"):
            for item in getattr(score, title):
                print(f"    {title}: {item}")


def _print_count(kind: str, count: Count) -> None:
    recall, precision = 100 * count.recall, 100 * count.precision
    print(f"  {kind:14} recall {recall:6.2f} % of {count.wanted:4}, precision {precision:6.2f} % of {count.read:4}")


def main() -> int:
    """Score and print; the exit code is 1 where the importer gave no report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--formats", default="txt,docx,pdf,xlsx")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--damage", choices=DAMAGES, help="spoil the made-up documents first")
    options = parser.parse_args()
    formats = [ending for ending in options.formats.split(",") if ending in WRITERS]
    failed = False
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        made_up = functools.partial(_prepare_made_up, work, formats, options.damage)
        files = _prepare_real(options.folder, work, formats) if options.folder else made_up()
        nesting = not options.damage or DAMAGES[options.damage].keeps_levels
        for path, truth in files.items():
            try:
                report = run_import(path.resolve(), work, truth.lao)
            except ImportFailed as error:
                failed = True
                print(f"\n{path.name}: {error}")
                continue
            score = score_report(report, truth, nesting=nesting)
            score.overlooked = find_overlooked(path, report["text"])
            if path.suffix in WHOLE and not options.folder:
                score.added = find_added(report, truth.text)
            print_score(path.name, score, details=options.details)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
