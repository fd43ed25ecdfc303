"""ค่าเป้าหมายต้องคำนวณตามได้และไปในทิศทางเดียวกันทุกปี

ตรวจค่าเป้าหมายที่คำนวณจากปีฐานแต่ไม่มีค่าในปีฐาน ที่ขาดค่าของบางปีในแผน และที่ขึ้นลงสวนกับ direction
เหตุที่สำคัญ: “ลดลงร้อยละ 50” ไม่มีความหมายหากไม่รู้ว่าลดลงจากเท่าใด และปีที่ไม่มีค่าเป้าหมายไม่มีใครบอกได้ว่าทำได้ตามแผนหรือไม่

ไม่ผ่าน: indicator: จำนวนคดีทุจริตลดลง (คำนวณจากปี 2565) โดยไม่มี baseline_value
ไม่ผ่าน: direction: increase, values: {2566: 85, 2567: 80, 2568: 90, 2569: 90, 2570: 90}
ผ่าน: baseline_year: 2565, baseline_value: 4 และมีค่าครบทุกปีของแผน
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Direction, Plan, Target
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "target-baseline"
SEVERITY = Severity.WARNING
# An entry about a missing baseline must not hide a value of the same target that was mistyped.
WRONG_WAY = "wrong-way"
# A comparison with “the year before” needs no base year.
_BASE_YEAR = compile_late(
    r"(?:คำนวณจาก|(?:เปรียบ)?เทียบกับ|จากฐาน)\s*(?:ข้อมูล\s*)?ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.\s*)?(?:ฐาน|([0-9]{4})(?![0-9]))"
)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield targets without a baseline, without some year's value, or moving the wrong way."""
    for plan in loaded.dossier.plans.values():
        yield from _check_plan(loaded, plan)


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    years = plan.years.span
    for index, target in enumerate(plan.targets):

        def locate(*path: str | int, row: int = index) -> Where:
            return loaded.sources.where_plan(plan.period, "targets", row, *path)

        yield from _check_baseline(target, locate)
        missing = [str(year) for year in years if year not in target.values]
        if missing:
            yield Problem(
                locate("values"),
                ID,
                SEVERITY,
                f"ค่าเป้าหมาย “{target.indicator}” ไม่มีค่าของปี {', '.join(missing)} ทั้งที่แผนใช้ปี {years[0]} - {years[-1]}",
                f"เติมค่าของปี {', '.join(missing)} ใน values",
            )
        yield from _check_direction(target, locate)


def _check_baseline(target: Target, locate: Callable[..., Where]) -> Iterator[Problem]:
    if target.baseline_value is not None:
        return
    named = _BASE_YEAR.search(to_arabic(target.indicator))
    if target.baseline_year is None and named is None:
        return
    year = str(target.baseline_year or (named[1] if named and named[1] else ""))
    key = "baseline_year" if target.baseline_year else "indicator"
    yield Problem(
        locate(key),
        ID,
        SEVERITY,
        f"ค่าเป้าหมาย “{target.indicator}” เทียบกับปีฐาน{' ' if year else ''}{year} แต่ไม่ได้ระบุค่าของปีนั้น",
        "เติม baseline_value: ค่าของตัวชี้วัดในปีฐาน",
    )


def _check_direction(target: Target, locate: Callable[..., Where]) -> Iterator[Problem]:
    if target.direction is None:
        return
    for (before, old), (after, new) in pairwise(sorted(target.values.items())):
        is_wrong = new < old if target.direction is Direction.INCREASE else new > old
        if is_wrong:
            yield Problem(
                locate("values", str(after)),
                ID,
                SEVERITY,
                f"ค่าเป้าหมาย “{target.indicator}” ปี {after} เป็น {new} จากปี {before} ที่ {old} ทั้งที่ต้อง{target.direction.label}",
                "แก้ค่าของปีที่ผิด หรือแก้ direction",
                (locate("values", str(before)),),
                WRONG_WAY,
            )
