"""Problems as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.text import format_problem, format_summary
from generator.problem import Problem, Severity, Where

WHERE = Where("plans/maesai/plan.yml", 12, 5)
PLAIN = Problem(WHERE, "unknown-mission", Severity.ERROR, "ไม่มีภารกิจ 2.5", "เลือกภารกิจหนึ่งจาก: 2.1, 2.2")


def make_problem(severity: Severity) -> Problem:
    """Return a problem of a severity."""
    return Problem(WHERE, "rule", severity, "ข้อความ", "แก้")


def test_problem() -> None:
    """Place, severity, message and rule on one line, the fix on the next."""
    assert format_problem(PLAIN) == (
        "plans/maesai/plan.yml:12:5: ข้อผิดพลาด: ไม่มีภารกิจ 2.5 [unknown-mission]\n  วิธีแก้: เลือกภารกิจหนึ่งจาก: 2.1, 2.2"
    )


def test_problem_with_other_places() -> None:
    """Each other place has a line of its own, before the fix."""
    problem = Problem(
        WHERE,
        "duplicate-id",
        Severity.ERROR,
        "รหัสซ้ำ",
        "ตั้งรหัสใหม่",
        (Where("plans/maesai/projects/p01.yml", 1, 1), Where("plans/maesai/lao.yml")),
    )

    assert format_problem(problem) == (
        "plans/maesai/plan.yml:12:5: ข้อผิดพลาด: รหัสซ้ำ [duplicate-id]\n"
        "  ดูด้วย: plans/maesai/projects/p01.yml:1:1\n"
        "  ดูด้วย: plans/maesai/lao.yml\n"
        "  วิธีแก้: ตั้งรหัสใหม่"
    )


def test_problem_of_a_whole_file() -> None:
    """A file as a whole has no line."""
    problem = Problem(Where("plans/maesai"), "missing-file", Severity.ERROR, "ขาดไฟล์ lao.yml", "สร้าง lao.yml")

    assert format_problem(problem).splitlines()[0] == "plans/maesai: ข้อผิดพลาด: ขาดไฟล์ lao.yml [missing-file]"


@pytest.mark.parametrize(
    ("severity", "label"),
    [(Severity.ERROR, "ข้อผิดพลาด"), (Severity.WARNING, "คำเตือน"), (Severity.ADVICE, "คำแนะนำ")],
    ids=["error", "warning", "advice"],
)
def test_severity_is_told_in_thai(severity: Severity, label: str) -> None:
    """The word stands before the message."""
    assert format_problem(make_problem(severity)).startswith(f"plans/maesai/plan.yml:12:5: {label}: ข้อความ [rule]\n")


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


def test_control_characters_are_made_visible() -> None:
    """A value cannot clear the screen or begin a line of its own."""
    problem = Problem(WHERE, "unknown-key", Severity.ERROR, "คีย์ “\x1b[2J\n::error::x\r\x7f\x9b”", "ลบ\tคีย์")

    assert format_problem(problem) == (
        "plans/maesai/plan.yml:12:5: ข้อผิดพลาด: คีย์ “␛[2J␊::error::x␍␡\ufffd” [unknown-key]\n  วิธีแก้: ลบ␉คีย์"
    )


@given(message=st.text(), fix=st.text(), path=st.text(min_size=1))
def test_any_problem_is_two_lines(message: str, fix: str, path: str) -> None:
    """Whatever a value, fix or path holds, it stays on its line."""
    shown = format_problem(Problem(Where(path, 1, 1), "rule", Severity.ERROR, message, fix))

    assert len(shown.splitlines()) == 2
