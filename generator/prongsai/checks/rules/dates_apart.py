"""วันที่สองวันของเรื่องเดียวกันต้องไม่ห่างกันเกินหกเดือน

ตรวจวันออกคำสั่งกับวันมีผล การแก้ไขแผนกับประกาศของการแก้ไข และวันที่ของข้อมูลในรายงานกับตารางระดับจังหวัดและบันทึกข้อความของรายงาน
เหตุที่สำคัญ: เอกสารของเรื่องเดียวกันออกห่างกันไม่กี่วัน หากห่างกันเป็นปีแปลว่าปีผิดหนึ่งแห่ง

ไม่ผ่าน: คำสั่งลงวันที่ 5 สิงหาคม 2565 แต่มีผล 5 สิงหาคม 2566
ไม่ผ่าน: ข้อมูล ณ วันที่ 11 ตุลาคม 2570 แต่บันทึกข้อความรายงานผลลงวันที่ 14 ตุลาคม 2571
ผ่าน: คำสั่งลงวันที่ 5 สิงหาคม 2565 และมีผล 1 ตุลาคม 2565
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.order import Order
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.dates import format_thai_date

ID = "dates-apart"
SEVERITY = Severity.WARNING
MAX_DAYS = 180


class _Dated(NamedTuple):
    what: str
    date: dt.date
    where: Where


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield later dates that are too far from the date that they belong to; those before it are told by date-order."""
    for first, second in _list_pairs(loaded):
        days = (second.date - first.date).days
        if days > MAX_DAYS:
            yield Problem(
                second.where,
                ID,
                SEVERITY,
                f"{second.what} ({format_thai_date(second.date)}) อยู่หลัง{first.what} "
                f"({format_thai_date(first.date)}) {days} วัน เกิน {MAX_DAYS} วัน",
                "ตรวจวันที่ทั้งสองกับฉบับลงนาม แล้วแก้ปีที่ผิด",
                (first.where,),
            )


def _list_pairs(loaded: LoadedDossier) -> Iterator[tuple[_Dated, _Dated]]:
    dossier, sources = loaded.dossier, loaded.sources
    for paper_id, order in dossier.papers.items():
        if isinstance(order, Order) and order.effective_date:
            effective = _Dated(
                "วันมีผลของคำสั่ง", order.effective_date, sources.where(f"papers/{paper_id}", "effective_date")
            )
            yield _Dated("วันออกคำสั่ง", order.date, sources.where(f"papers/{paper_id}", "date")), effective
    for plan in dossier.plans.values():
        for index, amendment in enumerate(plan.amendments):
            what = f"แผนฉบับ{amendment.kind.label} ครั้งที่ {amendment.number}"
            amended = _Dated(what, amendment.date, sources.where_plan(plan.period, "amendments", index, "date"))
            yield from ((amended, paper) for paper in _find_paper(loaded, amendment.paper, f"ประกาศของ{what}"))
    for key, report in dossier.rounds.items():
        if report.as_of:
            data = _Dated("ข้อมูลของรายงาน", report.as_of, sources.where_round(key, "as_of"))
            yield from ((data, memo) for memo in _find_paper(loaded, report.memo, "บันทึกข้อความรายงานผล"))
            if report.provincial and report.provincial.as_of:
                where = sources.where_round(key, "provincial", "as_of")
                yield data, _Dated("ข้อมูลของตารางระดับจังหวัด", report.provincial.as_of, where)


def _find_paper(loaded: LoadedDossier, paper_id: str | None, what: str) -> Iterator[_Dated]:
    paper = loaded.dossier.papers.get(paper_id or "")
    if paper:
        yield _Dated(what, paper.date, loaded.sources.where(f"papers/{paper_id}", "date"))
