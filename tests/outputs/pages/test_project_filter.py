"""What the browser filters and sorts the project index by."""

from __future__ import annotations

import json

from prongsai.figures.round_results import ProjectResult
from prongsai.outputs.pages.project_filter import list_choices, list_marks
from prongsai.records.money import UNKNOWN_MONEY, parse_money
from prongsai.records.plan import Plan
from prongsai.records.progress import Status

PROJECTS = [
    {
        "id": "p1",
        "number": "1",
        "name": "เกณฑ์",
        "mission": "1.1",
        "budget": "1,000.50",
        "responsible_units": ["สำนัก\nปลัด"],
    },
    {"id": "p2", "number": "2", "name": "ข้อมูล", "mission": "1.2", "budget": "ไม่ใช้งบประมาณ"},
    {"id": "p3", "number": "3", "name": "แก้ไข", "mission": "2.1", "responsible_units": ["กองช่าง", 'ก"ข|ค']},
    {"id": "p4", "number": "4", "name": "ขอ", "mission": "2.1", "from": "2568", "budget": "5"},
]
PLAN = Plan.model_validate({"years": "2566-2570", "projects": PROJECTS})


def make_result(place: int, status: Status, disbursed: str) -> ProjectResult:
    """Return what a round tells of a project of the plan."""
    return ProjectResult(
        PLAN.projects[place],
        None,
        is_carried=False,
        status=status,
        planned=UNKNOWN_MONEY,
        ordinance=UNKNOWN_MONEY,
        disbursed=parse_money(disbursed),
    )


RESULTS = {"p1": make_result(0, Status.DONE, "900.25"), "p2": make_result(1, Status.CANNOT, "ไม่ใช้งบประมาณ")}
MARKS = list_marks(PLAN, 2566, RESULTS)


def test_marks_tell_the_states_of_money() -> None:
    """Money, no budget, unknown, and not in that year's plan are four marks; only a known amount has a number."""
    assert [(mark.budget, mark.amount) for mark in MARKS.values()] == [
        ("yes", "1000.50"),
        ("no", "0"),
        ("unknown", ""),
        ("out", ""),
    ]


def test_money_used_is_what_the_newest_round_tells() -> None:
    """An amount, none, and nothing told are three marks to sort by."""
    assert [mark.spent for mark in MARKS.values()] == ["900.25", "0", "", ""]


def test_names_are_placed_as_in_a_dictionary() -> None:
    """A leading vowel counts after its consonant, a tone last: เกณฑ์, แก้ไข, ขอ, ข้อมูล."""
    assert sorted(MARKS, key=lambda project: MARKS[project].name) == ["p1", "p3", "p4", "p2"]


def test_units_are_one_line_each() -> None:
    """Units survive as a JSON list, whatever characters they hold; a line break becomes a space."""
    assert [json.loads(mark.units) for mark in MARKS.values()] == [["สำนัก ปลัด"], [], ["กองช่าง", 'ก"ข|ค'], []]


def test_choices_offer_only_what_occurs() -> None:
    """Every list has the options that some project has, units in dictionary order."""
    choices = {choice.name: choice.options for choice in list_choices(PLAN, MARKS.values(), {1: "ก", 2: "ข"})}

    assert choices["dimension"] == [("1", "1. ก"), ("2", "2. ข")]
    assert [value for value, _ in choices["status"]] == ["done", "cannot"]
    assert [value for value, _ in choices["budget"]] == ["yes", "no", "unknown", "out"]
    assert [value for value, _ in choices["unit"]] == ['ก"ข|ค', "กองช่าง", "สำนัก ปลัด"]


def test_list_without_options_is_left_out() -> None:
    """Where no round is reported and no unit named, there is nothing to choose."""
    plan = Plan.model_validate({"years": "2566-2570", "projects": PROJECTS[1:2]})
    marks = list_marks(plan, 2566, {})

    assert [choice.name for choice in list_choices(plan, marks.values(), {1: "ก"})] == ["dimension", "budget"]
