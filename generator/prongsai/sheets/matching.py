"""Which sheet of a file is which table: by its name, else by its heads; no sheet is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.problem import Problem, Severity, Where
from prongsai.sheets.grid import RULE, Grid
from prongsai.sheets.table import Table
from prongsai.thai.text import compact

HEAD_ROWS = 10  # the head is looked for so far down


def match_sheets(tables: Sequence[Table], grids: Sequence[Grid]) -> list[Grid | None]:
    """Return the sheet of each table; a sheet that got another name is known by its heads.

    Args:
        tables: What a workbook of this kind has.
        grids: The sheets of the file; the one of a CSV file, which has no name, is the first table.
    """
    named = {grid.sheet: grid for grid in grids}
    found = [named.get(table.name) for table in tables]
    if found and found[0] is None:
        found[0] = named.get("")
    for number, table in enumerate(tables):
        if found[number] is None:
            found[number] = next((grid for grid in grids if grid not in found and _has_head(table, grid)), None)
    return found


def find_unread(
    tables: Sequence[Table], grids: Sequence[Grid], found: Sequence[Grid | None], *, is_exported: bool
) -> Iterator[Problem]:
    """Yield the sheets that are not read, and those that an exported workbook lacks.

    Args:
        tables: What a workbook of this kind has.
        grids: The sheets of the file.
        found: The sheet of each table.
        is_exported: The file was written by this program, so that it had all of them.
    """
    for grid in grids:
        if grid not in found and any(map(any, grid.rows)):
            fix = "ลบแผ่นงานนี้ หรือหากกรอกข้อมูลไว้ ย้ายไปไว้ในแผ่นงานเดิม"
            yield _warn(Where(f"{grid.file} [{grid.sheet}]"), f"ไม่รู้จักแผ่นงาน “{grid.sheet}” จึงไม่อ่าน", fix)
    for table, sheet in zip(tables, found, strict=True):
        if sheet is None and is_exported:
            message = f"ไม่มีแผ่นงาน “{table.name}” จึงไม่อ่านแผ่นนั้น ข้อมูลเดิมยังอยู่"
            yield _warn(Where(grids[0].file if grids else ""), message, "หากกรอกไว้ คืนชื่อแผ่นงานและหัวคอลัมน์ หรือส่งออกใหม่")


def _warn(where: Where, message: str, fix: str) -> Problem:
    return Problem(where, RULE, Severity.WARNING, message, fix)


def _has_head(table: Table, grid: Grid) -> bool:
    """Tell whether a row has the first head of a table and most of the others."""
    first, *others = (compact(column.header) for column in table.columns)
    for row in grid.rows[:HEAD_ROWS]:
        cells = set(map(compact, row))
        if first in cells and 2 * sum(header in cells for header in others) > len(others):
            return True
    return False
