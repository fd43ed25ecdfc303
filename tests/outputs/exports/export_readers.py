"""Data to be written, and readers of other makes that read the files back."""

from __future__ import annotations

import csv
import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from functools import cache
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import python_calamine
from conftest import MADE_UP_PLANS
from prongsai.build.checked import check_plans
from prongsai.documents.shelf import Shelf
from prongsai.outputs.exports.data import Data, collect
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row, Value
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.pages.lao_pages import LaoPages

TODAY = dt.date(2025, 5, 1)
TEXTS = (
    "=1+1", "+66", "-", "@SUM(A1)", "'พูด'", "''", "  =1", "＝1", "ก\nข", "\tก", "_x0041_", " ช่องว่าง ", "007", "true", "1e5",
    'ก","ข', "ทำ ๆ ํ", "<b>&amp;", "#REF!", "http://x.example/", "2566-10-19", "{=1}",
)  # fmt: skip
NUMBERS = (Decimal(0), Decimal("0.01"), Decimal("92.475"), Decimal("178050.00"), Decimal("9999999999999.99"))
DATES = (dt.date(2023, 10, 19), dt.date(1900, 1, 1), dt.date(2024, 2, 29))


@cache
def get_made_up(slug: str = "nongsaeng") -> LaoPages:
    """Return a made-up LAO."""
    checked = check_plans(MADE_UP_PLANS)
    loaded = next(item for item in checked.laos if item.slug == slug)
    return LaoPages(
        Shelf(loaded.ledger),
        TODAY,
        loaded.folder,
        silenced=checked.silenced[slug],
        standing=checked.standing[slug],
    )


@cache
def get_data() -> Data:
    """Return the tables of a made-up LAO."""
    return collect(get_made_up())


def make_hostile() -> Data:
    """Return rows with every awkward value in every column that may have it, and rows that have hardly any."""
    rows = {}
    for table in TABLES:
        full = [tuple(_make(column, place) for column in table.columns) for place in range(len(TEXTS))]
        bare = tuple(_make(column, 0) if column.is_required else None for column in table.columns)
        rows[table.name] = [*full, bare]
    return Data("ทดสอบ", None, True, rows)


def _make(column: Column[Any], place: int) -> Value:
    choices = list(column.choices)
    made: dict[Kind, Value] = {
        Kind.TEXT: choices[place % len(choices)] if choices else TEXTS[place],
        Kind.INTEGER: (0, 1, 2566, 999_999_999_999_999)[place % 4],
        Kind.NUMBER: NUMBERS[place % len(NUMBERS)],
        Kind.DATE: DATES[place % len(DATES)],
        Kind.BOOLEAN: bool(place % 2),
    }
    return made[column.kind]


def read_csv(table: AnyTable, content: bytes) -> list[Row]:
    """Return the rows of a CSV file: the first apostrophe of every text that begins with one is taken off."""
    head, *lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert tuple(head) == table.names
    read: dict[Kind, Callable[[str], Value]] = {
        Kind.TEXT: lambda text: text.removeprefix("'"),
        Kind.INTEGER: int,
        Kind.NUMBER: Decimal,
        Kind.DATE: dt.date.fromisoformat,
        Kind.BOOLEAN: {"true": True, "false": False}.__getitem__,
    }
    return [
        tuple(read[c.kind](text) if text else None for c, text in zip(table.columns, line, strict=True))
        for line in lines
    ]


def read_openpyxl(content: bytes) -> dict[str, list[list[Any]]]:
    """Return the sheets as openpyxl reads them."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def read_calamine(content: bytes) -> dict[str, list[list[Any]]]:
    """Return the sheets as calamine reads them."""
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def type_sheet(table: AnyTable, sheet: list[list[Any]]) -> list[Row]:
    """Return the rows of a sheet; a cell that has the wrong type for its column fails."""
    head, *lines = sheet
    assert head == [column.title for column in table.columns]
    return [tuple(_type(column, value) for column, value in zip(table.columns, line, strict=True)) for line in lines]


def _type(column: Column[Any], value: Any) -> Value:
    if value in {None, ""} and not isinstance(value, bool):
        return None
    if column.kind is Kind.TEXT:
        assert isinstance(value, str)
        return value
    if column.kind is Kind.DATE:
        if isinstance(value, str):  # earlier than Excel's calendar
            return dt.date.fromisoformat(value)
        return value.date() if isinstance(value, dt.datetime) else value
    assert not isinstance(value, str)
    if column.kind is Kind.BOOLEAN:
        assert isinstance(value, bool)
        return value
    return int(value) if column.kind is Kind.INTEGER else Decimal(repr(value))


@contextmanager
def open_sqlite(content: bytes) -> Iterator[sqlite3.Connection]:
    """Open a database from its bytes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        yield connection


def type_sqlite(table: AnyTable, rows: list[tuple[Any, ...]]) -> list[Row]:
    """Return the rows of a database's table as they were written."""
    read: dict[Kind, Callable[[Any], Value]] = {
        Kind.TEXT: str,
        Kind.INTEGER: int,
        Kind.NUMBER: lambda number: Decimal(repr(number)),
        Kind.DATE: dt.date.fromisoformat,
        Kind.BOOLEAN: bool,
    }
    return [
        tuple(None if value is None else read[c.kind](value) for c, value in zip(table.columns, row, strict=True))
        for row in rows
    ]
