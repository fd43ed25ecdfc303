"""Findings that the record keepers know of: ``ignore:`` in the YAML, beside what it is about.

An entry silences a rule in the mapping that holds it and in everything below; ``at`` narrows it to one key. Personal
data are silenced one kind at a time. An entry that names no rule, or silences nothing, is reported itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from msgspec import Struct, field

from prongsai.load.data_file import DataFile, DataPath
from prongsai.load.explanations import EXPLANATIONS
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity, Silenced

UNKNOWN_RULE = "unknown-rule"
UNUSED_IGNORE = "unused-ignore"


class _Entry(Struct):
    document: DataFile
    place: DataPath
    scope: DataPath
    rule: str
    reason: str
    kind: str
    is_used: bool = False
    other_kinds: set[str] = field(default_factory=set)

    def covers(self, problem: Problem, path: DataPath) -> bool:
        if self.rule != problem.rule or path[: len(self.scope)] != self.scope:
            return False
        if self.kind != problem.kind:
            self.other_kinds.add(problem.kind)
        return self.kind == problem.kind


def apply_ignores(
    problems: Iterable[Problem], documents: Iterable[DataFile], rules: Iterable[str], unasked: Container[str] = ()
) -> tuple[list[Problem], list[Silenced]]:
    """Return the problems that remain, those about the entries themselves included, and the silenced ones.

    Args:
        problems: What the rules found.
        documents: The files with the entries.
        rules: Ids of all rules.
        unasked: Those of them that were not asked, so that an entry of theirs may be of use at another time.
    """
    known = sorted(rules)
    by_path = {document.path: document for document in documents}
    entries = [entry for document in by_path.values() for entry in _find_entries(document, document.data, ())]
    remaining: list[Problem] = []
    silenced: list[Silenced] = []
    for problem in problems:
        document = by_path.get(problem.where.path)
        path = document.find_path(problem.where) if document else ()
        entry = next((entry for entry in entries if entry.document is document and entry.covers(problem, path)), None)
        if entry is None:
            remaining.append(problem)
        else:
            entry.is_used = True
            silenced.append(Silenced(problem, entry.reason))
    asked = (entry for entry in entries if entry.is_used or entry.rule not in unasked)
    remaining += (problem for entry in asked for problem in _check_entry(entry, known))
    return remaining, silenced


def _find_entries(document: DataFile, data: Any, path: DataPath) -> Iterator[_Entry]:
    if isinstance(data, dict):
        listed = data.get("ignore")
        for index, item in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(item, dict) and isinstance(item.get("rule"), str):
                at = _parse_at(data, str(item.get("at", "")))
                place = (*path, "ignore", index)
                reason, kind = str(item.get("reason", "")), str(item.get("kind", ""))
                yield _Entry(document, place, (*path, *at), item["rule"].strip(), reason, kind)
        for key, value in data.items():
            if key != "ignore":
                yield from _find_entries(document, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _find_entries(document, value, (*path, index))


def _parse_at(data: Any, text: str) -> DataPath:
    """``goals.2`` is the second of the goals (people count from 1), ``budget.2566`` the year."""
    path: list[str | int] = []
    for part in filter(None, text.split(".")):
        key: str | int = int(part) - 1 if isinstance(data, list) and part.isdecimal() else part
        known = dict(enumerate(data)) if isinstance(data, list) else data if isinstance(data, dict) else {}
        data = known.get(key)
        path.append(key)
    return tuple(path)


def _check_entry(entry: _Entry, known: list[str]) -> Iterator[Problem]:
    where = entry.document.where(*entry.place, "rule")
    if entry.rule in EXPLANATIONS or entry.rule in {UNKNOWN_RULE, UNUSED_IGNORE}:
        fix = "แก้สิ่งที่กฎนั้นพบ แล้วลบรายการ ignore นี้"
        yield Problem(where, UNKNOWN_RULE, Severity.ERROR, f"กฎ {entry.rule} ยกเว้นไม่ได้", fix)
    elif entry.rule not in known:
        fix = suggest(entry.rule, known, "ดูรหัสกฎทั้งหมดด้วยคำสั่ง prongsai explain")
        yield Problem(where, UNKNOWN_RULE, Severity.ERROR, f"ไม่มีกฎชื่อ “{entry.rule}”", fix)
    elif not entry.is_used and entry.other_kinds - {""}:
        given = f"kind: {entry.kind}" if entry.kind else "ไม่ได้ระบุ kind:"
        message = f"ข้อยกเว้นกฎ {entry.rule} {'เขียน ' if entry.kind else ''}{given} ซึ่งไม่ตรงกับสิ่งที่พบ"
        fix = "เขียน " + " หรือ ".join(f"kind: {kind}" for kind in sorted(entry.other_kinds))
        yield Problem(where, UNUSED_IGNORE, Severity.WARNING, message, fix)
    elif not entry.is_used:
        message = f"กฎ {entry.rule} ไม่พบอะไรในส่วนนี้แล้ว จึงไม่ต้องยกเว้น"
        fix = "ลบรายการ ignore นี้ หรือตรวจว่า at: และ kind: ตรงกับสิ่งที่ต้องการยกเว้น"
        yield Problem(where, UNUSED_IGNORE, Severity.WARNING, message, fix)
