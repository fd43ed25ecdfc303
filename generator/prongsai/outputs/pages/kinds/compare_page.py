"""The years of one LAO side by side: each figure with where it comes from and a way to say that it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from prongsai.blocks.blocks import Cell, Line, Row, Span, Table, cell, line
from prongsai.documents.formats import format_decimal
from prongsai.figures.round_results import RoundResults
from prongsai.figures.scores import ScoreRange, compute_score_range
from prongsai.outputs.pages.comparison import FIGURES, OFFICE, PLAN, PROGRESS, Figure
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.outputs.pages.wrong_figure import find_letter
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.progress import Round

_SCORES: tuple[tuple[str, str, Callable[[ScoreRange], str]], ...] = (
    ("คะแนน ITA ต่ำสุด", "คะแนนต่ำที่สุดในบรรดาคะแนนรายมาตรการที่รายงานพิมพ์ไว้", lambda found: format_decimal(found.lowest)),
    ("คะแนน ITA สูงสุด", "คะแนนสูงที่สุดในบรรดาคะแนนเหล่านั้น", lambda found: format_decimal(found.highest)),
    ("จำนวนคะแนน", "นับมาตรการที่รายงานพิมพ์คะแนนไว้ เว็บไซต์นี้ไม่เฉลี่ย เพราะแต่ละคะแนนวัดคนละเรื่อง", lambda found: str(found.count)),
)  # fmt: skip


class Trace(NamedTuple):
    """Where a figure comes from: year and round in words, the page that says it, its files, the paper's id."""

    place: str
    source: Span
    files: Sequence[str]
    paper: str | None


class RoundTable(NamedTuple):
    """The years of one round: heading, table, years whose report is not there."""

    round: Round
    table: Table
    missing: list[int]


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page where there is a figure to compare."""
    if not lao.has_comparison:
        return
    name = lao.dossier.lao.full_name
    path = lao.paths.compare
    years = sorted({round_.key.fiscal_year for round_ in lao.ledger.rounds})
    scores = {
        year: found for year, each in sorted(lao.dossier.measures.items()) if (found := compute_score_range(each))
    }
    yield lao.render(
        "compare.md.jinja",
        path,
        title=f"เทียบรายปี {name}",
        description=f"โครงการ เงิน ระดับการนำแผนไปปฏิบัติ และคะแนน ITA ของ{name} ทุกปีงบประมาณ วางเทียบกัน",
        above=(("เทียบรายปี", path),),
        is_wide=True,
        styles=("compare",),
        is_searched=False,  # reports and measures say the same
        rounds=list(_list_rounds(lao, years)),
        score_table=_make_score_table(lao, scores) if scores else None,
    )


def _list_rounds(lao: LaoPages, years: Sequence[int]) -> Iterator[RoundTable]:
    """Yield the years side by side, those of the whole year first; half a year is compared with halves only."""
    for kind in (Round.TWELVE, Round.SIX):
        found = {round_.key.fiscal_year: round_ for round_ in lao.ledger.rounds if round_.key.round is kind}
        if not found:
            continue
        rounds = [found[year] for year in sorted(found)]
        table = make_list_table(
            f"compare-{kind.value}",
            f"ผล{kind.label} ทุกปีที่รายงาน",
            ("ตัวเลข", *(f"ปี {round_.key.fiscal_year}" for round_ in rounds)),
            (
                Row((_name(figure.title, figure.formula), *(_trace(lao, figure, round_) for round_ in rounds)))
                for figure in FIGURES
            ),
        )
        yield RoundTable(kind, table, [year for year in years if year not in found])


def _name(title: str, formula: str) -> Cell:
    return cell(Span(title, kind="strong"), Span(f"วิธีคิด: {formula}", kind="meta"), scope="row")


def _trace(lao: LaoPages, figure: Figure, round_: RoundResults) -> Cell:
    """Return a figure, and behind it which records and papers say so, and how to object."""
    key = round_.key
    report = lao.paths.report(key)
    files = [name for name in lao.shelf.origins[report].files if _find_kind(name) in figure.records]
    if OFFICE in figure.records:
        files.append(f"{lao.dossier.slug}/lao.yml")
    source = Span(f"รายงาน {key.round.label} ปี {key.fiscal_year}", report)
    trace = Trace(key.label, source, files, round_.report.announcement)
    return _make_traced(lao, figure.title, figure.tell(round_), trace)


def _find_kind(name: str) -> str:
    return PROGRESS if "/progress/" in name else PLAN


def _make_traced(lao: LaoPages, title: str, value: str, trace: Trace) -> Cell:
    letter = find_letter(lao, lao.paths.compare, title, value, trace.place)
    wrong = Span("แจ้งว่าตัวเลขนี้ผิด", letter or lao.paths.contact, anchor="" if letter else "report")
    announced = lao.get_paper(trace.paper)
    lines: list[Line | str] = [value, line("ที่มา: ", trace.source)]
    if trace.paper and announced:
        lines.append(line("เอกสาร: ", Span(lao.get_paper_title(announced), lao.paths.paper(trace.paper))))
    lines += [line("แฟ้มข้อมูล: ", *_list_files(trace.files)), line(wrong)]
    return cell(*lines, kind="traced")


def _list_files(files: Sequence[str]) -> Iterator[str | Span]:
    for place, name in enumerate(files):
        yield from ((", " if place else ""), Span(name, kind="address"))


def _make_score_table(lao: LaoPages, scores: dict[int, ScoreRange]) -> Table:
    measures = lao.dossier.measures
    return make_list_table(
        "compare-score",
        "คะแนน ITA ที่รายงานมาตรการพิมพ์ไว้",
        ("ตัวเลข", *(f"ปี {year}" for year in scores)),
        (
            Row(
                (
                    _name(title, formula),
                    *(_trace_score(lao, title, tell(found), year, measures[year]) for year, found in scores.items()),
                )
            )
            for title, formula, tell in _SCORES
        ),
    )


def _trace_score(lao: LaoPages, title: str, value: str, year: int, measures: IntegrityMeasures) -> Cell:
    assessed = f" การประเมินปี {measures.assessment_year}" if measures.assessment_year else ""
    source = Span(f"รายงานมาตรการ ปี {year}{assessed}", lao.paths.measures(year))
    file = f"{lao.dossier.slug}/measures/{year}.yml"
    return _make_traced(lao, title, value, Trace(f"ปีงบประมาณ พ.ศ. {year}", source, [file], measures.announcement))
