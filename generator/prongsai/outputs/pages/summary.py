"""What pages outside an LAO's address show of it: all that they need, so that LAOs can be built apart."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.figures.implementation import Level
from prongsai.figures.money_sum import MoneySum
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.nav import NavItem, compute_nav


@dataclass(frozen=True)
class LatestRound:
    """The newest round in a line: projects, money in baht, level."""

    label: str
    done: int
    projects: int
    planned: MoneySum
    disbursed: MoneySum
    level: Level | None


@dataclass(frozen=True)
class Summary:
    """One LAO in a line.

    Attributes:
        slug: Its part of the site.
        name: Its full name.
        location: District and province.
        is_sample: Its data are an example.
        has_colour: It has a style sheet of its own.
        has_seal: It has a seal for the header.
        nav: Its navigation.
        front: Path of its front page.
        contact: Path of its contact page.
        search: Path of its search page.
        planned_projects: Projects of the current plan; None without a plan.
        latest: The newest round; None where nothing is reported.
        late_rounds: Number of rounds that are late on the day of the build.
        unfinished: Fiscal year and number of projects that were not done when it ended; None where none is.
    """

    slug: str
    name: str
    location: str
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
    unfinished: tuple[int, int] | None


def summarise(lao: LaoPages) -> Summary:
    """Return an LAO in a line."""
    record, round_, unfinished = lao.dossier.lao, lao.ledger.latest, lao.unfinished
    latest = None
    if round_:
        total = round_.total
        latest = LatestRound(
            round_.key.label, total.counts.done, total.counts.total, total.planned, total.disbursed, round_.level
        )
    return Summary(
        slug=lao.dossier.slug,
        name=record.full_name,
        location=record.location,
        is_sample=record.sample,
        has_colour=bool(record.colour),
        has_seal=bool(record.seal),
        nav=compute_nav(lao),
        front=lao.paths.front,
        contact=lao.paths.contact,
        search=lao.paths.search,
        planned_projects=len(lao.plan.projects) if lao.plan else None,
        latest=latest,
        late_rounds=len(lao.late_rounds),
        unfinished=(unfinished.round.key.fiscal_year, len(unfinished.results))
        if unfinished and unfinished.results
        else None,
    )
