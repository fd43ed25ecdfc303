"""What a workbook changes: for people, for the files, and for telling what is wrong at its cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from prongsai.editing.changes import Change
from prongsai.load.data_file import DataFile, DataPath
from prongsai.problem import Problem, Where

CONFLICT = "cell-conflict"


class CellChange(Struct, frozen=True):
    """One value that a person changed, added or took away.

    Attributes:
        where: The cell; the sheet where a whole row was taken away.
        record: What the row is.
        title: What the column is called; empty for a whole row.
        old: What the files say now.
        new: What the cell says.
    """

    where: Where
    record: str
    title: str
    old: str
    new: str


class Comparison(Struct):
    """What a workbook changes.

    Attributes:
        changes: For people, in the order of the sheets.
        edits: For the files, by their name without ``.yml``.
        added: Files to write, by name, with what they say.
        removed: Files to remove.
        places: The cell of each value that changes, by file and path.
        problems: What stands in the way (errors), and what should be known (warnings).
    """

    changes: list[CellChange] = field(default_factory=list)
    edits: dict[str, list[Change]] = field(default_factory=dict)
    added: dict[str, dict[str, Any]] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    places: dict[tuple[str, DataPath], Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class RecordCells(DataFile, frozen=True):
    """Stands for a file whose values come from cells: what is wrong with a key is told at its cell."""

    cells: Mapping[Any, Where] = field(default_factory=dict)

    def where(self, *path: str | int) -> Where:
        """Return the cell of a key, else the row's."""
        return next((self.cells[part] for part in reversed(path) if part in self.cells), Where(self.path))

    def where_key(self, *path: str | int) -> Where:
        """Return the cell of a key, else the row's."""
        return self.where(*path)
