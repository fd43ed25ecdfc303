"""Problems as text: place, what is wrong, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.problem import Problem, Severity

# Control characters of a value would end the line (and could begin a command to GitHub) or steer the terminal.
_VISIBLE = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x2028: "␊", 0x2029: "␊"}
_VISIBLE |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")


def format_problem(problem: Problem) -> str:
    """Return one problem on two or more lines: place and message, other places, fix."""
    lines = [f"{problem.where}: {problem.severity.label}: {problem.message} [{problem.rule}]"]
    lines += [f"  ดูด้วย: {where}" for where in problem.related]
    lines.append(f"  วิธีแก้: {problem.fix}")
    return "\n".join(line.translate(_VISIBLE) for line in lines)


def format_summary(problems: Sequence[Problem]) -> str:
    """Return how many problems of each severity there are, in one sentence."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "ข้อมูลถูกต้อง ไม่พบข้อผิดพลาด"
    parts = [f"{severity.label} {counts[severity]} รายการ" for severity in Severity if counts[severity]]
    return "พบ" + " ".join(parts)
