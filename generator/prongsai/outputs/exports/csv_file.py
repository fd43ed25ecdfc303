"""A table as CSV: for Thai spreadsheets, and read back exactly.

A text that a spreadsheet could take for a formula gets an apostrophe before it, and so does one that begins with an
apostrophe: whoever takes the first apostrophe off every text that begins with one has what was written.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import islice

from prongsai.outputs.exports.table import AnyTable, Row, Value

ENCODING = "utf-8-sig"  # without the mark at the beginning, Thai Excel takes the letters for others
_PART = 500  # rows
# The letters of wide type are formulas to some spreadsheets, too; an apostrophe is here so that ours can be told.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']")


def render_csv(table: AnyTable, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a table in parts: UTF-8 with byte order mark, English column names, a line a row."""
    yield _render_lines([table.names]).encode(ENCODING)
    left = iter(rows)
    while some := [[_write(value) for value in row] for row in islice(left, _PART)]:
        yield _render_lines(some).encode()


def neutralise(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _render_lines(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _write(value: Value) -> str:
    if isinstance(value, str):
        return neutralise(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
