"""The plan's tables of risks and of target values."""

from __future__ import annotations

import re

from msgspec import Struct, field

from prongsai.importing.columns import Columns
from prongsai.importing.ledger import Ledger, Path, RecordRef
from prongsai.importing.listed import flatten
from prongsai.importing.lists import read_items
from prongsai.importing.reading_values import AMOUNT, YEAR, read_number
from prongsai.importing.source import Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.importing.statuses import EMPTY_SIGNS
from prongsai.reading.marks import find_mark
from prongsai.records.plan import RiskScore, Unit
from prongsai.thai.digits import to_arabic

PLAN = RecordRef("plan")
_RISK_COLUMNS = {
    "number": "ลำดับ(?:ที่)?|ที่",
    "step": "ขั้นตอน.{0,40}|กระบวนงาน.{0,20}|ภารกิจ.{0,20}|งาน/กระบวนงาน",
    "controls": "มาตรการ.{0,60}|แนวทาง.{0,40}|การควบคุม.{0,40}",
    "score": "(?i:risk.?score).{0,40}|ระดับ(?:ของ)?(?:ความเสี่ยง)?.{0,20}|ค่าความเสี่ยง.{0,20}|คะแนนความเสี่ยง.{0,20}",
    **{f"score {score.label}": "|".join((score.label, *score.aliases)) for score in RiskScore},
    "issues": "(?:ประเด็น)?(?:ความเสี่ยง).{0,40}|เหตุการณ์ความเสี่ยง.{0,20}",
}  # fmt: skip
_SCORES = {name: score for score in RiskScore for name in (score.label, *score.aliases)}
_SCORE = re.compile("|".join("\\s?".join(name) for name in _SCORES))


class _Risk(Struct):
    """A risk; every row of it holds issues with their scores, and controls."""

    number: Passage | None
    step: list[Passage] = field(default_factory=list)
    rows: list[dict[str, list[Passage]]] = field(default_factory=list)


class RiskTable:
    """Reads the risks, several tables as one."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin without a row."""
        self._ledger = ledger
        self._columns = Columns(_RISK_COLUMNS)
        self._risks: list[_Risk] = []

    def add(self, table: TableText) -> None:
        """Take the rows of a table; one without a number goes on from the row above, or is its next issue."""
        merged_until = 0
        for row in self._columns.iter_rows(table, self._ledger):
            number = row.passages("number")
            is_ticked = any(row.passages(key) for key in row.cells if key.startswith("score "))
            if (
                number
                or not self._risks
                or (row.passages("step") and row.passages("score") and "number" not in self._columns.keys)
            ):
                self._risks.append(_Risk(number[0] if number else None))
                merged_until = 0
            risk = self._risks[-1]
            risk.step += row.passages("step")
            is_issue = bool(row.passages("issues")) and (is_ticked or row.all[0].row < merged_until)
            if not risk.rows or is_issue:
                risk.rows.append({})
            for key, cell in row.cells.items():
                if key in {"number", "step"}:
                    merged_until = max(merged_until, cell.row + cell.rows)
                else:
                    risk.rows[-1].setdefault(key, []).extend(cell.passages)

    def finish(self) -> None:
        """Take all risks."""
        for index, risk in enumerate(self._risks):
            path = ("risks", index)
            if risk.number:
                number = read_number(risk.number.text.strip("().")) or str(index + 1)
                self._ledger.take(PLAN, (*path, "number"), risk.number, number)
            self._ledger.take(PLAN, (*path, "step"), risk.step)
            issues = controls = 0
            for cells in risk.rows:
                found = read_items(cells.get("issues", []), is_cell=True)
                for position, issue in enumerate(found, issues):
                    self._ledger.take(PLAN, (*path, "issues", position, "text"), flatten(issue, self._ledger))
                self._take_scores(cells, (*path, "issues"), range(issues, issues + len(found)))
                issues += len(found)
                controls = self._take_controls(cells.get("controls", []), (*path, "controls"), controls)

    def _take_controls(self, passages: list[Passage], path: Path, position: int) -> int:
        for control in read_items(passages, is_cell=True):
            if control.mark and control.mark_passage and control.mark.parts not in {(), (position + 1,)}:
                number = read_number(str(control.mark.parts[-1]))
                self._ledger.take(PLAN, (*path, position, "number"), control.mark_passage, number)
            self._ledger.take(PLAN, (*path, position, "outside"), flatten(control, self._ledger))
            position += 1
        return position

    def _take_scores(self, cells: dict[str, list[Passage]], path: Path, issues: range) -> None:
        """Take the scores, as words in one column or as ticks in three; a number before a tick names its issue."""
        found = [
            (passage.cut(*match.span()), _SCORES[squeeze(match[0])])
            for passage in cells.get("score", [])
            for match in _SCORE.finditer(passage.text)
        ]
        ticks = [
            (passage, score, find_mark(passage.text))
            for score in RiskScore
            for passage in cells.get(f"score {score.label}", [])
        ]
        for passage, score, mark in ticks:
            if squeeze(passage.text[mark.end if mark and mark.parts else 0 :]) in EMPTY_SIGNS:
                self._ledger.set_label(passage)
            elif mark and len(mark.parts) == 1 and mark.parts[0] <= len(issues):
                place = issues[mark.parts[0] - 1]
                self._ledger.take(PLAN, (*path, place, "score"), passage, score.label)
            else:
                found.append((passage, score))
        if not found:
            return
        is_doubtful = len(found) not in {1, len(issues)} or (len(found) > 1 and not cells.get("score"))
        doubt = "จำนวนระดับความเสี่ยงไม่ตรงกับประเด็นทีละข้อ" if is_doubtful else ""
        for at, position in enumerate(issues):
            if len(found) == 1 or at < len(found):
                passage, score = found[0] if len(found) == 1 else found[at]
                self._ledger.take(PLAN, (*path, position, "score"), passage, score.label, doubt)


