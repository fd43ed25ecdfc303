"""What a table is, told by the words of its head."""

from __future__ import annotations

import re
from enum import Enum

from prongsai.importing.source import TableText
from prongsai.importing.squeezing import squeeze


class TableKind(Enum):
    """The tables of these documents; E1 to E7 are those of e-PlanNACC."""

    RISKS = "risks"
    TARGETS = "targets"
    PLAN = "plan"
    RESULTS = "results"
    MEASURES = "measures"
    RESULTS_BY_DIMENSION = "E1"
    BY_DIMENSION = "E2"
    DISBURSED = "E4"
    STATUS_COUNTS = "E5"
    STATUSES = "E6"
    PROVINCE = "E7"


_MAX_HEAD_ROWS = 4
# Words that the head must have, white space left out; the first kind whose words are all there.
_HEADS: dict[TableKind, tuple[str, ...]] = {
    TableKind.RISKS: (
        "ความเสี่ยง", "(?i:risk)|ระดับ|มาตรการ", "มาตรการ|ควบคุม",
        "ประเด็น|ขั้นตอน|กระบวนงาน|เหตุการณ์|(?i:risk)|(?:ค่า|คะแนน|ระดับ|ระดับของ)ความเสี่ยง|โอกาส",
    ),
    TableKind.TARGETS: ("ค่าเป้าหมาย|ตัวชี้วัด", "ปี.{0,4}[2๒][5๕]"),
    TableKind.STATUSES: ("รายการโครงการ|ชื่อโครงการ|โครงการ/กิจกรรม", "สถานะ|รอรายงาน|รอการรายงาน"),
    TableKind.RESULTS: ("โครงการ", "เบิกจ่าย|ใช้จริง|ใช้จ่าย", "ผลการดำเนินงาน|ผลการดำเนินการ"),
    TableKind.PLAN: ("โครงการ", "(?:[2๒][5๕][0-9๐-๙]{2}.*){2}", "มิติ|มติ|ภารกิจ|งบประมาณ"),
    TableKind.MEASURES: ("มาตรการ|แนวทาง", "วิธีดำเนิน|วิธีการ|ขั้นตอน", "รับผิดชอบ", "ผลการดำเนิน|ผลลัพธ์|ระยะเวลา"),
    TableKind.PROVINCE: ("ชื่ออปท|ชื่อหน่วยงาน", "ร้อยละ", "ระดับ"),
    TableKind.RESULTS_BY_DIMENSION: ("มิติ|มติ", "ดำเนินการแล้ว", "ตามแผน", "ร้อยละ|งบประมาณ"),
    TableKind.STATUS_COUNTS: ("ขั้นต่ำ", "โครงการทั้งหมด|ทั้งหมด", "แล้วเสร็จ"),
    TableKind.DISBURSED: ("มิติ|มติ", "ตามแผน", "ข้อบัญญัติ|เทศบัญญัติ", "เบิกจ่าย"),
    TableKind.BY_DIMENSION: ("(?:มิติ|มติ)ที่[1๑].*(?:มิติ|มติ)ที่[2๒]", "โครงการ", "งบประมาณ"),
}  # fmt: skip


def find_table_kind(table: TableText) -> TableKind | None:
    """Return what a table is, None where its head does not tell."""
    for count in range(1, _MAX_HEAD_ROWS + 1):
        head = squeeze("".join(cell.text for row in table.rows[:count] for cell in row))
        if len(head) > 600:
            break
        for kind, words in _HEADS.items():
            if all(re.search(word, head) for word in words) and _is_likely(kind, table):
                return kind
    return None


def _is_likely(kind: TableKind, table: TableText) -> bool:
    """A table needs the columns that its head speaks of."""
    least = {
        TableKind.TARGETS: 2,
        TableKind.RISKS: 3,
        TableKind.DISBURSED: 3,
        TableKind.MEASURES: 4,
        TableKind.PROVINCE: 4,
    }
    return table.width >= least.get(kind, 5 if kind is not TableKind.STATUS_COUNTS else 4)
