"""วิธีดำเนินการซ้อนกันได้ไม่เกินสามชั้น

เหตุที่สำคัญ: แบบรายละเอียดโครงการมีเลขข้อเพียงสามระดับ (1) 1.1) 1.1.1) ชั้นที่ลึกกว่านั้นไม่มีเลขให้อ้างถึง

ไม่ผ่าน: steps ที่มี steps ซ้อนกันสี่ชั้น
ผ่าน: steps ที่มี steps ซ้อนกันไม่เกินสามชั้น
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_projects import iter_plan_projects
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.project import Step

ID = "step-depth"
SEVERITY = Severity.ERROR
MAX_LEVELS = 3


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield the first step of every level that is too deep."""
    for item in iter_plan_projects(loaded):
        for path in _find_deep(item.project.steps, ("steps",), 1):
            yield Problem(
                item.where(*path),
                ID,
                SEVERITY,
                f"วิธีดำเนินการซ้อนกันเกิน {MAX_LEVELS} ชั้น",
                "ยกข้อย่อยชั้นนี้ขึ้นไปหนึ่งชั้น หรือรวมเป็นข้อความของข้อที่ครอบอยู่",
            )


def _find_deep(steps: tuple[Step, ...], path: DataPath, level: int) -> Iterator[DataPath]:
    if level > MAX_LEVELS and steps:
        yield (*path, 0)
        return
    for index, step in enumerate(steps):
        yield from _find_deep(step.steps, (*path, index, "steps"), level + 1)
