"""A project of a plan: its mission, its years, its steps, and what a report may leave out."""

from __future__ import annotations

import pytest
from prongsai.records.project import UNNAMED_PROJECT, PlannedProject, Project, ReportedProject, Step
from record_reading import list_missing_keys, read, refuse

YEARS = range(2566, 2571)
REPORTED = {"id": "p01", "number": "1"}


def make_project(**changes: object) -> Project:
    """Return a project read from plain data."""
    return Project.model_validate({"id": "p01", "number": "1", "name": "โครงการคนดี", "mission": "2.1", **changes})


def make_steps(depth: int) -> object:
    """Return the plain data of one step with one step under it, and so on."""
    return {"text": f"ขั้น {depth}", "steps": [make_steps(depth - 1)]} if depth > 1 else "ขั้น 1"


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

    assert refuse(PlannedProject, data)["type"] == "mission"


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


def test_project_of_a_plan_needs_name_and_mission() -> None:
    """A plan that was written down names every project and its mission."""
    assert list_missing_keys(PlannedProject, REPORTED) == ["name", "mission"]


def test_reported_project_may_have_a_dimension_alone() -> None:
    """A report without missions still tells the dimension of a project."""
    project = read(ReportedProject, {**REPORTED, "name": "โครงการคนดี", "dimension": "๒"})

    assert (project.dimension, project.mission, project.main_mission) == (2, None, "")


def test_reported_project_may_have_a_mission() -> None:
    """Where the report tells the mission, the dimension follows from it."""
    assert read(ReportedProject, {**REPORTED, "mission": "3.1"}).dimension == 3


def test_reported_project_without_dimension_is_refused() -> None:
    """A project that belongs nowhere would be counted nowhere."""
    error = refuse(ReportedProject, REPORTED)

    assert error["type"] == "dimension"
    assert "dimension: 2" in error["ctx"]["fix"]


def test_project_that_the_document_counts_without_a_name() -> None:
    """A project that a report counts and does not name is shown as such."""
    project = read(ReportedProject, {**REPORTED, "dimension": "1"})

    assert (project.name, project.is_named) == ("โครงการที่เอกสารไม่ได้ระบุชื่อ", False)
    assert project.name == UNNAMED_PROJECT


def test_project_with_a_name_is_named() -> None:
    """A name is what tells a named project."""
    assert make_project().is_named
