"""วันที่และเลขที่ของประกาศและคำสั่งที่อ้างในข้อความต้องตรงกับตัวเอกสาร

ตรวจข้อความที่อ้างวันประกาศใช้แผน (เมื่อวันที่ ลงวันที่) กับประกาศใช้แผนใน papers/ วันที่เพิ่มเติมหรือเปลี่ยนแปลงแผนกับ amendments ข้อมูล ณ วันที่กับ as_of วันที่ท้ายประกาศกับ date
และคำสั่งหรือประกาศที่อ้างทั้งเลขที่และวันที่กับฉบับที่มีเลขที่นั้น หากไม่มีฉบับนั้น ปีของเลขที่ต้องตรงกับปีของวันที่
เหตุที่สำคัญ: ผู้อ่านค้นเอกสารด้วยเลขที่และวันที่ หากข้อความอ้างผิดจะไม่รู้ว่าแผนมีผลเมื่อใดและฉบับใดมีผล

ไม่ผ่าน: บันทึกข้อความเขียนว่า ประกาศใช้แผนฯ เมื่อวันที่ 27 กันยายน 2566 แต่ประกาศใช้แผนลงวันที่ 27 กันยายน 2565
ไม่ผ่าน: คำนำเขียนว่า คำสั่งที่ 372/2564 ลงวันที่ 5 สิงหาคม 2565
ผ่าน: ประกาศใช้แผนฯ เมื่อวันที่ 27 กันยายน 2565
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prongsai.checks.subjects.passages import Passage, iter_passages
from prongsai.checks.subjects.text_dates import DATE, read_date
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.papers import Paper, PaperKind
from prongsai.thai.dates import BE_OFFSET, compute_fiscal_year, format_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "paper-date-text"
SEVERITY = Severity.WARNING

_ON = rf"(?:เมื่อ|ลง|ณ)\s*วัน(?:[ก-๎]{{2,9}}?)?ที่\s*(?P<date>{DATE})"
# Two ways to tell when the plan was adopted. No other date may stand between.
_ADOPTED = (
    compile_late(rf"ประกาศใช้แผน(?P<what>(?:(?!วันที่)[^\n]){{0,200}}?){_ON}"),
    compile_late(rf"แผน(?P<what>(?:(?!วันที่)[^\n]){{0,200}}?)ประกาศใช้(?:แล้ว)?\s*{_ON}"),
)
_AMENDED = compile_late(
    rf"(?P<kind>เพิ่มเติม|เปลี่ยนแปลง|แก้ไข)(?:แผน)?(?:(?!วันที่)[^0-9\n]){{0,60}}?ครั้งที่\s*(?P<number>[0-9]{{1,2}})\s*{_ON}"
)
_AS_OF = compile_late(rf"ข้อมูล\s*(?:ณ|ของ)\s*วันที่\s*(?P<date>{DATE})")
_FOOT = compile_late(rf"\s*(?:ประกาศ|สั่ง)\s*ณ\s*วันที่\s*(?P<date>{DATE})")
_PREVENTION = compile_late("ป้องกัน(?:และปราบปราม)?การทุจริต|ดังกล่าว|ฉบับนี้|ฯ")
_OTHER_PLAN = compile_late("เพิ่มเติม|แก้ไข|เปลี่ยนแปลง|พัฒนา(?:ท้องถิ่น|ตำบล)|อัตรากำลัง|ดำเนินงาน|เดิม|ก่อน|แม่บท")
_PERIOD = compile_late(r"(2[56][0-9]{2})\s*(?:-|–|ถึง)\s*(?:พ\.\s?ศ\.\s*)?(2[56][0-9]{2})")
_CITED = compile_late(
    r"(?P<kind>คำสั่ง|ประกาศ)(?P<about>(?:(?!คำสั่ง|ประกาศ)[^0-9\n]){0,120}?)(?:เลขที่|ที่)\s*"
    rf"(?P<number>[0-9]{{1,6}}/(?P<year>2[56][0-9]{{2}}))\s*(?:เรื่อง(?:(?!คำสั่ง|วันที่)[^\n]){{0,160}}?)?(?:ลง|เมื่อ|ณ)\s*วันที่\s*(?P<date>{DATE})"
)
_FIX = "ตรวจกับฉบับลงนาม แล้วแก้วันที่หรือเลขที่ที่ผิด"


# Where it stands, what is told, the other places.
_Told = tuple[int, str, tuple[Where, ...]]


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield dates and numbers of papers that other texts tell differently."""
    places = TextPlaces(loaded)
    for passage in iter_passages(loaded):
        if "วัน" not in passage.text:
            continue
        for start, message, related in (
            *_check_adoption(loaded, passage),
            *_check_cited(loaded, passage),
            *_check_amended(loaded, passage),
            *_check_own(loaded, passage),
        ):
            yield Problem(places.where(passage.placed, start), ID, SEVERITY, f"{passage.label}{message}", _FIX, related)


