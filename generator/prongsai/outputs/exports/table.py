"""What a table of data is: its columns with their words, and where each value is read. All formats follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from prongsai.outputs.pages.lao_pages import LaoPages

Value = str | int | Decimal | dt.date | bool | None
Row = tuple[Value, ...]
Item = TypeVar("Item")

RECORDED = "เอกสารไม่ได้บอก"  # what an empty cell means where nothing else is said


class Kind(Enum):
    """Kind of a column's values, with its Thai word."""

    TEXT = "ข้อความ"
    INTEGER = "จำนวนเต็ม"
    NUMBER = "จำนวน"
    DATE = "วันที่"
    BOOLEAN = "ใช่หรือไม่"


class Column(Struct, Generic[Item], frozen=True):
    """One column.

    Attributes:
        name: English name in CSV, JSON and databases; stays as it is.
        title: Thai name, as sheets show it.
        about: What it tells, in Thai.
        read: Returns the value of one row; an empty text is no value.
        kind: Kind of its values.
        unit: Unit of numbers, in Thai.
        source: Where the values come from or how they are computed; empty for what the table says.
        empty: What an empty cell means; empty where every row has a value.
        choices: The only values that there are, with their Thai words.
    """

    name: str
    title: str
    about: str
    read: Callable[[Item], Value]
    kind: Kind = Kind.TEXT
    unit: str = ""
    source: str = ""
    empty: str = RECORDED
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_required(self) -> bool:
        """Tell whether every row has a value."""
        return not self.empty

    @property
    def explanation(self) -> str:
        """What it tells, with the meaning of every code."""
        codes = ", ".join(f"{code} = {words}" for code, words in self.choices.items())
        return f"{self.about}: {codes}" if codes else self.about


class Reference(Struct, frozen=True):
    """Columns that name a row of another table, by its key."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


class Table(Struct, Generic[Item], frozen=True):
    """One table.

    Attributes:
        name: English name: of files, sheets of databases, keys in JSON.
        title: Thai name.
        about: What one row is, in Thai.
        source: Where the values come from, in Thai.
        key: The columns that name a row.
        columns: The columns in order.
        list_items: Yields what each row is read from, of one LAO.
        references: The rows of other tables that a row names.
    """

    name: str
    title: str
    about: str
    source: str
    key: tuple[str, ...]
    columns: tuple[Column[Item], ...]
    list_items: Callable[[LaoPages], Iterable[Item]]
    references: tuple[Reference, ...] = ()

    def list_rows(self, lao: LaoPages) -> Iterator[Row]:
        """Return the rows of one LAO; an empty text is no value."""
        return map(self.read_row, self.list_items(lao))

    def read_row(self, item: Item) -> Row:
        """Return one row."""
        return tuple([None if (value := column.read(item)) == "" else value for column in self.columns])

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


AnyTable = Table[Any]
