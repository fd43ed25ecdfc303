"""The handbook's recipes for readers of the data, done as they are printed; all three find the same projects."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from export_readers import get_data, get_made_up, read_openpyxl
from handbook_pages import list_fences, read_page
from prongsai.outputs.exports.json_file import render_json
from prongsai.outputs.exports.sqlite_file import render_sqlite
from prongsai.outputs.exports.xlsx_file import render_xlsx

Found = set[tuple[int, str, str, Decimal]]


def find_expected() -> Found:
    """Return what the figures say: year, round, name and money of the projects."""
    return {
        (key.fiscal_year, key.round.value, result.project.name, result.planned.amount)
        for key, results in get_made_up().ledger.by_round.items()
        for result in results.results
        if result.planned.amount and result.planned.amount > 50_000 and result.status != "done"
    }


def test_there_is_something_to_find() -> None:
    """Else every recipe would be right."""
    assert find_expected()


def test_five_lines_of_python(tmp_path: Path) -> None:
    """The program has five lines, and runs beside the file."""
    [code] = list_fences(read_page("data"), "python")
    (tmp_path / "all.json").write_bytes(b"".join(render_json(get_data())))

    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)

    assert len([line for line in code.splitlines() if line]) == 5
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    assert {(int(year), round_, name, Decimal(money)) for _, year, round_, name, money in lines} == find_expected()


def test_spreadsheet() -> None:
    """The sheets and headings that the steps name are there; filtered by hand, they give the same."""
    page = read_page("data").partition("{#spreadsheet}")[2].partition("###")[0]
    sheets = read_openpyxl(render_xlsx(get_data(), []))
    for word in ("ผลรายโครงการ", "ตามแผน (บาท)", "สถานะ"):
        assert f"**{word}**" in page
    head, *lines = sheets["ผลรายโครงการ"]
    rows = [dict(zip(head, line, strict=True)) for line in lines]

    assert {
        (row["ปีงบประมาณ"], row["รอบ"], row["ชื่อโครงการ"], Decimal(str(row["ตามแผน (บาท)"])))
        for row in rows
        if (row["ตามแผน (บาท)"] or 0) > 50_000 and row["สถานะ"] != "done"
    } == find_expected()


@pytest.mark.filterwarnings("ignore")  # Datasette's own libraries
def test_datasette_serves_the_file_as_it_is(tmp_path: Path) -> None:
    """The query of the page, without any configuration; the tables can be filtered and have their keys."""
    from datasette.app import Datasette  # noqa: PLC0415 - no other test need wait for what it loads

    [query] = list_fences(read_page("data"), "sql")
    (tmp_path / "all.db").write_bytes(b"".join(render_sqlite(get_data())))

    async def ask() -> Found:
        datasette = Datasette([str(tmp_path / "all.db")])
        await datasette.invoke_startup()
        answer = await datasette.client.get("/all.json", params={"sql": query, "_shape": "array"})
        filtered = await datasette.client.get(
            "/all/project_results.json", params={"planned_baht__gt": "50000", "status__not": "done", "_shape": "array"}
        )
        page = await datasette.client.get("/all/progress")
        assert (answer.status_code, filtered.status_code, page.status_code) == (200, 200, 200)
        assert len(filtered.json()) == len(answer.json())
        return {
            (row["fiscal_year"], row["round"], row["project_name"], Decimal(str(row["planned_baht"])))
            for row in answer.json()
        }

    # A browser that another test keeps open has an event loop in this thread.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: asyncio.run(ask())).result() == find_expected()
    gc.collect()  # Datasette leaves connections open, which the next test would be told of
