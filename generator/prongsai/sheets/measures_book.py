"""The workbook of a year's integrity measures: a row a measure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.records.measures import SECTION_TITLES, IntegrityMeasures, Measure
from prongsai.sheets.forms import DATE, EVIDENCE, LIST, NUMBER, TEXT
from prongsai.sheets.info_table import make_info_table
from prongsai.sheets.table import ID, LINES, Book, Column, Place, Row, Table, make_column, merge_keys
from prongsai.thai.digits import to_arabic

SECTION = "section"
COLUMNS = (
    Column(ID, "ข้อ", note="หัวข้อ.ลำดับ เช่น 2.1 แถวใหม่พิมพ์เลขเอง เช่น 2.3", width=10, is_locked=True),
    Column(SECTION, "หัวข้อ", width=36, is_locked=True),
    make_column(Measure, "title", TEXT, 50),
    make_column(Measure, "methods", LIST, 60, LINES),
    make_column(Measure, "responsible_units", LIST, 24, LINES),
    make_column(Measure, "period", TEXT, 22),
    make_column(Measure, "results", LIST, 60, LINES),
    make_column(Measure, "outcomes", LIST, 60, LINES),
    make_column(Measure, "score", NUMBER, 14),
    make_column(Measure, "evidence", EVIDENCE, 60, "ข้อละบรรทัด ชื่อหลักฐาน | ที่อยู่เว็บหรือ files/ชื่อไฟล์ | วันที่"),
)
_INFO = (
    ("assessment_year", NUMBER),
    ("pass_mark", NUMBER),
    ("unit", TEXT),
    ("as_of", DATE),
    ("foreword", LIST),
    ("introduction", LIST),
)


def make_measures_book(loaded: LoadedDossier, what: str) -> Book:
    """Return the workbook of the measures of a year whose file is there."""
    file = f"measures/{what}"
    document = loaded.sources.documents[file]
    rows: list[Row] = []
    lists: dict[str, DataPath] = {}
    titles: dict[str, str] = {}
    for at, section in enumerate(document.data.get("sections", [])):
        number = to_arabic(section["number"])
        lists[number] = ("sections", at, "measures")
        titles[number] = section.get("title") or SECTION_TITLES.get(int(number), "")
        for index, data in enumerate(section.get("measures", [])):
            id_ = f"{number}.{to_arabic(data['number'])}"
            shown = {column.key: column.form.show(data.get(column.key)) for column in COLUMNS}
            shown |= {ID: id_, SECTION: titles[number]}
            rows.append(Row(id_, shown, file, ("sections", at, "measures", index), data))

    def place(id_: str) -> Place:
        path = lists[id_.partition(".")[0]]
        return Place(file, path, "measures" in document.data["sections"][path[1]])

    table = Table(
        "มาตรการ",
        COLUMNS,
        tuple(rows),
        Measure,
        partial(merge_keys, Measure),
        place,
        lambda id_: {"number": id_.partition(".")[2]},
        partial(_number, list(lists)),
        spare=60,
    )
    info = make_info_table("ข้อมูลของรายงาน", IntegrityMeasures, file, document, _INFO)
    return Book(loaded.slug, what, f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {what}", (table, info))


def _number(sections: list[str], cells: Mapping[str, Any], taken: set[str]) -> str:
    """Return the id of a new measure: the next one in the section that its row names by number."""
    given = to_arabic(str(cells.get(ID) or cells.get(SECTION, ""))).strip()
    section, _, number = given.partition(".")
    if section not in sections or (number and not number.isdecimal()):
        return ""
    if number:
        return given
    used = [int(id_.partition(".")[2]) for id_ in taken if id_.partition(".")[0] == section]
    return f"{section}.{max(used, default=0) + 1}"
