"""ชื่อโครงการเดียวกันต้องสะกดเหมือนกันทุกที่ และแผนหนึ่งต้องไม่มีสองโครงการชื่อเดียวกัน

เทียบ name: กับ card_name: และ eplan_name: โดยไม่นับเว้นวรรคและเครื่องหมายคำพูด เตือนเมื่อต่างกันไม่กี่ตัวอักษรหรือขาดคำบอกประเภท
ชื่อที่ต่างกันจริงไม่เตือน และโครงการป้องกันผลประโยชน์ทับซ้อนกับมาตรการป้องกันผลประโยชน์ทับซ้อนเป็นสองโครงการ
ชื่อซ้ำกันทั้งชื่อในแผนเดียวเป็นข้อผิดพลาด
เหตุที่สำคัญ: ผู้อ่านและผู้ประเมินค้นชื่อหนึ่งแล้วไม่พบอีกชื่อหนึ่ง จึงเห็นเป็นคนละโครงการหรือนับซ้ำ

ไม่ผ่าน: name: มาตรการสร้างความโปร่งใส… แต่ card_name: มาตรการการสร้างความโปร่งใส…
ไม่ผ่าน: name: โครงการยกย่องเชิดชูเกียรติ… แต่ eplan_name: ยกย่องเชิดชูเกียรติ…
ไม่ผ่าน: สองโครงการชื่อ โครงการจัดเวทีประชาคม
ผ่าน: name: มาตรการ “NO Gift Policy” และ card_name: มาตรการ NO Gift Policy
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.checks.subjects.plan_projects import PlanProject, list_plan_projects
from prongsai.checks.subjects.project_names import list_other_names, make_key, split_kind
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.project import Project
from prongsai.thai.patterns import compile_late

ID = "name-spelling"
SEVERITY = Severity.WARNING

_SHORT, _LONG = 10, 20  # characters without spaces
_MARK = compile_late("[ัิ-ฺ็-๎ะาำ]")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield names that differ from the name in the plan's table by spelling, and names that two projects share."""
    for plan in loaded.dossier.plans.values():
        named = [card for card in list_plan_projects(loaded, plan) if card.project.is_named]
        for card in named:
            yield from _compare_names(card)
        yield from _find_twins(named)


def _compare_names(card: PlanProject) -> Iterator[Problem]:
    project = card.project
    for key, place, name in list_other_names(project):
        difference = _describe_difference(project.name, name)
        if difference:
            yield Problem(
                card.where(key),
                ID,
                SEVERITY,
                f"ชื่อโครงการ {project.id} ตาม{place} สะกดต่างกันกับตารางแผน: “{name}” กับ “{project.name}” ({difference})",
                "แก้ชื่อที่สะกดผิดให้ตรงกันทุกที่",
                (card.where("name"),),
            )


def _describe_difference(name: str, other: str) -> str:
    """Return how two names of one project differ by spelling; nothing where they are equal or truly different."""
    (kind, rest), (other_kind, other_rest) = split_kind(make_key(name)), split_kind(make_key(other))
    if min(len(make_key(name)), len(make_key(other))) < _SHORT:
        return ""
    if rest == other_rest:
        missing = (kind or other_kind) if None in {kind, other_kind} else None
        return f"มีคำว่า “{missing.label}” ที่เดียว" if missing else ""
    shorter = min(len(rest), len(other_rest))
    # A left-out การ or ของ is three characters.
    limit = 3 if shorter >= _LONG else 2 if shorter >= _SHORT else 1
    if _compute_distance(rest, other_rest, limit) > limit:
        return ""
    parts = [part for part in _cut_ends(other_rest, rest) if part]
    return f"มี “{parts[0]}” ที่เดียว" if len(parts) == 1 else f"ต่างกันที่ “{parts[0]}” กับ “{parts[1]}”"


def _find_twins(cards: Iterable[PlanProject]) -> Iterator[Problem]:
    """Yield later projects whose name an earlier one has, letter for letter or but for one character.

    Names but for one character share what is left when each loses one: comparing every two would take too long.
    """
    first_by_name: dict[str, list[PlanProject]] = {}
    nearby: dict[str, tuple[str, PlanProject]] = {}
    for card in cards:
        project = card.project
        name = make_key(project.name)
        equal = first_by_name.setdefault(name, [])
        twin = next((other for other in equal if _meet(project, other.project)), None)
        if twin:
            message = f"โครงการ {project.id} ชื่อซ้ำกับโครงการ {twin.project.id}: “{project.name}”"
            fix = "รวมเป็นโครงการเดียว หรือแก้ชื่อที่กรอกผิด"
            yield Problem(card.where("name"), ID, Severity.ERROR, message, fix, (twin.where("name"),))
        elif not equal and len(name) >= _LONG:
            reported = set()
            for remainder in {name, *(name[:index] + name[index + 1 :] for index in range(len(name)))}:
                near_name, near_card = nearby.setdefault(remainder, (name, card))
                near = near_card.project
                if near.id not in reported and _meet(project, near) and _is_misspelt(name, near_name):
                    reported.add(near.id)
                    message = f"ชื่อโครงการ {project.id} กับ {near.id} ต่างกันตัวอักษรเดียว: “{project.name}” กับ “{near.name}”"
                    fix = "แก้ชื่อที่สะกดผิด หากเป็นโครงการเดียวกันให้รวมเป็นโครงการเดียว"
                    yield Problem(card.where("name"), ID, SEVERITY, message, fix, (near_card.where("name"),))
        equal.append(card)


def _meet(one: Project, other: Project) -> bool:
    """Tell whether two projects are in force in a common year: one that replaces another may keep its name."""
    begins = max(one.from_year or 0, other.from_year or 0)
    return begins <= min(one.until_year or 9999, other.until_year or 9999)


def _is_misspelt(one: str, other: str) -> bool:
    """Tell whether names differ by one character that is no number (รุ่นที่ 1, รุ่นที่ 2)."""
    if one == other or _compute_distance(one, other, 1) > 1:
        return False
    return not any(character.isdigit() for part in _cut_ends(one, other) for character in part)


def _cut_ends(one: str, other: str) -> tuple[str, str]:
    """Return what is between the common beginning and the common end; a vowel or tone mark takes its consonant along."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    while start and (_MARK.match(one, start) or _MARK.match(other, start)):
        start -= 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _compute_distance(one: str, other: str, limit: int) -> int:
    """Return how many characters must be put in, left out or changed; ``limit`` + 1 for any number above it."""
    one, other = _cut_ends(one, other)
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for index, character in enumerate(one, 1):
        above, row = row, [index] + [limit + 1] * len(other)
        for column in range(max(1, index - limit), min(len(other), index + limit) + 1):
            change = above[column - 1] + (character != other[column - 1])
            row[column] = min(change, above[column] + 1, row[column - 1] + 1)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
