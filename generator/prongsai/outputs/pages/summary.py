"""What pages outside an LAO's address show of it: all that they need, so that LAOs can be built apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct, field

from prongsai.figures.implementation import Level
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.history.repository import Source
from prongsai.outputs.feeds.entries import FeedEntry, list_entries
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.nav import NavItem, compute_nav
from prongsai.records.dossier import RoundKey
from prongsai.records.place_names import name_district, strip_place_kind
from prongsai.records.progress import LevelName, RoundReport, Status

_NEWS = 100


class LatestRound(Struct, frozen=True):
    """A round in a line: projects and money, level; of an LAO mostly the newest.

    Attributes:
        label: Its name.
        total: Projects and money.
        level: The implementation level; None where it is not known.
        period: The plan's years.
        by_dimension: Projects and money by dimension.
        statuses: Where each project stands, by its id.
    """

    label: str
    total: ResultSums
    level: Level | None
    period: str = ""
    by_dimension: Mapping[int, ResultSums] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)


class IndexedProject(Struct, frozen=True):
    """A project of a plan, as an index of all LAOs' projects has it.

    Attributes:
        period: The plan's years.
        id: The project's id.
        mission: The main mission of the framework (2.1); the dimension (2) where a report tells no more.
        name: Its name.
    """

    period: str
    id: str
    mission: str
    name: str


class DeclaredLevel(Struct, frozen=True):
    """A row of a provincial table that the LAO published: what it tells of any LAO of the province.

    Attributes:
        round: Id of the round (2566-12).
        province: The province, without the word for it.
        district: The district, without the word for it.
        name: Full name of the LAO that the row is about.
        percent: Percent as printed.
        is_capped: The table prints ``*``.
        level: The level as printed.
        as_of: Date of the table; None where it tells none.
    """

    round: str
    province: str
    district: str
    name: str
    percent: Decimal
    is_capped: bool
    level: LevelName
    as_of: dt.date | None


class Summary(Struct, frozen=True):
    """One LAO in a line.

    Attributes:
        slug: Its part of the site.
        name: Its full name.
        location: District and province.
        province: The province.
        district: The district; empty where it has none.
        names: Names of places in both.
        is_sample: Its data are an example.
        has_colour: It has a style sheet of its own.
        has_seal: It has a seal for the header.
        nav: Its navigation.
        front: Path of its front page.
        contact: Path of its contact page.
        search: Path of its search page.
        planned_projects: Projects of the current plan; None without a plan.
        latest: The newest round; None where nothing is reported.
        late_rounds: Number of rounds that are late on the day of the build, by days that the LAO set.
        absent_rounds: Number of rounds that are not there and that nothing may be called late of.
        unfinished: Fiscal year and number of projects that were not done when it ended; None where none is.
        data: Path of the page of its data.
        as_of: The newest date of its data; None where nothing tells.
        news: Its news, newest first, as far as the site's feed has room for them.
        rows: Number of rows of each of its tables of data.
        rounds: Every round by its id (2566-12), the newest first.
        compare: Path of the page that sets its years side by side; empty where there is none.
        projects: The projects of all its plans that have a name.
        declared_levels: The rows of the provincial tables that it published.
        history: Where its changes were read, or why they were not.
    """

    slug: str
    name: str
    location: str
    province: str
    is_sample: bool
    has_colour: bool
    has_seal: bool
    nav: tuple[NavItem, ...]
    front: str
    contact: str
    search: str
    planned_projects: int | None
    latest: LatestRound | None
    late_rounds: int
    absent_rounds: int
    unfinished: tuple[int, int] | None
    data: str = ""
    names: tuple[str, ...] = ()
    as_of: dt.date | None = None
    news: tuple[FeedEntry, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    rounds: Mapping[str, LatestRound] = field(default_factory=dict)
    compare: str = ""
    district: str = ""
    projects: tuple[IndexedProject, ...] = ()
    declared_levels: tuple[DeclaredLevel, ...] = ()
    history: Source = Source.NOT_ASKED

    @property
    def previous(self) -> LatestRound | None:
        """The round before the newest one in its fiscal year: each October every yearly project begins anew."""
        newest, *others = (*self.rounds, "")
        return next((self.rounds[id_] for id_ in others if id_ and id_[:4] == newest[:4]), None)


def summarise(lao: LaoPages) -> Summary:
    """Return an LAO in a line."""
    record, unfinished = lao.dossier.lao, lao.unfinished
    rounds = {each.key.slug: _summarise_round(each) for each in lao.ledger.rounds}
    return Summary(
        slug=lao.dossier.slug,
        name=record.full_name,
        location=record.location,
        province=record.province,
        # The capital district is one place, written with the province's name or without it.
        district=name_district("เมือง", record.province) if record.district == "เมือง" else record.district or "",
        is_sample=record.sample,
        has_colour=bool(record.colour),
        has_seal=bool(record.seal),
        nav=compute_nav(lao),
        front=lao.paths.front,
        contact=lao.paths.contact,
        search=lao.paths.search,
        planned_projects=len(lao.plan.projects) if lao.plan else None,
        latest=next(iter(rounds.values()), None),
        late_rounds=sum(missing.is_late for missing in lao.missing_rounds),
        absent_rounds=sum(not (missing.is_late or missing.is_covered) for missing in lao.missing_rounds),
        unfinished=(unfinished.round.key.fiscal_year, len(unfinished.results))
        if unfinished and unfinished.results
        else None,
        data=lao.paths.data,
        names=record.place_names,
        as_of=max(filter(None, lao.dates), default=None),
        news=tuple(list_entries(lao)[:_NEWS]),
        rows={name: file.rows for name, file in lao.downloads.items() if file.rows},
        rounds=rounds,
        compare=lao.paths.compare if lao.has_comparison else "",
        projects=tuple(
            IndexedProject(period, project.id, project.main_mission or str(project.dimension), project.name)
            for period, plan in lao.dossier.plans.items()
            for project in plan.projects
            if project.is_named  # those that a report only counts are not the same project
        ),
        declared_levels=tuple(_list_declared(lao.dossier.rounds)),
        history=lao.history.source,
    )


def _summarise_round(results: RoundResults) -> LatestRound:
    return LatestRound(
        results.key.label,
        results.total,
        results.level,
        period=results.plan.period,
        by_dimension=results.by_dimension,
        statuses={result.project.id: result.status for result in results.results},
    )


def _list_declared(rounds: Mapping[RoundKey, RoundReport]) -> Iterator[DeclaredLevel]:
    """Yield the rows of all provincial tables, places without the words for their kinds."""
    for key, report in rounds.items():
        table = report.provincial
        province = strip_place_kind(table.province) if table else ""
        for row in table.rows if table else ():
            district = name_district(row.district, province)
            yield DeclaredLevel(
                key.slug,
                province,
                district,
                row.lao,
                row.percent,
                row.capped,
                row.level,
                table.as_of if table else None,
            )
