"""The official papers that are published."""

from __future__ import annotations

from typing import NamedTuple

from prongsai.outputs.exports.columns import TO_LAO, address_column, choice_column, date_columns, lao_column
from prongsai.outputs.exports.table import Column, Kind, Table
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.records.dossier import Purpose
from prongsai.records.papers import Paper, PaperKind

_NO_PURPOSE = "ไม่มีข้อมูลอื่นอ้างถึง"
_PURPOSES = {
    "adoption": "ประกาศใช้แผน",
    "committee": "แต่งตั้งคณะกรรมการ",
    "amendment": "แก้ไขแผน",
    "report": "เผยแพร่รายงานผล",
    "report_memo": "เสนอรายงานผล",
    "measures": "เผยแพร่มาตรการส่งเสริมคุณธรรม",
}


class Item(NamedTuple):
    """One paper."""

    lao: LaoPages
    id: str
    paper: Paper

    @property
    def purpose(self) -> Purpose | None:
        """What it is for."""
        return self.lao.dossier.get_purpose(self.id)


def _read_year(item: Item) -> int | None:
    purpose = item.purpose
    return (purpose.key.fiscal_year if purpose.key else purpose.fiscal_year) if purpose else None


TABLE: Table[Item] = Table(
    "papers",
    "เอกสารทางการ",
    "ประกาศ คำสั่ง บันทึกข้อความ หรือเอกสารละแถว ล่าสุดก่อน",
    "เอกสารทางการ (papers/)",
    ("lao", "paper"),
    (
        lao_column(),
        Column("paper", "รหัสเอกสาร", "รหัสถาวรในที่อยู่หน้าเว็บ", lambda item: item.id, empty=""),
        choice_column("kind", "ชนิด", "ชนิดของเอกสาร", lambda item: item.paper.kind, PaperKind, empty=""),
        *date_columns("date", "วันที่", "วันที่ของเอกสาร", lambda item: item.paper.date, empty=""),
        Column("number", "เลขที่", "เลขที่/ปี", lambda item: item.paper.number),
        Column("subject", "เรื่อง", "เรื่อง", lambda item: item.paper.subject),
        Column("issuer", "ผู้ออก", "ผู้ออกเมื่อไม่ใช่หน่วยงานนี้", lambda item: item.paper.issuer, empty="หน่วยงานนี้"),
        Column(
            "purpose",
            "ใช้ทำอะไร",
            "ข้อมูลใดอ้างถึงเอกสารนี้",
            lambda item: item.purpose.role.value if item.purpose else None,
            empty=_NO_PURPOSE,
            choices=_PURPOSES,
        ),
        Column(
            "plan",
            "แผน",
            "ช่วงปีของแผนที่เอกสารเป็นของ",
            lambda item: plan.period if (plan := item.lao.dossier.find_paper_plan(item.id)) else None,
            empty="ไม่เป็นของแผนใด",
        ),
        Column(
            "fiscal_year",
            "ปีงบประมาณ",
            "ปีของรายงานหรือมาตรการที่เอกสารเผยแพร่",
            _read_year,
            Kind.INTEGER,
            "พ.ศ.",
            empty=_NO_PURPOSE,
        ),
        address_column("page_address", "ที่อยู่หน้าเอกสาร", lambda item: item.lao.paths.paper(item.id)),
        address_column(
            "signed_address",
            "ที่อยู่ฉบับลงนาม",
            lambda item: item.lao.paths.file(item.paper.signed) if item.paper.signed else None,
            "ไม่มีไฟล์",
        ),
    ),
    lambda lao: [Item(lao, name, paper) for name, paper in lao.shelf.papers.items()],
    (TO_LAO,),
)
