"""โครงการที่เอกสารนับไว้ต้องมีชื่ออยู่ในข้อมูลทุกโครงการ

ตรวจจำนวนโครงการที่แผนหรือรายงานพิมพ์ไว้ใน declared ทั้งของแต่ละมิติและยอดรวม กับโครงการที่มีชื่ออยู่ในแผนของปีนั้น
เหตุที่สำคัญ: โครงการที่ถูกนับแต่ไม่บอกชื่อ ไม่มีใครตรวจสอบได้ว่ามีจริงหรือทำแล้วจริง

ไม่ผ่าน: รายงานนับมิติที่ 2 ว่ามี 14 โครงการ แต่บอกชื่อไว้ 13 โครงการ
ผ่าน: รายงานนับมิติที่ 2 ว่ามี 13 โครงการ และบอกชื่อไว้ครบ 13 โครงการ
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.declared import count_missing, is_plan_read, where_declared
from generator.figures.plan_budget import group_by_dimension
from generator.load.plans import LoadedDossier
from generator.problem import Problem, Severity
from generator.records.plan import DeclaredPlan
from generator.records.progress import DeclaredReport

ID = "projects-not-named"
SEVERITY = Severity.WARNING
_FIX = "เพิ่มโครงการที่ขาดในแผน หรือแก้จำนวนใน declared ให้ตรงกับเอกสารฉบับจริง"


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield declared numbers of projects that are larger than the number of named projects."""
    if loaded.dossier is None or loaded.dossier.plan is None or not is_plan_read(loaded):
        return
    plan = loaded.dossier.plan
    named = {number: len(projects) for number, projects in group_by_dimension(plan.projects).items()}
    yield from _compare(loaded, "plan", plan.declared, named, "แผน")
    for key, report in loaded.dossier.rounds.items():
        groups = group_by_dimension(plan.projects_in_force(key.fiscal_year))
        named = {number: len(projects) for number, projects in groups.items()}
        source = f"แผนของปีงบประมาณ {key.fiscal_year} "
        yield from _compare(loaded, f"progress/{key.slug}", report.declared, named, source)


def _compare(
    loaded: LoadedDossier, name: str, declared: DeclaredPlan | DeclaredReport, named: Mapping[int, int], source: str
) -> Iterator[Problem]:
    """Tell the dimensions, and the total only where they do not account for all that it lacks."""
    missing = count_missing(declared, named)
    for number in missing.by_dimension:
        where = where_declared(loaded, name, "declared", "dimensions", number, "projects")
        counted = declared.dimensions[number].projects or 0
        message = _tell(f"มิติที่ {number}", counted, named.get(number, 0), source)
        yield Problem(where, ID, SEVERITY, message, _FIX)
    if missing.total > sum(missing.by_dimension.values()):
        where = where_declared(loaded, name, "declared", "projects")
        message = _tell("รวมทุกมิติ", declared.projects or 0, sum(named.values()), source)
        yield Problem(where, ID, SEVERITY, message, _FIX)


def _tell(scope: str, counted: int, named: int, source: str) -> str:
    return f"{scope}: เอกสารนับ {counted} โครงการ แต่{source}มีชื่อเพียง {named} โครงการ ไม่ได้บอกชื่อ {counted - named} โครงการ"
