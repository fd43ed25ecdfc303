"""The sheets of a plan's targets and risks: lists whose items have no id but their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from pydantic import BaseModel

from prongsai.load.data_file import DataFile
from prongsai.records.plan import Direction, Plan, Risk, Target, Unit
from prongsai.sheets.forms import LONG_TEXT, NUMBER, TEXT, ChoiceForm, ListForm, PartsForm
from prongsai.sheets.table import ID, LINES, Column, Place, Row, Table, make_column, merge_keys
from prongsai.sheets.years import find_year, set_years

VALUES = "values"
_OUTSIDE = "นอกแผน:"
_PLACE = Column(ID, "แถวที่", note="ลำดับในไฟล์ แถวใหม่ไม่ต้องกรอก", width=8, is_locked=True)


class ControlsForm(ListForm, frozen=True):
    """Controls of a risk: a project's id, with its words in the table behind an upright stroke; or what is outside."""

    def _show_item(self, item: Any) -> str:
        if not isinstance(item, dict):
            return super()._show_item(item)
        shown = {key: super(ControlsForm, self)._show_item(value) for key, value in item.items()}
        number = f"[{shown['number']}] " if "number" in shown else ""
        if "outside" in shown:
            return f"{number}{_OUTSIDE} {shown['outside']}"
        return f"{number}{shown.get('project', '')}" + (f" | {shown['text']}" if "text" in shown else "")

    def _read_item(self, line: str) -> Any:
        item = {}
        if line.startswith("[") and "] " in line:
            item["number"], _, line = line[1:].partition("] ")
        if line.startswith(_OUTSIDE):
            return {"outside": super()._read_item(line.removeprefix(_OUTSIDE).strip()), **item}
        project, stroke, text = line.partition("|")
        item |= {"text": super()._read_item(text.strip())} if stroke else {}
        return {"project": project.strip(), **item}


def make_targets_table(plan: Plan, file: str, document: DataFile) -> Table:
    """Return the table of a plan's target values."""
    columns = (
        _PLACE,
        make_column(Target, "indicator", TEXT, 50),
        make_column(Target, "unit", ChoiceForm(kind=Unit), 12),
        make_column(Target, "direction", ChoiceForm(kind=Direction), 14),
        make_column(Target, "baseline_year", NUMBER, 10),
        make_column(Target, "baseline_value", NUMBER, 12),
        *(Column(f"{VALUES}.{year}", f"ค่าเป้าหมาย ปี {year}", NUMBER, width=12) for year in plan.years.span),
        make_column(Target, "pass_mark", NUMBER, 12),
    )
    return _make_table("ค่าเป้าหมาย", "targets", columns, Target, file=file, document=document, merge=_merge_target)


def make_risks_table(file: str, document: DataFile) -> Table:
    """Return the table of a plan's risk assessment."""
    score = f"{LINES} คะแนนความเสี่ยงเขียนต่อท้ายหลัง | เช่น การตรวจรับไม่ตรงสัญญา | สูง"
    control = f"{LINES} รหัสโครงการในแผน เช่น p07 หรือ {_OUTSIDE} ข้อความ"
    columns = (
        _PLACE,
        make_column(Risk, "number", NUMBER, 8),
        make_column(Risk, "step", LONG_TEXT, 40),
        make_column(Risk, "issues", PartsForm(second="score", is_bare=False), 60, score),
        make_column(Risk, "controls", ControlsForm(), 60, control),
    )
    return _make_table(
        "ความเสี่ยง", "risks", columns, Risk, file=file, document=document, merge=partial(merge_keys, Risk)
    )


def _make_table(
    name: str,
    key: str,
    columns: Sequence[Column],
    model: type[BaseModel],
    *,
    file: str,
    document: DataFile,
    merge: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]],
) -> Table:
    rows = []
    for index, data in enumerate(document.data.get(key, [])):
        shown = {column.key: column.form.show(_get(data, column.key)) for column in columns}
        rows.append(Row(str(index + 1), shown | {ID: str(index + 1)}, file, (key, index), data))
    has_list = key in document.data
    return Table(
        name,
        tuple(columns),
        tuple(rows),
        model,
        merge,
        lambda _: Place(file, (key,), has_list),
        new_id=_number,
        spare=20,
    )


def _get(data: Mapping[str, Any], key: str) -> Any:
    name, _, year = key.partition(".")
    value = data.get(name)
    return value.get(find_year(value, year)) if year and isinstance(value, dict) else value


def _merge_target(old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    years = {key.partition(".")[2]: value for key, value in given.items() if "." in key}
    plain = {key: value for key, value in given.items() if "." not in key}
    if years:
        plain[VALUES] = set_years(old.get(VALUES, {}), years)
    return merge_keys(Target, old, plain)


def _number(_: Mapping[str, str], taken: set[str]) -> str:
    return str(max((int(id_) for id_ in taken), default=0) + 1)
