"""How much was found: one sentence, and how often each rule found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from prongsai.problem import Problem, Severity


def format_summary(problems: Sequence[Problem]) -> str:
    """Return how many problems of each severity there are, in one sentence."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "ข้อมูลถูกต้อง ไม่พบข้อผิดพลาด"
    parts = [f"{severity.label} {counts[severity]} รายการ" for severity in Severity if counts[severity]]
    return "พบ" + " ".join(parts)


def format_rule_counts(problems: Sequence[Problem]) -> str:
    """Return a table of the rules and how many problems each found, the most frequent first; empty without problems."""
    counts = Counter(problem.rule for problem in problems)
    width = max((len(rule) for rule in counts), default=0)
    digits = len(str(max(counts.values(), default=0)))
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "\n".join(f"  {rule:<{width}}  {count:>{digits}}" for rule, count in rows)
