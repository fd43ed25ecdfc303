"""What pages outside an LAO's address show of it: all that they need, so that LAOs can be built apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.figures.implementation import Level
from prongsai.figures.round_results import ResultSums
from prongsai.history.repository import Source
from prongsai.outputs.feeds.entries import FeedEntry, list_entries
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.nav import NavItem, compute_nav

_NEWS = 100


@dataclass(frozen=True)
class LatestRound:
    """A round in a line: projects and money, level; of an LAO mostly the newest."""

    label: str
    total: ResultSums
    level: Level | None


@dataclass(frozen=True)
class Summary:
    """One LAO in a line.

    Attributes:
        slug: Its part of the site.
        name: Its full name.
        location: District and province.
        province: The province.
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
    history: Source = Source.NOT_ASKED

    @property
    def previous(self) -> LatestRound | None:
        """The round before the newest one in its fiscal year: each October every yearly project begins anew."""
        newest, *others = (*self.rounds, "")
        return next((self.rounds[id_] for id_ in others if id_ and id_[:4] == newest[:4]), None)


def summarise(lao: LaoPages) -> Summary:
    """Return an LAO in a line."""
    record, unfinished = lao.dossier.lao, lao.unfinished
    rounds = {each.key.slug: LatestRound(each.key.label, each.total, each.level) for each in lao.ledger.rounds}
    return Summary(
        slug=lao.dossier.slug,
        name=record.full_name,
        location=record.location,
        province=record.province,
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
        history=lao.history.source,
    )
