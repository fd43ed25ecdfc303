"""What is written is read back exactly, by readers of other makes, in every format and of every table."""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO
from pathlib import Path

import pyarrow.parquet
import pytest
from export_readers import (
    get_data,
    make_hostile,
    open_sqlite,
    read_calamine,
    read_csv,
    read_openpyxl,
    type_sheet,
    type_sqlite,
)
from figure_records import make_dossier, make_project
from msgspec.structs import replace
from prongsai.documents.shelf import Shelf
from prongsai.exceptions import OutputError
from prongsai.figures.ledger import Ledger
from prongsai.outputs.exports.csv_file import render_csv
from prongsai.outputs.exports.data import Data, collect
from prongsai.outputs.exports.json_file import StoredFile, StoredRows, read_rows, render_json
from prongsai.outputs.exports.parquet_file import render_parquet
from prongsai.outputs.exports.sqlite_file import render_sqlite
from prongsai.outputs.exports.table import Row
from prongsai.outputs.exports.tables import TABLES, get_table
from prongsai.outputs.exports.xlsx_file import render_xlsx
from prongsai.outputs.exports.xlsx_rows import CUT, MAX_TEXT
from prongsai.outputs.pages.lao_pages import LaoPages

BOTH = pytest.mark.parametrize("data", [get_data(), make_hostile()], ids=["made-up", "hostile"])


@BOTH
def test_csv(data: Data) -> None:
    """Every table, with the one rule that the data page tells."""
    for table, rows in data.list_tables():
        assert read_csv(table, b"".join(render_csv(table, rows))) == rows, table.name


@BOTH
def test_csv_has_no_formula(data: Data) -> None:
    """No cell begins with what a spreadsheet computes, spaces or not, and Thai Excel finds the mark of UTF-8."""
    for table, rows in data.list_tables():
        content = b"".join(render_csv(table, rows))
        assert content.startswith(b"\xef\xbb\xbf")
        for cell in content.decode("utf-8-sig").replace("\r\n", ",").replace('"', "").split(","):
            assert cell.lstrip(" \t\n")[:1] not in {"=", "+", "-", "@", "＝"}, (table.name, cell)


@BOTH
def test_json(data: Data) -> None:
    """Numbers digit by digit, too: 178050.00 keeps its noughts."""
    text = b"".join(render_json(data))

    assert json.loads(text)["title"] == data.title
    read = {table.name: read_rows(table, text) for table in TABLES}
    assert read == data.rows
    assert repr(read) == repr(data.rows)


def test_rows_in_files_of_many_laos_are_those_of_all_at_once(tmp_path: Path) -> None:
    """Whatever the format and the number of rows, though few rows are held; a file that is no more whole is told."""
    data = make_hostile()
    files = [tmp_path / f"{number}.json" for number in range(40)]
    for file in files:
        file.write_bytes(b"".join(render_json(data)))
    held = {table.name: [*rows] * len(files) for table, rows in data.list_tables()}
    stored = {name: StoredRows(get_table(name), list(map(StoredFile, files)), len(rows)) for name, rows in held.items()}
    one, other = (replace(data, rows=rows) for rows in (held, stored))

    table = get_table("budgets")
    assert b"".join(render_json(other)) == b"".join(render_json(one))
    assert b"".join(render_csv(table, stored["budgets"])) == b"".join(render_csv(table, held["budgets"]))
    assert render_parquet(table, stored["budgets"]) == render_parquet(table, held["budgets"])
    small = {name: rows if name == "budgets" else data.rows[name] for name, rows in stored.items()}
    sheets = read_calamine(render_xlsx(replace(data, rows=small), []))
    assert type_sheet(table, sheets[table.title]) == held["budgets"]

    files[1].write_bytes(files[1].read_bytes()[:-200])
    with pytest.raises(OutputError, match=r"1\.json เสีย"):
        list(StoredRows(TABLES[-1], [StoredFile(files[0]), StoredFile(files[1])], 1))


@BOTH
@pytest.mark.parametrize("read", [read_openpyxl, read_calamine])
def test_xlsx(data: Data, read: type[read_openpyxl]) -> None:
    """Two readers find the types and the Thai headings; no text is a number, a formula or a date."""
    sheets = read(render_xlsx(data, [("สัญญาอนุญาต", "ไม่ได้ระบุ")]))

    for table, rows in data.list_tables():
        assert type_sheet(table, sheets[table.title]) == rows, table.name


