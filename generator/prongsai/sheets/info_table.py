"""The sheet of what a file says once: a row a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel

from prongsai.load.data_file import DataFile
from prongsai.sheets.forms import Form
from prongsai.sheets.table import ID, Column, Place, Row, Table, describe, merge_keys

VALUE, TITLE, NOTE = "value", "title", "note"


def make_info_table(
    name: str,
    model: type[BaseModel],
    file: str,
    document: DataFile,
    fields: Iterable[tuple[str, Form]],
    *,
    base: Mapping[str, Any] | None = None,
) -> Table:
    """Return the table of some keys at the top of a file.

    Args:
        name: The sheet's name.
        model: The record that the file is.
        file: The file's name without ``.yml``.
        document: What it says.
        fields: The keys, and how their values stand in a cell.
        base: What the record needs besides, where the file need not say it.
    """
    rows = [_make_row(model, file, document.data, key, form) for key, form in fields]
    columns = (
        Column(ID, "คีย์", width=24, is_locked=True),
        Column(TITLE, "รายการ", width=32, is_locked=True),
        Column(VALUE, "ข้อความ", width=90, note="หลายข้อหรือหลายย่อหน้า: ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"),
        Column(NOTE, "คำอธิบาย", width=50, is_locked=True),
    )
    return Table(
        name,
        columns,
        tuple(rows),
        model,
        partial(merge_keys, model),
        lambda _: Place(file, ()),
        lambda _: dict(base or {}),
        is_whole=False,
    )


def _make_row(model: type[BaseModel], file: str, data: Mapping[str, object], key: str, form: Form) -> Row:
    title, note = describe(model, key)
    shown = {ID: key, TITLE: title, VALUE: form.show(data.get(key)), NOTE: note}
    return Row(key, shown, file, (), data, form)
