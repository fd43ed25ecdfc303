"""The columns that many tables have: the LAO, plan and round of a row, money, sums, dates, addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Protocol, TypeVar

from prongsai.figures.money_sum import MoneySum
from prongsai.outputs.exports.table import RECORDED, Column, Kind, Reference
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.base import LabelledEnum
from prongsai.records.dossier import RoundKey
from prongsai.records.money import Money
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.thai.dates import format_thai_date


class OfLao(Protocol):
    """What a row of any table is read from."""

    @property
    def lao(self) -> LaoPages:
        """The LAO."""


class OfPlan(OfLao, Protocol):
    """What a row about a plan is read from."""

    @property
    def plan(self) -> Plan:
        """The plan."""


class OfRound(OfLao, Protocol):
    """What a row about a round is read from."""

    @property
    def key(self) -> RoundKey:
        """The round."""


Item = TypeVar("Item")
LaoItem = TypeVar("LaoItem", bound=OfLao)
PlanItem = TypeVar("PlanItem", bound=OfPlan)
RoundItem = TypeVar("RoundItem", bound=OfRound)

TO_LAO = Reference(("lao",), "laos", ("lao",))
TO_PLAN = Reference(("lao", "plan"), "plans", ("lao", "plan"))
TO_PROJECT = Reference(("lao", "plan", "project"), "projects", ("lao", "plan", "project"))
TO_ROUND = Reference(("lao", "fiscal_year", "round"), "implementation", ("lao", "fiscal_year", "round"))

MONEY_STATES = {"amount": "มีจำนวนเงิน", "no_budget": "ไม่ใช้งบประมาณ", "unknown": "ไม่ทราบ"}
SUM_STATES = {
    "complete": "ทราบทุกรายการ",
    "at_least": "อย่างน้อยเท่านี้ เพราะบางรายการไม่ทราบ",
    "unknown": "ไม่ทราบทุกรายการที่มีเงิน",
    "no_budget": "ทุกรายการไม่ใช้งบประมาณ",
    "no_project": "ไม่มีโครงการ",
}
ROUNDS = {member.value: member.label for member in Round}


def lao_column() -> Column[LaoItem]:
    """Return the column that names the LAO."""
    return Column("lao", "รหัสหน่วยงาน", "ชื่อโฟลเดอร์และที่อยู่ของหน่วยงาน", lambda item: item.lao.dossier.slug, empty="")


def plan_column() -> Column[PlanItem]:
    """Return the column that names the plan."""
    return Column("plan", "แผน", "ช่วงปีของแผน", lambda item: item.plan.period, empty="")


def round_columns() -> tuple[Column[RoundItem], ...]:
    """Return the columns that name the round."""
    return (
        Column(
            "fiscal_year", "ปีงบประมาณ", "ปีงบประมาณ", lambda item: item.key.fiscal_year, Kind.INTEGER, "พ.ศ.", empty=""
        ),
        Column("round", "รอบ", "รอบของรายงาน", lambda item: item.key.round.value, empty="", choices=ROUNDS),
    )


def row_column(read: Callable[[Item], int]) -> Column[Item]:
    """Return the column that numbers rows whose own numbers may repeat."""
    return Column("row", "แถวที่", "ลำดับของแถว นับจาก 1", read, Kind.INTEGER, empty="")


def choice_column(
    name: str,
    title: str,
    about: str,
    read: Callable[[Item], LabelledEnum | None],
    choices: type[LabelledEnum],
    *,
    empty: str = RECORDED,
) -> Column[Item]:
    """Return a column of code words."""
    labels = {member.value: member.label for member in choices}

    def read_code(item: Item) -> str | None:
        chosen = read(item)
        return chosen.value if chosen else None

    return Column(name, title, about, read_code, empty=empty, choices=labels)


def count_column(
    name: str, title: str, about: str, read: Callable[[Item], int | None], empty: str = ""
) -> Column[Item]:
    """Return a column of numbers of projects."""
    return Column(name, title, about, read, Kind.INTEGER, "โครงการ", empty=empty)


def percent_column(
    name: str, title: str, source: str, read: Callable[[Item], Decimal | None], empty: str
) -> Column[Item]:
    """Return a column of shares."""
    return Column(name, title, title, read, Kind.NUMBER, "ร้อยละ", source, empty)


def money_columns(
    name: str, title: str, about: str, read: Callable[[Item], Money], source: str = ""
) -> tuple[Column[Item], ...]:
    """Return an amount and what it is: an amount, no budget, unknown. 0 is an amount."""

    def read_amount(item: Item) -> Decimal | None:
        money = read(item)
        return money.amount if money.is_budgeted else None

    def read_state(item: Item) -> str:
        money = read(item)
        return "unknown" if money.amount is None else "amount" if money.is_budgeted else "no_budget"

    empty = f"ไม่ใช้งบประมาณหรือไม่ทราบ ดู {name}_state"
    return (
        Column(f"{name}_baht", f"{title} (บาท)", about, read_amount, Kind.NUMBER, "บาท", source, empty),
        Column(
            f"{name}_state",
            f"{title}: ทราบหรือไม่",
            f"ความหมายของ {name}_baht",
            read_state,
            empty="",
            choices=MONEY_STATES,
        ),
    )


def sum_columns(name: str, title: str, about: str, read: Callable[[Item], MoneySum]) -> tuple[Column[Item], ...]:
    """Return a sum, how far it is known, and how many of its parts are not."""

    def read_state(item: Item) -> str:
        total = read(item)
        if total.is_empty:
            return "no_project"
        if total.is_without_budget:
            return "no_budget"
        if total.is_complete:
            return "complete"
        return "at_least" if total.budgeted else "unknown"

    def read_amount(item: Item) -> Decimal | None:
        return read(item).amount if read_state(item) in {"complete", "at_least"} else None

    source = "ผลรวมของโครงการ รายการที่ไม่ทราบไม่นับเป็น 0"
    return (
        Column(f"{name}_baht", f"{title} (บาท)", about, read_amount, Kind.NUMBER, "บาท", source, f"ดู {name}_state"),
        Column(
            f"{name}_state", f"{title}: ทราบหรือไม่", f"ความหมายของ {name}_baht", read_state, empty="", choices=SUM_STATES
        ),
        Column(
            f"{name}_unknown",
            f"{title}: ไม่ทราบกี่รายการ",
            "จำนวนโครงการที่ไม่ทราบจำนวนเงิน",
            lambda item: read(item).unknown,
            Kind.INTEGER,
            "โครงการ",
            empty="",
        ),
    )


def date_columns(
    name: str, title: str, about: str, read: Callable[[Item], dt.date | None], empty: str = RECORDED
) -> tuple[Column[Item], ...]:
    """Return a date for programs, and the same for people in the Buddhist era."""

    def read_words(item: Item) -> str | None:
        date = read(item)
        return format_thai_date(date) if date else None

    return (
        Column(name, f"{title} (ค.ศ.)", f"{about} แบบ ISO", read, Kind.DATE, empty=empty),
        Column(f"{name}_be", title, f"{about} พ.ศ.", read_words, empty=empty),
    )


def address_column(name: str, title: str, read: Callable[[LaoItem], str | None], empty: str = "") -> Column[LaoItem]:
    """Return a column of addresses of pages or files; ``read`` returns a path in ``content/``."""

    def read_address(item: LaoItem) -> str | None:
        path = read(item)
        return item.lao.get_address(path) if path else None

    about = "ที่อยู่เต็ม หรือที่อยู่นับจากหน้าแรกเมื่อเว็บไซต์ไม่ได้ตั้งที่อยู่เต็ม"
    return Column(name, title, about, read_address, empty=empty)


def texts_column(name: str, title: str, about: str, read: Callable[[Item], Iterable[str]]) -> Column[Item]:
    """Return a column of several texts, one a line."""
    return Column(name, title, f"{about} บรรทัดละข้อ", lambda item: "\n".join(read(item)))
