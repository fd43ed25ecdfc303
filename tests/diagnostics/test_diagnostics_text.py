"""Problems as text for a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.diagnostics.text import GROUPED, format_problem, format_problems
from prongsai.problem import Problem, Severity, Where

WHERE = Where("plans/maesai/plan.yml", 12, 5)
MORE = "  อ่านเพิ่ม: prongsai explain"
PLAIN = Problem(WHERE, "unknown-mission", Severity.ERROR, "ไม่มีภารกิจ 2.5", "เลือกภารกิจหนึ่งจาก: 2.1, 2.2")


def make_problem(severity: Severity) -> Problem:
    """Return a problem of a severity."""
    return Problem(WHERE, "rule", severity, "ข้อความ", "แก้")


def test_problem() -> None:
    """Place, severity, message and rule on one line, the fix on the next, then where to read more."""
    assert format_problem(PLAIN) == (
        "plans/maesai/plan.yml:12:5: ข้อผิดพลาด: ไม่มีภารกิจ 2.5 [unknown-mission]\n"
        "  วิธีแก้: เลือกภารกิจหนึ่งจาก: 2.1, 2.2\n"
        f"{MORE} unknown-mission"
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
        "  วิธีแก้: ตั้งรหัสใหม่\n"
        f"{MORE} duplicate-id"
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


def test_control_characters_are_made_visible() -> None:
    """A value cannot clear the screen or begin a line of its own."""
    problem = Problem(WHERE, "unknown-key", Severity.ERROR, "คีย์ “\x1b[2J\n::error::x\r\x7f\x9b”", "ลบ\tคีย์")

    assert format_problem(problem) == (
        "plans/maesai/plan.yml:12:5: ข้อผิดพลาด: คีย์ “␛[2J␊::error::x␍␡\ufffd” [unknown-key]\n"
        "  วิธีแก้: ลบ␉คีย์\n"
        f"{MORE} unknown-key"
    )


@given(message=st.text(), fix=st.text(), path=st.text(min_size=1))
def test_any_problem_is_three_lines(message: str, fix: str, path: str) -> None:
    """Whatever a value, fix or path holds, it stays on its line."""
    shown = format_problem(Problem(Where(path, 1, 1), "rule", Severity.ERROR, message, fix))

    assert len(shown.splitlines()) == 3


@given(message=st.text(), fix=st.text(), path=st.text(min_size=1))
def test_colours_change_no_letter(message: str, fix: str, path: str) -> None:
    """Without its colours a coloured text is the plain one; a value brings no colour of its own."""
    problem = Problem(Where(path, 1, 1), "rule", Severity.ERROR, message, fix, (Where(path),))

    coloured = format_problem(problem, is_coloured=True)

    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == format_problem(problem)


@pytest.mark.parametrize(
    ("severity", "code"),
    [(Severity.ERROR, "31"), (Severity.WARNING, "33"), (Severity.ADVICE, "36")],
    ids=["error", "warning", "advice"],
)
def test_severity_has_a_colour(severity: Severity, code: str) -> None:
    """Red, yellow, cyan."""
    assert f"\x1b[{code}m\x1b[1m{severity.label}:" in format_problem(make_problem(severity), is_coloured=True)


def make_same(count: int, **changes: str) -> list[Problem]:
    """Return problems of one sort on as many lines."""
    where = [Where("plans/maesai/plan.yml", line, 5) for line in range(1, count + 1)]
    message, fix = changes.get("message", "พบคำว่า (ต่อ)"), changes.get("fix", "ลบส่วนนี้ออก")
    return [
        Problem(place, "leaked-text", Severity.WARNING, message.format(place.line), fix.format(place.line))
        for place in where
    ]


def test_few_of_one_sort_are_told_one_by_one() -> None:
    """Three are read at a glance."""
    problems = make_same(GROUPED - 1)

    assert list(format_problems(problems)) == [format_problem(problem) for problem in problems]


def test_many_of_one_sort_are_one_entry() -> None:
    """The fault is told once, with the line of every other place."""
    [text] = format_problems(make_same(10))

    assert text == (
        "plans/maesai/plan.yml:1:5: คำเตือน: พบคำว่า (ต่อ) [leaked-text]\n"
        "  วิธีแก้: ลบส่วนนี้ออก\n"
        "  และอีก 9 แห่งในไฟล์นี้ แก้แบบเดียวกัน: บรรทัด 2:5, 3:5, 4:5, 5:5, 6:5, 7:5, 8:5, 9:5, 10:5\n"
        f"{MORE} leaked-text"
    )


def test_many_of_one_sort_keep_what_differs() -> None:
    """Where each names a value of its own, each has a line with its message and its fix."""
    [text] = format_problems(make_same(4, message="มีเลขข้อ “{})”", fix="ลบ {})"))

    assert text == (
        "plans/maesai/plan.yml:1:5: คำเตือน: มีเลขข้อ “1)” [leaked-text]\n"
        "  วิธีแก้: ลบ 1)\n"
        "  และอีก 3 แห่งในไฟล์นี้ แก้แบบเดียวกัน:\n"
        "    plans/maesai/plan.yml:2:5: มีเลขข้อ “2)” → ลบ 2)\n"
        "    plans/maesai/plan.yml:3:5: มีเลขข้อ “3)” → ลบ 3)\n"
        "    plans/maesai/plan.yml:4:5: มีเลขข้อ “4)” → ลบ 4)\n"
        f"{MORE} leaked-text"
    )


def test_sorts_and_files_are_not_mixed() -> None:
    """Each file has its own entry."""
    here = make_same(5)
    there = [Problem(Where("plans/maesai/lao.yml", 1, 1), "leaked-text", Severity.WARNING, "พบ", "ลบส่วนนี้ออก")]

    assert len(list(format_problems([*there, *here]))) == 2
