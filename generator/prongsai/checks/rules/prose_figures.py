"""จำนวนโครงการ เงิน และร้อยละที่เขียนในข้อความต้องตรงกับตารางของรอบหรือของแผนนั้น

ตรวจคำนำ ปัญหา ข้อเสนอแนะ ประกาศ และบันทึกข้อความ กับตัวเลขที่คำนวณจากผลรายโครงการหรือรายการโครงการ ทั้งที่เขียนเป็นตัวเลขและตัวหนังสือ
และจำนวนมาตรการในคำนำของมาตรการส่งเสริมคุณธรรมฯ ตรวจเฉพาะจำนวนที่ข้อความบอกชัดว่าเป็นของอะไร ตัวเลขของปีอื่น ของโครงการเดียว และของแผนอื่นไม่ตรวจ
เหตุที่สำคัญ: ผู้บริหารลงนามตามตัวเลขในบันทึก ประชาชนอ่านตัวเลขในตาราง สองชุดที่ขัดกันทำให้ไม่รู้ว่าชุดใดจริง

ไม่ผ่าน: คำนำเขียนว่า โครงการทั้งหมด 27 โครงการ แต่แผนของปีนั้นมี 29 โครงการ
ไม่ผ่าน: บันทึกข้อความเขียนว่า เบิกจ่ายทั้งสิ้น 187,050 บาท แต่ผลรายโครงการรวมกัน 178,050 บาท
ผ่าน: คำนำเขียนว่า แล้วเสร็จ 14 โครงการ จาก 16 โครงการ คิดเป็นร้อยละ 87.50 ตรงกับผลรายโครงการ
ผ่าน: คำนำเขียนว่า ปีที่ผ่านมาแล้วเสร็จ 12 โครงการ
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from prongsai.checks.subjects.declared import is_round_read
from prongsai.checks.subjects.known_figures import KnownFigures, find_known
from prongsai.checks.subjects.passages import Passage, iter_passages
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.checks.subjects.told_figures import Figure, Period, Told, find_told_figures
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.progress import LevelName
from prongsai.thai.patterns import compile_late

ID = "prose-figures"
SEVERITY = Severity.WARNING

_HINT = compile_late("โครงการ|ระดับ|งบประมาณ|บาท|มิติ|ร้อยละ|%|เปอร์เซ็นต์")  # saves most texts the reading
_LEVEL = compile_late(
    "นำแผน(?:ปฏิบัติการ)?(?:ป้องกันการทุจริต)?(?:ฯ)?(?:ดังกล่าว)?\\s*ไปปฏิบัติ\\s*(?:อยู่)?(?:ใน)?ระดับ\\s*(?P<level>มาก|ปานกลาง|น้อย)(?!กว่า)"
)
_MEASURES = compile_late(
    r"(?:กำหนด(?:เป็น|ไว้เป็น)?|รวม|จัดทำ|มี|วาง|ประกอบด้วย)มาตรการ(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด|\s)*+(?P<number>[0-9]{1,2})\s*(?:ข้อ|มาตรการ|เรื่อง)"
)
# The measures that were taken, and their number after the year or what they are for.
_MEASURES_IN_ALL = compile_late(
    r"(?:กำหนด|จัดทำ|วาง)มาตรการ(?:(?!มาตรการ(?!ส่งเสริม)|หัวข้อ|ด้าน|ที่ผ่านมา|ก่อน|เดิม|เพิ่ม|แล้วเสร็จ).){0,120}?(?:จำนวน|ทั้งสิ้น|ทั้งหมด|รวม)+\s*(?P<number>[0-9]{1,2})\s*มาตรการ(?!ที่|ใน|ด้าน|แรก)"
)
# All of the round's money, told in words.
_NO_MONEY = compile_late(
    r"(?:^|(?<=\s)|โดย|และ)(?:(?:ทุกโครงการ|โครงการทั้งหมด|ทั้ง\s*[0-9]+\s*โครงการ)(?:ตามแผน)?(?:เป็นโครงการที่)?\s*ไม่(?:ได้)?(?:ใช้|มี|มีการใช้)งบประมาณ"
    r"|ไม่(?:ได้|มีการ)(?:เบิกจ่าย|ใช้จ่าย|ใช้)(?:เงิน)?งบประมาณ(?:แต่อย่างใด|ใด\s*ๆ|เลย|ในปี(?:งบประมาณ)?นี้|$|(?=\s)))"
)
_ALL_SPENT = compile_late(
    r"(?<!การ)เบิกจ่าย(?:เงิน)?(?:งบประมาณ)?(?:ได้|แล้ว|ตามแผน)*(?:เต็ม(?:ตาม)?จำนวน|(?:ครบ(?:ถ้วน)?)(?:ทั้งจำนวน|ทั้งหมด|เต็มจำนวน|ทุกบาท)|เต็มวงเงิน)"
)
_PART = compile_late("มิติ|โครงการที่|บาง|ยกเว้น|หาก|กรณี|ปีก่อน|ที่ผ่านมา|จะ|ควร|ต้อง|ให้|[0-9]\\s*โครงการ")
_MOST = 5  # figures that one message tells; a passage with more is of another year
_CLAUSE = 40
_MONEY = {Figure.PLANNED, Figure.BUDGET, Figure.ORDINANCE, Figure.DISBURSED, Figure.LEFT}


class _Wrong(NamedTuple):
    told: Told
    message: str
    source: Where


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield passages with figures that those of the records contradict, one problem a passage."""
    places = TextPlaces(loaded)
    for passage in iter_passages(loaded):
        if passage.measures_year is not None:
            yield from _check_measures(loaded, places, passage, passage.measures_year)
        if passage.plan is None or not _HINT.search(passage.text):
            continue
        wrong = list(islice(_find_wrong(loaded, passage), _MOST))
        if wrong:
            where = places.where(passage.placed, wrong[0].told.number)
            others = [places.where(passage.placed, item.told.number) for item in wrong[1:]]
            message = f"{passage.label}เขียนว่า " + " และ ".join(item.message for item in wrong)
            fix = "เทียบกับเอกสารฉบับจริง แล้วแก้ตัวเลขในข้อความหรือข้อมูลรายโครงการที่บันทึกผิด"
            related = tuple(dict.fromkeys((*others, *(item.source for item in wrong))))
            yield Problem(where, ID, SEVERITY, message, fix, related)


