"""What a row of an LAO says wherever LAOs are listed."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.blocks import Mark
from prongsai.outputs.pages.summary import Summary


def tell_outstanding(entry: Summary) -> Iterator[str | Mark]:
    """Yield which reports of an LAO are not there, and what it did not get done; late only by days that it set."""
    if entry.late_rounds:
        yield Mark(f"รายงานค้างเผยแพร่ {entry.late_rounds} รอบ", "late")
    if entry.absent_rounds:
        yield Mark(f"รายงาน {entry.absent_rounds} รอบ ยังไม่มีในเว็บไซต์นี้", "waiting")
    if not (entry.late_rounds or entry.absent_rounds or entry.planned_projects is None):
        yield Mark("ไม่มีรายงานค้าง", "done")
    if entry.unfinished:
        year, projects = entry.unfinished
        yield f"ไม่เสร็จเมื่อสิ้นปี {year}: {projects} โครงการ"
