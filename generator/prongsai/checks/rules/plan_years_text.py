"""ปีและวันเริ่มต้นสิ้นสุดของแผนที่เขียนในข้อความต้องเป็นของแผนนั้น

ตรวจทุกข้อความที่เอ่ยชื่อแผนปฏิบัติการป้องกันการทุจริตพร้อมช่วงปี ที่บอกว่าแผนมีผลตั้งแต่หรือสิ้นสุดวันใด ปีแรกและปีสุดท้ายของแผน
จำนวนปีกับช่วงปีที่เขียนด้วยกัน และช่วงปีของยุทธศาสตร์ชาติ (พ.ศ. 2561 - 2580) แผนฉบับก่อน แผนฉบับถัดไป และแผนของหน่วยงานอื่นไม่ตรวจ
เหตุที่สำคัญ: ช่วงปีเป็นชื่อของแผน หากเขียนไม่ตรงกันจะไม่รู้ว่าเอกสารกล่าวถึงแผนฉบับใด และแผนสิ้นสุดเมื่อใด

ไม่ผ่าน: แผนปี 2566 - 2570 แต่ประกาศเขียนว่า แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. 2565 - 2569)
ไม่ผ่าน: แผนปี 2566 - 2570 แต่คำนำเขียนว่า แผนมีผลตั้งแต่วันที่ 1 ตุลาคม 2566
ไม่ผ่าน: ระยะ 5 ปี (พ.ศ. 2566 - 2569)
ผ่าน: แผนแม่บทภายใต้ยุทธศาสตร์ชาติ (พ.ศ. 2561 - 2580)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.checks.subjects.text_dates import DATE, read_date
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.records.plan import MAX_YEARS, Plan
from prongsai.thai.dates import BE_OFFSET
from prongsai.thai.money_words import parse_number_words
from prongsai.thai.patterns import compile_late

ID = "plan-years-text"
SEVERITY = Severity.WARNING

_ERA = r"(?:พ\.\s?ศ\.?\s*)?"
_YEARS = rf"(?P<first>2[56][0-9]{{2}})\s*(?:-|–|ถึง)\s*(?:ปี(?:งบประมาณ)?\s*)?{_ERA}(?P<last>2[56][0-9]{{2}})(?![0-9])"
_SPAN = compile_late(rf"(?<!แผน)ปี(?:งบประมาณ)?\s*{_ERA}{_YEARS}")
# The plan by its name, or by what stands for it; a few words may come between it and its years.
_NAMED = compile_late(
    r"แผน(?:ปฏิบัติการ)?(?:ป้องกัน(?:และปราบปราม)?การทุจริต(?P<between>[^0-9(\n]{0,80}?)|(?:ดังกล่าว|ฉบับนี้|นี้|ฯ|ฉบับใหม่|สำหรับ)(?:(?:มี|ใช้|ครอบคลุม|ดำเนินการ)[^0-9(\n]{0,40}?)?)?\s*"
    rf"\(?\s*(?:(?:มี)?ระยะ(?:เวลา)?\s*[0-9]\s*ปี\s*)?\(?\s*(?:ตั้งแต่\s*)?(?:(?:ประจำ)?ปี(?:งบประมาณ)?\s*)?{_ERA}{_YEARS}"
)
_OTHERS = compile_late(
    "กระทรวง|ของกรม|กรมส่งเสริม|ชาติ|รัฐบาล|สำนักงาน\\s*ป\\.ป\\.ช|ภาครัฐ|แม่บท|พัฒนา(?:ท้องถิ่น|ตำบล|เศรษฐกิจ|สามปี|สี่ปี|ห้าปี)|ฉบับเดิม|ฉบับก่อน|ของจังหวัด(?!.{0,20}บริหาร)"
)
# The national strategy and its master plan, Royal Gazette 13 October 2561; the master plan was revised for 2566 - 2580.
_NATIONAL = compile_late(rf"(?P<name>(?:แผนแม่บทภายใต้)?ยุทธศาสตร์ชาติ)\s*(?:20\s*ปี\s*)?(?:ฯ\s*)?\(\s*{_ERA}{_YEARS}\s*\)")
_NATIONAL_PERIODS = {(2561, 2580), (2566, 2580), (2561, 2565), (2566, 2570), (2571, 2575), (2576, 2580)}
_COUNT = "(?P<count>[1-9][0-9]?|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ)"
_LENGTHS = (
    compile_late(rf"(?<![0-9]){_COUNT}\s*ปี\s*\(?\s*(?:ตั้งแต่|ระหว่าง|คือ|ใน)?\s*(?:ปี(?:งบประมาณ)?\s*)?{_ERA}{_YEARS}"),
    compile_late(
        rf"{_YEARS}\s*\)?\s*(?:ซึ่ง|โดย)?(?:มี|เป็น|รวม|ใช้)?(?:ระยะ)?(?:เวลา)?\s*(?:รวม)?{_COUNT}\s*ปี(?!ก่อน|ที่|แรก|หลัง|ละ|งบ)"
    ),
)
_SINCE = compile_late(rf"แผน(?P<lead>[^\n]{{0,200}}?)(?:ตั้งแต่|นับแต่|นับตั้งแต่|เริ่ม(?:ใช้|ต้น)?)\s*วันที่\s*(?P<date>{DATE})")
_TAKES_EFFECT = compile_late("มีผล|ใช้บังคับ|บังคับใช้|ประกาศใช้|เริ่มใช้|เริ่ม|ใช้แผน|ใช้\\s*$")
_UNTIL = compile_late(rf"แผน(?P<lead>[^\n]{{0,120}}?)สิ้นสุด(?:ลง)?\s*(?:ใน|เมื่อ)?\s*(?:วันที่)?\s*(?P<date>{DATE})")
_UNTIL_YEAR = compile_late(
    rf"แผน(?P<lead>[^\n]{{0,160}}?)(?:สิ้นสุด(?:ลง)?\s*(?:พร้อม|ใน|เมื่อ|เมื่อสิ้น)?|(?:มีผล|ใช้)(?:ใช้|บังคับ|ไป|ได้)*(?:จน)?ถึง(?:สิ้น)?)\s*ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9])"
)
_SINCE_YEAR = compile_late(
    rf"แผน(?P<lead>[^\n]{{0,160}}?)(?:เริ่ม(?:ใช้|ต้น|ดำเนินการ)?|ให้ทัน(?:ใช้)?|(?:มีผล|ใช้)(?:ใช้)?บังคับ)\s*(?:ใน|ตั้งแต่)?\s*ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9])"
)
_ORDINAL = compile_late(
    rf"ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})\s*(?:ซึ่ง|อัน)?(?:เป็น|คือ)ปี(?:งบประมาณ)?(?P<which>แรก|สุดท้าย)(?:ของ|ตาม)แผน(?P<lead>)"
)
# A goal is set for a year of the plan; what others aim at may lie beyond.
_GOAL_YEAR = compile_late(
    rf"(?:ใน|ภายใน|สิ้น|เมื่อสิ้น|ณ\s*สิ้น|เมื่อถึง)\s*ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9])"
)
_OTHERS_GOAL = compile_late("ชาติ|แม่บท|ประเทศ|ยั่งยืน|SDG|รัฐบาล|CPI|แผนฉบับ|ฉบับใหม่|ถัดไป|ต่อไป|เทียบ|ปีฐาน")
_NOT_THIS = compile_late(
    "เพิ่มเติม|แก้ไข|เปลี่ยนแปลง|ฉบับเดิม|ฉบับก่อน|พัฒนา(?:ท้องถิ่น|ตำบล)|อัตรากำลัง|แม่บท|ชาติ|เพิ่มโครงการ|โครงการ[ก-๎]{4}|รายงาน|รวบรวม|ตรวจสอบภายใน|จัดซื้อ|แผนที่"
)
_FIX = "แก้ปีในข้อความให้ตรงกับแผน"
_HINT = compile_late("2[56][0-9]{2}")
_FROM_YEAR = compile_late(rf"ตั้งแต่\s*ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9])")
_CANCELLED = compile_late(
    rf"(?:ยกเลิก|ยุติ|สิ้นสุด)(?:โครงการ)?(?:นี้)?\s*ตั้งแต่\s*ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9])"
)
_MADE = compile_late(r"(?<!ได้)(?<!เคย)(?:จัดทำ|ประกาศใช้)\s*$")
_NEAR = 25
_REACH = 160
_GOALS = {("goals",), ("objectives",)}
_NOT_TEXT = {"date", "as_of", "effective_date", "foreword_date", "years"}


class _Wrong(NamedTuple):
    """What is wrong: where it begins in the text, what is told, and the years of which plan it contradicts."""

    start: int
    message: str
    period: str = ""


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield years and days that are said to be the plan's and are not, one problem a text."""
    plans = list(loaded.dossier.plans.values())
    if not plans or loaded.sources.has_unread_plan:
        return
    yield from _check_notes(loaded)
    places = TextPlaces(loaded)
    for placed in loaded.sources.texts:
        if ("ปี" not in placed.text and "แผน" not in placed.text) or placed.key in _NOT_TEXT:
            continue
        text = read_plainly(placed.text)
        if not _HINT.search(text):
            continue
        plan = _find_plan(loaded, placed)
        wrong = sorted(
            {
                *_check_names(text, plans, plan, is_about_plan=_is_about_plan(loaded, placed)),
                *_check_lengths(text),
                *_check_days(text, plans, plan),
                *_check_starts(text, plan),
                *(_check_goals(text, plan) if plan and placed.path[:1] in _GOALS else ()),
            }
        )
        if wrong:
            first, *others = wrong
            where = places.where(placed, first.start)
            period = first.period or (plan or plans[-1]).period
            related = (loaded.sources.where_plan(period, "years"),)
            more = tuple(places.where(placed, other.start) for other in others)
            yield Problem(where, ID, SEVERITY, first.message, _FIX, (*more, *related))