@BOTH
def test_sqlite(data: Data) -> None:
    """A number is kept with the 15 digits that any database keeps."""
    with open_sqlite(b"".join(render_sqlite(unique(data)))) as connection:
        for table, rows in unique(data).list_tables():
            found = connection.execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608 - our own names
            assert type_sqlite(table, found) == rows, table.name


def unique(data: Data) -> Data:
    """Return the rows whose keys are their own, as a database demands."""
    rows = {}
    for table, own in data.list_tables():
        places = [table.names.index(name) for name in table.key]
        rows[table.name] = list({tuple(row[place] for place in places): row for row in own}.values())
    return Data(data.title, data.as_of, data.is_sample, rows)


@BOTH
def test_parquet(data: Data) -> None:
    """Exact decimals, dates and texts."""
    for table, rows in data.list_tables():
        read = pyarrow.parquet.read_table(BytesIO(render_parquet(table, rows)))
        assert list(zip(*(column.to_pylist() for column in read.columns), strict=True)) == rows, table.name


def test_same_data_give_the_same_bytes() -> None:
    """No file tells when it was made."""
    data = get_data()
    for render in (render_json, render_sqlite, lambda data: [render_xlsx(data, [])]):
        assert b"".join(render(data)) == b"".join(render(data))


@pytest.mark.parametrize("letters", ["ก", "😀", "ก😀"])
def test_text_longer_than_a_cell_of_excel_is_cut_with_a_word(letters: str) -> None:
    """Excel refuses a file with a longer text; the reader is told where all of it is. No sign is cut in two."""
    table = get_table("laos")
    data = make_hostile()
    row: Row = tuple(
        letters * 40_000 if name == "name" else value
        for name, value in zip(table.names, data.rows["laos"][0], strict=True)
    )
    [_, line] = read_openpyxl(render_xlsx(Data("", None, False, {**data.rows, "laos": [row]}), []))[table.title]

    [text] = [value for value in line if isinstance(value, str) and value.startswith(letters)]
    assert MAX_TEXT - 1 <= len(text.encode("utf-16-le")) // 2 <= MAX_TEXT
    assert set(text.removesuffix(CUT)) == set(letters)
    assert text.endswith(CUT)


def test_text_that_looks_like_the_xml_of_a_cell_is_text() -> None:
    """The library would write it into the file as it is."""
    table, data, text = get_table("laos"), make_hostile(), "<r><t>ก</r>"
    names = zip(table.names, data.rows["laos"][0], strict=True)
    row: Row = tuple(text if name == "name" else value for name, value in names)

    [_, line] = read_openpyxl(render_xlsx(Data("", None, False, {**data.rows, "laos": [row]}), []))[table.title]

    assert f" {text}" in line


def test_unknown_no_budget_and_zero_are_three_things() -> None:
    """In every format the state tells them apart, and only an amount has a number."""
    budgets = {"p01": "ไม่ทราบ", "p02": "ไม่ใช้งบประมาณ", "p03": "0", "p04": "50,000.25"}
    dossier = make_dossier([make_project(name, budget=text) for name, text in budgets.items()], {})
    data = collect(LaoPages(Shelf(Ledger(dossier)), today=dt.date(2025, 1, 1)))
    table = get_table("budgets")
    place = table.names.index("budget_baht")
    expected = {
        "p01": ("", "unknown"),
        "p02": ("", "no_budget"),
        "p03": ("0.0", "amount"),
        "p04": ("50000.25", "amount"),
    }
    text = b"".join(render_csv(table, data.rows["budgets"])).decode("utf-8-sig")
    lines = [line.split(",") for line in text.splitlines()[1:]]

    assert {line[2]: (line[place], line[place + 1]) for line in lines} == expected
    query = "SELECT project, coalesce(budget_baht, 'null'), budget_state FROM budgets WHERE fiscal_year = 2566"
    with open_sqlite(b"".join(render_sqlite(data))) as connection:
        found = connection.execute(query).fetchall()
    assert found == [
        ("p01", "null", "unknown"), ("p02", "null", "no_budget"), ("p03", 0.0, "amount"), ("p04", 50000.25, "amount"),
    ]  # fmt: skip


def test_table_longer_than_a_sheet_of_excel_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost without a word."""
    monkeypatch.setattr("prongsai.outputs.exports.xlsx_file.MAX_ROWS", 5)
    sheets = read_openpyxl(render_xlsx(get_data(), []))

    assert len(sheets["ผลรายโครงการ"]) == 6
    told = [line[1] for line in sheets["คำอธิบาย"] if line[0] == "ไม่ครบ"]
    assert any("ผลรายโครงการมีเพียง 5 แถวแรกจาก" in text for text in told)
