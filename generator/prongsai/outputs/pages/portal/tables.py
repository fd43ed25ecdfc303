"""The tables of an area: its LAOs, how many of them stand where, money by dimension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.blocks.blocks import Cell, Mark, Row, Span, Table, cell, num
from prongsai.figures.area import ReportState
from prongsai.outputs.pages.comparison import FIGURES
from prongsai.outputs.pages.lao_rows import tell_outstanding
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.portal.area import Area, find_state
from prongsai.outputs.pages.summary import LatestRound, Summary
from prongsai.records.frameworks import find_framework
from prongsai.records.progress import LevelName

STATE_WORDS = {
    ReportState.LATE: "ค้างเผยแพร่รายงาน",
    ReportState.ABSENT: "รายงานยังไม่ครบ",
    ReportState.NO_PLAN: "ยังไม่มีแผนในเว็บไซต์นี้",
    ReportState.COMPLETE: "ไม่มีรายงานค้าง",
}
STATE_MARKS = {
    ReportState.LATE: "late",
    ReportState.ABSENT: "waiting",
    ReportState.NO_PLAN: "waiting",
    ReportState.COMPLETE: "done",
}
ABSENT_WORDS = "ยังไม่มีรายงานรอบนี้ในเว็บไซต์นี้"
NO_MINIMUM_WORDS = "ไม่มีข้อมูลโครงการขั้นต่ำ"
_SHOWN = {figure.id: figure for figure in FIGURES}
_COMPARED = [_SHOWN[id_] for id_ in ("done", "planned", "disbursed", "level")]
_BY_DIMENSION = [_SHOWN[id_] for id_ in ("projects", "done", "planned", "ordinance", "disbursed", "used-percent")]


def make_lao_table(area: Area, laos: Sequence[Summary], first: int = 0) -> Table:
    """Return a row an LAO, marked for the script of the page (``portal.js``).

    Args:
        area: Whose LAOs they are.
        laos: Those that are shown.
        first: Place of the first one among all.
    """
    return make_list_table(
        "area-laos",
        f"หน่วยงานใน{area.title}" if area.name else area.title,
        ("หน่วยงาน", "รายงาน", *(figure.title for figure in _COMPARED)),
        (_make_row(area, lao, place) for place, lao in enumerate(laos, first)),
    )


def _make_row(area: Area, lao: Summary, place: int) -> Row:
    round_ = area.find_round(lao)
    data = [
        ("place", str(place)),
        ("state", find_state(lao)),
        ("behind", str(1000 * lao.late_rounds + lao.absent_rounds)),
        ("district", lao.district),
        ("level", _mark_level(round_)),
    ]
    latest = Span(f"รอบล่าสุด {lao.latest.label}", kind="meta") if lao.latest else Span("ยังไม่มีรายงานผล", kind="meta")
    cells = [
        cell(Span(lao.name, lao.front), Span(lao.location, kind="meta"), scope="row"),
        cell(*_tell_reports(lao), latest),
    ]
    if round_ is None:
        return Row((*cells, cell(Mark(ABSENT_WORDS, "waiting"), colspan=len(_COMPARED))), data=tuple(data))
    for figure in _COMPARED:
        number = figure.sort(round_)
        data.append((f"sort-{figure.id}", "" if number is None else str(number)))
    return Row((*cells, *_tell_figures(round_)), data=tuple(data))


def _tell_reports(lao: Summary) -> Iterator[str | Mark]:
    if find_state(lao) is ReportState.NO_PLAN:
        yield Mark(STATE_WORDS[ReportState.NO_PLAN], STATE_MARKS[ReportState.NO_PLAN])
    yield from tell_outstanding(lao)


def _tell_figures(round_: LatestRound) -> Iterator[Cell]:
    for figure in _COMPARED:
        text = figure.tell(round_)
        yield cell(f"{text} จาก {round_.total.counts.total}" if figure.id == "done" else text, kind=figure.kind)


def _mark_level(round_: LatestRound | None) -> str:
    if round_ is None:
        return "absent"
    return round_.level.name.value if round_.level else "unknown"


def make_state_table(area: Area) -> Table:
    """Return how many LAOs have which state of reports."""
    words = ((Mark(STATE_WORDS[state], STATE_MARKS[state]), area.figures.states.get(state, 0)) for state in ReportState)
    return _make_count_table("area-states", "สถานะรายงานของหน่วยงาน", "สถานะ", words)


def make_level_table(area: Area) -> Table:
    """Return how many LAOs have which implementation level, and of how many it is not known."""
    figures = area.figures
    counts = [(f"ระดับ{level.label}", getattr(figures.levels, level.value)) for level in LevelName]
    counts += [(NO_MINIMUM_WORDS, figures.without_level), (ABSENT_WORDS, figures.laos - figures.reported)]
    return _make_count_table("area-levels", "ระดับการนำแผนไปปฏิบัติ", "ระดับ", counts)


def _make_count_table(id_: str, caption: str, title: str, counts: Iterable[tuple[str | Mark, int]]) -> Table:
    rows = (Row((cell(what, scope="row"), num(f"{number:,}"))) for what, number in counts)
    return make_list_table(id_, caption, (title, "หน่วยงาน"), rows, kind="")


def make_dimension_table(area: Area) -> Table:
    """Return projects and money by dimension, of the LAOs that report the round."""
    figures = area.figures
    periods = {period for period, _ in figures.by_dimension}
    rows = []
    for (period, number), sums in figures.by_dimension.items():
        framework = find_framework(period)
        title = f"มิติที่ {number} {framework.dimensions.get(number, '') if framework else ''}".strip()
        about = Span(f"แผน พ.ศ. {period.replace('-', ' - ')}", kind="meta") if len(periods) > 1 else ""
        round_ = LatestRound("", sums, None)
        rows.append(Row((cell(title, about, scope="row"), *(cell(f.tell(round_), kind=f.kind) for f in _BY_DIMENSION))))
    total = LatestRound("", figures.total, None)
    foot = Row((cell("รวม", scope="row"), *(cell(f.tell(total), kind=f.kind) for f in _BY_DIMENSION)))
    return make_list_table(
        "area-dimensions",
        "โครงการและเงินตามมิติ",
        ("มิติ", *(figure.title for figure in _BY_DIMENSION)),
        rows,
        foot=(foot,),
        kind="stack counts",
    )
