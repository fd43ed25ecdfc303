"""The parts of a report that are long, each on pages of its own: results table, narrative, e-Plan tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from prongsai.blocks.blocks import Block, Heading, Items, Line, Section, Span, line
from prongsai.documents.report import list_narrative, make_result_table
from prongsai.figures.round_results import RoundResults
from prongsai.outputs.pages.kinds.front import make_dimension_table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.page import Page
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import ReportOrder


class Part(NamedTuple):
    """A part of a report: its title and its page."""

    name: str
    path: str


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the parts of every report that counts a project."""
    for round_ in lao.ledger.rounds:
        if round_.results:
            yield from _render_results(lao, round_)
            yield from _render_narrative(lao, round_)
            part = Part("ตารางตามระบบ e-PlanNACC", lao.paths.report_eplan(round_.key))
            sections = lao.shelf.report_sections[round_.key]
            yield _render_part(lao, round_, part, [section for section in sections if section.id == "eplan"])


def _render_results(lao: LaoPages, round_: RoundResults) -> Iterator[Page]:
    """Yield the sums by dimension, and the results table of each."""
    find = lao.paths.report_results
    part = Part("ผลการดำเนินงานรายโครงการ", find(round_.key))
    sums = make_dimension_table(round_, _find_pages(round_, find))
    yield _render_part(lao, round_, part, [_hold([sums])])
    yield from _render_dimensions(
        lao,
        round_,
        part,
        find,
        lambda number: [replace(make_result_table(lao.dossier, round_, number), has_own_heading=True)],
    )


def _render_narrative(lao: LaoPages, round_: RoundResults) -> Iterator[Page]:
    """Yield the narrative of each dimension below the list of projects, or the whole in the document's own order."""
    find = lao.paths.report_narrative
    part = Part("รายงานแบบบรรยาย", find(round_.key))
    if round_.report.order is ReportOrder.DOCUMENT:
        yield _render_part(lao, round_, part, [_hold(list_narrative(lao.dossier, round_))])
        return
    contents = _hold(_list_contents(round_, number, page) for number, page in _find_pages(round_, find).items())
    yield _render_part(lao, round_, part, [contents])
    yield from _render_dimensions(lao, round_, part, find, lambda number: list_narrative(lao.dossier, round_, number))


def _list_contents(round_: RoundResults, number: int, page: str) -> Items:
    """Return a dimension and its projects, each leading to where it is told."""
    projects = [result.project for result in round_.results if result.project.dimension == number]
    children = tuple(
        line(Span(project.name, page, anchor=f"project-{project.id}"), number=f"{project.number}.")
        for project in projects
    )
    title = f"มิติที่ {number} {round_.plan.dimension_titles.get(number, '')}"
    return Items((Line((Span(title, page),), children=children),))


def _find_pages(round_: RoundResults, find: Callable[[RoundKey, int], str]) -> dict[int, str]:
    """Return the page of each dimension that has projects."""
    return {number: find(round_.key, number) for number, sums in round_.by_dimension.items() if sums.counts.total}


def _hold(blocks: Iterable[Block]) -> Section:
    return Section("", "", tuple(blocks))


def _raise_headings(section: Section) -> Section:
    """Return a section whose headings follow the page's own, which stands for the section's."""
    blocks = (
        replace(block, level=block.level - 1) if isinstance(block, Heading) else block for block in section.blocks
    )
    return replace(section, title="", blocks=tuple(blocks))


def _render_dimensions(
    lao: LaoPages,
    round_: RoundResults,
    part: Part,
    find: Callable[[RoundKey, int], str],
    list_blocks: Callable[[int], Iterable[Block]],
) -> Iterator[Page]:
    """Yield the page of each dimension of a part, with the ways to the dimensions beside it."""
    titles = round_.plan.dimension_titles
    pages = [(number, titles.get(number, ""), path) for number, path in _find_pages(round_, find).items()]
    for before, (number, _, path), after in zip((None, *pages), pages, (*pages[1:], None), strict=False):
        own = Part(f"{part.name} มิติที่ {number}", path)
        yield _render_part(
            lao, round_, own, [_hold(list_blocks(number))], ((part.name, part.path),), before=before, after=after
        )


def _render_part(
    lao: LaoPages,
    round_: RoundResults,
    part: Part,
    sections: Iterable[Section],
    above: tuple[tuple[str, str], ...] = (),
    *,
    before: tuple[int, str, str] | None = None,
    after: tuple[int, str, str] | None = None,
) -> Page:
    full_name, report = lao.dossier.lao.full_name, lao.paths.report(round_.key)
    return lao.render(
        "report_part.md.jinja",
        part.path,
        title=f"{part.name} {round_.key.label} {full_name}",
        description=f"{part.name} ตามแผนป้องกันการทุจริตของ{full_name} {round_.key.label}",
        above=(("รายงานผล", lao.paths.reports), (round_.key.label, report), *above, (part.name, part.path)),
        card=lao.find_report_card(round_.key),
        dates=(round_.report.as_of,),
        is_wide=True,
        is_searched=False,  # the projects' own pages and the opening page say the same
        name=part.name,
        round=round_,
        report=report,
        parts=lao.render_sections(map(_raise_headings, sections), part.path),
        before=before,
        after=after,
    )
