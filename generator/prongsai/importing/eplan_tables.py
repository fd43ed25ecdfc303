"""The tables of e-PlanNACC: statuses of projects (E6), figures by dimension (E1, E2-E4), counts (E5), the province (E7)."""

from __future__ import annotations

import re

from prongsai.importing.columns import Columns, Row
from prongsai.importing.ledger import Ledger, Path, RecordRef
from prongsai.importing.reading_values import AMOUNT, find_amounts, find_date, read_number
from prongsai.importing.source import CellText, Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.importing.statuses import EMPTY_SIGNS, take_status
from prongsai.records.progress import LevelName, Status
from prongsai.thai.digits import to_arabic

REPORT = RecordRef("report")
_STATUS_COLUMNS = {
    "number": "ลำดับ(?:ที่)?|ที่",
    "project": "(?:รายการ|ชื่อ)?โครงการ.{0,40}",
    "dimension": "มิ?ติ(?:ที่)?",
    "mission": "ภารกิจ(?:ตาม)?(?:มิ?ติ)?",
    "planned": "งบประมาณ(?:ตามแผน)?(?:\\(บาท\\))?",
    "ordinance": "(?:งบประมาณ)?ตาม(?:ข้อบัญญัติ|เทศบัญญัติ).{0,30}",
    "disbursed": "(?:งบประมาณ)?(?:ที่)?(?:การ)?(?:เบิกจ่าย|ใช้จ่าย|ใช้จริง).{0,12}",
    "waiting": "รอ(?:การ)?รายงาน",
    "in_progress": "อยู่?ระหว่าง(?:การ)?ดำเนินการ",
    "done": "ดำเนินการ(?:แล้ว)?เสร็จ(?:สิ้น)?|แล้วเสร็จ",
    "cannot": "ไม่สามารถดำเนินการ(?:ได้)?",
    "status": "สถานะ.{0,40}",
    "note": "หมายเหตุ.{0,20}",
}  # fmt: skip
_TICKED = (
    ("waiting", Status.WAITING),
    ("in_progress", Status.IN_PROGRESS),
    ("done", Status.DONE),
    ("cannot", Status.CANNOT),
)
_LEVELS = {name: level for level in LevelName for name in (level.label, *level.aliases)}
_LEVEL = re.compile("|".join(sorted(_LEVELS, key=len, reverse=True)))


class StatusTable:
    """E6: a project a row, several tables as one."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin without a row."""
        self._ledger = ledger
        self._columns = Columns(_STATUS_COLUMNS)
        self._last: RecordRef | None = None
        self._notes: dict[RecordRef, list[Passage]] = {}
        self.names: list[str] = []

    def add(self, table: TableText) -> None:
        """Take the rows of a table."""
        for row in self._columns.iter_rows(table, self._ledger):
            if row.words.startswith("รวม"):
                self._take_sums(row)
                continue
            name = row.passages("project")
            number = row.passages("number")
            if not name or (not number and not any(row.passages(key) for key, _ in _TICKED)):
                if self._last and (note := row.passages("note")):
                    self._notes[self._last] += note
                continue
            self._take_row(row.cells, name, number)

    def _take_sums(self, row: Row) -> None:
        """The sums of money, and how many projects have each status."""
        counts = {key: row.cells[key] for key, _ in _TICKED if key in row.cells}
        _take_totals(
            [cell for cell in row.all if cell not in counts.values()],
            self._ledger,
            ("declared",),
            ("planned", "disbursed"),
        )
        for key, cell in counts.items():
            for passage in cell.passages:
                if re.fullmatch("[0-9๐-๙]{1,3}", passage.text):
                    self._ledger.take(REPORT, ("declared", key), passage, read_number(passage.text))

    def _take_row(self, cells: dict[str, CellText], name: list[Passage], number: list[Passage]) -> None:
        ledger = self._ledger
        shown = ledger.read(name)
        self.names.append(shown)
        key = squeeze(shown)
        project, progress = RecordRef("project", key, shown), RecordRef("progress", key, shown)
        if number:
            ledger.take(project, ("eplan_number",), number, read_number(number[0].text.rstrip(".)")))
        ledger.take(project, ("eplan_name",), name)
        if "dimension" in cells and (digit := re.search("[0-9๐-๙]", cells["dimension"].text)):
            passage = cells["dimension"].passages[0]
            ledger.take(project, ("dimension",), passage.cut(*digit.span()), to_arabic(digit[0]))
            ledger.set_label(*cells["dimension"].passages)
        for money in ("planned", "ordinance", "disbursed"):
            if money in cells and (amounts := find_amounts(cells[money].passages[0])):
                ledger.take(progress, (money,), amounts[0], read_number(amounts[0].text))
        self._take_status(cells, progress)
        self._last = progress
        self._notes.setdefault(progress, []).extend(cells["note"].passages if "note" in cells else [])

    def _take_status(self, cells: dict[str, CellText], progress: RecordRef) -> None:
        ticked = []
        for key, status in _TICKED:
            if key not in cells:
                continue
            if squeeze(cells[key].text) in EMPTY_SIGNS:
                self._ledger.set_label(*cells[key].passages)
            else:
                ticked.append((status, cells[key]))
        for status, cell in ticked:
            doubt = "มีเครื่องหมายมากกว่าหนึ่งสถานะ" if len(ticked) > 1 else ""
            self._ledger.take(progress, ("status",), cell.passages, status.label, doubt)
        if not ticked and "status" in cells:
            take_status(cells["status"].passages, self._ledger, progress)

    def finish(self) -> None:
        """Take the remarks, which may go on over several rows."""
        for progress, notes in self._notes.items():
            if self._ledger.read(notes) in EMPTY_SIGNS:
                self._ledger.set_label(*notes)
            elif notes:
                self._ledger.take(progress, ("eplan_remark",), notes)


