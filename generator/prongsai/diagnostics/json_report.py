"""All findings as one JSON text, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from prongsai.problem import Problem, Silenced, Where


def format_json(problems: Iterable[Problem], silenced: Iterable[Silenced]) -> str:
    """Return one object: the ``problems``, and those ``silenced`` with the reason given for each.

    Line and column count from 1; 0 means the file as a whole.
    """
    report = {
        "problems": [_describe(problem) for problem in problems],
        "silenced": [{**_describe(entry.problem), "reason": entry.reason} for entry in silenced],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _describe(problem: Problem) -> dict[str, Any]:
    return {
        **_describe_place(problem.where),
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "fix": problem.fix,
        "related": [_describe_place(where) for where in problem.related],
        "kind": problem.kind,
    }


def _describe_place(where: Where) -> dict[str, Any]:
    return {"path": where.path, "line": where.line, "column": where.column}
