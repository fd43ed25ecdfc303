"""The rows of all tables, of one LAO or of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.outputs.exports.table import AnyTable, Row
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.pages.lao_pages import LaoPages


@dataclass(frozen=True)
class Data:
    """The rows of every table.

    Attributes:
        title: Whose data they are.
        as_of: The newest date of the data that is told; None where nothing tells.
        is_sample: Some of the data are an example.
        rows: The rows by the table's name.
    """

    title: str
    as_of: dt.date | None
    is_sample: bool
    rows: dict[str, list[Row]]

    def list_tables(self) -> list[tuple[AnyTable, list[Row]]]:
        """Return every table with its rows."""
        return [(table, self.rows[table.name]) for table in TABLES]

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return len(self.rows[table])


def collect(lao: LaoPages) -> Data:
    """Return the rows of one LAO."""
    return Data(
        lao.dossier.lao.full_name,
        max(filter(None, lao.dates), default=None),
        lao.dossier.lao.sample,
        {table.name: list(table.list_rows(lao)) for table in TABLES},
    )


def merge(title: str, parts: Iterable[Data]) -> Data:
    """Return the rows of several LAOs one after the other."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    dates = []
    is_sample = False
    for part in parts:
        dates.append(part.as_of)
        is_sample |= part.is_sample
        for name, own in part.rows.items():
            rows[name] += own
    return Data(title, max(filter(None, dates), default=None), is_sample, rows)
