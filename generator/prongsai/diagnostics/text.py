"""Problems as text: place, what is wrong, how to mend it, where to read more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import click

from prongsai.problem import Problem, Severity

# Control characters of a value would end the line (and could begin a command to GitHub) or steer the terminal.
VISIBLE = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x2028: "␊", 0x2029: "␊"}
VISIBLE |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


_VALUE = re.compile("“[^”]*”|[0-9๐-๙]+")  # what differs between fixes of one sort
# From this many on the same fault of one file is told once, with the places of the others below it.
GROUPED = 4


def format_problems(problems: Iterable[Problem], *, is_coloured: bool = False) -> Iterator[str]:
    """Yield the problems as text; many of the same sort in one file are one entry that names every place.

    Of one sort are problems of one rule that say the same, or that are mended in the same way.
    """
    by_sort: dict[tuple[str, str, Severity, str], list[Problem]] = {}
    for problem in problems:
        key = (problem.where.path, problem.rule, problem.severity, _VALUE.sub("…", problem.fix))
        by_sort.setdefault(key, []).append(problem)
    for first, *others in by_sort.values():
        if len(others) + 1 < GROUPED:
            yield from (format_problem(problem, is_coloured=is_coloured) for problem in (first, *others))
        else:
            yield _format_group(first, others, is_coloured=is_coloured)


def _format_group(first: Problem, others: Sequence[Problem], *, is_coloured: bool) -> str:
    lines = format_problem(first, is_coloured=is_coloured).split("\n")
    lead = f"  และอีก {len(others)} แห่งในไฟล์นี้ แก้แบบเดียวกัน:"
    if all((problem.message, problem.fix) == (first.message, first.fix) for problem in others):
        places = ", ".join(f"{problem.where.line}:{problem.where.column}" for problem in others)
        more = [f"{lead} บรรทัด {places}"]
    else:
        more = [lead, *(f"    {_tell_briefly(problem, first)}".translate(VISIBLE) for problem in others)]
    return "\n".join([*lines[:-1], *more, lines[-1]])


def _tell_briefly(problem: Problem, first: Problem) -> str:
    fix = f" → {problem.fix}" if problem.fix != first.fix else ""
    return f"{problem.where}: {problem.message}{fix}"


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
