"""Several plans of one LAO side by side, and plans that are known only from their report."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_folder import PERIOD, PlansFolder
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.money import UNKNOWN_MONEY, Money, parse_money
from prongsai.records.project import UNNAMED_PROJECT

NEXT = "2571-2575"
NEXT_PLAN = "dimensions: {1: สุจริต}\nmissions: {1.1: ปลูกฝัง}\n"
CARD = "number: 1\nname: โครงการหนึ่ง\nmission: 1.1\n"
REPORTED = "source: report\n"


@pytest.fixture
def plans(tmp_path: Path) -> PlansFolder:
    """Return a folder with one LAO."""
    return PlansFolder(tmp_path)


def get_budgets(loaded: LoadedDossier, project_id: str) -> dict[int, Money]:
    """Return the budget of a project in every year of the plan."""
    plan = loaded.dossier.plans[PERIOD]
    project = plan.get_project(project_id)
    assert project is not None
    return {year: project.budget.in_year(year) for year in plan.years.span}


def test_plans_in_time_order(plans: PlansFolder) -> None:
    """Each folder of a period is a plan."""
    plans.write({f"{NEXT}/plan.yml": NEXT_PLAN, f"{PERIOD}/plan.yml": "foreword: ก\n"})

    loaded = plans.load()

    assert loaded.problems == ()
    assert list(loaded.dossier.plans) == [PERIOD, NEXT]


@pytest.mark.parametrize("years", ["", f"years: {PERIOD}\n", "years: ๒๕๖๖ - ๒๕๗๐\n"], ids=["none", "same", "thai"])
def test_years_are_those_of_the_folder(plans: PlansFolder, years: str) -> None:
    """The years need not be written, and may be."""
    plans.write({f"{PERIOD}/plan.yml": f"{years}foreword: ก\n"})

    assert list(plans.load().dossier.plans[PERIOD].years.span) == [2566, 2567, 2568, 2569, 2570]


def test_years_that_are_not_the_folder_s(plans: PlansFolder) -> None:
    """Which of the two is wrong is for a person to say; both names are told, and the plan is not published."""
    plans.write({f"{PERIOD}/plan.yml": f"foreword: ก\nyears: {NEXT}\n{NEXT_PLAN}"})

    loaded = plans.load()

    assert loaded.problems == (
        Problem(
            Where(f"plans/maesai/{PERIOD}/plan.yml", 2, 8),
            "file-name",
            Severity.ERROR,
            "ช่วงปีของแผน 2571-2575 ไม่ตรงกับชื่อโฟลเดอร์ 2566-2570/",
            "แก้ years เป็น 2566-2570 หรือเปลี่ยนชื่อโฟลเดอร์เป็น 2571-2575",
        ),
    )
    assert (loaded.dossier.plans, loaded.sources.has_unread_plan) == ({}, True)


def test_folder_without_plan(plans: PlansFolder) -> None:
    """An empty folder is told, with both ways out."""
    (plans.path / "maesai" / PERIOD).mkdir()

    loaded = plans.load()

    assert loaded.problems == (
        Problem(
            Where(f"plans/maesai/{PERIOD}"),
            "missing-file",
            Severity.ERROR,
            "โฟลเดอร์ 2566-2570/ ขาดไฟล์ plan.yml",
            "สร้าง 2566-2570/plan.yml หรือลบโฟลเดอร์ 2566-2570/ หากไม่ใช้",
        ),
    )
    assert loaded.sources.has_unread_plan


def test_period_without_a_framework(plans: PlansFolder) -> None:
    """A plan of another period without titles of its own is told at its years, with what to write."""
    plans.write({f"{NEXT}/plan.yml": f"foreword: ก\nyears: {NEXT}\n"})

    [problem] = plans.find_problems()

    assert (str(problem.where), problem.rule) == (f"plans/maesai/{NEXT}/plan.yml:1:1", "bad-framework")
    assert problem.message == "แผนช่วงปี 2571-2575 ไม่มี dimensions และ missions และระบบไม่มีกรอบของช่วงปีนี้"
    assert problem.fix.startswith("คัดจากแผนมาเขียนในไฟล์นี้: dimensions: {1: ")


def test_overlapping_plans(plans: PlansFolder) -> None:
    """A year that two plans cover is told at the later one, with the place of the other."""
    plans.write({
        f"{PERIOD}/plan.yml": f"years: {PERIOD}\n",
        "2569-2572/plan.yml": f"{NEXT_PLAN}years: 2569-2572\n",
    })  # fmt: skip

    assert plans.find_problems() == [
        Problem(
            Where("plans/maesai/2569-2572/plan.yml", 3, 8),
            "overlapping-plans",
            Severity.ERROR,
            "แผน 2569-2572 ทับปี 2569, 2570 กับแผน 2566-2570",
            "แก้ช่วงปีและชื่อโฟลเดอร์ให้แต่ละปีงบประมาณอยู่ในแผนเดียว",
            (Where(f"plans/maesai/{PERIOD}/plan.yml", 1, 8),),
        )
    ]


def test_plans_side_by_side_do_not_overlap(plans: PlansFolder) -> None:
    """A plan may begin in the year after another ends, or later."""
    plans.write({
        "2561-2564/plan.yml": NEXT_PLAN,
        f"{PERIOD}/plan.yml": "foreword: ก\n",
        f"{NEXT}/plan.yml": NEXT_PLAN,
    })  # fmt: skip

    assert plans.find_problems() == []


def test_long_plan_overlaps_every_plan_inside_it(plans: PlansFolder) -> None:
    """A plan that covers two others is told with both of them."""
    for period in ("2564-2569", "2565-2566", "2567-2568"):
        plans.write({f"{period}/plan.yml": NEXT_PLAN})

    found = [problem.message for problem in plans.find_problems() if problem.rule == "overlapping-plans"]

    assert found == [
        "แผน 2565-2566 ทับปี 2565, 2566 กับแผน 2564-2569",
        "แผน 2567-2568 ทับปี 2567, 2568 กับแผน 2564-2569",
    ]


def test_two_plans_may_have_the_same_project_id(plans: PlansFolder) -> None:
    """An id is unique in its plan: each plan begins with p01."""
    plans.write({
        f"{PERIOD}/plan.yml": "foreword: ก\n",
        f"{PERIOD}/projects/p01.yml": CARD,
        f"{NEXT}/plan.yml": f"{NEXT_PLAN}projects:\n  - {{id: p01, number: 1, name: โครงการใหม่, mission: 1.1}}\n",
    })  # fmt: skip

    loaded = plans.load()

    assert loaded.problems == ()
    names = {period: [project.name for project in plan.projects] for period, plan in loaded.dossier.plans.items()}
    assert names == {PERIOD: ["โครงการหนึ่ง"], NEXT: ["โครงการใหม่"]}
    assert str(loaded.sources.where_project(PERIOD, "p01", "name")) == f"plans/maesai/{PERIOD}/projects/p01.yml:2:7"
    assert str(loaded.sources.where_project(NEXT, "p01", "name")) == f"plans/maesai/{NEXT}/plan.yml:4:32"


def test_broken_project_is_one_of_its_plan(plans: PlansFolder) -> None:
    """p01 of one plan is good where that of the other could not be read."""
    plans.write({
        f"{PERIOD}/plan.yml": "foreword: ก\n",
        f"{PERIOD}/projects/p01.yml": CARD,
        f"{NEXT}/plan.yml": NEXT_PLAN,
        f"{NEXT}/projects/p01.yml": "number: หนึ่ง\nname: ก\nmission: 1.1\n",
    })  # fmt: skip

    sources = plans.load().sources

    assert (sources.is_broken_project(PERIOD, "p01"), sources.is_broken_project(NEXT, "p01")) == (False, True)


def test_one_broken_plan_leaves_the_other(plans: PlansFolder) -> None:
    """Each plan is read by itself."""
    plans.write({f"{PERIOD}/plan.yml": "years: [\n", f"{NEXT}/plan.yml": NEXT_PLAN})

    loaded = plans.load()

    assert [problem.rule for problem in loaded.problems] == ["yaml-syntax"]
    assert (list(loaded.dossier.plans), loaded.sources.has_unread_plan) == ([NEXT], True)


@pytest.mark.parametrize("name", ["plan.yml", "projects/p01.yml"], ids=["inline", "card"])
def test_planned_project_needs_name_and_mission(plans: PlansFolder, name: str) -> None:
    """Only a plan that is known from its report may leave them out."""
    project = "{id: p01, number: 1, dimension: 1}"
    cards = {"plan.yml": f"projects:\n  - {project}\n"}
    plans.write({f"{PERIOD}/plan.yml": "foreword: ก\n", f"{PERIOD}/{name}": cards.get(name, f"{project}\n")})

    assert [(problem.rule, problem.message) for problem in plans.find_problems()] == [
        ("missing-key", "ขาดคีย์ “name” ซึ่งต้องมี"),
        ("missing-key", "ขาดคีย์ “mission” ซึ่งต้องมี"),
    ]


@pytest.mark.parametrize("source", ["report", "รายงาน", "' รายงาน '"])
@pytest.mark.parametrize("name", ["plan.yml", "projects/p01.yml"], ids=["inline", "card"])
def test_reported_project_needs_only_its_dimension(plans: PlansFolder, name: str, source: str) -> None:
    """A report may count a project without its name and its mission."""
    project = "{id: p01, number: 1, dimension: 2}"
    plan = f"source: {source}\n" + (f"projects:\n  - {project}\n" if name == "plan.yml" else "")
    plans.write({f"{PERIOD}/plan.yml": plan, **({} if name == "plan.yml" else {f"{PERIOD}/{name}": project})})

    loaded = plans.load()

    assert loaded.problems == ()
    [project_read] = loaded.dossier.plans[PERIOD].projects
    assert (project_read.name, project_read.dimension) == (UNNAMED_PROJECT, 2)


def test_reported_project_without_dimension(plans: PlansFolder) -> None:
    """A project that belongs to no dimension is told at its place."""
    plans.write({f"{PERIOD}/plan.yml": f"{REPORTED}projects:\n  - {{id: p01, number: 1}}\n"})

    assert plans.find_problems() == [
        Problem(
            Where(f"plans/maesai/{PERIOD}/plan.yml", 3, 5),
            "bad-dimension",
            Severity.ERROR,
            "ไม่รู้ว่าโครงการนี้อยู่ในมิติใด",
            "เขียน dimension: ตามด้วยเลขมิติ เช่น dimension: 2",
        )
    ]


def test_budget_of_a_reported_plan_is_that_of_the_reported_years(plans: PlansFolder) -> None:
    """One amount without a year tells of the years with a report, whichever round; of the others nothing is known."""
    project = "{id: p01, number: 1, name: ก, dimension: 1, budget: 5000}"
    plans.write({
        f"{PERIOD}/plan.yml": f"{REPORTED}projects:\n  - {project}\n",
        "progress/2566-12.yml": "projects: []\n",
        "progress/2568-06.yml": "projects: []\n",
        "progress/2571-06.yml": "projects: []\n",
    })  # fmt: skip

    amount = parse_money("5000")
    assert get_budgets(plans.load(), "p01") == {
        2566: amount,
        2567: UNKNOWN_MONEY,
        2568: amount,
        2569: UNKNOWN_MONEY,
        2570: UNKNOWN_MONEY,
    }


def test_budget_by_year_of_a_reported_plan_stays(plans: PlansFolder) -> None:
    """Where the years are written one by one, they are what is known, with a report or without."""
    project = '{id: p01, number: 1, name: ก, dimension: 1, budget: {2566: "1000", 2569: "2000"}}'
    plans.write(
        {f"{PERIOD}/plan.yml": f"{REPORTED}projects:\n  - {project}\n", "progress/2566-12.yml": "projects: []\n"}
    )

    budgets = get_budgets(plans.load(), "p01")

    assert (budgets[2566], budgets[2567], budgets[2569]) == (parse_money("1000"), UNKNOWN_MONEY, parse_money("2000"))


def test_budget_of_a_written_plan_is_that_of_every_year(plans: PlansFolder) -> None:
    """A plan that is there plans every year, reported or not."""
    project = "{id: p01, number: 1, name: ก, mission: 1.1, budget: 5000}"
    plans.write({f"{PERIOD}/plan.yml": f"projects:\n  - {project}\n", "progress/2566-12.yml": "projects: []\n"})

    assert set(get_budgets(plans.load(), "p01").values()) == {parse_money("5000")}


def test_ledger_is_made_once(plans: PlansFolder) -> None:
    """Checks, pages and papers share one ledger."""
    loaded = plans.load()

    assert loaded.ledger is loaded.ledger
    assert loaded.ledger.dossier is loaded.dossier
