"""The LAO itself."""

from __future__ import annotations

from typing import NamedTuple

from prongsai.outputs.exports.columns import address_column, choice_column, lao_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.lao_types import LaoType


class Item(NamedTuple):
    """One LAO."""

    lao: LaoPages


TABLE: Table[Item] = Table(
    "laos",
    "หน่วยงาน",
    "หน่วยงานละแถว",
    "ข้อมูลหน่วยงาน (lao.yml)",
    ("lao",),
    (
        lao_column(),
        Column("full_name", "ชื่อเต็ม", "ชื่อที่มีคำบอกประเภท", lambda item: item.lao.dossier.lao.full_name, empty=""),
        Column("name", "ชื่อ", "ชื่อโดยไม่มีคำบอกประเภท", lambda item: item.lao.dossier.lao.name, empty=""),
        choice_column("type", "ประเภท", "ประเภทของ อปท.", lambda item: item.lao.dossier.lao.type, LaoType, empty=""),
        Column("district", "อำเภอ", "อำเภอ", lambda item: item.lao.dossier.lao.district),
        Column("province", "จังหวัด", "จังหวัด", lambda item: item.lao.dossier.lao.province, empty=""),
        Column("code", "รหัส อปท.", "รหัสที่หน่วยงานให้ไว้", lambda item: item.lao.dossier.lao.code),
        Column("website", "เว็บไซต์หลัก", "ที่อยู่เว็บไซต์หลักของหน่วยงาน", lambda item: item.lao.dossier.lao.website),
        Column(
            "is_sample",
            "ข้อมูลตัวอย่าง",
            "true คือข้อมูลตัวอย่าง ไม่ใช่ของจริง",
            lambda item: item.lao.dossier.lao.sample,
            Kind.BOOLEAN,
            empty="",
        ),
        address_column("page_address", "ที่อยู่หน้าแรก", lambda item: item.lao.paths.front),
    ),
    lambda lao: [Item(lao)],
)
