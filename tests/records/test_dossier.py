"""The dossier of one LAO: rounds in time order, titles, projects by id."""

from __future__ import annotations

import pytest

from generator.records.dossier import Dossier, RoundKey
from generator.records.lao import Lao
from generator.records.plan import Plan
from generator.records.progress import Round

LAO = Lao.model_validate({"type": "เทศบาลตำบล", "name": "แม่สาย", "province": "เชียงราย"})
PROJECT = {"id": "p01", "number": "1", "name": "โครงการคนดี", "mission": "1.1.1"}
PLAN = Plan.model_validate(
    {"years": "2566-2570", "projects": [PROJECT], "missions": {"1.1.1": "สร้างจิตสำนึก", "๑.๒": "ถ้อยคำของแผนเอง"}}
)


@pytest.mark.parametrize("slug", [pytest.param("2566-06", id="six"), pytest.param("2566-12", id="twelve")])
def test_round_key_survives_the_round_trip(slug: str) -> None:
    """The id of a round reads back as the same round."""
    assert RoundKey.from_slug(slug).slug == slug


def test_round_keys_sort_in_time_order() -> None:
    """Within a year the half comes before the whole, and years follow each other."""
    slugs = ["2566-06", "2566-12", "2567-06", "2567-12"]

    assert [key.slug for key in sorted(RoundKey.from_slug(slug) for slug in reversed(slugs))] == slugs


def test_round_label_names_year_and_round() -> None:
    """Titles say which year and which round."""
    assert RoundKey(2566, Round.SIX).label == "ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน"


@pytest.mark.parametrize(
    ("mission", "title"),
    [
        pytest.param("1.1.1", "สร้างจิตสำนึก", id="sub-mission-of-the-plan"),
        pytest.param("1.2", "ถ้อยคำของแผนเอง", id="mission-in-the-plan-s-wording"),
        pytest.param("2.2", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", id="mission-of-the-framework"),
        pytest.param("9.9", "", id="unknown"),
    ],
)
def test_mission_title_is_the_plan_s_own_first(mission: str, title: str) -> None:
    """The plan's wording goes before the framework's."""
    assert Dossier("maesai", LAO, PLAN).get_mission_title(mission) == title


@pytest.mark.parametrize("plan", [pytest.param(PLAN, id="with-plan"), pytest.param(None, id="without-plan")])
def test_dimension_has_a_title_even_without_a_plan(plan: Plan | None) -> None:
    """Reports without a plan still name their dimensions."""
    assert Dossier("maesai", LAO, plan).get_dimension_title(1) == "การสร้างวัฒนธรรมสุจริต"


def test_unknown_dimension_has_no_title() -> None:
    """A fifth dimension is not made up."""
    assert Dossier("maesai", LAO, PLAN).get_dimension_title(5) == ""


def test_project_is_found_by_id() -> None:
    """A project of the plan is found."""
    assert Dossier("maesai", LAO, PLAN).get_project("p01") is PLAN.projects[0]


@pytest.mark.parametrize("plan", [pytest.param(PLAN, id="with-plan"), pytest.param(None, id="without-plan")])
def test_unknown_project_is_none(plan: Plan | None) -> None:
    """A project that the plan does not have is not found."""
    assert Dossier("maesai", LAO, plan).get_project("p99") is None


def test_mission_has_no_title_without_a_plan() -> None:
    """Without a plan no period says what a mission is called."""
    assert Dossier("maesai", LAO).get_mission_title("1.1") == ""
