"""The plan's table and the results table: projects under missions and dimensions, with sums that are declarations.

A row may hold several projects, a project may go on in the next row or on the next page: what belongs to one is put
together first and read afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct, field

from prongsai.importing.columns import Columns, Row
from prongsai.importing.ledger import Ledger, Path, RecordRef
from prongsai.importing.listed import take_list
from prongsai.importing.lists import Item, read_items, split_inline
from prongsai.importing.reading_values import NO_BUDGET, find_amounts, read_number
from prongsai.importing.source import Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.importing.statuses import is_status, take_status
from prongsai.reading.marks import find_mark
from prongsai.records.frameworks import find_framework
from prongsai.thai.digits import to_arabic

PLAN = RecordRef("plan")
REPORT = RecordRef("report")
_NUMBERED_TITLE = re.compile(r"(?P<number>[0-9๐-๙](?:\.[0-9๐-๙]{1,2}){0,2})\.?\)?\s*(?P<title>.*)", re.DOTALL)
_DIMENSION_TITLE = re.compile(r"(?:มิ?ติ\s*ที่\s*)?(?P<number>[0-9๐-๙])\s*[.:)]?\s*(?P<title>.*)", re.DOTALL)
_COUNT = re.compile(r"(?:จำนวน\s*)?(?P<count>[0-9๐-๙,]+)\s*(?:โครงการ|กิจกรรม|มาตรการ)")
_CUT_COUNT = re.compile(r"จำนวน\s*(?P<count>[0-9๐-๙]{1,3})")  # whose โครงการ stands on the next line
_SUB_MISSION = re.compile(r"(?<![^\s])[0-9๐-๙]\.[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}\.?\s*(?=[ก-๙])")
_SAME_TITLE = 0.8
_PLAN_COLUMNS = {
    "dimension": "(?:ชื่อ)?มิ?ติ(?:ที่)?|ด้าน",
    "mission": "ภารกิจ(?:ตาม)?(?:มิ?ติ)?",
    "number": "ลำดับ(?:ที่)?|ที่",
    "project": "(?:ชื่อ|รายการ)?(?:แผนงาน/)?โครงการ.{0,40}",
    "planned": "งบประมาณ(?:ตามแผน|ที่ตั้งไว้|ที่ได้รับ|พ.ศ..{4}|ปี.{4,20}|ประจำปี.{4,20}|\\(บาท\\))?(?:\\(บาท\\))?",
    "ordinance": "(?:งบประมาณ)?ตาม(?:ข้อบัญญัติ|เทศบัญญัติ).{0,30}",
    "disbursed": "(?:ผล)?(?:การ)?(?:งบประมาณ)?(?:ที่)?(?:เบิกจ่าย|ใช้จ่าย|ใช้ไป|ใช้จริง).{0,20}",
    "outcomes": "ผลลัพธ์.{0,30}|ผลสัมฤทธิ์.{0,20}|ผลผลิต.{0,20}",
    "results": "(?:สรุป)?ผลการดำเนิน(?:งาน|การ).{0,30}",
    "status": "สถานะ.{0,30}",
    "responsible": "(?:ผู้|หน่วยงานที่|หน่วยงานผู้)รับผิดชอบ.{0,20}",
    "note": "หมายเหตุ.{0,20}",
}  # fmt: skip


class Entry(Struct):
    """One project of the table with all that its cells say."""

    number: Passage | None
    name: list[Passage]
    mission: str = ""
    mission_passage: Passage | None = None
    dimension: str = ""
    dimension_passage: Passage | None = None
    cells: dict[str, list[Passage]] = field(default_factory=dict)
    doubt: str = ""

    @property
    def key(self) -> str:
        """The printed number in plain digits; empty for none, and for one of several levels (1.1.2)."""
        digits = re.sub("[^0-9.]", "", to_arabic(self.number.text)).strip(".") if self.number else ""
        return "" if "." in digits else digits


class ProjectTable:
    """Reads tables whose rows are projects, several tables as one."""

    def __init__(self, ledger: Ledger, period: str, *, has_years: bool) -> None:
        """Begin outside of any dimension.

        Args:
            ledger: Where fields are noted.
            period: The plan's years, whose titles of dimensions and missions are known.
            has_years: The columns of money are years: the plan's table.
        """
        self._ledger = ledger
        self._known = find_titles(period)
        columns = dict(_PLAN_COLUMNS)
        if has_years:
            columns["ignored"] = "งบประมาณ(?:\\(บาท\\))?|\\(บาท\\)|บาท"
            del columns["planned"]
        self._columns = Columns(columns, has_years=has_years)
        self._dimension = self._mission = ""
        self._dimension_passage: Passage | None = None
        self._mission_passage: Passage | None = None
        self._titles: dict[str, list[Passage]] = {}
        self._given_back: set[str] = set()
        self.entries: list[Entry] = []
        self.sums: list[tuple[str, Row]] = []

    @property
    def years(self) -> list[str]:
        """The fiscal years that have a column of money."""
        return self._columns.years

    def add(self, table: TableText) -> None:
        """Take the rows of a table."""
        for index, row in enumerate(self._columns.iter_rows(table, self._ledger)):
            if index == 0 and self.entries:
                self._give_back(row)
            if re.match("(?:รวม|ยอดรวม)", row.words) or any(
                squeeze(cell.text).startswith("รวม") for cell in row.all[:3]
            ):
                is_total = "รวมทั้งสิ้น" in row.words or "รวมทั้งหมด" in row.words or "ทั้ง4มิติ" in row.words
                self.sums.append(("" if is_total else self._dimension, row))
                continue
            self._read_place(row)
            self._read_projects(row)

    def _read_place(self, row: Row) -> None:
        for key, pattern in (("dimension", _DIMENSION_TITLE), ("mission", _NUMBERED_TITLE)):
            passages = row.passages(key)
            if not passages:
                continue
            if key == "mission":
                passages = self._read_outer_missions(passages)
            match = pattern.fullmatch(passages[0].text)
            if match is None or (key == "mission" and "." not in match["number"]):
                self._titles.setdefault(self._mission if key == "mission" else self._dimension, []).extend(passages)
                continue
            number = to_arabic(match["number"])
            printed = passages[0].cut(*match.span("number"))
            self._ledger.set_label(passages[0].cut(0, match.start("title")))
            if key == "dimension":
                self._dimension, self._dimension_passage = number, printed
                if not self._mission.startswith(f"{number}."):
                    self._mission, self._mission_passage = "", None
            else:
                self._mission, self._mission_passage = number, printed
                self._dimension = number.split(".")[0]
            title = passages[0].cut(match.start("title"))
            self._titles.setdefault(number, []).extend([title, *passages[1:]] if title.text else passages[1:])

    def _read_outer_missions(self, passages: list[Passage]) -> list[Passage]:
        """Take the titles of missions that stand above a sub-mission in one cell; return the sub-mission's."""
        pieces = []
        for passage in passages:
            cuts = [0, *(match.start() for match in _SUB_MISSION.finditer(passage.text, 1)), len(passage.text)]
            pieces += [passage.cut(start, end) for start, end in pairwise(cuts)]
        starts = [at for at, piece in enumerate(pieces) if at and _SUB_MISSION.match(piece.text)]
        if not starts:
            return passages
        outer = _NUMBERED_TITLE.fullmatch(pieces[0].text)
        if outer is None or "." not in outer["number"]:
            return passages
        self._ledger.set_label(pieces[0].cut(0, outer.start("title")))
        title = [pieces[0].cut(outer.start("title")), *pieces[1 : starts[0]]]
        self._titles.setdefault(to_arabic(outer["number"]), []).extend(piece for piece in title if piece.text)
        return self._read_outer_missions(pieces[starts[0] :])

    def _read_projects(self, row: Row) -> None:
        items = read_items(row.passages("project"), is_cell=True)
        found = [entry for item in items for entry in self._make_entries(item, row, is_only=len(items) == 1)]
        if not found:
            found = self.entries[-1:]
        elif items[0].mark is None and not row.passages("number") and self._goes_on():
            if self.entries:
                self.entries[-1].name += items[0].passages
            rest = found[1:]
            self._share(row, [*self.entries[-1:], *rest] if rest else self.entries[-1:], continued=bool(rest))
            self.entries += rest
            return
        else:
            self.entries += found
        self._share(row, found)

    def _make_entries(self, item: Item, row: Row, *, is_only: bool) -> Iterable[Entry]:
        number = (
            item.mark_passage.cut(item.mark_passage.text.rindex(item.mark.text))
            if item.mark and item.mark_passage
            else None
        )
        if is_only and number is None and row.passages("number"):
            number = row.passages("number")[0]
        inner = find_mark(item.passages[0].text) if item.mark and len(item.mark.parts) > 1 and item.passages else None
        if number and inner and inner.parts:  # 1.1.1 (1) โครงการ…: a sub-mission before the project's number
            self._ledger.set_label(number)
            number = item.passages[0].cut(0, inner.end)
            item.passages[0] = item.passages[0].cut(inner.end)
        yield Entry(
            number, list(item.passages), self._mission, self._mission_passage, self._dimension, self._dimension_passage
        )
        for child in item.children:
            yield from self._make_entries(child, row, is_only=False)

    def _goes_on(self) -> bool:
        """Tell whether a row's project has no number where all others have one: it goes on from the row above."""
        return bool(self.entries) and self.entries[-1].number is not None

    def _give_back(self, row: Row) -> None:
        """At the top of a page, words before the first item belong to the project of the page before."""
        self._given_back.clear()
        if not row.passages("project"):
            return
        for key in ("results", "outcomes"):
            parts = [part for passage in row.passages(key) for part in split_inline(passage)]
            marked = next((at for at, part in enumerate(parts) if find_mark(part.text)), 0)
            if marked and self.entries[-1].cells.get(key):
                self.entries[-1].cells[key] += parts[:marked]
                self._given_back.add(key)
                row.cells[key].passages[:] = parts[marked:]

    def _share(self, row: Row, entries: list[Entry], *, continued: bool = False) -> None:
        """Give the cells of a row to its projects."""
        if not entries:
            return
        for key, cell in row.cells.items():
            if key in {"dimension", "mission", "project", "number"}:
                continue
            passages = cell.passages
            if len(entries) == 1:
                entries[0].cells.setdefault(key, []).extend(passages)
            elif key in {"results", "outcomes", "note", "status"}:
                self._share_texts(key, passages, entries, continued=continued)
            else:
                amounts = [amount for passage in passages for amount in find_amounts(passage)]
                is_nothing = all(NO_BUDGET.fullmatch(amount.text) for amount in amounts)
                for index, entry in enumerate(entries):
                    if len(amounts) == len(entries):
                        entry.cells.setdefault(key, []).append(amounts[index])
                    elif is_nothing and not (continued and index == 0 and entry.cells.get(key)):
                        entry.cells.setdefault(key, []).extend(passages)
                if len(amounts) != len(entries) and not is_nothing:
                    entries[0].cells.setdefault(key, []).extend(passages)
                    entries[0].doubt = "แถวนี้ในตารางมีหลายโครงการ จำนวนเงินอาจเป็นของโครงการถัดไป"

    def _share_texts(self, key: str, passages: list[Passage], entries: list[Entry], *, continued: bool) -> None:
        if continued and key in self._given_back:
            entries, continued = entries[1:], False
        groups = _group_lists(passages, len(entries), continued=continued)
        if len(groups) != len(entries) > 1:
            entries[0].cells.setdefault(key, []).extend(passages)
            entries[0].doubt = "แถวนี้ในตารางมีหลายโครงการ ข้อความอาจเป็นของโครงการถัดไป"
            return
        for entry, group in zip(entries, groups if len(entries) > 1 else [passages], strict=True):
            entry.cells.setdefault(key, []).extend(group)

    def take_projects(self) -> list[RecordRef]:
        """Take number, name and mission of every project; return the record of each entry."""
        records = []
        for index, entry in enumerate(self.entries, 1):
            name = self._ledger.read(entry.name)
            key = entry.key or str(index)
            record = RecordRef("project", key, name)
            records.append(record)
            if entry.number and entry.key:
                self._ledger.take(record, ("number",), entry.number, key)
            elif entry.number:
                self._ledger.set_label(entry.number)
            self._ledger.take(record, ("name",), entry.name)
            if entry.mission and entry.mission_passage:
                self._ledger.take(record, ("mission",), entry.mission_passage, entry.mission)
            elif entry.dimension and entry.dimension_passage:
                self._ledger.take(record, ("dimension",), entry.dimension_passage, entry.dimension)
        for number, passages in self._titles.items():
            take_title(self._ledger, self._known, number, passages)
        return records


