"""All tables as one JSON file, which also hands an LAO's rows to the files of the whole site."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec.json import Decoder

from prongsai.exceptions import OutputError
from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row, Value
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.originals import read_original, read_part

FORMAT, VERSION = "prongsai-data", 1
_encode = json.JSONEncoder(ensure_ascii=False).encode
_ROWS = Decoder(list[dict[str, Any]], float_hook=Decimal)
_BEGINNING = f'{{\n "format": {_encode(FORMAT)},\n "version": {VERSION},\n'.encode()
_END = b"\n  ]"  # of rows
_CONVERTERS: dict[Kind, Callable[[Any], Value]] = {
    Kind.NUMBER: Decimal,  # a whole number has come as int
    Kind.DATE: dt.date.fromisoformat,
}


def render_json(data: Data) -> Iterator[bytes]:
    """Yield all tables in parts, one row a line; numbers are written digit by digit, as they are."""
    yield _BEGINNING
    yield f' "title": {_encode(data.title)},\n "as_of": {_write(data.as_of)},\n'.encode()
    yield f' "is_sample": {_write(data.is_sample)},\n "tables": {{'.encode()
    for number, (table, rows) in enumerate(data.list_tables()):
        yield (b"," if number else b"") + _open(table)
        yield from _render_rows(table, rows)
    yield b"\n }\n}\n"


class StoredFile:
    """A file that ``render_json`` wrote; where in it the lines of each table stand is found out once."""

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self._path = path

    def cut(self, table: AnyTable) -> bytes:
        """Return the lines of a table, without a comma at their end.

        Raises:
            OutputError: It cannot be read, or is none of these.
        """
        begin, end = self._places[table.name]
        return read_part(self._path, begin, end) if begin < end else b""

    def read(self, table: AnyTable) -> list[Row]:
        """Return the rows of a table.

        Raises:
            OutputError: It cannot be read, or is none of these.
        """
        try:
            return _parse_rows(table, self.cut(table))
        except ValueError as error:
            raise self._describe_damage(error) from None

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        try:
            return _find_places(read_original(self._path))
        except ValueError as error:
            raise self._describe_damage(error) from None

    def _describe_damage(self, error: ValueError) -> OutputError:
        return OutputError(f"ไฟล์ข้อมูล {self._path} เสีย ({error}) วิธีแก้: ลบไฟล์นี้แล้วสั่งใหม่")


class StoredRows(Collection[Row]):
    """The rows of one table in files that ``render_json`` wrote, of which one is read at a time."""

    def __init__(self, table: AnyTable, files: Sequence[StoredFile], count: int) -> None:
        """Read nothing yet.

        Args:
            table: The table.
            files: The files.
            count: Number of rows in all of them.
        """
        self._table = table
        self._files = files if count else ()
        self._count = count

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __contains__(self, row: object) -> bool:
        """Tell whether a row is there."""
        return any(row == own for own in self)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows.

        Raises:
            OutputError: A file cannot be read, or is none of these.
        """
        return chain.from_iterable(file.read(self._table) for file in self._files)

    def cut(self) -> Iterator[bytes]:
        """Yield the lines of each file that has some, without a comma at their end.

        Raises:
            OutputError: A file cannot be read, or is none of these.
        """
        return filter(None, (file.cut(self._table) for file in self._files))


def read_rows(table: AnyTable, text: bytes) -> list[Row]:
    """Return the rows of one table of a file that ``render_json`` wrote.

    Raises:
        ValueError: It is no such file, or one of another version.
    """
    begin, end = _find_places(text)[table.name]
    return _parse_rows(table, text[begin:end])


def _parse_rows(table: AnyTable, lines: bytes) -> list[Row]:
    rows = []
    converters = [_CONVERTERS.get(column.kind) for column in table.columns]
    places = [(place, convert) for place, convert in enumerate(converters) if convert]
    for row in _ROWS.decode(b"[" + lines + b"]"):
        if tuple(row) != table.names:
            raise ValueError(table.name)
        values = list(row.values())
        for place, convert in places:
            if values[place] is not None:
                values[place] = convert(values[place])
        rows.append(tuple(values))
    return rows


def _find_places(text: bytes) -> dict[str, tuple[int, int]]:
    """Return where the lines of each table begin and end."""
    if not text.startswith(_BEGINNING):
        raise ValueError(FORMAT)
    places, end = {}, 0
    for table in TABLES:
        opening = _open(table)
        begin = text.index(opening, end) + len(opening)
        end = begin if text.startswith(b"]", begin) else text.index(_END, begin)
        places[table.name] = begin + text.startswith(b"\n", begin), end
    return places


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    tables = {
        table.name: {
            "title": table.title,
            "description": f"{table.about} ที่มา: {table.source}",
            "type": "array",
            "items": {
                "type": "object",
                "required": list(table.names),
                "additionalProperties": False,
                "properties": {column.name: _describe(column) for column in table.columns},
            },
        }
        for table in TABLES
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ข้อมูลของหน่วยงาน",
        "type": "object",
        "required": ["format", "version", "title", "as_of", "is_sample", "tables"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "title": {"title": "ข้อมูลของใคร", "type": "string"},
            "as_of": {"title": "ข้อมูล ณ วันที่", "type": ["string", "null"], "format": "date"},
            "is_sample": {"title": "มีข้อมูลตัวอย่าง", "type": "boolean"},
            "tables": {"type": "object", "required": list(tables), "properties": tables},
        },
    }


_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.DATE: "string",
    Kind.BOOLEAN: "boolean",
}


def _describe(column: Column[Any]) -> dict[str, Any]:
    type_ = _TYPES[column.kind]
    schema: dict[str, Any] = {"title": column.title, "description": column.explanation}
    schema["type"] = type_ if column.is_required else [type_, "null"]
    if column.kind is Kind.DATE:
        schema["format"] = "date"
    if column.choices:
        schema["enum"] = [*column.choices, *([] if column.is_required else [None])]
    return schema


def _open(table: AnyTable) -> bytes:
    """Return what stands before the rows of a table, and nowhere else: no text of ours has the end of a line in it."""
    return f"\n  {_encode(table.name)}: [".encode()


def _render_rows(table: AnyTable, rows: Collection[Row]) -> Iterator[bytes]:
    before = b"\n"
    for lines in rows.cut() if isinstance(rows, StoredRows) else _render_lines(table, rows):
        yield before + lines
        before = b",\n"
    yield _END if rows else b"]"


def _render_lines(table: AnyTable, rows: Iterable[Row]) -> Iterator[bytes]:
    keys = [f"{_encode(name)}: " for name in table.names]
    for row in rows:
        values = ", ".join([key + _write(value) for key, value in zip(keys, row, strict=True)])
        yield f"   {{{values}}}".encode()


def _write(value: Value) -> str:
    if isinstance(value, str):
        return _encode(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return f'"{value.isoformat()}"' if isinstance(value, dt.date) else str(value)
