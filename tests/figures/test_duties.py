"""What an LAO has to publish, and by when."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from prongsai.diagnostics.duties import format_duties
from prongsai.figures.duties import Duty, DutyState, compute_round_end
from prongsai.figures.ledger import Ledger
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.oit_list import OitList
from prongsai.records.plan import Plan
from prongsai.records.progress import Round, RoundReport

SIX = RoundKey(2566, Round.SIX)
TWELVE = RoundKey(2566, Round.TWELVE)


def make_dossier(**settings: object) -> Dossier:
    """Return an LAO with an announced plan and a report of round 06 of FY 2566."""
    lao = Lao.model_validate({"type": "เทศบาลตำบล", "name": "ทดสอบ", "province": "สมมติ", **settings})
    plan = Plan.model_validate({"years": "2566-2570", "announcement": "adopt"})
    return Dossier("x", lao, {plan.period: plan}, {SIX: RoundReport.model_validate({"announcement": "report"})})


def compute_duties(dossier: Dossier, today: dt.date) -> list[Duty]:
    """Return everything that an LAO has to publish, seen on a day."""
    return Ledger(dossier).list_duties(today)


def find(duties: list[Duty], text: str) -> Duty:
    """Return the one duty whose title holds a text."""
    [duty] = [duty for duty in duties if text in duty.title]
    return duty


@pytest.mark.parametrize(
    ("key", "end"), [(SIX, dt.date(2023, 3, 31)), (TWELVE, dt.date(2023, 9, 30))], ids=["06", "12"]
)
def test_round_ends_with_its_period(key: RoundKey, end: dt.date) -> None:
    """Round 06 ends in March, round 12 with the fiscal year."""
    assert compute_round_end(key) == end


def test_reported_round_is_published() -> None:
    """A round with its report and announcement is done."""
    duty = find(compute_duties(make_dossier(), dt.date(2023, 5, 1)), "ปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน")

    assert duty.state is DutyState.PUBLISHED


@pytest.mark.parametrize(
    ("today", "state"),
    [(dt.date(2023, 10, 30), DutyState.NEXT), (dt.date(2023, 10, 31), DutyState.LATE)],
    ids=["last-day", "day-after"],
)
def test_missing_round_is_late_after_its_day(today: dt.date, state: DutyState) -> None:
    """A missing report is due on the day that the LAO set and late from the next day."""
    duty = find(compute_duties(make_dossier(deadlines={"annual_days": "30"}), today), "ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน")

    assert (duty.due, duty.state, duty.lacks) == (dt.date(2023, 10, 30), state, "รายงาน")


def test_lao_sets_its_own_days() -> None:
    """The days are the LAO's settings."""
    dossier = make_dossier(deadlines={"annual_days": "60"})

    assert find(compute_duties(dossier, dt.date(2023, 10, 31)), "2566 รอบ 12 เดือน").due == dt.date(2023, 11, 29)


def test_assumed_day_makes_nothing_late() -> None:
    """Until the LAO sets its days, a round or an item that is not there is called just that."""
    duties = compute_duties(make_dossier(), dt.date(2026, 5, 1))

    assert {duty.state for duty in duties} == {DutyState.PUBLISHED, DutyState.ABSENT, DutyState.NEXT}
    assert all("ค่าที่ระบบสันนิษฐาน" in duty.source for duty in duties if duty.state is DutyState.ABSENT)


def test_half_year_inside_the_years_report_is_told_as_such() -> None:
    """Who published the whole year is not asked for half of it."""
    dossier = Dossier("x", make_dossier().lao, make_dossier().plans, {TWELVE: RoundReport()})
    duty = find(compute_duties(dossier, dt.date(2026, 5, 1)), "2566 รอบ 6 เดือน")

    assert (duty.state, duty.lacks) == (DutyState.ABSENT, "รายงาน (ผลทั้งปีอยู่ในรายงานรอบ 12 เดือนแล้ว)")


def test_report_without_announcement_lacks_it() -> None:
    """A report alone is not enough: the announcement is asked for by name."""
    dossier = Dossier("x", make_dossier().lao, make_dossier().plans, {TWELVE: RoundReport()})

    assert find(compute_duties(dossier, dt.date(2023, 10, 1)), "2566 รอบ 12 เดือน").lacks == "ประกาศรายงานผล"


def test_years_to_come_are_not_asked_for() -> None:
    """Rounds of fiscal years that have not begun are not listed."""
    titles = [duty.title for duty in compute_duties(make_dossier(), dt.date(2023, 5, 1))]

    assert not [title for title in titles if "2567" in title]


def test_oit_codes_come_with_their_certainty() -> None:
    """The items of a known ITA year carry its codes and how sure they are; the LAO's own codes win."""
    known = find(compute_duties(make_dossier(), dt.date(2023, 5, 1)), "O36")
    own = find(compute_duties(make_dossier(oit={"2566": {"plan": "O99"}}), dt.date(2023, 5, 1)), "O99")

    assert "อ้างอิงบางส่วน" in known.source
    assert "หน่วยงานระบุเอง" in own.source


