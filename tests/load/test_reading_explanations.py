"""What reading can find stands in the rule catalogue, and nothing else does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import prongsai.load
import prongsai.records
from prongsai.load.explanations import EXPLANATIONS
from prongsai.load.validation import STRUCTURE_ERRORS

RULE = re.compile("[a-z]+(-[a-z]+)+")
REPORTING = {"Problem", "_report", "problem", "refuse", "report"}
CONVERTING = {"PydanticCustomError", "data_error"}


def find_calls(package: str, names: set[str]) -> Iterator[ast.Call]:
    """Yield the calls of some functions in a package's modules."""
    for path in Path(package).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            if isinstance(node, ast.Call) and getattr(called, "attr", getattr(called, "id", "")) in names:
                yield node


def list_texts(call: ast.Call) -> list[str]:
    """Return the plain texts that a call hands over, in order."""
    return [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def find_rules() -> set[str]:
    """Return the ids of all that the modules of reading and the records' converters report."""
    told = {text for call in find_calls(prongsai.load.__file__, REPORTING) for text in list_texts(call)}
    converted = {text for call in find_calls(prongsai.records.__file__, CONVERTING) for text in list_texts(call)[:1]}
    structure = {rule for rule, _, _ in STRUCTURE_ERRORS.values()}
    return structure | {rule for rule in told | {f"bad-{kind}" for kind in converted} if RULE.fullmatch(rule)}


def test_every_rule_of_reading_is_explained() -> None:
    """Whatever a message names can be looked up, and no explanation of a rule that is gone stays behind."""
    assert set(EXPLANATIONS) == find_rules()


def test_explanations_are_whole() -> None:
    """Title, why it matters, and a failing and a passing example, in Thai."""
    parts = (r"\A.*[ก-ฮ]", "^เหตุที่สำคัญ: .", "^ไม่ผ่าน: .", "^ผ่าน: .")

    lacking = [
        (rule, part) for rule, text in EXPLANATIONS.items() for part in parts if not re.search(part, text, re.MULTILINE)
    ]
    assert lacking == []


def test_rules_in_alphabetical_order() -> None:
    """The next one is put where it is looked for."""
    assert list(EXPLANATIONS) == sorted(EXPLANATIONS)
