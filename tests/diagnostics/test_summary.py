"""How much was found."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from prongsai.diagnostics.summary import format_rule_counts, format_summary
from prongsai.problem import Problem, Severity, Where


def make_problem(severity: Severity = Severity.ERROR, rule: str = "rule") -> Problem:
    """Return a problem of a severity and rule."""
    return Problem(Where("plans/maesai/plan.yml", 12, 5), rule, severity, "ข้อความ", "แก้")


@pytest.mark.parametrize(
    ("severities", "summary"),
    [
        ([], "ข้อมูลถูกต้อง ไม่พบข้อผิดพลาด"),
        ([Severity.ERROR], "พบข้อผิดพลาด 1 รายการ"),
        ([Severity.ADVICE], "พบคำแนะนำ 1 รายการ"),
        (
            [Severity.ADVICE, Severity.WARNING, Severity.ERROR, Severity.WARNING],
            "พบข้อผิดพลาด 1 รายการ คำเตือน 2 รายการ คำแนะนำ 1 รายการ",
        ),
    ],
    ids=["none", "error", "advice", "all"],
)
def test_summary(severities: Sequence[Severity], summary: str) -> None:
    """Counts by severity, the most serious first."""
    assert format_summary([make_problem(severity) for severity in severities]) == summary


def test_rule_counts() -> None:
    """The rule that found most comes first, equal ones in alphabetical order, counts under each other."""
    rules = ["unknown-key", "bad-date", *["bad-choice"] * 10, "bad-date", "unknown-key"]

    assert format_rule_counts([make_problem(rule=rule) for rule in rules]) == (
        "  bad-choice   10\n"
        "  bad-date      2\n"
        "  unknown-key   2"
    )  # fmt: skip


def test_rule_counts_of_nothing() -> None:
    """Without problems there is no table."""
    assert format_rule_counts([]) == ""
