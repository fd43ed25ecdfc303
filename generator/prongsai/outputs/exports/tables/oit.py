"""The OIT items of every ITA year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.figures.oit import OitItem, OitState
from prongsai.outputs.exports.columns import TO_LAO, address_column, lao_column, texts_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.kinds.oit_pages import OitRow, list_rows
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.oit import OitCertainty, OitKind

_NONE = "ยังไม่มี"


class Item(NamedTuple):
    """One item of one year."""

    lao: LaoPages
    year: int
    row: OitRow

    @property
    def item(self) -> OitItem:
        """The item."""
        return self.row.item

    def find(self, title: str) -> str | None:
        """Return the page or file behind one of its links."""
        return dict(self.row.links).get(title)


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield the items of every year, newest first."""
    for year in lao.ledger.oit_items:
        yield from list_items_of(lao, year)


def list_items_of(lao: LaoPages, year: int) -> Iterator[Item]:
    """Yield the items of one ITA year."""
    for row in list_rows(lao, year):
        yield Item(lao, year, row)


TABLE: Table[Item] = Table(
    "oit",
    "ข้อ OIT",
    "ข้อ OIT ข้อหนึ่งในการประเมิน ITA ปีหนึ่งละแถว",
    "คำนวณจากข้อมูลที่เผยแพร่ ไม่ใช่ผลการประเมินของ ป.ป.ช.",
    ("lao", "ita_year", "item"),
    (
        lao_column(),
        Column("ita_year", "ปี ITA", "ปีของการประเมิน", lambda item: item.year, Kind.INTEGER, "พ.ศ.", empty=""),
        Column("code", "รหัสข้อ", "รหัสข้อในปีนั้น", lambda item: item.item.code, empty="ไม่ทราบรหัสของปีนั้น"),
        Column(
            "code_status",
            "ที่มาของรหัส",
            "รหัสแน่นอนเพียงใด",
            lambda item: item.item.certainty.value,
            empty="",
            choices={each.value: each.value for each in OitCertainty},
        ),
        Column(
            "item",
            "สิ่งที่ถาม",
            "สิ่งที่ข้อนี้ถาม",
            lambda item: item.item.kind.value,
            empty="",
            choices={each.value: each.label for each in OitKind},
        ),
        Column("title", "ชื่อข้อ", "ชื่อข้อ", lambda item: item.item.kind.label, empty=""),
        Column(
            "fiscal_year",
            "ปีงบประมาณ",
            "ปีของข้อมูลที่ตอบข้อนี้",
            lambda item: item.item.fiscal_year,
            Kind.INTEGER,
            "พ.ศ.",
            empty="",
        ),
        Column(
            "state",
            "สถานะ",
            "ครบเพียงใด",
            lambda item: item.item.state.value,
            empty="",
            choices={each.value: each.label for each in OitState},
        ),
        texts_column(
            "shown", "แสดงแล้ว", "สิ่งที่แสดงแล้ว", lambda item: (part.title for part in item.item.parts if not part.lacks)
        ),
        texts_column("missing", "ขาด", "สิ่งที่ยังขาด", lambda item: item.item.lacks),
        address_column("page_address", "ที่อยู่หน้าเว็บ", lambda item: item.find("หน้าเว็บ"), _NONE),
        address_column("pdf_address", "ที่อยู่ PDF", lambda item: item.find("PDF"), _NONE),
        address_column("signed_address", "ที่อยู่ฉบับลงนาม", lambda item: item.find("ฉบับลงนาม"), _NONE),
    ),
    list_items,
    (TO_LAO,),
)