@pytest.mark.parametrize(
    ("day", "state"),
    [(dt.date(2024, 4, 30), DutyState.NEXT), (dt.date(2024, 5, 1), DutyState.LATE)],
    ids=["day", "after"],
)
def test_oit_item_tells_which_parts_it_lacks(day: dt.date, state: DutyState) -> None:
    """An item that is there in part is not done: its missing parts are named; one without any data lacks the data."""
    report = RoundReport.model_validate({"problems": "ประชาชนเข้าร่วมน้อย"})
    lao = make_dossier(deadlines={"oit_month": "4", "oit_day": "30"}).lao
    dossier = Dossier("x", lao, make_dossier().plans, {TWELVE: report})
    duties = compute_duties(dossier, day)

    annual = find(duties, "O33 รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. 2566")
    assert (annual.state, annual.lacks) == (state, "ผลการดำเนินงาน, การใช้จ่ายงบประมาณ, ข้อเสนอแนะ")
    assert find(duties, "O34").lacks == "ข้อมูล"


def test_missing_plan_is_told() -> None:
    """Without a plan the plan itself is what is missing, and no round is asked for."""
    dossier = Dossier("x", make_dossier().lao)
    duties = compute_duties(dossier, dt.date(2023, 5, 1))

    assert [duty.lacks for duty in duties if duty.title == "แผนปฏิบัติการป้องกันการทุจริต"] == ["แผน"]
    assert not [duty for duty in duties if duty.title.startswith("รายงานผล ปีงบประมาณ")]


def test_text_lists_late_duties_first_with_their_sources() -> None:
    """The terminal shows what is late, what comes next, what is done, and where the days come from."""
    text = format_duties(
        "เทศบาลตำบลทดสอบ", compute_duties(make_dossier(deadlines={"annual_days": "30"}), dt.date(2023, 12, 1))
    )

    assert text.index("เลยกำหนดแล้ว") < text.index("ต้องเผยแพร่ต่อไป") < text.index("เผยแพร่แล้ว (")
    assert "รายงานผล ปีงบประมาณ พ.ศ. 2566 รอบ 12 เดือน ภายใน 30 ตุลาคม 2566 · ขาดรายงาน" in text
    assert text.count("ค่าที่ระบบสันนิษฐาน") <= 2


def make_two_plans(*plans: dict[str, object]) -> Dossier:
    """Return an LAO with plans of 2566-2570 and 2571-2575 and no report."""
    framework = {"dimensions": {"1": "สุจริต"}, "missions": {"1.1": "ปลูกฝัง"}}
    years: list[dict[str, object]] = [{"years": "2566-2570"}, {"years": "2571-2575", **framework}]
    read = [Plan.model_validate(given | keys) for given, keys in zip(years, plans, strict=True)]
    return Dossier("x", make_dossier().lao, {plan.period: plan for plan in read})


def test_every_plan_has_its_own_duty() -> None:
    """Each plan is told by its years: one with its announcement, one without."""
    duties = compute_duties(make_two_plans({"announcement": "adopt"}, {}), dt.date(2028, 5, 1))

    assert [(duty.title[-18:], duty.lacks) for duty in duties if duty.title.startswith("แผน")] == [
        ("(พ.ศ. 2566 - 2570)", ""),
        ("(พ.ศ. 2571 - 2575)", "ประกาศใช้แผน"),
    ]


def test_plan_known_from_its_report_is_still_to_publish() -> None:
    """Who has only the report owes the plan, announced or not."""
    duties = compute_duties(make_two_plans({"announcement": "adopt", "source": "report"}, {}), dt.date(2024, 5, 1))

    duty = find(duties, "(พ.ศ. 2566 - 2570)")
    assert (duty.state, duty.lacks) == (DutyState.ABSENT, "แผน")


def test_rounds_of_all_plans_are_asked_for() -> None:
    """In FY 2571 the rounds of the plan before and the first ones of the next are due."""
    duties = compute_duties(make_two_plans({}, {}), dt.date(2028, 5, 1))

    rounds = [duty.title for duty in duties if duty.title.startswith("รายงานผล ปีงบประมาณ")]
    assert rounds[-3:] == [
        f"รายงานผล ปีงบประมาณ พ.ศ. {name}" for name in ("2570 รอบ 12 เดือน", "2571 รอบ 6 เดือน", "2571 รอบ 12 เดือน")
    ]
    assert len(rounds) == 12


def test_other_items_of_the_own_list_are_one_duty() -> None:
    """Of what the office lists besides the items of this site it is told how many have no address yet."""
    items = [
        {"code": "O1", "title": "โครงสร้าง", "url": "https://a.go.th"},
        {"code": "O2", "title": "ติดต่อ"},
        {"code": "O25", "title": "แผนปฏิบัติการป้องกันการทุจริต"},
    ]
    dossier = replace(make_dossier(), oit_lists={2568: OitList.model_validate({"items": items})})
    duty = find(compute_duties(dossier, dt.date(2025, 2, 1)), "ข้อ OIT อื่นในรายการ")

    assert (duty.state, duty.lacks, duty.due) == (DutyState.NEXT, "ที่อยู่ 1 จาก 2 ข้อ", dt.date(2025, 4, 30))
