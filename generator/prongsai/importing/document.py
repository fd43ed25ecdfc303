"""A whole document: its sections one after the other, each to what reads it."""

from __future__ import annotations

import re

from prongsai.importing.cards import read_card
from prongsai.importing.eplan_tables import (
    StatusTable,
    read_by_dimension,
    read_disbursed,
    read_pairs,
    read_province,
    read_status_counts,
    take_note,
    take_summary,
)
from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.letters import read_letter
from prongsai.importing.measures_table import MeasuresTable
from prongsai.importing.memos import read_memo
from prongsai.importing.narrative import read_project
from prongsai.importing.outline import Section, cut_sections
from prongsai.importing.plan_tables import (
    ProjectTable,
    find_titles,
    take_plan_money,
    take_progress,
    take_sums,
    take_title,
)
from prongsai.importing.reading_values import YEARS
from prongsai.importing.risk_tables import RiskTable, read_targets
from prongsai.importing.sections import MEASURES, PLAN, REPORT, read_text_section, take_introduction
from prongsai.importing.source import Source, TableText
from prongsai.importing.table_kinds import TableKind
from prongsai.importing.wording import DIMENSION, MISSION, TITLE_COUNT
from prongsai.reading.document import Document
from prongsai.thai.digits import to_arabic

_DEFAULT_PERIOD = "2566-2570"
_RESULT_TABLES = frozenset(
    {TableKind.RESULTS, TableKind.STATUSES, TableKind.RESULTS_BY_DIMENSION, TableKind.STATUS_COUNTS}
)
_EPLAN_TABLES = frozenset(
    {
        TableKind.STATUSES, TableKind.RESULTS_BY_DIMENSION, TableKind.BY_DIMENSION, TableKind.DISBURSED,
        TableKind.STATUS_COUNTS, TableKind.PROVINCE,
    }
)  # fmt: skip
_REPORT_SECTIONS = frozenset({"narrative", "problems", "suggestions", "supporting_factors"})
_PLAN_TEXTS = frozenset({"principles", "objectives", "goals", "benefits", "risks", "targets"})


