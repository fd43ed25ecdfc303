"""The pages outside any LAO's address: the site's front page, its search, the rules."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import prongsai
from prongsai.addresses import RULES_PATH, SITE_COMPARISON, SITE_FEED, SITE_PORTAL, SITE_SEARCH, search_titles
from prongsai.blocks.blocks import Cell, Line, Mark, Row, Span, Table, cell, line
from prongsai.checks.registry import get_explanations
from prongsai.documents.formats import format_share, format_sum, format_sum_baht
from prongsai.figures.implementation import Level
from prongsai.figures.round_results import add_result_sums
from prongsai.outputs.artifact import Artifact, hash_parts
from prongsai.outputs.exchange.format import Exchange
from prongsai.outputs.exchange.table import make_exchange_table
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.lao_rows import tell_outstanding
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page, relative_url
from prongsai.outputs.pages.portal.paging import MOST_ROWS
from prongsai.outputs.pages.site_comparison import list_compared_rounds, render_comparison
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.pages.table_data import find_table_data
from prongsai.outputs.printed import Download
from prongsai.records.lao import Numerals
from prongsai.records.progress import LevelName
from prongsai.thai.text import dictionary_key

_PACKAGE = Path(prongsai.__file__).parent
SITE_DATA = "data/index.md"
SITE_PATHS = ("index.md", SITE_SEARCH, RULES_PATH, SITE_DATA, SITE_PORTAL)
_MOST_CHANGED = 3
_HOME = ("หน้าแรก", "index.md")
_AT_ONCE = 100  # LAOs whose titles are searched together; of more, those of a province


def render_site_pages(
    summaries: Sequence[Summary],
    today: dt.date,
    downloads: Mapping[str, Download] | None = None,
    exchanges: Sequence[Exchange] = (),
) -> Iterator[Page]:
    """Yield the pages outside any LAO's address that show LAOs.

    Args:
        summaries: The LAOs.
        today: The day on which a report that is not there is called late.
        downloads: The site's files of data, by the name of their table or kind.
        exchanges: What other sites tell of their LAOs.
    """
    yield _render_front(summaries, today, downloads or {}, exchanges)
    yield _render_search(summaries)
    yield from render_comparison(summaries, downloads or {})


def _render_front(
    summaries: Sequence[Summary], today: dt.date, downloads: Mapping[str, Download], exchanges: Sequence[Exchange]
) -> Page:
    """Return the LAOs of the site, or how to start."""
    write = get_writer(Numerals.ARABIC)
    ordered = sorted(summaries, key=lambda summary: dictionary_key(summary.name))
    return Page(
        path="index.md",
        title=write("แผนและผลการป้องกันการทุจริตของท้องถิ่น" if summaries else "เริ่มใช้งาน"),
        description=write("แผนและผลการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่น ที่ประชาชนตรวจสอบได้"),
        body=render(
            "index.md.jinja",
            Numerals.ARABIC,
            "index.md",
            laos=ordered,
            changed=_list_changed(ordered),
            comparison=SITE_COMPARISON if list_compared_rounds(summaries) else "",
            total=add_result_sums(entry.latest.total for entry in ordered if entry.latest),
            levels=Counter(entry.latest.level.name for entry in ordered if entry.latest and entry.latest.level),
            level_names=tuple(LevelName),
            lao_table=_make_lao_table(ordered) if len(ordered) <= MOST_ROWS else None,
            portal=SITE_PORTAL if len(ordered) > 1 else "",
            today=today,
            exchange_table=make_exchange_table(exchanges) if any(exchange.laos for exchange in exchanges) else None,
            table_file=lambda table: downloads.get(find_table_data(table) or ""),
        ),
        feeds=list_site_feeds(summaries),
        is_wide=True,
        is_searched=False,  # a line an LAO, which its own pages say too
        sample=any(summary.is_sample for summary in summaries),
    )


def _list_changed(ordered: Iterable[Summary]) -> list[Summary]:
    """Return the LAOs whose newest round can be held against the one before, those of the newest data first."""
    comparable = [entry for entry in ordered if entry.previous]
    return sorted(comparable, key=lambda entry: entry.as_of or dt.date.min, reverse=True)[:_MOST_CHANGED]


def list_site_feeds(summaries: Iterable[Summary]) -> tuple[tuple[str, str], ...]:
    """Return title and path of the site's feed; nothing where there is no news."""
    title = get_writer(Numerals.ARABIC)("ข่าวของทุกหน่วยงาน")
    return ((title, SITE_FEED),) if any(summary.news for summary in summaries) else ()