_UNITS = {**{unit.label: unit for unit in Unit}, "%": Unit.PERCENT, "เปอร์เซ็นต์": Unit.PERCENT}


def read_targets(table: TableText, ledger: Ledger, index: int = 0) -> int:
    """Take the target values: an indicator a row, a year a column; return the next row's index."""
    columns = Columns({"indicator": "ค่าเป้าหมาย.{0,20}|ตัวชี้วัด.{0,20}|เป้าหมาย", "number": "ลำดับ(?:ที่)?|ที่"}, has_years=True)
    for row in columns.iter_rows(table, ledger):
        name = row.passages("indicator")
        if not name:
            continue
        path = ("targets", index)
        index += 1
        ledger.take(PLAN, (*path, "indicator"), name)
        ledger.set_label(*row.passages("number"))
        if base := re.search(rf"(?:จาก|ฐาน|เทียบ)\s*(?:กับ)?\s*ปี\s*(?:พ\.ศ\.)?\s*({YEAR.pattern})", name[-1].text):
            ledger.take(PLAN, (*path, "baseline_year"), name[-1].cut(*base.span(1)), to_arabic(base[1]))
        unit_taken = False
        for key in sorted(row.cells):
            if not key.startswith("year "):
                continue
            for passage in row.passages(key):
                if number := re.search(AMOUNT, passage.text):
                    ledger.take(
                        PLAN, (*path, "values", key.split()[1]), passage.cut(*number.span()), read_number(number[0])
                    )
                for word, unit in _UNITS.items():
                    if found := re.search(word, passage.text):
                        if not unit_taken:
                            ledger.take(PLAN, (*path, "unit"), passage.cut(*found.span()), unit.label)
                        unit_taken = True
                        ledger.set_label(passage.cut(*found.span()))
        if not unit_taken:
            _take_named_unit(name, ledger, path)
    return index


def _take_named_unit(name: list[Passage], ledger: Ledger, path: Path) -> None:
    """The unit that the indicator's own name says: คะแนน ITA."""
    for passage in name:
        for word, unit in _UNITS.items():
            if found := re.search(word, passage.text):
                ledger.take(PLAN, (*path, "unit"), passage.cut(*found.span()), unit.label)
                return
