"""The dossier of one LAO: rounds in time order, plans by year, and what each paper is for."""

from __future__ import annotations

from typing import Any

import pytest
from prongsai.papers.kinds.announcement import Announcement
from prongsai.records.dossier import Dossier, PaperRole, Purpose, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.papers import Paper
from prongsai.records.plan import Plan
from prongsai.records.progress import Round, RoundReport

LAO = Lao.model_validate({"type": "เทศบาลตำบล", "name": "แม่สาย", "province": "เชียงราย"})
NEXT_FRAMEWORK = {"dimensions": {"1": "สุจริต"}, "missions": {"1.1": "ปลูกฝัง"}}
OLD = Plan.model_validate({"years": "2566-2570"})
NEXT = Plan.model_validate({"years": "2571-2575", **NEXT_FRAMEWORK})
SIX_OF_2571 = RoundKey(2571, Round.SIX)


def make_dossier(*plans: Plan, **records: Any) -> Dossier:
    """Return an LAO with these plans, the two of this file unless others are given."""
    return Dossier("maesai", LAO, {plan.period: plan for plan in plans or (OLD, NEXT)}, **records)


def make_paper(date: str, **keys: Any) -> Paper:
    """Return an announcement of a date."""
    return Announcement.model_validate({"kind": "ประกาศ", "subject": "ก", "date": date, **keys})


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
    ("year", "plan"),
    [
        pytest.param(2565, None, id="before-both"),
        pytest.param(2566, OLD, id="first-year"),
        pytest.param(2570, OLD, id="last-year"),
        pytest.param(2571, NEXT, id="first-year-of-the-next"),
        pytest.param(2575, NEXT, id="last-year-of-the-next"),
        pytest.param(2576, None, id="after-both"),
    ],
)
def test_year_finds_its_plan(year: int, plan: Plan | None) -> None:
    """A fiscal year belongs to the plan that covers it, to none where none does."""
    assert make_dossier().find_plan(year) is plan


def test_year_of_a_plan_gives_the_plan() -> None:
    """Where a plan must be there, it is returned."""
    assert make_dossier().get_plan(2571) is NEXT


def test_year_without_a_plan_raises() -> None:
    """Asking for a plan that must be there and is not is a fault of the program."""
    with pytest.raises(KeyError, match="2576"):
        make_dossier().get_plan(2576)


@pytest.mark.parametrize(
    ("year", "plan"),
    [
        pytest.param(2560, OLD, id="before-both"),
        pytest.param(2568, OLD, id="in-the-first"),
        pytest.param(2571, NEXT, id="in-the-second"),
        pytest.param(2580, NEXT, id="after-both"),
    ],
)
def test_current_plan_is_that_of_the_year_or_the_nearest(year: int, plan: Plan) -> None:
    """The menu leads to the plan of the year, after the last one to the last, before the first one to the first."""
    assert make_dossier().find_current_plan(year) is plan


def test_current_plan_in_a_gap_is_the_one_before() -> None:
    """Between two plans the one that ended is still the LAO's."""
    later = Plan.model_validate({"years": "2573-2577", **NEXT_FRAMEWORK})

    assert make_dossier(OLD, later).find_current_plan(2571) is OLD


def test_lao_without_plans_has_no_current_plan() -> None:
    """Nothing is made up."""
    assert Dossier("maesai", LAO).find_current_plan(2568) is None


@pytest.mark.parametrize(
    ("date", "plan"),
    [
        pytest.param("30 กันยายน 2570", OLD, id="last-day-of-the-first"),
        pytest.param("1 ตุลาคม 2570", NEXT, id="first-day-of-the-second"),
        pytest.param("1 สิงหาคม 2565", None, id="before-both"),
    ],
)
def test_paper_belongs_to_the_plan_of_its_date(date: str, plan: Plan | None) -> None:
    """A paper that nothing names follows its fiscal year; between several plans nothing is guessed."""
    assert make_dossier(papers={"a": make_paper(date)}).find_paper_plan("a") is plan


