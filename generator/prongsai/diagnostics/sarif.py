"""All findings as SARIF 2.1.0, the format of code scanning services.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from prongsai.checks.registry import Explanation
from prongsai.problem import Problem, Severity, Silenced, Where

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def format_sarif(
    problems: Iterable[Problem],
    silenced: Iterable[Silenced],
    explanations: Mapping[str, Explanation],
    version: str,
) -> str:
    """Return one SARIF log with one run.

    Args:
        problems: What is wrong.
        silenced: What is known and left as it is; told as suppressed, with the reason.
        explanations: What the rules are about, by id.
        version: Version of this program.
    """
    numbers = {rule: number for number, rule in enumerate(explanations)}
    results = [{**_describe(problem, numbers), "suppressions": []} for problem in problems]
    for entry in silenced:
        suppression = {"kind": "inSource", "status": "accepted", "justification": entry.reason}
        results.append({**_describe(entry.problem, numbers), "suppressions": [suppression]})
    rules = [_describe_rule(explanation) for explanation in explanations.values()]
    run = {
        "tool": {"driver": {"name": "prongsai", "version": version, "language": "th", "rules": rules}},
        "language": "th",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _describe_rule(explanation: Explanation) -> dict[str, Any]:
    return {
        "id": explanation.rule,
        "shortDescription": {"text": explanation.title},
        "fullDescription": {"text": f"{explanation.title}\n\n{explanation.text}"},
        "defaultConfiguration": {"level": _LEVELS[explanation.severity]},
    }


def _describe(problem: Problem, numbers: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": problem.rule}
    if problem.rule in numbers:
        result["ruleIndex"] = numbers[problem.rule]
    result["level"] = _LEVELS[problem.severity]
    result["message"] = {"text": f"{problem.message}\nวิธีแก้: {problem.fix}"}
    result["locations"] = [_describe_place(problem.where)]
    if problem.related:
        result["relatedLocations"] = [_describe_place(where) for where in problem.related]
    if problem.kind:
        result["properties"] = {"kind": problem.kind}
    return result


def _describe_place(where: Where) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(where.path, errors="replace"), "uriBaseId": "%SRCROOT%"}}
    if where.line:
        place["region"] = {"startLine": where.line, "startColumn": max(where.column, 1)}
    return {"physicalLocation": place}
