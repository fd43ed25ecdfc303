"""Some LAOs of the site: all, those of a province, those of a district."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from prongsai.addresses import SITE_PORTAL, portal_district, portal_province
from prongsai.figures.area import (
    AreaFigures,
    ReportState,
    compute_area,
    compute_compared_round,
    compute_report_state,
)
from prongsai.outputs.pages.summary import LatestRound, Summary
from prongsai.records.dossier import RoundKey
from prongsai.records.lao_types import LaoType
from prongsai.thai.text import dictionary_key

BANGKOK = LaoType.BANGKOK.label


def find_state(summary: Summary) -> ReportState:
    """Return where the reports of an LAO stand."""
    has_plan = summary.planned_projects is not None
    return compute_report_state(summary.late_rounds, summary.absent_rounds, has_plan=has_plan)


def find_compared_round(summaries: Iterable[Summary]) -> RoundKey | None:
    """Return the round in which the LAOs of a site are compared."""
    return compute_compared_round([RoundKey.from_slug(slug) for slug in summary.rounds] for summary in summaries)


def name_province(province: str) -> str:
    """Return a province with the word for it, which the capital does not have."""
    return province if province == BANGKOK else f"จังหวัด{province}"


class Area(Struct, frozen=True, dict=True):
    """Some LAOs in dictionary order, compared in one round.

    Attributes:
        title: What they are called together.
        name: Name of the place; empty for the whole site.
        path: Where their page stands.
        laos: The LAOs.
        key: The round; None where no LAO of the site reports any.
    """

    title: str
    name: str
    path: str
    laos: tuple[Summary, ...]
    key: RoundKey | None

    @cached_property
    def figures(self) -> AreaFigures:
        """Their figures."""
        return compute_area((find_state(lao), self.find_round(lao)) for lao in self.laos)

    @cached_property
    def provinces(self) -> tuple[Area, ...]:
        """The LAOs by province."""
        groups = _group(self.laos, lambda lao: lao.province)
        return tuple(Area(name_province(name), name, portal_province(name), laos, self.key) for name, laos in groups)

    @cached_property
    def districts(self) -> tuple[Area, ...]:
        """The LAOs of a province by district; those that lie in none are left out."""
        groups = _group((lao for lao in self.laos if lao.district), lambda lao: lao.district)
        return tuple(
            Area(f"อำเภอ{name}", name, portal_district(laos[0].province, name), laos, self.key) for name, laos in groups
        )

    @property
    def outside_districts(self) -> tuple[Summary, ...]:
        """The LAOs that lie in no district, such as the one of the whole province."""
        return tuple(lao for lao in self.laos if not lao.district)

    def find_round(self, lao: Summary) -> LatestRound | None:
        """Return an LAO's figures of the compared round."""
        return lao.rounds.get(self.key.slug) if self.key else None


def make_site_area(summaries: Sequence[Summary]) -> Area:
    """Return all LAOs of a site."""
    ordered = tuple(sorted(summaries, key=lambda lao: (dictionary_key(lao.name), lao.slug)))
    return Area("ทุกหน่วยงานในเว็บไซต์นี้", "", SITE_PORTAL, ordered, find_compared_round(ordered))


def _group(laos: Iterable[Summary], find: Callable[[Summary], str]) -> list[tuple[str, tuple[Summary, ...]]]:
    """Return the LAOs of each place, places in dictionary order, LAOs in the order given."""
    groups: dict[str, list[Summary]] = {}
    for lao in laos:
        groups.setdefault(find(lao), []).append(lao)
    return [(name, tuple(groups[name])) for name in sorted(groups, key=dictionary_key)]
