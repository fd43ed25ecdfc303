"""Small records with papers, for the tests of wording and documents."""

from __future__ import annotations

from typing import Any

from prongsai.papers.kinds.announcement import Announcement
from prongsai.papers.kinds.file import FilePaper
from prongsai.papers.kinds.memo import Memo
from prongsai.papers.kinds.order import Order
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import Lao
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.plan import Plan
from prongsai.records.progress import Progress, RoundReport
from prongsai.records.project import Project

DATE = "2566-10-19"
ANNOUNCEMENT = Announcement(kind="ประกาศ", date=DATE)
ORDER = Order(kind="คำสั่ง", date=DATE, number="๑/๒๕๖๕")
MEMO = Memo(kind="บันทึกข้อความ", date=DATE)
FILE = FilePaper(kind="เอกสาร", date=DATE, subject="แผนเดิม", signed="files/old.pdf")


def make_dossier(
    *,
    plan: dict[str, Any] | None = None,
    report: dict[str, Any] | None = None,
    measures: dict[str, Any] | None = None,
    papers: dict[str, Any] | None = None,
    **lao: Any,
) -> Dossier:
    """Return an LAO with two projects, one done with all its money, one without money and in progress."""
    projects = (
        Project(id="p01", number=1, name="โครงการอบรม", mission="1.1", budget="20000"),
        Project(id="p02", number=2, name="มาตรการ No Gift Policy", mission="2.1", budget="ไม่ใช้งบประมาณ"),
    )
    progress = (
        Progress(project="p01", status="done", disbursed="18495", ordinance="20000", results=("อบรม 40 คน",)),
        Progress(project="p02", status="in_progress", disbursed="ไม่ใช้งบประมาณ"),
    )
    return Dossier(
        "nongsaeng",
        Lao(**{"type": "เทศบาลตำบล", "name": "หนองแสง", "district": "เมือง", "province": "เชียงราย", **lao}),
        {} if plan is None else {"2566-2570": Plan(**{"years": "2566-2570", "projects": projects, **plan})},
        {} if report is None else {RoundKey.from_slug("2566-12"): RoundReport(**{"projects": progress, **report})},
        {} if measures is None else {2567: IntegrityMeasures(**measures)},
        papers or {},
    )
