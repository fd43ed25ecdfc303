"""The plan: its years, its dimensions and missions, and the projects in force in a year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.records.plan import MAX_YEARS, DeclaredPlan, Plan, PlanYears, Risk, RiskScore, Target
from prongsai.records.project import Project, ReportedProject
from prongsai.thai.digits import to_thai
from record_reading import refuse

YEARS = range(2566, 2571)
OWN_FRAMEWORK = {"dimensions": {"1": "สุจริต", "๒": "เปิดเผย"}, "missions": {"1.1": "ปลูกฝัง", "๒.๑": "เผยแพร่"}}


def make_project(**changes: object) -> Project:
    """Return a project read from plain data."""
    return Project.model_validate({"id": "p01", "number": "1", "name": "โครงการคนดี", "mission": "2.1", **changes})


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


@given(st.integers(2500, 2699), st.integers(0, MAX_YEARS - 1))
def test_any_range_spans_its_years(first: int, length: int) -> None:
    """The span runs from the first year to the last, both included."""
    last = min(first + length, 2699)

    years = Plan.model_validate({"years": to_thai(f"{first}-{last}"), **OWN_FRAMEWORK}).years

    assert (years.span[0], years.span[-1], len(years.span)) == (first, last, last - first + 1)


@pytest.mark.parametrize("last", [2568, 2569, 2570, 2571], ids=["three", "four", "five", "six"])
def test_plan_of_three_to_six_years_is_read(last: int) -> None:
    """Periods of other lengths than five years are plans, too."""
    assert len(Plan.model_validate({"years": f"2566-{last}", **OWN_FRAMEWORK}).years.span) == last - 2565


def test_plan_of_more_than_six_years_is_refused() -> None:
    """A slip of the keyboard does not make a plan of a hundred years; the message counts them."""
    error = refuse(Plan, {"years": "2566-2572", **OWN_FRAMEWORK})

    assert (error["type"], error["loc"]) == ("years", ("years",))
    assert error["ctx"]["message"] == "ช่วงปี 2566-2572 ยาว 7 ปี เกิน 6 ปี"


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


@pytest.mark.parametrize("years", ["2566-2570", "๒๕๖๖ – ๒๕๗๐", "พ.ศ. 2566 - 2570"], ids=["plain", "thai", "era"])
def test_period_is_the_plan_s_id(years: str) -> None:
    """However the years are written, the plan's part of the address is the same."""
    assert Plan.model_validate({"years": years}).period == "2566-2570"


def test_plan_of_a_known_period_has_the_framework_s_titles() -> None:
    """A plan of 2566-2570 need not write what all plans of the period print."""
    plan = Plan.model_validate({"years": "2566-2570"})

    assert list(plan.dimension_titles) == [1, 2, 3, 4]
    assert plan.mission_titles["2.2"] == "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"


def test_plan_s_own_titles_win() -> None:
    """A plan may word a title of the framework otherwise, and add sub-missions; the rest stays."""
    own = {"dimensions": {"2": "ราชการโปร่งใส"}, "missions": {"๑.๒": "ถ้อยคำของแผนเอง", "1.1.1": "สร้างจิตสำนึก"}}

    plan = Plan.model_validate({"years": "2566-2570", **own})

    assert (plan.dimension_titles[1], plan.dimension_titles[2]) == ("การสร้างวัฒนธรรมสุจริต", "ราชการโปร่งใส")
    assert (plan.mission_titles["1.2"], plan.mission_titles["1.1.1"]) == ("ถ้อยคำของแผนเอง", "สร้างจิตสำนึก")
    assert plan.mission_titles["1.3"] == "การสร้างจิตสำนึกและความตระหนักแก่เด็กและเยาวชน"


def test_plan_of_another_period_has_its_own_titles_only() -> None:
    """Nothing of 2566-2570 gets into another period; its dimensions are as many as it writes, in order of number."""
    own = {"dimensions": {"5": "ห้า", "1": "หนึ่ง", "3": "สาม", "2": "สอง", "4": "สี่"}, "missions": {"5.1": "ห้าจุดหนึ่ง"}}

    plan = Plan.model_validate({"years": "2571-2575", **own})

    assert plan.dimension_titles == {1: "หนึ่ง", 2: "สอง", 3: "สาม", 4: "สี่", 5: "ห้า"}
    assert plan.mission_titles == {"5.1": "ห้าจุดหนึ่ง"}


@pytest.mark.parametrize(
    ("given_keys", "told", "kept_silent"),
    [
        pytest.param([], ["dimensions: {1:", "missions: {1.1:"], [], id="neither"),
        pytest.param(["dimensions"], ["missions: {1.1:"], ["dimensions:"], id="without-missions"),
        pytest.param(["missions"], ["dimensions: {1:"], ["missions:"], id="without-dimensions"),
    ],
)
def test_other_period_without_titles_is_refused(given_keys: list[str], told: list[str], kept_silent: list[str]) -> None:
    """Nothing is guessed: the message names the period, and the fix shows what to write and only that."""
    error = refuse(Plan, {"years": "2571-2575", **{key: OWN_FRAMEWORK[key] for key in given_keys}})

    assert error["type"] == "framework"
    assert "2571-2575" in error["ctx"]["message"]
    assert [text for text in told if text not in error["ctx"]["fix"]] == []
    assert [text for text in kept_silent if text in error["ctx"]["fix"]] == []


def test_reported_plan_of_another_period_needs_dimensions_alone() -> None:
    """A report without missions tells the titles of its dimensions, and that is enough."""
    dimensions = {"dimensions": OWN_FRAMEWORK["dimensions"]}

    plan = Plan.model_validate({"years": "2571-2575", "source": "report", **dimensions})
    error = refuse(Plan, {"years": "2571-2575", "source": "รายงาน"})

    assert (plan.is_reported, plan.dimension_titles) == (True, {1: "สุจริต", 2: "เปิดเผย"})
    assert "missions" not in error["ctx"]["message"] + error["ctx"]["fix"]


def test_plan_is_known_from_itself_unless_told() -> None:
    """Only ``source: report`` makes a plan one that is known from its report."""
    assert not Plan.model_validate({"years": "2566-2570"}).is_reported
    assert not Plan.model_validate({"years": "2566-2570", "source": "แผน"}).is_reported
    assert Plan.model_validate({"years": "2566-2570", "source": "รายงาน"}).is_reported


def test_project_is_found_by_id() -> None:
    """A project of the plan is found, another is not."""
    plan = Plan(years=PlanYears(first=2566, last=2570), projects=(make_project(),))

    assert plan.get_project("p01") is plan.projects[0]
    assert plan.get_project("p99") is None


def test_unnamed_project_stays_among_the_plan_s_projects() -> None:
    """A project that the report counts without a name is in force like any other."""
    unnamed = ReportedProject.model_validate({"id": "p02", "number": "2", "dimension": "1"})
    plan = Plan(years=PlanYears(first=2566, last=2570), source="report", projects=(make_project(), unnamed))

    assert [project.is_named for project in plan.projects_in_force(2566)] == [True, False]


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
