"""ตัวเลขที่แผนพิมพ์ไว้ต้องตรงกับรายการโครงการในแผน

ตรวจจำนวนโครงการและงบประมาณรายปีใน declared ของ plan.yml ทั้งของแต่ละมิติและยอดรวม กับตัวเลขที่คำนวณจากรายการโครงการ
และตรวจว่ายอดของทุกมิติรวมกันได้เท่ายอดรวมที่พิมพ์ไว้ แผนที่แก้ไขแล้วเทียบกับรายการโครงการของทุกปี
เหตุที่สำคัญ: ตัวเลขในเอกสารที่ลงนามแล้วกับบนเว็บไซต์ต้องเป็นชุดเดียวกัน ประชาชนจึงจะตรวจสอบงบประมาณได้

ไม่ผ่าน: แผนพิมพ์ว่ามิติที่ 1 ปี 2566 ใช้งบประมาณ 190,000 บาท แต่โครงการในมิตินั้นรวมกัน 180,000 บาท
ไม่ผ่าน: แผนพิมพ์ว่ามิติที่ 4 มี 6 โครงการ แต่ในแผนมี 7 โครงการ
ผ่าน: แผนพิมพ์ว่ามิติที่ 1 ปี 2566 ใช้งบประมาณ 190,000 บาท และโครงการในมิตินั้นรวมกัน 190,000 บาท
ผ่าน: แผนพิมพ์ 190,000 บาท โครงการที่ทราบงบประมาณรวมกัน 180,000 บาท และอีกหนึ่งโครงการไม่ทราบงบประมาณ
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.subjects.declared import (
    FIX,
    Column,
    count_missing,
    find_wrong_total,
    is_contradicted,
    is_plan_read,
    keep_few,
    where_declared,
)
from prongsai.figures.money_sum import MoneySum, compute_money_sum
from prongsai.figures.plan_budget import compute_budget_row, group_by_dimension
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.money import BudgetByYear
from prongsai.records.plan import DeclaredPlan, Plan
from prongsai.records.project import Project

ID = "declared-plan-figures"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield declared numbers of projects and budgets that the projects, or the declared dimensions, contradict."""
    for plan in loaded.dossier.plans.values():
        if is_plan_read(loaded, plan):
            yield from _check_plan(loaded, plan)


def _check_plan(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    declared = plan.declared
    groups = group_by_dimension(plan.projects, plan)
    missing = count_missing(declared, {number: len(projects) for number, projects in groups.items()})
    told = list(
        _check_row(
            loaded,
            plan,
            (),
            plan.projects,
            number=declared.projects,
            budgets=declared.budgets,
            missing=missing.total,
        )
    )
    for number, row in declared.dimensions.items():
        told += _check_row(
            loaded,
            plan,
            ("dimensions", number),
            groups.get(number, []),
            number=row.projects,
            budgets=row.budgets,
            missing=missing.get_at_most(number, row.projects),
        )
    yield from (problem for problem, _ in told)
    told_columns = {path for _, path in told}
    needed = groups if missing.total else [number for number, projects in groups.items() if projects]
    for column in _list_columns(declared):
        if column.path not in told_columns and not (missing.total and column.path == ("projects",)):
            yield from find_wrong_total(loaded, f"{plan.period}/plan", column, ID, needed=needed)


def _check_row(
    loaded: LoadedDossier,
    plan: Plan,
    path: DataPath,
    projects: Sequence[Project],
    *,
    number: int | None,
    budgets: BudgetByYear,
    missing: int,
) -> Iterator[tuple[Problem, DataPath]]:
    """Yield what is wrong in one row of sums, with the path of the column."""
    scope = f"มิติที่ {path[-1]}" if path else "รวมทุกมิติ"
    versions = _list_versions(projects, plan)
    if number is not None and number < len(projects) and number not in map(len, versions):
        where = where_declared(loaded, f"{plan.period}/plan", "declared", *path, "projects")
        message = f"{scope}: เอกสารระบุ {number} โครงการ แต่รายการโครงการในแผนมี {len(projects)} โครงการ"
        yield Problem(where, ID, SEVERITY, message, FIX), ("projects",)
    computed = compute_budget_row(projects, plan).by_year
    for year, money in budgets.items():
        total = computed.get(year)
        if money.amount is None or total is None:
            continue
        sums = [total, *(_compute_sum(version, year) for version in versions)]
        if not all(is_contradicted(money.amount, one, missing) for one in sums):
            continue
        at_least = "" if total.is_complete and not missing else "อย่างน้อย"
        parts = [project for project in projects if project.is_in_force(year) and project.budget.in_year(year).amount]
        problem = Problem(
            where_declared(loaded, f"{plan.period}/plan", "declared", *path, "budgets", year),
            ID,
            SEVERITY,
            f"{scope}: เอกสารระบุงบประมาณปี {year} {money.amount:,.2f} บาท "
            f"แต่โครงการในแผนรวมกัน{at_least} {total.amount:,.2f} บาท",
            FIX,
            keep_few(loaded.sources.where_project(plan.period, project.id, "budget") for project in parts),
        )
        yield problem, ("budgets", year)


def _list_versions(projects: Sequence[Project], plan: Plan) -> list[list[Project]]:
    """Return the projects as the plan had them in each of its years: the document may be older than an amendment."""
    if all(project.from_year is None and project.until_year is None for project in projects):
        return []
    return [[project for project in projects if project.is_in_force(year)] for year in plan.years.span]


def _compute_sum(version: Sequence[Project], year: int) -> MoneySum:
    """Return a year's budget in a version of the plan; a project that has left it by then need not have one."""
    budgets = [(project.is_in_force(year), project.budget.in_year(year)) for project in version]
    return compute_money_sum(money for is_in_force, money in budgets if is_in_force or money.is_known)


def _list_columns(declared: DeclaredPlan) -> Iterator[Column]:
    rows = declared.dimensions.items()
    yield Column(
        ("projects",),
        "",
        declared.projects,
        {n: row.projects for n, row in rows if row.projects is not None},
    )
    for year, money in declared.budgets.items():
        budgets = {number: row.budgets[year].amount for number, row in rows if year in row.budgets}
        yield Column(("budgets", year), f"งบประมาณปี {year}", money.amount, budgets)
