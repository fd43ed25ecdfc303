"""ตัวเลขที่รายงานพิมพ์ไว้ต้องตรงกับผลรายโครงการ และต้องไม่ขัดกันเอง

ตรวจทุกตัวเลขใน declared ของรายงานแต่ละรอบกับตัวเลขที่คำนวณจากผลรายโครงการ ร้อยละกับจำนวนในแถวเดียวกัน
ระดับกับร้อยละของระดับ และยอดของทุกมิติกับยอดรวม ยอดเงินที่ยังไม่ทราบบางรายการจะเตือนเมื่อส่วนที่ทราบเกินยอดที่พิมพ์แล้ว
เหตุที่สำคัญ: ตัวเลขในรายงานที่ลงนามแล้วกับบนเว็บไซต์ต้องเป็นชุดเดียวกัน ประชาชนจึงจะตรวจสอบการใช้เงินได้

ไม่ผ่าน: รายงานพิมพ์ว่าแล้วเสร็จ 29 โครงการ แต่ผลรายโครงการแล้วเสร็จ 28 โครงการ
ไม่ผ่าน: รายงานพิมพ์เบิกจ่าย 178,050 บาท จากแผน 230,000 บาท เป็นร้อยละ 84.25 (ที่ถูกคือ 77.41)
ผ่าน: รายงานพิมพ์เบิกจ่าย 178,050 บาท จากแผน 230,000 บาท เป็นร้อยละ 77.41
ผ่าน: รายงานพิมพ์เบิกจ่าย 178,050 บาท ผลรายโครงการที่ทราบรวมกัน 150,000 บาท และไม่ทราบอีกหนึ่งโครงการ
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.checks.subjects.declared import (
    FIX,
    OWN_FIX,
    Column,
    count_missing,
    find_wrong_total,
    format_figure,
    is_contradicted,
    is_round_read,
    is_same_percent,
    keep_few,
    where_declared,
)
from prongsai.checks.subjects.plan_periods import find_period
from prongsai.figures.implementation import Level, compute_implementation_level, compute_level_name
from prongsai.figures.percent import compute_percent
from prongsai.figures.round_results import ProjectResult, ResultSums, compute_result_sums
from prongsai.figures.statuses import StatusCounts
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.frameworks import find_framework
from prongsai.records.progress import DeclaredFigures, DeclaredReport, RoundReport, Status

ID = "declared-report-figures"
SEVERITY = Severity.WARNING
_MOST = 100
_SUMMED = ("projects", "done", "planned", "ordinance", "disbursed")


class _Row(NamedTuple):
    """A declared row: one dimension's, or the total; ``sums`` is None where our figures are not complete."""

    scope: str
    path: DataPath
    declared: DeclaredFigures
    results: tuple[ProjectResult, ...]
    sums: ResultSums | None
    missing: int