def _make_lao_table(ordered: Iterable[Summary]) -> Table:
    return make_list_table(
        "lao-table",
        "องค์กรปกครองส่วนท้องถิ่นในเว็บไซต์นี้",
        ("หน่วยงาน", "โครงการ", "เงิน", "ระดับ", "สิ่งที่ยังค้าง"),
        (Row(tuple(_make_lao_cells(entry))) for entry in ordered),
    )


def _make_lao_cells(entry: Summary) -> Iterator[Cell]:
    latest = entry.latest
    yield cell(Span(entry.name, entry.front), Span(entry.location, kind="meta"), scope="row")
    if entry.planned_projects is None:
        yield from (cell(Mark("ยังไม่มีแผนในเว็บไซต์นี้", "waiting")), cell(), cell())
    elif latest is None:
        about = Span("ยังไม่มีรายงานผล", kind="meta")
        yield from (cell(f"{entry.planned_projects} โครงการในแผน", about), cell(), cell())
    else:
        counts, planned, disbursed = latest.total.counts, latest.total.planned, latest.total.disbursed
        yield cell(f"เสร็จ {counts.done} จาก {counts.total} โครงการ", Span(latest.label, kind="meta"))
        is_amount = not (planned.is_without_budget or planned.is_empty)
        spent = f"เบิกจ่าย {format_sum_baht(disbursed)} จากที่ตั้งไว้ {format_sum_baht(planned)}"
        without = "ทุกโครงการไม่ใช้งบประมาณ" if planned.is_without_budget else format_sum(planned)
        yield cell(spent if is_amount or not disbursed.is_without_budget else without)
        yield cell(_tell_level(latest.level) if latest.level else "ไม่แสดง")
    yield cell(*tell_outstanding(entry))


def _tell_level(level: Level) -> Line:
    return line(f"{level.name.label} ", Span(f"(ร้อยละ {format_share(level.percent)})", kind="keep"))


def _render_search(summaries: Sequence[Summary]) -> Page:
    """Return the page that searches all LAOs of the site, by province where there are many, and the site's own pages."""
    provinces = sorted({summary.province for summary in summaries}, key=dictionary_key)
    titles = [[province, relative_url(SITE_SEARCH, search_titles(province))] for province in provinces]
    texts = ["../search.json"]
    if len(summaries) == 1:
        titles, texts = [], [*texts, f"../{summaries[0].slug}/search.json"]
    write = get_writer(Numerals.ARABIC)
    scope = "ทุกหน่วยงานในเว็บไซต์นี้"
    return Page(
        path=SITE_SEARCH,
        title=write("ค้นหา"),
        description=write(f"ค้นหาแผน โครงการ ผลการดำเนินงาน และประกาศของ{scope}"),
        body=render(
            "search.md.jinja",
            Numerals.ARABIC,
            SITE_SEARCH,
            texts=json.dumps(texts),
            titles=json.dumps(titles, ensure_ascii=False),
            provinces=provinces if len(provinces) > 1 else (),
            must_choose=len(provinces) > 1 and len(summaries) > _AT_ONCE,
            lao_name="",
            scope=scope,
            links=(("รายชื่อหน่วยงานทั้งหมด", "index.md"), ("วิธีอ่านเว็บไซต์นี้", "how-to-read.md")),
        ),
        breadcrumbs=((write(_HOME[0]), _HOME[1]), (write("ค้นหา"), SITE_SEARCH)),
        scripts=("words", "search"),
        has_search_box=False,
        is_searched=False,
    )


def make_rules_page() -> Artifact:
    """Return the catalogue of all rules, which are not read where the program is the one that wrote it before."""
    files = sorted(_PACKAGE.glob("checks/**/*.py")) + sorted(_PACKAGE.glob("load/**/explanations.py"))
    files += sorted(_PACKAGE.glob("outputs/pages/**/*.*"))
    key = hash_parts(*(path.read_bytes() for path in files if "__pycache__" not in path.parts))
    return Artifact(RULES_PATH, key, lambda: _render_rules().render().encode())


def _render_rules() -> Page:
    write = get_writer(Numerals.ARABIC)
    return Page(
        path=RULES_PATH,
        title=write("กฎการตรวจข้อมูล"),
        description=write("ระบบตรวจอะไรบ้างก่อนเผยแพร่แผนและผลการป้องกันการทุจริต เพราะอะไร และแก้อย่างไร"),
        body=render("rules.md.jinja", Numerals.ARABIC, RULES_PATH, rules=list(get_explanations().values())),
        breadcrumbs=((write(_HOME[0]), _HOME[1]), (write("กฎการตรวจข้อมูล"), RULES_PATH)),
        is_searched=False,
    )
