"""What the page of data says, of an LAO's and of the whole site's: downloads, columns, linked data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from prongsai.blocks.blocks import Line, Row, Span, Table, cell, line, num
from prongsai.outputs.exports.files import name_parquet
from prongsai.outputs.exports.publication import Publication
from prongsai.outputs.exports.table import AnyTable
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.pages.linked_data import render_linked_data
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.printed import Download
from prongsai.outputs.schemas.output import FOLDER as SCHEMAS

# Kind of file → what it is for.
_KINDS: dict[str, tuple[str, str | Line]] = {
    "xlsx": ("Excel ทุกตาราง", "มีแผ่นงานอธิบายทุกคอลัมน์"),
    "json": ("JSON ทุกตาราง", line("สำหรับโปรแกรม แบบของไฟล์คือ ", Span("JSON Schema", f"{SCHEMAS}/data.schema.json"))),
    "sqlite": ("ฐานข้อมูล SQLite", "ทุกตาราง เปิดด้วย Datasette ได้ทันที"),
    "datapackage": ("datapackage.json", "คำอธิบายตารางแบบ Frictionless"),
    "csvw": ("csv-metadata.json", "คำอธิบายตารางแบบ CSVW"),
    "catalogue": ("data-go-th.json", "รายละเอียดชุดข้อมูลสำหรับ data.go.th ช่องว่างให้ผู้เผยแพร่เติม"),
    "exchange": (
        "exchange.json",
        line("สรุปทุกหน่วยงานให้เว็บไซต์อื่นแสดง แบบของไฟล์คือ ", Span("JSON Schema", f"{SCHEMAS}/exchange.schema.json")),
    ),
}
_MEDIA = {"csv": "text/csv", "json": "application/json", "db": "application/vnd.sqlite3",
          "parquet": "application/vnd.apache.parquet"}  # fmt: skip
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def list_page_values(page: str, publication: Publication, downloads: Mapping[str, Download]) -> dict[str, Any]:
    """Return what the template shows on a page: licence, the tables and their files, files of all tables, columns."""
    tables = [table for table in TABLES if table.name in downloads]
    return {
        "publication": publication,
        "files_table": make_list_table(
            "files-table",
            "ตารางข้อมูลและไฟล์ CSV",
            ("ตาราง", "แถวหนึ่งคือ", "จำนวนแถว", "ไฟล์"),
            (_make_file_row(page, table, downloads) for table in tables),
        ),
        "kinds_table": make_list_table(
            "kinds-table",
            "ไฟล์ที่มีทุกตาราง และไฟล์อธิบายข้อมูล",
            ("ไฟล์", "ใช้ทำอะไร"),
            (
                Row((cell(_link(downloads[kind], title), scope="row"), cell(about)))
                for kind, (title, about) in _KINDS.items()
                if kind in downloads
            ),
        ),
        "column_tables": [(table, make_column_table(table)) for table in tables],
    }


def make_column_table(table: AnyTable) -> Table:
    """Return what every column of a table means."""
    made = make_list_table(
        f"columns-{table.name}",
        f"คอลัมน์ของตาราง{table.title}",
        ("ชื่อ", "ความหมาย", "ชนิดและหน่วย", "ช่องว่างหมายถึง"),
        (
            Row(
                (
                    cell(line(Span(column.name, kind="code"), f" {column.title}"), scope="row"),
                    cell(column.explanation + (f" ที่มา: {column.source}" if column.source else "")),
                    cell(column.kind.value + (f" ({column.unit})" if column.unit else "")),
                    cell(column.empty or "มีค่าทุกแถว"),
                )
            )
            for column in table.columns
        ),
    )
    return replace(made, has_own_heading=True)


def _make_file_row(page: str, table: AnyTable, downloads: Mapping[str, Download]) -> Row:
    download = downloads[table.name]
    files = [downloads[kind] for kind in (table.name, name_parquet(table.name)) if kind in downloads]
    return Row(
        (
            cell(Span(table.title, page, anchor=table.name), scope="row"),
            cell(table.about),
            num(f"{download.rows:,}"),
            cell(*(_link(file, file.path.rpartition("/")[2]) for file in files)),
        )
    )


def _link(download: Download, title: str) -> Line:
    return line(Span(title, download.path), " ", Span(f"({download.describe()})", kind="meta"))


def describe_dataset(
    publication: Publication,
    as_of: dt.date | None,
    page: str,
    downloads: Mapping[str, Download],
    get_address: Callable[[str], str],
) -> str:
    """Return the linked data of a data set with every file.

    Args:
        publication: Who publishes it.
        as_of: The date of the data.
        page: The data page, in ``content/``.
        downloads: The files.
        get_address: Returns the address of a page or file in ``content/`` as that page has to tell it.
    """
    return render_linked_data(
        {
            "@type": "Dataset",
            "name": f"ข้อมูลแผนและผลการป้องกันการทุจริต {publication.publisher}",
            "description": publication.description,
            "url": get_address(page),
            "inLanguage": "th",
            "keywords": list(publication.keywords),
            "license": publication.licence.address if publication.licence else None,
            "isAccessibleForFree": True,
            "dateModified": as_of.isoformat() if as_of else None,
            "spatialCoverage": publication.area,
            "creator": {
                "@type": "GovernmentOrganization" if publication.is_office else "Organization",
                "name": publication.publisher,
            },
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": download.path.rpartition("/")[2],
                    "contentUrl": get_address(download.path),
                    "encodingFormat": _MEDIA.get(download.path.rpartition(".")[2], _EXCEL),
                    "contentSize": str(download.size),
                }
                for download in downloads.values()
            ],
        }
    )
