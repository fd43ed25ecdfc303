"""Every rule against its cases: ``tests/checks/<rule_module>/*.yml``, one file one case.

A case has ``files`` (path inside the LAO's folder → text; a default ``lao.yml`` is added) and ``problems``, all that
the rule finds, in the order of the files. A problem's ``rule`` is the folder's own unless it is given; what rules that
the case does not name find in its files is not looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks.registry import Rule, find_problems, get_rules
from generator.load.plans import load_plans
from generator.problem import Problem, Severity

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yml"))
DEFAULT_LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"
RULES = {rule.__name__.rpartition(".")[2]: rule for rule in get_rules()}


def read_case(path: Path) -> dict[str, Any]:
    """Return a case; every scalar stays text."""
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds text only
    assert case.keys() == {"files", "problems"}, path
    return case


def describe(problem: Problem) -> dict[str, Any]:
    """Return a problem as a case writes it, with its severity."""
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "where": str(problem.where).removeprefix("plans/case/"),
        "message": problem.message,
        "fix": problem.fix,
        "related": [str(where).removeprefix("plans/case/") for where in problem.related],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(tmp_path: Path, path: Path) -> None:
    """Reading and checking find exactly the problems of the case, in every field."""
    case = read_case(path)
    rule = RULES[path.parent.name]
    for name, text in {"lao.yml": DEFAULT_LAO, **case["files"]}.items():
        file = tmp_path / "plans" / "case" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    [loaded] = load_plans(tmp_path / "plans")
    problems, _ = find_problems(loaded)
    expected = {rule.ID, *(problem["rule"] for problem in case["problems"] if "rule" in problem)}
    found = sorted(
        (problem for problem in problems if problem.rule in expected), key=lambda problem: (problem.where, problem.rule)
    )

    assert [describe(problem) for problem in found] == [
        {"rule": rule.ID, "severity": Severity.ERROR if "rule" in problem else rule.SEVERITY, **problem}
        for problem in case["problems"]
    ]


@pytest.mark.parametrize("name", RULES)
def test_rule_has_failing_and_passing_cases(name: str) -> None:
    """A rule that nobody has seen fail, or pass, is not tested."""
    problems = [read_case(path)["problems"] for path in sorted((HERE / name).glob("*.yml"))]

    assert [] in problems, f"{name} has no passing case"
    assert any("rule" not in problem for found in problems for problem in found), f"{name} has no failing case"


def test_every_folder_of_cases_has_a_rule() -> None:
    """Cases of a rule that was renamed do not stay behind."""
    assert {path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(RULES)


@pytest.mark.parametrize(("name", "rule"), RULES.items(), ids=RULES)
def test_rule_id_is_its_module_name(name: str, rule: Rule) -> None:
    """The id in messages leads to the module and its cases."""
    assert name.replace("_", "-") == rule.ID


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_explains_itself_in_thai(rule: Rule) -> None:
    """The docstring is the published catalogue: what it finds, why, a failing and a passing example."""
    title, empty, *_ = rule.__doc__.splitlines()

    assert re.search("[ก-ฮ]", title)
    assert empty == ""
    for heading in ("เหตุที่สำคัญ: ", "ไม่ผ่าน: ", "ผ่าน: "):
        assert re.search(f"^{heading}", rule.__doc__, re.MULTILINE), heading


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_has_a_severity(rule: Rule) -> None:
    """One rule, one severity."""
    assert isinstance(rule.SEVERITY, Severity)


def test_rules_in_alphabetical_order() -> None:
    """The order of the catalogue does not depend on the file system."""
    ids = [rule.ID for rule in get_rules()]

    assert ids == sorted(ids)
    assert "unknown-project" in ids


def test_nothing_is_checked_without_lao(tmp_path: Path) -> None:
    """Rules need to know whose records they see."""
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "plan.yml").write_text("years: 2570-2566\n", encoding="utf-8")

    [loaded] = load_plans(tmp_path)

    assert find_problems(loaded) == (list(loaded.problems), [])
