"""วันที่ต้องอยู่ในช่วงเวลาที่เป็นไปได้ของแผน รอบรายงาน หรือปีงบประมาณนั้น

ตรวจวันที่ของคำสั่ง คำนำ ประกาศใช้แผน และการแก้ไขแผนกับปีของแผน วันที่ของรายงานกับรอบ
และวันที่ของหลักฐานกับปีงบประมาณและกับวันที่ของข้อมูล แผนที่ประกาศใช้ช้าได้ไม่เกินหกเดือนหลังปีแรกเริ่ม
เหตุที่สำคัญ: หลักฐานหรือเอกสารของปีอื่นไม่ได้แสดงผลของปีที่รายงาน และปีที่พิมพ์ผิดทำให้ค้นเอกสารไม่พบ

ไม่ผ่าน: รายงานปีงบประมาณ 2566 มีหลักฐานลงวันที่ 14 ธันวาคม 2563
ไม่ผ่าน: แผนปี 2566 - 2570 มีประกาศใช้แผนวันที่ 27 กันยายน 2556
ไม่ผ่าน: แผนปี 2566 - 2570 มีประกาศใช้แผนวันที่ 27 กันยายน 2566 (เมื่อปีแรกของแผนใกล้จบแล้ว)
ไม่ผ่าน: ข้อมูล ณ วันที่ 10 เมษายน 2566 แต่มีหลักฐานลงวันที่ 15 กรกฎาคม 2566
ผ่าน: หลักฐานลงวันที่ 14 ธันวาคม 2565 ในรายงานปีงบประมาณ 2566
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prongsai.checks.subjects.evidence_dates import iter_evidence_dates
from prongsai.figures.duties import compute_round_end
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year, format_thai_date

ID = "date-range"
SEVERITY = Severity.WARNING
# A plan is drawn up in the years before its first; a report that came later than this was meant for another year.
MAX_YEARS = 2
# Plans are adopted in the weeks before their first year; a slip of one year moves that to the other end of the year.
MAX_MONTHS_LATE = 6

_ORDER, _FOREWORD, _ADOPTION = "คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน", "คำนำของแผน", "ประกาศใช้แผน"
_FIRST_PAPERS = {_ORDER, _ADOPTION}  # the foreword may be dated when the book was printed again
_MEMO = "บันทึกข้อความรายงานผล"
_FIX = "ตรวจวันที่กับฉบับลงนาม แล้วแก้ปีที่ผิด"
_FIX_EVIDENCE = "แก้วันที่ หรือย้ายหลักฐานไปไว้ในรายงานของปีที่ถูกต้อง"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield dates too far from the plan, the round or the fiscal year that they belong to."""
    for plan in loaded.dossier.plans.values():
        yield from _check_plan(loaded, plan)
    yield from _check_reports(loaded)
    yield from _check_evidence(loaded)


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    years = plan.years
    where_years = loaded.sources.where_plan(plan.period, "years")
    begin = dt.date(years.first - BE_OFFSET - 1, 10, 1)
    latest, earliest = dt.date(begin.year + 1, begin.month - MAX_MONTHS_LATE, 1), dt.date(begin.year - 1, 10, 1)
    for what, date, where in _list_plan_dates(loaded, plan):
        year = compute_fiscal_year(date)
        if year > years.last:
            relation = f"อยู่หลังปีสุดท้ายของแผนปี {years.first} - {years.last}"
        elif year < years.first - MAX_YEARS:
            relation = f"อยู่ก่อนปีแรกของแผนปี {years.first} - {years.last} เกิน {MAX_YEARS} ปี"
        elif date >= latest and what in _FIRST_PAPERS:
            relation = (
                f"ช้ากว่าวันที่แผนปี {years.first} - {years.last} เริ่ม ({format_thai_date(begin)}) เกิน {MAX_MONTHS_LATE} เดือน"
            )
        elif date < earliest and what == _ADOPTION:
            relation = f"อยู่ก่อนวันที่แผนปี {years.first} - {years.last} เริ่ม ({format_thai_date(begin)}) เกิน 1 ปี"
        else:
            continue
        yield Problem(where, ID, SEVERITY, f"{what} ลงวันที่ {format_thai_date(date)} {relation}", _FIX, (where_years,))


