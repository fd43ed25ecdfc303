"""The workbook of a round: a row a project that is in force, and what the report says besides."""

from __future__ import annotations

from functools import partial
from typing import Any

from prongsai.load.sources import LoadedDossier
from prongsai.records.dossier import RoundKey
from prongsai.records.money import NO_BUDGET_WORDS, Money
from prongsai.records.progress import CannotReason, Progress, RoundReport, Status
from prongsai.sheets.forms import (
    DATE,
    EVIDENCE,
    LIST,
    LONG_TEXT,
    MONEY,
    STEPS,
    TEXT,
    UNKNOWN_WORDS,
    YES_NO,
    ChoiceForm,
    format_amount,
)
from prongsai.sheets.info_table import make_info_table
from prongsai.sheets.table import ID, LINES, Book, Column, Place, Row, Table, make_column, merge_keys

NAME, PLANNED = "name", "plan_budget"
_MONEY = f"บาท พิมพ์เป็นตัวเลข หรือ {NO_BUDGET_WORDS}"

COLUMNS = (
    Column(ID, "รหัส", note="ใช้จับคู่กับไฟล์ ไม่ต้องแก้", width=10, is_locked=True),
    Column(NAME, "โครงการ/กิจกรรม/มาตรการ", width=50, is_locked=True),
    Column(PLANNED, "งบประมาณตามแผน", MONEY, "แก้ที่แผน", 16, is_locked=True),
    make_column(
        Progress, "status", ChoiceForm(kind=Status), 24, "เลือกจากรายการ ล้างทั้งแถวเมื่อไม่มีผลของโครงการนี้ (นับเป็นรอรายงาน)"
    ),
    make_column(Progress, "reason", ChoiceForm(kind=CannotReason), 24, "ต้องเลือกเมื่อไม่สามารถดำเนินการได้"),
    make_column(Progress, "reason_text", LONG_TEXT, 30, "ต้องเขียนเมื่อเหตุคือ อื่น ๆ"),
    Column("planned", "งบประมาณตามแผนที่รายงาน (บาท)", MONEY, "เขียนเมื่อไม่ตรงกับงบประมาณตามแผนเท่านั้น", 18),
    make_column(Progress, "ordinance", MONEY, 22, _MONEY),
    make_column(Progress, "disbursed", MONEY, 18, f"{_MONEY} สะสมตั้งแต่ต้นปีงบประมาณ"),
    make_column(Progress, "in_ordinance", YES_NO, 22),
    make_column(Progress, "number", TEXT, 16),
    make_column(Progress, "steps", STEPS, 50, f"{LINES} ขั้นย่อยขึ้นต้นด้วย - ย่อยลงไปอีกด้วย --"),
    make_column(Progress, "results", LIST, 60, LINES),
    make_column(Progress, "outcomes", LIST, 60, LINES),
    make_column(Progress, "remark", LONG_TEXT, 30),
    make_column(Progress, "eplan_remark", LONG_TEXT, 30),
    make_column(Progress, "evidence", EVIDENCE, 60, "ข้อละบรรทัด ชื่อหลักฐาน | ที่อยู่เว็บหรือ files/ชื่อไฟล์ | วันที่ | ภาพ: สิ่งที่เห็น"),
)
_INFO = (
    ("as_of", DATE),
    ("reporter", TEXT),
    ("foreword", LIST),
    ("problems_lead", LONG_TEXT),
    ("problems", LIST),
    ("suggestions_lead", LONG_TEXT),
    ("suggestions", LIST),
    ("supporting_factors_lead", LONG_TEXT),
    ("supporting_factors", LIST),
    ("eplan_problems", LIST),
    ("eplan_suggestions", LIST),
)


def make_round_book(loaded: LoadedDossier, what: str) -> Book:
    """Return the workbook of a round whose file is there."""
    key = RoundKey.from_slug(what)
    file = f"progress/{what}"
    document = loaded.sources.documents[file]
    plan = loaded.dossier.find_plan(key.fiscal_year)
    written = list(enumerate(document.data.get("projects", [])))
    known = {project.id: project for project in plan.projects} if plan else {}
    missing = [project.id for project in plan.projects_in_force(key.fiscal_year)] if plan else []
    records = [(str(data["project"]), index, data) for index, data in written]
    absent: list[tuple[str, int | None, dict[str, Any]]] = [
        (id_, None, {}) for id_ in missing if id_ not in {name for name, _, _ in records}
    ]
    order = {id_: position for position, id_ in enumerate(known)}
    rows = []
    for id_, index, data in sorted([*records, *absent], key=lambda item: order.get(item[0], len(order))):
        project = known.get(id_)
        shown = {
            column.key: column.form.show(data.get(column.key))
            for column in COLUMNS
            if column.key in Progress.model_fields
        }
        shown |= {ID: id_, NAME: project.name if project else "", PLANNED: ""}
        if project:
            shown[PLANNED] = _show_money(project.budget.in_year(key.fiscal_year))
        rows.append(Row(id_, shown, file, None if index is None else ("projects", index), data))
    table = Table(
        "ผลรายโครงการ",
        COLUMNS,
        tuple(rows),
        Progress,
        partial(merge_keys, Progress),
        lambda _: Place(file, ("projects",), "projects" in document.data),
        lambda id_: {"project": id_},
    )
    info = make_info_table("ข้อมูลของรายงาน", RoundReport, file, document, _INFO)
    return Book(loaded.slug, what, f"ผลการดำเนินงาน {key.label}", (table, info))


def _show_money(money: Money) -> str:
    if not money.is_budgeted:
        return NO_BUDGET_WORDS
    return UNKNOWN_WORDS if money.amount is None else format_amount(money.amount)
