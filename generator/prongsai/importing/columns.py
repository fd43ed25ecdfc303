"""The columns of a table by the words of its head, and its rows without the head, which may repeat on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from prongsai.importing.ledger import Ledger
from prongsai.importing.source import CellText, Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.thai.digits import to_arabic

_YEAR = re.compile("(?:งบประมาณ)?(?:ปี|พ.ศ.)*(2[56][0-9]{2})")


class Row(Struct):
    """A row: its cells by the key of their column."""

    cells: dict[str, CellText] = field(default_factory=dict)
    all: list[CellText] = field(default_factory=list)

    def passages(self, key: str) -> list[Passage]:
        """Return the passages of a column, none where the cell is empty."""
        return self.cells[key].passages if key in self.cells else []

    def text(self, key: str) -> str:
        """Return what a column says."""
        return self.cells[key].text if key in self.cells else ""

    @property
    def words(self) -> str:
        """All that the row says, without white space."""
        return squeeze("".join(cell.text for cell in self.all))


class Columns:
    """Which column is which, learnt from the head of the first table and kept for those that go on."""

    def __init__(self, patterns: Mapping[str, str], *, has_years: bool = False) -> None:
        """Take the patterns of the heads' words by key; the first that matches the whole of a cell counts."""
        self._patterns = {key: re.compile(pattern) for key, pattern in patterns.items()}
        self._has_years = has_years
        self._keys: dict[int, str] = {}

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the columns that were found."""
        return frozenset(self._keys.values())

    @property
    def years(self) -> list[str]:
        """The fiscal years that have a column."""
        return sorted({key.split()[1] for key in self._keys.values() if key.startswith("year ")})

    def find_key(self, cell: CellText) -> str:
        """Return the key of a head's cell; empty for none."""
        words = squeeze(cell.text)
        year = _YEAR.match(to_arabic(words))
        if self._has_years and year and len(words) < 40:
            return f"year {year[1]}"
        return next((key for key, pattern in self._patterns.items() if pattern.fullmatch(words)), "")

    def iter_rows(self, table: TableText, ledger: Ledger) -> Iterator[Row]:
        """Yield the rows that are no head; the words of heads are labels."""
        is_top = True
        for cells in table.rows:
            keys = [self.find_key(cell) for cell in cells]
            known = sum(1 for key in keys if key)
            if (known >= 2 and known * 2 > len(cells)) or (
                is_top and known and not re.search("[0-9๐-๙]", cells[0].text)
            ):
                for cell, key in zip(cells, keys, strict=True):
                    ledger.set_label(*cell.passages)
                    if key and key != "ignored":
                        for column in range(cell.column, cell.column + cell.columns):
                            self._keys[column] = key
                continue
            is_top = False
            row = Row(all=cells)
            for cell in cells:
                row.cells.setdefault(self._keys.get(cell.column, f"column {cell.column}"), cell)
            yield row