def find_titles(period: str) -> dict[str, str]:
    """Return the standard titles of a period's dimensions and missions, by their numbers."""
    framework = find_framework(period)
    if framework is None:
        return {}
    return {**{str(number): title for number, title in framework.dimensions.items()}, **framework.missions}


def take_title(ledger: Ledger, known: dict[str, str], number: str, passages: list[Passage]) -> None:
    """Take the title of a dimension or mission: a label where it is the known one, however OCR spells it."""
    title = squeeze(ledger.read(passages))
    standard = squeeze(known.get(number, ""))
    if not number or (standard and SequenceMatcher(None, title, standard).ratio() >= _SAME_TITLE):
        ledger.set_label(*passages)
        return
    ledger.take(PLAN, ("missions" if "." in number else "dimensions", number), passages)


def _group_lists(passages: list[Passage], count: int, *, continued: bool) -> list[list[Passage]]:
    """Cut a cell's passages into as many groups as the row has projects: by lists, else by items."""
    parts = [part for passage in passages for part in split_inline(passage)]
    if not parts:
        return []
    lists: list[list[Passage]] = []
    before = None
    for part in parts:
        mark = find_mark(part.text)
        begins = mark and (before is None or mark.style != before.style or (mark.parts and mark.parts[0] == 1))
        if not lists or begins:
            lists.append([])
        lists[-1].append(part)
        before = mark or before
    if len(lists) == count:
        return lists
    items: list[list[Passage]] = []
    for part in parts:
        if items and not find_mark(part.text) and not (continued and len(items) == 1):
            items[-1].append(part)
        else:
            items.append([part])
    return items if len(items) == count else []


