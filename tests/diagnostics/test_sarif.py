"""All findings as SARIF 2.1.0."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.checks.registry import get_explanations
from prongsai.diagnostics.sarif import format_sarif
from prongsai.problem import Problem, Severity, Silenced, Where

WHERE = Where("plans/maesai/plan.yml", 12, 5)
PROBLEM = Problem(WHERE, "duplicate-id", Severity.ERROR, "รหัสซ้ำ", "ตั้งรหัสใหม่", (Where("plans/maesai/lao.yml"),))


def write(problems: Iterable[Problem] = (), silenced: Iterable[Silenced] = ()) -> dict[str, Any]:
    """Return the one run of a log."""
    log = json.loads(format_sarif(problems, silenced, get_explanations(), "1.2.3"))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert isinstance(run, dict)
    return run


def test_driver() -> None:
    """The tool is named with its version."""
    driver = write()["tool"]["driver"]

    assert (driver["name"], driver["version"]) == ("prongsai", "1.2.3")


def test_rules_are_explained_in_thai() -> None:
    """Every rule has a short and a full description and its level."""
    rules = write()["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == list(get_explanations())
    for rule in rules:
        assert re.search("[ก-ฮ]", rule["shortDescription"]["text"])
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"] + "\n\n")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_result() -> None:
    """Rule, level, text, place and other places; a file as a whole has no region."""
    run = write([PROBLEM])
    [result] = run["results"]

    assert run["tool"]["driver"]["rules"][result.pop("ruleIndex")]["id"] == "duplicate-id"
    assert result == {
        "ruleId": "duplicate-id",
        "level": "error",
        "message": {"text": "รหัสซ้ำ\nวิธีแก้: ตั้งรหัสใหม่"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "plans/maesai/plan.yml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 5},
                }
            }
        ],
        "relatedLocations": [
            {"physicalLocation": {"artifactLocation": {"uri": "plans/maesai/lao.yml", "uriBaseId": "%SRCROOT%"}}}
        ],
        "suppressions": [],
    }


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")],
    ids=["error", "warning", "advice"],
)
def test_level(severity: Severity, level: str) -> None:
    """Advice is a note."""
    [result] = write([Problem(WHERE, "rule", severity, "ข้อความ", "แก้")])["results"]

    assert result["level"] == level
    assert "ruleIndex" not in result


def test_silenced_is_suppressed_with_its_reason() -> None:
    """It stands in the log, after the problems."""
    _, result = write([PROBLEM], [Silenced(PROBLEM, "พิมพ์ไว้เช่นนั้น")])["results"]

    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "พิมพ์ไว้เช่นนั้น"}]


def test_kind_is_kept() -> None:
    """The kind of a finding is one of its properties."""
    [result] = write([Problem(WHERE, "rule", Severity.ERROR, "ข้อความ", "แก้", kind="โทรศัพท์")])["results"]

    assert result["properties"] == {"kind": "โทรศัพท์"}


@given(message=st.text(), path=st.text(min_size=1))
def test_any_text_arrives_as_it_is(message: str, path: str) -> None:
    """A path is a valid address whatever it holds, and leads back to the path."""
    [result] = write([Problem(Where(path, 1, 1), "rule", Severity.ERROR, message, "แก้")])["results"]

    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9_.~%/-]+", uri)
    assert unquote(uri) == path
    assert result["message"]["text"] == f"{message}\nวิธีแก้: แก้"
