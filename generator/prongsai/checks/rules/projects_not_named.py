"""โครงการที่เอกสารนับไว้ต้องมีชื่ออยู่ในข้อมูลทุกโครงการ

ตรวจจำนวนโครงการที่แผนหรือรายงานพิมพ์ไว้ใน declared ทั้งของแต่ละมิติและยอดรวม กับโครงการที่มีชื่ออยู่ในแผนของปีนั้น
เหตุที่สำคัญ: โครงการที่ถูกนับแต่ไม่บอกชื่อ ไม่มีใครตรวจสอบได้ว่ามีจริงหรือทำแล้วจริง

ไม่ผ่าน: รายงานนับมิติที่ 2 ว่ามี 14 โครงการ แต่บอกชื่อไว้ 13 โครงการ
ผ่าน: รายงานนับมิติที่ 2 ว่ามี 13 โครงการ และบอกชื่อไว้ครบ 13 โครงการ
ผ่าน: แผนที่มี source: report บันทึกโครงการที่รายงานไม่ได้ระบุชื่อไว้โดยเว้น name:
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from prongsai.checks.subjects.declared import count_missing, is_plan_read, where_declared
from prongsai.figures.plan_budget import group_by_dimension
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.plan import DeclaredPlan, Plan
from prongsai.records.progress import DeclaredReport

ID = "projects-not-named"
SEVERITY = Severity.WARNING


class _Counted(NamedTuple):
    """A document with the number of projects that it declares.

    Attributes:
        name: Its file.
        declared: What it prints.
        named: Number of projects that the records name, by dimension.
        source: What names them, in Thai.
        plan: The plan that they belong to.
    """

    name: str
    declared: DeclaredPlan | DeclaredReport
    named: Mapping[int, int]
    source: str
    plan: Plan


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield declared numbers of projects that are larger than the number of named projects."""
    for document in _list_documents(loaded):
        yield from _check_document(loaded, document)


def _list_documents(loaded: LoadedDossier) -> Iterator[_Counted]:
    read = {period: plan for period, plan in loaded.dossier.plans.items() if is_plan_read(loaded, plan)}
    for period, plan in read.items():
        named = {number: len(projects) for number, projects in group_by_dimension(plan.projects, plan).items()}
        yield _Counted(f"{period}/plan", plan.declared, named, "แผน", plan)
    for key, figures in loaded.ledger.by_round.items():
        if figures.plan.period in read:
            named = {number: sums.counts.total for number, sums in figures.by_dimension.items()}
            source = f"แผนของปีงบประมาณ {key.fiscal_year} "
            yield _Counted(f"progress/{key.slug}", figures.report.declared, named, source, figures.plan)


def _check_document(loaded: LoadedDossier, document: _Counted) -> Iterator[Problem]:
    """Tell the dimensions, and the total only where they do not account for all that it lacks."""
    declared, named = document.declared, document.named
    missing = count_missing(declared, named)
    fix = "เพิ่มโครงการที่ขาดในแผน หรือแก้จำนวนใน declared ให้ตรงกับเอกสารฉบับจริง"
    if document.plan.is_reported:
        fix += " โครงการที่รายงานไม่ได้ระบุชื่อ ให้เว้น name: ไว้"
    for number in missing.by_dimension:
        where = where_declared(loaded, document.name, "declared", "dimensions", number, "projects")
        counted = declared.dimensions[number].projects or 0
        message = _tell(f"มิติที่ {number}", counted, named.get(number, 0), document.source)
        yield Problem(where, ID, SEVERITY, message, fix)
    if missing.total > sum(missing.by_dimension.values()):
        where = where_declared(loaded, document.name, "declared", "projects")
        message = _tell("รวมทุกมิติ", declared.projects or 0, sum(named.values()), document.source)
        yield Problem(where, ID, SEVERITY, message, fix)


def _tell(scope: str, counted: int, named: int, source: str) -> str:
    return f"{scope}: เอกสารนับ {counted} โครงการ แต่{source}มีชื่อเพียง {named} โครงการ ไม่ได้บอกชื่อ {counted - named} โครงการ"
