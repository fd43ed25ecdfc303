"""What the pictures for link previews say: whose page it is, and its figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from prongsai.documents.answers import tell_money, tell_project_money, tell_projects
from prongsai.documents.card import HistoryEntry
from prongsai.figures.percent import compute_percent
from prongsai.figures.round_results import ResultSums
from prongsai.outputs.identity.colours import DEFAULT_COLOUR
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.lao import Numerals
from prongsai.records.progress import Status
from prongsai.thai.digits import to_thai

_LONGEST, _LONGEST_PLACE = 240, 100  # letters of a project's and a place's name; the card has no room for more
_SHORT = 32  # letters that a line has room for
_WHOLE = Decimal(100)


class Line(NamedTuple):
    """One line of a card, its size in pixels; text too long for the card is set smaller, or broken where it may be."""

    text: str
    size: int
    weight: Literal["regular", "bold"] = "regular"
    wraps: bool = False


class Figure(NamedTuple):
    """A figure in words, with a bar of parts where it is a share of something.

    Attributes:
        text: The words.
        parts: The code word of each part's colour, and its length in percent of the bar.
        kind: The code word of the words' own colour; empty for that of the text.
    """

    text: str
    parts: tuple[tuple[str, float], ...] = ()
    kind: str = ""


class Card(NamedTuple):
    """What a card shows.

    Attributes:
        lines: What it says, from top to bottom.
        figures: The figures below them.
        foot: The line at its foot.
        whole: Names in it that no line breaks.
        colour: The background, as ``#rrggbb``.
    """

    lines: tuple[Line, ...]
    figures: tuple[Figure, ...] = ()
    foot: str = ""
    whole: tuple[str, ...] = ()
    colour: str = DEFAULT_COLOUR


_PROMISE = Line("แผนป้องกันการทุจริต: สัญญาอะไรไว้ ทำไปแล้วเท่าไร ใช้เงินเท่าไร", 36, "bold")


def make_site_card(site_name: str) -> Card:
    """Return the card of the site's own pages."""
    return Card((Line(site_name, 104, "bold"), _PROMISE))


def list_cards(pages: LaoPages) -> Iterator[tuple[str, Card]]:
    """Yield path and card of an LAO, of each of its reports, and of its reported projects where those are wanted."""
    yield pages.paths.card, _make_lao_card(pages)
    for round_ in pages.ledger.rounds:
        if path := pages.find_report_card(round_.key):
            lines = (Line("รายงานผลการดำเนินงาน", 44), Line(round_.key.label, 68, "bold"))
            yield path, _make_card(pages, lines, _list_figures(round_.total))
    for plan in pages.dossier.plans.values():
        for project in plan.projects:
            if path := pages.find_project_card(plan, project.id):
                newest = pages.shelf.histories[plan.period, project.id][0]
                yield path, _make_project_card(pages, project.name, newest)


def _make_lao_card(pages: LaoPages) -> Card:
    lao, latest = pages.dossier.lao, pages.ledger.latest
    name = lao.full_name.removeprefix(lao.type.label)
    named = _tell_name(name or lao.full_name, 104, "bold")
    lines = (Line(lao.type.label if name else "", 52), named, _tell_name(lao.location, 40))
    if latest is None:
        return _make_card(pages, (*lines, _PROMISE), (), names_lao=False)
    return _make_card(pages, lines, _list_figures(latest.total), latest.key.label, names_lao=False)


def _make_project_card(pages: LaoPages, name: str, newest: HistoryEntry) -> Card:
    result = newest.result
    figures = [Figure(result.status.label, kind=result.status.value)]
    share = compute_percent(result.disbursed.amount or 0, result.planned.amount or 0)
    is_share = bool(result.planned.amount) and result.disbursed.is_known
    parts = (("disbursed", float(min(share, _WHOLE))),) if is_share else ()
    figures.append(Figure(tell_project_money(result), parts))
    line = _tell_name(name, 52, "bold", _LONGEST)._replace(wraps=True)
    return _make_card(pages, (line,), figures, newest.key.label)


def _tell_name(
    name: str, size: int, weight: Literal["regular", "bold"] = "regular", longest: int = _LONGEST_PLACE
) -> Line:
    """Return a name as a line; one that would be too small to read on one line is broken, and cut in the end."""
    return Line(name if len(name) <= longest else f"{name[:longest]}…", size, weight, wraps=len(name) > 2 * _SHORT)


def _list_figures(sums: ResultSums) -> Iterator[Figure]:
    """Yield how many projects are done, and what was spent; unknown money has no bar."""
    counts = sums.counts
    numbers = {
        Status.DONE: counts.done,
        Status.IN_PROGRESS: counts.in_progress,
        Status.WAITING: counts.waiting,
        Status.CANNOT: counts.cannot,
    }
    shares = ((status.value, float(compute_percent(number, counts.total))) for status, number in numbers.items())
    yield Figure(tell_projects(sums), tuple((kind, share) for kind, share in shares if share))
    if told := tell_money(sums):
        is_share = sums.budget_percent is not None and bool(sums.planned.amount)
        yield Figure(told, (("disbursed", float(min(sums.budget_percent or 0, _WHOLE))),) if is_share else ())


def _make_card(
    pages: LaoPages, lines: tuple[Line, ...], figures: Iterable[Figure], about: str = "", *, names_lao: bool = True
) -> Card:
    """Return a card in the LAO's colour and digits; its foot says of which round it is, and that an example is one."""
    lao = pages.dossier.lao
    write = to_thai if lao.numerals is Numerals.THAI else str
    sample = "ข้อมูลตัวอย่าง ไม่ใช่เว็บไซต์ทางการ" if lao.sample else ""
    named = (_tell_name(lao.full_name, 34), *lines) if names_lao else lines
    return Card(
        tuple(line._replace(text=write(line.text)) for line in named),
        tuple(figure._replace(text=write(figure.text)) for figure in figures),
        write(" · ".join(filter(None, (about, sample, pages.site_name)))),
        tuple(name for name in (lao.full_name, lao.full_name.removeprefix(lao.type.label)) if 0 < len(name) <= _SHORT),
        lao.colour or DEFAULT_COLOUR,
    )
