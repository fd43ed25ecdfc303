"""The office's own list of OIT items, joined with what this site answers."""

from __future__ import annotations

from typing import Any

from figure_records import make_maesai
from msgspec.structs import replace
from prongsai.figures.ledger import Ledger
from prongsai.figures.oit_list import OitLine
from prongsai.records.oit import OitKind
from prongsai.records.oit_list import OitList

PLAN = {"code": "O25", "title": "แผนปฏิบัติการป้องกันการทุจริต"}


def list_lines(year: int, *items: dict[str, Any]) -> tuple[OitLine, ...]:
    """Return the lines of a year of an LAO with a plan of 2566-2570."""
    dossier = replace(make_maesai(), oit_lists={year: OitList.model_validate({"items": items})})
    return Ledger(dossier).oit_lists[year]


def test_own_item_is_known_by_number_and_subject() -> None:
    """The plan's address is filled in; another title under its number is another item, and the plan stands last."""
    [plan] = list_lines(2568, PLAN)
    [other, left] = list_lines(2568, {"code": "O25", "title": "การมีส่วนร่วมของประชาชน"})

    assert plan.own is not None
    assert (plan.own.kind, plan.has_address) == (OitKind.PLAN, True)
    assert (other.own, other.has_address) == (None, False)
    assert (left.entry, left.own and left.own.kind, left.code) == (None, OitKind.PLAN, "O25")


def test_items_stand_by_number_under_the_last_group_before() -> None:
    """As in a sheet with merged cells a group is written once, whatever the order of the file."""
    lines = list_lines(
        2568,
        {**PLAN, "code": "25"},
        {"code": "O10", "title": "การประชุม", "group": "กลุ่มสอง"},
        {"code": "O2", "title": "ติดต่อ", "url": "https://a.go.th"},
        {"code": "O1", "title": "โครงสร้าง", "group": "กลุ่มหนึ่ง"},
    )

    told = [(line.code, line.group, line.has_address) for line in lines]
    assert told == [
        ("O1", "กลุ่มหนึ่ง", False),
        ("O2", "กลุ่มหนึ่ง", True),
        ("O10", "กลุ่มสอง", False),
        ("O25", "กลุ่มสอง", True),
    ]


def test_year_of_a_list_is_there_without_anything_else() -> None:
    """An ITA year outside all plans has its page as soon as the office has a list of it."""
    [line] = list_lines(2580, {"code": "O1", "title": "โครงสร้าง"})

    assert (line.code, line.own) == ("O1", None)
