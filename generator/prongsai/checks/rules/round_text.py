"""รอบ ปีงบประมาณ และช่วงวันที่ในเอกสารของรายงาน ต้องเป็นของรายงานนั้น

ตรวจคำนำ ประกาศ และบันทึกข้อความของรายงานแต่ละรอบ กับคำนำของมาตรการส่งเสริมคุณธรรมฯ กับรอบและปีของไฟล์ที่อ้างถึง
ข้อความที่กล่าวถึงรอบก่อน ปีที่ผ่านมา หรือสิ่งที่จะทำต่อไปไม่ถือว่าผิด
เหตุที่สำคัญ: เอกสารที่คัดจากรอบก่อนแล้วลืมแก้ ทำให้ผู้บริหารลงนามรับรองผลของอีกรอบหนึ่ง

ไม่ผ่าน: บันทึกข้อความของรอบ 6 เดือนเขียนว่า ได้รวบรวมผลการดำเนินการรอบ 12 เดือนแล้ว
ไม่ผ่าน: รายงานปีงบประมาณ 2566 เขียนช่วงว่า 1 ตุลาคม 2566 - 30 กันยายน 2567
ผ่าน: บันทึกข้อความของรอบ 6 เดือนเขียนว่า จะรายงานรอบ 12 เดือนเมื่อสิ้นปีงบประมาณ
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.passages import Passage, find_last, iter_passages
from prongsai.checks.subjects.text_dates import TextSpan, find_spans
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.thai.dates import compute_fiscal_year
from prongsai.thai.patterns import compile_late

ID = "round-text"
SEVERITY = Severity.WARNING

_ERA = r"(?:พ\.\s?ศ\.?\s*)?"
_YEAR = compile_late(rf"ปี(?:งบประมาณ)?\s*{_ERA}(?P<year>2[56][0-9]{{2}})(?![0-9]|\s*(?:-|–|ถึง)\s*{_ERA}2[56])")
_ROUND = compile_late(
    r"(?:รอบ(?:ระยะเวลา)?|ผลการดำเนิน(?:การ|งาน)(?:ในช่วง|ระยะ)?|ครบ)\s*(?P<months>6|12|หก|สิบสอง)\s*เดือน"
)
_ENDED = compile_late(rf"(?:สิ้นสุด|สิ้น|ครบ)ปีงบประมาณ\s*(?:{_ERA}(?P<year>2[56][0-9]{{2}}))?\s*แล้ว")
_SECOND_HALF = compile_late(
    r"(?:รายงาน|ผลการดำเนิน(?:การ|งาน))[^0-9]{0,40}?(?P<words>รอบ\s*(?:6|หก)\s*เดือนหลัง|ครึ่งปี(?:งบประมาณ)?หลัง)"
)
_WHOLE_YEAR = compile_late(r"ผล\S{0,30}\s*ตลอด(?:ทั้ง)?ปี(?:งบประมาณ)?")
# The passage is about the report itself; any other mention of a round or a year may be about anything.
_REPORT = compile_late("รายงาน|ผลการดำเนิน|ดำเนิน(?:การ|งาน)ตามแผน|มีโครงการ|ผลการปฏิบัติ|รวบรวมผล|บัดนี้|ขอเสนอ|สรุปผล")
_BEFORE = compile_late(
    "จะ|(?<!ถูก)ต้อง(?!ทราบ)|(?<!ครบ)กำหนด|ทุก\\s*$|ครั้งถัดไป|และ\\s*$|หรือ\\s*$|เทียบ|จากรอบ|ต่อจาก|สืบเนื่อง|ตั้งแต่|นำไป|ไปใช้|ปรับปรุง|เสนอขอ|ตั้งงบ|ก่อน|เดิม|ใน(?:ช่วง)?\\s*$|จนถึง|กว่า\\s*$"
    "|ระหว่าง|ประเมิน|ITA|คะแนน|วิเคราะห์|ตัวชี้วัด|เมื่อ\\s*$|(?<!ตรวจสอบ)(?<!ควบคุม)ภายใน|ให้(?:ทุก|ส่วนราชการ|หน่วยงาน|องค์กร|อปท)\\S{0,30}รายงาน|ตามที่ได้|ตามที่เคย|(?<!ครึ่งแรก)(?<!ครึ่งปีแรก)ของ\\s*$|ให้ทัน|สำหรับรอบ|เริ่ม"
)
_AFTER = compile_late("\\s*(?:จะ|เป็นต้นไป|ต่อไป|ถัดไป|ที่ผ่านมา|ไปแล้ว|แล้ว\\s*นั้น|ก่อนหน้า|และ(?:รอบ|ปี)|แรก|หลัง|ของปี|ภายใน)")
_PAST = compile_late("^\\s*(?:ตามที่|ด้วย|โดยที่|สืบเนื่อง).*(?:แล้ว\\s*นั้น|ไปแล้ว|นั้น\\s*$)", re.DOTALL)
_BEFORE_SPAN = compile_late("เทียบ|ปีก่อน|ที่ผ่านมา|ปีที่แล้ว|ถัดไป|จะ|ต่อไป|แผน|สัญญา|อบรม|จัด(?!ทำ)|รับสมัคร|รับฟัง|ประกวด")
_TO_COME = compile_late("จะ|กำหนด|ต้อง|ประเมิน|ITA|ตั้งงบ|เตรียม|สำหรับ|เพื่อ")
_FIGURES = compile_late("มีโครงการ|โครงการทั้งหมด|แล้วเสร็จ|เบิกจ่าย")
_COMPARED = compile_late("เทียบ|ที่ผ่านมา|ก่อน|จะ|ถัดไป|ต่อไป|เพิ่มเติม|แล้ว\\s*นั้น")
_CLAUSE, _FAR = 60, 40
_MONTHS = {"6": Round.SIX, "หก": Round.SIX, "12": Round.TWELVE, "สิบสอง": Round.TWELVE}
_ENDS = {(3, 31): Round.SIX, (9, 30): Round.TWELVE}
_ANALYSED = compile_late(r"(?:^|(?:ได้)?นำ|จาก)\s*ผล(?:คะแนน)?(?:การ)?ประเมิน[^0-9]{0,80}$")
_MEASURE = compile_late("มาตรการ|รายงาน|ดำเนินการ|ดำเนินงาน|ทำไปแล้ว|ได้ทำ|ปฏิบัติ")
_TO_COME_SOON = compile_late("จะ|เพื่อ|เตรียม|ยกระดับ|ให้")
_ASSESSMENT = compile_late("ประเมิน|ITA|คะแนน|วิเคราะห์|ตัวชี้วัด|แผน(?!ก)|พระราชบัญญัติ")
_OTHER_TIME = compile_late("จะ|นำไป|ไปใช้|ต่อไป|ถัดไป|เดิม|ก่อน|เทียบ|ปรับปรุง")
_FIX = "แก้รอบ ปี หรือวันที่ในข้อความให้เป็นของรายงานฉบับนี้"


class _Wrong(NamedTuple):
    start: int
    words: str
    message: str


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield passages that tell of another round, fiscal year or span of dates than their report's, one each."""
    places = TextPlaces(loaded)
    for passage in iter_passages(loaded):
        if passage.key is not None:
            wrong, about = list(_check_round(passage, passage.key)), f"รายงานของ{passage.key.label}"
            related = _find_report(loaded, f"progress/{passage.key.slug}", passage)
        elif passage.measures_year is not None:
            wrong = list(_check_measures(passage, passage.measures_year))
            about = f"มาตรการของปีงบประมาณ พ.ศ. {passage.measures_year}"
            related = _find_report(loaded, f"measures/{passage.measures_year}", passage)
        else:
            wrong, about, related = list(_check_spans(passage.text, None)), "", ()
        if wrong:
            first, *others = sorted(set(wrong))
            but = f" แต่เป็น{about}" if about else ""
            message = f"{passage.label}เขียนว่า “{first.words}”{first.message}{but}"
            where = places.where(passage.placed, first.start)
            more = tuple(places.where(passage.placed, other.start) for other in others)
            yield Problem(where, ID, SEVERITY, message, _FIX, (*more, *related))


