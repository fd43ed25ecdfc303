"""When two values are the same, and when a value stands in a passage: by the kind of its field."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from import_truth import MAPPINGS, Step, squeeze
from prongsai.papers.kinds.memo import Opinion
from prongsai.records.base import LabelledEnum
from prongsai.records.money import parse_money
from prongsai.records.papers import PaperKind
from prongsai.records.plan import Direction, RiskScore, Unit
from prongsai.records.progress import CannotReason, LevelName, Status
from prongsai.records.project import ProjectKind
from prongsai.thai.dates import MONTHS, SHORT_MONTHS, ThaiDateError, parse_thai_date
from prongsai.thai.digits import to_arabic

_MONEY = frozenset({"budget", "budgets", "by_year", "planned", "ordinance", "disbursed"})
_DATES = frozenset({"date", "as_of", "effective_date", "foreword_date"})
_NUMBERS = frozenset({
    "number", "eplan_number", "count", "projects", "done", "waiting", "in_progress", "cannot", "minimum",
    "projects_percent", "budget_percent", "level_percent", "percent", "high", "medium", "low", "values",
    "baseline_year", "baseline_value", "pass_mark", "assessment_year", "own_dimension", "dimension",
})  # fmt: skip
_CHOICES: dict[str, tuple[type[LabelledEnum], ...]] = {
    "status": (Status,), "level": (LevelName,), "unit": (Unit,), "direction": (Direction,), "choice": (Opinion,),
    "kind": (ProjectKind, PaperKind), "reason": (CannotReason,), "score": (RiskScore,),
}  # fmt: skip
_YES = {"ใช่": "yes", "true": "yes", "yes": "yes", "บรรจุ": "yes", "ไม่ใช่": "no", "false": "no", "no": "no", "ไม่": "no"}
TEXT_SHARE = 0.02
SPACE_SHARE = 0.05  # a cell's line has twenty letters; spaces at their ends came from the page


def _type_of(path: tuple[Step, ...]) -> str:
    """Return what kind of value a field holds."""
    names = [step for step in path if isinstance(step, str)]
    last = names[-1]
    if len(names) > 1 and names[-2] in MAPPINGS and last.isdigit():
        last = "text" if names[-2] in {"missions", "dimensions"} else names[-2]
    if last in _MONEY:
        return "money"
    if last in _DATES:
        return "date"
    if last == "mission":
        return "mission"
    if last == "capped" or (last == "in_ordinance" and "declared" not in names):
        return "answer"
    if last == "score" and "risks" not in names:
        return "number"
    if last == "in_ordinance":
        return "number"
    if last in _CHOICES:
        return "choice"
    return "number" if last in _NUMBERS and "steps" not in names and "controls" not in names else "text"


def is_same(path: tuple[Step, ...], value: str, reading: str, *, share: float = TEXT_SHARE) -> bool:
    """Tell whether a value that was read is the reading of the truth.

    Args:
        path: The field, which says how the two are compared.
        value: What was read.
        reading: What is right; a line break in it may be a space or nothing.
        share: Edits of a text that are allowed, by its length.
    """
    kind = _type_of(path)
    if kind != "text":
        left, right = _canonical(path, kind, value), _canonical(path, kind, reading)
        # A paper's number (372/2565) is text.
        return left == right if left and right else squeeze(to_arabic(value)) == squeeze(to_arabic(reading))
    # Thai has no spaces between words: one at the end of a printed line may be kept or dropped, others may not.
    spaces, printed = len(value.split()) - 1, len(reading.split()) - 1
    near = abs(spaces - printed) <= max(reading.count("\n"), SPACE_SHARE * len(reading))
    return near and _is_near(squeeze(value), squeeze(reading), share)


def _canonical(path: tuple[Step, ...], kind: str, value: str) -> object:
    text = " ".join(value.split())
    if kind == "money":
        return _read_money(text)
    if kind == "date":
        try:
            return parse_thai_date(to_arabic(text))
        except ThaiDateError:
            return None
    if kind == "mission":
        return to_arabic(text).rstrip(".")
    if kind == "answer":
        return _YES.get(text.lower())
    if kind == "number":
        try:
            return (Decimal(to_arabic(text).replace(",", "")),)
        except InvalidOperation:
            return None
    last = next(step for step in reversed(path) if isinstance(step, str))
    for choices in _CHOICES[last]:
        for member in choices:
            if text in {member.value, member.label, *member.aliases}:
                return member
    return None


def _read_money(text: str) -> object:
    try:
        return (parse_money(to_arabic(text)).amount,)
    except ValueError:
        return None


@lru_cache(maxsize=200_000)
def _is_near(left: str, right: str, share: float) -> bool:
    if left == right:
        return True
    allowed = int(share * max(len(left), len(right)))
    if abs(len(left) - len(right)) > allowed or not allowed:
        return False
    difference = Counter(left)
    difference.subtract(right)
    if sum(abs(number) for number in difference.values()) > 2 * allowed:
        return False
    return _count_edits(left, right, allowed) <= allowed


def _count_edits(left: str, right: str, limit: int) -> int:
    """Return the edit distance, or a number above the limit: only the band around the diagonal is walked."""
    above = {column: column for column in range(limit + 1)}
    for row, letter in enumerate(left, 1):
        here: dict[int, int] = {}
        for column in range(max(0, row - limit), min(len(right), row + limit) + 1):
            if column == 0:
                here[0] = row
                continue
            here[column] = min(
                above.get(column, limit + 1) + 1,
                here.get(column - 1, limit + 1) + 1,
                above.get(column - 1, limit + 1) + (letter != right[column - 1]),
            )
        if min(here.values()) > limit:
            return limit + 1
        above = here
    return above.get(len(right), limit + 1)


def is_printed(path: tuple[Step, ...], value: str, passage: str) -> bool:
    """Tell whether a value stands in a passage; what is derived (a status by its tick) needs a passage only."""
    kind = _type_of(path)
    if kind in {"choice", "answer"}:
        return True
    if kind == "text":
        return squeeze(value) in squeeze(passage) or squeeze(to_arabic(value)) in squeeze(to_arabic(passage))
    arabic = to_arabic(passage)
    if kind == "mission":
        return to_arabic(value).rstrip(".") in arabic
    numbers = {_plain(found) for found in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", arabic)}
    if kind == "date":
        date = _canonical(path, kind, value)
        if date is None:
            return False
        month = {MONTHS[date.month - 1], SHORT_MONTHS[date.month - 1]}  # type: ignore[attr-defined]
        named = any(name in squeeze(passage) for name in month) or Decimal(date.month) in numbers  # type: ignore[attr-defined]
        return named and {Decimal(date.day), Decimal(date.year + 543)} <= numbers  # type: ignore[attr-defined]
    amount = _canonical(path, kind, value)
    if amount is None:
        return squeeze(to_arabic(value)) in squeeze(arabic)
    if amount[0] is None or (kind == "money" and not amount[0]):  # type: ignore[index]
        return bool(re.search("[-–]|ไม่|0", arabic))
    return amount[0] in numbers  # type: ignore[index]


def _plain(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
