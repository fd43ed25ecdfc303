"""What the rules are about, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.checks.registry import Explanation
from prongsai.problem import Severity


def format_explanation(explanation: Explanation) -> str:
    """Return all that is said of one rule: id and severity, what must hold, why, examples."""
    return f"{explanation.rule} ({explanation.severity.label})\n{explanation.title}\n\n{explanation.text}"


def format_rule_list(explanations: Iterable[Explanation]) -> str:
    """Return every rule on one line, the most serious first."""
    listed = list(explanations)
    width = max((len(explanation.rule) for explanation in listed), default=0)
    lines = []
    for severity in Severity:
        rules = [explanation for explanation in listed if explanation.severity is severity]
        if rules:
            lines += [f"{severity.label} ({len(rules)} กฎ)"]
            lines += [f"  {explanation.rule:<{width}}  {explanation.title}" for explanation in rules]
    return "\n".join([*lines, "", "อ่านกฎหนึ่ง: prongsai explain <รหัสกฎ>"])
