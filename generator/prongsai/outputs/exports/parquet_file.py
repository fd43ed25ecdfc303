"""A table as Parquet, for those who work with much data; only where the site asks for it, since it needs pyarrow."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from itertools import islice
from typing import Any

from prongsai.exceptions import OutputError
from prongsai.outputs.exports.table import AnyTable, Column, Kind, Row

_PART = 500  # rows
_DIGITS, _PLACES = 38, 20  # of a number, and at most behind its point


def render_parquet(table: AnyTable, rows: Collection[Row]) -> bytes:
    """Return a table; numbers are exact decimals.

    Raises:
        OutputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise OutputError('ไฟล์ Parquet ต้องใช้ pyarrow ติดตั้งด้วย pip install "prongsai[parquet]" หรือลบค่า parquet') from None
    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.decimal128(_DIGITS, _PLACES),
        Kind.DATE: pa.date32(),
        Kind.BOOLEAN: pa.bool_(),
    }
    fields = [
        pa.field(column.name, types[column.kind], nullable=not column.is_required, metadata=_describe(column))
        for column in table.columns
    ]
    schema = pa.schema(fields)
    left, batches = iter(rows), []
    while some := list(islice(left, _PART)):
        arrays = [pa.array(own, field.type) for own, field in zip(zip(*some, strict=True), fields, strict=True)]
        batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
    output = BytesIO()
    parquet.write_table(pa.Table.from_batches(batches, schema).combine_chunks(), output)
    return output.getvalue()


def _describe(column: Column[Any]) -> dict[str, str]:
    return {"title": column.title, "description": column.explanation, "unit": column.unit}
