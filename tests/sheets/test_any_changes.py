"""Whatever cells are filled in: brought back and shown again, every sheet says what was typed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS, ROOT
from prongsai.editing.edit import edit
from prongsai.editing.rendering import render_file
from prongsai.load.assemble import load_lao
from prongsai.load.sources import LoadedDossier
from prongsai.sheets.books import make_book
from prongsai.sheets.comparing import compare
from prongsai.sheets.forms import MONEY, NOT_SHOWN, NUMBER, Form, ListForm
from prongsai.sheets.grid import Grid
from prongsai.sheets.table import Book, Table

pytestmark = pytest.mark.slow

BOOKS = [
    (MADE_UP_PLANS / "nongsaeng", "2567-12"), (MADE_UP_PLANS / "nongsaeng", "2566-2570"), (MADE_UP_PLANS / "nongsaeng", "2567"),
    (ROOT / "plans" / "maesai", "2566-2570"), (ROOT / "plans" / "maechan", "2568"), (ROOT / "plans" / "chiangmuan", "2566-2570"),
]  # fmt: skip
WORDS = [
    "อบรมครบ",
    "ประชาชน: พอใจ",
    "#ข้อสังเกต",
    "ข้อ ๑",
    "“คำพูด”",
    "ไม่มี - เลย",
    "ยาว " * 50 + "จบ",
    "{ก}",
    "ก, ข",
    "'",
    '"',
    "- ขีด",
]

# What only few values fit, or what other values depend on.
FIXED = frozenset({
    "as_of", "foreword_date", "assessment_year", "status", "number", "eplan_number", "dimension", "issues", "controls",
    "baseline_year", "reason",
})  # fmt: skip


def load(folder: Path) -> LoadedDossier:
    """Read the LAO."""
    loaded = load_lao(folder, shown="plans")
    assert isinstance(loaded, LoadedDossier)
    return loaded


def make_grid(table: Table, *, by_key: bool = False) -> Grid:
    """Return a table as the sheet that it would be, or as what is kept of it at the export."""
    heads = [column.key if by_key else column.header for column in table.columns]
    rows = [[row.shown.get(column.key, "") for column in table.columns] for row in table.rows]
    return Grid("a.xlsx", table.name, [heads, *rows])


def invent(form: Form, column: str, rng: random.Random) -> str:
    """Return something that a clerk could type into a cell."""
    if form.choices:
        return rng.choice(form.choices)
    if form in {MONEY, NUMBER}:
        return str(rng.randrange(2566, 2571) if column in {"from", "until"} else rng.randrange(1, 99))
    if column == "mission":
        return "1.2"
    if isinstance(form, ListForm):
        words = [word for word in WORDS if type(form) is ListForm or word != "- ขีด"]
        return "\n".join(rng.choice(words) for _ in range(rng.randrange(1, 4)))
    return rng.choice(WORDS[:-1])


def read_all(book: Book) -> dict[tuple[str, str, str], str]:
    """Return every cell of a book."""
    return {
        (table.name, row.id, key): text
        for table in book.tables
        for row in table.rows
        for key, text in row.shown.items()
    }


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("lao", "what"), BOOKS, ids=[f"{lao.name}-{what}" for lao, what in BOOKS])
def test_typed_cells_are_shown_again(lao: Path, what: str, seed: int, tmp_path: Path) -> None:
    """A third of the cells filled, emptied or left: the files say them all, and nothing else changed."""
    rng = random.Random(seed)  # noqa: S311 - repeated, not secret
    folder = tmp_path / lao.name
    shutil.copytree(lao, folder)
    book = make_book(load(folder), what)
    expected = read_all(book)
    grids = [make_grid(table) for table in book.tables]
    for table, grid in zip(book.tables, grids, strict=True):
        for number, row in enumerate(table.rows, 1):
            for at, column in enumerate(table.columns):
                form = table.get_form(row, column)
                key = row.id if row.form else column.key
                if column.is_locked or rng.random() < 0.7 or key in FIXED or row.path is None:
                    continue
                if row.shown.get(column.key) == NOT_SHOWN:
                    continue
                needed = key in {"name", "title", "mission", "indicator", "unit", "step"} or key.startswith("budget.")
                text = "" if rng.random() < 0.3 and not needed else invent(form, key, rng)
                grid.rows[number][at] = text
                expected[table.name, row.id, column.key] = form.show(form.read(text))

    comparison = compare(book, grids, [make_grid(table, by_key=True) for table in book.tables])

    assert [problem for problem in comparison.problems if problem.severity == "error"] == []
    assert len(comparison.changes) > 5
    assert comparison.removed == []
    for name, changes in comparison.edits.items():
        path = folder / f"{name}.yml"
        path.write_bytes(edit(path.read_bytes().decode(), changes).encode())
    for name, data in comparison.added.items():
        (folder / f"{name}.yml").write_text(render_file(data), encoding="utf-8")
    assert read_all(make_book(load(folder), what)) == expected
