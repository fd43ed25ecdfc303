"""วันที่ของสิ่งที่ทำแล้วต้องอยู่ในปีงบประมาณที่รายงาน และไม่เลยวันที่ของข้อมูลหรือของเอกสาร

ตรวจวันที่ที่มีวัน เดือน และปีครบ กับเดือนที่มีปี ในผลรายโครงการ ผลของมาตรการ คำนำ ประกาศ และบันทึกข้อความ เฉพาะที่เขียนว่าทำแล้ว (เมื่อวันที่ จัดอบรมวันที่)
ไม่รวมกำหนดการข้างหน้า และวันที่ของคำสั่งหรือหนังสือที่อ้างถึง
เหตุที่สำคัญ: งานที่ทำหลังวันที่ของข้อมูลหรือทำในปีก่อนไม่ใช่ผลของรอบนี้ ส่วนมากคือปีที่พิมพ์ผิด

ไม่ผ่าน: ข้อมูล ณ วันที่ 6 ตุลาคม 2566 แต่ผลเขียนว่า จัดอบรมเมื่อวันที่ 26 เมษายน 2567
ไม่ผ่าน: รายงานปีงบประมาณ 2566 เขียนว่า จัดอบรมเมื่อวันที่ 26 เมษายน 2565
ไม่ผ่าน: ประกาศลงวันที่ 20 กันยายน 2565 เขียนว่า ที่ประชุมเมื่อวันที่ 14 กันยายน 2566 มีมติเห็นชอบ
ผ่าน: รายงานปีงบประมาณ 2566 เขียนว่า จัดอบรมเมื่อวันที่ 26 เมษายน 2566
ผ่าน: ดำเนินการตามคำสั่ง ลงวันที่ 5 สิงหาคม 2564
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_dates import ERA, MONTH, find_dates, read_date
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year, format_thai_date
from prongsai.thai.patterns import compile_late

ID = "event-date"
SEVERITY = Severity.WARNING

_WORK = {"steps", "text", "results", "outcomes", "remark", "eplan_remark"}
_KEYS = _WORK | {"foreword", "introduction", "problems", "paragraphs", "background", "facts", "eplan_problems"}
_EARLY = (2, 1)  # no report is of data from before this day of its year
_REACH = 240
_NEAR = 30
# The first day of several (16 - 17 กุมภาพันธ์ 2566) may stand before the date that is read.
_ON = r"วัน(?:[ก-๎]{2,9}?)?ที่\s*(?:[0-9]{1,2}\s*(?:-|–|ถึง|และ|,)\s*)?$"
_PAST = compile_late(rf"เมื่อ\s*{_ON}")
_EVENT = "จัด(?!ทำ|ซื้อ|จ้าง|เก็บ|สรร)[ก-๎]{2,40}?|ประชุม|อบรม|ออกหน่วย|ศึกษาดูงาน|สัมมนา|มอบ(?:รางวัล|ประกาศ|เกียรติ)|ลงพื้นที่"
_DONE = compile_late(rf"(?:{_EVENT})(?:(?!วันที่).){{0,180}}?(?:ใน|เมื่อ|ณ|ระหว่าง)?\s*{_ON}")
# What happens but is no event of the year's own work: a paper of an earlier year may be used.
_BEGUN = compile_late(
    rf"(?:เกิด(?:เหตุ|อุทกภัย|น้ำท่วม|วาตภัย|อัคคีภัย|ภัย|พายุ|การแพร่|การระบาด|ปัญหา)|เริ่มใช้|เปิดใช้|เปิดให้บริการ|ประกาศใช้|ออกประกาศ|ลงนาม|เผยแพร่|ติดตั้ง|ส่งมอบ)(?:(?!วันที่)[^0-9]){{0,40}}?(?:ใน|ณ)?\s*{_ON}"
)
_IN_MONTH = compile_late(
    rf"(?P<when>เมื่อ|ใน)(?:ช่วง|ต้น|กลาง|ปลาย)?เดือน\s*(?P<month>{MONTH}\s*(?:{ERA}\s*)?2[56][0-9]{{2}})(?![0-9])"
)
_IN_YEAR = compile_late(
    rf"^(?:ได้)?(?:ดำเนิน(?:การ|งาน|โครงการ|กิจกรรม)|{_EVENT})(?:แล้วเสร็จ)?\s*(?:ตลอด|ใน)(?:ทั้ง)?ปีงบประมาณ\s*(?:{ERA}\s*)?(?P<year>2[56][0-9]{{2}})(?![0-9])"
)
# One of a series, by its year. The calendar year of the first quarter is one less than the fiscal year.
_YEARLY = compile_late(
    rf"(?:จัด|ดำเนิน)(?:โครงการ|กิจกรรม|งาน|(?:การ)?(?:ฝึก)?อบรม)(?:(?!ตาม|ผล|รายงาน|ประกาศ|แผน|ต่อเนื่อง|จาก|เดิม|รุ่น)[^0-9]){{0,120}}?ประจำปี(?:งบประมาณ)?\s*(?:{ERA}\s*)?(?P<year>2[56][0-9]{{2}})(?![0-9]|\s*(?:-|–|ถึง))"
)
_AHEAD = compile_late(
    "จะ|กำหนด|(?<!ตรวจสอบ)(?<!ควบคุม)ภายใน|ไม่เกิน|ถึง|จน|เลื่อน|ขยาย|คาด|(?<!ตลาด)นัด|มีผล|ตั้งแต่|ก่อน|หลัง|หมดอายุ|เตรียม"
)
_CITED = compile_late("ตาม|มติ|จาก|เดิม|ครั้งก่อน|ปีก่อน|ที่ผ่านมา|ต่อเนื่อง|คำสั่ง|หนังสือ|ลงวัน|ประกาศ(?!เกียรติ)|ระเบียบ|ฉบับ|ทบทวน|เทียบ")


class _Period(NamedTuple):
    """What a text can tell of: the fiscal year, None where any; the last day, where it stands, and what it is."""

    fiscal_year: int | None
    last: dt.date | None
    where: Where | None
    label: str


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield dates of events outside the fiscal year of the report, or after its data or its paper."""
    places = TextPlaces(loaded)
    periods = {**_list_reports(loaded), **_list_papers(loaded)}
    for placed in loaded.sources.texts:
        period = periods.get(placed.document)
        if period and placed.key in _KEYS:
            yield from _check_text(places, placed, period)


