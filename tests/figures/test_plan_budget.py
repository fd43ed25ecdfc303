"""The plan table's sums: projects by dimension, budgets by fiscal year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_records import NEXT_PERIOD, NO_BUDGET_TEXT, make_plan, make_project
from hypothesis import given
from hypothesis import strategies as st
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.plan_budget import compute_budget_row, group_by_dimension, group_by_mission
from prongsai.records.plan import Plan
from prongsai.records.project import Project, ReportedProject

YEARS = [2566, 2567, 2568, 2569, 2570]
# Chiang Muan: projects with the same budget in every year, the rest without.
CHIANGMUAN = [
    make_project("p01", "1.1.1", "180000"),
    make_project("p02", "1.1.1"),
    make_project("p03", "1.1.1", "10000"),
    make_project("p04", "2.1.2"),
    make_project("p19", "3.1.1", "30000"),
    make_project("p24", "4.1.1"),
]
BUDGETS = st.just(NO_BUDGET_TEXT) | st.just("ไม่ทราบ") | st.integers(0, 10**9).map(str)
PROJECTS = st.lists(
    st.builds(
        make_project,
        mission=st.sampled_from(["1.1", "1.3.1", "2.2", "3.1.2", "4.3"]),
        budget=BUDGETS | st.dictionaries(st.sampled_from(YEARS).map(str), BUDGETS),
        from_year=st.none() | st.sampled_from(YEARS),
        until_year=st.none() | st.sampled_from(YEARS),
    ),
    max_size=8,
)


def list_ids(groups: dict[int, list[Project]]) -> dict[int, list[str]]:
    """Return the ids of each group's projects."""
    return {number: [project.id for project in group] for number, group in groups.items()}


def get_amounts(plan: Plan) -> list[Decimal]:
    """Return the amount of every year of the plan, and of all years together."""
    row = compute_budget_row(plan.projects, plan)
    return [*(money.amount for money in row.by_year.values()), row.total.amount]


@pytest.mark.parametrize(
    ("dimension", "yearly"),
    [(1, 190_000), (2, 0), (3, 30_000), (4, 0)],
    ids=["dimension-1", "dimension-2", "dimension-3", "dimension-4"],
)
def test_dimension_has_its_yearly_budget(dimension: int, yearly: int) -> None:
    """Chiang Muan plans 190,000, 0, 30,000 and 0 baht a year."""
    plan = make_plan(CHIANGMUAN)

    row = compute_budget_row(group_by_dimension(plan.projects, plan)[dimension], plan)

    assert {year: money.amount for year, money in row.by_year.items()} == dict.fromkeys(YEARS, yearly)


def test_total_is_that_of_all_years() -> None:
    """220,000 baht in each of five years are 1,100,000."""
    assert get_amounts(make_plan(CHIANGMUAN)) == [220_000] * 5 + [1_100_000]


def test_row_counts_its_projects() -> None:
    """A row tells how many projects it sums, with or without budget."""
    plan = make_plan(CHIANGMUAN)

    assert compute_budget_row(plan.projects, plan).projects == 6


def test_row_without_budget_says_so_in_every_year() -> None:
    """A dimension of projects without budget uses none in any year."""
    plan = make_plan([make_project("p04", "2.1"), make_project("p05", "2.1")])

    row = compute_budget_row(plan.projects, plan)

    assert all(money.is_without_budget for money in [*row.by_year.values(), row.total])


def test_budget_by_year_goes_to_its_year() -> None:
    """A budget of one year is in that year; years not written are unknown."""
    plan = make_plan([make_project(budget={"2567": "5000"})], "2566-2567")

    row = compute_budget_row(plan.projects, plan)

    assert row.by_year == {2566: MoneySum(Decimal(0), 1, 0), 2567: MoneySum(Decimal(5000), 0, 1)}
    assert row.total == MoneySum(Decimal(5000), unknown=1, budgeted=1)


