"""Whatever the files of an LAO say, reading and checking end with records or problems, never with an exception."""

from __future__ import annotations

import re
import shutil
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from plans_folder import PlansFolder
from prongsai.checks.registry import find_problems, get_rules
from prongsai.load.assemble import load_plans
from prongsai.records.base import Ignore, Record

pytestmark = pytest.mark.slow

FILES = [
    "lao.yml", "2566-2570/plan.yml", "2566-2570/projects/p01.yml", "2566-2570/projects/p02.yml", "progress/2566-06.yml",
    "progress/2566-12.yml", "measures/2568.yml", "papers/a.yml", "papers/b.yml", "files/a.png", "progress/2566-6.yml",
    "2571-2575/plan.yml", "2571-2575/projects/p01.yml", "2570-2572/plan.yml", "2566-70/plan.yml", "plan.yml", "notes.txt",
]  # fmt: skip
THAI = re.compile("[ก-ฮ]")


def list_keys(record: type[Record] = Record) -> set[str]:
    """Return the keys of all kinds of record."""
    own = {field.alias or name for name, field in record.model_fields.items()}
    return own.union(*(list_keys(child) for child in record.__subclasses__()))


KEYS = st.sampled_from([*sorted(list_keys()), "2566", "๒๕๖๗", "25๖6", "1", "x", *Ignore.model_fields])
VALUES = st.sampled_from([
    "p01", "p02", "a", "b", "1.1", "1.1.1", "2.5", "1", "๒", "0", "-1", "9" * 40, "2566-2570", "2570-2566", "2566", "done",
    "waiting", "ประกาศ", "คำสั่ง", "บันทึกข้อความ", "เอกสาร", "เทศบาลตำบล", "ร้อยละ", "มาก", "สูง", "แม่สาย", "ไม่ใช้งบประมาณ",
    "200,000.00", "-", "29 กุมภาพันธ์ 2567", "31 กุมภาพันธ์ 2566", "https://x.go.th", "http://[", "files/a.png", "files/\x00",
    "../a", "ใช่", "#1a5fb4", "{x}", "", "goals.1", "projects.๑.name", *(rule.ID for rule in get_rules()),
]) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)  # fmt: skip
TREES = st.recursive(
    VALUES,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(KEYS, children, max_size=6),
    max_leaves=12,
)
RECORDS = st.dictionaries(KEYS, TREES, max_size=8)
GOOD = {
    "lao.yml": {"type": "เทศบาลตำบล", "name": "แม่สาย", "province": "เชียงราย"},
    "2566-2570/plan.yml": {"years": "2566-2570"},
    "2566-2570/projects/p01.yml": {"number": "1", "name": "ก", "mission": "1.1"},
    "2566-2570/projects/p02.yml": {"number": "2", "name": "ข", "mission": "2.1"},
    "2571-2575/plan.yml": {"dimensions": {"1": "ก"}, "missions": {"1.1": "ข"}},
    "2571-2575/projects/p01.yml": {"number": "1", "name": "ก", "mission": "1.1"},
    "papers/a.yml": {"kind": "ประกาศ", "subject": "ก", "date": "1 ตุลาคม 2565"},
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> PlansFolder:
    """Return a folder that the examples share; each empties it first."""
    return PlansFolder(tmp_path_factory.mktemp("any"))


def check(plans: PlansFolder, files: dict[str, bytes]) -> None:
    """Assert that reading and checking explain everything in Thai, inside the folder."""
    shutil.rmtree(plans.path)
    plans.write({"lao.yml": b"", **files})

    for loaded in load_plans(plans.path):
        problems, _ = find_problems(loaded)
        for problem in problems:
            assert THAI.search(problem.message), problem
            assert THAI.search(problem.fix), problem
            assert problem.where.path.startswith("plans/maesai")


@settings(deadline=None)
@given(files=st.dictionaries(st.sampled_from(FILES), st.binary(max_size=60), max_size=6))
def test_any_bytes(plans: PlansFolder, files: dict[str, bytes]) -> None:
    """Files of any bytes."""
    check(plans, files)


@settings(deadline=None)
@given(files=st.dictionaries(st.sampled_from(FILES), RECORDS, min_size=1, max_size=6), full=st.booleans())
def test_any_records(plans: PlansFolder, files: dict[str, dict[str, Any]], *, full: bool) -> None:
    """Known keys with values of every kind, alone or on top of good records."""
    trees = {name: {**GOOD.get(name, {}), **tree} for name, tree in files.items()} if full else files
    whole = {**GOOD, **trees} if full else trees

    check(plans, {name: yaml.safe_dump(tree, allow_unicode=True).encode() for name, tree in whole.items()})
