"""What came of every project in every round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from prongsai.documents.steps import number_steps
from prongsai.figures.round_results import ProjectResult, RoundResults
from prongsai.outputs.exports.columns import (
    TO_PROJECT,
    TO_ROUND,
    choice_column,
    lao_column,
    money_columns,
    plan_column,
    round_columns,
    texts_column,
)
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.exports.tables.projects import list_lines
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import CannotReason, Progress, Status


class Item(NamedTuple):
    """One project in one round."""

    lao: LaoPages
    results: RoundResults
    result: ProjectResult

    @property
    def plan(self) -> Plan:
        """The plan that the round tells of."""
        return self.results.plan

    @property
    def key(self) -> RoundKey:
        """The round."""
        return self.results.key


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield every project that a round counts, in the plan's order."""
    for results in lao.ledger.by_round.values():
        for result in results.results:
            yield Item(lao, results, result)


def _texts(name: str, title: str, about: str, read: Callable[[Progress], Iterable[str]]) -> Column[Item]:
    return texts_column(name, title, about, lambda item: read(item.result.progress) if item.result.progress else ())


def _text(name: str, title: str, about: str, read: Callable[[Progress], str | None]) -> Column[Item]:
    return Column(name, title, about, lambda item: read(item.result.progress) if item.result.progress else None)


_AMOUNT_SOURCE = "ตามบันทึกผล หรือรอบ 6 เดือนเมื่อรอบ 12 เดือนไม่ได้บอก หรือไม่ใช้งบประมาณเมื่อแผนไม่มีเงิน"

TABLE: Table[Item] = Table(
    "progress",
    "ผลรายโครงการ",
    "โครงการหนึ่งในรอบหนึ่งละแถว ทุกโครงการที่อยู่ในแผนของปีนั้น",
    "รายงานผล (progress/)",
    ("lao", "fiscal_year", "round", "project"),
    (
        lao_column(),
        *round_columns(),
        plan_column(),
        Column("project", "รหัสโครงการ", "รหัสในตาราง projects", lambda item: item.result.project.id, empty=""),
        Column("project_name", "ชื่อโครงการ", "ชื่อตามตารางแผน", lambda item: item.result.project.name, empty=""),
        Column("dimension", "มิติที่", "เลขมิติ", lambda item: item.result.project.dimension, Kind.INTEGER, empty=""),
        choice_column("status", "สถานะ", "สถานะตามระบบ e-PlanNACC", lambda item: item.result.status, Status, empty=""),
        Column(
            "is_carried",
            "ยกมาจากรอบ 6 เดือน",
            "true คือแล้วเสร็จในรอบ 6 เดือน และรอบ 12 เดือนไม่มีบันทึก",
            lambda item: item.result.is_carried,
            Kind.BOOLEAN,
            empty="",
        ),
        choice_column(
            "reason",
            "เหตุที่ทำไม่ได้",
            "เหตุที่ไม่สามารถดำเนินการได้",
            lambda item: item.result.progress.reason if item.result.progress else None,
            CannotReason,
        ),
        _text("reason_text", "คำอธิบายเหตุ", "คำอธิบายเหตุที่ทำไม่ได้", lambda progress: progress.reason_text),
        *money_columns(
            "planned",
            "ตามแผน",
            "งบประมาณตามแผนของปีนั้น",
            lambda item: item.result.planned,
            "ตามบันทึกผล หรืองบประมาณของโครงการ",
        ),
        *money_columns(
            "ordinance",
            "ตามข้อบัญญัติ",
            "งบประมาณตามข้อบัญญัติหรือเทศบัญญัติ",
            lambda item: item.result.ordinance,
            _AMOUNT_SOURCE,
        ),
        *money_columns(
            "disbursed",
            "เบิกจ่าย",
            "เงินที่ใช้สะสมตั้งแต่ต้นปีงบประมาณ",
            lambda item: item.result.disbursed,
            _AMOUNT_SOURCE,
        ),
        Column(
            "in_ordinance",
            "บรรจุในข้อบัญญัติ",
            "บรรจุในข้อบัญญัติ เทศบัญญัติ หรือแผนดำเนินงานหรือไม่ ไม่ใช่ว่ามีเงินหรือไม่",
            lambda item: item.result.progress.in_ordinance if item.result.progress else None,
            Kind.BOOLEAN,
        ),
        _texts("steps", "การดำเนินงาน", "สิ่งที่ทำ พร้อมเลขข้อ", lambda progress: list_lines(number_steps(progress.steps))),
        _texts("results", "ผลการดำเนินงาน", "ผลการดำเนินงาน", lambda progress: progress.results),
        _texts("outcomes", "ผลสัมฤทธิ์", "ผลลัพธ์หรือผลสัมฤทธิ์", lambda progress: progress.outcomes),
        _text("remark", "หมายเหตุ", "หมายเหตุในตารางผล", lambda progress: progress.remark),
        _text(
            "eplan_remark", "หมายเหตุใน e-PlanNACC", "หมายเหตุในระบบ e-PlanNACC", lambda progress: progress.eplan_remark
        ),
        _texts(
            "evidence",
            "หลักฐาน",
            "ชื่อหลักฐาน และที่อยู่เมื่อมี",
            lambda progress: (" ".join(filter(None, (each.title, each.url))) for each in progress.evidence),
        ),
    ),
    list_items,
    (TO_PROJECT, TO_ROUND),
)
