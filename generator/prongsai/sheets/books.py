"""Which workbook shows what: a plan, a round, a year's measures or OIT items, named as their files are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from prongsai.exceptions import SheetError
from prongsai.load.sources import LoadedDossier
from prongsai.records.base import PERIOD
from prongsai.sheets.measures_book import make_measures_book
from prongsai.sheets.oit_book import PREFIX, make_oit_book
from prongsai.sheets.plan_book import make_plan_book
from prongsai.sheets.round_book import make_round_book
from prongsai.sheets.table import Book
from prongsai.thai.digits import to_arabic

_KINDS: tuple[tuple[re.Pattern[str], str, str, Callable[[LoadedDossier, str], Book]], ...] = (
    (PERIOD, "{}/plan", "new plan --period {}", make_plan_book),
    (re.compile("2[56][0-9]{2}-(?:06|12)"), "progress/{}", "new progress {}", make_round_book),
    (re.compile("2[56][0-9]{2}"), "measures/{}", "new measures {}", make_measures_book),
    (re.compile(f"{PREFIX}2[56][0-9]{{2}}"), "oit/{}", "new oit {}", make_oit_book),
)


def make_book(loaded: LoadedDossier, what: str) -> Book:
    """Return the workbook of a plan (2566-2570), a round (2567-06), a year's measures (2567) or OIT items (oit-2568).

    Raises:
        SheetError: There is no such plan, round or year, or its files cannot be read in full.
    """
    name = to_arabic(what).strip().lower()
    stem = name.removeprefix(PREFIX)
    for pattern, path, command, make in _KINDS:
        if not pattern.fullmatch(name):
            continue
        file = path.format(stem)
        if file not in loaded.sources.documents:
            raise SheetError(f"{loaded.slug} ไม่มี {file}.yml วิธีแก้: สร้างด้วย prongsai {command.format(stem)} ก่อน")
        folder = file.partition("/")[0] if make is make_plan_book else file
        broken = sorted(known for known in loaded.sources.broken if known == file or known.startswith(f"{folder}/"))
        if broken:
            raise SheetError(f"{broken[0]} อ่านได้ไม่ครบ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน")
        book = make(loaded, name)
        for table in book.tables:
            counts = Counter(row.id for row in table.rows)
            if twice := next((id_ for id_, count in counts.items() if count > 1), None):
                raise SheetError(f"{file}.yml มี {twice} มากกว่าหนึ่งรายการ วิธีแก้: สั่ง prongsai check แล้วแก้ให้เหลือรายการเดียว")
        return book
    raise SheetError(
        f"ไม่รู้จัก “{what}” วิธีแก้: เขียนช่วงปีของแผน เช่น 2566-2570 รอบ เช่น 2567-06 ปีของมาตรการ เช่น 2567 หรือข้อ OIT เช่น {PREFIX}2568"
    )


def list_books(loaded: LoadedDossier) -> list[str]:
    """Return what of an LAO can be a workbook."""
    found = []
    for name in loaded.sources.documents:
        folder, _, stem = name.partition("/")
        if stem == "plan":
            found.append(folder)
        elif folder in {"progress", "measures"}:
            found.append(stem)
        elif folder == "oit":
            found.append(f"{PREFIX}{stem}")
    return sorted(found)