def _find_report(loaded: LoadedDossier, name: str, passage: Passage) -> tuple[Where, ...]:
    """Return the report that the passage belongs to, where that is another file."""
    if name == passage.placed.document or name not in loaded.sources.documents:
        return ()
    return (loaded.sources.where(name),)


def _check_round(passage: Passage, key: RoundKey) -> Iterator[_Wrong]:
    text = passage.text
    yield from _check_spans(text, key, passage.plan)
    is_subject = passage.part == "subject"
    if not is_subject and not _REPORT.search(text):
        return
    years = list(_YEAR.finditer(text))
    if not is_subject and _PAST.search(text):  # what has been done cannot have been done in a year to come
        yield from (
            _Wrong(found.start(), found[0].strip(), "")
            for found in years
            if int(found["year"]) > key.fiscal_year and not _TO_COME.search(text[: found.start()][-_CLAUSE:])
        )
        return
    rounds = list(_ROUND.finditer(text))
    if all(_MONTHS[found["months"]] is not key.round for found in rounds):
        yield from (
            _Wrong(found.start(), found[0].strip(), "") for found in rounds if is_subject or _is_own(text, found)
        )
    # Figures of several years are compared; the slip is one year alone.
    if len({found["year"] for found in years}) == 1 and int(years[0]["year"]) != key.fiscal_year:
        yield from (
            _Wrong(found.start(), found[0].strip(), "")
            for found in years
            if is_subject or _is_own(text, found) or _leads_figures(text, found)
        )
    if key.round is Round.SIX:
        for found in _SECOND_HALF.finditer(text):
            if not _BEFORE.search(text[max(0, found.start() - _CLAUSE) : found.start("words")]):
                yield _Wrong(found.start("words"), found["words"], "")
        for found in (*_ENDED.finditer(text), *_WHOLE_YEAR.finditer(text)):
            year = found.groupdict().get("year")
            if (year is None or int(year) == key.fiscal_year) and _is_own(text, found):
                yield _Wrong(found.start(), found[0].strip(), "")


