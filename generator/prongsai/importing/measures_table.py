"""Integrity measures: a table in sections, whose rows go on over pages."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from msgspec import Struct, field

from prongsai.importing.columns import Columns, Row
from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.listed import take_list, take_units
from prongsai.importing.lists import ends_open
from prongsai.importing.reading_values import read_number
from prongsai.importing.source import Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.reading.marks import find_mark
from prongsai.records.measures import SECTION_TITLES

MEASURES = RecordRef("measures")
_COLUMNS = {
    "number": "ลำดับ(?:ที่)?|ที่|ข้อ",
    "methods": "(?:วิธี(?:การ)?|ขั้นตอน(?:การ)?|แนวทาง(?:การ)?)(?:ดำเนิน(?:การ|งาน)|ปฏิบัติ).{0,20}|ขั้นตอนหรือวิธี.{0,20}",
    "title": "(?:ชื่อ)?มาตรการ.{0,30}|แนวทาง.{0,30}|ประเด็น.{0,40}",
    "responsible_units": "(?:ผู้|หน่วยงาน(?:ที่|ผู้)?|ส่วนราชการที่)รับผิดชอบ.{0,20}",
    "period": "(?:กรอบ)?ระยะเวลา.{0,30}|กำหนดเวลา.{0,20}|ช่วงเวลา.{0,20}",
    "outcomes": "ผลลัพธ์.{0,30}|ผลสัมฤทธิ์.{0,20}|ความสำเร็จ.{0,20}|ผลสำเร็จ.{0,20}",
    "results": "(?:สรุป)?(?:รายงาน)?ผลการดำเนิน(?:งาน|การ).{0,30}|การ(?:กำกับ)?ติดตาม.{0,40}",
    "score": "คะแนน.{0,30}",
    "note": "หมายเหตุ",
    "any method": ".{0,30}(?:วิธี|ขั้นตอน).{0,40}",
}  # fmt: skip
_SECTION = re.compile(r"\(?\s*(?P<number>[1-9๑-๙])\s*\)?\.?\s*(?P<title>\D.*)", re.DOTALL)
_SCORE = re.compile(
    r"(?P<score>[0-9๐-๙]{1,3}(?:[.,][0-9๐-๙]{1,2})?)\s*คะแนน|คะแนน\s*(?P<behind>[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2})(?![0-9๐-๙])"
)
_SIMILAR = 0.7


class _Measure(Struct):
    section: int
    number: str
    number_passage: Passage | None
    cells: dict[str, list[Passage]] = field(default_factory=dict)


class MeasuresTable:
    """Reads the measures, several tables as one."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin outside of any section."""
        self._ledger = ledger
        self._columns = Columns(_COLUMNS)
        self._sections: list[list[Passage]] = []
        self._measures: list[_Measure] = []

    def add(self, table: TableText) -> None:
        """Take the rows of a table."""
        for row in self._columns.iter_rows(table, self._ledger):
            if len(row.all) == 1 and self._begin_section(row.all[0].passages):
                continue
            self._add_row(row)

    def _begin_section(self, passages: list[Passage]) -> bool:
        match = _SECTION.fullmatch(passages[0].text)
        words = squeeze(match["title"] if match else passages[0].text)
        similar = [SequenceMatcher(None, words, squeeze(title)).ratio() for title in SECTION_TITLES.values()]
        is_known = max(similar) >= _SIMILAR
        if not is_known and not (match and passages[0].text.startswith("(")):
            return False
        self._sections.append(passages)
        path = ("sections", len(self._sections) - 1)
        title = passages[0]
        number = str(len(self._sections))
        if match:
            printed = passages[0].cut(*match.span("number"))
            number = read_number(printed.text)
            self._ledger.take(MEASURES, (*path, "number"), printed, number)
            self._ledger.set_label(passages[0].cut(0, match.start("title")))
            title = passages[0].cut(match.start("title"))
        self._ledger.take(MEASURES, (*path, "title"), [title, *passages[1:]])
        return True

    def _add_row(self, row: Row) -> None:
        title = row.passages("title")
        mark = find_mark(title[0].text) if title else None
        number = mark if mark and mark.parts else None
        last = self._measures[-1] if self._measures else None
        is_next = last is not None and last.section == len(self._sections)
        waits = (
            is_next and last is not None and (not last.cells.get("title") or ends_open(last.cells["title"][-1].text))
        )
        begins = bool(title) and (
            number is not None
            or bool(row.passages("number"))
            or (not is_next)
            or (bool(row.passages("responsible_units")) and bool(row.passages("period")) and not waits)
        )
        if begins:
            count = sum(1 for measure in self._measures if measure.section == len(self._sections)) + 1
            last = _Measure(len(self._sections), str(count), None)
            if number:
                last.number_passage = title[0].cut(0, number.end)
                last.number = str(number.parts[-1])
                title = [title[0].cut(number.end), *title[1:]]
            elif row.passages("number"):
                last.number_passage = row.passages("number")[0]
                last.number = read_number(last.number_passage.text.strip("()."))
            self._measures.append(last)
        if last is None:
            return
        for key, cell in row.cells.items():
            last.cells.setdefault(key, []).extend(title if key == "title" else cell.passages)

    def finish(self) -> None:
        """Take all measures; a table without sections is one section."""
        counts: dict[int, int] = {}
        for measure in self._measures:
            section = max(measure.section - 1, 0)
            index = counts.get(section, 0)
            counts[section] = index + 1
            self._take(measure, section, index)

    def _take(self, measure: _Measure, section: int, index: int) -> None:
        path = ("sections", section, "measures", index)
        ledger = self._ledger
        if measure.number_passage and (digits := re.search("[0-9๐-๙]+", measure.number_passage.text)):
            ledger.take(MEASURES, (*path, "number"), measure.number_passage.cut(*digits.span()), measure.number)
            ledger.set_label(measure.number_passage)
        ledger.take(MEASURES, (*path, "title"), measure.cells.get("title", []))
        take_list(
            measure.cells.get("methods") or measure.cells.get("any method", []),
            ledger,
            MEASURES,
            (*path, "methods"),
            is_cell=True,
        )
        take_units(measure.cells.get("responsible_units", []), ledger, MEASURES, (*path, "responsible_units"))
        ledger.take(MEASURES, (*path, "period"), measure.cells.get("period", []))
        for key in ("results", "outcomes"):
            take_list(measure.cells.get(key, []), ledger, MEASURES, (*path, key), is_cell=True)
        for key in ("score", "outcomes", "results"):
            for passage in measure.cells.get(key, []):
                found = _SCORE.search(passage.text) or (
                    key == "score" and re.search(r"(?P<score>[0-9๐-๙]+(?:\.[0-9๐-๙]+)?)", passage.text)
                )
                if found:
                    printed = passage.cut(*found.span("score" if found["score"] else "behind"))
                    ledger.take(MEASURES, (*path, "score"), printed, read_number(printed.text))
                    if key == "score":
                        ledger.set_label(passage)
                    return