def _take_totals(cells: list[CellText], ledger: Ledger, base: Path, keys: tuple[str, ...]) -> None:
    amounts = [passage for cell in cells for passage in cell.passages if re.fullmatch(AMOUNT, passage.text)]
    for key, passage in zip(keys, amounts, strict=False):
        ledger.take(REPORT, (*base, key), passage, read_number(passage.text))
    ledger.set_label(*(passage for cell in cells for passage in cell.passages if passage.text.startswith("รวม")))


_E1_KEYS = ("projects", "done", "planned", "ordinance", "disbursed", "projects_percent", "budget_percent")
# The memo's table; what was not done is under way or given up, and no figure of the records.
_MEMO_KEYS = ("projects", "planned", "done", "disbursed", "", "projects_percent", "budget_percent")
_FIGURE = re.compile(rf"{AMOUNT}|[-–]")


def read_by_dimension(table: TableText, ledger: Ledger) -> None:
    """E1: a dimension a row, the sum at the end; the columns are in the order of e-Plan, or of a memo."""
    has_head = True
    is_memo = any("ไม่ได้ดำเนินการ" in squeeze(cell.text) for row in table.rows[:3] for cell in row)
    keys = _MEMO_KEYS if is_memo else _E1_KEYS
    for row in table.rows:
        numbers = [passage for cell in row for passage in cell.passages if _FIGURE.fullmatch(passage.text)]
        is_sum = squeeze(row[0].text).startswith("รวม")
        if has_head and len(numbers) < 6:
            ledger.set_label(*(passage for cell in row for passage in cell.passages))
            continue
        has_head = False
        ledger.set_label(*(passage for cell in row for passage in cell.passages if passage not in numbers))
        base: Path = ("declared",)
        if not is_sum and len(numbers) > len(keys):
            dimension, *numbers = numbers
            base = ("declared", "dimensions", to_arabic(dimension.text))
            ledger.set_label(dimension)
        elif not is_sum:
            found = next(
                (m[1] for cell in row if (m := re.search(r"ติ(?:ที่)?([0-9])", to_arabic(squeeze(cell.text))))), ""
            )
            base = ("declared", "dimensions", found) if found else base
        for key, number in zip(keys, numbers, strict=False):
            value = read_number(number.text).replace("ไม่ใช้งบประมาณ", "0")
            if number.text in {"-", "–"} and (key not in {"planned", "ordinance", "disbursed"}):
                ledger.set_label(number)
            elif key:
                ledger.take(REPORT, (*base, key), number, value)


