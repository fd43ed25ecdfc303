"""The sample LAOs carry the facts of the documents that they come from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from prongsai.build.checked import Checked, check_plans
from prongsai.figures.implementation import LevelCounts, compute_level_counts, compute_level_name
from prongsai.figures.plan_budget import BudgetRow, compute_budget_row, group_by_dimension
from prongsai.figures.round_results import ResultSums, RoundResults, compute_round_results
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import DeclaredFigures, ProvincialTable
from prongsai.records.project import Project, Step
from prongsai.thai.money_words import format_baht_words

PLANS = Path(__file__).parents[1] / "plans"


def needs(slug: str) -> pytest.MarkDecorator:
    """Skip where the sample was removed to make room for one's own records."""
    return pytest.mark.skipif(not (PLANS / slug).is_dir(), reason=f"the sample {slug} is not in plans/")


each_sample = pytest.mark.parametrize(
    "slug", [pytest.param(slug, marks=needs(slug)) for slug in ("maesai", "chiangmuan", "maechan")]
)
FORBIDDEN = {
    "name-title": r"นาย(?!ก(?:เทศ|องค์))|นางสาว|(?<![ก-๛])นาง|น\.ส\.",
    "split-sara-am": "\u0e4d[่-๋]?า",
    "zero-width": "[\u00ad\u200b-\u200f\u2060\ufeff]",
    "double-space": r"(?<=\S) {2,}|[ \t]+$",
    "double-sara-e": "เเ",
}


@cache
def load(slug: str) -> Dossier:
    """Return the records of one sample."""
    [loaded] = check_plans(PLANS, only=slug).laos
    return loaded.dossier


def load_plan(slug: str) -> Plan:
    """Return the one plan of a sample."""
    [plan] = load(slug).plans.values()
    return plan


