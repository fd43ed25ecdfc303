"""Lines with and without personal data, each put where its kind is published: is it told, at the right line?

Run with ``make privacy``. Prints what was not told and what was told wrongly, then recall by kind and precision by what
was told; the exit code is 1 below the targets. Other lines of the same form: ``tests/privacy.py FILE…``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import yaml
from prongsai.checks.rules import personal_data
from prongsai.load.assemble import load_lao
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem

LINES = Path(__file__).parent / "privacy" / "lines.yml"
LINES_2 = Path(__file__).parent / "privacy" / "lines_2.yml"
LINES_3 = Path(__file__).parent / "privacy" / "lines_3.yml"
OWN_LINES = Path(__file__).parent / "privacy" / "own_lines.yml"
RECALL, PRECISION = 0.97, 0.985

LAO = """\
type: เทศบาลตำบล
name: หนองดี
district: แม่จัน
province: เชียงราย
website: https://www.nongdee.go.th
"""
PROGRESS = "projects:\n  - project: p01\n    status: ดำเนินการแล้วเสร็จ\n    evidence:\n"


class Line(NamedTuple):
    """One text as somebody may write it.

    Attributes:
        text: The text.
        personal: Whether it holds personal data that must be told.
        kind: What sort of data; ``none`` where there is none.
        place: Where it is published: text, contact, file_name, id, url, ignore_reason, csv.
    """

    text: str
    personal: bool
    kind: str
    place: str


class Result(NamedTuple):
    """What was told of one line.

    Attributes:
        line: The line.
        told: Kinds told at the line's own place.
        elsewhere: What was told at another place.
    """

    line: Line
    told: tuple[str, ...]
    elsewhere: tuple[Problem, ...]


def read_lines(path: Path) -> list[Line]:
    """Return the labelled lines of a file."""
    return [Line(**item) for item in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]


def write_text(folder: Path, text: str) -> tuple[str, int]:
    """A paragraph of the plan's foreword."""
    return _write(folder, "2566-2570/plan.yml", f"foreword:\n  - บทนำ\n  - {json.dumps(text)}\n", 3)


def write_contact(folder: Path, text: str) -> tuple[str, int]:
    """The key of ``contacts:`` that a person would put it under."""
    words = text.lower()
    if words.startswith("@") or "line" in words or "ไลน์" in words or "lin.ee" in words:
        key = "line"
    elif words.startswith("http") or "facebook" in words:
        key = "facebook"
    elif "@" in words.replace("＠", "@"):
        key = "email"
    elif "หมู่" in words or "ตำบล" in words or "ต." in words:
        key = "address"
    elif sum(character.isdecimal() for character in words) >= 9:
        key = "phone"
    else:
        key = "unit"
    return _write(folder, "lao.yml", f"{LAO}contacts:\n  {key}: {json.dumps(text)}\n", 7)


def write_file_name(folder: Path, text: str) -> tuple[str, int]:
    """The name of a file that is shown as evidence."""
    name = f"files/{text}"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"")
    return _write(
        folder, "progress/2566-12.yml", f"{PROGRESS}      - title: หลักฐาน\n        file: {json.dumps(name)}\n", 6
    )


def write_id(folder: Path, text: str) -> tuple[str, int]:
    """The id of a project."""
    return _write(
        folder, "2566-2570/plan.yml", f"projects:\n  - name: โครงการ\n    id: {json.dumps(text)}\n    number: 1\n", 3
    )


def write_url(folder: Path, text: str) -> tuple[str, int]:
    """The address of some evidence."""
    return _write(
        folder, "progress/2566-12.yml", f"{PROGRESS}      - title: หลักฐาน\n        url: {json.dumps(text)}\n", 6
    )


def write_ignore_reason(folder: Path, text: str) -> tuple[str, int]:
    """The reason for leaving a finding as it is, which the site shows."""
    entry = f"ignore:\n  - rule: step-numbers\n    reason: {json.dumps(text)}\n"
    return _write(folder, "2566-2570/plan.yml", entry, 3)


def write_csv(folder: Path, text: str) -> tuple[str, int]:
    """A row of a published table; the place to mend is where the table is named."""
    (folder / "files").mkdir()
    (folder / "files" / "table.csv").write_text(f"{text}\n", encoding="utf-8")
    return _write(folder, "progress/2566-12.yml", f"{PROGRESS}      - title: ตาราง\n        file: files/table.csv\n", 6)


def _write(folder: Path, name: str, text: str, line: int) -> tuple[str, int]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return f"plans/{folder.name}/{name}", line


WRITERS: dict[str, Callable[[Path, str], tuple[str, int]]] = {
    "text": write_text,
    "contact": write_contact,
    "file_name": write_file_name,
    "id": write_id,
    "url": write_url,
    "ignore_reason": write_ignore_reason,
    "csv": write_csv,
}


def check_line(line: Line) -> Result:
    """Return what the rule tells of an LAO with one line in its place."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "nongdee"
        folder.mkdir()
        (folder / "lao.yml").write_text(LAO, encoding="utf-8")
        place = WRITERS[line.place](folder, line.text)
        loaded = load_lao(folder, shown="plans")
        assert isinstance(loaded, LoadedDossier), line
        problems = tuple(personal_data.check(loaded))
    told = [problem for problem in problems if (problem.where.path, problem.where.line) == place]
    elsewhere = tuple(problem for problem in problems if problem not in told)
    return Result(line, tuple(dict.fromkeys(problem.kind for problem in told)), elsewhere)


def compute_rates(results: Iterable[Result]) -> tuple[float, float]:
    """Return recall (personal lines told) and precision (told lines that are personal)."""
    results = list(results)
    personal = sum(result.line.personal for result in results)
    right = sum(result.line.personal and bool(result.told) for result in results)
    told = sum(bool(result.told or result.elsewhere) for result in results)
    return right / max(personal, 1), right / max(told, 1)


def _print_misses(results: list[Result]) -> None:
    for result in results:
        line = result.line
        if line.personal and not result.told:
            print(f"MISS  {line.kind:12} {line.place:13} {line.text!r}")
        elif not line.personal and (result.told or result.elsewhere):
            kinds = " ".join((*result.told, *(problem.kind for problem in result.elsewhere)))
            print(f"WRONG {kinds:12} {line.place:13} {line.text!r}")


def _measure(path: Path) -> bool:
    """Check the lines of a file, print the rates, and tell whether they meet the targets."""
    print(path.name)
    results = [check_line(line) for line in read_lines(path)]
    _print_misses(results)
    print("recall by kind")
    for kind in dict.fromkeys(result.line.kind for result in results if result.line.personal):
        found = [bool(result.told) for result in results if result.line.personal and result.line.kind == kind]
        print(f"  {kind:14} {sum(found):3}/{len(found):3}")
    print("precision by what was told")
    told = Counter(kind for result in results for kind in result.told)
    right = Counter(kind for result in results if result.line.personal for kind in result.told)
    for kind, number in sorted(told.items()):
        print(f"  {kind:14} {right[kind]:3}/{number:3}")
    for name, half in (("first half", results[::2]), ("second half", results[1::2]), ("all", results)):
        recall, precision = compute_rates(half)
        print(f"{name:11} {len(half):4} lines: recall {recall:.1%} precision {precision:.1%}")
    recall, precision = compute_rates(results)
    return recall >= RECALL and precision >= PRECISION


def main() -> int:
    """Check all lines and print the rates."""
    met = [_measure(Path(name)) for name in sys.argv[1:] or (LINES, LINES_2, LINES_3)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