def _list_plan_dates(loaded: LoadedDossier, plan: Plan) -> Iterator[tuple[str, dt.date, Where]]:
    yield from _find_paper(loaded, plan.order, _ORDER)
    if plan.foreword_date:
        yield _FOREWORD, plan.foreword_date, loaded.sources.where_plan(plan.period, "foreword_date")
    yield from _find_paper(loaded, plan.announcement, _ADOPTION)
    for index, amendment in enumerate(plan.amendments):
        what = f"แผนฉบับ{amendment.kind.label} ครั้งที่ {amendment.number}"
        yield what, amendment.date, loaded.sources.where_plan(plan.period, "amendments", index, "date")
        yield from _find_paper(loaded, amendment.paper, f"ประกาศของ{what}")


def _find_paper(loaded: LoadedDossier, paper_id: str | None, what: str) -> Iterator[tuple[str, dt.date, Where]]:
    paper = loaded.dossier.papers.get(paper_id or "")
    if paper is not None:
        yield what, paper.date, loaded.sources.where(f"papers/{paper_id}", "date")


def _check_reports(loaded: LoadedDossier) -> Iterator[Problem]:
    for key, name, what, date, where in _list_report_dates(loaded):
        if date > compute_round_end(RoundKey(key.fiscal_year + MAX_YEARS, key.round)):
            relation = f"ช้ากว่าวันสิ้นสุดรอบ ({format_thai_date(compute_round_end(key))}) เกิน {MAX_YEARS} ปี"
        elif what == _MEMO and compute_fiscal_year(date) < key.fiscal_year:  # date-order sees the others
            relation = f"อยู่ก่อนปีงบประมาณ พ.ศ. {key.fiscal_year}"
        else:
            continue
        message = f"{what} ลงวันที่ {format_thai_date(date)} {relation}"
        where_report = loaded.sources.where(name)
        related = (where_report,) if where_report.path != where.path else ()
        yield Problem(where, ID, SEVERITY, message, _FIX, related)


def _list_report_dates(loaded: LoadedDossier) -> Iterator[tuple[RoundKey, str, str, dt.date, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    for key, report in dossier.rounds.items():
        name = f"progress/{key.slug}"
        if report.as_of:
            yield key, name, "ข้อมูลของรายงาน", report.as_of, sources.where(name, "as_of")
        if report.provincial and report.provincial.as_of:
            where = sources.where(name, "provincial", "as_of")
            yield key, name, "ข้อมูลของตารางระดับจังหวัด", report.provincial.as_of, where
        for what, date, where in (
            *_find_paper(loaded, report.announcement, "ประกาศรายงานผล"),
            *_find_paper(loaded, report.memo, _MEMO),
        ):
            yield key, name, what, date, where
    for year, measures in dossier.measures.items():
        key, name = RoundKey(year, Round.TWELVE), f"measures/{year}"
        if measures.as_of:
            yield key, name, "ข้อมูลของผลตามมาตรการ", measures.as_of, sources.where(name, "as_of")
        for what, date, where in _find_paper(loaded, measures.announcement, "ประกาศมาตรการส่งเสริมคุณธรรมฯ"):
            yield key, name, what, date, where


def _check_evidence(loaded: LoadedDossier) -> Iterator[Problem]:
    """Evidence may be written after the year's end, as long as the report's data are of a later day."""
    for evidence in iter_evidence_dates(loaded):
        date, fiscal_year = evidence.date, evidence.fiscal_year
        year = compute_fiscal_year(date)
        told, fix = f"หลักฐานลงวันที่ {format_thai_date(date)} ", _FIX_EVIDENCE
        is_late = evidence.last is None or date > evidence.last
        if year < fiscal_year or (year > fiscal_year and is_late):
            message = f"{told}ซึ่งอยู่ในปีงบประมาณ {year} แต่ใช้ในรายงานของปีงบประมาณ {fiscal_year}"
            yield Problem(evidence.where, ID, SEVERITY, message, fix)
        elif evidence.last and evidence.where_last and is_late:
            message = f"{told}แต่ข้อมูลของรายงานเป็นของวันที่ {format_thai_date(evidence.last)}"
            yield Problem(evidence.where, ID, SEVERITY, message, fix, (evidence.where_last,))
