"""The plan: its years, missions, steps, and the projects in force in a year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_reading import refuse

from generator.records.plan import DeclaredPlan, Plan, PlanYears, Project, Risk, RiskScore, Step, Target
from generator.thai.digits import to_thai

YEARS = range(2566, 2571)


def make_project(**changes: object) -> Project:
    """Return a project read from plain data."""
    return Project.model_validate({"id": "p01", "number": "1", "name": "โครงการคนดี", "mission": "2.1", **changes})


def make_steps(depth: int) -> object:
    """Return the plain data of one step with one step under it, and so on."""
    return {"text": f"ขั้น {depth}", "steps": [make_steps(depth - 1)]} if depth > 1 else "ขั้น 1"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2566-2570", id="hyphen"),
        pytest.param("2566 - 2570", id="spaces"),
        pytest.param("2566–2570", id="dash"),
        pytest.param("๒๕๖๖-๒๕๗๐", id="thai-digits"),
        pytest.param("พ.ศ. 2566 - 2570", id="era"),
    ],
)
def test_range_of_years_is_read(text: str) -> None:
    """First and last year stand in one text."""
    plan = Plan.model_validate({"years": text})

    assert list(plan.years.span) == list(YEARS)


def test_range_of_years_may_be_a_mapping() -> None:
    """First and last year may be given by name."""
    assert Plan.model_validate({"years": {"first": "2566", "last": "2570"}}).years == PlanYears(first=2566, last=2570)


@given(st.integers(2500, 2699), st.integers(0, 199))
def test_any_range_spans_its_years(first: int, length: int) -> None:
    """The span runs from the first year to the last, both included."""
    last = min(first + length, 2699)

    years = Plan.model_validate({"years": to_thai(f"{first}-{last}")}).years

    assert (years.span[0], years.span[-1], len(years.span)) == (first, last, last - first + 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("2566", "years", id="one-year"),
        pytest.param("2570-2566", "years", id="reversed"),
        pytest.param("2566-2027", "year", id="common-era"),
        pytest.param("2566-", "year", id="without-last"),
        pytest.param("2566-๒๕๗0", "mixed-digits", id="mixed-digits"),
    ],
)
def test_broken_range_of_years_is_refused(text: str, kind: str) -> None:
    """A range needs two years of the Buddhist Era in order."""
    error = refuse(Plan, {"years": text})

    assert error["type"] == kind
    assert error["loc"][0] == "years"


def test_plan_name_carries_its_years() -> None:
    """The official title ends in the plan's period."""
    assert Plan.model_validate({"years": "2566-2570"}).name.endswith("(พ.ศ. 2566 - 2570)")


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        pytest.param("2.1", "2.1", id="mission"),
        pytest.param("2.1.3", "2.1.3", id="sub-mission"),
        pytest.param("๒.๑.๓", "2.1.3", id="thai-digits"),
        pytest.param("2.1.", "2.1", id="trailing-point"),
    ],
)
def test_mission_number_is_read(text: str, mission: str) -> None:
    """Missions and sub-missions are numbers with points."""
    assert make_project(mission=text).mission == mission


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("", id="empty"),
        pytest.param("2", id="dimension-only"),
        pytest.param("2.1.3.4", id="four-parts"),
        pytest.param("2.0", id="zero"),
        pytest.param("2..1", id="empty-part"),
        pytest.param("2.x", id="letter"),
        pytest.param("२.१", id="digits-of-another-script"),
        pytest.param("มิติที่ 2", id="words"),
        pytest.param(["2.1"], id="list"),
        pytest.param({"2": "1"}, id="mapping"),
    ],
)
def test_other_missions_are_refused(value: object) -> None:
    """What is no mission number is refused."""
    data = {"id": "p01", "number": "1", "name": "โครงการคนดี", "mission": value}

    assert refuse(Project, data)["type"] == "mission"