def _find_plan(loaded: LoadedDossier, placed: PlacedText) -> Plan | None:
    """Return the plan of the file that holds a text, None where nobody knows."""
    dossier, (folder, _, rest) = loaded.dossier, placed.document.partition("/")
    if folder in dossier.plans:
        return dossier.plans[folder]
    if folder == "progress":
        return next((dossier.find_plan(key.fiscal_year) for key in dossier.rounds if key.slug == rest), None)
    if folder == "papers" and rest in dossier.papers:
        return dossier.find_paper_plan(rest)
    return next(iter(dossier.plans.values())) if len(dossier.plans) == 1 else None


def _is_about_plan(loaded: LoadedDossier, placed: PlacedText) -> bool:
    """Tell whether a text is of the paper with which a plan was made or announced."""
    plans = loaded.dossier.plans.values()
    return placed.document in {
        f"papers/{paper}" for plan in plans for paper in (plan.order, plan.announcement) if paper
    }


def _check_names(text: str, plans: list[Plan], plan: Plan | None, *, is_about_plan: bool) -> Iterator[_Wrong]:
    """A period that shares years with a plan and is none of the plans' is a slip; another period is another plan.

    In a plan's own papers the plan that is made or announced can be no other one.
    """
    periods = {(one.years.first, one.years.last) for one in plans}
    for found in _NAMED.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        own = [plan] if plan else []
        near = next((one for one in (*own, *plans) if _overlaps(one, first, last)), None)
        if near is None and plan and is_about_plan and _MADE.search(text[: found.start()][-_NEAR:]):
            near = plan
        around = text[max(0, found.start() - 25) : found.start()] + (found["between"] or "")
        is_longer = last - first >= MAX_YEARS  # the national strategy, 2561 - 2580
        if near is None or is_longer or (first, last) in periods or _OTHERS.search(around):
            continue
        told = f"ข้อความเรียกแผนว่าเป็นของปี {first} - {last} แต่แผนที่มีคือปี {near.years.first} - {near.years.last}"
        yield _Wrong(found.start("first"), told, near.period)


