"""The importer against the made-up documents: what it must reach in each format, and under each kind of damage.

Run ``python tests/importing/score.py --details`` to see field by field what is not right.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path

import pytest
from import_scoring import Count, Score, score_report
from import_witness import find_added, find_overlooked
from office_blocks import Document
from office_damage import DAMAGES, spoil
from office_documents import MADE_UP
from office_files import WRITERS
from run_import import run_import

pytestmark = pytest.mark.slow

FAULTS = ("invented", "unaccounted", "overlooked", "added")
OVERALL, EACH_KIND, DAMAGED, LEFT_OVER = 0.97, 0.93, 0.90, 0.03


@functools.cache
def _make(name: str) -> Document:
    return MADE_UP[name]()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for documents and an office without data."""
    return tmp_path_factory.mktemp("office")


def _read(document: Document, ending: str, folder: Path, *, nesting: bool = True) -> Score:
    path = folder / f"{document.name}.{ending}"
    WRITERS[ending](document, path)
    report = run_import(path, folder, document.lao)
    score = score_report(report, document.truth(), nesting=nesting)
    score.overlooked = find_overlooked(path, report["text"])
    if ending in {"txt", "docx"}:  # no page of these repeats a line
        score.added = find_added(report, document.truth().text)
    return score


def _add_up(scores: list[Score]) -> dict[str, Count]:
    sums: dict[str, Count] = defaultdict(Count)
    for score in scores:
        for kind, count in [*score.kinds.items(), ("all", score.total)]:
            for name in ("wanted", "got", "read", "right"):
                setattr(sums[kind], name, getattr(sums[kind], name) + getattr(count, name))
    return sums


@pytest.mark.parametrize("ending", WRITERS)
def test_documents_are_read(ending: str, folder: Path) -> None:
    """Of every format, 97 % of all fields are read rightly, of no kind less than 93 %; nothing is invented or lost."""
    documents = [_make(name) for name in MADE_UP]
    if ending == "xlsx":
        documents = [tables for document in documents if (tables := document.keep_tables()).blocks]
    scores = [_read(document, ending, folder) for document in documents]
    for name in FAULTS:
        assert [item for score in scores for item in getattr(score, name)] == [], name
    assert max(score.leftover_share for score in scores) <= LEFT_OVER
    sums = _add_up(scores)
    not_right = [item for score in scores for item in (*score.missed, *score.wrong)]
    for kind, count in sums.items():
        least = OVERALL if kind == "all" else EACH_KIND
        assert min(count.recall, count.precision) >= least, f"{kind} {count}: {not_right}"


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_documents_are_read(kind: str, folder: Path) -> None:
    """Of every kind of damage, 90 % of the fields are still read rightly; nothing is invented or lost."""
    scores: list[Score] = []
    for name in MADE_UP:
        whole = _make(name)
        spoilt = spoil(whole, kind)
        if [each.text for each in spoilt.paragraphs()] != [each.text for each in whole.paragraphs()]:
            scores.append(_read(spoilt, "txt", folder, nesting=DAMAGES[kind].keeps_levels))
    assert scores
    for name in FAULTS:
        assert [item for score in scores for item in getattr(score, name)] == [], name
    count = _add_up(scores)["all"]
    not_right = [item for score in scores for item in (*score.missed, *score.wrong)]
    assert min(count.recall, count.precision) >= DAMAGED, f"{count}: {not_right}"
