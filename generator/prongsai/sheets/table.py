"""A workbook before it is one: tables of rows that know which place of which file they come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field
from pydantic import BaseModel

from prongsai.load.data_file import DataPath
from prongsai.sheets.forms import TEXT, Form

ID = "id"
LINES = "ข้อละบรรทัด ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"  # the note of a column of lists


class Column(Struct, frozen=True):
    """A column of a table.

    Attributes:
        key: The key in the record; with a dot for a part of it (``budget.2567``), ``id`` for the row's own id.
        header: What stands at its head.
        form: How its values stand in a cell.
        note: What whoever fills it should know.
        width: In characters.
        is_locked: Nobody should change it here.
    """

    key: str
    header: str
    form: Form = TEXT
    note: str = ""
    width: int = 20
    is_locked: bool = False


class Row(Struct, frozen=True):
    """A row: one record, or one key of a file.

    Attributes:
        id: What the row is known by; never empty.
        shown: What stands in its cells, by the column's key.
        file: The file that the record stands in, without ``.yml``.
        path: Where in the file; None where the file does not have it yet.
        data: The record as plain data.
        form: How the value stands in the cell, where that differs from row to row.
    """

    id: str
    shown: Mapping[str, str]
    file: str
    path: DataPath | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    form: Form | None = None


class Place(NamedTuple):
    """Where a new record belongs: a file, and the list in it; ``path`` is None for a file of its own."""

    file: str
    path: DataPath | None = None
    has_list: bool = True


class Table(Struct, frozen=True):
    """A sheet.

    Attributes:
        name: The sheet's name.
        columns: The first holds the ids.
        rows: In the order of the sheet.
        model: The record that a row is, by which its values are read.
        merge: Gives a record some new values (None takes one away).
        place: Where a record that the sheet adds belongs.
        base: What a new record has besides what the row says, by the row's id.
        new_id: Gives an id to a row that a person added; None where only known rows can be filled.
        is_whole: A row that is not there any more was taken away.
        spare: Empty rows below for what is added.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    model: type[BaseModel]
    merge: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]
    place: Callable[[str], Place]
    base: Callable[[str], dict[str, Any]] = field(default=lambda _: {})
    new_id: Callable[[Mapping[str, str], set[str]], str] | None = None
    is_whole: bool = True
    spare: int = 0

    def get_form(self, row: Row | None, column: Column) -> Form:
        """Return how a value stands in a cell."""
        return row.form if row and row.form and not column.is_locked else column.form


class Book(Struct, frozen=True):
    """A workbook: what it is of, and its tables.

    Attributes:
        lao: The LAO's slug.
        what: What of it: a plan (2566-2570), a round (2567-06), a year's measures (2567) or OIT items (oit-2568).
        title: In words.
        tables: The sheets.
    """

    lao: str
    what: str
    title: str
    tables: tuple[Table, ...]


def describe(model: type[BaseModel], key: str) -> tuple[str, str]:
    """Return what a key is called in Thai, and what whoever fills it should know."""
    known = next(item for name, item in model.model_fields.items() if key in {name, item.alias})
    title, _, note = (known.description or key).partition(": ")
    return title, note


def make_column(model: type[BaseModel], key: str, form: Form = TEXT, width: int = 20, note: str = "") -> Column:
    """Return the column of a key, called as its record calls it."""
    header, known = describe(model, key)
    return Column(key, header, form, note or known, width)


def merge_keys(model: type[BaseModel], old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with new values; a key that it did not have stands where its record has it."""
    order = [field.alias or name for name, field in model.model_fields.items()]
    new = dict(old)
    for key, value in given.items():
        if value is None:
            new.pop(key, None)
        elif key in new:
            new[key] = value
        else:
            before = set(order[: order.index(key)])
            keys = list(new)
            at = max((index + 1 for index, name in enumerate(keys) if name in before), default=0)
            pairs = list(new.items())
            new = dict([*pairs[:at], (key, value), *pairs[at:]])
    return new
