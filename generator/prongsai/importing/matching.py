"""Which project of a plan a name in a table means: the same name, else a nearly equal one, which is marked as a doubt.

Similar names can be two projects (โครงการ… and มาตรการ… of the same words), so a near name counts only where no other
project is as near, and its first word does not say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from prongsai.records.project import ProjectKind
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

_NEAR = 0.88
_SAME_NUMBER = 0.6
_KIND = re.compile("|".join(kind.label for kind in ProjectKind))


class KnownProject(Struct):
    """A project with what it is called.

    Attributes:
        id: Its id, the name of its file.
        number: Its place in the plan; 0 where it has none.
        names: Its names in plan, card and e-Plan, compacted.
        is_new: No file of it is there yet.
    """

    id: str
    number: int
    names: set[str]
    is_new: bool = True


class Projects:
    """The projects of one plan: those that have files, and those that documents bring."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: list[KnownProject] = []

    def __iter__(self) -> Iterator[KnownProject]:
        """Yield all projects."""
        return iter(self._known)

    def add(self, project_id: str, number: int, *names: str, is_new: bool) -> KnownProject:
        """Add a project that is not there yet."""
        project = KnownProject(project_id, number, {compact(name) for name in names if name}, is_new)
        self._known.append(project)
        return project

    def find(self, name: str, number: int) -> tuple[KnownProject | None, str]:
        """Return the project that a name and number mean, and a doubt about it; None where it is a new one."""
        wanted = compact(name)
        for project in self._known:
            if wanted in project.names:
                return project, ""
        # Where both have a number of the plan, another number is another project, however alike the names.
        others = [project for project in self._known if not number or project.number in {0, number}]
        ranked = sorted(((_compare(wanted, project), project) for project in others), key=lambda item: -item[0])
        if ranked and ranked[0][0] >= _NEAR and (len(ranked) < 2 or ranked[1][0] < ranked[0][0] - 0.03):
            return ranked[0][1], f"ชื่อในเอกสารไม่ตรงกับโครงการ {ranked[0][1].id} ทุกตัวอักษร โปรดตรวจว่าเป็นโครงการเดียวกัน"
        for score, project in ranked:
            if number and project.number == number and (score >= _SAME_NUMBER or not wanted):
                return project, f"ลำดับตรงกับโครงการ {project.id} แต่ชื่อต่างกัน โปรดตรวจว่าเป็นโครงการเดียวกัน"
        return None, ""

    def make_id(self, number: int) -> str:
        """Return a free id for a project: p05 for number 5."""
        taken = {project.id for project in self._known}
        candidate = f"p{number:02d}"
        extra = 2
        while candidate in taken:
            candidate = f"p{number:02d}-{extra}"
            extra += 1
        return candidate

    @property
    def next_number(self) -> int:
        """The number behind the last one."""
        return max((project.number for project in self._known), default=0) + 1


def _compare(name: str, project: KnownProject) -> float:
    return max((_compare_names(name, other) for other in project.names), default=0.0)


def _compare_names(left: str, right: str) -> float:
    kinds = [match[0] if (match := _KIND.match(name)) else "" for name in (left, right)]
    if all(kinds) and kinds[0] != kinds[1]:
        return 0.0
    bare = [name.removeprefix(kind) for name, kind in zip((left, right), kinds, strict=True)]
    if abs(len(bare[0]) - len(bare[1])) > max(map(len, bare)) / 3:
        return 0.0
    return SequenceMatcher(None, bare[0], bare[1], autojunk=False).ratio()


def read_count(text: object) -> int:
    """Return a printed number as a whole number; 0 where it is none."""
    digits = re.fullmatch(r"[0-9]{1,4}", to_arabic(str(text)).strip("(). "))
    return int(digits[0]) if digits else 0
