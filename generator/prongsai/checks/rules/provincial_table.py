"""ตารางระดับจังหวัดต้องไม่ขัดกันเอง และแถวของหน่วยงานต้องตรงกับผลที่คำนวณได้

ตรวจแถวของหน่วยงานกับร้อยละ เครื่องหมาย * และระดับที่คำนวณจากผลรายโครงการ (เมื่อตารางกับรายงานเป็นข้อมูลวันเดียวกัน)
ระดับที่ขัดกับร้อยละของแถวอื่น เครื่องหมาย * ที่ร้อยละไม่ถึง 100 จำนวนมาก/ปานกลาง/น้อย ชื่อที่ซ้ำ และอำเภอหรือจังหวัดของหน่วยงาน
ชื่อเดียวกันในคนละอำเภอเป็นคนละหน่วยงาน
เหตุที่สำคัญ: ตารางนี้ใช้เปรียบเทียบหน่วยงานทั้งจังหวัด แถวที่ผิดทำให้เข้าใจหน่วยงานของตนหรือเพื่อนบ้านผิด

ไม่ผ่าน: หน่วยงานหนึ่งร้อยละ 90.00 ระดับปานกลาง อีกหน่วยงานร้อยละ 83.33 ระดับมาก
ไม่ผ่าน: percent: 90.00 และ capped: true
ผ่าน: ร้อยละ 90.00 ระดับมาก และร้อยละ 73.33 ระดับปานกลาง
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from prongsai.checks.subjects.declared import count_missing, is_round_read, is_same_percent
from prongsai.figures.implementation import Level, compute_level_counts
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import RoundKey
from prongsai.records.lao import Lao
from prongsai.records.place_names import name_district, strip_place_kind
from prongsai.records.progress import LevelName, ProvincialRow, ProvincialTable
from prongsai.records.provinces import PROVINCES
from prongsai.thai.text import compact

ID = "provincial-table"
SEVERITY = Severity.WARNING
_FIX = "เทียบกับตารางของจังหวัด แล้วแก้แถวที่บันทึกผิด"
_RANKS = {LevelName.LOW: 0, LevelName.MEDIUM: 1, LevelName.HIGH: 2}
_FULL = Decimal(100)


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what is wrong in the provincial tables."""
    for key, report in loaded.dossier.rounds.items():
        if report.provincial is not None:
            yield from _Table(loaded, key, report.provincial, loaded.dossier.lao).find_all()


