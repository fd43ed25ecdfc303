"""Bringing a workbook back: compare, try the changed records out on the checker, write all files or none."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from prongsai.checks.registry import find_problems
from prongsai.editing.files import edit_text, write_files
from prongsai.editing.rendering import render_file
from prongsai.exceptions import SheetError
from prongsai.load.assemble import load_lao
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.sheets.books import list_books, make_book
from prongsai.sheets.comparing import compare
from prongsai.sheets.comparison import CellChange, Comparison
from prongsai.sheets.eplan_table import find_round, is_eplan_table, read_eplan_table
from prongsai.sheets.reader import Sheets
from prongsai.sheets.table import Book


class Proposal(Struct, frozen=True):
    """What bringing a workbook back would do.

    Attributes:
        book: What the files say now.
        changes: What a person changed.
        texts: The new text of each file, by its path inside the LAO's folder; None for a file to remove.
        problems: What is wrong with cells, and what the checker says of the changed records and did not say before.
    """

    book: Book
    changes: tuple[CellChange, ...]
    texts: dict[str, str | None]
    problems: tuple[Problem, ...]

    @property
    def is_writable(self) -> bool:
        """Tell whether nothing stands in the way."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def find_what(sheets: Sheets, name: str, loaded: LoadedDossier) -> str:
    """Return what of an LAO a file is of: as exported, as its title tells, or as its name does.

    Args:
        sheets: What the file says.
        name: The file's name without its ending.
        loaded: The LAO.

    Raises:
        SheetError: Nobody can tell.
    """
    found = sheets.meta.get("what") or find_round(sheets.grids)
    found = found or next(
        (what for what in sorted(list_books(loaded), key=len, reverse=True) if name.endswith(what)), ""
    )
    if not found:
        raise SheetError(f"ไม่รู้ว่า {name} เป็นของแผน รอบ หรือปีใด วิธีแก้: ระบุด้วย --of เช่น --of 2567-06")
    return found


def propose(loaded: LoadedDossier, sheets: Sheets, what: str, *, shown: str) -> Proposal:
    """Find what a workbook changes, and what is wrong with it; nothing is written.

    Args:
        loaded: The LAO as its files say now.
        sheets: What the file says.
        what: What of the LAO the file is of.
        shown: How messages name the folder of plans.

    Raises:
        SheetError: The file is not of this LAO, or what it is of is not there.
        EditError: A change would touch something else in a YAML file.
    """
    if sheets.meta.get("lao", loaded.slug) != loaded.slug:
        raise SheetError(f"ไฟล์นี้เป็นของ {sheets.meta['lao']} ไม่ใช่ {loaded.slug} วิธีแก้: ระบุ --lao {sheets.meta['lao']}")
    if sheets.meta.get("what", what) != what:
        raise SheetError(f"ไฟล์นี้เป็นของ {sheets.meta['what']} ไม่ใช่ {what} วิธีแก้: ไม่ต้องระบุ --of")
    book = make_book(loaded, what)
    comparison = _compare(loaded, book, sheets)
    if any(problem.severity is Severity.ERROR for problem in comparison.problems):
        return Proposal(book, tuple(comparison.changes), {}, tuple(comparison.problems))
    texts = _edit(loaded, comparison)
    problems = [*comparison.problems, *_find_new_problems(loaded, comparison, texts, shown)]
    return Proposal(book, tuple(comparison.changes), texts, tuple(problems))


def write(loaded: LoadedDossier, proposal: Proposal) -> list[str]:
    """Write all files of a proposal or none, and return their paths inside the LAO's folder.

    Raises:
        EditError: A file cannot be written; all are as they were.
    """
    write_files({loaded.folder / name: text for name, text in proposal.texts.items()}, inside=loaded.folder)
    return sorted(proposal.texts)


def _compare(loaded: LoadedDossier, book: Book, sheets: Sheets) -> Comparison:
    table = next((grid for grid in sheets.grids if is_eplan_table(grid)), None)
    if sheets.meta or table is None:
        return compare(book, sheets.grids, sheets.bases)
    if "-" not in book.what or len(book.what) != len("2566-12"):
        raise SheetError(
            f"{table.file} เป็นตารางสถานะของ e-PlanNACC ซึ่งเป็นของรอบ ไม่ใช่ {book.what} วิธีแก้: ระบุ --of เช่น --of 2566-12"
        )
    key = RoundKey.from_slug(book.what)
    plan = loaded.dossier.find_plan(key.fiscal_year)
    if plan is None:
        raise SheetError(f"ไม่มีแผนของปีงบประมาณ {key.fiscal_year} วิธีแก้: สร้างแผนด้วย prongsai new plan ก่อน")
    cells = read_eplan_table(table, book, plan, key.fiscal_year)
    comparison = compare(book, cells.grids)
    comparison.problems[:0] = cells.problems
    return comparison


def _edit(loaded: LoadedDossier, comparison: Comparison) -> dict[str, str | None]:
    """Return the new text of each file that changes."""
    texts: dict[str, str | None] = {}
    for file, changes in comparison.edits.items():
        name = f"{file}.yml"
        edited = edit_text(loaded.folder / name, changes, inside=loaded.folder, shown=name)
        if edited.new != edited.old:
            texts[name] = edited.new
    texts |= {f"{file}.yml": render_file(data) for file, data in comparison.added.items()}
    return texts | {f"{file}.yml": None for file in comparison.removed}


def _find_new_problems(
    loaded: LoadedDossier, comparison: Comparison, texts: dict[str, str | None], shown: str
) -> list[Problem]:
    """Return what the checker says of the changed records and did not say before, at the cell that it comes from."""
    if not texts:
        return []
    drafts = {name.removesuffix(".yml"): text for name, text in texts.items()}
    tried = load_lao(loaded.folder, shown=shown, drafts=drafts)
    known = {(problem.where.path, problem.rule, problem.message) for problem in find_problems(loaded)[0]}
    documents = {document.path: (name, document) for name, document in tried.sources.documents.items()}
    found = []
    for problem in find_problems(tried)[0]:
        if (problem.where.path, problem.rule, problem.message) in known:
            continue
        name, document = documents.get(problem.where.path, ("", None))
        path = document.find_path(problem.where) if document else ()
        cell = _find_cell(comparison, name, path)
        found.append(replace(problem, where=cell) if cell else problem)
    return found


def _find_cell(comparison: Comparison, file: str, path: tuple[str | int, ...]) -> Where | None:
    return next(
        (
            comparison.places[file, path[:end]]
            for end in range(len(path), 0, -1)
            if (file, path[:end]) in comparison.places
        ),
        None,
    )
