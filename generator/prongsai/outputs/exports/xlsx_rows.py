"""Sheets of XlsxWriter whose rows are written as the file is put together, without a thing in memory for each cell.

The library's own way of holding little writes every text as often as it stands in a cell; here each text stands once in
the file. Of the format only cells are ours: a row's number, and by the type of a value its text, number or day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from prongsai.outputs.exports.table import Value

MAX_TEXT = 32_767  # letters that a cell holds, as UTF-16 counts them
CUT = "… (ข้อความยาวเกินช่องของ Excel ดูทั้งหมดในไฟล์ CSV)"
_DAY_0 = dt.date(1899, 12, 30)
_FIRST_DATE = dt.date(1900, 3, 1)  # Excel knows no earlier one, or a day that never was
_DIGITS = 15  # that Excel keeps


class Styles:
    """The formats of cells."""

    def __init__(self, book: Workbook) -> None:
        """Add them to a workbook."""
        self.head: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.date: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.number: Format = book.add_format({"num_format": "#,##0.00"})


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet of a heading and rows of values, which are asked for when the file is put together."""

    def set_rows(self, titles: Sequence[str], count: int, rows: Iterable[Sequence[Value]], styles: Styles) -> None:
        """Say what is in the sheet.

        Args:
            titles: The heading of each column.
            count: Number of rows.
            rows: The rows, each with a value for every column; None leaves a cell empty.
            styles: The formats of the workbook.
        """
        self.dim_rowmin, self.dim_rowmax, self.dim_colmin, self.dim_colmax = 0, count, 0, len(titles) - 1
        self._titles, self._rows, self._styles = titles, rows, styles

    def _write_rows(self) -> None:
        columns = [xl_col_to_name(place) for place in range(len(self._titles))]
        place_text = self.str_table._get_shared_string_index  # noqa: SLF001
        head = self._styles.head._get_xf_index()  # noqa: SLF001
        date = self._styles.date._get_xf_index()  # noqa: SLF001
        decimal = self._styles.number._get_xf_index()  # noqa: SLF001
        titles = zip(columns, self._titles, strict=True)
        cells = [f'<c r="{column}1" s="{head}" t="s"><v>{place_text(title)}</v></c>' for column, title in titles]
        self.fh.write(f'<row r="1">{"".join(cells)}</row>')
        for number, row in enumerate(self._rows, 2):
            cells = []
            for column, value in zip(columns, row, strict=True):
                if value is None:
                    continue
                if isinstance(value, bool):
                    cells.append(f'<c r="{column}{number}" t="b"><v>{value:d}</v></c>')
                elif isinstance(value, dt.date) and value >= _FIRST_DATE:
                    cells.append(f'<c r="{column}{number}" s="{date}"><v>{(value - _DAY_0).days}</v></c>')
                elif isinstance(value, Decimal) and _is_exact(value):
                    cells.append(f'<c r="{column}{number}" s="{decimal}"><v>{value:f}</v></c>')
                elif isinstance(value, int) and _is_exact(value):
                    cells.append(f'<c r="{column}{number}"><v>{value}</v></c>')
                else:
                    cells.append(f'<c r="{column}{number}" t="s"><v>{place_text(_to_text(value))}</v></c>')
            self.fh.write(f'<row r="{number}">{"".join(cells)}</row>')


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


def _is_exact(value: Decimal | int) -> bool:
    """Tell whether Excel gives a number back as it is."""
    return (
        len(format(value, "f" if isinstance(value, Decimal) else "d").lstrip("-").replace(".", "").strip("0"))
        <= _DIGITS
    )


def _to_text(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        return format(value, "f" if isinstance(value, Decimal) else "d")
    if value.startswith("<r>"):
        value = f" {value}"  # the library takes it for XML of its own, and writes it as it is
    if len(value) * 2 <= MAX_TEXT or len(value.encode("utf-16-le")) <= 2 * MAX_TEXT:
        return value
    return value.encode("utf-16-le")[: 2 * (MAX_TEXT - len(CUT))].decode("utf-16-le", errors="ignore") + CUT