def test_sub_mission_belongs_to_a_mission_and_a_dimension() -> None:
    """2.1.3 is part of mission 2.1 and of dimension 2."""
    project = make_project(mission="2.1.3")

    assert (project.main_mission, project.dimension) == ("2.1", 2)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        pytest.param({}, [2566, 2567, 2568, 2569, 2570], id="always"),
        pytest.param({"from": "2568"}, [2568, 2569, 2570], id="from"),
        pytest.param({"until": "2567"}, [2566, 2567], id="until"),
        pytest.param({"from": "๒๕๖๗", "until": "๒๕๖๙"}, [2567, 2568, 2569], id="from-until"),
        pytest.param({"from": "2568", "until": "2568"}, [2568], id="one-year"),
    ],
)
def test_project_is_in_force_in_its_years(limits: dict[str, str], expected: list[int]) -> None:
    """A project is in force from a fiscal year until another, both included."""
    project = make_project(**limits)

    assert [year for year in YEARS if project.is_in_force(year)] == expected


def test_later_project_changes_nothing_before() -> None:
    """A project added in 2568 is not among the projects of 2566."""
    first, second, third = (
        make_project(),
        make_project(id="p02", **{"from": "2568"}),
        make_project(id="p03", until="2567"),
    )
    plan = Plan(years=PlanYears(first=2566, last=2570), projects=(first, second, third))

    assert plan.projects_in_force(2566) == (first, third)
    assert plan.projects_in_force(2568) == (first, second)


def test_step_may_be_a_text_or_a_mapping() -> None:
    """A bare text is a step without sub-steps."""
    project = make_project(steps=["สำรวจ", {"text": "อบรม", "number": "3)"}])

    assert project.steps == (Step(text="สำรวจ"), Step(text="อบรม", number="3)"))


@pytest.mark.parametrize("depth", [pytest.param(depth, id=f"{depth}-levels") for depth in (1, 2, 3)])
def test_steps_nest_up_to_three_levels(depth: int) -> None:
    """Steps, sub-steps and their sub-steps are read."""
    (step,) = make_project(steps=[make_steps(depth)]).steps
    texts = [step.text]
    while step.steps:
        (step,) = step.steps
        texts.append(step.text)

    assert texts == [f"ขั้น {level}" for level in range(depth, 0, -1)]


@pytest.mark.parametrize("key", [pytest.param(key, id=key) for key in ("target_groups", "outputs", "outcomes")])
def test_bare_text_will_do_for_an_entry_with_details(key: str) -> None:
    """Target groups, outputs and outcomes may be bare texts."""
    (entry,) = getattr(make_project(**{key: ["บุคลากร"]}), key)

    assert entry.text == "บุคลากร"


def test_target_group_counts_heads_in_thai_digits() -> None:
    """The number of people may be written in Thai digits."""
    assert make_project(target_groups=[{"text": "บุคลากร", "count": "๖๐"}]).target_groups[0].count == 60


def test_target_has_values_by_year() -> None:
    """The values of a target keep their places; the baseline may be unknown."""
    target = Target.model_validate(
        {"indicator": "คะแนน ITA", "unit": "คะแนน", "values": {"2566": "85", "๒๕๖๗": "๘๗.๕๐"}}
    )

    assert target.values == {2566: Decimal(85), 2567: Decimal("87.50")}
    assert (target.baseline_year, target.baseline_value) == (None, None)


def test_each_risk_issue_has_its_own_score() -> None:
    """Issues of one step are scored one by one, and a score may be missing."""
    issues = [{"text": "ก", "score": "สูง"}, {"text": "ข", "score": "ต่ำ"}, {"text": "ค"}]

    risk = Risk.model_validate({"number": "๑", "step": "จัดซื้อจัดจ้าง", "issues": issues})

    assert [issue.score for issue in risk.issues] == [RiskScore.HIGH, RiskScore.LOW, None]


def test_declared_dimensions_are_numbers() -> None:
    """The keys of declared dimensions are read as numbers, in either digits."""
    declared = DeclaredPlan.model_validate({"dimensions": {"1": {"projects": "7"}, "๒": {"projects": "๑๒"}}})

    assert {number: figures.projects for number, figures in declared.dimensions.items()} == {1: 7, 2: 12}


def test_bad_year_among_values_is_told_at_its_key() -> None:
    """A Common Era year in a table is found at its key."""
    data = {"indicator": "คะแนน ITA", "unit": "คะแนน", "values": {"2023": "85"}}

    assert refuse(Target, data)["loc"] == ("values", "2023", "[key]")
