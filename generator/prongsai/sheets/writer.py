"""A book as an Excel file: what people fill in, and hidden beside it what it said when it was exported."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from prongsai.exceptions import SheetError
from prongsai.sheets.forms import Form
from prongsai.sheets.table import ID, Book, Row, Table
from prongsai.thai.system_errors import describe_os_error

META, LISTS, BASE = "_prongsai", "_lists", "_base"
_FONT = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top", "text_wrap": True}
_HEAD = {**_FONT, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1, "valign": "vcenter"}
_LOCKED = {**_FONT, "bg_color": "#EDEDED", "border": 1, "border_color": "#BFBFBF", "locked": True}
_OPEN = {**_FONT, "border": 1, "border_color": "#BFBFBF", "locked": False}
_ALLOWED = {
    "delete_rows": True, "insert_rows": True, "format_cells": True, "format_columns": True, "format_rows": True,
    "sort": True, "autofilter": True, "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip
# The file of the same records is the same bytes.
_CREATED = dt.datetime(2023, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_TITLE_ROW, _HEAD_ROW = 0, 1
_LINE_HEIGHT, _MOST_HEIGHT, _HEAD_HEIGHT = 24.0, 400.0, 96.0  # points; Excel has no row above 409


def write_book(book: Book, path: Path) -> None:
    """Write a workbook.

    Raises:
        SheetError: The file is there already, cannot be written, or is called another kind of file.
    """
    if path.suffix.lower() != ".xlsx":
        raise SheetError(f"ชื่อไฟล์ “{path.name}” ไม่ลงท้ายด้วย .xlsx วิธีแก้: ระบุชื่อ เช่น --out {path.with_suffix('.xlsx').name}")
    whole = io.BytesIO()  # in memory: the folder of temporary files may be full
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(whole, options) as workbook:
        _Writer(workbook, book).write()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(whole.getvalue())
            except BaseException:
                path.unlink(missing_ok=True)  # a broken one would keep its name from the next
                raise
    except FileExistsError:
        raise SheetError(f"มี {path} อยู่แล้ว จึงไม่เขียนทับ วิธีแก้: ย้ายหรือลบไฟล์เดิม หรือระบุชื่ออื่นด้วย --out") from None
    except OSError as error:
        raise SheetError(f"เขียน {path} ไม่ได้: {describe_os_error(error)}") from None


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Any, book: Book) -> None:
        self.workbook = workbook
        self.book = book
        self.head = workbook.add_format(_HEAD)
        self.styles: dict[tuple[bool, str], Any] = {}
        self.title = workbook.add_format({**_FONT, "bold": True, "font_size": 16, "text_wrap": False})
        self.lists: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        self.workbook.set_properties({"title": self.book.title, "created": _CREATED})
        sheets = [self.workbook.add_worksheet(table.name) for table in self.book.tables]
        lists = self.workbook.add_worksheet(LISTS)
        for number, (table, sheet) in enumerate(zip(self.book.tables, sheets, strict=True)):
            self._write_table(table, sheet, lists)
            self._write_base(table, self.workbook.add_worksheet(f"{BASE}{number}"))
        meta = self.workbook.add_worksheet(META)
        for row, pair in enumerate((("lao", self.book.lao), ("what", self.book.what))):
            for column, text in enumerate(pair):
                meta.write_string(row, column, text)
        lists.very_hidden()
        meta.very_hidden()

    def _write_table(self, table: Table, sheet: Worksheet, lists: Worksheet) -> None:
        sheet.set_row(_TITLE_ROW, _LINE_HEIGHT + 6)
        sheet.write_string(_TITLE_ROW, 0, self.book.title, self.title)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width)
            sheet.write_string(_HEAD_ROW, at, column.header, self.head)
            if column.note:
                sheet.write_comment(_HEAD_ROW, at, column.note, {"x_scale": 2, "font_size": 10})
        sheet.set_row(_HEAD_ROW, _HEAD_HEIGHT)
        end = _HEAD_ROW + len(table.rows) + table.spare
        for number, row in enumerate(table.rows, _HEAD_ROW + 1):
            self._write_row(table, row, number, sheet)
        for number in range(_HEAD_ROW + 1 + len(table.rows), end + 1):
            self._write_blank(table, number, sheet)
        for at, column in enumerate(table.columns):
            self._offer(column.form, sheet, lists, (_HEAD_ROW + 1, at, end, at))
        for number, row in enumerate(table.rows, _HEAD_ROW + 1):
            if row.form:
                at = next(at for at, column in enumerate(table.columns) if not column.is_locked)
                self._offer(row.form, sheet, lists, (number, at, number, at))
        frozen = 2 if len(table.columns) > 4 else 1
        sheet.freeze_panes(_HEAD_ROW + 1, frozen)
        sheet.autofilter(_HEAD_ROW, 0, max(end, _HEAD_ROW + 1), len(table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.protect("", _ALLOWED)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)

    def _write_row(self, table: Table, row: Row, number: int, sheet: Worksheet) -> None:
        # Programs other than Excel do not make a row as high as its texts are.
        lines = max(_count_lines(row.shown.get(column.key, ""), column.width) for column in table.columns)
        sheet.set_row(number, min(_MOST_HEIGHT, _LINE_HEIGHT * lines))
        for at, column in enumerate(table.columns):
            form, text = table.get_form(row, column), row.shown.get(column.key, "")
            style = self._get_style(form, is_locked=column.is_locked)
            amount = _read_amount(text) if form.is_number else None
            if amount is not None:
                sheet.write_number(number, at, amount, style)
            elif text:
                sheet.write_string(number, at, text, style)
            else:
                sheet.write_blank(number, at, None, style)

    def _write_blank(self, table: Table, number: int, sheet: Worksheet) -> None:
        for at, column in enumerate(table.columns):
            is_locked = column.is_locked and column.key != ID
            sheet.write_blank(number, at, None, self._get_style(column.form, is_locked=is_locked))

    def _get_style(self, form: Form, *, is_locked: bool) -> Any:
        key = is_locked, form.number_format
        if key not in self.styles:
            number = {"num_format": form.number_format} if form.number_format else {}
            number |= {"align": "right"} if form.is_number else {}
            self.styles[key] = self.workbook.add_format({**(_LOCKED if is_locked else _OPEN), **number})
        return self.styles[key]

    def _offer(self, form: Form, sheet: Worksheet, lists: Worksheet, area: tuple[int, int, int, int]) -> None:
        """Put a drop-down list on cells; the words stand in a hidden sheet, where a list may be as long as it needs."""
        if not form.choices:
            return
        if form.choices not in self.lists:
            column = len(self.lists)
            for row, word in enumerate(form.choices):
                lists.write_string(row, column, word)
            letter = chr(ord("A") + column)
            self.lists[form.choices] = f"={LISTS}!${letter}$1:${letter}${len(form.choices)}"
        sheet.data_validation(
            *area,
            {
                "validate": "list",
                "source": self.lists[form.choices],
                "error_title": "ค่าที่เลือกได้",
                "error_message": "เลือกค่าจากรายการ",
            },
        )

    def _write_base(self, table: Table, sheet: Worksheet) -> None:
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, column.key)
            for number, row in enumerate(table.rows, 1):
                if text := row.shown.get(column.key, ""):
                    sheet.write_string(number, at, text)
        sheet.very_hidden()


def _count_lines(text: str, width: int) -> float:
    """Return about how many lines a text takes in a cell; Thai vowels and tone marks above and below take no room."""
    wide = (sum(unicodedata.category(letter) != "Mn" for letter in line) for line in text.split("\n"))
    return sum(1 + letters // (0.9 * width) for letters in wide)


def _read_amount(text: str) -> float | None:
    """Return a number that Excel keeps as it is, up to the 15 digits that it knows."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return float(number) if len(number.as_tuple().digits) <= 15 and number.is_finite() else None