def test_project_added_later_is_in_later_years_only() -> None:
    """A project in force from 2568 leaves the budgets of 2566 and 2567 as adopted."""
    added = make_project("p07", budget="1000", from_year=2568)

    assert get_amounts(make_plan([make_project(budget="500"), added])) == [500, 500, 1500, 1500, 1500, 5500]


def test_project_that_ends_is_in_earlier_years_only() -> None:
    """A project in force until 2567 has no budget after it, though an amount is written for every year."""
    ended = make_project(budget="1000", until_year=2567)

    assert get_amounts(make_plan([ended])) == [1000, 1000, 0, 0, 0, 2000]


def test_unknown_budget_of_a_year_out_of_force_is_not_unknown() -> None:
    """A year before the project began has no part at all, so nothing is unknown in it."""
    plan = make_plan([make_project(budget={"2570": "1000"}, from_year=2570)])

    assert compute_budget_row(plan.projects, plan).total == MoneySum(Decimal(1000), unknown=0, budgeted=1)


def test_every_dimension_has_its_list() -> None:
    """A dimension without projects is there, empty."""
    groups = group_by_dimension([make_project("p05", "3.2"), make_project("p02", "1.1")], make_plan())

    assert list_ids(groups) == {1: ["p02"], 2: [], 3: ["p05"], 4: []}


def test_dimensions_are_the_plan_s_own() -> None:
    """A plan of another period has as many dimensions as it writes, not four."""
    groups = group_by_dimension([make_project("p05", "5.1"), make_project("p02", "1.1")], make_plan(years=NEXT_PERIOD))

    assert list_ids(groups) == {1: ["p02"], 2: [], 3: [], 4: [], 5: ["p05"]}


def test_project_of_an_unknown_dimension_is_not_lost() -> None:
    """A dimension that the plan does not name still has its projects, so that the sums stay right."""
    assert list_ids(group_by_dimension([make_project("p01", "7.1")], make_plan()))[7] == ["p01"]


def test_project_with_a_dimension_alone_is_in_it() -> None:
    """A report may tell the dimension without the mission."""
    project = ReportedProject.model_validate({"id": "p01", "number": "1", "dimension": "3"})

    assert list_ids(group_by_dimension([project], make_plan(source="report")))[3] == ["p01"]
    assert group_by_mission([project]) == [("", [project])]


def test_projects_of_a_dimension_keep_the_order_of_the_plan() -> None:
    """Grouping does not sort projects."""
    projects = [make_project("p09", "2.3"), make_project("p04", "2.1"), make_project("p06", "2.2")]

    assert list_ids(group_by_dimension(projects, make_plan()))[2] == ["p09", "p04", "p06"]


def test_sub_missions_belong_to_their_mission() -> None:
    """Projects of 2.1.1 and 2.1.3 stand together under 2.1, missions in order of number."""
    projects = [make_project("p03", "2.2"), make_project("p01", "2.1.1"), make_project("p02", "2.1.3")]

    groups = group_by_mission(projects)

    assert [(mission, [project.id for project in group]) for mission, group in groups] == [
        ("2.1", ["p01", "p02"]),
        ("2.2", ["p03"]),
    ]


@given(PROJECTS)
def test_dimensions_add_up_to_the_total(projects: list) -> None:
    """The sums of the four dimensions are the sum of the plan, in projects, baht, unknown parts and parts with money."""
    plan = make_plan(projects)
    total = compute_budget_row(projects, plan)

    rows = [compute_budget_row(group, plan) for group in group_by_dimension(projects, plan).values()]

    assert len(rows) == 4
    assert sum(row.projects for row in rows) == total.projects
    for name in ("amount", "unknown", "budgeted"):
        assert sum(getattr(row.total, name) for row in rows) == getattr(total.total, name)


@given(PROJECTS)
def test_years_add_up_to_the_total(projects: list) -> None:
    """The sums of the years are the total."""
    row = compute_budget_row(projects, make_plan(projects))

    assert sum(money.amount for money in row.by_year.values()) == row.total.amount
    assert sum(money.unknown for money in row.by_year.values()) == row.total.unknown