def _list_reports(loaded: LoadedDossier) -> dict[str, _Period]:
    dossier = loaded.dossier
    dated = [(f"progress/{k.slug}", k.fiscal_year, r.as_of, r.announcement) for k, r in dossier.rounds.items()]
    dated += [(f"measures/{year}", year, m.as_of, m.announcement) for year, m in dossier.measures.items()]
    found = {}
    for name, year, as_of, announcement in dated:
        last, where = as_of, loaded.sources.where(name, "as_of")
        paper = dossier.papers.get(announcement or "")
        if last and last < dt.date(year - BE_OFFSET, *_EARLY):  # told by date-order
            last = None
        elif last is None and paper:
            last, where = paper.date, loaded.sources.where(f"papers/{announcement}", "date")
        found[name] = _Period(year, last, where if last else None, "ข้อมูลของรายงานเป็นของ")
    return found


def _list_papers(loaded: LoadedDossier) -> dict[str, _Period]:
    return {
        f"papers/{paper_id}": _Period(
            None, paper.date, loaded.sources.where(f"papers/{paper_id}", "date"), f"{paper.kind.label}ลง"
        )
        for paper_id, paper in loaded.dossier.papers.items()
    }


def _check_text(places: TextPlaces, placed: PlacedText, period: _Period) -> Iterator[Problem]:
    text = read_plainly(placed.text)
    fix = "ตรวจวันที่กับหลักฐาน แล้วแก้ปีที่ผิด"
    for date, start, before, name in (*_list_days(text), *_list_months(text)):
        event = _PAST.search(before) or _DONE.search(before)
        told = f"เขียนถึงสิ่งที่ทำ{name} "
        if period.last and date > period.last:
            event = event or _BEGUN.search(before)
            if event and not _AHEAD.search(before, max(0, event.start() - _NEAR)):
                message = f"{told}แต่{period.label}วันที่ {format_thai_date(period.last)}"
                related = (period.where,) if period.where else ()
                yield Problem(places.where(placed, start), ID, SEVERITY, message, fix, related)
        elif event and period.fiscal_year and compute_fiscal_year(date) < period.fiscal_year:
            is_work = placed.key in _WORK and _DONE.search(before)
            if is_work and not _CITED.search(before, max(0, event.start() - _NEAR)):
                year = compute_fiscal_year(date)
                message = f"{told}ซึ่งอยู่ในปีงบประมาณ {year} แต่เป็นรายงานของปีงบประมาณ {period.fiscal_year}"
                yield Problem(places.where(placed, start), ID, SEVERITY, message, fix)
    if period.fiscal_year is None or placed.key not in _WORK:
        return
    year_of_work, latest = _IN_YEAR.match(text), period.fiscal_year
    if year_of_work is None:
        year_of_work, latest = _YEARLY.search(text), period.fiscal_year - 1
    if year_of_work and int(year_of_work["year"]) < latest:
        message = f"เขียนถึงสิ่งที่ทำในปีงบประมาณ {year_of_work['year']} แต่เป็นรายงานของปีงบประมาณ {period.fiscal_year}"
        yield Problem(places.where(placed, year_of_work.start("year")), ID, SEVERITY, message, fix)


def _list_days(text: str) -> Iterator[tuple[dt.date, int, str, str]]:
    """Yield each full date, where it starts, the words before it, and its name."""
    for date, start, _ in find_dates(text):
        yield date, start, text[max(0, start - _REACH) : start], f"วันที่ {format_thai_date(date)}"


def _list_months(text: str) -> Iterator[tuple[dt.date, int, str, str]]:
    """Yield each month as its first day; the words before it are put as if a day followed."""
    for found in _IN_MONTH.finditer(text):
        date = read_date(f"1 {found['month']}")
        if date:
            before = f"{text[max(0, found.start() - _REACH) : found.start()]}{found['when']}วันที่"
            yield date, found.start("month"), before, f"เดือน{found['month']}"
