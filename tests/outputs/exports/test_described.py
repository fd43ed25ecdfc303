"""The descriptions of the data: valid to those who know, complete, and one for all formats."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import frictionless
import pytest
from export_readers import get_data, get_made_up, make_hostile, open_sqlite, read_openpyxl
from jsonschema import Draft202012Validator
from prongsai.outputs.exports.data import Data
from prongsai.outputs.exports.files import Files
from prongsai.outputs.exports.json_file import build_schema, render_json
from prongsai.outputs.exports.output import describe_lao_files
from prongsai.outputs.exports.sqlite_file import VIEWS, render_sqlite
from prongsai.outputs.exports.table import Kind
from prongsai.outputs.exports.tables import TABLES
from prongsai.outputs.exports.tables import __path__ as folders
from prongsai.outputs.exports.xlsx_file import render_xlsx
from prongsai.outputs.writer import write_whole

FOURTEEN = {
    "data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective",
    "update_frequency_unit", "update_frequency_interval", "geo_coverage", "data_source", "data_format", "data_category",
    "license_id",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of a made-up LAO."""
    made = tmp_path_factory.mktemp("data")
    for artifact in describe_lao_files(get_made_up()).list_artifacts():
        write_whole(made / artifact.path.rpartition("/")[2], artifact.make())
    return made


def read(folder: Path, name: str) -> Any:
    """Return a JSON file."""
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_frictionless_finds_no_fault(folder: Path) -> None:
    """Types, required values, codes, keys, sizes and hashes of all tables hold."""
    report = frictionless.validate(str(folder / "datapackage.json"))

    assert report.stats["tasks"] == len(TABLES)
    assert report.flatten(["name", "message"]) == []


def test_frictionless_finds_a_fault(folder: Path, tmp_path: Path) -> None:
    """The package says enough for a wrong code and a lost project to be found."""
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b",done,", b",donne,"))
    lines = (tmp_path / "nongsaeng-projects.csv").read_bytes().splitlines(keepends=True)
    (tmp_path / "nongsaeng-projects.csv").write_bytes(b"".join(lines[:2]))

    codes = {code for [code] in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}

    assert {"constraint-error", "foreign-key", "hash-count"} <= codes


def test_csvw_names_the_columns_of_every_file(folder: Path) -> None:
    """Titles are the headings of the CSV file; keys and references name columns that there are."""
    tables = {table["url"]: table["tableSchema"] for table in read(folder, "csv-metadata.json")["tables"]}

    assert len(tables) == len(TABLES)
    for name, schema in tables.items():
        names = (folder / name).read_text(encoding="utf-8-sig").partition("\n")[0].strip().split(",")
        assert [column["titles"] for column in schema["columns"]] == [[name] for name in names]
        assert set(schema["primaryKey"]) <= set(names)
        for key in schema["foreignKeys"]:
            others = [column["name"] for column in tables[key["reference"]["resource"]]["columns"]]
            assert set(key["columnReference"]) <= set(names)
            assert set(key["reference"]["columnReference"]) <= set(others)


@pytest.mark.parametrize("data", [get_data(), make_hostile()], ids=["made-up", "hostile"])
def test_json_follows_its_schema(data: Any) -> None:
    """The published schema accepts the file, and refuses one with a code that there is not."""
    validator = Draft202012Validator(build_schema())
    Draft202012Validator.check_schema(build_schema())
    found = json.loads(b"".join(render_json(data)))

    assert list(validator.iter_errors(found)) == []
    found["tables"]["progress"][0]["status"] = "nearly"
    assert [error.json_path for error in validator.iter_errors(found)] == ["$.tables.progress[0].status"]


def test_record_for_the_national_catalogue_has_all_fields(folder: Path) -> None:
    """The mandatory fields are there; what only the publisher knows is empty."""
    record = read(folder, "data-go-th.json")

    assert set(record) == FOURTEEN
    assert [name for name, value in record.items() if value in ("", [])] == ["license_id"]


def test_every_column_says_what_it_is() -> None:
    """Thai words for every column; numbers have units; headings and names are their own in a table."""
    for table in TABLES:
        assert set(table.key) <= set(table.names)
        assert len({column.title for column in table.columns}) == len(set(table.names)) == len(table.columns), (
            table.name
        )
        for column in table.columns:
            where = f"{table.name}.{column.name}"
            assert re.fullmatch("[a-z][a-z0-9_]*", column.name), where
            assert column.about, where
            assert column.unit or column.kind is not Kind.NUMBER, where
            assert not (column.is_required is False and column.name in table.key), where


def test_every_module_is_in_the_list() -> None:
    """A table that is written but not listed would be published nowhere."""
    modules = {path.stem for path in Path(folders[0]).glob("[a-z]*.py")}

    assert {table.name for table in TABLES} == modules


def test_excel_explains_every_column() -> None:
    """The first sheet has a line for every column, below whose data they are and how they may be used."""
    lines = read_openpyxl(render_xlsx(get_data(), [("สัญญาอนุญาต", "CC")]))["คำอธิบาย"]

    names = [line[2] for line in lines if line[2] and "." in line[2]]
    assert names == [f"{table.name}.{column.name}" for table in TABLES for column in table.columns]
    assert ["สัญญาอนุญาต", "CC"] in [line[:2] for line in lines]


def test_database_holds_together() -> None:
    """No reference leads nowhere, the views have rows, and every column is explained."""
    with open_sqlite(b"".join(render_sqlite(get_data()))) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for view in VIEWS:
            assert connection.execute(f"SELECT count(*) FROM {view}").fetchone() > (0,)  # noqa: S608 - our own names
        explained = connection.execute("SELECT name FROM explanations").fetchall()
        assert len(explained) == sum(len(table.columns) for table in TABLES)


def test_files_are_made_anew_only_when_something_changed() -> None:
    """The keys of all files are known without making any."""
    files = describe_lao_files(get_made_up())

    unknown = Data("", None, is_sample=False, rows={})
    unmade = Files(files.folder, files.publication, files.state, files.counts, unknown)
    changed = Files(files.folder, files.publication, b"", files.counts, unknown)
    keys = [artifact.key for artifact in files.list_artifacts()]
    assert [artifact.key for artifact in unmade.list_artifacts()] == keys
    assert not set(keys) & {artifact.key for artifact in changed.list_artifacts()}
