"""The OIT items of one ITA year: which of what they must show is in the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from prongsai.figures.round_results import RoundResults
from prongsai.records.dossier import Dossier, RoundKey
from prongsai.records.lao import OitCodes
from prongsai.records.measures import IntegrityMeasures, Measure
from prongsai.records.oit import OIT_YEARS, OitCertainty, OitKind
from prongsai.records.plan import Plan
from prongsai.records.progress import Round, RoundReport, Status

_ROUNDS = {OitKind.HALF_YEAR: Round.SIX, OitKind.ANNUAL: Round.TWELVE}
_ITA_WORDS = ("ITA", "คุณธรรมและความโปร่งใส")


class OitState(StrEnum):
    """How much of an item is there."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The Thai word shown to readers."""
        return {"complete": "ครบ", "partial": "ขาดบางส่วน", "missing": "ยังไม่มี"}[self.value]


class OitPart(NamedTuple):
    """One thing that an item must show: what, what of it is missing (both in Thai), whether any of it is there."""

    title: str
    lacks: str
    is_begun: bool


class OitItem(Struct, frozen=True):
    """One OIT item of one ITA year.

    Attributes:
        kind: What it asks for.
        code: Its code (O25); None where the year's codes are not known.
        certainty: How sure the code is.
        fiscal_year: Of the records that answer it (B.E.); that of the ITA year, or the one before.
        is_published: Whether those records are there at all, and so their page.
        parts: What it must show.
        paper: Id of the announcement that belongs to it.
    """

    kind: OitKind
    code: str | None
    certainty: OitCertainty
    fiscal_year: int
    is_published: bool
    parts: tuple[OitPart, ...]
    paper: str | None

    @property
    def title(self) -> str:
        """Its title with the year that it is about."""
        return f"{self.kind.label} พ.ศ. {self.fiscal_year}"

    @property
    def round(self) -> RoundKey | None:
        """The round whose report answers it, None for the plan and the measures."""
        return RoundKey(self.fiscal_year, _ROUNDS[self.kind]) if self.kind in _ROUNDS else None

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing, in Thai."""
        return tuple(part.lacks for part in self.parts if part.lacks)

    @property
    def state(self) -> OitState:
        """How much of it is there."""
        if not any(part.is_begun for part in self.parts):
            return OitState.MISSING
        return OitState.PARTIAL if self.lacks else OitState.COMPLETE


def compute_oit_items(dossier: Dossier, rounds: Mapping[RoundKey, RoundResults], year: int) -> tuple[OitItem, ...]:
    """Return the OIT items of an ITA year (B.E.) and what of them an LAO has published.

    Formula: a part is there when every project or measure that it is about has it; an item is complete when all its
    parts are there. The annual report and the measures' result are those of the fiscal year before. Of a year in the
    program's table, items without a code do not exist.
    Source: OIT items of the ITA assessments as in ``records/oit.py``; codes of ``Lao.oit`` win.
    """
    known = OIT_YEARS.get(year)
    own = dossier.lao.oit.get(year, OitCodes())
    items = []
    for kind in OitKind:
        own_code: str | None = getattr(own, kind.value)
        code = own_code or (getattr(known.codes, kind.value) if known else None)
        if code or not known:
            certainty = OitCertainty.OWN if own_code else known.certainty if known else OitCertainty.UNKNOWN
            fiscal_year = year - (kind in {OitKind.ANNUAL, OitKind.MEASURES_RESULT})
            record = _find_record(dossier, kind, fiscal_year)
            parts = tuple(_list_parts(rounds, kind, fiscal_year, record))
            paper = record.announcement if record else None
            items.append(OitItem(kind, code, certainty, fiscal_year, record is not None, parts, paper))
    return tuple(items)


def compute_oit_years(dossier: Dossier, rounds: Mapping[RoundKey, RoundResults]) -> dict[int, tuple[OitItem, ...]]:
    """Return the OIT items of every ITA year of which an LAO shows any, newest first.

    Formula: the years whose codes are known and those after the LAO's own records, without the years of which every
    item is missing and the LAO has no list of its own.
    Source: OIT items of the ITA assessments as in ``records/oit.py``.
    """
    used = {key.fiscal_year + (key.round is Round.TWELVE) for key in dossier.rounds}
    used |= {year + after for year in dossier.measures for after in (0, 1)}
    years = used | OIT_YEARS.keys() | dossier.lao.oit.keys() | dossier.oit_lists.keys()
    items = {year: compute_oit_items(dossier, rounds, year) for year in range(max(years), min(years) - 1, -1)}
    return {
        year: of_year
        for year, of_year in items.items()
        if year in dossier.oit_lists or any(item.state is not OitState.MISSING for item in of_year)
    }


def _find_record(dossier: Dossier, kind: OitKind, fiscal_year: int) -> Plan | RoundReport | IntegrityMeasures | None:
    if kind is OitKind.PLAN:
        plan = dossier.find_plan(fiscal_year)
        return None if plan is None or plan.is_reported else plan  # a report tells of a plan, it does not publish it
    if kind in _ROUNDS:
        return dossier.rounds.get(RoundKey(fiscal_year, _ROUNDS[kind]))
    return dossier.measures.get(fiscal_year)


def _list_parts(
    rounds: Mapping[RoundKey, RoundResults],
    kind: OitKind,
    fiscal_year: int,
    record: Plan | RoundReport | IntegrityMeasures | None,
) -> Iterator[OitPart]:
    """Without a record every part is missing."""
    if kind is OitKind.PLAN:
        projects = record.projects_in_force(fiscal_year) if isinstance(record, Plan) else ()
        yield _check_all("โครงการ", "โครงการ", [True for _ in projects])
        budgets = [project.budget.in_year(fiscal_year).is_known for project in projects]
        yield _check_all("วงเงิน (หรือระบุว่าไม่ใช้งบประมาณ)", "โครงการ", budgets)
        # A project without a period of its own shows the years in which it is in force.
        yield _check_all("ระยะเวลาดำเนินการ", "โครงการ", [True for _ in projects])
        yield _check(f"แผนที่ครอบคลุมปี {fiscal_year}", is_there=record is not None)
    elif kind in _ROUNDS:
        report = record if isinstance(record, RoundReport) else None
        round_ = rounds.get(RoundKey(fiscal_year, _ROUNDS[kind]))
        results = round_.results if round_ else ()
        title = "ความก้าวหน้า" if kind is OitKind.HALF_YEAR else "ผลการดำเนินงาน"
        yield _check_all(title, "โครงการ", [result.status is not Status.WAITING for result in results])
        yield _check_all("การใช้จ่ายงบประมาณ", "โครงการ", [result.disbursed.is_known for result in results])
        if kind is OitKind.ANNUAL:
            yield _check("ปัญหา/อุปสรรค", is_there=bool(report and (report.problems or report.eplan_problems)))
            yield _check("ข้อเสนอแนะ", is_there=bool(report and (report.suggestions or report.eplan_suggestions)))
    else:
        measures = record if isinstance(record, IntegrityMeasures) else None
        yield from (_list_measure_parts if kind is OitKind.MEASURES else _list_result_parts)(measures)


def _list_measure_parts(record: IntegrityMeasures | None) -> Iterator[OitPart]:
    """No key tells of the analysis and of how measures are followed up, so the words of the text do."""
    introduction = (*record.foreword, *record.introduction) if record else ()
    measures = _list_measures(record)
    texts = [*introduction, *(text for measure in measures for text in measure.methods)]
    is_analysed = any("วิเคราะห์" in text and any(word in text for word in _ITA_WORDS) for text in introduction)
    yield _check("การวิเคราะห์ผล ITA ปีก่อน", is_there=is_analysed)
    yield _check_all("วิธีดำเนินการ", "มาตรการ", [bool(measure.methods) for measure in measures])
    yield _check_all("ผู้รับผิดชอบ", "มาตรการ", [bool(measure.responsible_units) for measure in measures])
    yield _check_all("ระยะเวลาดำเนินการ", "มาตรการ", [measure.period is not None for measure in measures])
    is_followed = any("ติดตาม" in text or "รายงานผล" in text for text in texts)
    yield _check("การกำกับติดตาม", is_there=is_followed)


def _list_result_parts(record: IntegrityMeasures | None) -> Iterator[OitPart]:
    measures = _list_measures(record)
    yield _check_all("ผลการดำเนินงาน", "มาตรการ", [bool(measure.results) for measure in measures])
    yield _check_all("ผลลัพธ์/ความสำเร็จ", "มาตรการ", [bool(measure.outcomes) for measure in measures])


def _list_measures(record: IntegrityMeasures | None) -> list[Measure]:
    return [measure for section in record.sections for measure in section.measures] if record else []


def _check(title: str, *, is_there: bool) -> OitPart:
    return OitPart(title, "" if is_there else title, is_there)


def _check_all(title: str, unit: str, given: Sequence[bool]) -> OitPart:
    """A part that every project or measure must have."""
    missing = given.count(False)
    lacks = f"{title} {missing} จาก {len(given)} {unit}" if missing else ""
    return OitPart(title, lacks if given else title, any(given))
