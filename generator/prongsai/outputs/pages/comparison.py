"""The figures that years of one LAO and LAOs of one site are compared by: how each is told, sorted and computed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from prongsai.documents.formats import NO_PROJECT_WORDS, UNKNOWN_WORDS, format_share, format_sum
from prongsai.figures.implementation import Level
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import ResultSums
from prongsai.records.money import NO_BUDGET_WORDS

PLAN, PROGRESS, OFFICE = "plan", "progress", "lao"


class Reported(Protocol):
    """A reported round: its sums and its level."""

    @property
    def total(self) -> ResultSums:
        """Projects and money."""

    @property
    def level(self) -> Level | None:
        """How far the plan was put into practice; None where that is not known."""


class Figure(Struct, frozen=True):
    """A figure of a round.

    Attributes:
        id: ASCII id.
        title: What it is called.
        formula: How it is computed, in a sentence for a citizen.
        records: Kinds of records that it comes from: ``PLAN``, ``PROGRESS``, ``OFFICE``.
        tell: Returns its text.
        sort: Returns the number to sort by; None where it is not known.
        kind: Kind of its cell.
    """

    id: str
    title: str
    formula: str
    records: tuple[str, ...]
    tell: Callable[[Reported], str]
    sort: Callable[[Reported], Decimal | int | None]
    kind: str = "num"


def _count(id_: str, title: str, formula: str, name: str, records: tuple[str, ...]) -> Figure:
    def find(round_: Reported) -> int:
        count: int = getattr(round_.total.counts, name)
        return count

    return Figure(id_, title, formula, records, lambda round_: f"{find(round_):,}", find)


def _money(id_: str, title: str, formula: str) -> Figure:
    def find(round_: Reported) -> MoneySum:
        found: MoneySum = getattr(round_.total, id_)
        return found

    def sort(round_: Reported) -> Decimal | None:
        total = find(round_)
        return total.amount if total.is_complete and not total.is_empty else None

    return Figure(
        id_, f"{title} (บาท)", formula, (PLAN, PROGRESS), lambda round_: format_sum(find(round_)), sort, "money"
    )


def _tell_used(round_: Reported) -> str:
    total = round_.total
    if total.planned.is_empty:
        return NO_PROJECT_WORDS
    if total.planned.is_without_budget:
        return NO_BUDGET_WORDS
    used = _find_used(round_)
    return UNKNOWN_WORDS if used is None else format_share(used)


def _find_used(round_: Reported) -> Decimal | None:
    """Return the share of the money that was used; None where an amount is unknown, or none was set aside."""
    return round_.total.budget_percent if round_.total.planned.amount else None


def _tell_done(round_: Reported) -> str:
    return format_share(round_.total.projects_percent) if round_.total.counts.total else NO_PROJECT_WORDS


def _tell_level(round_: Reported) -> str:
    level = round_.level
    return f"{level.name.label} (ร้อยละ {format_share(level.percent)})" if level else "ไม่มีข้อมูลโครงการขั้นต่ำ"


_UNKNOWN = "หากบางรายการไม่มีข้อมูล บอกเป็น “อย่างน้อย” ไม่นับเป็นศูนย์"
FIGURES = (
    _count("projects", "โครงการทั้งหมด", "นับโครงการที่อยู่ในแผนของปีงบประมาณนั้น", "total", (PLAN,)),
    _count("done", "แล้วเสร็จ", "นับโครงการที่รายงานว่าแล้วเสร็จ รวมที่เสร็จตั้งแต่รอบ 6 เดือน", "done", (PROGRESS,)),
    _count("in-progress", "กำลังทำ", "นับโครงการที่รายงานว่าอยู่ระหว่างดำเนินการ", "in_progress", (PROGRESS,)),
    _count("waiting", "รอรายงาน", "นับโครงการในแผนที่รายงานยังไม่บอกผล", "waiting", (PLAN, PROGRESS)),
    _count("cannot", "ทำไม่ได้", "นับโครงการที่รายงานว่าไม่สามารถดำเนินการได้", "cannot", (PROGRESS,)),
    Figure(
        "done-percent", "เสร็จร้อยละ", "แล้วเสร็จ ÷ โครงการทั้งหมด × 100", (PLAN, PROGRESS), _tell_done,
        lambda round_: round_.total.projects_percent if round_.total.counts.total else None,
    ),
    _money("planned", "ตั้งไว้ตามแผน", f"รวมงบประมาณตามแผนของทุกโครงการ {_UNKNOWN}"),
    _money("ordinance", "ตามข้อบัญญัติหรือเทศบัญญัติ", f"รวมเงินที่ข้อบัญญัติหรือเทศบัญญัติตั้งไว้ให้โครงการ {_UNKNOWN}"),
    _money("disbursed", "เบิกจ่าย", f"รวมเงินที่ใช้จริงตั้งแต่ต้นปีงบประมาณ {_UNKNOWN}"),
    Figure(
        "used-percent", "เบิกจ่ายร้อยละ", "เบิกจ่าย ÷ ตั้งไว้ตามแผน × 100 คำนวณเมื่อทราบเงินทุกรายการ", (PLAN, PROGRESS),
        _tell_used, _find_used,
    ),
    Figure(
        "level", "ระดับการนำแผนไปปฏิบัติ", "(แล้วเสร็จ + กำลังทำ ÷ 2) ÷ โครงการขั้นต่ำ × 100 ไม่เกิน 100", (PROGRESS, OFFICE),
        _tell_level, lambda round_: round_.level.percent if round_.level else None, "",
    ),
)  # fmt: skip
