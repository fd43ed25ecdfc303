"""The OIT items of each ITA year as a table for spreadsheets, at the address that assessors know."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.exports.csv_file import render_csv
from prongsai.outputs.exports.tables.oit import TABLE, list_items_of
from prongsai.outputs.pages.lao_pages import LaoPages

NAME = "oit-tables"


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the CSV file of every ITA year."""
    for year in lao.ledger.oit_items:
        rows = (TABLE.read_row(item) for item in list_items_of(lao, year))
        yield hold(lao.paths.oit_table(year), render_csv(TABLE, rows))
