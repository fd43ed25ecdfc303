"""Workbooks as clerks fill them: exported, opened with another program, changed by the words of heads and ids, saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner, Result
from conftest import MADE_UP_PLANS
from openpyxl.worksheet.worksheet import Worksheet
from prongsai.cli.main import cli

LAO = "nongsaeng"
HEAD = 2  # the row of the heads, counted as Excel does


class Office:
    """A folder of plans, and the commands that a clerk gives in it."""

    def __init__(self, folder: Path, lao: Path = MADE_UP_PLANS / LAO) -> None:
        """Copy an LAO."""
        self.folder = folder
        self.plans = folder / "plans"
        self.lao = lao.name
        shutil.copytree(lao, self.plans / lao.name)

    def path(self, name: str) -> Path:
        """Return a file of the LAO."""
        return self.plans / self.lao / name

    def read(self) -> dict[str, bytes]:
        """Return all files of the LAO."""
        root = self.plans / self.lao
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def run(self, *arguments: str) -> Result:
        """Give a command."""
        options = ["--plans", str(self.plans), "--lao", self.lao]
        return CliRunner().invoke(cli, [*arguments, *options], catch_exceptions=False)

    def export(self, what: str) -> Path:
        """Export a workbook."""
        path = self.folder / f"{what}.xlsx"
        result = self.run("sheet", "export", what, "--out", str(path))
        assert result.exit_code == 0, result.output
        return path

    def bring_back(self, path: Path, *options: str) -> Result:
        """Import a file without being asked."""
        return self.run("sheet", "import", str(path), "--write", *options)


def change(path: Path, sheet: str, fill: Callable[[Sheet], None]) -> None:
    """Open a workbook with another program, change a sheet, and save it."""
    workbook = openpyxl.load_workbook(path)
    fill(Sheet(workbook[sheet]))
    workbook.save(path)


class Sheet:
    """A sheet whose cells are named by a row's id and the first words of a head."""

    def __init__(self, sheet: Worksheet) -> None:
        """Read heads and ids."""
        self.sheet = sheet
        self.heads = {str(cell.value): cell.column for cell in sheet[HEAD] if cell.value}
        self.rows = {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=HEAD + 1) if row[0].value}

    def place(self, id_: str, head: str) -> tuple[int, int]:
        """Return row and column of a cell."""
        return self.rows[id_], next(column for name, column in self.heads.items() if name.startswith(head))

    def put(self, id_: str, head: str, value: Any) -> str:
        """Fill a cell, and return its name."""
        cell = self.sheet.cell(*self.place(id_, head))
        cell.value = value
        return str(cell.coordinate)

    def append(self, values: dict[str, Any]) -> None:
        """Fill the first empty row, by heads."""
        row = max(self.rows.values()) + 1
        for head, value in values.items():
            column = next(column for name, column in self.heads.items() if name.startswith(head))
            self.sheet.cell(row, column).value = value

    def delete(self, id_: str) -> None:
        """Delete a row; those below move up."""
        self.sheet.delete_rows(self.rows[id_])
        self.__init__(self.sheet)  # type: ignore[misc]
