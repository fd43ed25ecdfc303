"""คะแนนที่เขียนว่าผ่านต้องไม่ต่ำกว่าเกณฑ์ที่ระบุ

ตรวจคะแนนในมาตรการส่งเสริมคุณธรรมและความโปร่งใสที่เขียนว่าผ่านเกณฑ์หรือผ่านการประเมินทั้งที่ต่ำกว่าเกณฑ์ (ข้อผิดพลาด)
ที่เขียนว่าผ่านโดยไม่ได้ระบุเกณฑ์ (คำแนะนำ ไฟล์ละหนึ่งครั้ง) และเกณฑ์ผ่านในตารางค่าเป้าหมายที่ไม่มีปีใดถึงหรือต่ำกว่าทุกปีมาก (คำเตือน)
เหตุที่สำคัญ: คำว่า “ผ่าน” ที่ไม่ตรงกับคะแนนทำให้ประชาชนเข้าใจผิดว่าหน่วยงานไม่มีเรื่องต้องปรับปรุง

ไม่ผ่าน: pass_mark: 85 และ score: 84.01 แต่ outcomes เขียนว่า “ผ่านการประเมินที่ 84.01 คะแนน”
ผ่าน: pass_mark: 85 และ score: 87.79 โดย outcomes เขียนว่า “ผ่านการประเมินที่ 87.79 คะแนน”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.measures import IntegrityMeasures, Measure
from prongsai.records.plan import Direction, Plan
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "score-pass-mark"
SEVERITY = Severity.ERROR
NO_MARK = "no-pass-mark"
_MOST = 100
_REACH = 120
_SLIP = 4  # so many times less than any target is a digit that is missing
_NUMBER = r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]+)?(?![0-9])"
_POINTS = compile_late(rf"({_NUMBER})\s*คะแนน")
_MARK = compile_late(
    rf"(?P<from>{_NUMBER})\s*คะแนน\s*ขึ้นไป|(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ตั้งแต่|เกณฑ์ผ่าน)\s*(?P<least>{_NUMBER})\s*คะแนน"
)
# ผ่าน before a channel (ผ่านเว็บไซต์) is “by way of”, not “passed”.
_PASSED = compile_late(rf"ผ่าน\s*(?:เกณฑ์|การประเมิน|(?:ที่|ด้วย)?\s*{_NUMBER}\s*คะแนน)")
_DENIED = compile_late(r"(?:ไม่|มิ)(?:ได้|อาจ|สามารถ|เคย)?\s*$")
_HOPED = compile_late("เพื่อ|หาก|คาดว่า|จะ|ควร|(?<!ถูก)ต้อง")
# Others than the LAO that pass something: those who attended a training, for example.
_OTHERS = compile_late(r"ผู้(?:เข้า|รับ|สมัคร|สอบ)|นักเรียน|เยาวชน|[0-9]\s*(?:คน|ราย|รุ่น)|ร้อยละ")


class _Told(NamedTuple):
    """A score that a text tells as passed; ``score_where`` is None where only the text has it."""

    score: Decimal
    mark: Decimal | None
    where: Where
    score_where: Where | None


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield scores told as passed that are below the mark or have none, and marks that no target reaches."""
    for year, record in loaded.dossier.measures.items():
        name = f"measures/{year}"
        told = list(_list_told(loaded, name, record))
        mark_where = (loaded.sources.where(name, "pass_mark"),) if record.pass_mark is not None else ()
        for item in told:
            if item.mark is not None and item.score < item.mark:
                yield Problem(
                    item.where,
                    ID,
                    SEVERITY,
                    f"เขียนว่าผ่านที่ {item.score} คะแนน ทั้งที่ต่ำกว่าเกณฑ์ {item.mark} คะแนน",
                    "แก้ข้อความให้ตรงกับคะแนน หรือแก้คะแนนที่ผิด",
                    (*([item.score_where] if item.score_where else []), *mark_where),
                )
        unknown = [item for item in told if item.mark is None]
        if unknown:
            scores = ", ".join(str(score) for score in sorted({item.score for item in unknown}))
            yield Problem(
                unknown[0].where,
                ID,
                Severity.ADVICE,
                f"เขียนว่าผ่าน {len(unknown)} แห่ง (คะแนน {scores}) แต่ไม่ได้ระบุเกณฑ์ผ่าน จึงบอกไม่ได้ว่าผ่านจริง",
                "เติม pass_mark: เกณฑ์ผ่าน หากเอกสารระบุไว้",
                tuple(item.where for item in unknown[1:]),
                NO_MARK,
            )
    for plan in loaded.dossier.plans.values():
        yield from _check_targets(loaded, plan)


