"""Comparing records: no spelling is a change, and no change of a value is lost."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import yaml
from conftest import MADE_UP_PLANS
from prongsai.history.changes import Action, find_changes
from prongsai.history.fields import FieldChange, compare_records
from prongsai.history.items import is_data_file, parse_items
from prongsai.history.values import Form
from prongsai.papers.kinds.order import Order
from prongsai.records.lao import Lao
from prongsai.records.project import Project

LAO = MADE_UP_PLANS / "nongsaeng"
FILES = [name for path in sorted(LAO.rglob("*.yml")) if is_data_file(name := path.relative_to(LAO).as_posix())]
NOT_COMPARED = frozenset({"id", "ignore", "aliases", "revisions"})


def load(name: str) -> Any:
    """Return a file's plain data, every scalar text."""
    return yaml.load((LAO / name).read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only


def dump(data: Any, **style: Any) -> bytes:
    """Return data as a file of its own style."""
    return yaml.safe_dump(data, **style).encode()


def list_leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of each value."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in children:
        if key not in NOT_COMPARED:
            yield from list_leaves(value, (*path, key))
    if isinstance(data, str):
        yield path


def take_ends(paths: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield the first and the last of the paths that differ in positions in lists only."""
    alike: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for path in paths:
        alike[tuple(step for step in path if isinstance(step, str))].append(path)
    for found in alike.values():
        yield from {found[0], found[-1]}


@pytest.mark.parametrize("name", FILES)
def test_another_style_is_no_change(name: str) -> None:
    """Order of keys, quotes, flow, escapes and folding say nothing."""
    before = parse_items(name, (LAO / name).read_bytes())
    assert before
    for style in (
        {"sort_keys": True},
        {"default_flow_style": True, "default_style": '"', "width": 30},
        {"allow_unicode": True},
    ):
        after = parse_items(name, dump(load(name), **style))
        assert after
        assert find_changes(before, after) == []


@pytest.mark.parametrize("name", FILES)
def test_every_value_counts(name: str) -> None:
    """Whichever kind of value becomes another, something is told, and it is told as a change of that value."""
    data = load(name)
    before = parse_items(name, json.dumps(data).encode())
    assert before
    lost = []
    for path in take_ends(list_leaves(data)):
        changed = copy.deepcopy(data)
        parent = changed
        for key in path[:-1]:
            parent = parent[key]
        parent[path[-1]] += "ก"
        after = parse_items(name, json.dumps(changed).encode())  # YAML, too, and quickly written
        assert after
        changes = find_changes(before, after)
        if not any(change.action in {Action.CHANGED, Action.ADDED} for change in changes):
            lost.append(path)

    # The project of a result is its id; one that nobody could have is no result at all.
    assert [path for path in lost if path[-1] != "project"] == []


ODD: tuple[Any, ...] = ("x\x07", [], {}, [["ก"], {"ก": []}], {"ก": {"ข": ["ค"]}, "2566": "๑"}, ["ก", "ก"])


def list_places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of each value, list and mapping inside the whole."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in children:
        yield (*path, key)
        yield from list_places(value, (*path, key))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["lao.yml", "2566-2570/projects/p10.yml", "progress/2566-12.yml", "papers/memo-2566-12.yml"]
)
def test_whatever_stood_there(name: str) -> None:
    """Files of former times may hold anything in any place: it is compared, and never an error."""
    data = load(name)
    before = parse_items(name, json.dumps(data).encode())
    assert before
    for path in take_ends(list_places(data)):
        for odd in ODD:
            changed = copy.deepcopy(data)
            parent = changed
            for key in path[:-1]:
                parent = parent[key]
            parent[path[-1]] = odd
            after = parse_items(name, json.dumps(changed).encode())
            assert after is not None
            assert all("\x07" not in change.new for change in find_changes(before, after))
            find_changes(after, before)


def compare(old: dict[str, Any], new: dict[str, Any]) -> list[FieldChange]:
    """Return what differs between two projects."""
    return list(compare_records(Project, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"budget": "180000"}, {"budget": {"every_year": "๑๘๐,๐๐๐.๐๐"}}),
        ({"budget": {"2566": "1"}}, {"budget": {"๒๕๖๖": "1.00"}}),
        ({"budget": "-"}, {"budget": "ไม่ใช้งบประมาณ"}),
        ({}, {"budget": "ไม่ทราบ"}),
        ({"steps": ["ก"]}, {"steps": [{"text": "ก"}]}),
        ({"objectives": "ก"}, {"objectives": ["ก"]}),
        ({"objectives": ["ก", "ข", "ก"]}, {"objectives": ["ข", "ก", "ก"]}),
        ({"kind": "project"}, {"kind": "โครงการ"}),
        ({"mission": "2.1"}, {"mission": "๒.๑."}),
        ({"note": "นํ้า  "}, {"note": "น้ำ"}),
        ({"target_groups": [{"text": "ก", "count": "1,200"}]}, {"target_groups": [{"count": "1200", "text": "ก"}]}),
    ],
)
def test_spellings_of_one_value(old: dict[str, Any], new: dict[str, Any]) -> None:
    """What the pages show alike is alike."""
    assert compare(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({}, {"budget": "-"}, FieldChange("budget.every_year", "งบประมาณต่อปี (บาท)", "ไม่ทราบ", "ไม่ใช้งบประมาณ", Form.MONEY)),
        ({"budget": "0"}, {"budget": "-"}, FieldChange("budget.every_year", "งบประมาณต่อปี (บาท)", "0", "ไม่ใช้งบประมาณ", Form.MONEY)),
        (
            {"budget": {"2566": "1", "2567": "2"}},
            {"budget": {"2566": "1", "2567": "3.50"}},
            FieldChange("budget.2567", "งบประมาณต่อปี (บาท) › ปี 2567", "2", "3.5", Form.MONEY),
        ),
        ({"objectives": ["ก", "ข"]}, {"objectives": ["ข"]}, FieldChange("objectives.1", "วัตถุประสงค์ › ข้อ 1", "ก", "")),
        (
            {"steps": [{"text": "ก", "steps": ["ข"]}, "ค"]},
            {"steps": ["ค", {"text": "ก", "steps": ["ข", "ง"]}]},
            FieldChange("steps.2.steps.2", "วิธีดำเนินการ › ข้อ 2 › ขั้นตอนย่อย › ข้อ 2", "", "ง"),
        ),
        ({"number": "หนึ่ง\x07"}, {"number": "1"}, FieldChange("number", "ลำดับที่ในแผน", "หนึ่ง", "1")),
        ({"objectives": {"ก": "ข"}}, {"objectives": ["ข"]}, FieldChange("objectives", "วัตถุประสงค์", "ก: ข", "ข")),
    ],
)  # fmt: skip
def test_one_difference(old: dict[str, Any], new: dict[str, Any], told: FieldChange) -> None:
    """A difference is told once, where it is, in the office's words; what cannot be read stays as it was typed."""
    assert compare(old, new) == [told]


def test_default_is_no_change() -> None:
    """Writing down what holds anyway changes nothing."""
    assert list(compare_records(Lao, {}, {"numerals": "เลขไทย", "deadlines": {"oit_month": "4"}, "pdf": "ใช่"})) == []


def test_names_of_persons_are_not_kept() -> None:
    """Of a name only that it is another; a member who comes or goes is told by the position."""
    old = {"members": [{"name": "นายตัวอย่าง หนึ่ง", "position": "ปลัด", "role": "ประธาน"}]}
    new = {"members": [{"name": "นายตัวอย่าง สอง", "position": "ปลัด", "role": "ประธาน"}]}
    (other,) = compare_records(Order, old, new)
    (gone,) = compare_records(Order, old, {})

    assert (other.old, other.new, other.form) == ("", "", Form.PERSON)
    assert gone.old == "ปลัด · ประธาน"
