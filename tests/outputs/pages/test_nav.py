"""The menu of an LAO: which plan it leads to, and that it does not grow with plans or projects."""

from __future__ import annotations

import datetime as dt

import pytest
from figure_records import NEXT_PERIOD, make_dossier, make_plan, make_project
from prongsai.documents.shelf import Shelf
from prongsai.figures.ledger import Ledger
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.nav import compute_nav
from prongsai.records.dossier import Dossier
from prongsai.records.plan import Plan

OLD, NEXT = make_plan([make_project()]), make_plan([make_project()], NEXT_PERIOD)
IN_OLD, IN_NEXT = dt.date(2027, 9, 30), dt.date(2027, 10, 1)


def make_pages(dossier: Dossier, today: dt.date = IN_NEXT) -> LaoPages:
    """Return an LAO's pages as they are made on a day."""
    return LaoPages(Shelf(Ledger(dossier)), today=today)


def get_menu(dossier: Dossier, today: dt.date = IN_NEXT) -> dict[str, str]:
    """Return the page behind each line of the menu."""
    return {item.title: item.path for item in compute_nav(make_pages(dossier, today))}


@pytest.mark.parametrize(
    ("today", "period"),
    [
        pytest.param(IN_OLD, "2566-2570", id="last-day-of-the-first"),
        pytest.param(IN_NEXT, "2571-2575", id="first-day-of-the-second"),
        pytest.param(dt.date(2040, 1, 1), "2571-2575", id="after-both"),
    ],
)
def test_menu_leads_to_the_plan_of_the_day(today: dt.date, period: str) -> None:
    """The plan of the running fiscal year, else the nearest, and its projects."""
    menu = get_menu(make_dossier([OLD, NEXT], {}), today)

    assert menu["แผนปฏิบัติการ"] == f"nongsaeng/{period}/index.md"
    assert menu["โครงการ"] == f"nongsaeng/{period}/projects/index.md"


def test_menu_leads_to_the_list_where_the_plan_has_no_page() -> None:
    """Of a plan known from its report there are only projects; the list says so."""
    menu = get_menu(make_dossier([make_plan([make_project()], source="report")], {}))

    assert menu["แผนปฏิบัติการ"] == "nongsaeng/plans/index.md"
    assert menu["โครงการ"] == "nongsaeng/2566-2570/projects/index.md"


def test_menu_without_a_plan_has_no_projects() -> None:
    """Nothing is linked that is not there."""
    dossier = make_dossier([], {})
    menu = get_menu(Dossier("x", dossier.lao))

    assert menu["แผนปฏิบัติการ"] == "x/plans/index.md"
    assert "โครงการ" not in menu


def test_menu_does_not_grow_with_plans_and_projects() -> None:
    """It stands on every page."""
    many = make_plan([make_project(f"p{number:02}") for number in range(1, 40)])

    few = compute_nav(make_pages(make_dossier([OLD], {"2566-12": []})))
    assert len(compute_nav(make_pages(make_dossier([many, NEXT], {"2566-12": []})))) == len(few)


def test_rounds_of_all_plans_stand_below_the_reports() -> None:
    """Newest first, whichever plan they belong to."""
    dossier = make_dossier([OLD, NEXT], {"2570-06": [], "2571-06": [], "2570-12": []})
    [reports] = [item for item in compute_nav(make_pages(dossier)) if item.title == "รายงานผล"]

    assert [child.path for child in reports.children] == [
        f"nongsaeng/reports/{slug}.md" for slug in ("2571-06", "2570-12", "2570-06")
    ]
    assert reports.children[0].title == "ปี ๒๕๗๑ รอบ ๖ เดือน"


@pytest.mark.parametrize(
    ("rounds", "plan"),
    [
        pytest.param({"2570-12": []}, OLD, id="newest-round-of-the-first"),
        pytest.param({"2570-12": [], "2571-06": []}, NEXT, id="newest-round-of-the-second"),
        pytest.param({}, NEXT, id="no-round"),
    ],
)
def test_front_page_is_about_the_plan_of_the_newest_round(rounds: dict[str, list], plan: Plan) -> None:
    """In the first months of the second plan the results to show are those of the first one."""
    pages = make_pages(make_dossier([OLD, NEXT], rounds))

    assert pages.plan is plan
    assert pages.current_plan is NEXT
