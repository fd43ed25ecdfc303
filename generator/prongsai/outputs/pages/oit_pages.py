"""The OIT index: which items of an ITA year are there, with the address of each, as a page and as a CSV file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from generator.figures.oit import OitItem, OitState, compute_oit_items, list_oit_years
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.papers.paths import LaoPaths
from generator.records.oit import OitKind

COLUMNS = (
    "ita_year", "code", "code_status", "item", "title", "fiscal_year", "state", "shown", "missing",
    "page_address", "pdf_address", "signed_address",
)  # fmt: skip
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


def render_oit_index(lao: LaoPages) -> Page:
    """Return the list of ITA years; without any, a page that says so."""
    name = lao.dossier.lao.full_name
    return lao.render(
        "oit_index.md.jinja",
        lao.paths.oit_index,
        title=f"{_SECTION} {name}",
        description=f"ที่อยู่ของข้อมูลแต่ละข้อ OIT สำหรับการประเมิน ITA ของ{name} รายปี",
        above=((_SECTION, lao.paths.oit_index),),
        years=[(year, count_states(compute_oit_items(lao.dossier, year))) for year in list_oit_years(lao.dossier)],
        states=tuple(OitState),
    )


def render_oit_years(lao: LaoPages) -> Iterator[Page]:
    """Yield the items of every ITA year."""
    name = lao.dossier.lao.full_name
    for year in list_oit_years(lao.dossier):
        rows = list_rows(lao, year)
        yield lao.render(
            "oit.md.jinja",
            lao.paths.oit(year),
            title=f"{_SECTION} การประเมิน ITA ปี พ.ศ. {year} {name}",
            description=f"ข้อ OIT ของ{name} ในการประเมิน ITA ปี พ.ศ. {year} แต่ละข้อแสดงอะไรแล้ว ขาดอะไร และอยู่ที่ใด",
            above=((_SECTION, lao.paths.oit_index), (f"ปี พ.ศ. {year}", lao.paths.oit(year))),
            is_wide=True,
            year=year,
            rows=rows,
            counts=count_states([row.item for row in rows]),
            states=tuple(OitState),
        )


def render_oit_tables(lao: LaoPages) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the CSV file of every ITA year."""
    for year in list_oit_years(lao.dossier):
        yield lao.paths.oit_table(year), render_csv(lao, list_rows(lao, year), year)


def list_rows(lao: LaoPages, year: int) -> list[OitRow]:
    """Return the items of an ITA year with their links."""
    return [OitRow(item, tuple(_list_links(lao, item))) for item in compute_oit_items(lao.dossier, year)]


def count_states(items: list[OitItem] | tuple[OitItem, ...]) -> Counter[OitState]:
    """Return how many items are in each state."""
    return Counter(item.state for item in items)


def _list_links(lao: LaoPages, item: OitItem) -> Iterator[tuple[str, str]]:
    if not item.is_published:
        return
    page = _find_page(lao.paths, item)
    yield "หน้าเว็บ", page
    pdf = lao.get_pdf(page)
    if pdf:
        yield "PDF", pdf
    paper = lao.get_paper(item.paper)
    if paper and paper.signed:
        yield "ฉบับลงนาม", lao.paths.file(paper.signed)


def _find_page(paths: LaoPaths, item: OitItem) -> str:
    if item.kind is OitKind.PLAN:
        return paths.plan
    return paths.report(item.round) if item.round else paths.measures(item.fiscal_year)


def render_csv(lao: LaoPages, rows: list[OitRow], year: int) -> bytes:
    """Return the items as a table for spreadsheets: UTF-8 with byte order mark, one line an item."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        item = row.item
        addresses = {title: lao.get_address(target) for title, target in row.links}
        cells = (
            str(year),
            item.code or "",
            item.certainty.value,
            item.kind.value,
            item.kind.label,
            str(item.fiscal_year),
            item.state.value,
            "; ".join(part.title for part in item.parts if not part.lacks),
            "; ".join(item.lacks),
            *(addresses.get(title, "") for title in ("หน้าเว็บ", "PDF", "ฉบับลงนาม")),
        )
        writer.writerow([neutralise(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def neutralise(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before what would begin one."""
    return f"'{cell}" if cell.lstrip()[:1] in {"=", "+", "-", "@"} or cell[:1] in {"\t", "\r", "\n"} else cell
