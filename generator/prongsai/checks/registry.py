"""The rules, found in this package; a rule is a module with ``ID``, ``SEVERITY``, a Thai docstring and ``check``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple, Protocol

import prongsai.checks.between_laos
import prongsai.checks.rules
from prongsai.checks.silencing import UNKNOWN_RULE, UNUSED_IGNORE, apply_ignores
from prongsai.checks.subjects.lao_facts import LaoFacts
from prongsai.load.explanations import EXPLANATIONS
from prongsai.load.sources import LoadedDossier, UnreadLao
from prongsai.problem import Problem, Severity, Silenced


class Rule(Protocol):
    """What a rule's module offers."""

    ID: str
    SEVERITY: Severity
    __doc__: str

    def check(self, loaded: LoadedDossier) -> Iterator[Problem]:
        """Yield what the rule finds in one LAO's records."""


class SiteRule(Protocol):
    """What a module offers whose rule compares LAOs."""

    ID: str
    SEVERITY: Severity
    __doc__: str

    def check(self, laos: Sequence[LaoFacts]) -> Iterator[Problem]:
        """Yield what the rule finds between the records of several LAOs."""


class Explanation(NamedTuple):
    """What a rule is about: its first line, and why it matters with examples."""

    rule: str
    severity: Severity
    title: str
    text: str


_UNKNOWN_RULE_TEXT = """ignore: ต้องระบุรหัสกฎที่มีอยู่จริง

เหตุที่สำคัญ: รหัสที่สะกดผิดไม่ยกเว้นอะไรเลย

ไม่ผ่าน: rule: step-numbr
ผ่าน: rule: step-numbers
"""
_UNUSED_IGNORE_TEXT = """รายการ ignore: ต้องยกเว้นสิ่งที่ตรวจพบจริง

เหตุที่สำคัญ: ข้อยกเว้นที่ค้างอยู่จะปิดบังข้อผิดพลาดใหม่ในที่เดียวกัน

ไม่ผ่าน: แก้เลขข้อถูกแล้วแต่ยังมี rule: step-numbers
ผ่าน: ลบรายการที่ไม่ใช้แล้ว
"""
_BAD_CELL_TEXT = """ช่องของ Excel ต้องอ่านได้ และอยู่ในแถวและคอลัมน์ที่รู้จัก

เหตุที่สำคัญ: สูตรที่ยังไม่มีผลลัพธ์หรือแถวที่ไม่รู้ว่าเป็นของโครงการใดอ่านเป็นช่องว่างไม่ได้ ผลที่รายงานจะหายไป

ไม่ผ่าน: สูตร =SUM(D5:D9) ที่ยังไม่ได้คำนวณ
ผ่าน: 20,000
"""
_CELL_CONFLICT_TEXT = """ช่องที่แก้ใน Excel ต้องไม่ถูกแก้ในไฟล์ YAML ไปแล้วเป็นค่าอื่นหลังส่งออก

เหตุที่สำคัญ: การนำเข้าจะทับสิ่งที่ผู้อื่นแก้ไว้โดยไม่รู้ตัว

ไม่ผ่าน: หลังส่งออก ไฟล์ถูกแก้เป็น 15,000 แต่ช่องนี้แก้เป็น 18,000
ผ่าน: ช่องและไฟล์เป็นค่าเดียวกัน
"""
# After these the sums of a plan or a round are not computed, and the rules about them find nothing.
_LEAVES_UNCHECKED = {"progress-record", "unknown-project", "years-reversed"}
_OWN = {
    UNKNOWN_RULE: (Severity.ERROR, _UNKNOWN_RULE_TEXT),
    "bad-cell": (Severity.ERROR, _BAD_CELL_TEXT),  # told by sheets/
    "cell-conflict": (Severity.ERROR, _CELL_CONFLICT_TEXT),
    UNUSED_IGNORE: (Severity.WARNING, _UNUSED_IGNORE_TEXT),
}


@cache
def get_rules() -> tuple[Rule, ...]:
    """Return the rules about one LAO in alphabetical order."""
    return _import_all(prongsai.checks.rules)


@cache
def get_site_rules() -> tuple[SiteRule, ...]:
    """Return the rules about several LAOs in alphabetical order."""
    return _import_all(prongsai.checks.between_laos)


def _import_all(package: ModuleType) -> tuple[Any, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(importlib.import_module(f"{package.__name__}.{name}") for name in names)


@cache
def get_explanations() -> dict[str, Explanation]:
    """Return what every rule is about, those of reading included, by id in alphabetical order."""
    texts = {rule.ID: (rule.SEVERITY, rule.__doc__) for rule in get_rules()}
    texts |= {rule.ID: (rule.SEVERITY, rule.__doc__) for rule in get_site_rules()}
    texts |= {rule: (Severity.ERROR, text) for rule, text in EXPLANATIONS.items()} | _OWN
    explanations = {}
    for rule, (severity, text) in sorted(texts.items()):
        title, _, rest = text.strip().partition("\n")
        explanations[rule] = Explanation(rule, severity, title.strip(), rest.strip())
    return explanations


def find_site_problems(laos: Sequence[LaoFacts]) -> dict[str, list[Problem]]:
    """Return what is wrong between the records of several LAOs, by the slug of the LAO where it is to be mended."""
    found: dict[str, list[Problem]] = {lao.slug: [] for lao in laos}
    for rule in get_site_rules():
        for problem in rule.check(laos):
            slug = next(lao.slug for lao in laos if problem.where.path.startswith(f"{lao.folder}/"))
            found[slug].append(problem)
    return found


def find_problems(
    loaded: LoadedDossier | UnreadLao, among_others: Sequence[Problem] | None = None
) -> tuple[list[Problem], list[Silenced]]:
    """Return what is wrong with one LAO's files and records, and what its ``ignore:`` entries silence.

    Rules need to know whose records they see: of an LAO that could not be read only the problems of reading are told.

    Args:
        loaded: The LAO.
        among_others: What ``find_site_problems`` found of it; None where it is checked alone.
    """
    found = (
        [problem for rule in get_rules() for problem in rule.check(loaded)] if isinstance(loaded, LoadedDossier) else []
    )
    found += among_others or ()
    between = {rule.ID for rule in get_site_rules()}
    ids = {rule.ID for rule in get_rules()} | between
    unasked = between if among_others is None else ()
    remaining, silenced = apply_ignores(found, loaded.sources.documents.values(), ids, unasked)
    # What could not be read, or belongs to no project, was not checked in full: no entry can be called unused.
    if loaded.problems or any(problem.rule in _LEAVES_UNCHECKED for problem in remaining):
        remaining = [problem for problem in remaining if problem.rule != UNUSED_IGNORE]
    return [*loaded.problems, *remaining], silenced
