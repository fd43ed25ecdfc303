"""One page in English: the figures of the newest report and what they mean, for readers abroad."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Cell, Row, Span, Table, cell, money, num
from prongsai.documents import english
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.figures.statuses import StatusCounts
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.page import Page
from prongsai.records.progress import Status

_COUNTS = ("Projects", *english.STATUSES.values())


def render_pages(lao: LaoPages) -> Iterator[Page]:
    """Yield the page of an LAO that has a name in English; nobody writes a Thai one over by guess."""
    names = lao.dossier.lao.english
    if names is None:
        return
    latest, plan = lao.ledger.latest, lao.plan
    yield lao.render(
        "english.md.jinja",
        lao.paths.english,
        title=f"Anti-corruption plan of {names.name}",
        description=f"What {names.name}, {names.location}, has done and spent under its anti-corruption plan.",
        above=(("Home", "index.md"), (names.name, lao.paths.front), ("English", lao.paths.english)),
        is_wide=True,
        has_search_box=False,
        language="en",
        translations=list_translations(lao),
        names=names,
        english=english,
        plan=plan,
        plan_page=lao.plan_front(plan),
        latest=latest,
        dimension_table=_make_dimension_table(latest) if latest else None,
        has_untranslated=bool(latest and None in _list_names(latest)),
        round_table=_make_round_table(lao),
        open_results=[result for result in latest.results if result.status is not Status.DONE] if latest else [],
        missing_rounds=lao.missing_rounds,
        today=lao.today,
    )


def list_translations(lao: LaoPages) -> tuple[tuple[str, str], ...]:
    """Return the front page in Thai and the page in English; nothing where there is no such page."""
    return (("th", lao.paths.front), ("en", lao.paths.english)) if lao.dossier.lao.english else ()


def _list_names(latest: RoundResults) -> list[str | None]:
    return [english.find_dimension_name(latest.plan, number) for number in latest.by_dimension]


def _make_dimension_table(latest: RoundResults) -> Table:
    """Return counts and money by dimension; a title that nobody translated stays in Thai."""
    rows = []
    for number, sums in latest.by_dimension.items():
        name = english.find_dimension_name(latest.plan, number)
        title = Span(f"{number}. {name}") if name else Span(f"{latest.plan.dimension_titles[number]}", kind="thai")
        rows.append(_make_row(title, sums))
    return make_list_table(
        "english-dimensions",
        "Projects and money by dimension of the plan",
        ("Dimension", *_COUNTS, "Planned (baht)", "Spent (baht)"),
        rows,
        foot=(_make_row(Span("Total"), latest.total),),
        kind="stack counts",
    )


def _make_row(name: Span, sums: ResultSums) -> Row:
    planned, disbursed = english.format_sum(sums.planned), english.format_sum(sums.disbursed)
    return Row((cell(name, scope="row"), *_count(sums.counts), money(planned), money(disbursed)))


def _make_round_table(lao: LaoPages) -> Table:
    return make_list_table(
        "english-rounds",
        "All reports, each with the Thai page that it comes from",
        ("Report", *_COUNTS, "Spent (baht)"),
        (
            Row(
                (
                    cell(Span(english.format_round(round_.key), lao.paths.report(round_.key)), scope="row"),
                    *_count(round_.total.counts),
                    money(english.format_sum(round_.total.disbursed)),
                )
            )
            for round_ in reversed(lao.ledger.rounds)
        ),
        kind="stack counts",
    )


def _count(counts: StatusCounts) -> Iterator[Cell]:
    by_status = {
        Status.DONE: counts.done,
        Status.IN_PROGRESS: counts.in_progress,
        Status.WAITING: counts.waiting,
        Status.CANNOT: counts.cannot,
    }
    yield num(counts.total)
    yield from (num(by_status[status]) for status in english.STATUSES)
