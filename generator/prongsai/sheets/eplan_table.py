"""The status table of e-PlanNACC (รายงานผลการดำเนินงาน…), as the system gives it, read into a round's workbook.

Its rows name projects by the system's own number and wording; a status is a mark in one of four columns. What it says
becomes cells of the round's table, so that it is compared, checked and shown like any other change.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from msgspec import Struct

from prongsai.load.validation import find_nearest
from prongsai.problem import Problem, Severity
from prongsai.records.plan import Plan
from prongsai.records.progress import Status
from prongsai.records.project import Project
from prongsai.sheets.forms import DATE, MONEY
from prongsai.sheets.grid import Grid
from prongsai.sheets.info_table import VALUE
from prongsai.sheets.table import ID, Book
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

_MARKS = frozenset({"/", "✓", "✔", "☑", "☒", "√", "x", "X", "1", "●", "•", "ü", "P", "ใช่"})
_EMPTY = frozenset({"", "☐", "-", "0", "–"})
_STATUS = {compact(name): item for item in Status for name in (item.label, *item.aliases)}
_COLUMNS = {"ลำดับ": "number", "ลำดับที่": "number", "งบประมาณ(บาท)": "planned", "งบประมาณ": "planned",
            "เบิกจ่าย(บาท)": "disbursed", "เบิกจ่าย": "disbursed", "หมายเหตุ": "remark", "สถานะ": "status"}  # fmt: skip
_NAME = "รายการโครงการ"
_ROUND = re.compile(r"(2[56][0-9]{2})\s*รอบ\s*(6|12)\s*เดือน")
_DAY = re.compile(r"\*\*\s*ข้อมูล\s*ณ\s*วันที่\s*(.+)")
_REPORTER = re.compile(r"ผู้รายงาน.*?ตำแหน่ง[.\s:]*(\S.*)")
_HEADINGS = {"ปัญหาอุปสรรค": "eplan_problems", "ปัญหา/อุปสรรค": "eplan_problems", "ข้อเสนอแนะ": "eplan_suggestions"}
_END = "สรุปผลการขับเคลื่อน"
_BULLET = re.compile(r"(?:[0-9๐-๙]+[.)]|[-•])\s*")
_TAG = re.compile(r"<[^<>]{0,200}>")


def is_eplan_table(grid: Grid) -> bool:
    """Tell whether a sheet is the status table of e-PlanNACC."""
    return any(_find_columns(grid, row) for row in range(len(grid.rows)))


def find_round(grids: list[Grid]) -> str:
    """Return the round that a status table tells in its title: 2566-12; empty where it tells none."""
    for grid in grids:
        for row in grid.rows:
            if match := _ROUND.search(to_arabic(" ".join(row))):
                return f"{match[1]}-{int(match[2]):02}"
    return ""


class EplanCells(Struct):
    """The table as the two sheets of a round's workbook, and what could not be read."""

    grids: list[Grid]
    problems: list[Problem]


def read_eplan_table(grid: Grid, book: Book, plan: Plan, fiscal_year: int) -> EplanCells:
    """Return what the table says, as the sheets that ``book`` has; rows of projects that it does not name are left out.

    Args:
        grid: The sheet.
        book: The workbook of the round.
        plan: The plan whose projects the table names.
        fiscal_year: The round's fiscal year (B.E.).
    """
    return _Reader(grid, book, plan, fiscal_year).read()