class _Table:
    """One provincial table and whose report it stands in."""

    def __init__(self, loaded: LoadedDossier, key: RoundKey, table: ProvincialTable, lao: Lao) -> None:
        self.loaded = loaded
        self.key = key
        self.table = table
        self.lao = lao
        self.province = strip_place_kind(table.province)
        self.ids = [(compact(row.lao), name_district(row.district, self.province)) for row in table.rows]

    def find_all(self) -> Iterator[Problem]:
        """Yield what is wrong; the level of the LAO's own row is compared with ours or with the other rows."""
        own = self._find_own()
        placed = list(self._check_place(own))
        yield from placed
        level = self._compute_level() if own is not None and not placed else None  # maybe another LAO of that name
        is_told = False
        if own is not None and level is not None:
            row = self.table.rows[own]
            is_told = not is_same_percent(row.percent, level.percent) or row.level is not level.name
            yield from self._check_own(own, row, level)
        yield from self._check_levels(own if is_told else None)
        yield from self._check_rows()
        yield from self._check_counts()

    def _tell(self, path: DataPath, message: str, *related: DataPath, fix: str = _FIX) -> Problem:
        name = f"progress/{self.key.slug}"
        places = tuple(self.loaded.sources.where(name, "provincial", *place) for place in related)
        return Problem(self.loaded.sources.where(name, "provincial", *path), ID, SEVERITY, message, fix, places)

    def _find_own(self) -> int | None:
        """Return the LAO's own row; of several with its name only the one in its district can be its own."""
        name = compact(self.lao.full_name)
        named = [index for index, (row_name, _) in enumerate(self.ids) if row_name == name]
        district = name_district(self.lao.district or "", strip_place_kind(self.lao.province))
        exact = [index for index in named if self.ids[index][1] == district]
        return exact[0] if exact else named[0] if len(named) == 1 else None

    def _check_place(self, own: int | None) -> Iterator[Problem]:
        """Yield a province or district that is not the LAO's, in a table that has a row of the LAO."""
        if own is None:
            return
        table, lao, row = self.table, self.lao, self.table.rows[own]
        fix = "เทียบกับตารางของจังหวัด แล้วแก้ชื่อจังหวัดหรืออำเภอในตาราง หรือใน lao.yml"
        is_misspelt = lao.province not in PROVINCES and self.province in PROVINCES  # told by unknown-province
        if self.province != strip_place_kind(lao.province) and not is_misspelt:
            message = (
                f"ตารางเป็นของจังหวัด{self.province} แต่มีแถวของ{lao.full_name}ซึ่งอยู่จังหวัด{strip_place_kind(lao.province)}"
            )
            yield self._tell(("province",), message, ("rows", own, "lao"), fix=fix)
        if lao.district is None:
            return
        district = name_district(lao.district, strip_place_kind(lao.province))
        if self.ids[own][1] != district:
            message = f"แถวของ{lao.full_name}อยู่อำเภอ{strip_place_kind(row.district)} แต่หน่วยงานอยู่อำเภอ{strip_place_kind(lao.district)}"
            yield self._tell(("rows", own, "district"), message, fix=fix)
        elif table.district is not None and name_district(table.district, self.province) != district:
            message = (
                f"ตารางเป็นของอำเภอ{strip_place_kind(table.district)} "
                f"แต่มีแถวของ{lao.full_name}ซึ่งอยู่อำเภอ{strip_place_kind(lao.district)}"
            )
            yield self._tell(("district",), message, ("rows", own, "district"), fix=fix)

    def _check_own(self, own: int, row: ProvincialRow, level: Level) -> Iterator[Problem]:
        """Yield what of the LAO's own row differs from its computed level; one cause is told once."""
        fix = "เทียบกับตารางของจังหวัด แล้วแก้แถวนี้หรือผลรายโครงการที่บันทึกผิด"
        if not is_same_percent(row.percent, level.percent):
            message = f"ตารางระบุ{self.lao.full_name} ร้อยละ {row.percent} แต่ผลรายโครงการคำนวณได้ร้อยละ {level.percent}"
            yield self._tell(("rows", own, "percent"), message, fix=fix)
            return
        if row.capped != level.is_capped and row.percent >= _FULL:
            found = "พิมพ์เครื่องหมาย *" if row.capped else "ไม่พิมพ์เครื่องหมาย *"
            computed = "เกินร้อยละ 100" if level.is_capped else "ไม่เกินร้อยละ 100"
            message = f"ตาราง{found} ที่แถวของ{self.lao.full_name} แต่ผลรายโครงการคำนวณได้{computed}"
            yield self._tell(("rows", own, "capped"), message, fix="เทียบกับตารางของจังหวัด แล้วแก้ capped ของแถวนี้")
        if row.level is not level.name:
            message = (
                f"ตารางระบุ{self.lao.full_name} ระดับ “{row.level.label}” "
                f"แต่ร้อยละ {level.percent} ตามเกณฑ์ที่ตั้งไว้คือระดับ “{level.name.label}”"
            )
            fix = "เทียบกับตารางของจังหวัด แล้วแก้ level ของแถวนี้ หรือเกณฑ์ level_thresholds ใน lao.yml"
            yield self._tell(("rows", own, "level"), message, fix=fix)

    def _compute_level(self) -> Level | None:
        """Return our level where it can be compared: all records read and named, and of the table's day."""
        figures = self.loaded.ledger.by_round.get(self.key)
        if figures is None or not is_round_read(self.loaded, self.key):
            return None
        report = figures.report
        if report.as_of is not None and self.table.as_of is not None and report.as_of != self.table.as_of:
            return None
        named = {number: sums.counts.total for number, sums in figures.by_dimension.items()}
        return None if count_missing(report.declared, named).total else figures.level

    def _check_levels(self, told: int | None) -> Iterator[Problem]:
        """Yield rows whose level contradicts another row's percent; of two readings the one that blames fewer rows."""
        rows = [(index, row) for index, row in enumerate(self.table.rows) if index != told]
        by_percent = sorted(rows, key=lambda item: item[1].percent)
        too_high = _find_pairs(by_percent[::-1], lambda other, row: other.percent >= row.percent, -1)
        too_low = _find_pairs(by_percent, lambda other, row: other.percent <= row.percent, 1)
        for index, other in sorted(too_low if len(too_low) < len(too_high) else too_high):
            row = self.table.rows[index]
            against = self.table.rows[other]
            message = (
                f"{row.lao} ร้อยละ {row.percent} ระดับ “{row.level.label}” "
                f"แต่{against.lao} ร้อยละ {against.percent} ระดับ “{against.level.label}”"
            )
            yield self._tell(("rows", index, "level"), message, ("rows", other, "level"))

    def _check_rows(self) -> Iterator[Problem]:
        first: dict[tuple[str, str], int] = {}
        for index, (row, identity) in enumerate(zip(self.table.rows, self.ids, strict=True)):
            if row.capped and row.percent < _FULL:
                message = f"{row.lao} มีเครื่องหมาย * ซึ่งหมายถึงเกินร้อยละ 100 แต่ระบุร้อยละ {row.percent}"
                yield self._tell(("rows", index, "capped"), message)
            if identity in first:
                message = f"{row.lao} อำเภอ{strip_place_kind(row.district)} อยู่ในตารางซ้ำสองแถว"
                yield self._tell(("rows", index, "lao"), message, ("rows", first[identity], "lao"))
            first.setdefault(identity, index)

    def _check_counts(self) -> Iterator[Problem]:
        counts = compute_level_counts(row.level for row in self.table.rows)
        for level in LevelName:
            declared, counted = getattr(self.table.declared, level.value), getattr(counts, level.value)
            if declared is not None and declared != counted:
                message = f"ตารางระบุระดับ “{level.label}” {declared} แห่ง แต่ในตารางมี {counted} แห่ง"
                fix = "เทียบกับตารางของจังหวัด แล้วแก้จำนวนใน declared หรือแถวที่ขาดหรือเกิน"
                yield self._tell(("declared", level.value), message, fix=fix)


def _find_pairs(
    rows: list[tuple[int, ProvincialRow]], is_beyond: Callable[[ProvincialRow, ProvincialRow], bool], side: int
) -> list[tuple[int, int]]:
    """Return each row that the farthest row of a lower (side -1) or higher (1) level contradicts, with that row.

    Args:
        rows: The rows, the farthest percent first.
        is_beyond: Tells whether the other row's percent is as far as this one's, or farther.
        side: On which side the other row's level stands.
    """
    farthest: dict[int, tuple[int, ProvincialRow]] = {}
    for index, row in rows:
        farthest.setdefault(_RANKS[row.level], (index, row))
    pairs = []
    for index, row in rows:
        others = [found for rank, found in farthest.items() if (rank - _RANKS[row.level]) * side > 0]
        against = next((other for other, found in others if is_beyond(found, row)), None)
        if against is not None:
            pairs.append((index, against))
    return pairs