def test_paper_before_the_only_plan_belongs_to_it() -> None:
    """Where there is one plan, its papers may be older: it is adopted before it begins."""
    assert make_dossier(OLD, papers={"a": make_paper("1 สิงหาคม 2565")}).find_paper_plan("a") is OLD


def test_paper_of_an_lao_without_plans_belongs_to_none() -> None:
    """Without a plan there is none to belong to."""
    assert Dossier("maesai", LAO, papers={"a": make_paper("1 สิงหาคม 2565")}).find_paper_plan("a") is None


def test_paper_belongs_to_the_plan_that_names_it() -> None:
    """The next plan is adopted in the last year of the one before: naming goes before the date."""
    adopted = NEXT.model_copy(update={"announcement": "adopt"})
    dossier = make_dossier(OLD, adopted, papers={"adopt": make_paper("15 กันยายน 2570")})

    assert dossier.find_paper_plan("adopt") is adopted


def test_paper_belongs_to_the_plan_of_the_round_that_names_it() -> None:
    """The report of 2570 is announced in FY 2571 and tells of the plan before."""
    dossier = make_dossier(
        rounds={RoundKey(2570, Round.TWELVE): RoundReport(announcement="report")},
        papers={"report": make_paper("20 ตุลาคม 2570")},
    )

    assert dossier.find_paper_plan("report") is OLD


def test_paper_names_its_plan_itself() -> None:
    """What the paper says goes before who names it and before its date."""
    named = OLD.model_copy(update={"order": "order"})
    dossier = make_dossier(named, NEXT, papers={"order": make_paper("1 ตุลาคม 2566", plan="2571-2575")})

    assert dossier.find_paper_plan("order") is NEXT


def test_paper_of_an_unknown_plan_has_none() -> None:
    """A period that the LAO has no plan of leads to no other plan."""
    assert make_dossier(papers={"a": make_paper("1 ตุลาคม 2566", plan="2561-2564")}).find_paper_plan("a") is None


def test_every_mention_of_a_paper_is_a_purpose() -> None:
    """Both plans with their orders, announcements and amendments, the rounds with their plans, then the measures."""
    amendment = {"number": "1", "kind": "เพิ่มเติม", "date": "1 พฤศจิกายน 2567", "summary": "ก", "paper": "amend"}
    old = Plan.model_validate(
        {"years": "2566-2570", "announcement": "adopt", "order": "order", "amendments": [amendment]}
    )
    new = NEXT.model_copy(update={"announcement": "adopt-next"})
    dossier = make_dossier(
        old,
        new,
        rounds={SIX_OF_2571: RoundReport(announcement="report", memo="memo")},
        measures={2571: IntegrityMeasures(announcement="measures")},
    )

    assert dossier.purposes == (
        ("adopt", Purpose(PaperRole.ADOPTION, plan=old)),
        ("order", Purpose(PaperRole.COMMITTEE, plan=old)),
        ("amend", Purpose(PaperRole.AMENDMENT, plan=old, amendment=old.amendments[0])),
        ("adopt-next", Purpose(PaperRole.ADOPTION, plan=new)),
        ("report", Purpose(PaperRole.REPORT, SIX_OF_2571, new)),
        ("memo", Purpose(PaperRole.REPORT_MEMO, SIX_OF_2571, new)),
        ("measures", Purpose(PaperRole.MEASURES, fiscal_year=2571)),
    )


def test_paper_that_two_plans_name_is_told_twice() -> None:
    """No mention is lost, so that a check can tell; the first one says what the paper is for."""
    old, new = (plan.model_copy(update={"announcement": "adopt"}) for plan in (OLD, NEXT))
    dossier = make_dossier(old, new)

    assert [purpose.plan for name, purpose in dossier.purposes if name == "adopt"] == [old, new]
    assert dossier.get_purpose("adopt") == Purpose(PaperRole.ADOPTION, plan=old)


def test_paper_that_nothing_names_has_no_purpose() -> None:
    """A paper may stand for itself."""
    assert make_dossier(papers={"a": make_paper("1 ตุลาคม 2566")}).get_purpose("a") is None
