"""The OIT items of each ITA year as a table for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from prongsai.outputs.artifact import Artifact, hold
from prongsai.outputs.pages.kinds.oit_pages import OitRow, list_rows
from prongsai.outputs.pages.lao_pages import LaoPages

NAME = "oit-tables"
COLUMNS = (
    "ita_year", "code", "code_status", "item", "title", "fiscal_year", "state", "shown", "missing",
    "page_address", "pdf_address", "signed_address",
)  # fmt: skip


def list_artifacts(lao: LaoPages) -> Iterator[Artifact]:
    """Yield the CSV file of every ITA year."""
    for year in lao.ledger.oit_items:
        yield hold(lao.paths.oit_table(year), render_csv(lao, list_rows(lao, year), year))


def render_csv(lao: LaoPages, rows: list[OitRow], year: int) -> bytes:
    """Return the items as a table for spreadsheets: UTF-8 with byte order mark, one line an item."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        item = row.item
        addresses = {title: lao.get_address(target) for title, target in row.links}
        cells = (
            str(year),
            item.code or "",
            item.certainty.value,
            item.kind.value,
            item.kind.label,
            str(item.fiscal_year),
            item.state.value,
            "; ".join(part.title for part in item.parts if not part.lacks),
            "; ".join(item.lacks),
            *(addresses.get(title, "") for title in ("หน้าเว็บ", "PDF", "ฉบับลงนาม")),
        )
        writer.writerow([neutralise(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def neutralise(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before what would begin one."""
    return f"'{cell}" if cell.lstrip()[:1] in {"=", "+", "-", "@"} or cell[:1] in {"\t", "\r", "\n"} else cell