def _check_adoption(loaded: LoadedDossier, passage: Passage) -> Iterator[_Told]:
    adopted = {
        plan.period: (plan.announcement or "", paper.date)
        for plan in loaded.dossier.plans.values()
        if (paper := loaded.dossier.papers.get(plan.announcement or ""))
    }
    told: set[int] = set()
    for found in (match for pattern in _ADOPTED for match in pattern.finditer(passage.text)):
        what, date = found["what"], read_date(found["date"])
        about = f"{passage.text[max(0, found.start() - 40) : found.start()]}{what}"
        if date is None or found.start("date") in told or _OTHER_PLAN.search(about) or not _PREVENTION.search(what):
            continue
        period = _PERIOD.search(what)
        named = f"{period[1]}-{period[2]}" if period else passage.plan.period if passage.plan else ""
        dates = {paper_date for _, paper_date in adopted.values()}
        if named in adopted and date not in dates:
            told.add(found.start("date"))
            paper_id, right = adopted[named]
            message = (
                f"เขียนว่าประกาศใช้แผนวันที่ {format_thai_date(date)} แต่ประกาศใช้แผน {named} ลงวันที่ {format_thai_date(right)}"
            )
            yield found.start("date"), message, (loaded.sources.where(f"papers/{paper_id}", "date"),)


def _check_cited(loaded: LoadedDossier, passage: Passage) -> Iterator[_Told]:
    for found in _CITED.finditer(passage.text):
        date = read_date(found["date"])
        if date is None:
            continue
        kind, number = found["kind"], found["number"]
        paper_id, paper = _find_cited(loaded, kind, number)
        if paper is not None:
            if paper.date != date:
                told = (
                    f"อ้าง{kind}ที่ {number} ลงวันที่ {format_thai_date(date)} แต่ตัวเอกสารลงวันที่ {format_thai_date(paper.date)}"
                )
                yield found.start("date"), told, (loaded.sources.where(f"papers/{paper_id}", "date"),)
        elif int(found["year"]) not in _list_years(date):
            yield found.start("number"), f"อ้าง{kind}ที่ {number} ซึ่งเป็นของปีอื่น แต่ลงวันที่ {format_thai_date(date)}", ()


def _check_amended(loaded: LoadedDossier, passage: Passage) -> Iterator[_Told]:
    if passage.plan is None:
        return
    plan, papers = passage.plan, loaded.dossier.papers
    for found in _AMENDED.finditer(passage.text):
        date = read_date(found["date"])
        for index, item in enumerate(plan.amendments):
            paper = papers.get(item.paper or "")
            known = {item.date, *([paper.date] if paper else [])}
            if date and date not in known and (item.kind.label, item.number) == (found["kind"], int(found["number"])):
                told = f"เขียนว่า{item.kind.label}แผนครั้งที่ {item.number} วันที่ {format_thai_date(date)} "
                where = loaded.sources.where_plan(plan.period, "amendments", index, "date")
                yield found.start("date"), f"{told}แต่ในแผนคือวันที่ {format_thai_date(item.date)}", (where,)


def _check_own(loaded: LoadedDossier, passage: Passage) -> Iterator[_Told]:
    """Yield the day of a report's data, and that of a paper at its own foot, that the fields tell differently."""
    report = loaded.dossier.rounds.get(passage.key) if passage.key else None
    found = _AS_OF.search(passage.text)
    date = read_date(found["date"]) if found else None
    if report and report.as_of and found and date:
        other = report.provincial.as_of if report.provincial else None
        if date not in {report.as_of, other} and passage.key:
            told = f"เขียนว่าข้อมูล ณ วันที่ {format_thai_date(date)} แต่ as_of ของรายงานคือวันที่ {format_thai_date(report.as_of)}"
            yield found.start("date"), told, (loaded.sources.where_round(passage.key, "as_of"),)
    name = passage.placed.document
    paper = loaded.dossier.papers.get(name.removeprefix("papers/")) if name.startswith("papers/") else None
    found = _FOOT.match(passage.text)
    date = read_date(found["date"]) if found else None
    if paper and found and date and date != paper.date:
        told = f"เขียนว่าลงวันที่ {format_thai_date(date)} แต่ date ของเอกสารคือวันที่ {format_thai_date(paper.date)}"
        yield found.start("date"), told, (loaded.sources.where(name, "date"),)


def _find_cited(loaded: LoadedDossier, kind: str, number: str) -> tuple[str, Paper | None]:
    for paper_id, paper in loaded.dossier.papers.items():
        own = to_arabic(compact(paper.number or "")).removeprefix("เลข").removeprefix("ที่").lstrip("0")
        if own == number.lstrip("0") and paper.kind.label == kind and paper.kind is not PaperKind.FILE:
            return paper_id, paper
    return "", None


def _list_years(date: dt.date) -> set[int]:
    return {date.year + BE_OFFSET, compute_fiscal_year(date)}
