"""All findings as JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from prongsai.diagnostics.json_report import format_json
from prongsai.problem import Problem, Severity, Silenced, Where

WHERE = Where("plans/maesai/plan.yml", 12, 5)
PROBLEM = Problem(
    WHERE, "duplicate-id", Severity.ERROR, "รหัสซ้ำ", "ตั้งรหัสใหม่", (Where("plans/maesai/lao.yml"),), kind="โทรศัพท์"
)
AS_JSON = {
    "path": "plans/maesai/plan.yml",
    "line": 12,
    "column": 5,
    "rule": "duplicate-id",
    "severity": "error",
    "message": "รหัสซ้ำ",
    "fix": "ตั้งรหัสใหม่",
    "related": [{"path": "plans/maesai/lao.yml", "line": 0, "column": 0}],
    "kind": "โทรศัพท์",
}


def test_every_field() -> None:
    """A problem has all its fields, a silenced one its reason too."""
    report = json.loads(format_json([PROBLEM], [Silenced(PROBLEM, "พิมพ์ไว้เช่นนั้น")]))

    assert report == {"problems": [AS_JSON], "silenced": [{**AS_JSON, "reason": "พิมพ์ไว้เช่นนั้น"}]}


def test_order_of_keys() -> None:
    """The order of keys never changes, so two reports can be compared line by line."""
    report = json.loads(format_json([PROBLEM], []))

    assert list(report) == ["problems", "silenced"]
    assert list(report["problems"][0]) == list(AS_JSON)


def test_thai_is_readable() -> None:
    """Thai letters are written as such."""
    assert "รหัสซ้ำ" in format_json([PROBLEM], [])


def test_nothing_found() -> None:
    """Both lists are there, empty."""
    assert json.loads(format_json([], [])) == {"problems": [], "silenced": []}


@given(message=st.text(), path=st.text())
def test_any_text_arrives_as_it_is(message: str, path: str) -> None:
    """No value breaks the format."""
    problem = Problem(Where(path, 1, 1), "rule", Severity.WARNING, message, "แก้")

    [entry] = json.loads(format_json([problem], []))["problems"]

    assert (entry["message"], entry["path"]) == (message, path)
