"""What the checker found in the documents and the LAO explains, or has not mended yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_LAO, lao_column, row_column
from prongsai.outputs.exports.table import Column, Table
from prongsai.outputs.pages.kinds.notes_page import format_place
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.problem import Problem


class Item(NamedTuple):
    """One finding; without a reason nobody explained it."""

    lao: LaoPages
    problem: Problem
    reason: str | None
    row: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield what stands unmended, then what is explained."""
    found: list[tuple[Problem, str | None]] = [(problem, None) for problem in lao.standing]
    found += [(entry.problem, entry.reason) for entry in lao.silenced]
    for row, (problem, reason) in enumerate(found, 1):
        yield Item(lao, problem, reason, row)


TABLE: Table[Item] = Table(
    "notes",
    "ข้อสังเกตเกี่ยวกับข้อมูล",
    "สิ่งที่ระบบตรวจพบละแถว",
    "การตรวจข้อมูลก่อนเผยแพร่",
    ("lao", "row"),
    (
        lao_column(),
        row_column(lambda item: item.row),
        Column("message", "สิ่งที่ตรวจพบ", "สิ่งที่ตรวจพบ", lambda item: item.problem.message, empty=""),
        Column("place", "ที่พบ", "ไฟล์และบรรทัดที่พบ", lambda item: format_place(item.problem, item.lao.dossier.slug)),
        Column("rule", "กฎ", "รหัสกฎในหน้ากฎการตรวจข้อมูล", lambda item: item.problem.rule, empty=""),
        Column("reason", "เหตุผลที่คงไว้", "คำอธิบายของผู้บันทึกข้อมูล", lambda item: item.reason, empty="ยังไม่มีคำอธิบาย"),
    ),
    list_items,
    (TO_LAO,),
)
