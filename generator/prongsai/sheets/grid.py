"""What a sheet says, as texts: cells that could not be read tell why."""

from __future__ import annotations

from msgspec import Struct, field

from prongsai.problem import Problem, Severity, Where

RULE = "bad-cell"


class Fault(Struct, frozen=True):
    """Why a cell could not be read, and how to mend it; both Thai."""

    message: str
    fix: str


class Grid(Struct, frozen=True):
    """One sheet, or one CSV file.

    Attributes:
        file: The file, as messages name it.
        sheet: The sheet's name; empty for a CSV file.
        rows: Texts, row by row; numbers in Arabic digits, dates in Thai words.
        faults: Cells that could not be read, by row and column counted from 0.
        places: Where cells come from that stand elsewhere in the file.
    """

    file: str
    sheet: str
    rows: list[list[str]]
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)
    places: dict[tuple[int, int], Where] = field(default_factory=dict)

    def get(self, row: int, column: int) -> str:
        """Return a cell's text; empty outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""

    def where(self, row: int, column: int) -> Where:
        """Return the place of a cell as Excel names it."""
        if place := self.places.get((row, column)):
            return place
        sheet = f"{self.sheet}!" if self.sheet else ""
        return Where(f"{self.file} [{sheet}{name_cell(row, column)}]")

    def report(self, row: int, column: int, message: str, fix: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem of one cell."""
        return Problem(self.where(row, column), RULE, severity, message, fix)


def name_cell(row: int, column: int) -> str:
    """Return the name of a cell, counted from 0: C5 for row 4, column 2."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
