"""The rows of all tables, of one LAO or of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from msgspec import Struct

from prongsai.outputs.exports.table import AnyTable, Row
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.pages.lao_pages import LaoPages


class Data(Struct, frozen=True):
    """The rows of every table.

    Attributes:
        title: Whose data they are.
        as_of: The newest date of the data that is told; None where nothing tells.
        is_sample: Some of the data are an example.
        rows: The rows by the table's name; those of many LAOs are read anew each time that somebody goes through them.
    """

    title: str
    as_of: dt.date | None
    is_sample: bool
    rows: Mapping[str, Collection[Row]]

    def list_tables(self) -> list[tuple[AnyTable, Collection[Row]]]:
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
