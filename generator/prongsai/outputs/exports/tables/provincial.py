"""The provincial tables that reports hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.outputs.exports.columns import (
    TO_LAO,
    choice_column,
    date_columns,
    lao_column,
    round_columns,
    row_column,
)
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import LevelName, ProvincialRow, ProvincialTable


class Item(NamedTuple):
    """One LAO in one provincial table."""

    lao: LaoPages
    key: RoundKey
    table: ProvincialTable
    line: ProvincialRow
    row: int


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield the rows of every round's table."""
    for key, report in lao.dossier.rounds.items():
        if report.provincial:
            for row, line in enumerate(report.provincial.rows, 1):
                yield Item(lao, key, report.provincial, line, row)


TABLE: Table[Item] = Table(
    "provincial",
    "ผลระดับจังหวัด",
    "อปท. หนึ่งในตารางระดับจังหวัดของรอบหนึ่งละแถว",
    "คัดจากตารางของ e-PlanNACC ที่รายงานพิมพ์ไว้",
    ("lao", "fiscal_year", "round", "row"),
    (
        lao_column(),
        *round_columns(),
        row_column(lambda item: item.row),
        Column("province", "จังหวัด", "จังหวัดของตาราง", lambda item: item.table.province, empty=""),
        *date_columns("as_of", "ข้อมูล ณ วันที่", "วันที่ของตาราง", lambda item: item.table.as_of),
        Column("name", "ชื่อ อปท.", "ชื่อ อปท. ในตาราง", lambda item: item.line.lao, empty=""),
        Column("district", "อำเภอ", "อำเภอ", lambda item: item.line.district, empty=""),
        Column("percent", "ร้อยละ", "ร้อยละที่ตารางพิมพ์", lambda item: item.line.percent, Kind.NUMBER, "ร้อยละ", empty=""),
        Column(
            "is_capped",
            "มีเครื่องหมาย *",
            "true คือผลที่คำนวณได้เกิน 100 และพิมพ์เพียง 100",
            lambda item: item.line.capped,
            Kind.BOOLEAN,
            empty="",
        ),
        choice_column("level", "ระดับ", "ระดับการนำแผนไปปฏิบัติ", lambda item: item.line.level, LevelName, empty=""),
    ),
    list_items,
    (TO_LAO,),
)
