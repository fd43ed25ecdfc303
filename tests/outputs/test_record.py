"""The record of what was written: it reads back as it was, and nothing else is taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from prongsai.outputs.record import NAME, Entry, Record, read_record, render_record

ENTRY = Entry("key", "digest", 12, 34, 5)


def read(folder: Path, record: Record, unit: str = "a") -> Record | None:
    """Write a record and read it."""
    (folder / unit).mkdir(exist_ok=True)
    (folder / unit / NAME).write_bytes(render_record(record))
    return read_record(folder, unit)


@pytest.mark.parametrize("is_whole", [True, False])
def test_record_reads_back(tmp_path: Path, *, is_whole: bool) -> None:
    """Outputs, paths in any script, entries, and whether it knows all."""
    record = Record({"pages": {"a/index.md": ENTRY}, "files": {"a/files/ประกาศ.pdf": Entry()}}, is_whole)

    assert read(tmp_path, record) == record


def test_equal_records_are_equal_bytes() -> None:
    """The order in which outputs ran does not matter."""
    one = Record({"a": {"a/1": ENTRY, "a/2": ENTRY}, "b": {"a/3": ENTRY}})
    other = Record({"b": {"a/3": ENTRY}, "a": {"a/2": ENTRY, "a/1": ENTRY}})

    assert render_record(one) == render_record(other)


def test_missing_record_is_none(tmp_path: Path) -> None:
    """Before the first run there is none."""
    assert read_record(tmp_path, "a") is None


@pytest.mark.parametrize(
    "path", ["../plans/a/plan.yml", "a/../../plans/x", "/etc/passwd", "b/index.md", "", "index.md"]
)
def test_record_tells_of_its_own_unit_only(tmp_path: Path, path: str) -> None:
    """Files are removed by it, and it lies where others may put files: one that leads elsewhere is none."""
    assert read(tmp_path, Record({"pages": {"a/index.md": ENTRY, path: ENTRY}})) is None


def test_record_of_the_site_tells_of_all_content(tmp_path: Path) -> None:
    """The site's own pages stand in folders of their own, never outside of ``content/``."""
    record = Record({"pages": {"index.md": ENTRY, "rules/index.md": ENTRY}})

    assert read(tmp_path, record, "") == record
    assert read(tmp_path, Record({"pages": {"../x": ENTRY}}), "") is None


def test_changed_record_is_none(tmp_path: Path) -> None:
    """A record that somebody edited, or two merged into one, is not trusted."""
    read(tmp_path, Record({"pages": {"a/index.md": ENTRY}}))
    file = tmp_path / "a" / NAME
    data = json.loads(file.read_bytes())
    data["outputs"]["pages"]["a/own.md"] = data["outputs"]["pages"]["a/index.md"]
    file.write_text(json.dumps(data), encoding="utf-8")

    assert read_record(tmp_path, "a") is None


def test_name_is_published_by_no_one() -> None:
    """MkDocs leaves out names that begin with a dot."""
    assert NAME.startswith(".")