def take_plan_money(entry: Entry, record: RecordRef, ledger: Ledger) -> None:
    """Take the money of each year; the same in every year is one amount."""
    years = {key.split()[1]: cell for key, cell in entry.cells.items() if key.startswith("year ")}
    amounts = {year: found[0] for year, cell in years.items() if (found := [a for p in cell for a in find_amounts(p)])}
    values = {year: read_number(amount.text) for year, amount in amounts.items()}
    if len(set(values.values())) == 1 and len(values) == len(years):
        ledger.take(record, ("budget",), list(amounts.values()), next(iter(values.values())), entry.doubt)
    else:
        for year, amount in amounts.items():
            ledger.take(record, ("budget", "by_year", year), amount, values[year], entry.doubt)
    for cell in years.values():
        label_units(ledger, cell)
    if note := entry.cells.get("note"):
        ledger.take(record, ("note",), note)


def label_units(ledger: Ledger, passages: Iterable[Passage]) -> None:
    """Take words such as จำนวน and บาท around an amount as labels."""
    for passage in passages:
        for match in re.finditer(r"จำนวน|บาท|โครงการ|ร้อยละ|คะแนน|รวม(?:ทั้งสิ้น|ทั้งหมด)?", passage.text):
            ledger.set_label(passage.cut(*match.span()))


