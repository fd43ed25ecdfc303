"""The workbook of a plan: a row a project with its card, and the plan's own texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.records.money import NO_BUDGET_WORDS
from prongsai.records.plan import Plan
from prongsai.records.project import PlannedProject, Project, ProjectKind, ReportedProject
from prongsai.sheets.forms import (
    DATE,
    LIST,
    LONG_TEXT,
    MONEY,
    NUMBER,
    STEPS,
    TEXT,
    UNKNOWN_WORDS,
    ChoiceForm,
    PartsForm,
)
from prongsai.sheets.info_table import make_info_table
from prongsai.sheets.list_tables import make_risks_table, make_targets_table
from prongsai.sheets.table import ID, LINES, Book, Column, Place, Row, Table, make_column, merge_keys
from prongsai.sheets.years import find_year, set_years

BUDGET, EVERY_YEAR, BY_YEAR = "budget", "every_year", "by_year"
_MEASURED = f"{LINES} วิธีวัดเขียนต่อท้ายหลังเครื่องหมาย | เช่น จัดอบรมปีละ 1 ครั้ง | บัญชีลงชื่อ"
_INFO = (
    ("foreword", LIST),
    ("foreword_date", DATE),
    ("risk_introduction", LIST),
    ("principles", LIST),
    ("objectives", LIST),
    ("goals", LIST),
    ("benefits", LIST),
)


def make_plan_book(loaded: LoadedDossier, period: str) -> Book:
    """Return the workbook of a plan that could be read."""
    plan = loaded.dossier.plans[period]
    columns = _list_columns(plan)
    rows = []
    for project in plan.projects:
        document, path = loaded.sources.projects[period, project.id]
        file = f"{period}/plan" if path else f"{period}/projects/{project.id}"
        data = _follow(document.data, path)
        shown = {column.key: _show(column, data) for column in columns} | {ID: project.id}
        rows.append(Row(project.id, shown, file, path, data))
    has_cards = any(not row.path for row in rows) and not any(row.path for row in rows)
    has_list = "projects" in loaded.sources.documents[f"{period}/plan"].data

    def place(id_: str) -> Place:
        inline = Place(f"{period}/plan", ("projects",), has_list)
        return Place(f"{period}/projects/{id_}") if has_cards else inline

    model = ReportedProject if plan.is_reported else PlannedProject
    table = Table(
        "โครงการ",
        columns,
        tuple(rows),
        model,
        partial(_merge, frozenset(map(str, plan.years.span))),
        place,
        lambda id_: {ID: id_},
        _number,
        spare=60,
    )
    file = f"{period}/plan"
    targets = make_targets_table(plan, file, loaded.sources.documents[file])
    risks = make_risks_table(file, loaded.sources.documents[file])
    info = make_info_table("ข้อความของแผน", Plan, file, loaded.sources.documents[file], _INFO, base={"years": period})
    return Book(loaded.slug, period, plan.name, (table, targets, risks, info))


def _list_columns(plan: Plan) -> tuple[Column, ...]:
    money = f"บาท พิมพ์เป็นตัวเลข หรือ {NO_BUDGET_WORDS}"
    years = [Column(f"{BUDGET}.{year}", f"งบประมาณ ปี {year}", MONEY, money, 16) for year in plan.years.span]
    own = [make_column(Project, "dimension", NUMBER, 8)] if plan.is_reported else []
    return (
        Column(ID, "รหัส", note="โครงการใหม่ไม่ต้องกรอก โปรแกรมตั้งให้ รหัสเดิมไม่ต้องแก้", width=10, is_locked=True),
        make_column(Project, "number", NUMBER, 8),
        make_column(Project, "kind", ChoiceForm(kind=ProjectKind), 14),
        make_column(Project, "name", TEXT, 50),
        make_column(Project, "mission", TEXT, 12),
        *own,
        *years,
        make_column(Project, "responsible_units", LIST, 24, LINES),
        make_column(Project, "period", LONG_TEXT, 26),
        make_column(Project, "rationale", LIST, 60, "ย่อหน้าละบรรทัด ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"),
        make_column(Project, "objectives", LIST, 60, LINES),
        make_column(
            Project,
            "target_groups",
            PartsForm(second="count"),
            40,
            f"{LINES} จำนวนคนเขียนต่อท้ายหลัง | เช่น พนักงานเทศบาล | 60",
        ),
        make_column(Project, "steps", STEPS, 60, f"{LINES} ขั้นย่อยขึ้นต้นด้วย - ย่อยลงไปอีกด้วย --"),
        make_column(Project, "outputs", PartsForm(second="measure"), 50, _MEASURED),
        make_column(Project, "outcomes", PartsForm(second="measure"), 50, _MEASURED),
        make_column(Project, "from", NUMBER, 10),
        make_column(Project, "until", NUMBER, 10),
        make_column(Project, "note", LONG_TEXT, 30),
        make_column(Project, "eplan_number", NUMBER, 10),
        make_column(Project, "eplan_name", TEXT, 40),
    )


def _follow(data: Any, path: DataPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _show(column: Column, data: Mapping[str, Any]) -> str:
    key, _, year = column.key.partition(".")
    return column.form.show(_get_money(data.get(BUDGET), year) if year else data.get(key))


def _get_money(budget: Any, year: str) -> Any:
    """Return the money of one year as it is written: for every year, or by year in either of two forms."""
    if not isinstance(budget, dict):
        return budget
    by_year = budget.get(BY_YEAR, {}) if {EVERY_YEAR, BY_YEAR} & budget.keys() else budget
    return by_year.get(find_year(by_year, year), budget.get(EVERY_YEAR))


def _merge(years: frozenset[str], old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Give a project new values; the money of single years goes into its ``budget``."""
    changed = {key.partition(".")[2]: value for key, value in given.items() if key.startswith(f"{BUDGET}.")}
    plain = {key: value for key, value in given.items() if not key.startswith(f"{BUDGET}.")}
    if changed:
        plain[BUDGET] = _merge_budget(old.get(BUDGET), changed, years)
    return merge_keys(Project, old, plain)


def _merge_budget(budget: Any, changed: Mapping[str, Any], years: frozenset[str]) -> Any:
    """Return a budget with other money in some years: one amount where all years are given the same, else by year."""
    values = set(changed.values())
    if changed.keys() >= years and len(values) == 1 and not isinstance(budget, dict):
        return values.pop()
    if isinstance(budget, dict) and {EVERY_YEAR, BY_YEAR} & budget.keys():
        by_year = budget.get(BY_YEAR, {})
        return {
            **budget,
            BY_YEAR: set_years(by_year, {year: money or UNKNOWN_WORDS for year, money in changed.items()}),
        }
    if budget is None or isinstance(budget, dict):
        return set_years(budget or {}, changed) or None
    return {year: changed.get(year, budget) or UNKNOWN_WORDS for year in sorted(years | changed.keys())}


def _number(_: Mapping[str, str], taken: set[str]) -> str:
    """Return a free id for a new project, after the highest of the usual form p01."""
    numbers = [int(match[1]) for id_ in taken if (match := re.fullmatch(r"p([0-9]+)", id_))]
    return f"p{max(numbers, default=0) + 1:02}"
