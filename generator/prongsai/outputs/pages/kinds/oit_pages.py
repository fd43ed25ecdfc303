"""The OIT index: which items of an ITA year are there, with the address of each, as a page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from prongsai.blocks.blocks import Mark, Row, Span, Table, cell, line
from prongsai.figures.oit import OitItem, OitState
from prongsai.figures.oit_list import OitLine
from prongsai.outputs.pages.kinds.plan_pages import list_plan_dates
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.oit_list_table import make_oit_list_table
from prongsai.outputs.pages.page import Page
from prongsai.records.oit import OitKind

_SECTION = "ข้อมูลตาม OIT"


class OitRow(Struct, frozen=True):
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
        lists={year: count_addresses(lines) for year, lines in lao.ledger.oit_lists.items()},
        states=tuple(OitState),
    )


def _render_years(lao: LaoPages) -> Iterator[Page]:
    """Yield the items of every ITA year."""
    name = lao.dossier.lao.full_name
    for year in lao.ledger.oit_items:
        rows = list_rows(lao, year)
        record = lao.dossier.oit_lists.get(year)
        lines = lao.ledger.oit_lists.get(year, ())
        yield lao.render(
            "oit.md.jinja",
            lao.paths.oit(year),
            title=f"{_SECTION} การประเมิน ITA ปี พ.ศ. {year} {name}",
            description=f"ข้อ OIT ของ{name} ในการประเมิน ITA ปี พ.ศ. {year} แต่ละข้อแสดงอะไรแล้ว ขาดอะไร และอยู่ที่ใด",
            above=((_SECTION, lao.paths.oit_index), (f"ปี พ.ศ. {year}", lao.paths.oit(year))),
            dates=[record.as_of if record else None, *(date for row in rows for date in _list_dates(lao, row.item))],
            is_wide=True,
            scripts=("copy",),
            year=year,
            record=record,
            given=count_addresses(lines),
            lines=lines,
            oit_table=make_oit_list_table(lao, list_lines(lao, year)) if lines else _make_table(lao, rows),
            table_path=lao.paths.oit_list_table(year) if lines else lao.paths.oit_table(year),
            counts=count_states([row.item for row in rows]),
            states=tuple(OitState),
        )


def _make_table(lao: LaoPages, rows: Iterable[OitRow]) -> Table:
    return make_list_table(
        "oit-table",
        f"ข้อ OIT ที่เกี่ยวกับแผนป้องกันการทุจริตของ{lao.dossier.lao.full_name}",
        ("ข้อ", "สิ่งที่ต้องแสดง", "สถานะ", "ที่อยู่"),
        (_make_row(lao, row) for row in rows),
        kind="stack oit",
    )


def _make_row(lao: LaoPages, row: OitRow) -> Row:
    item = row.item
    code = item.code or "ไม่ทราบเลขข้อ"
    certainty = Span(f"เลขข้อ: {item.certainty.value}", kind="meta")
    parts = (
        line(Mark("ขาด", "missing"), f" {part.lacks}") if part.lacks else line(Mark("มี", "complete"), f" {part.title}")
        for part in item.parts
    )
    addresses = (
        line(
            Span(title, target),
            " ",
            Span(f"{title} {code}", kind="copy"),
            Span(lao.get_address(target), kind="address"),
        )
        for title, target in row.links
    )
    return Row(
        (
            cell(line(Span(code, kind="code"), f" {item.title}"), certainty, scope="row"),
            cell(*parts, kind="parts"),
            cell(Mark(item.state.label, item.state.value)),
            cell(*addresses, kind="addresses") if row.links else cell("ยังไม่มีข้อมูลเผยแพร่"),
        )
    )


def list_rows(lao: LaoPages, year: int) -> list[OitRow]:
    """Return the items of an ITA year with their links."""
    return [OitRow(item, tuple(_list_links(lao, item))) for item in lao.ledger.oit_items[year]]


def list_lines(lao: LaoPages, year: int) -> list[tuple[OitLine, tuple[tuple[str, str], ...]]]:
    """Return all items of an ITA year that the office has a list of, each with what this site answers."""
    return [
        (oit_line, tuple(_list_links(lao, oit_line.own)) if oit_line.own else ())
        for oit_line in lao.ledger.oit_lists[year]
    ]


def count_addresses(lines: Collection[OitLine]) -> tuple[int, int]:
    """Return how many items can be opened, of how many."""
    return sum(oit_line.has_address for oit_line in lines), len(lines)


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
    if item.round and lao.ledger.by_round[item.round].results:
        yield "ผลรายโครงการ", lao.paths.report_results(item.round)
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