def take_sums(table: ProjectTable, ledger: Ledger, record: RecordRef) -> None:
    """Take the rows of sums as figures that the document declares."""
    years = table.years
    for dimension, row in table.sums:
        base: Path = ("declared", "dimensions", dimension) if dimension else ("declared",)
        keys: list[Path]
        if years:
            keys = [(*base, "budgets", year) for year in years]
            columns = [f"year {year}" for year in years]
        else:
            columns = ["planned", "disbursed"]
            keys = [(*base, key) for key in columns]
        amounts: list[Passage] = []
        for cell in row.all:
            for passage in cell.passages:
                count = _COUNT.search(passage.text) or _CUT_COUNT.fullmatch(passage.text)
                if count:
                    ledger.take(
                        record, (*base, "projects"), passage.cut(*count.span("count")), read_number(count["count"])
                    )
                elif not re.match("รวม|ม(?:ิ)?ติ", squeeze(passage.text)):
                    amounts += find_amounts(passage)
                else:
                    ledger.set_label(passage)
            label_units(ledger, cell.passages)
        in_columns = [[a for passage in row.passages(column) for a in find_amounts(passage)] for column in columns]
        if len(amounts) != len(keys) and all(len(found) == 1 for found in in_columns):
            others = [amount for amount in amounts if all(amount not in found for found in in_columns)]
            amounts = [found[0] for found in in_columns] + others
        for key, amount in zip(keys, amounts, strict=False):
            ledger.take(record, key, amount, read_number(amount.text).replace("ไม่ใช้งบประมาณ", "0"))
        for amount in amounts[len(keys) :]:
            if amount.text in {"-", "–"}:
                ledger.set_label(amount)


def take_progress(entry: Entry, record: RecordRef, ledger: Ledger) -> None:
    """Take what a results table says of one project."""
    for key in ("planned", "ordinance", "disbursed"):
        amounts = [amount for passage in entry.cells.get(key, []) for amount in find_amounts(passage)]
        values = [read_number(amount.text) for amount in amounts]
        if amounts:
            same = amounts if len(set(values)) == 1 else amounts[:1]
            ledger.take(record, (key,), same, values[0], entry.doubt)
            label_units(ledger, entry.cells[key])
    for key in ("results", "outcomes"):
        take_list(entry.cells.get(key, []), ledger, record, (key,), is_cell=True, doubt=entry.doubt)
    has_status = take_status(entry.cells.get("status", []), ledger, record)
    if note := entry.cells.get("note"):
        if ledger.read(note) in {"-", "–"}:
            ledger.set_label(*note)
        elif has_status or not is_status(ledger.read(note)) or not take_status(note, ledger, record):
            ledger.take(record, ("remark",), note)
