"""Problems as text: place, what is wrong, how to mend it, where to read more."""

from __future__ import annotations

import click

from prongsai.problem import Problem, Severity

# Control characters of a value would end the line (and could begin a command to GitHub) or steer the terminal.
VISIBLE = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x2028: "␊", 0x2029: "␊"}
VISIBLE |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def format_problem(problem: Problem, *, is_coloured: bool = False) -> str:
    """Return one problem on three or more lines: place and message, other places, fix, where to read more."""

    def paint(text: str, colour: str | None = None, **styles: bool) -> str:
        visible = text.translate(VISIBLE)
        return click.style(visible, fg=colour, **styles) if is_coloured else visible

    severity = problem.severity
    place = paint(f"{problem.where}:", bold=True)
    label = paint(f"{severity.label}:", _COLOURS[severity], bold=True)
    lines = [f"{place} {label} {paint(problem.message)} {paint(f'[{problem.rule}]', dim=True)}"]
    lines += [f"  {paint('ดูด้วย:', dim=True)} {paint(str(where))}" for where in problem.related]
    lines.append(f"  {paint('วิธีแก้:', 'green')} {paint(problem.fix)}")
    lines.append(paint(f"  อ่านเพิ่ม: prongsai explain {problem.rule}", dim=True))
    return "\n".join(lines)
