"""ผลของโครงการที่แล้วเสร็จและของมาตรการต้องบอกสิ่งที่เกิดขึ้นจริง ไม่ใช่กล่าวซ้ำเป้าหมาย

ตรวจผลการดำเนินงานและผลลัพธ์ที่ตรงกับวัตถุประสงค์ ผลผลิต หรือผลลัพธ์ในแบบรายละเอียดของโครงการ
ที่มีเพียงจำนวนขั้นต่ำ (อย่างน้อย 3 ช่องทาง ร้อยละ 80 ขึ้นไป) โดยไม่มีจำนวนจริงหรือรายการสิ่งที่ทำ
ที่บอกเพียงว่าจำนวนลดลงหรือเพิ่มขึ้นโดยไม่มีตัวเลข และที่บอกเพียงว่าเป็นไปตามเป้าหมาย
เหตุที่สำคัญ: ข้อความของเป้าหมายเขียนได้ตั้งแต่ก่อนเริ่มงาน จึงไม่แสดงว่าทำได้เท่าใด

ไม่ผ่าน: results: เผยแพร่ประกาศอย่างน้อย 3 ช่องทาง
ไม่ผ่าน: outcomes: ผู้รับบริการมีความพึงพอใจไม่น้อยกว่าร้อยละ 80
ไม่ผ่าน: outcomes: จำนวนข้อร้องเรียนลดลง
ผ่าน: results: เผยแพร่ประกาศทางเว็บไซต์ Facebook และ Line
ผ่าน: results: เผยแพร่ประกาศไม่น้อยกว่า 3 ช่องทาง ได้แก่ เว็บไซต์ ไลน์ และหนังสือเวียน
ผ่าน: outcomes: จำนวนข้อร้องเรียนลดลงจาก 12 เรื่อง เหลือ 9 เรื่อง
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.plan_projects import PlanProject, iter_plan_projects
from prongsai.checks.subjects.reported_texts import iter_reported_texts
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.measures import IntegrityMeasures
from prongsai.records.progress import Status
from prongsai.thai.digits import to_arabic
from prongsai.thai.money_words import NUMBER_WORD
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "result-restates-target"
SEVERITY = Severity.WARNING
_NUMBER = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:\.[0-9]+)?|{NUMBER_WORD}{{1,10}}+)"
_EACH = "(?:[ก-๎]{2,20}?ละ)?"
# What is counted by a target. Days, years, money and sizes are conditions of the work itself (ปิดประกาศไม่น้อยกว่า 30 วัน).
_COUNTED = (
    "(?:ครั้ง|ช่องทาง|เครือข่าย|มาตรการ|เรื่อง|คน|ราย|โครงการ|กิจกรรม|ฉบับ|เล่ม|ชุด|แห่ง|หมู่บ้าน|ชุมชน|รุ่น|เวที|หน่วยงาน|ประเด็น|ข้อ|ด้าน|รายการ|คู่มือ|แผ่น|ป้าย"
    "|คะแนน|ระดับ|สื่อ|ชิ้น|จุด|กลุ่ม|ทีม|หลักสูตร|ต้น|แบบ|งาน|กระบวนงาน|ภารกิจ|ตัวอย่าง|ชมรม|ช่อง|ระบบ|แผน|นโยบาย|ประกาศ|โรงเรียน|ครัวเรือน|เปอร์เซ็นต์|%)"
)
_AT_LEAST = "(?:อย่างน้อย|อย่างต่ำ|ขั้นต่ำ|ไม่น้อยกว่า|ไม่ต่ำกว่า|มากกว่าหรือเท่ากับ|ตั้งแต่|≥|>=)"
_MINIMUM = compile_late(
    rf"{_AT_LEAST}\s*(?:จำนวน|ปริมาณ)?\s*{_EACH}\s*(?:ร้อยละ\s*{_NUMBER}|{_NUMBER}\s*{_COUNTED})\s*(?:(?:ต่อ|/)\s*(?:ปี|เดือน|คน|หมู่บ้าน|ไตรมาส))?(?:\s*ขึ้นไป)?"
    rf"|(?:ร้อยละ\s*{_NUMBER}|{_NUMBER}\s*{_COUNTED})\s*ขึ้นไป|(?:มากกว่า|เกินกว่า|เกิน)\s*ร้อยละ\s*{_NUMBER}"
    rf"|ร้อยละ(?:ของ)?[ก-๎]{{1,40}}?{_AT_LEAST}\s*{_NUMBER}|{_AT_LEAST}\s*(?:ครึ่งหนึ่ง|กึ่งหนึ่ง)|(?:ระดับ\s*)?(?:ดี|ดีมาก|ปานกลาง)ขึ้นไป"
    rf"|ไม่เกิน\s*(?:ร้อยละ\s*{_NUMBER}|(?:จำนวน\s*)?{_NUMBER}\s*(?:เรื่อง|ราย|คดี))(?:\s*(?:ต่อ|/)\s*ปี)?"
)
_MINIMUM_HINT = compile_late("น้อย|ต่ำ|มากกว่า|ตั้งแต่|ขึ้นไป|เกิน|≥|>=")
# A condition that is met, a rule that is followed, or a comparison tells more than the target.
_CONDITION = compile_late("เกณฑ์|ผ่านการประเมิน|(?<!กลุ่ม)เป้าหมาย|ตามระเบียบ|ตามกฎหมาย|อายุ|เมื่อวัน|วันที่")
_LISTED = compile_late("ได้แก่|คือ|เช่น|ประกอบด้วย|ดังนี้|:")
_NEXT_CLAUSE = compile_late(r"\s+(?=และ|รวมทั้ง|ตลอดจน)")
_YEARS = compile_late(
    r"(?:ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.?\s*)?2[56][0-9]{2}|พ\.\s?ศ\.?\s*2[56][0-9]{2}(?:\s*(?:-|–)\s*2[56][0-9]{2})?"
)
_DIGIT = compile_late("[0-9]")
_LATIN = compile_late(r"\s*([A-Za-z-]+)\s*")
# What is still to be reached, with no word that anything was done for it.
_AIM = compile_late("เพื่อ(?:ให้)?(?!(?:.*?)(?:จึง|ได้(?:จัด|ดำเนิน|ทำ|รับ|มี|กำหนด|ประกาศ|เผยแพร่)|โดย|แล้ว|[0-9])).+")
# Hoped for in a year that is over; work that is still to be done is told by status-narrative, an estimate has a number.
_HOPED = compile_late(
    "(?:คาด(?:การณ์|หวัง|หมาย)?ว่า|หวังว่า|(?:(?!ว่า)[ก-๎]){0,30}?น่าจะ)(?!จะ(?:แล้ว)?เสร็จ|(?:แล้ว)?เสร็จ|จะ(?:ดำเนินการ|จัด|เผยแพร่|ประกาศ))[^0-9]+"
)
# Only what can be counted: “knows more” is an outcome that has no figure. White space would begin another clause.
_TREND = compile_late(
    r"(?:\S{0,60}(?:จำนวน|สถิติ|ร้องเรียน|ร้องทุกข์|คดี|การทุจริต|คะแนน)\S{0,60}?)?"
    r"(?:มี|มีจำนวน|มีแนวโน้ม)?(?P<words>ลดลง|เพิ่มขึ้น|ลดน้อยลง|น้อยลง|สูงขึ้น)"
    r"(?:อย่างต่อเนื่อง|อย่างมาก|อย่างเห็นได้ชัด|อย่างมีนัยสำคัญ|อย่างชัดเจน|เป็นลำดับ|ตามลำดับ|ทุกปี|(?:จาก|กว่า|เมื่อเทียบกับ)\S{0,40})?(?:\s?/\s?ไม่(?:มี|พบ|ปรากฏ)\S{0,40})?\.?"
)
# With words after it, only a clause that begins with what is counted is sure to be about nothing else.
_LEADING_TREND = compile_late(
    r"(?:มี)?(?:จำนวน|สถิติ|ข้อ|เรื่อง)\S{0,60}?(?:ร้องเรียน|ร้องทุกข์|คดี|การทุจริต)\S{0,40}?(?P<words>ลดลง|ลดน้อยลง|น้อยลง)(?:อย่างต่อเนื่อง|จากเดิม|จากปี\S{0,30})?(?=\s)"
)
_MET = compile_late(
    "(?:ผล)?(?:การ)?(?:ดำเนินการ|ดำเนินงาน|โครงการ)?(?:ได้|เป็น|สำเร็จ|บรรลุ|ครบถ้วน)*(?:ไป)?(?:ตาม|ไม่ต่ำกว่า|ไม่น้อยกว่า)?(?:เป้าหมาย|ตัวชี้วัด|ค่าเป้าหมาย|วัตถุประสงค์)(?:ของโครงการ|ของแผน)?"
    "(?:ที่(?:กำหนด|ตั้ง|วาง)(?:ไว้)?)?(?:ทุกประการ|ทุกข้อ|ทุกตัวชี้วัด|แล้ว)?"
)
_PREFIX = compile_late("^(?:เพื่อให้|เพื่อ|ทำให้|ได้|มี)+")


class _Aim(NamedTuple):
    """A text of a card's aims: what the card calls it, and its place there."""

    card: PlanProject
    label: str
    path: DataPath


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield results and outcomes of done projects, and of measures, that only say what was aimed at."""
    cards = {(card.plan.period, card.project.id): _list_aims(card) for card in iter_plan_projects(loaded)}
    for key, report in loaded.dossier.rounds.items():
        plan = loaded.dossier.find_plan(key.fiscal_year)
        for item in iter_reported_texts(key, report.projects):
            if item.progress.status is Status.DONE:
                aims = cards.get((plan.period, item.progress.project), {}) if plan else {}
                about = f"{item.label}ของโครงการ {item.progress.project}"
                yield from _check_text(item.text, item.where(loaded), about, aims)
    for year, record in loaded.dossier.measures.items():
        yield from _check_measures(loaded, year, record)


def _check_measures(loaded: LoadedDossier, year: int, record: IntegrityMeasures) -> Iterator[Problem]:
    for row, section in enumerate(record.sections):
        for index, measure in enumerate(section.measures):
            lists = (("results", "ผลการดำเนินงาน", measure.results), ("outcomes", "ผลลัพธ์", measure.outcomes))
            for field, label, texts in lists:
                for position, text in enumerate(texts):
                    path = ("sections", row, "measures", index, field, position)
                    about = f"{label}ของมาตรการที่ {section.number}.{measure.number}"
                    yield from _check_text(text, loaded.sources.where(f"measures/{year}", *path), about, {})


def _list_aims(card: PlanProject) -> dict[str, _Aim]:
    """Return the aims of a card by their text."""
    project = card.project
    lists = (
        ("outcomes", "ผลลัพธ์", [item.text for item in project.outcomes]),
        ("outputs", "ผลผลิต", [item.text for item in project.outputs]),
        ("objectives", "วัตถุประสงค์", project.objectives),
    )
    return {
        _make_key(text): _Aim(card, label, (name, i)) for name, label, texts in lists for i, text in enumerate(texts)
    }


def _make_key(text: str) -> str:
    """Return a text without what a target and its result may differ in: spaces, เพื่อให้ at the beginning."""
    return _PREFIX.sub("", to_arabic(compact(text)))


def _check_text(text: str, where: Where, about: str, aims: dict[str, _Aim]) -> Iterator[Problem]:
    key = _make_key(text)
    arabic = to_arabic(" ".join(text.split()))
    related: tuple[Where, ...] = ()
    if key in aims:
        aim = aims[key]
        related = (aim.card.where(*aim.path),)
        found = f"ตรงกับ{aim.label}ในแบบรายละเอียดโครงการทุกคำ"
    elif _has_only_minimum(arabic):
        found = "บอกเพียงจำนวนขั้นต่ำโดยไม่บอกจำนวนจริง"
    elif trend := _find_trend(arabic):
        found = f"บอกเพียงว่า{trend}โดยไม่มีจำนวน"
    elif _AIM.fullmatch(arabic):
        found = "บอกเพียงวัตถุประสงค์ ไม่บอกสิ่งที่ทำ"
    elif _HOPED.fullmatch(arabic):
        found = "บอกเพียงสิ่งที่คาดไว้ ไม่ใช่สิ่งที่เกิดขึ้น"
    elif _MET.fullmatch(key):
        found = "บอกเพียงว่าเป็นไปตามเป้าหมายโดยไม่บอกว่าทำได้เท่าใด"
    else:
        return
    fix = "เขียนสิ่งที่ทำได้จริง เช่น จำนวนครั้ง ช่องทาง หรือจำนวนเรื่องก่อนและหลัง"
    yield Problem(where, ID, SEVERITY, f"{about} {found}: “{text}”", fix, related)


def _has_only_minimum(text: str) -> bool:
    """Tell whether a text has a minimum and no other number, nor a list of what was done."""
    if not _MINIMUM_HINT.search(text) or _LISTED.search(text):
        return False
    if _DIGIT.search(_YEARS.sub("", _MINIMUM.sub("", text))):
        return False
    return any(_MINIMUM.search(clause) and not _CONDITION.search(clause) for clause in _NEXT_CLAUSE.split(text))


def _find_trend(text: str) -> str:
    """Return in which direction a number went, where the text tells no more; else nothing."""
    plain = _LATIN.sub(r"\1", _YEARS.sub("", text)).strip()
    if _DIGIT.search(plain):
        return ""
    found = _TREND.fullmatch(plain) or _LEADING_TREND.match(plain)
    return found["words"] if found else ""
