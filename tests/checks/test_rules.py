"""Every rule against its cases: ``tests/checks/<rule_module>/*.yml``, one file one case.

A case has ``files`` (path inside the LAO's folder → text; a default ``lao.yml`` is added) and ``problems``, all that
the rule finds, in the order of the files. A problem's ``rule`` is the folder's own unless it is given; what rules that
the case does not name find in its files is not looked at.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from prongsai.checks.registry import find_problems, get_rules
from prongsai.load.assemble import load_plans
from prongsai.problem import Problem, Severity

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yml"))
DEFAULT_LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"
# Plans without a fault, before and after those of the cases, with a project of the same id.
OTHER_PLANS = {
    f"{first}-{first + 2}/plan.yml": f"""\
dimensions: {{1: คนสุจริต}}
missions: {{1.1: ปลูกจิตสำนึก}}
targets: [{{indicator: คะแนน, unit: คะแนน, values: {{{first}: 85, {first + 1}: 85, {first + 2}: 85}}}}]
risks: [{{number: 1, step: การจัดซื้อจัดจ้าง, issues: [], controls: [{{project: p01}}]}}]
projects: [{{id: p01, number: 1, name: โครงการของแผนอื่น, mission: 1.1, budget: 1000}}]
"""
    for first in (2556, 2576)
}
ABOUT_ALL_PLANS = {"paper_plan", "round_without_plan", "unnoted_address"}
RULES = {rule.__name__.rpartition(".")[2]: rule for rule in get_rules()}


@cache
def read_case(path: Path) -> dict[str, Any]:
    """Return a case; every scalar stays text."""
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - builds text only
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


def find_case_problems(folder: Path, path: Path, files: dict[str, str]) -> list[dict[str, Any]]:
    """Return what reading and checking find in some files, of the rules that a case names."""
    for name, text in {"lao.yml": DEFAULT_LAO, **files}.items():
        file = folder / "plans" / "case" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    [loaded] = load_plans(folder / "plans")
    problems, _ = find_problems(loaded)
    rules = {problem["rule"] for problem in list_expected(path)} | {RULES[path.parent.name].ID}
    found = sorted(problems, key=lambda problem: (problem.where, problem.rule))
    return [describe(problem) for problem in found if problem.rule in rules]


def list_expected(path: Path) -> list[dict[str, Any]]:
    """Return the problems of a case in every field."""
    rule = RULES[path.parent.name]
    return [
        {"rule": rule.ID, "severity": Severity.ERROR if "rule" in problem else rule.SEVERITY, **problem}
        for problem in read_case(path)["problems"]
    ]


def has_one_plan(path: Path) -> bool:
    """Tell whether a case has one plan and is about what stands in it."""
    plans = [name for name in read_case(path)["files"] if name.endswith("/plan.yml")]
    return len(plans) == 1 and path.parent.name not in ABOUT_ALL_PLANS


def name_case(path: Path) -> str:
    """Return a case's name in the list of tests."""
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", CASES, ids=name_case)
def test_case(tmp_path: Path, path: Path) -> None:
    """Reading and checking find exactly the problems of the case, in every field."""
    assert find_case_problems(tmp_path, path, read_case(path)["files"]) == list_expected(path)


@pytest.mark.parametrize("path", list(filter(has_one_plan, CASES)), ids=name_case)
def test_case_between_other_plans(tmp_path: Path, path: Path) -> None:
    """A plan before and a plan after, with projects of the same ids, change nothing: each plan is looked at by itself."""
    files = {**OTHER_PLANS, **read_case(path)["files"]}

    assert find_case_problems(tmp_path, path, files) == list_expected(path)


def test_every_rule_has_failing_and_passing_cases() -> None:
    """A rule that nobody has seen fail, or pass, is not tested."""
    problems = {name: [read_case(path)["problems"] for path in CASES if path.parent.name == name] for name in RULES}

    assert [name for name, found in problems.items() if [] not in found] == []
    assert [
        name for name, found in problems.items() if all("rule" in problem for case in found for problem in case)
    ] == []


def test_every_folder_of_cases_has_a_rule() -> None:
    """Cases of a rule that was renamed do not stay behind."""
    assert {path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(RULES)


def test_rules_bear_the_names_of_their_modules() -> None:
    """The id in messages leads to the module and its cases; one rule, one severity."""
    assert [name for name, rule in RULES.items() if name.replace("_", "-") != rule.ID] == []
    assert [name for name, rule in RULES.items() if not isinstance(rule.SEVERITY, Severity)] == []


def test_rules_explain_themselves_in_thai() -> None:
    """The docstring is the published catalogue: what it finds, why, a failing and a passing example."""
    parts = ("\\A.*[ก-ฮ].*\n\n", "^เหตุที่สำคัญ: ", "^ไม่ผ่าน: ", "^ผ่าน: ")

    lacking = [
        (name, part)
        for name, rule in RULES.items()
        for part in parts
        if not re.search(part, rule.__doc__, re.MULTILINE)
    ]
    assert lacking == []


def test_rules_in_alphabetical_order() -> None:
    """The order of the catalogue does not depend on the file system."""
    ids = [rule.ID for rule in get_rules()]

    assert ids == sorted(ids)
    assert "unknown-project" in ids


def test_nothing_is_checked_without_lao(tmp_path: Path) -> None:
    """Rules need to know whose records they see."""
    plan = tmp_path / "case" / "2566-2570" / "plan.yml"
    plan.parent.mkdir(parents=True)
    plan.write_text("goals: [รวม 4 มติ]\n", encoding="utf-8")

    [loaded] = load_plans(tmp_path)

    assert [problem.rule for problem in loaded.problems] == ["missing-file"]
    assert find_problems(loaded) == (list(loaded.problems), [])
