"""ค่าเป้าหมายต้องคำนวณตามได้และไปในทิศทางเดียวกันทุกปี

ตรวจค่าเป้าหมายที่คำนวณจากปีฐานแต่ไม่มีค่าในปีฐาน ที่ขาดค่าของบางปีในแผน และที่ขึ้นลงสวนกับ direction
เหตุที่สำคัญ: “ลดลงร้อยละ 50” ไม่มีความหมายหากไม่รู้ว่าลดลงจากเท่าใด และปีที่ไม่มีค่าเป้าหมายไม่มีใครบอกได้ว่าทำได้ตามแผนหรือไม่

ไม่ผ่าน: indicator: จำนวนคดีทุจริตลดลง (คำนวณจากปี 2565) โดยไม่มี baseline_value
ไม่ผ่าน: direction: increase, values: {2566: 85, 2567: 80, 2568: 90, 2569: 90, 2570: 90}
ผ่าน: baseline_year: 2565, baseline_value: 4 และมีค่าครบทุกปีของแผน
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.load.document import DataPath
from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity
from generator.records.plan import Direction, Target
from generator.thai.digits import to_arabic

ID = "target-baseline"
SEVERITY = Severity.WARNING
# A comparison with “the year before” needs no base year.
_BASE_YEAR = re.compile(
    r"(?:คำนวณจาก|(?:เปรียบ)?เทียบกับ|จากฐาน)\s*(?:ข้อมูล\s*)?ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.\s*)?(?:ฐาน|([0-9]{4})(?![0-9]))"
)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield targets without a baseline, without some year's value, or moving the wrong way."""
    if loaded.dossier is None or loaded.dossier.plan is None:
        return
    years = loaded.dossier.plan.years.span
    for index, target in enumerate(loaded.dossier.plan.targets):
        yield from _check_baseline(loaded, target, ("targets", index))
        missing = [str(year) for year in years if year not in target.values]
        if missing:
            yield Problem(
                loaded.sources.where("plan", "targets", index, "values"),
                ID,
                SEVERITY,
                f"ค่าเป้าหมาย “{target.indicator}” ไม่มีค่าของปี {', '.join(missing)} ทั้งที่แผนใช้ปี {years[0]} - {years[-1]}",
                f"เติมค่าของปี {', '.join(missing)} ใน values",
            )
        yield from _check_direction(loaded, target, ("targets", index, "values"))


def _check_baseline(loaded: LoadedDossier, target: Target, place: DataPath) -> Iterator[Problem]:
    if target.baseline_value is not None:
        return
    named = _BASE_YEAR.search(to_arabic(target.indicator))
    if target.baseline_year is None and named is None:
        return
    year = str(target.baseline_year or (named[1] if named and named[1] else ""))
    key = "baseline_year" if target.baseline_year else "indicator"
    yield Problem(
        loaded.sources.where("plan", *place, key),
        ID,
        SEVERITY,
        f"ค่าเป้าหมาย “{target.indicator}” เทียบกับปีฐาน{' ' if year else ''}{year} แต่ไม่ได้ระบุค่าของปีนั้น",
        "เติม baseline_value: ค่าของตัวชี้วัดในปีฐาน",
    )


def _check_direction(loaded: LoadedDossier, target: Target, place: DataPath) -> Iterator[Problem]:
    if target.direction is None:
        return
    for (before, old), (after, new) in pairwise(sorted(target.values.items())):
        is_wrong = new < old if target.direction is Direction.INCREASE else new > old
        if is_wrong:
            yield Problem(
                loaded.sources.where("plan", *place, str(after)),
                ID,
                SEVERITY,
                f"ค่าเป้าหมาย “{target.indicator}” ปี {after} เป็น {new} จากปี {before} ที่ {old} ทั้งที่ต้อง{target.direction.label}",
                "แก้ค่าของปีที่ผิด หรือแก้ direction",
                (loaded.sources.where("plan", *place, str(before)),),
            )
