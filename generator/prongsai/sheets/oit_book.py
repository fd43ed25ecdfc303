"""The workbook of all OIT items of an ITA year: a row an item, as offices keep them in sheets of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prongsai.load.sources import LoadedDossier
from prongsai.records.oit_list import OitEntry, OitList, find_code
from prongsai.sheets.forms import DATE, LIST, LONG_TEXT, TEXT, Form, ListForm
from prongsai.sheets.info_table import make_info_table
from prongsai.sheets.table import ID, Book, Column, Place, Row, Table, describe, make_column, merge_keys
from prongsai.thai.digits import to_arabic

PREFIX = "oit-"  # of the workbook's name: 2568 alone are the measures


class OneLineForm(Form, frozen=True):
    """A title, which a cell of another sheet often breaks into lines."""

    def _read(self, text: str) -> str:
        return " ".join(text.split())


class AddressesForm(ListForm, frozen=True):
    """Addresses, a line each; one alone is written as such."""

    def _read(self, text: str) -> Any:
        found = super()._read(text)
        return found[0] if len(found) == 1 else found


_TITLE = OneLineForm("@")
_HEAD, _NOTE = describe(OitEntry, "code")
COLUMNS = (
    Column(ID, _HEAD, TEXT, _NOTE, 10),
    make_column(OitEntry, "title", _TITLE, 50),
    make_column(OitEntry, "group", _TITLE, 30),
    make_column(OitEntry, "url", AddressesForm(), 60, "ที่อยู่ละบรรทัด ข้อที่เว็บไซต์นี้แสดงเองไม่ต้องกรอก"),
    make_column(OitEntry, "file", TEXT, 30),
    make_column(OitEntry, "note", LONG_TEXT, 40),
)
_INFO = (("based_on", TEXT), ("as_of", DATE), ("introduction", LIST))


def make_oit_book(loaded: LoadedDossier, what: str) -> Book:
    """Return the workbook of an ITA year (oit-2568) whose file is there."""
    year = what.removeprefix(PREFIX)
    file = f"oit/{year}"
    document = loaded.sources.documents[file]
    rows = []
    for index, data in enumerate(document.data.get("items") or []):
        id_ = to_arabic(data["code"]).strip()
        shown = {column.key: column.form.show(data.get(column.key)) for column in COLUMNS} | {ID: id_}
        rows.append(Row(id_, shown, file, ("items", index), data))
    has_list = bool(document.data.get("items"))
    table = Table(
        "ข้อ OIT",
        COLUMNS,
        tuple(rows),
        OitEntry,
        _merge,
        lambda _: Place(file, ("items",), has_list),
        new_id=_name,
        spare=80,
    )
    info = make_info_table("ข้อมูลของรายการ", OitList, file, document, _INFO)
    return Book(loaded.slug, what, f"ข้อ OIT ทั้งหมด การประเมิน ITA ปี พ.ศ. {year}", (table, info))


def _merge(old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item with new values; its row's id is its code."""
    return merge_keys(OitEntry, old, {"code" if key == ID else key: value for key, value in given.items()})


def _name(cells: Mapping[str, str], _: set[str]) -> str:
    """Return the id of a new item, which is the code that its row says; empty where that is none."""
    given = to_arabic(cells.get(ID, "")).strip()
    return given if find_code(given) else ""
