"""What an LAO has to publish, by when, and what of it is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from prongsai.figures.oit import compute_oit_items
from prongsai.figures.oit_list import compute_oit_list
from prongsai.figures.round_results import RoundResults
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.progress import Round
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year


class DutyState(StrEnum):
    """Where a duty stands on a day."""

    PUBLISHED = "เผยแพร่แล้ว"
    LATE = "เลยกำหนด"
    ABSENT = "ยังไม่มีในเว็บไซต์นี้"
    NEXT = "ต้องเผยแพร่"


class Duty(Struct, frozen=True):
    """One thing to publish.

    Attributes:
        title: What, in Thai.
        due: Last day; None where no day is set.
        state: Where it stands.
        lacks: What is still missing of it, in Thai; empty where nothing is.
        source: Where the day or the code comes from, in Thai.
    """

    title: str
    due: dt.date | None
    state: DutyState
    lacks: str
    source: str


_SET = "กำหนดจาก deadlines ใน lao.yml"
_ASSUMED = "กำหนดเป็นค่าที่ระบบสันนิษฐาน จึงไม่นับว่าเลยกำหนด เขียน deadlines ใน lao.yml เมื่อทราบกำหนดจริง"
COVERED_WORDS = "ผลทั้งปีอยู่ในรายงานรอบ 12 เดือนแล้ว"


def compute_duties(dossier: Dossier, rounds: Mapping[RoundKey, RoundResults], today: dt.date) -> list[Duty]:
    """Return everything that an LAO has to publish up to the end of the running fiscal year, by due date.

    Formula: plan and its announcement; every round whose period has begun, due a number of days after the period;
    the OIT items of the ITA year of today, and the others of the LAO's own list, due on the ITA's last day. Late =
    missing after a due date that the LAO set; after an assumed one, or where the year's report tells all, it is only
    not there.
    Source: พ.ร.บ.ข้อมูลข่าวสารของราชการ 2540 section 9(3); OIT items as in ``records/oit.py``; days as in
    ``Lao.deadlines``, assumed where the LAO sets none.
    """
    duties = [
        *_list_plan_duties(dossier),
        *_list_round_duties(dossier, today),
        *_list_oit_duties(dossier, rounds, today),
    ]
    return sorted(duties, key=lambda duty: (duty.due or dt.date.min, duty.title))


def compute_round_end(key: RoundKey) -> dt.date:
    """Return the last day of a round's period.

    Formula: 31 March of the fiscal year for round 06, 30 September for round 12.
    Source: fiscal year FY 2566 = 1 Oct 2565 - 30 Sep 2566.
    """
    year = key.fiscal_year - BE_OFFSET
    return dt.date(year, 3, 31) if key.round is Round.SIX else dt.date(year, 9, 30)


def compute_round_due(dossier: Dossier, key: RoundKey) -> dt.date:
    """Return the last day on which an LAO may publish a round's report.

    Formula: round end + ``half_year_days`` or ``annual_days``.
    Source: ``Lao.deadlines``, assumed where the LAO sets none.
    """
    limits = dossier.lao.deadlines
    days = limits.half_year_days if key.round is Round.SIX else limits.annual_days
    return compute_round_end(key) + dt.timedelta(days=days)


def is_due_set(dossier: Dossier, key: RoundKey) -> bool:
    """Tell whether the LAO itself set the days of a round; else nothing may be called late."""
    return dossier.lao.deadlines.is_set("half_year_days" if key.round is Round.SIX else "annual_days")


def is_covered(dossier: Dossier, key: RoundKey) -> bool:
    """Tell whether a missing report of six months is told by the year's report, which is there."""
    return key.round is Round.SIX and RoundKey(key.fiscal_year, Round.TWELVE) in dossier.rounds


def list_begun_rounds(dossier: Dossier, today: dt.date) -> list[RoundKey]:
    """Return the rounds of all plans up to the end of the running fiscal year, in time order.

    Formula: both rounds of every fiscal year of a plan that has begun, from the LAO's ``start_round`` on.
    Source: plans are reported twice a fiscal year.
    """
    years = [year for plan in dossier.plans.values() for year in plan.years.span]
    begun = [RoundKey(year, round_) for year in years if year <= compute_fiscal_year(today) for round_ in Round]
    start = dossier.lao.start_round
    return [key for key in begun if start is None or key >= RoundKey.from_slug(start)]


def _list_plan_duties(dossier: Dossier) -> list[Duty]:
    duties = []
    for plan in dossier.plans.values() or (None,):
        lacks = "แผน" if plan is None or plan.is_reported else "" if plan.announcement else "ประกาศใช้แผน"
        title = plan.name if plan else "แผนปฏิบัติการป้องกันการทุจริต"
        state = DutyState.ABSENT if lacks else DutyState.PUBLISHED  # no day is set for it
        duties.append(Duty(title, None, state, lacks, "พ.ร.บ.ข้อมูลข่าวสารของราชการ 2540 มาตรา 9 (3)"))
    return duties


def _list_round_duties(dossier: Dossier, today: dt.date) -> list[Duty]:
    duties = []
    for key in list_begun_rounds(dossier, today):
        due = compute_round_due(dossier, key)
        report = dossier.rounds.get(key)
        lacks = "รายงาน" if report is None else "" if report.announcement else "ประกาศรายงานผล"
        is_set = is_due_set(dossier, key)
        state = _find_state(lacks, due, today, is_set=is_set)
        if report is None and is_covered(dossier, key):
            state, lacks = DutyState.ABSENT, f"{lacks} ({COVERED_WORDS})"
        duties.append(Duty(f"รายงานผล {key.label}", due, state, lacks, _SET if is_set else _ASSUMED))
    return duties


def _list_oit_duties(dossier: Dossier, rounds: Mapping[RoundKey, RoundResults], today: dt.date) -> list[Duty]:
    year = compute_fiscal_year(today)
    due = dt.date(year - BE_OFFSET, dossier.lao.deadlines.oit_month, dossier.lao.deadlines.oit_day)
    is_set = dossier.lao.deadlines.is_set("oit_month", "oit_day")
    source = _SET if is_set else _ASSUMED
    duties = []
    items = compute_oit_items(dossier, rounds, year)
    for item in items:
        lacks = ", ".join(item.lacks) if item.is_published else "ข้อมูล"
        title = f"ITA {year} {item.code or 'ไม่ทราบเลขข้อ'} {item.title}"
        state = _find_state(lacks, due, today, is_set=is_set)
        duties.append(Duty(title, due, state, lacks, f"เลขข้อ OIT: {item.certainty.value} · {source}"))
    if record := dossier.oit_lists.get(year):
        others = [line for line in compute_oit_list(record, items) if line.own is None]
        missing = sum(not line.has_address for line in others)
        lacks = f"ที่อยู่ {missing} จาก {len(others)} ข้อ" if missing else ""
        state = _find_state(lacks, due, today, is_set=is_set)
        duties.append(Duty(f"ITA {year} ข้อ OIT อื่นในรายการของหน่วยงาน", due, state, lacks, source))
    return duties


def _find_state(lacks: str, due: dt.date, today: dt.date, *, is_set: bool) -> DutyState:
    if not lacks:
        return DutyState.PUBLISHED
    if today <= due:
        return DutyState.NEXT
    return DutyState.LATE if is_set else DutyState.ABSENT