def _overlaps(plan: Plan, first: int, last: int) -> bool:
    return first <= plan.years.last and last >= plan.years.first


def _check_lengths(text: str) -> Iterator[_Wrong]:
    for found in _NATIONAL.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        if (first, last) not in _NATIONAL_PERIODS:
            yield _Wrong(found.start("first"), f"เขียน{found['name']}ว่าปี {first} - {last} แต่ฉบับที่ประกาศใช้คือปี 2561 - 2580")
    for found in (found for pattern in _LENGTHS for found in pattern.finditer(text)):
        first, last = int(found["first"]), int(found["last"])
        count = int(found["count"]) if found["count"].isdigit() else parse_number_words(found["count"])
        if count != last - first + 1:
            yield _Wrong(found.start(), f"เขียนว่า {count} ปี แต่ปี {first} - {last} นับได้ {last - first + 1} ปี")


def _check_days(text: str, plans: list[Plan], plan: Plan | None) -> Iterator[_Wrong]:
    """A plan begins where the one before ends: both ends of every plan are ends of its neighbours too."""
    begins = {plan.years.first for plan in plans} | {plan.years.last + 1 for plan in plans}
    ends = {year - 1 for year in begins}
    known = " และ ".join(f"ปี {one.years.first} - {one.years.last}" for one in ([plan] if plan else plans))
    for found in _SINCE.finditer(text):
        date = read_date(found["date"])
        said = text[max(0, found.start() - 12) : found.start()] + found["lead"]
        is_begin = date is not None and (date.month, date.day) == (10, 1) and _TAKES_EFFECT.search(said)
        if date and is_begin and _is_this(text, found) and date.year + BE_OFFSET + 1 not in begins:
            yield _Wrong(found.start("date"), f"ข้อความบอกว่าแผนเริ่ม {found['date']} แต่แผนที่มีคือ{known}")
    for found in _UNTIL.finditer(text):
        date = read_date(found["date"])
        if date and (date.month, date.day) == (9, 30) and _is_this(text, found) and date.year + BE_OFFSET not in ends:
            yield _Wrong(found.start("date"), f"ข้อความบอกว่าแผนสิ้นสุด {found['date']} แต่แผนที่มีคือ{known}")
    for pattern, years, what in ((_UNTIL_YEAR, ends, "สิ้นสุด"), (_SINCE_YEAR, begins, "เริ่ม")):
        for found in pattern.finditer(text):
            if int(found["year"]) not in years and _is_this(text, found):
                yield _Wrong(found.start("year"), f"ข้อความบอกว่าแผน{what}ปี {found['year']} แต่แผนที่มีคือ{known}")
    for found in _ORDINAL.finditer(text):
        right = {plan.years.first if found["which"] == "แรก" else plan.years.last for plan in plans}
        if int(found["year"]) not in right:
            yield _Wrong(
                found.start("year"), f"ข้อความบอกว่าปี {found['year']} เป็นปี{found['which']}ของแผน แต่แผนที่มีคือ{known}"
            )


