"""What a workbook changes, as a table for the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from prongsai.diagnostics.text import VISIBLE
from prongsai.sheets.comparison import CellChange

_HEAD = ("ช่อง", "รายการ", "เดิม", "ใหม่")
_WIDTHS = (26, 34, 30, 40)
_GAP = "  "


def format_changes(changes: Iterable[CellChange]) -> Iterator[str]:
    """Yield the lines of the table: cell, what it is, the value before and after; long values are cut in the middle."""
    rows = [_list_cells(change) for change in changes]
    widths = [
        min(limit, max(_measure(row[at]) for row in [_HEAD, *rows])) for at, limit in enumerate(_WIDTHS)
    ]  # columns on the screen
    for row in [_HEAD, *rows]:
        cells = [_fit(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield _GAP.join(cells).rstrip()


def _list_cells(change: CellChange) -> tuple[str, str, str, str]:
    place = change.where.path.partition("[")[2].rstrip("]") or change.where.path
    if not change.title:
        return place, f"{change.record} ทั้งแถว", change.old, "(ลบ)"
    return place, f"{change.record} {change.title}".strip(), change.old or "(ว่าง)", change.new or "(ลบ)"


def _fit(text: str, width: int) -> str:
    """Return a text that takes exactly so many columns of the screen."""
    shown = text.replace("\n", " / ").translate(VISIBLE)
    if _measure(shown) > width:
        while _measure(shown) > width - 1:
            shown = shown[:-1]
        shown += "…"
    return shown + " " * (width - _measure(shown))


def _measure(text: str) -> int:
    """Return how many columns of the screen a text takes: Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(letter) not in {"Mn", "Me", "Cf"} for letter in text)