class Reading:
    """What one document was found to be, and what was read from it."""

    def __init__(self, document: Document) -> None:
        """Read all of it."""
        self.ledger = Ledger(Source(document))
        self.sections = cut_sections(self.ledger.source)
        self.period = _find_period(self.ledger.source.text)
        self.owner = self._find_owner()
        self.round, self.year = _find_round(self.ledger.source.text, self.owner)
        self._read()
        self.kinds = self._find_kinds()

    def _find_kinds(self) -> list[str]:
        """Name what was found, in the order in which people think of it."""
        sections = {section.kind for section in self.sections}
        tables = {section.table for section in self.sections}
        letters = {section.number for section in self.sections if section.kind == "letter"}
        texts = {field.path[0] for field in self.ledger.fields if field.record == PLAN}
        found = {
            "plan": bool("card" in sections or TableKind.PLAN in tables or texts & _PLAN_TEXTS),
            "report": bool(TableKind.RESULTS in tables or sections & _REPORT_SECTIONS),
            "eplan": bool(tables & _EPLAN_TABLES),
            "measures": TableKind.MEASURES in tables,
            "announcement": "ประกาศ" in letters,
            "order": "คำสั่ง" in letters,
            "memo": "บันทึกข้อความ" in letters,
        }
        return [kind for kind, is_there in found.items() if is_there]

    def _find_owner(self) -> RecordRef:
        tables = {section.table for section in self.sections if section.table}
        if TableKind.MEASURES in tables:
            return MEASURES
        if TableKind.PLAN in tables or any(section.kind == "card" for section in self.sections):
            return PLAN
        head = self.ledger.source.text[:3000]
        if tables & _RESULT_TABLES or re.search("รายงานผลการ|รายงานสรุปผล", head):
            return REPORT
        return PLAN

    def _read(self) -> None:
        self._read_tables()
        cards = papers = told = 0
        table: TableKind | None = None
        measures_at = next((at for at, section in enumerate(self.sections) if section.table is TableKind.MEASURES), 0)
        for at, section in enumerate(self.sections):
            if section.kind == "card":
                cards += 1
                read_card(section, self.ledger, cards)
            elif section.kind in {"dimension", "mission"}:
                self._read_title(section)
            elif section.kind == "letter":
                (read_memo if section.number == "บันทึกข้อความ" else read_letter)(section, self.ledger, papers)
                papers += 1
            elif section.kind == "narrative":
                told += 1
                where = (section.dimension, section.dimension_passage) if section.dimension_passage else None
                read_project(section.passages, self.ledger, told, where)
            else:
                table = section.table or table
                self._take_lines(section, is_provincial=table is TableKind.PROVINCE)
                if self.owner == MEASURES and section.kind in {"cover", "body", "part"} and at < measures_at:
                    take_introduction([p for p in section.passages if self.ledger.is_open(p)], self.ledger)
                else:
                    read_text_section(section, self.ledger, self.owner)
        self._settle_missions()

    def _settle_missions(self) -> None:
        """A card stands under a sub-mission where the plan's table has the mission alone."""
        fields = [field for field in self.ledger.fields if field.path == ("mission",)]
        deep = {field.record for field in fields if field.value.count(".") > 1}
        self.ledger.drop(*(field for field in fields if field.record in deep and field.value.count(".") == 1))

    def _take_lines(self, section: Section, *, is_provincial: bool) -> None:
        """Take what stands below the tables of e-Plan, line by line."""
        for passage in section.passages:
            if not self.ledger.is_open(passage) or take_note(passage, self.ledger, is_provincial=is_provincial):
                continue
            if section.kind == "summary":
                take_summary(passage, self.ledger)

    def _read_title(self, section: Section) -> None:
        passage = section.heading[0]
        pattern = DIMENSION if section.kind == "dimension" else MISSION
        start = passage.text.find(passage.text.strip(" *"))
        match = pattern.match(passage.text, start)
        if match:
            title = passage.cut(match.start("title"))
            if section.kind == "dimension" and (count := TITLE_COUNT.search(title.text)):
                path = ("declared", "dimensions", section.number, "projects")
                if not any(field.path == path and field.record == self.owner for field in self.ledger.fields):
                    self.ledger.take(self.owner, path, title.cut(*count.span("count")), to_arabic(count["count"]))
                title = title.cut(0, count.start())
            take_title(self.ledger, find_titles(self.period), section.number, [title, *section.passages])
        self.ledger.set_label(passage)

    def _read_tables(self) -> None:
        by_kind: dict[TableKind, list[TableText]] = {}
        for section in self.sections:
            if section.table:
                by_kind.setdefault(section.table, []).extend(
                    part for part in section.parts if isinstance(part, TableText)
                )
        ledger = self.ledger
        if tables := by_kind.get(TableKind.PLAN):
            plan = ProjectTable(ledger, self.period, has_years=True)
            for table in tables:
                plan.add(table)
            records = plan.take_projects()
            for entry, record in zip(plan.entries, records, strict=True):
                take_plan_money(entry, record, ledger)
            take_sums(plan, ledger, PLAN)
        if tables := by_kind.get(TableKind.RESULTS):
            results = ProjectTable(ledger, self.period, has_years=False)
            for table in tables:
                results.add(table)
            records = results.take_projects()
            for entry, record in zip(results.entries, records, strict=True):
                take_progress(entry, RecordRef("progress", record.key, record.name), ledger)
            take_sums(results, ledger, REPORT)
        if tables := by_kind.get(TableKind.STATUSES):
            statuses = StatusTable(ledger)
            for table in tables:
                statuses.add(table)
            statuses.finish()
        if tables := by_kind.get(TableKind.MEASURES):
            measures = MeasuresTable(ledger)
            for table in tables:
                measures.add(table)
            measures.finish()
        if tables := by_kind.get(TableKind.RISKS):
            risks = RiskTable(ledger)
            for table in tables:
                risks.add(table)
            risks.finish()
        row = 0
        for table in by_kind.get(TableKind.TARGETS, ()):
            row = read_targets(table, ledger, row)
        for table in by_kind.get(TableKind.RESULTS_BY_DIMENSION, ()):
            read_by_dimension(table, ledger)
        for index, table in enumerate(by_kind.get(TableKind.BY_DIMENSION, ())):
            read_pairs(table, ledger, "ordinance" if index else "planned")
        for table in by_kind.get(TableKind.DISBURSED, ()):
            read_disbursed(table, ledger)
        for table in by_kind.get(TableKind.STATUS_COUNTS, ()):
            read_status_counts(table, ledger)
        row = 0
        for table in by_kind.get(TableKind.PROVINCE, ()):
            row = read_province(table, ledger, row)


def _find_period(text: str) -> str:
    """Return the plan's years as the document says them most often."""
    found = [f"{to_arabic(match['first'])}-{to_arabic(match['last'])}" for match in YEARS.finditer(text)]
    periods = [period for period in found if 2 <= int(period[5:]) - int(period[:4]) <= 5]
    return max(periods, key=periods.count) if periods else _DEFAULT_PERIOD


_ROUND = re.compile(r"รอบ\s*(?:ที่\s*[12]\s*)?\(?\s*(?P<months>6|12)\s*เดือน")
_FISCAL_YEAR = re.compile(r"(?:ปีงบประมาณ|ประจำปี|ปี|พ\.\s?ศ\.)\s*(?:พ\.?\s?ศ\.?\s*)?(?P<year>25[0-9]{2})(?!\s*[-–])")


def _find_round(text: str, owner: RecordRef) -> tuple[str, str]:
    """Return fiscal year and round of a report, and the fiscal year of measures; empty where the document does not say."""
    arabic = to_arabic(text)
    if owner == PLAN:
        return "", ""
    pairs = [
        (year["year"], months["months"])
        for months in _ROUND.finditer(arabic)
        for year in (
            [*_FISCAL_YEAR.finditer(arabic, max(0, months.start() - 60), months.start())][-1:]
            or [*_FISCAL_YEAR.finditer(arabic, months.end(), months.end() + 60)][:1]
        )
    ]
    years = [match["year"] for match in re.finditer(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?\s*)?(?P<year>25[0-9]{2})", arabic)]
    year = max(years, key=years.count) if years else ""
    rounds = {match["months"] for match in _ROUND.finditer(arabic)}
    if not pairs and len(rounds) == 1 and len(set(years)) == 1:
        pairs = [(year, rounds.pop())]
    if not pairs:
        return "", years[0] if years else year
    found = max(pairs, key=pairs.count)
    return f"{found[0]}-{int(found[1]):02d}", years[0] if years else found[0]
