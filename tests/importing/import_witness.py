"""A second reader of the same file: every passage that it sees must stand in the importer's text, and no other."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from import_truth import normalise_source, squeeze

# docx2python counts lists in its own way: 1) or -- and a tab stand before the text.
_ITS_NUMBER = re.compile(r"^\t*(?:[0-9]+\)|--)\t")
_BARS = re.compile(r"\|.*\|\s*$")  # a row of a table written with bars: what stands between them is its text
_ALTERNATIVE = "----Image alt text---->"


def find_overlooked(path: Path, text: str) -> list[str]:
    """Return the passages of a file that the importer's text lacks, as the second reader spells them."""
    readers = {".docx": _read_word, ".xlsx": _read_excel, ".txt": _read_text}
    whole = squeeze(text)
    passages = readers[path.suffix](path) if path.suffix in readers else iter(())
    cells = (cell for passage in passages for cell in (passage.split("|") if _BARS.search(passage) else [passage]))
    return sorted({cell for cell in cells if squeeze(cell) not in whole})


def find_added(report: dict[str, Any], printed: str) -> list[str]:
    """Return the passages of a report's text that the document does not print: deleted ones, copies, alternatives.

    Args:
        report: The importer's report of a text or Word file.
        printed: The document's text; running heads of pages are not in it.
    """
    text: str = report["text"]
    heads = {position for span in report["running_heads"] for position in range(*span)}
    body = "".join("\n" if position in heads else letter for position, letter in enumerate(text))
    whole, read = squeeze(printed), squeeze(body)
    added = [line for line in normalise_source(body).splitlines() if squeeze(line) not in whole]
    if not added and len(read) > len(whole):
        added.append(f"{len(read) - len(whole)} letters stand twice")
    return added


def _read_word(path: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has no Thai numerals and says so
        with docx2python(path) as document:
            lines = list(iter_paragraphs(document.body))
    for line in lines:
        if not line.startswith(_ALTERNATIVE):
            yield _ITS_NUMBER.sub("", line)


def _read_excel(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if isinstance(value, str))


def _read_text(path: Path) -> Iterator[str]:
    yield from normalise_source(path.read_text(encoding="utf-8")).splitlines()
