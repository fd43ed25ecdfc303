"""The totals of every round, and the implementation level."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypeVar

from prongsai.figures.percent import round_half_up
from prongsai.figures.round_results import ResultSums, RoundResults
from prongsai.outputs.exports.columns import (
    TO_PLAN,
    address_column,
    choice_column,
    count_column,
    date_columns,
    lao_column,
    percent_column,
    plan_column,
    round_columns,
    sum_columns,
)
from prongsai.outputs.exports.table import Column, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import LevelName

AnyItem = TypeVar("AnyItem")
_NO_LEVEL = "ไม่มีข้อมูลโครงการขั้นต่ำ"


class Item(NamedTuple):
    """One round."""

    lao: LaoPages
    results: RoundResults

    @property
    def plan(self) -> Plan:
        """The plan that it tells of."""
        return self.results.plan

    @property
    def key(self) -> RoundKey:
        """Its year and round."""
        return self.results.key


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every round, oldest first."""
    for results in lao.ledger.by_round.values():
        yield Item(lao, results)


def result_columns(read: Callable[[AnyItem], ResultSums]) -> tuple[Column[AnyItem], ...]:
    """Return the columns of counts, sums and shares."""
    return (
        count_column("projects", "โครงการทั้งหมด", "โครงการที่อยู่ในแผนของปีนั้น", lambda item: read(item).counts.total),
        count_column("done", "แล้วเสร็จ", "โครงการที่แล้วเสร็จ", lambda item: read(item).counts.done),
        count_column("in_progress", "กำลังทำ", "โครงการที่อยู่ระหว่างดำเนินการ", lambda item: read(item).counts.in_progress),
        count_column("waiting", "รอรายงาน", "โครงการที่ยังไม่มีผล", lambda item: read(item).counts.waiting),
        count_column("cannot", "ทำไม่ได้", "โครงการที่ไม่สามารถดำเนินการได้", lambda item: read(item).counts.cannot),
        percent_column(
            "projects_percent", "ร้อยละโครงการ", "แล้วเสร็จ / ทั้งหมด × 100", lambda item: read(item).projects_percent, ""
        ),
        *sum_columns("planned", "ตามแผน", "งบประมาณตามแผน", lambda item: read(item).planned),
        *sum_columns("ordinance", "ตามข้อบัญญัติ", "งบประมาณตามข้อบัญญัติหรือเทศบัญญัติ", lambda item: read(item).ordinance),
        *sum_columns("disbursed", "เบิกจ่าย", "เงินที่ใช้สะสมตั้งแต่ต้นปีงบประมาณ", lambda item: read(item).disbursed),
        percent_column(
            "budget_percent",
            "ร้อยละงบประมาณ",
            "เบิกจ่าย / ตามแผน × 100",
            lambda item: read(item).budget_percent,
            "บางจำนวนไม่ทราบ",
        ),
    )


def _read_raw(item: Item) -> Decimal | None:
    return round_half_up(item.results.level.raw) if item.results.level else None


TABLE: Table[Item] = Table(
    "implementation",
    "ผลรายรอบ",
    "รอบของรายงานละแถว: ยอดรวมทุกมิติ และระดับการนำแผนไปปฏิบัติ",
    "คำนวณจากผลรายโครงการ",
    ("lao", "fiscal_year", "round"),
    (
        lao_column(),
        *round_columns(),
        plan_column(),
        *date_columns("as_of", "ข้อมูล ณ วันที่", "วันที่ของข้อมูลในรายงาน", lambda item: item.results.report.as_of),
        *result_columns(lambda item: item.results.total),
        count_column(
            "in_ordinance",
            "บรรจุในข้อบัญญัติ",
            "โครงการที่บรรจุในข้อบัญญัติ เทศบัญญัติ หรือแผนดำเนินงาน",
            lambda item: item.results.in_ordinance.number,
            empty="ไม่ทราบ",
        ),
        count_column(
            "minimum", "โครงการขั้นต่ำ", "โครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด", lambda item: item.results.minimum, empty="ไม่ทราบ"
        ),
        percent_column(
            "level_percent",
            "ร้อยละของระดับ",
            "(แล้วเสร็จ + กำลังทำ / 2) / ขั้นต่ำ × 100 ไม่เกิน 100",
            lambda item: item.results.level.percent if item.results.level else None,
            _NO_LEVEL,
        ),
        percent_column("level_raw_percent", "ร้อยละก่อนตัดที่ 100", "สูตรเดียวกัน ไม่ตัดที่ 100", _read_raw, _NO_LEVEL),
        choice_column(
            "level",
            "ระดับการนำแผนไปปฏิบัติ",
            "ระดับ",
            lambda item: item.results.level.name if item.results.level else None,
            LevelName,
            empty=_NO_LEVEL,
        ),
        Column("reporter", "ตำแหน่งผู้รายงาน", "ตำแหน่งผู้รายงาน", lambda item: item.results.report.reporter),
        address_column("page_address", "ที่อยู่หน้ารายงาน", lambda item: item.lao.paths.report(item.key)),
    ),
    list_items,
    (TO_PLAN,),
)
