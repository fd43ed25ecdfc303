"""เลขข้อที่พิมพ์ในวิธีดำเนินการและในมาตรการควบคุมความเสี่ยงต้องเรียงต่อกัน ไม่ซ้ำและไม่ข้าม

ตรวจเลขข้อที่ผู้อ่านเห็นจริง ทั้งที่นับตามตำแหน่งและที่กำหนดด้วย number: ส่วนข้อที่นำด้วยขีดหรือตัวอักษรไม่นับ
เหตุที่สำคัญ: เลขข้อที่ซ้ำหรือข้ามทำให้อ้างถึงข้อใดข้อหนึ่งไม่ได้ และผู้อ่านไม่รู้ว่ามีข้อใดหายไปหรือไม่

ไม่ผ่าน: ข้อ 1) 2) 3) 4) แล้วเป็นข้อ 4) อีกครั้ง
ไม่ผ่าน: มาตรการควบคุมข้อ 4 แล้วเป็นข้อ 6
ผ่าน: ข้อ 1) 2) 3) 4) 5)
ผ่าน: ข้อย่อยที่มี number: "-" ทุกข้อ
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.plan import Plan
from prongsai.records.project import Step
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "step-numbers"
SEVERITY = Severity.WARNING

Numbers = tuple[int, ...]
_LABEL = compile_late(r"\(?\s*(?:ข้อ\s*)?([0-9]{1,6}(?:\.[0-9]{1,6}){0,5})\s*[.)]*")
_FIX = "ลบ number: ที่ไม่ตรงลำดับเพื่อให้นับเอง หรือใส่ ignore: พร้อมเหตุผลหากเอกสารต้นฉบับพิมพ์ไว้เช่นนั้น"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield printed numbers that do not follow the number before them in their list."""
    for card in iter_plan_projects(loaded):
        yield from _check_steps(card.project.steps, ("steps",), "", card.where)
    for plan in loaded.dossier.plans.values():
        yield from _check_controls(loaded, plan)


def _check_controls(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    for row, risk in enumerate(plan.risks):
        if any(control.number for control in risk.controls):
            labels = [control.number or str(index) for index, control in enumerate(risk.controls, 1)]
            places = [
                loaded.sources.where_plan(plan.period, "risks", row, "controls", index, "number")
                for index in range(len(labels))
            ]
            yield from _check_list("มาตรการควบคุมข้อ", zip(labels, map(_parse_label, labels), places, strict=True))


def _check_steps(
    steps: tuple[Step, ...], path: DataPath, prefix: str, locate: Callable[..., Where]
) -> Iterator[Problem]:
    if any(step.number for step in steps):  # a list that is numbered by position alone has no gap
        labels = [step.number or f"{prefix}{index})" for index, step in enumerate(steps, 1)]
        numbers = [_parse_label(step.number) if step.number else (index,) for index, step in enumerate(steps, 1)]
        places = [locate(*path, index, "number") for index in range(len(steps))]
        yield from _check_list("เลขข้อ", zip(labels, numbers, places, strict=True))
    for index, step in enumerate(steps):
        yield from _check_steps(step.steps, (*path, index, "steps"), f"{prefix}{index + 1}.", locate)


def _check_list(what: str, entries: Iterable[tuple[str, Numbers, Where]]) -> Iterator[Problem]:
    """Compare each number with the one before it, so that one slip is told once."""
    last: tuple[str, Numbers, Where] | None = None
    for entry in entries:
        label, numbers, where = entry
        if not numbers:
            continue
        if last is None and numbers[-1] != 1:
            yield Problem(where, ID, SEVERITY, f"{what} “{label}” เป็นข้อแรก แต่ไม่ได้เริ่มที่ 1", _FIX)
        elif last is not None and not _follows(last[1], numbers):
            relation = _describe(last[1], numbers)
            yield Problem(where, ID, SEVERITY, f"{what} “{label}” {relation} “{last[0]}”", _FIX, (last[2],))
        last = entry


def _parse_label(label: str) -> Numbers:
    """``(2)``, ``2.`` and ``1.2)`` are numbers; a dash or a letter is none."""
    match = _LABEL.fullmatch(to_arabic(label).strip())
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def _follows(last: Numbers, numbers: Numbers) -> bool:
    """Tell whether a number comes next: 3 after 2, 2.1 or 2 after 1.4, 1.1 after 1.

    Numbers of unlike length (2.3 counted by position as 3, then 4) are also compared by their last part.
    """
    if len(last) != len(numbers) and numbers[-1] == last[-1] + 1:
        return True
    depth = next((index for index, pair in enumerate(zip(last, numbers, strict=False)) if pair[0] != pair[1]), None)
    if depth is None:
        return len(numbers) > len(last) and set(numbers[len(last) :]) == {1}
    return numbers[depth] == last[depth] + 1 and set(numbers[depth + 1 :]) <= {1}


def _describe(last: Numbers, numbers: Numbers) -> str:
    if last == numbers:
        return "ซ้ำกับข้อก่อนหน้า"
    is_later = numbers > last if len(numbers) == len(last) else numbers[-1] > last[-1]
    return "ข้ามลำดับจากข้อก่อนหน้า" if is_later else "ย้อนลำดับจากข้อก่อนหน้า"