@each_sample
def test_sample_is_marked_and_has_no_problems(slug: str) -> None:
    """A sample says that it is one, and no rule finds anything in it."""
    checked: Checked = check_plans(PLANS, only=slug)

    assert checked.laos[0].dossier.lao.sample
    assert checked.problems == ()


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
@each_sample
def test_sample_text_is_clean(slug: str, pattern: str) -> None:
    """Persons stand by position only, and no character is one that readers cannot see or search for."""
    found = [
        f"{path.name}: {match[0]!r}"
        for path in sorted((PLANS / slug).rglob("*.yml"))
        for match in re.finditer(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert found == []


@pytest.mark.parametrize("text", ["นายกิตติ ใจดี", "นางสาวมาลี", "โดย นาง มาลี", "น.ส.มาลี"], ids=range(4))
def test_name_title_is_seen(text: str) -> None:
    """The search above finds a person's title."""
    assert re.search(FORBIDDEN["name-title"], text)


# --- Mae Sai: results of FY 2566, round 12 ---

# Table E1: planned and done projects; planned, ordinance and used baht; percent of projects and of money.
MAESAI_E1 = {
    "1": "7 7 200,000.00 200,000.00 150,000.00 100.00 75.00",
    "2": "13 13 0.00 0.00 0.00 100.00 0.00",
    "3": "4 4 30,000.00 30,000.00 28,050.00 100.00 93.50",
    "4": "5 5 0.00 0.00 0.00 100.00 0.00",
    "total": "29 29 230,000.00 230,000.00 178,050.00 100.00 77.41",
}
# Table E6: number in e-PlanNACC by number in the plan.
MAESAI_EPLAN = {
    1: 7, 2: 2, 3: 4, 4: 5, 5: 3, 6: 1, 7: 6, 8: 14, 9: 13, 10: 12, 11: 11, 12: 10, 13: 9, 14: 8, 15: 15, 16: 19,
    17: 18, 18: 20, 19: 17, 20: 16, 21: 22, 22: 23, 23: 24, 24: 21, 25: 28, 26: 25, 27: 26, 28: 27, 29: 29,
}  # fmt: skip
# Table E7; * before a value that was capped.
MAESAI_PROVINCE = [
    ("เทศบาลตำบลแม่สาย", "*100.00", "มาก"),
    ("เทศบาลตำบลแม่สายมิตรภาพ", "*100.00", "มาก"),
    ("เทศบาลตำบลเวียงพางคำ", "90.00", "มาก"),
    ("เทศบาลตำบลห้วยไคร้", "*100.00", "มาก"),
    ("องค์การบริหารส่วนตำบลเกาะช้าง", "*100.00", "มาก"),
    ("องค์การบริหารส่วนตำบลบ้านด้าย", "*100.00", "มาก"),
    ("องค์การบริหารส่วนตำบลโป่งงาม", "0.00", "น้อย"),
    ("องค์การบริหารส่วนตำบลโป่งผา", "100.00", "มาก"),
    ("องค์การบริหารส่วนตำบลศรีเมืองชุม", "73.33", "ปานกลาง"),
    ("องค์การบริหารส่วนตำบลห้วยไคร้", "*100.00", "มาก"),
]


def load_maesai() -> RoundResults:
    """Return the figures of Mae Sai's report."""
    return compute_round_results(load("maesai"), RoundKey.from_slug("2566-12"))


def get_line(results: RoundResults, dimension: str) -> ResultSums:
    """Return the computed sums of a dimension or of the total."""
    return results.total if dimension == "total" else results.by_dimension[int(dimension)]


def get_province() -> ProvincialTable:
    """Return Mae Sai's provincial table."""
    table = load_maesai().report.provincial
    assert table is not None
    return table


@needs("maesai")
@pytest.mark.parametrize("dimension", MAESAI_E1)
def test_maesai_figures_are_as_printed(dimension: str) -> None:
    """The line of table E1."""
    sums = get_line(load_maesai(), dimension)

    money = " ".join(f"{part.amount:,.2f}" for part in (sums.planned, sums.ordinance, sums.disbursed))
    line = f"{sums.counts.total} {sums.counts.done} {money} {sums.projects_percent} {sums.budget_percent}"
    assert line == MAESAI_E1[dimension]


@needs("maesai")
@pytest.mark.parametrize("dimension", MAESAI_E1)
def test_maesai_declared_figures_are_the_computed_ones(dimension: str) -> None:
    """What the report declares follows from its records."""
    results = load_maesai()
    sums = get_line(results, dimension)
    declared = results.report.declared
    part: DeclaredFigures = declared if dimension == "total" else declared.dimensions[int(dimension)]

    assert (part.projects, part.done) == (sums.counts.total, sums.counts.done)
    assert [part.planned.amount, part.ordinance.amount, part.disbursed.amount] == [
        sums.planned.amount,
        sums.ordinance.amount,
        sums.disbursed.amount,
    ]
    assert (part.projects_percent, part.budget_percent) == (sums.projects_percent, sums.budget_percent)


@needs("maesai")
def test_maesai_status_table() -> None:
    """E5: minimum 25, one project in the ordinance as declared, level มาก 100.00; the report declares the same."""
    results = load_maesai()
    declared, counts = results.report.declared, results.total.counts

    assert (results.minimum, results.in_ordinance.number, results.in_ordinance.is_declared) == (25, 1, True)
    assert (results.level.name.label, str(results.level.percent)) == ("มาก", "100.00")
    assert (declared.minimum, declared.level, declared.level_percent) == (25, results.level.name, results.level.percent)
    assert (declared.waiting, declared.in_progress, declared.cannot) == (0, 0, 0)
    assert (counts.waiting, counts.in_progress, counts.cannot) == (0, 0, 0)


@needs("maesai")
def test_maesai_eplan_numbers() -> None:
    """The projects stand in the order of e-PlanNACC that the report prints."""
    assert {project.number: project.eplan_number for project in load_plan("maesai").projects} == MAESAI_EPLAN


@needs("maesai")
def test_maesai_dates() -> None:
    """The report is of 6 October 2566, its announcement of 19 October."""
    dossier = load("maesai")
    report = dossier.rounds[RoundKey.from_slug("2566-12")]

    assert (report.as_of, get_province().as_of) == (dt.date(2023, 10, 6), dt.date(2023, 10, 6))
    assert dossier.papers[report.announcement].date == dt.date(2023, 10, 19)


@needs("maesai")
def test_maesai_provincial_table() -> None:
    """The ten rows of table E7 in their order, capped values marked."""
    rows = [(row.lao, f"{'*' if row.capped else ''}{row.percent}", row.level.label) for row in get_province().rows]

    assert rows == MAESAI_PROVINCE


@needs("maesai")
def test_maesai_provincial_counts() -> None:
    """8 มาก, 1 ปานกลาง, 1 น้อย, declared and counted."""
    table = get_province()

    assert compute_level_counts(row.level for row in table.rows) == LevelCounts(high=8, medium=1, low=1)
    assert (table.declared.high, table.declared.medium, table.declared.low) == (8, 1, 1)


@needs("maesai")
def test_maesai_provincial_levels_follow_the_thresholds() -> None:
    """The assumed thresholds name every row as e-PlanNACC does."""
    thresholds = load("maesai").lao.level_thresholds

    assert [compute_level_name(row.percent, thresholds) for row in get_province().rows] == [
        row.level for row in get_province().rows
    ]


# --- Chiang Muan: five-year plan ---

# By card: objectives; target groups; steps of level 1, 2 and 3; outputs; outcomes. Card 10 numbers its steps 1 2 3 3 4 5.
CHIANGMUAN_CARDS = {
    1: (3, 1, 7, 0, 0, 2, 1), 2: (3, 1, 5, 0, 0, 2, 1), 3: (4, 1, 6, 0, 0, 1, 3), 4: (3, 2, 7, 4, 0, 2, 1),
    5: (4, 1, 4, 2, 5, 4, 2), 6: (3, 2, 11, 0, 0, 3, 1), 7: (2, 1, 6, 0, 0, 2, 1), 8: (1, 1, 8, 2, 0, 1, 1),
    9: (4, 1, 8, 5, 0, 1, 1), 10: (1, 1, 6, 0, 0, 1, 1), 11: (3, 1, 5, 6, 0, 1, 1), 12: (2, 1, 8, 0, 0, 1, 1),
    13: (2, 1, 7, 3, 0, 1, 1), 14: (2, 1, 7, 8, 0, 1, 1), 15: (4, 1, 5, 0, 0, 1, 2), 16: (3, 1, 7, 5, 0, 2, 2),
    17: (4, 1, 4, 0, 0, 1, 2), 18: (4, 1, 10, 0, 0, 1, 2), 19: (6, 1, 4, 0, 0, 1, 3), 20: (4, 1, 2, 7, 3, 2, 1),
    21: (3, 1, 10, 10, 0, 2, 1), 22: (2, 1, 10, 2, 10, 5, 1), 23: (2, 1, 5, 0, 0, 1, 1), 24: (3, 1, 5, 0, 0, 2, 3),
    25: (4, 1, 5, 4, 0, 2, 3), 26: (2, 1, 8, 0, 0, 3, 1), 27: (2, 1, 6, 0, 0, 2, 1), 28: (2, 1, 3, 0, 0, 2, 1),
    29: (3, 1, 12, 4, 0, 1, 1), 30: (2, 1, 5, 0, 0, 1, 1),
}  # fmt: skip
CHIANGMUAN_BUDGETS = {1: (3, 190_000), 2: (15, 0), 3: (5, 30_000), 4: (7, 0)}
CHIANGMUAN_YEARS = range(2566, 2571)


def load_chiangmuan() -> Plan:
    """Return Chiang Muan's plan."""
    return load_plan("chiangmuan")


def get_amounts(row: BudgetRow) -> dict[int, int]:
    """Return the amount of every year."""
    return {year: int(money.amount) for year, money in row.by_year.items()}


def count_steps(steps: Iterable[Step], level: int) -> int:
    """Return how many steps stand on one level, 1 being the uppermost."""
    return sum(1 if level == 1 else count_steps(step.steps, level - 1) for step in steps)


@needs("chiangmuan")
@pytest.mark.parametrize("dimension", CHIANGMUAN_BUDGETS, ids=lambda number: f"dimension-{number}")
def test_chiangmuan_dimension_is_as_printed(dimension: int) -> None:
    """Projects and yearly budget of a dimension, as computed and as the plan declares them."""
    plan = load_chiangmuan()
    projects, yearly = CHIANGMUAN_BUDGETS[dimension]
    declared = plan.declared.dimensions[dimension]

    row = compute_budget_row(group_by_dimension(plan.projects, plan)[dimension], plan)

    assert (row.projects, get_amounts(row)) == (projects, dict.fromkeys(CHIANGMUAN_YEARS, yearly))
    assert declared.projects == projects
    assert {year: money.amount for year, money in declared.budgets.items()} == get_amounts(row)


@needs("chiangmuan")
def test_chiangmuan_total_is_as_printed() -> None:
    """30 projects, 220,000 baht a year, 1,100,000 in all; the plan declares the same."""
    plan = load_chiangmuan()

    row = compute_budget_row(plan.projects, plan)

    assert (row.projects, plan.declared.projects) == (30, 30)
    assert get_amounts(row) == dict.fromkeys(CHIANGMUAN_YEARS, 220_000)
    assert {year: money.amount for year, money in plan.declared.budgets.items()} == get_amounts(row)
    assert (row.total.amount, row.total.is_complete) == (1_100_000, True)


@needs("chiangmuan")
def test_chiangmuan_papers_and_what_the_contents_page_says_of_them() -> None:
    """Order 372/2565 of 5 August and announcement of 27 September; the contents page differs and is kept."""
    dossier = load("chiangmuan")
    plan = load_chiangmuan()
    order, announcement = dossier.papers[plan.order], dossier.papers[plan.announcement]

    assert (order.number, order.date, announcement.date) == ("372/2565", dt.date(2022, 8, 5), dt.date(2022, 9, 27))
    assert {(paper.paper, paper.number, paper.date, paper.place) for paper in plan.declared.papers} == {
        (plan.order, "336/2565", dt.date(2022, 8, 4), "สารบัญ"),
        (plan.announcement, None, dt.date(2022, 9, 23), "สารบัญ"),
    }


@needs("chiangmuan")
def test_chiangmuan_budget_words_are_ours() -> None:
    """The three amounts that the cards print in words are worded as we word them."""
    with_words = [project for project in load_chiangmuan().projects if project.budget_words]

    assert [project.number for project in with_words] == [1, 3, 19]
    for project in with_words:
        assert project.budget_words == format_baht_words(project.budget.in_year(2566).amount)


@needs("chiangmuan")
def test_chiangmuan_cards_have_their_items() -> None:
    """A card has as many items under each heading as the document, and a rationale of one or two paragraphs."""
    projects = load_chiangmuan().projects

    assert {project.number: count_items(project) for project in projects} == CHIANGMUAN_CARDS
    assert {len(project.rationale) for project in projects} <= {1, 2}


def count_items(project: Project) -> tuple[int, ...]:
    """Return the number of objectives, target groups, steps of three levels, outputs and outcomes of a card."""
    steps = [count_steps(project.steps, level) for level in (1, 2, 3)]
    return (len(project.objectives), len(project.target_groups), *steps, len(project.outputs), len(project.outcomes))


@needs("chiangmuan")
def test_chiangmuan_misnumbered_steps_are_kept() -> None:
    """Card 10 prints its steps as 1, 2, 3, 3, 4, 5."""
    (project,) = [project for project in load_chiangmuan().projects if project.number == 10]

    assert [step.number for step in project.steps] == [None, None, None, "3)", "4)", "5)"]


# --- Mae Chan: integrity measures of FY 2568 ---


@needs("maechan")
def test_maechan_measures_are_as_printed() -> None:
    """Seven sections, nine measures with their scores; one measure has none."""
    sections = load("maechan").measures[2568].sections

    assert [(section.number, len(section.measures)) for section in sections] == [
        (1, 2), (2, 1), (3, 2), (4, 1), (5, 1), (6, 1), (7, 1),
    ]  # fmt: skip
    assert [measure.score and str(measure.score) for section in sections for measure in section.measures] == [
        "87.79", "87.79", "84.01", None, "92.50", "72.30", "87.70", "97.18", "100",
    ]  # fmt: skip


@needs("maechan")
def test_maechan_states_no_pass_mark_and_no_assessment_year() -> None:
    """The document prints neither, so neither is known."""
    measures = load("maechan").measures[2568]

    assert (measures.pass_mark, measures.assessment_year) == (None, None)


def test_schema_named_in_a_sample_is_there() -> None:
    """The first line of a sample names the schema for editors, relative to the file."""
    named = 0
    for path in PLANS.rglob("*.yml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        if "$schema=" in first:
            named += 1
            assert (path.parent / first.partition("$schema=")[2]).is_file(), path
    assert named
