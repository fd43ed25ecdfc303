"""The same project in all LAOs: projects of one name under each mission of a framework, and where each LAO stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from prongsai.addresses import LaoPaths, portal_mission
from prongsai.blocks.blocks import Cell, Mark, Row, Span, Table, cell, line, mark_status, num
from prongsai.checks.subjects.project_names import make_key
from prongsai.figures.statuses import compute_status_counts
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.portal.area import Area
from prongsai.outputs.pages.portal.tables import ABSENT_WORDS
from prongsai.outputs.pages.summary import IndexedProject, Summary
from prongsai.records.frameworks import find_framework
from prongsai.records.progress import Status
from prongsai.thai.text import dictionary_key

_OWN_NAME = "…"  # stands for the LAO's own name in the name of a project
_MOST_COMMON = 3
_COLUMNS = ("หน่วยงาน", "ที่ตั้ง", "สถานะ")


class SameProject(Struct, frozen=True):
    """Projects that have one name, apart from spaces, quotation marks and the name of the LAO itself.

    Attributes:
        name: The most frequent spelling.
        projects: The projects, each with its LAO, in dictionary order of the LAOs.
    """

    name: str
    projects: tuple[tuple[Summary, IndexedProject], ...]

    @property
    def laos(self) -> int:
        """Number of LAOs that have it."""
        return len({lao.slug for lao, _ in self.projects})


class Mission(Struct, frozen=True):
    """A mission of the plans of one period.

    Attributes:
        period: The plans' years.
        id: Its number (2.1); that of the dimension for projects whose mission is not known.
        laos: Number of LAOs of the site that have a plan of the period.
        groups: Its projects by name, those of most LAOs first.
    """

    period: str
    id: str
    laos: int
    groups: tuple[SameProject, ...]

    @property
    def title(self) -> str:
        """Its number and title."""
        if "." not in self.id:
            return f"{self.short_title} ไม่ทราบภารกิจ"
        framework = find_framework(self.period)
        return f"{self.short_title} {framework.missions.get(self.id, '') if framework else ''}".strip()

    @property
    def short_title(self) -> str:
        """Its number in words."""
        return f"ภารกิจ {self.id}" if "." in self.id else f"มิติที่ {self.id}"

    @property
    def path(self) -> str:
        """Where its page stands."""
        return portal_mission(self.period, self.id)

    @property
    def rows(self) -> list[tuple[SameProject, Summary, IndexedProject]]:
        """Every project with its group, as the page lists them."""
        return [(group, lao, project) for group in self.groups for lao, project in group.projects]


def list_missions(area: Area) -> list[Mission]:
    """Return the missions of all plans of a site, the newest period first."""
    found: dict[tuple[str, str], dict[str, list[tuple[Summary, IndexedProject]]]] = {}
    laos: dict[str, set[str]] = {}
    for lao in area.laos:
        for project in lao.projects:
            groups = found.setdefault((project.period, project.mission), {})
            groups.setdefault(make_key(_leave_out_own(project.name, lao)), []).append((lao, project))
            laos.setdefault(project.period, set()).add(lao.slug)
    order = sorted(found, key=lambda key: [int(part) for part in key[1].split(".")])
    order.sort(key=lambda key: key[0], reverse=True)
    return [Mission(period, id_, len(laos[period]), _sort_groups(found[period, id_])) for period, id_ in order]


def _leave_out_own(name: str, lao: Summary) -> str:
    return name.replace(lao.name, _OWN_NAME)


def _sort_groups(groups: Mapping[str, list[tuple[Summary, IndexedProject]]]) -> tuple[SameProject, ...]:
    made = []
    for projects in groups.values():
        spellings = Counter(_leave_out_own(project.name, lao) for lao, project in projects)
        made.append(SameProject(spellings.most_common(1)[0][0], tuple(projects)))
    return tuple(sorted(made, key=lambda group: (-group.laos, dictionary_key(group.name))))


def make_mission_table(missions: list[Mission], period: str) -> Table:
    """Return the missions of one period with the projects that most LAOs have."""
    rows = []
    for mission in missions:
        common = (f"{g.name} ({g.laos:,} หน่วยงาน)" for g in mission.groups[:_MOST_COMMON])
        counts = (num(f"{len({lao.slug for _, lao, _ in mission.rows}):,}"), num(f"{len(mission.rows):,}"))
        shown = Cell(tuple(line(text, number="-") for text in common))
        rows.append(Row((cell(Span(mission.title, mission.path), scope="row"), *counts, shown)))
    return make_list_table(
        f"missions-{period}",
        f"ภารกิจตามแผน พ.ศ. {period.replace('-', ' - ')}",
        ("ภารกิจ", "หน่วยงานที่มี", "โครงการ", "ที่มีในหลายหน่วยงานที่สุด"),
        rows,
    )


def make_project_table(area: Area, mission: Mission, rows: list[tuple[SameProject, Summary, IndexedProject]]) -> Table:
    """Return the projects of a mission, a group of rows for each name, with the status in the compared round."""
    groups: dict[int, list[Row]] = {}
    for group, lao, project in rows:
        body = groups.setdefault(id(group), [])
        if not body:
            body.append(Row((_head(area, mission, group),)))
        body.append(Row(tuple(_make_cells(area, lao, project))))
    return make_list_table("mission-projects", mission.title, _COLUMNS, *groups.values())


def _head(area: Area, mission: Mission, group: SameProject) -> Cell:
    """Return the heading of projects of one name: how many LAOs have it, and how many of those that report are done."""
    told = (f"มีใน {group.laos:,} จาก {mission.laos:,} หน่วยงานที่มีแผนช่วงนี้", *_tell_statuses(area, group))
    about = Span(" · ".join(told), kind="meta")
    return cell(Span(group.name, kind="strong"), about, scope="rowgroup", colspan=len(_COLUMNS))


def _tell_statuses(area: Area, group: SameProject) -> Iterator[str]:
    counts = compute_status_counts(filter(None, (_find_status(area, *each) for each in group.projects)))
    for status in Status:
        if number := getattr(counts, status.value):
            yield f"{status.label} {number:,}"


def _find_status(area: Area, lao: Summary, project: IndexedProject) -> Status | None:
    """Return where a project stands in the compared round; None where the round does not tell of it."""
    round_ = area.find_round(lao)
    return round_.statuses.get(project.id) if round_ and round_.period == project.period else None


def _make_cells(area: Area, lao: Summary, project: IndexedProject) -> Iterator[Cell]:
    page = LaoPaths(lao.slug).plan(project.period).project(project.id)
    yield cell(Span(lao.name, page), scope="row")
    yield cell(lao.location)
    status = _find_status(area, lao, project)
    if status is not None:
        yield cell(mark_status(status))
    elif area.find_round(lao) is None:
        yield cell(Mark(ABSENT_WORDS, "waiting"))
    else:
        yield cell("ไม่อยู่ในแผนของปีนั้น")
