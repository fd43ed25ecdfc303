"""คะแนนและค่าเป้าหมายในข้อความต้องตรงกับที่บันทึกไว้ในตาราง

ตรวจคะแนนในผลของมาตรการส่งเสริมคุณธรรมฯ กับ score: ของมาตรการเดียวกัน คะแนน ITA ในข้อความของแผนกับค่าในปีฐานและค่าเป้าหมายรายปี
และร้อยละในเป้าหมายของแผนกับตัวชี้วัดที่เรียกชื่อตรงกัน ไม่รวมเกณฑ์ (85 คะแนนขึ้นไป) คะแนนเต็ม และคะแนนทดสอบของผู้เข้าอบรม
เหตุที่สำคัญ: คะแนนสองค่าในเอกสารฉบับเดียวกันทำให้ไม่รู้ว่าผลประเมินหรือเป้าหมายที่แท้จริงคือเท่าใด

ไม่ผ่าน: score: 92.50 แต่ outcomes เขียนว่า ผ่านการประเมินที่ 95.20 คะแนน
ไม่ผ่าน: ค่าเป้าหมายคะแนน ITA ปี 2570 คือ 92 แต่ goals เขียนว่า คะแนน ITA ถึง 95 คะแนนในปี พ.ศ. 2570
ไม่ผ่าน: ค่าเป้าหมายจำนวนคดีทุจริตลดลงปี 2570 คือ 50 แต่ goals เขียนว่า ในปี พ.ศ. 2570 คดีทุจริตลดลงร้อยละ 60
ผ่าน: score: 92.50 และ outcomes เขียนว่า คะแนนเพิ่มจาก 90.10 เป็น 92.50 คะแนน
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from prongsai.checks.subjects.passages import Passage, iter_passages, read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity
from prongsai.records.plan import Plan, Unit
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "score-text"
SEVERITY = Severity.WARNING

_NUMBER = r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]+)?(?![0-9,])"
_POINTS = compile_late(
    rf"(?P<points>{_NUMBER})\s*คะแนน(?!\s*ขึ้นไป)|คะแนน\s*(?:ITA\s*)?(?:รวม|เฉลี่ย|เท่ากับ|ที่|อยู่ที่|ได้)?\s*(?P<after>{_NUMBER})"
)
_MARK = compile_late(
    rf"{_NUMBER}\s*คะแนน\s*ขึ้นไป|(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ตั้งแต่|เกณฑ์(?:ผ่าน|การประเมิน)?|เต็ม|อย่างน้อย)\s*\(?{_NUMBER}(?:\s*คะแนน)?"
)
_CHANGE = compile_late(
    rf"(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|มากกว่าเดิม|ต่างกัน|อีก)\s*{_NUMBER}\s*คะแนน|จาก(?:\s*เดิม)?\s*{_NUMBER}(?:\s*คะแนน)?"
)
_ASSESSMENT = compile_late("ITA|ประเมินคุณธรรม|การประเมิน|ผลประเมิน")
# Others than the LAO that get points: those who attended a training, the country.
_OTHERS = compile_late(
    r"ผู้(?:เข้า|รับ|สมัคร|สอบ|ตอบ)|ทดสอบ|นักเรียน|เยาวชน|[0-9]\s*(?:คน|ราย|รุ่น)|พึงพอใจ|CPI|Corruption|ประเทศ|ตัวชี้วัดที่|ทุกหน่วยงาน"
)
_YEAR = compile_late(r"ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.?\s*)?(2[56][0-9]{2})(?![0-9])")
_YEARS = compile_late(r"2[56][0-9]{2}\s*(?:-|–|ถึง)\s*(?:พ\.\s?ศ\.?\s*)?2[56][0-9]{2}")
_PERCENT = compile_late(r"ร้อยละ\s*([0-9]{1,3}(?:\.[0-9]+)?)(?![0-9,])(?!\s*ขึ้นไป)")
_BRACKETS = compile_late(r"\([^)]*\)")
_MOST = 100
_MIN_RUN = 8  # letters that an indicator and a sentence about it share
_FIX = "ตรวจกับเอกสารต้นฉบับ แล้วแก้คะแนนที่ผิด"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield scores in the words of measures and plans that are not those of their fields."""
    places = TextPlaces(loaded)
    measures = {f"measures/{year}": record for year, record in loaded.dossier.measures.items()}
    for placed in loaded.sources.texts:
        if placed.document in measures and placed.key in {"results", "outcomes"} and len(placed.path) > 4:
            row, index = placed.path[1], placed.path[3]
            score = measures[placed.document].sections[int(row)].measures[int(index)].score
            if score is not None and score <= _MOST:  # more is told by value-range
                yield from _check_measure(loaded, places, placed, score)
    for passage in iter_passages(loaded):
        if passage.plan and passage.key is None and passage.part in {"foreword", "principles", "goals"}:
            yield from _check_plan_text(loaded, places, passage, passage.plan)