def read_pairs(table: TableText, ledger: Ledger, money: str) -> None:
    """E2 and E3: projects and money of each dimension side by side, the sum last."""
    for row in table.rows:
        numbers = [passage for cell in row for passage in cell.passages if re.fullmatch(AMOUNT, passage.text)]
        if len(numbers) < 4:
            ledger.set_label(*(passage for cell in row for passage in cell.passages))
            continue
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        for index, (count, amount) in enumerate(pairs, 1):
            is_sum = index == len(pairs)
            base: Path = ("declared",) if is_sum else ("declared", "dimensions", str(index))
            ledger.take(REPORT, (*base, "projects"), count, read_number(count.text))
            ledger.take(REPORT, (*base, money), amount, read_number(amount.text))


def read_disbursed(table: TableText, ledger: Ledger) -> None:
    """E4: planned, ordinance and disbursed money of each dimension."""
    for row in table.rows:
        numbers = [passage for cell in row[1:] for passage in cell.passages if re.fullmatch(AMOUNT, passage.text)]
        words = to_arabic(squeeze(row[0].text))
        ledger.set_label(*(passage for cell in row for passage in cell.passages if passage not in numbers))
        dimension = re.search("[0-9]", words)
        if len(numbers) < 2 or (not words.startswith("รวม") and dimension is None):
            continue
        base: Path = ("declared",)
        if dimension and not words.startswith("รวม"):
            base = ("declared", "dimensions", dimension[0])
        for key, number in zip(("planned", "ordinance", "disbursed"), numbers, strict=False):
            ledger.take(REPORT, (*base, key), number, read_number(number.text))


_COUNT_COLUMNS = {
    "minimum": "โครงการ.{0,4}ขั้นต่ำ.{0,30}",
    "projects": "(?:จำนวน)?โครงการ(?:/กิจกรรม/มาตรการ)?ทั้งหมด",
    "in_ordinance": "บรรจุใน.{0,60}",
    "waiting": "รอ(?:การ)?รายงาน",
    "in_progress": "อยู่?ระหว่างดำเนินการ",
    "done": "ดำเนินการแล้วเสร็จ|แล้วเสร็จ",
    "cannot": "ไม่สามารถดำเนินการได้",
    "level_percent": "ผลการนำแผน.{0,60}",
    "level": "ระดับ(?:การนำ)?.{0,30}",
}  # fmt: skip


def read_status_counts(table: TableText, ledger: Ledger) -> None:
    """E5: counts of projects by status, the level and its percentage."""
    for row in Columns(_COUNT_COLUMNS).iter_rows(table, ledger):
        for key, cell in row.cells.items():
            passage = cell.passages[0]
            if level := _LEVEL.search(passage.text):
                ledger.take(REPORT, ("declared", "level"), passage.cut(*level.span()), _LEVELS[level[0]].label)
            elif key in _COUNT_COLUMNS and (number := re.search(AMOUNT, passage.text)):
                ledger.take(REPORT, ("declared", key), passage.cut(*number.span()), read_number(number[0]))
                ledger.set_label(passage)


_PROVINCE_COLUMNS = {
    "number": "ลำดับ(?:ที่)?|ที่",
    "lao": "(?:ชื่อ)?(?:อปท\\.?|หน่วยงาน|องค์กรปกครองส่วนท้องถิ่น)",
    "district": "อำเภอ",
    "percent": "(?:ผล)?ร้อยละ.{0,20}",
    "level": "ระดับ.{0,30}",
}


