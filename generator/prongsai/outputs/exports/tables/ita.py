"""All OIT items of the ITA years of which the office has its own list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.figures.oit_list import OitLine
from prongsai.outputs.exports.columns import TO_LAO, address_column, lao_column, row_column, texts_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.kinds.oit_pages import list_lines
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.oit import OitKind

_STATES = {"given": "มีที่อยู่ให้เปิด", "missing": "ยังไม่มีที่อยู่"}


class Item(NamedTuple):
    """One item of one year."""

    lao: LaoPages
    year: int
    row: int
    line: OitLine
    links: tuple[tuple[str, str], ...]


def list_items(lao: LaoPages) -> Iterator[Item]:
    """Yield the items of every year, newest first."""
    for year in sorted(lao.ledger.oit_lists, reverse=True):
        yield from list_items_of(lao, year)


def list_items_of(lao: LaoPages, year: int) -> Iterator[Item]:
    """Yield the items of one ITA year that has a list."""
    for row, (line, links) in enumerate(list_lines(lao, year), 1):
        yield Item(lao, year, row, line, links)


def _read_title(item: Item) -> str | None:
    line = item.line
    return line.entry.title if line.entry else line.own.title if line.own else None


TABLE: Table[Item] = Table(
    "ita",
    "ข้อ OIT ทั้งหมด",
    "ข้อ OIT ข้อหนึ่งของปีที่หน่วยงานลงรายการไว้ละแถว",
    "รายการของหน่วยงาน (oit/) เติมด้วยหน้าที่เว็บไซต์นี้มี ไม่ใช่ผลการประเมินของ ป.ป.ช.",
    ("lao", "ita_year", "row"),
    (
        lao_column(),
        Column("ita_year", "ปี ITA", "ปีของการประเมิน", lambda item: item.year, Kind.INTEGER, "พ.ศ.", empty=""),
        row_column(lambda item: item.row),
        Column("code", "เลขข้อ", "เลขข้อในปีนั้น", lambda item: item.line.code, empty="ไม่ทราบเลขของปีนั้น"),
        Column("group", "หัวข้อกลุ่ม", "หัวข้อกลุ่มตามที่หน่วยงานเขียน", lambda item: item.line.group, empty="ไม่มีหัวข้อกลุ่ม"),
        Column("title", "ชื่อข้อ", "ชื่อข้อตามที่หน่วยงานเขียน", _read_title, empty=""),
        Column(
            "item",
            "สิ่งที่เว็บไซต์นี้ตอบ",
            "ชนิดของข้อที่เว็บไซต์นี้แสดงเอง",
            lambda item: item.line.own.kind.value if item.line.own else None,
            empty="ข้อที่เว็บไซต์นี้ไม่ได้แสดงเอง",
            choices={each.value: each.label for each in OitKind},
        ),
        Column(
            "state",
            "สถานะ",
            "มีที่อยู่ให้เปิดหรือไม่",
            lambda item: "given" if item.line.has_address else "missing",
            empty="",
            choices=_STATES,
        ),
        texts_column(
            "addresses", "ที่อยู่", "ที่อยู่ที่หน่วยงานให้ไว้", lambda item: item.line.entry.url if item.line.entry else ()
        ),
        address_column(
            "file_address",
            "ที่อยู่ไฟล์",
            lambda item: (
                item.lao.paths.file(item.line.entry.file) if item.line.entry and item.line.entry.file else None
            ),
            "ไม่มีไฟล์ในเว็บไซต์นี้",
        ),
        address_column(
            "page_address",
            "ที่อยู่หน้าในเว็บไซต์นี้",
            lambda item: dict(item.links).get("หน้าเว็บ"),
            "ข้อที่เว็บไซต์นี้ไม่ได้แสดงเอง",
        ),
        Column("note", "หมายเหตุ", "หมายเหตุของหน่วยงาน", lambda item: item.line.entry.note if item.line.entry else None),
    ),
    list_items,
    (TO_LAO,),
)
