"""What tells programs of the CSV files: Frictionless' ``datapackage.json``, CSVW's metadata, data.go.th's record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.publication import Publication
from prongsai.outputs.exports.table import AnyTable, Column, Kind

_FRICTIONLESS = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.BOOLEAN: "boolean",
}
_CSVW = {**_FRICTIONLESS, Kind.NUMBER: "decimal"}


def render_package(data: Data, publication: Publication, files: Mapping[str, tuple[str, int, str]]) -> bytes:
    """Return a Frictionless data package.

    Args:
        data: The tables.
        publication: Who publishes them, and how they may be used.
        files: Name of the CSV file, number of its bytes and their SHA-256, by table.
    """
    licence = publication.licence
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": publication.name,
        "title": f"ข้อมูลแผนและผลการป้องกันการทุจริต {data.title}",
        "description": publication.description,
        "keywords": list(publication.keywords),
        **({"homepage": publication.page} if publication.is_absolute else {}),
        **({"licenses": [{"name": licence.id, "path": licence.address, "title": licence.title}]} if licence else {}),
        "contributors": [{"title": publication.publisher, "role": "publisher"}],
        "temporal": {"as_of": data.as_of.isoformat() if data.as_of else None},
        "is_sample": data.is_sample,
        "resources": [_describe_resource(table, *files[table.name]) for table, _ in data.list_tables()],
    }
    return _encode(package)


def render_csvw(data: Data, publication: Publication, files: Mapping[str, str]) -> bytes:
    """Return CSVW's metadata; ``files`` has the name of the CSV file of each table."""
    licence = publication.licence
    return _encode(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "th"}],
            "dc:title": f"ข้อมูลแผนและผลการป้องกันการทุจริต {data.title}",
            "dc:publisher": publication.publisher,
            **({"dc:license": {"@id": licence.address}} if licence else {}),
            "dialect": {"encoding": "utf-8", "header": True},
            "tables": [
                {
                    "url": files[table.name],
                    "dc:title": table.title,
                    "dc:description": table.about,
                    "tableSchema": {
                        "columns": [_describe_csvw(column) for column in table.columns],
                        "primaryKey": list(table.key),
                        "foreignKeys": [
                            {
                                "columnReference": list(reference.columns),
                                "reference": {
                                    "resource": files[reference.table],
                                    "columnReference": list(reference.keys),
                                },
                            }
                            for reference in table.references
                        ],
                    },
                }
                for table, _ in data.list_tables()
            ],
        }
    )


def render_catalogue(data: Data, publication: Publication) -> bytes:
    """Return the record for data.go.th with its 14 mandatory fields; what nobody told is empty, to be filled in."""
    licence = publication.licence
    return _encode(
        {
            "data_type": "ข้อมูลระเบียน",
            "title": f"แผนและผลการป้องกันการทุจริต {data.title}",
            "owner_org": publication.publisher,
            "maintainer": publication.maintainer,
            "maintainer_email": publication.email,
            "tag_string": list(publication.keywords),
            "notes": publication.description,
            "objective": "เพื่อการให้บริการประชาชน",
            "update_frequency_unit": "ครึ่งปี",
            "update_frequency_interval": 1,
            "geo_coverage": publication.area,
            "data_source": "แผนปฏิบัติการป้องกันการทุจริตและรายงานผลของหน่วยงาน",
            "data_format": ["CSV", "XLSX", "JSON"],
            "data_category": "ข้อมูลสาธารณะ",
            "license_id": licence.id if licence else "",
        }
    )


def _describe_resource(table: AnyTable, name: str, size: int, digest: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": f"{table.about} ที่มา: {table.source}",
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [_describe_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {"resource": reference.table, "fields": list(reference.keys)},
                }
                for reference in table.references
            ],
        },
    }


def _describe_field(table: AnyTable, column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {
        "name": column.name,
        "title": column.title,
        "description": column.explanation,
        "type": _FRICTIONLESS[column.kind],
        **({"unit": column.unit} if column.unit else {}),
        "source": column.source or table.source,
        **({"empty": column.empty} if column.empty else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _describe_csvw(column: Column[Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": [column.name],
        "dc:title": column.title,
        "dc:description": column.explanation,
        "datatype": _CSVW[column.kind],
        "required": column.is_required,
    }


def _encode(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
