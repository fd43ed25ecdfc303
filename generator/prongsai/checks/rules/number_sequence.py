"""ลำดับที่ในแผน ลำดับใน e-PlanNACC และลำดับความเสี่ยงต้องไม่ซ้ำและไม่ข้าม

ลำดับที่ซ้ำเป็นข้อผิดพลาด ส่วนลำดับที่ข้ามเป็นคำเตือน และตรวจเฉพาะเมื่อมีโครงการครบและแผนยังไม่เคยแก้ไข
เหตุที่สำคัญ: โครงการสองโครงการที่ใช้ลำดับเดียวกันอ้างถึงกันผิดได้ และลำดับที่หายไปอาจเป็นโครงการที่ตกหล่น

ไม่ผ่าน: สองโครงการมี number: 5
ไม่ผ่าน: แผนมีลำดับที่ 1, 2, 4 แต่ไม่มี 3
ผ่าน: ลำดับที่ 1 ถึง 30 ลำดับละหนึ่งโครงการ
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from prongsai.checks.subjects.declared import is_doubtful
from prongsai.checks.subjects.plan_projects import list_plan_projects
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Plan
from prongsai.records.project import Project

ID = "number-sequence"
SEVERITY = Severity.ERROR


class _Entry(NamedTuple):
    number: int
    name: str
    where: Where
    project: Project | None = None


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield numbers that two entries share, and numbers that are left out."""
    for plan in loaded.dossier.plans.values():
        yield from _check_plan(loaded, plan)


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    cards = list_plan_projects(loaded, plan)
    projects = [_Entry(card.project.number, card.project.id, card.where("number"), card.project) for card in cards]
    in_eplan = [
        _Entry(card.project.eplan_number, card.project.id, card.where("eplan_number"), card.project)
        for card in cards
        if card.project.eplan_number is not None
    ]
    risks = [
        _Entry(risk.number, risk.step, loaded.sources.where_plan(plan.period, "risks", row, "number"))
        for row, risk in enumerate(plan.risks)
    ]

    def is_clash(one: _Entry, other: _Entry) -> bool:
        """A project that takes the place of one that ended may take its number."""
        if one.project is None or other.project is None:
            return True
        return any(one.project.is_in_force(year) and other.project.is_in_force(year) for year in plan.years.span)

    lists = (
        ("ลำดับที่ในแผน", "โครงการ", projects),
        ("ลำดับใน e-PlanNACC", "โครงการ", in_eplan),
        ("ลำดับความเสี่ยง", "ความเสี่ยง", risks),
    )
    if is_doubtful(loaded, f"/{plan.period}/"):
        return
    for what, _, entries in lists:
        yield from _find_repeated(what, entries, is_clash)
    if loaded.problems or plan.is_reported or _is_changed(plan):
        return  # what could not be read, no report mentions, was taken out or came later leaves gaps of its own
    is_complete = plan.declared.projects in {None, len(projects)}
    for what, thing, entries in lists:
        if len({entry.number for entry in entries}) < len(entries):
            continue  # the number that is missing is the one that was written twice
        if entries is risks or (is_complete and len(entries) == len(projects)):
            yield from _find_gaps(what, thing, entries)


def _find_repeated(
    what: str, entries: Iterable[_Entry], is_clash: Callable[[_Entry, _Entry], bool]
) -> Iterator[Problem]:
    seen: dict[int, list[_Entry]] = {}
    for entry in entries:
        earlier = next((other for other in seen.get(entry.number, ()) if is_clash(other, entry)), None)
        if earlier is not None:
            yield Problem(
                entry.where,
                ID,
                SEVERITY,
                f"{what} {entry.number} ซ้ำกัน คือ “{earlier.name}” และ “{entry.name}”",
                "แก้ลำดับให้ตรงกับเอกสาร ไม่ให้ซ้ำกัน",
                (earlier.where,),
            )
        seen.setdefault(entry.number, []).append(entry)


def _find_gaps(what: str, thing: str, entries: Iterable[_Entry]) -> Iterator[Problem]:
    last = 0
    for entry in sorted(entries, key=lambda entry: entry.number):
        if entry.number > last + 1:
            missing = str(last + 1) if entry.number == last + 2 else f"{last + 1} - {entry.number - 1}"
            yield Problem(
                entry.where,
                ID,
                Severity.WARNING,
                f"{what} ขาดลำดับ {missing} ก่อนลำดับ {entry.number}",
                f"เติม{thing}ที่ขาด หรือแก้ลำดับให้ต่อเนื่อง",
            )
        last = entry.number


def _is_changed(plan: Plan) -> bool:
    first, last = plan.years.first, plan.years.last
    return bool(plan.amendments) or any(
        not (project.is_in_force(first) and project.is_in_force(last)) for project in plan.projects
    )
