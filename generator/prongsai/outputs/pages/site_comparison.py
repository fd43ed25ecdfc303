"""The LAOs of a site side by side in one round: a table that the browser sorts and shortens, whole without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.addresses import SITE_COMPARISON, LaoPaths, compare_round
from prongsai.blocks.blocks import Cell, Mark, Row, Span, Table, cell
from prongsai.outputs.pages.comparison import FIGURES
from prongsai.outputs.pages.environment import get_writer, render
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.portal.paging import MOST_ROWS
from prongsai.outputs.pages.summary import Summary
from prongsai.outputs.pages.table_data import find_table_data
from prongsai.outputs.printed import Download
from prongsai.records.dossier import RoundKey
from prongsai.records.lao import Numerals
from prongsai.thai.text import dictionary_key

_HOME = ("หน้าแรก", "index.md")
_TITLE = ("เทียบหน่วยงาน", SITE_COMPARISON)


def list_compared_rounds(summaries: Sequence[Summary]) -> list[RoundKey]:
    """Return the rounds that some LAO reports, newest first; none where there is only one LAO, or too many for a page."""
    is_comparable = 1 < len(summaries) <= MOST_ROWS
    slugs = {slug for summary in summaries for slug in summary.rounds} if is_comparable else set()
    return sorted(map(RoundKey.from_slug, slugs), reverse=True)


def render_comparison(summaries: Sequence[Summary], downloads: Mapping[str, Download]) -> Iterator[Page]:
    """Yield the list of rounds and the page of each; nothing where there is nothing to compare.

    Args:
        summaries: The LAOs of the site.
        downloads: The site's files of data, by the name of their table or kind.
    """
    rounds = list_compared_rounds(summaries)
    if not rounds:
        return
    ordered = sorted(summaries, key=lambda summary: dictionary_key(summary.name))
    is_sample = any(summary.is_sample for summary in ordered)
    counts = [(key, sum(key.slug in summary.rounds for summary in ordered)) for key in rounds]
    yield _make_page(
        "compare_index.md.jinja",
        SITE_COMPARISON,
        "เทียบหน่วยงานในรอบเดียวกัน",
        "โครงการ เงิน และระดับการนำแผนไปปฏิบัติของทุกหน่วยงานในเว็บไซต์นี้ เทียบกันทีละรอบ",
        (_HOME, _TITLE),
        sample=is_sample,
        rounds=[(key, compare_round(key.slug), count) for key, count in counts],
        total=len(ordered),
    )
    for key, count in counts:
        path = compare_round(key.slug)
        yield _make_page(
            "compare_round.md.jinja",
            path,
            f"เทียบหน่วยงาน {key.label}",
            f"โครงการ เงิน และระดับการนำแผนไปปฏิบัติของแต่ละหน่วยงาน {key.label}",
            (_HOME, _TITLE, (key.label, path)),
            scripts=("compare",),
            styles=("compare",),
            sample=is_sample,
            key=key,
            laos=[(summary.slug, summary.name) for summary in ordered if key.slug in summary.rounds],
            missing=len(ordered) - count,
            figures=FIGURES,
            comparison=_make_table(ordered, key),
            table_file=lambda table: downloads.get(find_table_data(table) or ""),
        )


def _make_page(
    template: str,
    path: str,
    title: str,
    description: str,
    crumbs: tuple[tuple[str, str], ...],
    *,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    sample: bool,
    **values: object,
) -> Page:
    write = get_writer(Numerals.ARABIC)
    return Page(
        path=path,
        title=write(title),
        description=write(description),
        body=render(template, Numerals.ARABIC, path, **values),
        breadcrumbs=tuple((write(text), target) for text, target in crumbs),
        scripts=scripts,
        styles=styles,
        sample=sample,
        is_wide=True,
        is_searched=False,  # the LAOs' own pages say the same
    )


def _make_table(ordered: Sequence[Summary], key: RoundKey) -> Table:
    """Return a row an LAO, in dictionary order; one without a report of the round says so."""
    return make_list_table(
        "compare-site",
        f"หน่วยงานในเว็บไซต์นี้ {key.label}",
        ("หน่วยงาน", *(figure.title for figure in FIGURES)),
        (_make_row(summary, key, place) for place, summary in enumerate(ordered)),
        kind="stack counts",
    )


def _make_row(summary: Summary, key: RoundKey, place: int) -> Row:
    round_ = summary.rounds.get(key.slug)
    own = [("lao", summary.slug), ("place", str(place))]
    if round_ is None:
        name = cell(Span(summary.name, summary.front), Span(summary.location, kind="meta"), scope="row")
        absent = cell(Mark("ยังไม่มีรายงานรอบนี้ในเว็บไซต์นี้", "waiting"), colspan=len(FIGURES))
        return Row((name, absent), data=tuple(own))
    report = LaoPaths(summary.slug).report(key)
    name = cell(
        Span(summary.name, report),
        Span(summary.location, kind="meta"),
        Span("ที่มา วิธีคิด และแจ้งตัวเลขผิด", summary.compare, anchor=f"rounds-{key.round.value}"),
        scope="row",
    )
    numbers = ((figure, figure.sort(round_)) for figure in FIGURES)
    data = (*own, *((figure.id, "" if number is None else str(number)) for figure, number in numbers))
    cells: list[Cell] = [cell(figure.tell(round_), kind=figure.kind) for figure in FIGURES]
    return Row((name, *cells), data=data)
