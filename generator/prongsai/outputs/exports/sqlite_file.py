"""All tables as one SQLite file with keys, views and the words of every column; Datasette opens it as it is.

Databases keep 15 digits of a number; more, which no budget has, are rounded there and only there.
"""

from __future__ import annotations

import datetime as dt
import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Value
from prongsai.outputs.exports.xlsx_file import list_facts
from prongsai.outputs.temporary import explain_temporary

_HEAD, _PART = 4096, 1 << 20  # bytes
_COUNTERS = slice(24, 28), slice(92, 100)  # of changes, and who made the last: of no use in a file to be read
_TYPES = {Kind.TEXT: "TEXT", Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.DATE: "TEXT", Kind.BOOLEAN: "INTEGER"}
_EXPLANATIONS = (
    "CREATE TABLE explanations (table_title TEXT, title TEXT, name TEXT PRIMARY KEY, about TEXT, kind TEXT, unit TEXT, "
    "source TEXT, empty TEXT)"
)
VIEWS = {
    "project_results": """
        SELECT laos.full_name AS lao_name, laos.province, progress.*, projects.dimension_title,
               projects.responsible_units, projects.page_address
        FROM progress
        JOIN projects USING (lao, plan, project)
        JOIN laos USING (lao)""",
    "latest_results": """
        SELECT project_results.* FROM project_results
        JOIN (SELECT lao, max(fiscal_year || '-' || round) AS latest FROM implementation GROUP BY lao) AS newest
          ON newest.lao = project_results.lao
         AND newest.latest = project_results.fiscal_year || '-' || project_results.round""",
}


def render_sqlite(data: Data) -> Iterator[bytes]:
    """Yield the database in parts; the same data give the same bytes with the same SQLite.

    Raises:
        OutputError: There is no room for temporary files.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "data.db"
        try:
            _fill(file, data)
        except sqlite3.OperationalError as error:
            raise explain_temporary(OSError(errno.ENOSPC, str(error))) from None
        with file.open("rb") as database:
            head = bytearray(database.read(_HEAD))
            for counter in _COUNTERS:
                head[counter] = bytes(len(head[counter]))
            yield bytes(head)
            while part := database.read(_PART):
                yield part


def _fill(file: Path, data: Data) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA page_size = {_HEAD}")
        connection.execute("PRAGMA journal_mode = OFF")  # a file that is not done is thrown away
        connection.execute("PRAGMA synchronous = OFF")
        for table, rows in data.list_tables():
            connection.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            statement = f"INSERT INTO {quote(table.name)} VALUES ({marks})"  # noqa: S608 - our own names
            connection.executemany(statement, ([_write(value) for value in row] for row in rows))
        for table, _ in data.list_tables():
            for reference in table.references:
                columns = ", ".join(map(quote, reference.columns))
                name = quote(f"{table.name}_{'_'.join(reference.columns)}")
                connection.execute(f"CREATE INDEX {name} ON {quote(table.name)} ({columns})")
        connection.execute(_EXPLANATIONS)
        lines = [list_facts(table, column) for table, _ in data.list_tables() for column in table.columns]
        connection.executemany("INSERT INTO explanations VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)
        for name, query in VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS {query}")
        connection.commit()


def quote(name: str) -> str:
    """Return a name as SQL has it; some are words of SQL."""
    return f'"{name}"'


def _create(table: AnyTable) -> str:
    parts = [_declare(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(map(quote, table.key))})")
    for reference in table.references:
        own, other = (", ".join(map(quote, names)) for names in (reference.columns, reference.keys))
        parts.append(f"FOREIGN KEY ({own}) REFERENCES {quote(reference.table)} ({other})")
    return f"CREATE TABLE {quote(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _declare(column: Column[Any]) -> str:
    return f"{quote(column.name)} {_TYPES[column.kind]}{' NOT NULL' if column.is_required else ''}"


def _write(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, dt.date) else value