def _check_starts(text: str, plan: Plan | None) -> Iterator[_Wrong]:
    """Yield the year from which a project that was added to the plan is said to count."""
    if plan is None or "ตั้งแต่" not in text:
        return
    for project in plan.projects:
        start = text.find(project.name) if project.from_year and project.is_named else -1
        found = _FROM_YEAR.search(text, start, start + len(project.name) + _REACH) if start >= 0 else None
        if found and int(found["year"]) != project.from_year:
            told = f"ข้อความบอกว่าโครงการ {project.id} เริ่มปี {found['year']} แต่ from ของโครงการคือปี {project.from_year}"
            yield _Wrong(found.start("year"), told)


def _check_notes(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the year from which a project's own note says that there is none, where the project ends in another."""
    for card in iter_plan_projects(loaded):
        project = card.project
        found = _CANCELLED.match(read_plainly(project.note or ""))
        if found and int(found["year"]) - 1 != project.until_year:
            own = f" until ของโครงการคือปี {project.until_year}" if project.until_year else "โครงการไม่มี until:"
            told = f"หมายเหตุบอกว่าโครงการ {project.id} ยกเลิกตั้งแต่ปี {found['year']} แต่{own}"
            related = (card.where("until"),) if project.until_year else ()
            fix = f"แก้ปีในหมายเหตุ หรือแก้เป็น until: {int(found['year']) - 1}"
            yield Problem(card.where("note"), ID, SEVERITY, told, fix, related)


def _check_goals(text: str, plan: Plan) -> Iterator[_Wrong]:
    """Yield the year of a goal that comes after the plan's last one, and a span that is as long as the plan's."""
    first, last = plan.years.first, plan.years.last
    if _OTHERS_GOAL.search(text):
        return
    for found in _GOAL_YEAR.finditer(text):
        if int(found["year"]) > last:
            yield _Wrong(found.start("year"), f"ตั้งเป้าหมายไว้ปี {found['year']} แต่แผนสิ้นสุดปี {last}", plan.period)
    for found in _SPAN.finditer(text):
        years = (int(found["first"]), int(found["last"]))
        if years[1] - years[0] == last - first and years != (first, last) and _overlaps(plan, *years):
            told = f"ตั้งเป้าหมายไว้ปี {years[0]} - {years[1]} แต่แผนคือปี {first} - {last}"
            yield _Wrong(found.start("first"), told, plan.period)


def _is_this(text: str, found: re.Match[str]) -> bool:
    return not _NOT_THIS.search(text[max(0, found.start() - 12) : found.start()] + found["lead"])
