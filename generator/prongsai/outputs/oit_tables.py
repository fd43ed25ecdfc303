"""The OIT items of each ITA year as tables for spreadsheets, at the addresses that assessors know."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.exports.csv_file import render_csv
from prongsai.outputs.exports.tables import ita, oit
from prongsai.outputs.pages.lao_pages import LaoPages

NAME = "oit-tables"


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the CSV file of every ITA year, and that of the office's own list of it."""
    for year in lao.ledger.oit_items:
        rows = (oit.TABLE.read_row(item) for item in oit.list_items_of(lao, year))
        yield hold(lao.paths.oit_table(year), b"".join(render_csv(oit.TABLE, rows)))
    for year in lao.ledger.oit_lists:
        rows = (ita.TABLE.read_row(item) for item in ita.list_items_of(lao, year))
        yield hold(lao.paths.oit_list_table(year), b"".join(render_csv(ita.TABLE, rows)))
