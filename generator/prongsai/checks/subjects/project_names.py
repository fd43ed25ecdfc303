"""A project's names, ready to be compared, and where each is written."""

from __future__ import annotations

from prongsai.records.project import Project, ProjectKind
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

# Other names of a project, by the key that holds them.
OTHER_NAMES = {"card_name": "แบบรายละเอียดโครงการ", "eplan_name": "ระบบ e-PlanNACC"}


def list_other_names(project: Project) -> list[tuple[str, str, str]]:
    """Return key, place in words and name of what else a project is called."""
    names = [(key, place, getattr(project, key)) for key, place in OTHER_NAMES.items()]
    return [(key, place, name) for key, place, name in names if name]


def make_key(name: str) -> str:
    """Return the name without what does not count as spelling: spaces, quotation marks, kind of digits, case."""
    return to_arabic(compact(name)).casefold()


def split_kind(key: str) -> tuple[ProjectKind | None, str]:
    """Return what kind of project a name's first word tells, and the rest of the name."""
    for kind in ProjectKind:
        if key.startswith(kind.label):
            return kind, key.removeprefix(kind.label)
    return None, key
