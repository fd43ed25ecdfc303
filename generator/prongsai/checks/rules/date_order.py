"""วันที่ของคำสั่ง แผน ประกาศ และรายงานต้องเรียงตามลำดับที่เกิดขึ้นจริง

คำสั่งแต่งตั้งคณะกรรมการ → คำนำ → ประกาศใช้แผน → การแก้ไขแผน และ วันสิ้นสุดรอบ → ข้อมูล ณ วันที่ → ประกาศรายงานผล
วันที่ของคำนำ ของข้อมูลก่อนสิ้นรอบ และของประกาศแก้ไขแผนที่ผิดลำดับเป็นคำเตือน คำสั่งที่มีผลย้อนหลังเป็นคำแนะนำ
เหตุที่สำคัญ: วันที่ที่ผิดลำดับแปลว่ามีวันที่ผิดอย่างน้อยหนึ่งแห่ง และทำให้เอกสารขาดความน่าเชื่อถือเมื่อถูกตรวจสอบ

ไม่ผ่าน: ประกาศใช้แผน 27 กันยายน 2565 แต่คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน 5 ตุลาคม 2565
ไม่ผ่าน: ข้อมูล ณ วันที่ 19 ตุลาคม 2566 แต่ประกาศรายงานผล 6 ตุลาคม 2566
ผ่าน: คำสั่ง 5 สิงหาคม 2565 คำนำ 23 กันยายน 2565 ประกาศใช้แผน 27 กันยายน 2565
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from prongsai.figures.duties import compute_round_end
from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.order import Order
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Amendment, Plan
from prongsai.thai.dates import format_thai_date

ID = "date-order"
SEVERITY = Severity.ERROR

_FIX = "ตรวจวันที่ทั้งสองกับฉบับลงนาม แล้วแก้วันที่ที่ผิด"
_FIX_EFFECTIVE = "ตรวจกับฉบับลงนามว่าคำสั่งมีผลย้อนหลังจริง"
_FIX_AS_OF = "ตรวจวันที่ของข้อมูลกับรายงาน และปีงบประมาณกับรอบในชื่อไฟล์"


class _Dated(NamedTuple):
    what: str
    date: dt.date
    where: Where | None = None


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield dates that come before what they have to follow."""
    for plan in loaded.dossier.plans.values():
        yield from _check_plan(loaded, plan)
        yield from _check_amendments(loaded, plan)
    yield from _check_orders(loaded)
    yield from _check_rounds(loaded)
    yield from _check_measures(loaded)


def _compare(earlier: _Dated | None, later: _Dated | None, severity: Severity, fix: str = _FIX) -> Iterator[Problem]:
    if earlier is None or later is None or later.where is None or earlier.date <= later.date:
        return
    yield Problem(
        later.where,
        ID,
        severity,
        f"{later.what} ({format_thai_date(later.date)}) อยู่ก่อน{earlier.what} ({format_thai_date(earlier.date)})",
        fix,
        (earlier.where,) if earlier.where else (),
    )


def _find_paper(loaded: LoadedDossier, paper_id: str | None, what: str) -> _Dated | None:
    paper = loaded.dossier.papers.get(paper_id or "")
    return _Dated(what, paper.date, loaded.sources.where(f"papers/{paper_id}", "date")) if paper else None


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    """The foreword may be dated when the book was printed, so that its date is a weaker sign than the papers'."""
    order = _find_paper(loaded, plan.order, "คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน")
    adoption = _find_paper(loaded, plan.announcement, "ประกาศใช้แผน")
    foreword = None
    if plan.foreword_date:
        foreword = _Dated("คำนำของแผน", plan.foreword_date, loaded.sources.where_plan(plan.period, "foreword_date"))
    too_late = list(_compare(order, adoption, SEVERITY))
    yield from too_late or _compare(order, foreword, Severity.WARNING)
    yield from _compare(foreword, adoption, Severity.WARNING)


def _check_amendments(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    adoption = _find_paper(loaded, plan.announcement, "ประกาศใช้แผน")
    by_kind: dict[str, list[tuple[Amendment, _Dated]]] = {}
    for index, amendment in enumerate(plan.amendments):
        what = f"แผนฉบับ{amendment.kind.label} ครั้งที่ {amendment.number}"
        dated = _Dated(what, amendment.date, loaded.sources.where_plan(plan.period, "amendments", index, "date"))
        yield from _compare(adoption, dated, SEVERITY)
        yield from _compare(dated, _find_paper(loaded, amendment.paper, f"ประกาศของ{what}"), Severity.WARNING)
        by_kind.setdefault(amendment.kind, []).append((amendment, dated))
    for amendments in by_kind.values():
        yield from _check_numbering(amendments)


def _check_numbering(amendments: list[tuple[Amendment, _Dated]]) -> Iterator[Problem]:
    """Some LAOs count from 1 again every year; then the order holds within a year."""
    is_yearly = max(Counter(amendment.number for amendment, _ in amendments).values()) > 1
    by_number = sorted(amendments, key=lambda item: (item[0].date.year if is_yearly else 0, item[0].number))
    for (one, earlier), (other, later) in pairwise(by_number):
        if one.number < other.number and not (is_yearly and one.date.year != other.date.year):
            yield from _compare(earlier, later, SEVERITY)


def _check_orders(loaded: LoadedDossier) -> Iterator[Problem]:
    for paper_id, paper in loaded.dossier.papers.items():
        if isinstance(paper, Order) and paper.effective_date:
            where = loaded.sources.where(f"papers/{paper_id}", "effective_date")
            effective = _Dated("วันมีผลของคำสั่ง", paper.effective_date, where)
            issued = _find_paper(loaded, paper_id, "วันที่ออกคำสั่ง")
            yield from _compare(issued, effective, Severity.ADVICE, _FIX_EFFECTIVE)


def _check_rounds(loaded: LoadedDossier) -> Iterator[Problem]:
    for key, report in loaded.dossier.rounds.items():
        name = f"progress/{key.slug}"
        end = _Dated(f"วันสิ้นสุดรอบของ{key.label}", compute_round_end(key))
        announcement = _find_paper(loaded, report.announcement, f"ประกาศรายงานผล {key.label}")
        if report.provincial and report.provincial.as_of:
            where = loaded.sources.where(name, "provincial", "as_of")
            table = _Dated("ข้อมูล ณ วันที่ของตารางระดับจังหวัด", report.provincial.as_of, where)
            yield from _compare(end, table, Severity.WARNING, _FIX_AS_OF)
        if report.as_of:
            as_of = _Dated("ข้อมูล ณ วันที่ของรายงาน", report.as_of, loaded.sources.where(name, "as_of"))
            yield from _compare(end, as_of, Severity.WARNING, _FIX_AS_OF)
            yield from _compare(as_of, announcement, SEVERITY)
        else:
            yield from _compare(end, announcement, Severity.WARNING)


def _check_measures(loaded: LoadedDossier) -> Iterator[Problem]:
    for year, measures in loaded.dossier.measures.items():
        if measures.as_of:
            where = loaded.sources.where(f"measures/{year}", "as_of")
            as_of = _Dated("ข้อมูล ณ วันที่ของผลตามมาตรการ", measures.as_of, where)
            announcement = _find_paper(loaded, measures.announcement, f"ประกาศมาตรการส่งเสริมคุณธรรมฯ ปี {year}")
            yield from _compare(as_of, announcement, SEVERITY)
