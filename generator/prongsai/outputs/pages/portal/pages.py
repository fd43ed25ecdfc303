"""The pages of the portal; a site with one LAO has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from prongsai.addresses import SITE_COMPARISON, SITE_MISSIONS, SITE_PORTAL, portal_ranking
from prongsai.figures.area import ReportState
from prongsai.figures.implementation import compute_level_counts
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.portal.area import Area, find_state, make_site_area
from prongsai.outputs.pages.portal.missions import Mission, list_missions, make_mission_table, make_project_table
from prongsai.outputs.pages.portal.paging import MOST_ROWS, Part, split_list
from prongsai.outputs.pages.portal.ranking import make_ranking_table, rank_laos
from prongsai.outputs.pages.portal.tables import (
    STATE_MARKS,
    STATE_WORDS,
    make_dimension_table,
    make_lao_table,
    make_level_table,
    make_state_table,
)
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.pages.table_data import find_table_data
from prongsai.outputs.printed import Download
from prongsai.records.lao import Numerals
from prongsai.records.progress import LevelName

_Crumbs = tuple[tuple[str, str], ...]
_HOME = ("หน้าแรก", "index.md")
_PORTAL = ("ภาพรวมหน่วยงาน", SITE_PORTAL)
_MISSIONS = ("โครงการเดียวกันในทุกหน่วยงาน", SITE_MISSIONS)


def render_portal(summaries: Sequence[Summary], downloads: Mapping[str, Download]) -> Iterator[Page]:
    """Yield the pages of the whole site, of each province and district, of ranks and of missions.

    Args:
        summaries: The LAOs of the site.
        downloads: The site's files of data, by the name of their table or kind.
    """
    if len(summaries) < 2:
        return
    portal = _Portal(make_site_area(summaries), downloads)
    yield from portal.render_area(portal.site, (_HOME, _PORTAL))
    for province in portal.site.provinces:
        crumbs = (_HOME, _PORTAL, (province.title, province.path))
        yield from portal.render_area(province, crumbs)
        yield from portal.render_ranking(province, crumbs)
        for district in province.districts:
            yield from portal.render_area(district, (*crumbs, (district.title, district.path)))
    yield from portal.render_missions()


class _Portal:
    """Renders the pages of one site."""

    def __init__(self, site: Area, downloads: Mapping[str, Download]) -> None:
        self.site = site
        self._downloads = downloads
        self._declaring = [lao for lao in site.laos if lao.declared_levels]

    def render_area(self, area: Area, crumbs: _Crumbs) -> Iterator[Page]:
        """Yield the page of an area, and more for LAOs that have no room on it; the site's lists only what fits."""
        is_site = area is self.site
        is_listed = not is_site or len(area.laos) <= MOST_ROWS
        title = _PORTAL[0] if is_site else f"{_PORTAL[0]}ใน{area.title}"
        place = area.title if is_site else f"หน่วยงานใน{area.title}"
        parts = list(split_list(area.laos, area.path)) if is_listed else [Part((), 1, 1, area.path, area.path)]
        is_province = len(crumbs) == 3
        for part in parts:
            table = make_lao_table(area, part.items, (part.number - 1) * MOST_ROWS) if is_listed else None
            yield self._make_page(
                "portal_area.md.jinja",
                part,
                title,
                f"ใครรายงานแล้ว ใครยังไม่รายงาน โครงการ เงิน และระดับการนำแผนไปปฏิบัติของ{place}",
                crumbs,
                scripts=("portal",) if table else (),
                is_styled=True,
                area=area,
                is_site=is_site,
                tiles=self._choose_tiles(area, is_site=is_site, is_province=is_province),
                outstanding=[lao for lao in part.items if find_state(lao) is not ReportState.COMPLETE],
                find_state=find_state,
                state_words=STATE_WORDS,
                state_marks=STATE_MARKS,
                states=list(ReportState),
                levels=list(LevelName),
                state_table=make_state_table(area),
                level_table=make_level_table(area),
                dimension_table=make_dimension_table(area) if area.figures.reported else None,
                lao_table=table,
                districts=[district.name for district in area.districts] if is_province else [],
                ranking=portal_ranking(area.name) if is_province else "",
                missions=SITE_MISSIONS,
                comparison=SITE_COMPARISON if len(self.site.laos) <= MOST_ROWS and area.key else "",
            )

    def _choose_tiles(self, area: Area, *, is_site: bool, is_province: bool) -> tuple[Area, ...]:
        """Return what a map shows: provinces of the site where there are several, else districts."""
        if is_site:
            provinces = area.provinces
            return provinces if len(provinces) > 1 else provinces[0].districts
        return area.districts if is_province else ()

    def render_ranking(self, area: Area, crumbs: _Crumbs) -> Iterator[Page]:
        """Yield the page that ranks the LAOs of a province, or several."""
        ranked = rank_laos(area, self._declaring)
        path = portal_ranking(area.name)
        title = f"ลำดับหน่วยงานใน{area.title}"
        for part in split_list(ranked, path):
            yield self._make_page(
                "portal_ranking.md.jinja",
                part,
                title,
                f"หน่วยงานใน{area.title}เรียงตามระดับการนำแผนไปปฏิบัติ พร้อมที่มาของตัวเลข",
                (*crumbs, ("ลำดับ", path)),
                area=area,
                table=make_ranking_table(area, part.items),
                counts=compute_level_counts(lao.level for _, lao in ranked if lao.level),
                levels=list(LevelName),
                unknown=sum(lao.level is None for _, lao in ranked),
            )

    def render_missions(self) -> Iterator[Page]:
        """Yield the list of missions, and the projects of each."""
        missions = list_missions(self.site)
        periods = [(period, list(group)) for period, group in groupby(missions, lambda mission: mission.period)]
        yield self._make_page(
            "portal_missions.md.jinja",
            Part((), 1, 1, SITE_MISSIONS, SITE_MISSIONS),
            _MISSIONS[0],
            "โครงการชื่อเดียวกันของทุกหน่วยงาน แยกตามภารกิจของกรอบแผน และแต่ละหน่วยงานทำถึงไหน",
            (_HOME, _PORTAL, _MISSIONS),
            tables=[make_mission_table(group, period) for period, group in periods],
        )
        for mission in missions:
            yield from self._render_mission(mission)

    def _render_mission(self, mission: Mission) -> Iterator[Page]:
        for part in split_list(mission.rows, mission.path):
            yield self._make_page(
                "portal_mission.md.jinja",
                part,
                mission.title,
                f"โครงการของทุกหน่วยงานใน{mission.title}",
                (_HOME, _PORTAL, _MISSIONS, (mission.short_title, mission.path)),
                area=self.site,
                mission=mission,
                table=make_project_table(self.site, mission, list(part.items)),
            )

    def _make_page(
        self,
        template: str,
        part: Part[Any],
        title: str,
        description: str,
        crumbs: _Crumbs,
        *,
        scripts: tuple[str, ...] = (),
        is_styled: bool = False,
        **values: object,
    ) -> Page:
        write = get_writer(Numerals.ARABIC)
        numbered = title if part.number == 1 else f"{title} หน้า {part.number}"
        body = render(
            template,
            Numerals.ARABIC,
            part.path,
            title=numbered,
            part=part,
            table_file=lambda table: self._downloads.get(find_table_data(table) or ""),
            **values,
        )
        return Page(
            path=part.path,
            title=write(numbered),
            description=write(description),
            body=body,
            breadcrumbs=tuple((write(text), target) for text, target in crumbs),
            scripts=scripts,
            styles=("portal",) if is_styled or part.pages > 1 else (),
            is_wide=True,
            is_searched=False,  # the LAOs' own pages say the same
            sample=any(lao.is_sample for lao in self.site.laos),
        )