class _Reader:
    """Reads one table."""

    def __init__(self, grid: Grid, book: Book, plan: Plan, fiscal_year: int) -> None:
        self.grid, self.plan, self.fiscal_year = grid, plan, fiscal_year
        self.table, self.info = book.tables
        self.rows = {row.id: row for row in self.table.rows}
        self.problems: list[Problem] = []
        self.lines: list[tuple[int, dict[str, tuple[str, int]]]] = []

    def read(self) -> EplanCells:
        columns: Mapping[str, int] = {}
        end = 0
        for number in range(len(self.grid.rows)):
            if found := _find_columns(self.grid, number):
                columns = found
            elif columns and to_arabic(self.grid.get(number, columns["number"])).strip(" .").isdecimal():
                self._read_line(number, columns)
                end = number
        return EplanCells([self._place_lines(), self._place_foot(end + 1)], self.problems)

    def _report(self, row: int, column: int, message: str, fix: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(self.grid.report(row, column, message, fix, severity))

    def _read_line(self, number: int, columns: Mapping[str, int]) -> None:
        project = self._find_project(number, columns)
        if project is None:
            return
        row = self.rows.get(project.id)
        if row is None:
            message = f"โครงการ {project.id} ไม่อยู่ในแผนของปีงบประมาณ {self.fiscal_year}"
            self._report(number, columns["name"], message, "ตรวจ from และ until ของโครงการ หรือปีของตาราง")
            return
        cells = {ID: (project.id, columns["name"])}
        if status := self._read_status(number, columns):
            cells["status"] = status
        cells |= self._read_money(number, columns, project, row.shown)
        remark = _clean(self.grid.get(number, columns["remark"])) if "remark" in columns else ""
        if remark:
            cells["eplan_remark"] = remark, columns["remark"]
        self.lines.append((number, cells))

    def _find_project(self, number: int, columns: Mapping[str, int]) -> Project | None:
        name = _clean(self.grid.get(number, columns["name"]))
        eplan_number = int(to_arabic(self.grid.get(number, columns["number"])).strip(" ."))
        named = [
            item
            for item in self.plan.projects
            if compact(name) in {compact(text) for text in (item.eplan_name, item.card_name, item.name) if text}
        ]
        numbered = [item for item in named or self.plan.projects if item.eplan_number == eplan_number]
        if len(named) == 1:
            return named[0]
        if len(numbered) == 1:
            if not named:
                self._report_other_name(number, columns["name"], name, numbered[0])
            return numbered[0]
        near = find_nearest(name, [item.name for item in self.plan.projects])
        hint = f"หมายถึง “{near}” หรือไม่ · " if near else ""
        fix = f"{hint}เขียนชื่อนี้ใน eplan_name หรือลำดับใน eplan_number ของโครงการในแผน"
        count = f"{len(named)} โครงการ" if named else "ไม่มีโครงการ"
        message = f"{count}ชื่อ “{name}” ในแผน {self.plan.period}"
        self._report(number, columns["name"], message, fix)
        return None

    def _report_other_name(self, row: int, column: int, name: str, project: Project) -> None:
        message = (
            f"ชื่อ “{name}” ไม่ตรงกับโครงการ {project.id} “{project.name}” ซึ่งมี eplan_number {project.eplan_number} เท่ากัน "
            "จึงถือเป็นโครงการเดียวกัน"
        )
        self._report(row, column, message, "ถ้าถูกแล้ว เขียนชื่อนี้ใน eplan_name ของโครงการ", Severity.WARNING)

    def _read_status(self, number: int, columns: Mapping[str, int]) -> tuple[str, int] | None:
        found = []
        for item in Status:
            at = columns.get(item.value)
            text = self.grid.get(number, at) if at is not None else ""
            if at is None or text in _EMPTY:
                continue
            if text in _MARKS or _STATUS.get(compact(text)) is item:
                found.append((item.label, at))
            else:
                self._report(number, at, f"“{text}” ไม่ใช่เครื่องหมายของสถานะ", "ใส่ / ในช่องของสถานะที่ถูก ช่องอื่นเว้นว่าง")
        if len(found) == 1:
            return found[0]
        words = "หลายช่อง" if found else "ไม่มีช่องใดเลย"
        self._report(number, columns["waiting"], f"เครื่องหมายสถานะมี{words}", "ใส่ / ในช่องของสถานะเดียว")
        return None

    def _read_money(
        self, number: int, columns: Mapping[str, int], project: Project, shown: Mapping[str, str]
    ) -> dict[str, tuple[str, int]]:
        """The system prints 0 where no budget is used; only what says something else than the records is taken."""
        cells = {}
        planned = project.budget.in_year(self.fiscal_year)
        for key, known in (
            ("planned", shown.get("planned") or shown.get("plan_budget", "")),
            ("disbursed", shown.get("disbursed", "")),
        ):
            if key not in columns:
                continue
            text = MONEY.show(self.grid.get(number, columns[key]))
            is_nothing = text in {"0", "ไม่ใช้งบประมาณ", ""}
            if is_nothing and (
                not planned.is_budgeted or known in {"0", "ไม่ใช้งบประมาณ"} or (key == "planned" and not known)
            ):
                continue
            if not MONEY.is_same(text, known):
                cells[key] = text, columns[key]
        return cells

    def _place_lines(self) -> Grid:
        """Return the lines as the round's table: what they do not speak of is there as it is known."""
        keys = (ID, "status", "planned", "disbursed", "eplan_remark")
        headers = {column.key: column.header for column in self.table.columns}
        grid = Grid(self.grid.file, self.table.name, [[headers[key] for key in keys]])
        for number, cells in self.lines:
            shown = self.rows[cells[ID][0]].shown
            grid.places.update({
                (len(grid.rows), at): self.grid.where(number, cells.get(key, cells[ID])[1]) for at, key in enumerate(keys)
            })  # fmt: skip
            grid.rows.append([cells[key][0] if key in cells else shown.get(key, "") for key in keys])
        return grid

    def _place_foot(self, start: int) -> Grid:
        """Return what stands below the lines as the round's other table."""
        headers = {column.key: column.header for column in self.info.columns}
        grid = Grid(self.grid.file, self.info.name, [[headers[ID], headers[VALUE]]])
        for key, (lines, row, column) in self._read_foot(start).items():
            where = self.grid.where(row, column)
            grid.places.update({(len(grid.rows), 0): where, (len(grid.rows), 1): where})
            grid.rows.append([key, "\n".join(lines)])
        return grid

    def _read_foot(self, start: int) -> dict[str, tuple[list[str], int, int]]:
        """Return the day, the reporter's position, problems and suggestions, and where each stands."""
        found: dict[str, tuple[list[str], int, int]] = {}
        key = ""
        for row in range(start, len(self.grid.rows)):
            for column, text in enumerate(self.grid.rows[row]):
                if match := _DAY.search(text):
                    found["as_of"] = [_spell_day(match[1])], row, column
                elif match := _REPORTER.search(text):
                    found["reporter"] = [match[1].strip()], row, column
                elif text.startswith(_END):
                    return found
                elif heading := _HEADINGS.get(compact(text).rstrip(":")):
                    key = heading
                elif key and text:
                    lines = [_BULLET.sub("", line.strip(), count=1) for line in _clean(text).split("\n")]
                    found.setdefault(key, ([], row, column))[0].extend(filter(None, lines))
        return found


def _spell_day(text: str) -> str:
    """Return a date that says the same as the system's, which writes 06 for 6."""
    return DATE.show(to_arabic(text).strip())


def _find_columns(grid: Grid, row: int) -> dict[str, int]:
    """Return where the columns of the table stand, if a row is its head; the four statuses stand in the row below."""
    names = [compact(cell) for cell in grid.rows[row]]
    columns = {_COLUMNS[name]: at for at, name in enumerate(names) if name in _COLUMNS}
    at_name = next((at for at, name in enumerate(names) if name.startswith(_NAME)), None)
    if at_name is None or "number" not in columns:
        return {}
    columns["name"] = at_name
    for line in (row, row + 1):
        cells = grid.rows[line] if line < len(grid.rows) else []
        columns |= {item.value: at for at, cell in enumerate(cells) if (item := _STATUS.get(compact(cell)))}
    return columns if {item.value for item in Status} <= columns.keys() else {}


def _clean(text: str) -> str:
    """Return a text without the marks of the web page that it was copied from."""
    return html.unescape(_TAG.sub("", text)).replace("\u00a0", " ").strip()