def _check_measure(loaded: LoadedDossier, places: TextPlaces, placed: PlacedText, score: Decimal) -> Iterator[Problem]:
    text = read_plainly(placed.text)
    found = _read_points(text)
    if found and not _OTHERS.search(text) and all(points != score for _, points in found):
        start, points = found[-1]
        where_score = loaded.sources.where(placed.document, *placed.path[:4], "score")
        message = f"ข้อความเขียน {points} คะแนน แต่ score ของมาตรการเดียวกันคือ {score}"
        yield Problem(places.where(placed, start), ID, SEVERITY, message, _FIX, (where_score,))


def _check_plan_text(loaded: LoadedDossier, places: TextPlaces, passage: Passage, plan: Plan) -> Iterator[Problem]:
    """A sentence that tells of one year and one value of a kind is compared with the year's value of that target."""
    years = set(map(int, _YEAR.findall(passage.text)))
    if len(years) != 1 or _YEARS.search(passage.text):
        return
    year = years.pop()
    for unit, found in ((Unit.POINTS, _read_points(passage.text)), (Unit.PERCENT, _read_percents(passage.text))):
        row = _find_target(passage, plan, unit) if len(found) == 1 else None
        if row is None:
            continue
        target, (start, value) = plan.targets[row], found[0]
        is_baseline = target.baseline_year == year
        right = target.baseline_value if is_baseline else target.values.get(year)
        if right is None or value in {right, *(() if is_baseline else (target.pass_mark,))}:
            continue
        path = ("baseline_value",) if is_baseline else ("values", str(year))
        where = loaded.sources.where_plan(plan.period, "targets", row, *path)
        message = (
            f"{passage.label}เขียนของปี {year} ว่า{unit.label} {value} แต่ตารางค่าเป้าหมาย “{target.indicator}” คือ {right}"
        )
        yield Problem(places.where(passage.placed, start), ID, SEVERITY, message, _FIX, (where,))


def _find_target(passage: Passage, plan: Plan, unit: Unit) -> int | None:
    """Return the row of the target that a sentence is surely about, None where nobody knows."""
    rows = [row for row, target in enumerate(plan.targets) if target.unit is unit]
    if unit is Unit.POINTS:
        is_own = _ASSESSMENT.search(passage.text) and not _OTHERS.search(passage.text)
        return rows[0] if len(rows) == 1 and is_own else None
    if passage.part != "goals":
        return None
    text = compact(passage.text)
    runs = [(_find_run(compact(_BRACKETS.sub("", plan.targets[row].indicator)), text), row) for row in rows]
    best = max(runs, default=(0, 0))
    return best[1] if best[0] >= _MIN_RUN else None


def _find_run(one: str, other: str) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match(0, len(one), 0, len(other)).size


def _read_percents(text: str) -> list[tuple[int, Decimal]]:
    return [(found.start(1), Decimal(found[1])) for found in _PERCENT.finditer(text)]


def _read_points(text: str) -> list[tuple[int, Decimal]]:
    """Return the scores that a text tells, with their places; marks and differences are none."""
    for pattern in (_MARK, _CHANGE):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    found = []
    for match in _POINTS.finditer(text):
        group = "points" if match["points"] else "after"
        found.append((match.start(group), Decimal(match[group])))
    return found
