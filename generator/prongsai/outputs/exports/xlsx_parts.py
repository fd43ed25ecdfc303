"""Sheets of XlsxWriter that are written a part at a time, so that the cells of no more rows are held than need be.

The library's own way of holding little writes every text as often as it stands in a cell; this way the file is the same
as if all cells were held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet


class PartedSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose cells are made when the file is put together."""

    write_parts: Callable[[], Iterator[int]]

    def set_parts(self, last_row: int, last_column: int, write_parts: Callable[[], Iterator[int]]) -> None:
        """Say how large the sheet is, and what is in it.

        Args:
            last_row: Its last row, counted from 0, whose cells will all be written as those of the first.
            last_column: Its last column.
            write_parts: Writes cells and yields the last row with some, after a multiple of sixteen rows, and at the end.
        """
        self.dim_rowmin, self.dim_rowmax, self.dim_colmin, self.dim_colmax = 0, last_row, 0, last_column
        self.write_parts = write_parts

    def _write_rows(self) -> None:
        for last in self.write_parts():
            self.dim_rowmax = last
            super()._write_rows()
            self.table.clear()
            self.dim_rowmin = last + 1


class _Strings(SharedStringTable):  # type: ignore[misc]
    """The texts of all cells, which still come when the file is put together; their numbers are given in order."""

    def _sort_string_data(self) -> None:
        self.string_array = self._hand_over()

    def _hand_over(self) -> Iterator[str]:
        """Yield the texts once, after the last sheet; then the file has them."""
        yield from self.string_table
        self.string_table.clear()


def open_workbook(output: object) -> Workbook:
    """Return a workbook to which sheets of this module can be added."""
    book = Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.str_table = _Strings()
    return book