def read_province(table: TableText, ledger: Ledger, index: int = 0) -> int:
    """E7: a local government a row, then how many have each level; return the next row's index."""
    for row in Columns(_PROVINCE_COLUMNS).iter_rows(table, ledger):
        words = squeeze(row.all[0].text)
        if words in _LEVELS or words.startswith("รวม"):
            level = _LEVELS.get(words)
            ledger.set_label(*row.all[0].passages)
            for passage in row.all[-1].passages if level and len(row.all) > 1 else ():
                ledger.take(REPORT, ("provincial", "declared", level.value), passage, read_number(passage.text))  # type: ignore[union-attr]
            continue
        if not row.passages("lao") or not row.passages("percent"):
            continue
        base: Path = ("provincial", "rows", index)
        index += 1
        ledger.set_label(*row.passages("number"))
        ledger.take(REPORT, (*base, "lao"), row.passages("lao"))
        ledger.take(REPORT, (*base, "district"), row.passages("district"))
        percent = row.passages("percent")[0]
        if number := re.search(AMOUNT, percent.text):
            ledger.take(REPORT, (*base, "percent"), percent.cut(*number.span()), read_number(number[0]))
        if star := re.search(r"\*", percent.text):
            ledger.take(REPORT, (*base, "capped"), percent.cut(*star.span()), "ใช่")
        if (level_cell := row.passages("level")) and (found := _LEVEL.search(level_cell[0].text)):
            ledger.take(REPORT, (*base, "level"), level_cell[0].cut(*found.span()), _LEVELS[found[0]].label)
    return index


_AS_OF = re.compile(r"\**\s*ข้อมูล\s*ณ\s*วันที่\s*")
_REPORTER = re.compile(
    r"(?:ชื่อ\s*[-–]\s*(?:สกุล|นามสกุล))?\s*(?:ชื่อ)?ผู้รายงาน\s*:?\s*(?P<name>.*?)\s*ตำแหน่ง\s*:?\s*(?P<position>.+)"
)
_PROVINCE = re.compile(r"ระดับจังหวัด\s*(?:ของ)?\s*จังหวัด\s?(?P<province>[ก-๙]+)")
_SUMMARY: tuple[tuple[str, str], ...] = (
    ("waiting", rf"รอ(?:การ)?รายงาน\D*({AMOUNT})"),
    ("in_progress", rf"อยู่ระหว่างดำเนินการ\D*({AMOUNT})"),
    ("cannot", rf"ไม่สามารถดำเนินการได้\D*({AMOUNT})"),
    ("done", rf"(?<!ไม่สามารถ)ดำเนินการแล้วเสร็จ\D*({AMOUNT})"),
    ("disbursed", rf"เบิกจ่าย(?:งบประมาณ)?\D*({AMOUNT})"),
    ("budget_percent", rf"เบิกจ่าย.*ร้อยละ\s*({AMOUNT})"),
    ("level_percent", rf"ระดับ.*ร้อยละ\s*({AMOUNT})"),
    (
        "projects",
        rf"โครงการ(?:/กิจกรรม/มาตรการ)?\s*(?:(?:ทั้งหมด|ทั้งสิ้น)\s*(?:จำนวน\s*)?|จำนวน\s*)({AMOUNT})",
    ),
)


def take_note(passage: Passage, ledger: Ledger, *, is_provincial: bool) -> bool:
    """Take a line below an e-Plan table: the day of its data, who reported; tell whether it is one."""
    if found := _AS_OF.match(passage.text):
        if date := find_date(passage):
            ledger.take(REPORT, ("provincial", "as_of") if is_provincial else ("as_of",), *date)
            ledger.set_label(passage.cut(0, found.end()))
        return True
    if match := _PROVINCE.search(passage.text):
        ledger.take(REPORT, ("provincial", "province"), passage.cut(*match.span("province")))
        ledger.set_label(passage)
        return True
    if match := _REPORTER.fullmatch(passage.text):
        if match["name"].strip(" .…"):
            ledger.take(REPORT, ("reporter_name",), passage.cut(*match.span("name")), doubt="ชื่อบุคคลจะเผยแพร่บนเว็บไซต์")
        ledger.take(REPORT, ("reporter",), passage.cut(*match.span("position")))
        ledger.set_label(passage)
        return True
    return False


def take_summary(passage: Passage, ledger: Ledger) -> bool:
    """Take the figures of one line of the summary; tell whether it has any."""
    taken = False
    for key, pattern in _SUMMARY:
        match = re.search(pattern, passage.text)
        if match and not (key == "projects" and taken):
            ledger.take(REPORT, ("declared", key), passage.cut(*match.span(1)), read_number(match[1]))
            taken = True
    if taken and (level := re.search(rf"ระดับ\s*({_LEVEL.pattern})", passage.text)):
        ledger.take(REPORT, ("declared", "level"), passage.cut(*level.span(1)), _LEVELS[level[1]].label)
    if taken:
        ledger.set_label(passage)
    return taken