class _Finding(NamedTuple):
    """A declared figure that is wrong: where it stands, what is told, the other places, what mends it."""

    path: DataPath
    message: str
    related: tuple[Where, ...] = ()
    fix: str = FIX


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield declared figures that the records, their own row or the declared dimensions contradict."""
    for key, report in loaded.dossier.rounds.items():
        if report.declared == DeclaredReport():
            continue
        name = f"progress/{key.slug}"
        round_ = _Round(loaded, key, report)
        told = set()
        for finding in round_.find_all():
            told.add(finding.path[-1])
            where = where_declared(loaded, name, "declared", *finding.path)
            yield Problem(where, ID, SEVERITY, finding.message, finding.fix, finding.related)
        for column in round_.list_columns():
            if not told.intersection(column.path):
                yield from find_wrong_total(loaded, name, column, ID, needed=round_.needed)


class _Round:
    """One report with what it declares and what its records give; without a plan they give nothing."""

    def __init__(self, loaded: LoadedDossier, key: RoundKey, report: RoundReport) -> None:
        self.loaded = loaded
        self.figures = loaded.ledger.by_round.get(key)
        self.results = self.figures.results if self.figures else ()
        self.key = key
        self.declared: DeclaredReport = report.declared
        self.ordinance = loaded.dossier.lao.type.vocabulary.ordinance
        named = (
            {number: sums.counts.total for number, sums in self.figures.by_dimension.items()} if self.figures else {}
        )
        self.missing = count_missing(self.declared, named)
        self.is_known = is_round_read(loaded, key)
        self.needed = self._list_dimensions()
        if self.is_known and not self.missing.total:
            self.needed = [number for number, count in named.items() if count]
        self.indexes = {record.project: index for index, record in enumerate(report.projects)}

    def _list_dimensions(self) -> list[int] | None:
        """Return the dimensions of the round's plan, or of the plans of its time; None where nobody knows them."""
        framework = find_framework(find_period(self.key.fiscal_year) or "")
        titles = self.figures.plan.dimension_titles if self.figures else framework and framework.dimensions
        return list(titles) if titles else None

    def find_all(self) -> Iterator[_Finding]:
        """Yield what is wrong, the total's row first."""
        for row in self._list_rows():
            if row.sums is not None:
                yield from self._compare_counts(row, row.sums)
                yield from self._compare_money(row, row.sums)
            yield from self._compare_percents(row)
        yield from self._compare_minimum()
        yield from self._compare_level()
        yield from self._compare_ticks()

    def list_columns(self) -> Iterator[Column]:
        """Yield the figures that are summed over the dimensions."""
        for name in _SUMMED:
            if name == "projects" and self.missing.total and self.is_known:
                continue  # told by projects-not-named
            parts = {
                number: _plain(getattr(row, name))
                for number, row in self.declared.dimensions.items()
                if getattr(row, name) is not None
            }
            yield Column((name,), self._label(name), _plain(getattr(self.declared, name)), parts)

    def _list_rows(self) -> Iterator[_Row]:
        total = self.figures.total if self.figures and self.is_known else None
        yield _Row("รวมทุกมิติ", (), self.declared, self.results, total, self.missing.total)
        for number, declared in self.declared.dimensions.items():
            results = tuple(result for result in self.results if result.project.dimension == number)
            sums = compute_result_sums(results) if self.is_known else None
            missing = self.missing.get_at_most(number, declared.projects)
            yield _Row(f"มิติที่ {number}", ("dimensions", number), declared, results, sums, missing)

    def _compare_counts(self, row: _Row, sums: ResultSums) -> Iterator[_Finding]:
        number = row.declared.projects
        if number is not None and number < sums.counts.total:
            message = f"{row.scope}: เอกสารระบุ {number} โครงการ แต่แผนของปีนี้มี {sums.counts.total} โครงการ"
            yield _Finding((*row.path, "projects"), message)
        for status in Status:
            declared = getattr(row.declared, status.value, None)
            counted: int = getattr(sums.counts, status.value)
            if declared is None or counted <= declared <= counted + row.missing:
                continue
            message = f"{row.scope}: เอกสารระบุ{status.label} {declared} โครงการ แต่ผลรายโครงการมี {counted} โครงการ"
            results = (result for result in row.results if result.status is status)
            yield _Finding((*row.path, status.value), message, self._places(results, "status"))

    def _compare_money(self, row: _Row, sums: ResultSums) -> Iterator[_Finding]:
        for name in ("planned", "ordinance", "disbursed"):
            declared, total = _plain(getattr(row.declared, name)), getattr(sums, name)
            if declared is None or not is_contradicted(Decimal(declared), total, row.missing):
                continue
            at_least = "" if total.is_complete and not row.missing else "อย่างน้อย"
            message = (
                f"{row.scope}: เอกสารระบุ{self._label(name)} {format_figure(declared)} "
                f"แต่รายโครงการรวมกัน{at_least} {format_figure(total.amount)}"
            )
            yield _Finding(
                (*row.path, name),
                message,
                self._places((result for result in row.results if getattr(result, name).amount), name),
            )

    def _compare_percents(self, row: _Row) -> Iterator[_Finding]:
        sums = row.sums if not row.missing else None
        for name, part_name, whole_name in (
            ("projects_percent", "done", "projects"),
            ("budget_percent", "disbursed", "planned"),
        ):
            percent = getattr(row.declared, name)
            part, whole = (_plain(getattr(row.declared, key)) for key in (part_name, whole_name))
            label = self._label(name)
            if percent is None or (name == "projects_percent" and percent > _MOST):  # that is told by value-range
                continue
            if part is not None and whole is not None:
                expected = compute_percent(part, whole)
                if not is_same_percent(percent, expected):
                    message = (
                        f"{row.scope}: เอกสารระบุ{label} {percent} "
                        f"แต่ {format_figure(part)} จาก {format_figure(whole)} ในแถวเดียวกันคือร้อยละ {expected}"
                    )
                    related = self._declared_places(row.path, part_name, whole_name)
                    yield _Finding((*row.path, name), message, related, OWN_FIX)
                continue
            computed = getattr(sums, name) if sums else None
            if computed is not None and not is_same_percent(percent, computed):
                message = f"{row.scope}: เอกสารระบุ{label} {percent} แต่ผลรายโครงการคำนวณได้ร้อยละ {computed}"
                yield _Finding((*row.path, name), message)

    def _compare_minimum(self) -> Iterator[_Finding]:
        declared, minimum = self.declared.minimum, self.loaded.dossier.lao.minimum_projects.get(self.key.fiscal_year)
        if declared is not None and minimum and declared != minimum:
            message = f"เอกสารระบุโครงการขั้นต่ำ {declared} โครงการ แต่ lao.yml กำหนดไว้ {minimum} โครงการ"
            related = (where_declared(self.loaded, "lao", "minimum_projects", self.key.fiscal_year),)
            fix = "เทียบกับเอกสารฉบับจริง แล้วแก้ minimum ใน declared หรือ minimum_projects ใน lao.yml"
            yield _Finding(("minimum",), message, related, fix)

    def _compare_level(self) -> Iterator[_Finding]:
        declared, thresholds = self.declared, self.loaded.dossier.lao.level_thresholds
        percent, is_own = declared.level_percent, False
        level = self.figures.level if self.figures and self.is_known and not self.missing.total else None
        if declared.done is not None and declared.in_progress is not None and declared.minimum:
            counts = StatusCounts(done=declared.done, in_progress=declared.in_progress)
            level, is_own = compute_implementation_level(counts, declared.minimum, thresholds), True
        if percent is not None and level is not None and not is_same_percent(percent, level.percent):
            yield self._tell_level_percent(percent, level, is_own=is_own)
        shown = [value for value in (percent, level.percent if level else None) if value is not None]
        names = [compute_level_name(value, thresholds) for value in shown]
        if declared.level is not None and names and declared.level not in names:
            message = (
                f"เอกสารระบุระดับการนำแผนไปปฏิบัติ “{declared.level.label}” "
                f"แต่ร้อยละ {shown[0]} ตามเกณฑ์ที่ตั้งไว้คือระดับ “{names[0].label}”"
            )
            fix = "เทียบกับเอกสารฉบับจริง แล้วแก้ level ใน declared หรือเกณฑ์ level_thresholds ใน lao.yml"
            yield _Finding(("level",), message, self._declared_places((), "level_percent"), fix)

    def _tell_level_percent(self, percent: Decimal, level: Level, *, is_own: bool) -> _Finding:
        declared = self.declared
        told = f"เอกสารระบุการนำแผนไปปฏิบัติร้อยละ {percent} แต่"
        if not is_own:
            return _Finding(("level_percent",), f"{told}ผลรายโครงการคำนวณได้ร้อยละ {level.percent}")
        message = (
            f"{told}แล้วเสร็จ {declared.done} และอยู่ระหว่างดำเนินการ {declared.in_progress} "
            f"จากขั้นต่ำ {declared.minimum} โครงการที่ระบุไว้คือร้อยละ {level.percent}"
        )
        related = self._declared_places((), "done", "in_progress", "minimum")
        return _Finding(("level_percent",), message, related, OWN_FIX)

    def _compare_ticks(self) -> Iterator[_Finding]:
        """Yield the declared number in the ordinance where the records tick other projects."""
        declared = self.declared.in_ordinance
        if declared is None or self.figures is None or not self.is_known:
            return
        ticks = self.figures.in_ordinance
        if ticks.number is None or ticks.is_declared:
            return
        if not ticks.number <= declared <= ticks.number + ticks.unknown + self.missing.total:
            at_least = "อย่างน้อย " if ticks.unknown else ""
            message = (
                f"เอกสารระบุว่าบรรจุใน{self.ordinance} {declared} โครงการ "
                f"แต่ผลรายโครงการระบุว่าบรรจุ{at_least or ' '}{ticks.number} โครงการ"
            )
            ticked = (result for result in self.results if result.progress and result.progress.in_ordinance)
            yield _Finding(("in_ordinance",), message, self._places(ticked, "in_ordinance"))

    def _places(self, results: Iterable[ProjectResult], name: str) -> tuple[Where, ...]:
        """Return where the records of some results say it; the planned money stands in the project's card."""
        sources, places = self.loaded.sources, []
        plan = self.figures.plan if self.figures else None
        for result in results:
            index = self.indexes.get(result.project.id)
            if plan and name == "planned" and (result.progress is None or result.progress.planned is None):
                places.append(sources.where_project(plan.period, result.project.id, "budget"))
            elif index is not None:
                places.append(sources.where_progress(self.key, index, name))
        return keep_few(places)

    def _declared_places(self, path: DataPath, *names: str) -> tuple[Where, ...]:
        row = self.declared.dimensions[int(path[1])] if path else self.declared
        known = [name for name in names if getattr(row, name) is not None]
        return tuple(
            where_declared(self.loaded, f"progress/{self.key.slug}", "declared", *path, name) for name in known
        )

    def _label(self, name: str) -> str:
        return {
            "projects": "",
            "done": Status.DONE.label,
            "planned": "งบประมาณตามแผน",
            "ordinance": f"งบประมาณตาม{self.ordinance}",
            "disbursed": "เบิกจ่าย",
            "projects_percent": "ร้อยละของโครงการ",
            "budget_percent": "ร้อยละของงบประมาณ",
        }[name]


def _plain(value: object) -> Decimal | int | None:
    """Return a count as it is, and money as its amount."""
    amount = getattr(value, "amount", value)
    return amount if isinstance(amount, Decimal | int) else None
