"""What a person changed in a workbook: cell by cell against what was exported and what the files say now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from prongsai.editing.changes import AddItem, AddKey, Remove
from prongsai.editing.differences import find_differences
from prongsai.load.data_file import DataPath
from prongsai.load.validation import suggest, validate
from prongsai.problem import Problem, Severity, Where
from prongsai.sheets.comparison import CONFLICT, CellChange, Comparison, RecordCells
from prongsai.sheets.forms import NOT_SHOWN
from prongsai.sheets.grid import Grid
from prongsai.sheets.matching import HEAD_ROWS, find_unread, match_sheets
from prongsai.sheets.table import ID, Book, Column, Place, Row, Table
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

_CELL = re.compile(r"([A-Z]+)([0-9]+)\]$")


def compare(book: Book, grids: Sequence[Grid], bases: Sequence[Grid] = ()) -> Comparison:
    """Compare what sheets say with what the files say.

    Args:
        book: What the files say now.
        grids: The sheets; the one of a CSV file, which has no name, is the first table.
        bases: What each table said when it was exported; without, nothing can be told to be taken away.
    """
    comparison = Comparison()
    found = match_sheets(book.tables, grids)
    if not any(found):
        names = " หรือ ".join(f"“{table.name}”" for table in book.tables)
        where = Where(grids[0].file if grids else "")
        fix = "ใช้ไฟล์จาก prongsai sheet export และไม่เปลี่ยนชื่อแผ่นงาน"
        comparison.problems.append(Problem(where, "bad-cell", Severity.ERROR, f"ไม่มีแผ่นงานชื่อ {names}", fix))
        return comparison
    comparison.problems += find_unread(book.tables, grids, found, is_exported=bool(bases))
    for number, (table, grid) in enumerate(zip(book.tables, found, strict=True)):
        if grid is None:
            continue
        told = len(comparison.problems)
        base = _read_base(bases[number]) if number < len(bases) else None
        _TableComparison(table, grid, base, comparison).run()
        comparison.problems[told:] = sorted(comparison.problems[told:], key=_in_sheet_order)
    return comparison


def _read_base(grid: Grid) -> dict[str, dict[str, str]]:
    keys = grid.rows[0] if grid.rows else []
    rows = [{key: grid.get(row, at) for at, key in enumerate(keys)} for row in range(1, len(grid.rows))]
    return {row[ID]: row for row in rows if row.get(ID)}


def _in_sheet_order(problem: Problem) -> tuple[int, int, str]:
    match = _CELL.search(problem.where.path)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, "")


class _Line(Struct):
    """A row of the sheet.

    Attributes:
        at: Its number, from 0.
        cells: What its cells say, by the column's key.
    """

    at: int
    cells: dict[str, str]


class _Record(Struct):
    """A record that changes: its values, and the cells that they come from."""

    file: str
    path: DataPath
    row: Row
    given: dict[str, Any] = field(default_factory=dict)
    cells: dict[Any, Where] = field(default_factory=dict)


class _TableComparison:
    """Compares one table with its sheet."""

    def __init__(
        self, table: Table, grid: Grid, base: Mapping[str, Mapping[str, str]] | None, comparison: Comparison
    ) -> None:
        self.table, self.grid, self.base, self.out = table, grid, base, comparison
        self.rows = {row.id: row for row in table.rows}
        self.open = [column for column in table.columns if not column.is_locked]
        self.at: dict[str, int] = {}
        # Several rows may be keys of one record: what changes in a record is put together first.
        self.records: dict[tuple[str, DataPath], _Record] = {}
        self.new_items: dict[Place, list[Any]] = {}

    def run(self) -> None:
        head = self._find_head()
        if head is None:
            fix = "คืนหัวคอลัมน์ตามไฟล์ที่ส่งออก หรือส่งออกใหม่"
            self.out.problems.append(self.grid.report(0, 0, f"ไม่พบหัวคอลัมน์ “{self.table.columns[0].header}”", fix))
            return
        seen: dict[str, int] = {}
        for line in self._list_lines(head):
            id_ = self._identify(line, seen)
            if not id_:
                continue
            seen[id_] = line.at
            row = self.rows.get(id_)
            if row is None:
                self._add(id_, line, self._read(None, line))
            else:
                self._compare_row(row, line)
        self._find_removed(seen)
        for record in self.records.values():
            self._finish(record)
        for place, items in self.new_items.items():
            self._add_items(place, items)

    def _find_head(self) -> int | None:
        wanted = compact(self.table.columns[0].header)
        headers = {compact(column.header): column for column in self.table.columns}
        for number in range(min(HEAD_ROWS, len(self.grid.rows))):
            cells = [compact(cell) for cell in self.grid.rows[number]]
            if wanted not in cells:
                continue
            for at, cell in enumerate(cells):
                column = headers.get(cell)
                if column and column.key not in self.at:
                    self.at[column.key] = at
                elif cell:
                    text = self.grid.get(number, at)
                    fix = suggest(text, [item.header for item in self.table.columns], "ลบคอลัมน์นี้ หรือคืนชื่อหัวคอลัมน์เดิม")
                    message = f"ไม่รู้จักคอลัมน์ “{text}” จึงไม่อ่านคอลัมน์นี้"
                    self.out.problems.append(self.grid.report(number, at, message, fix, Severity.WARNING))
            return number
        return None

    def _list_lines(self, head: int) -> Iterator[_Line]:
        for number in range(head + 1, len(self.grid.rows)):
            cells = {key: self.grid.get(number, at) for key, at in self.at.items()}
            if any(cells.values()) or any((number, at) in self.grid.faults for at in self.at.values()):
                yield _Line(number, cells)

    def _report(self, line: _Line, key: str, message: str, fix: str, severity: Severity = Severity.ERROR) -> None:
        self.out.problems.append(self.grid.report(line.at, self.at.get(key, 0), message, fix, severity))

    def _identify(self, line: _Line, seen: Mapping[str, int]) -> str:
        """Return the id of a row; a new one where a person added it, nothing where it cannot be told."""
        id_ = to_arabic(line.cells.get(ID, ""))
        if not id_ and not any(line.cells.get(column.key) or self._get_fault(line, column) for column in self.open):
            return ""  # only what the sheet gives is left of it
        if id_ in self.rows:
            if id_ in seen:
                first = self.grid.where(seen[id_], self.at[ID])
                self._report(line, ID, f"รหัส “{id_}” ซ้ำกับ {first}", "ลบแถวที่ซ้ำ")
                return ""
            return id_
        new = self.table.new_id(line.cells, {*self.rows, *seen}) if self.table.new_id else ""
        if not new or (id_ and id_ != new and not new.startswith(f"{id_}.")):  # a section alone gets the next number
            message = (
                f"ไม่รู้จัก{self.table.columns[0].header} “{id_}”"
                if id_
                else f"ไม่มี{self.table.columns[0].header} จึงไม่รู้ว่าแถวนี้คืออะไร"
            )
            how = f"{self.table.columns[0].note} หรือลบแถวนี้" if self.table.new_id else "คืนค่าเดิม หรือลบแถวนี้"
            self._report(line, ID, message, suggest(id_, self.rows, how))
            return ""
        return new

    def _get_fault(self, line: _Line, column: Column) -> Any:
        return self.grid.faults.get((line.at, self.at[column.key])) if column.key in self.at else None

    def _read(self, row: Row | None, line: _Line) -> dict[str, str]:
        """Return what the open cells of a line say; what could not be read is told and left out."""
        texts = {}
        for column in self.open:
            if fault := self._get_fault(line, column):
                self._report(line, column.key, fault.message, fault.fix)
            elif column.key in self.at:
                texts[column.key] = line.cells[column.key]
        if row:
            for column in self.table.columns:
                shown = row.shown.get(column.key, "")
                if column.is_locked and not column.form.is_same(line.cells.get(column.key, shown), shown):
                    message = f"“{column.header}” แก้ในแผ่นนี้ไม่ได้ จึงไม่อ่านช่องนี้"
                    self._report(line, column.key, message, f"คืนค่าเดิม: {shown or '(ว่าง)'}", Severity.WARNING)
        return texts

    def _compare_row(self, row: Row, line: _Line) -> None:
        texts = self._read(row, line)
        is_complete = len(texts) == len(self.open)
        if (
            row.path
            and self.table.is_whole
            and is_complete
            and not any(texts.values())
            and any(row.shown.get(column.key) for column in self.open)
        ):
            self._remove(row, self.grid.where(line.at, self.at[ID]))
            return
        before = row.shown if self.base is None else self.base.get(row.id, {})
        changed = [
            column
            for column in self.open
            if column.key in texts and self._is_changed(row, line, column, before.get(column.key, ""))
        ]
        if changed and row.path is None:
            self._add(row.id, line, texts)
        elif changed and row.path is not None:
            record = self.records.setdefault((row.file, row.path), _Record(row.file, row.path, row))
            if row.path:
                self.out.places[row.file, row.path] = self.grid.where(line.at, self.at[ID])
            for column in changed:
                key = row.id if row.form else column.key
                record.given[key] = self.table.get_form(row, column).read(texts[column.key])
                where = self.grid.where(line.at, self.at[column.key])
                record.cells |= dict.fromkeys(key.split("."), where)
                self.out.places[row.file, (*row.path, key.partition(".")[0])] = where
                self._note(row, column, where, texts[column.key])

    def _is_changed(self, row: Row, line: _Line, column: Column, old: str) -> bool:
        """Tell whether a person changed a cell; what cannot be changed is told."""
        form, new, now = self.table.get_form(row, column), line.cells[column.key], row.shown.get(column.key, "")
        if form.is_same(new, old) or form.is_same(new, now):
            return False
        if NOT_SHOWN in {old, now}:
            message = "ช่องนี้มีข้อมูลที่แสดงใน Excel ไม่ได้ จึงแก้ที่นี่ไม่ได้"
            self._report(line, column.key, message, f"คืนเป็น {NOT_SHOWN} แล้วแก้ในไฟล์ {row.file}.yml")
            return False
        if not form.is_same(old, now):
            message = f"หลังส่งออก {row.file}.yml ถูกแก้เป็น “{now}” แต่ช่องนี้แก้เป็น “{new}”"
            fix = "ตกลงว่าค่าใดถูก แล้วพิมพ์ค่าในไฟล์ลงช่องนี้ หรือแก้ไฟล์ให้ตรงกับช่องนี้"
            where = self.grid.where(line.at, self.at[column.key])
            self.out.problems.append(Problem(where, CONFLICT, Severity.ERROR, message, fix))
            return False
        return True

    def _note(self, row: Row | None, column: Column, where: Where, new: str, id_: str = "") -> None:
        """Keep a change for people."""
        if row and row.form:
            self.out.changes.append(CellChange(where, "", row.shown["title"], row.shown.get(column.key, ""), new))
        else:
            old = row.shown.get(column.key, "") if row else ""
            self.out.changes.append(CellChange(where, row.id if row else id_, column.header, old, new))

    def _finish(self, record: _Record) -> None:
        """Check a record with its new values, and find the places to change."""
        new = self.table.merge(record.row.data, record.given)
        if self._is_valid(new, record.row.id, record.cells):
            found = find_differences(record.row.data, new, record.path)
            self.out.edits.setdefault(record.file, []).extend(found)

    def _is_valid(self, data: Mapping[str, Any], id_: str, cells: Mapping[Any, Where]) -> bool:
        first = next(iter(cells.values()), Where(self.grid.file))
        document = RecordCells(first.path, cells=cells)
        _, problems = validate(self.table.model, document, {**self.table.base(id_), **data})
        for problem in problems:
            if problem.rule == "missing-key":
                key = problem.message.partition("“")[2].partition("”")[0]
                title = next((item.header for item in self.table.columns if item.key == key), key)
                problem = replace(problem, message=f"ยังไม่มี{title}", fix=f"เติม{title}ในแถวนี้ หรือล้างทั้งแถว")  # noqa: PLW2901 - in the words of a sheet
            self.out.problems.append(problem)
        return not problems

    def _add(self, id_: str, line: _Line, texts: Mapping[str, str]) -> None:
        """Take a record that the files do not have yet."""
        row = self.rows.get(id_)
        given, cells = {}, {ID: self.grid.where(line.at, self.at[ID])}
        for column in self.open:
            where = self.grid.where(line.at, self.at.get(column.key, 0))
            cells |= {key: where for key in column.key.split(".") if key not in cells}
            if text := texts.get(column.key):
                given[column.key] = column.form.read(text)
                cells |= dict.fromkeys(column.key.split("."), where)
                self._note(row, column, where, text, id_)
        record = self.table.merge(self.table.base(id_), given)
        if not self._is_valid(record, id_, cells):
            return
        place = self.table.place(id_)
        if place.path is None:
            self.out.added[place.file] = {key: value for key, value in record.items() if key != ID}
        else:
            self.new_items.setdefault(place, []).append(record)

    def _find_removed(self, seen: Mapping[str, int]) -> None:
        if self.base is None or not self.table.is_whole:
            return
        for id_, before in self.base.items():
            row = self.rows.get(id_)
            if row is None or row.path is None or id_ in seen:
                continue
            changed = [
                column.header
                for column in self.open
                if not self.table.get_form(row, column).is_same(
                    before.get(column.key, ""), row.shown.get(column.key, "")
                )
            ]
            where = Where(f"{self.grid.file} [{self.grid.sheet}]")
            if changed:
                message = f"แถวของ “{id_}” ถูกลบ แต่หลังส่งออก {row.file}.yml ถูกแก้ที่ {', '.join(changed)}"
                self.out.problems.append(
                    Problem(where, CONFLICT, Severity.ERROR, message, "ส่งออกใหม่ แล้วลบแถวนี้อีกครั้งหากยังต้องการลบ")
                )
            else:
                self._remove(row, where)

    def _remove(self, row: Row, where: Where) -> None:
        shown = next((row.shown[key] for key in ("name", "title") if row.shown.get(key)), "")
        self.out.changes.append(CellChange(where, row.id, "", shown, ""))
        if row.path:
            self.out.edits.setdefault(row.file, []).append(Remove(row.path))
        else:
            self.out.removed.append(row.file)

    def _add_items(self, place: Place, items: list[Any]) -> None:
        edits = self.out.edits.setdefault(place.file, [])
        path = place.path or ()
        edits += [AddItem(path, item) for item in items] if place.has_list else [AddKey(path, items)]
