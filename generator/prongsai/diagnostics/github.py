"""Problems as workflow commands, which GitHub shows at the line of the change."""

from __future__ import annotations

from prongsai.problem import Problem, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def format_annotation(problem: Problem) -> str:
    """Return one ``::error`` line; what YAML says cannot end it or start another command."""
    where = problem.where
    place = f"file={_escape_property(where.path)},line={max(where.line, 1)},col={max(where.column, 1)}"
    title = _escape_property(problem.rule)
    text = _escape_data(f"{problem.message}\nวิธีแก้: {problem.fix}")
    return f"::{_LEVELS[problem.severity]} {place},title={title}::{text}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