def _is_own(text: str, found: re.Match[str]) -> bool:
    """Tell whether a mention is of what is reported here: the words around tell of no other time."""
    before = text[max(0, found.start() - _CLAUSE) : found.start()]
    is_compared = "เทียบ" in text[found.end() : found.end() + _CLAUSE]
    return not (is_compared or _BEFORE.search(before) or _AFTER.match(text, found.end()))


def _leads_figures(text: str, found: re.Match[str]) -> bool:
    """Tell whether a passage begins with the year and goes on with the report's own figures."""
    is_first = not text[: found.start()].strip().removeprefix("ใน").removeprefix("สำหรับ")
    return is_first and _FIGURES.search(text) is not None and not _COMPARED.search(text)


def _check_spans(text: str, key: RoundKey | None, plan: Plan | None = None) -> Iterator[_Wrong]:
    """Yield spans that are not those of the round named before them, or of the report."""
    for span in find_spans(text):
        words = text[span.start : span.end]
        if span.last < span.first:  # told by impossible-date
            continue
        told = _read_round(span.first, span.last)
        if told is None and key is not None and _is_misspelt(span, plan):
            yield _Wrong(span.start, words, " ซึ่งไม่ใช่ช่วงของรอบใด")
        before = text[max(0, span.start - _CLAUSE) : span.start]
        year, months = find_last(_YEAR, before), find_last(_ROUND, before)
        if told is None and months and _is_first_day(span) and len(before) - months.end() <= _CLAUSE:
            named_round = _MONTHS[months["months"]]
            if key is None or key.round is named_round:
                yield _Wrong(span.start, words, f" ซึ่งไม่ใช่ช่วงของรอบ {named_round.value.lstrip('0')} เดือน")
        if told is None or _is_far(before, year) or _is_far(before, months):
            continue
        named = RoundKey(
            int(year["year"]) if year else key.fiscal_year if key else told.fiscal_year,
            _MONTHS[months["months"]] if months else key.round if key else told.round,
        )
        is_other_year = year is not None and key is not None and named.fiscal_year != key.fiscal_year
        if told != named and (year or months or (key and not _BEFORE_SPAN.search(before))):
            yield _Wrong(span.start, words, "" if key and not is_other_year else f" ซึ่งไม่ใช่ช่วงของ{named.label}")


def _is_first_day(span: TextSpan) -> bool:
    """Tell whether a span begins with a fiscal year and ends with no round; what begins on other days may be anything."""
    return (span.first.month, span.first.day) == (10, 1) and (span.last.month, span.last.day) not in _ENDS


def _is_far(before: str, found: re.Match[str] | None) -> bool:
    """A year or round with other words between is not that of the span."""
    return found is not None and len(before) - found.end() > _FAR


def _is_misspelt(span: TextSpan, plan: Plan | None) -> bool:
    """A span from 1 October to the end of a round that is not in the same fiscal year is the plan's, or has a slip."""
    if (span.first.month, span.first.day) != (10, 1) or (span.last.month, span.last.day) not in _ENDS:
        return False
    years = (compute_fiscal_year(span.first), compute_fiscal_year(span.last))
    return plan is None or years != (plan.years.first, plan.years.last)


def _read_round(first: dt.date, last: dt.date) -> RoundKey | None:
    """Return the round that a span of dates covers; None where it is that of no round."""
    round_ = _ENDS.get((last.month, last.day))
    if (first.month, first.day) != (10, 1) or round_ is None:
        return None
    year = compute_fiscal_year(first)
    return RoundKey(year, round_) if compute_fiscal_year(last) == year else None


def _check_measures(passage: Passage, year: int) -> Iterator[_Wrong]:
    """Yield the years in which the measures are said to be taken; those of the assessment are others."""
    text, start = passage.text, 0
    yield from _check_spans(text, None)
    for found in _YEAR.finditer(text):
        clause = text[max(start, found.start() - 2 * _CLAUSE) : found.start()]
        start = found.end()
        about, other = find_last(_MEASURE, clause), find_last(_ASSESSMENT, clause)
        is_about = about is not None and (other is None or other.start() < about.start())
        is_elsewhen = _OTHER_TIME.search(clause) or _AFTER.match(text, found.end())
        # Measures of a year come out of an assessment that was published before it ended.
        is_too_late = int(found["year"]) > year and _ANALYSED.search(clause) and not _TO_COME_SOON.search(clause)
        if is_too_late or (int(found["year"]) != year and is_about and not is_elsewhen):
            yield _Wrong(found.start(), found[0].strip(), "")
