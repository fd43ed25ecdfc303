"""All tables as one JSON file, which also hands an LAO's rows to the files of the whole site."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row, Value
from prongsai.outputs.exports.tables import TABLES

FORMAT, VERSION = "prongsai-data", 1
_encode = json.JSONEncoder(ensure_ascii=False).encode


def render_json(data: Data) -> bytes:
    """Return all tables, one row a line; numbers are written digit by digit, as they are."""
    head = {"format": FORMAT, "version": VERSION, "title": data.title}
    lines = [f" {_encode(name)}: {_encode(value)}," for name, value in head.items()]
    lines.append(f' "as_of": {_write(data.as_of)},')
    lines.append(f' "is_sample": {_write(data.is_sample)},')
    tables = (f"  {_encode(table.name)}: {_render_rows(table, rows)}" for table, rows in data.list_tables())
    return "\n".join(["{", *lines, ' "tables": {', ",\n".join(tables), " }", "}", ""]).encode()


def read_json(text: bytes) -> Data:
    """Return the tables of a file that ``render_json`` wrote.

    Raises:
        ValueError: It is no such file, or one of another version.
    """
    try:
        found = json.loads(text, parse_float=Decimal)
        if (found["format"], found["version"]) != (FORMAT, VERSION):
            raise ValueError(found["version"])
        rows = {table.name: [_read_row(table, row) for row in found["tables"][table.name]] for table in TABLES}
        as_of = dt.date.fromisoformat(found["as_of"]) if found["as_of"] else None
        return Data(found["title"], as_of, found["is_sample"], rows)
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from None


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


def _render_rows(table: AnyTable, rows: list[Row]) -> str:
    keys = [f"{_encode(name)}: " for name in table.names]
    lines = (f"   {{{', '.join(key + _write(value) for key, value in zip(keys, row, strict=True))}}}" for row in rows)
    return "[\n" + ",\n".join(lines) + "\n  ]" if rows else "[]"


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


def _read_row(table: AnyTable, row: dict[str, Any]) -> Row:
    return tuple(_read(column, row[column.name]) for column in table.columns)


def _read(column: Column[Any], value: Any) -> Value:
    if value is None:
        return None
    if column.kind is Kind.NUMBER:
        return Decimal(value)  # a whole number has come as int
    if column.kind is Kind.DATE:
        return dt.date.fromisoformat(value)
    return value  # type: ignore[no-any-return]