def _list_told(loaded: LoadedDossier, name: str, record: IntegrityMeasures) -> Iterator[_Told]:
    for row, section in enumerate(record.sections):
        for index, measure in enumerate(section.measures):
            place = ("sections", row, "measures", index)
            score_where = loaded.sources.where(name, *place, "score") if measure.score is not None else None
            for field, texts in (("results", measure.results), ("outcomes", measure.outcomes)):
                for position, typed in enumerate(texts):
                    text = to_arabic(typed)
                    score = _read_passed_score(text, measure)
                    if score is not None:
                        where = loaded.sources.where(name, *place, field, position)
                        yield _Told(score, _read_mark(text, record), where, score_where)


def _read_passed_score(text: str, measure: Measure) -> Decimal | None:
    """Return the score that a text tells as passed, None where it tells none."""
    if not any(_is_fact(text[max(0, match.start() - _REACH) : match.start()]) for match in _PASSED.finditer(text)):
        return None
    points = [Decimal(number) for number in _POINTS.findall(_MARK.sub(" ", text))]
    if measure.score in points or (measure.score is not None and not _OTHERS.search(text)):
        return measure.score
    return points[0] if measure.score is None and points and not _OTHERS.search(text) else None


def _is_fact(before: str) -> bool:
    """Tell whether the words before ผ่าน neither deny it nor, in the same clause, only hope for it."""
    clause = re.split(r"\s", before)[-1]
    return not _DENIED.search(before) and not _HOPED.search(clause)


def _read_mark(text: str, record: IntegrityMeasures) -> Decimal | None:
    """Return the pass mark: that of the file, else the one that the text itself states."""
    match = _MARK.search(text)
    if record.pass_mark is not None or match is None:
        return record.pass_mark
    return Decimal(match["from"] or match["least"])


def _check_targets(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    for index, target in enumerate(plan.targets):
        if target.pass_mark is None or not target.values or target.pass_mark > _MOST:  # more is told by value-range
            continue
        is_less_better = target.direction is Direction.DECREASE
        if not is_less_better and target.pass_mark * _SLIP < min(target.values.values()):
            yield Problem(
                loaded.sources.where_plan(plan.period, "targets", index, "pass_mark"),
                ID,
                Severity.WARNING,
                f"เกณฑ์ผ่าน {target.pass_mark} ของ “{target.indicator}” ต่ำกว่าค่าเป้าหมายทุกปีมาก (ต่ำสุด {min(target.values.values())})",
                "แก้ pass_mark ที่พิมพ์ขาดหลัก หรือค่าเป้าหมายที่ผิด",
                (loaded.sources.where_plan(plan.period, "targets", index, "values"),),
            )
        best = min(target.values.values()) if is_less_better else max(target.values.values())
        if best > target.pass_mark if is_less_better else best < target.pass_mark:
            side = "สูงกว่า" if is_less_better else "ต่ำกว่า"
            yield Problem(
                loaded.sources.where_plan(plan.period, "targets", index, "pass_mark"),
                ID,
                Severity.WARNING,
                f"ค่าเป้าหมาย “{target.indicator}” ทุกปี{side}เกณฑ์ผ่าน {target.pass_mark} (ดีที่สุด {best})",
                "แก้ pass_mark หรือค่าเป้าหมายที่ผิด",
                (loaded.sources.where_plan(plan.period, "targets", index, "values"),),
            )
