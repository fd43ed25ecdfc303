"""Many wrong ids of projects at once: all are told, and telling them takes no time."""

from __future__ import annotations

from pathlib import Path

from prongsai.checks.registry import find_problems
from prongsai.checks.rules.unknown_project import MAX_COMPARED
from prongsai.load.assemble import load_plans


def test_nearest_project_is_offered_for_the_first_ones(tmp_path: Path) -> None:
    """Each of many wrong ids compared with each project would take minutes; who has all wrong mistyped none."""
    lao = tmp_path / "plans" / "case"
    (lao / "2566-2570").mkdir(parents=True)
    (lao / "progress").mkdir()
    (lao / "lao.yml").write_text("type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n", encoding="utf-8")
    ids = [f"{letter}{letter}{letter}-anti-fraud" for letter in "abcdefgh"]
    projects = [
        f"  - {{id: {name}, number: {row}, name: โครงการ{row}, mission: 1.1}}\n" for row, name in enumerate(ids)
    ]
    (lao / "2566-2570" / "plan.yml").write_text("projects:\n" + "".join(projects), encoding="utf-8")
    wrong = [f"{name}{row}" for row in range(10) for name in ids]
    records = [f"  - {{project: {name}, status: waiting}}\n" for name in wrong]
    for key in ("2566-06", "2566-12"):
        (lao / "progress" / f"{key}.yml").write_text("projects:\n" + "".join(records), encoding="utf-8")

    [loaded] = load_plans(tmp_path / "plans")
    problems, _ = find_problems(loaded)
    told = [problem for problem in problems if problem.rule == "unknown-project"]

    assert len(told) == 2 * len(wrong)
    assert sum("หมายถึง" in problem.fix for problem in told) == 2 * MAX_COMPARED
