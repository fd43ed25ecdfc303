"""The OIT index: which items of an ITA year are there, with the address of each, as a page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai.figures.oit import OitItem, OitState
from prongsai.outputs.pages.kinds.plan_pages import list_plan_dates
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.oit import OitKind

_SECTION = "ข้อ OIT"


@dataclass(frozen=True)
class OitRow:
    """One item with what a reader can open.

    Attributes:
        item: The item.
        links: What each link is called and its page or file in ``content/``: the page, its PDF, the signed original.
    """

    item: OitItem
    links: tuple[tuple[str, str], ...]


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the list of ITA years and the items of each."""
    yield _render_index(lao)
    yield from _render_years(lao)


def _render_index(lao: LaoPages) -> Page:
    """Return the list of ITA years; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "oit_index.md.jinja",
        lao.paths.oit_index,
        title=f"{_SECTION} {name}",
        description=f"ที่อยู่ของข้อมูลแต่ละข้อ OIT สำหรับการประเมิน ITA ของ{name} รายปี",
        above=((_SECTION, lao.paths.oit_index),),
        years=[(year, count_states(items)) for year, items in lao.ledger.oit_items.items()],
        states=tuple(OitState),
    )


def _render_years(lao: LaoPages) -> Iterator[Page]:
    """Yield the items of every ITA year."""
    name = lao.dossier.lao.full_name
    for year in lao.ledger.oit_items:
        rows = list_rows(lao, year)
        yield lao.render(
            "oit.md.jinja",
            lao.paths.oit(year),
            title=f"{_SECTION} การประเมิน ITA ปี พ.ศ. {year} {name}",
            description=f"ข้อ OIT ของ{name} ในการประเมิน ITA ปี พ.ศ. {year} แต่ละข้อแสดงอะไรแล้ว ขาดอะไร และอยู่ที่ใด",
            above=((_SECTION, lao.paths.oit_index), (f"ปี พ.ศ. {year}", lao.paths.oit(year))),
            dates=[date for row in rows for date in _list_dates(lao, row.item)],
            is_wide=True,
            scripts=("copy",),
            year=year,
            rows=rows,
            counts=count_states([row.item for row in rows]),
            states=tuple(OitState),
        )


def list_rows(lao: LaoPages, year: int) -> list[OitRow]:
    """Return the items of an ITA year with their links."""
    return [OitRow(item, tuple(_list_links(lao, item))) for item in lao.ledger.oit_items[year]]


def count_states(items: list[OitItem] | tuple[OitItem, ...]) -> Counter[OitState]:
    """Return how many items are in each state."""
    return Counter(item.state for item in items)


def _list_dates(lao: LaoPages, item: OitItem) -> Iterable[dt.date | None]:
    """Return the dates of the records that answer an item."""
    dossier = lao.dossier
    if not item.is_published:
        return ()
    if item.kind is OitKind.PLAN:
        return list_plan_dates(lao, dossier.get_plan(item.fiscal_year))
    return (dossier.rounds[item.round].as_of if item.round else dossier.measures[item.fiscal_year].as_of,)


def _list_links(lao: LaoPages, item: OitItem) -> Iterator[tuple[str, str]]:
    if not item.is_published:
        return
    page = _find_page(lao, item)
    yield "หน้าเว็บ", page
    pdf = lao.get_pdf(page)
    if pdf:
        yield "PDF", pdf
    paper = lao.get_paper(item.paper)
    if paper and paper.signed:
        yield "ฉบับลงนาม", lao.paths.file(paper.signed)


def _find_page(lao: LaoPages, item: OitItem) -> str:
    paths = lao.paths
    if item.kind is OitKind.PLAN:
        return lao.plan_paths(lao.dossier.get_plan(item.fiscal_year)).front
    return paths.report(item.round) if item.round else paths.measures(item.fiscal_year)