def _find_wrong(loaded: LoadedDossier, passage: Passage) -> Iterator[_Wrong]:
    """A share of a figure that is told already is not told again."""
    yield from _find_wrong_level(loaded, passage)
    yield from _find_wrong_money_words(loaded, passage)
    told_figures: set[Figure] = set()
    sources: set[str] = set()
    for told in find_told_figures(passage.text):
        known = find_known(loaded, passage, told.period)
        if known is None or (told.of in told_figures):
            continue
        right = known.find_right(told)
        if right is not None:
            told_figures.add(told.figure)
            words = passage.text[told.start : told.end].strip()
            if told.figure is Figure.MINIMUM:
                message = f"“{words}” แต่ lao.yml กำหนดโครงการขั้นต่ำไว้ {right} โครงการ"
                yield _Wrong(told, message, loaded.sources.where("lao", "minimum_projects"))
                continue
            source = "" if known.source in sources else known.source
            sources.add(known.source)
            yield _Wrong(told, f"“{words}” แต่{f'{source}{_describe(told, right, known)}'.strip()}", known.where)


def _check_measures(loaded: LoadedDossier, places: TextPlaces, passage: Passage, year: int) -> Iterator[Problem]:
    """Yield a number of measures that is not that of the table, nor that of its sections."""
    sections = loaded.dossier.measures[year].sections
    number = sum(len(section.measures) for section in sections)
    for found in (*_MEASURES.finditer(passage.text), *_MEASURES_IN_ALL.finditer(passage.text)):
        if number and int(found["number"]) not in {number, len(sections)}:
            message = f"{passage.label}เขียนว่า “{found[0]}” แต่ตารางใน measures/{year}.yml มี {number} มาตรการใน {len(sections)} หัวข้อ"
            where = places.where(passage.placed, found.start("number"))
            fix = "เทียบกับเอกสารฉบับจริง แล้วแก้จำนวนในข้อความหรือเพิ่มมาตรการที่ขาด"
            yield Problem(where, ID, SEVERITY, message, fix, (loaded.sources.where(f"measures/{year}", "sections"),))


def _find_wrong_level(loaded: LoadedDossier, passage: Passage) -> Iterator[_Wrong]:
    """Yield the name of an implementation level that is not that of our percentage, nor the declared one."""
    results = loaded.ledger.by_round.get(passage.key) if passage.key else None
    found = _LEVEL.search(passage.text)
    if not found or not results or not results.level or not is_round_read(loaded, results.key):
        return
    level = next(name for name in LevelName if name.label == found["level"])
    if level not in {results.level.name, results.report.declared.level}:
        known = find_known(loaded, passage, Period())
        if known:
            told = Told(
                Figure.LEVEL, Decimal(0), found.start(), found.end(), found.start("level"), None, False, Period(), False
            )
            message = (
                f"“{found[0]}” แต่{known.source} คำนวณได้ร้อยละ {results.level.percent} คือระดับ{results.level.name.label}"
            )
            yield _Wrong(told, message, known.where)


def _find_wrong_money_words(loaded: LoadedDossier, passage: Passage) -> Iterator[_Wrong]:
    """Yield the words that no money was used, or all of it, where the sums of the round tell otherwise."""
    results = loaded.ledger.by_round.get(passage.key) if passage.key else None
    known = find_known(loaded, passage, Period()) if results else None
    if results is None or known is None or not is_round_read(loaded, results.key):
        return
    total = results.total
    wholes = {money.amount for money in (total.planned, total.ordinance) if money.is_complete}
    is_all_spent = not total.disbursed.is_complete or total.disbursed.amount in wholes or len(wholes) == 0
    for pattern, is_right in ((_NO_MONEY, not total.disbursed.amount), (_ALL_SPENT, is_all_spent)):
        found = None if is_right else pattern.search(passage.text)
        if found and not _PART.search(passage.text[max(0, found.start() - _CLAUSE) : found.start()]):
            told = Told(
                Figure.DISBURSED, Decimal(0), found.start(), found.end(), found.start(), None, False, Period(), False
            )
            message = f"“{found[0].strip()}” แต่{known.source} เบิกจ่ายรวมกัน {total.disbursed.amount:,.2f} บาท"
            yield _Wrong(told, message, known.where)


def _describe(told: Told, right: Decimal, known: KnownFigures) -> str:
    scope = f" มิติที่ {told.dimension}" if told.dimension else ""
    if told.figure is Figure.DIMENSIONS:
        return f" มี {right:,f} มิติ"
    if told.figure in {Figure.SHARE, Figure.LEVEL}:
        return f"{scope} คำนวณได้ร้อยละ {right}"
    if told.figure not in _MONEY:
        return f"{scope} นับได้ {right:,f} โครงการ"
    at_least = "อย่างน้อย" if not known.is_complete(told) else ""
    return f"{scope} รวมกัน{at_least} {right:,.2f} บาท"
