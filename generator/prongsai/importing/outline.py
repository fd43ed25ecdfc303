"""A document cut into its sections: cover, foreword, parts, cards, tables, letters, each with what stands in it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from msgspec import Struct, field

from prongsai.importing.narrative import find_projects
from prongsai.importing.signatures import LAO_LINE, is_closed, is_signature
from prongsai.importing.source import Part, Passage, Source, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.importing.table_kinds import TableKind, find_table_kind
from prongsai.importing.wording import (
    CARD_NUMBER,
    DIMENSION,
    LAO_TYPE,
    MISSION,
    PART,
    is_title,
    match_card_heading,
    match_section,
)
from prongsai.reading.marks import find_mark
from prongsai.records.frameworks import find_framework
from prongsai.thai.digits import to_arabic

_LETTER = re.compile(rf"(?P<kind>ประกาศ|คำสั่ง)\s?(?:{LAO_TYPE}.{{0,80}})?|(?P<memo>บันทึกข้อความ)")
_SIGNED = re.compile(r"(?:ประกาศ|สั่ง)\s?ณ\s?วันที่")
_MEMO = "บันทึกข้อความ"
_MAX_TITLE = 250
_OTHER_COLUMNS = 1  # by which a table that goes on may differ
_MAX_PART = 120  # characters of a part's title
_MAX_SIGNATURE = 100
_SIMILAR = 0.7
_CARD_TABLE = 4  # headings that make a table a card
_CLOSED_SECTIONS = frozenset({"foreword", "contents", "letter"})
_TOLD = frozenset({"problems", "suggestions", "supporting_factors", "eplan_problems", "eplan_suggestions"})
_CARD_ENDS = frozenset({"results", "outputs", "outcomes"})
_PLACED = re.compile(r"(?:\.{3,}|…|\s)\s*[0-9๐-๙]{1,3}(?:\s*[-–]\s*[0-9๐-๙]{1,3})?\s*\Z")


class Section(Struct):
    """A part of a document.

    Attributes:
        kind: What it is: a key of ``SECTIONS``, or cover, part, dimension, mission, card, letter, table, eplan.
        heading: What names it.
        parts: What stands in it.
        number: Its number in plain digits: a card's place in the plan, a mission's number.
        mission: Number of the mission that it stands under; ``mission_passage`` says so.
        dimension: Number of the dimension that it stands under; ``dimension_passage`` says so.
        table: What kind of table it is.
    """

    kind: str
    heading: list[Passage] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    number: str = ""
    mission: str = ""
    mission_passage: Passage | None = None
    dimension: str = ""
    dimension_passage: Passage | None = None
    table: TableKind | None = None

    @property
    def passages(self) -> list[Passage]:
        """Its passages in order, those of tables that nothing is known of cell by cell."""
        return [passage for part in self.parts for passage in ([part] if isinstance(part, Passage) else part.passages)]


class _Cutter:
    """Goes through a document once and keeps what it is in."""

    def __init__(self) -> None:
        self.sections: list[Section] = [Section("cover")]
        self._dimension = self._mission = ""
        self._mission_passage: Passage | None = None
        self._dimension_passage: Passage | None = None
        self._card_heading = ""
        self._is_signed = False
        self._signature = 0
        self._leads_to_project = False

    @property
    def _now(self) -> Section:
        return self.sections[-1]

    def _begin(self, kind: str, *heading: Passage, number: str = "") -> Section:
        section = Section(kind, list(heading), number=number)
        section.mission, section.mission_passage = self._mission, self._mission_passage
        section.dimension, section.dimension_passage = self._dimension, self._dimension_passage
        self.sections.append(section)
        self._card_heading = ""
        return section

    def add_table(self, table: TableText) -> None:
        kind = find_table_kind(table)
        if kind is None and self._now.kind not in {"contents", "letter"} and self._is_layout(table):
            for passage in table.passages:
                self.add(passage)
            return
        if kind is not None and self._is_open_memo:
            figures = Section("table", parts=[table], table=kind)
            self.sections.insert(-1, figures)  # the memo goes on below its table
            return
        inside = self._now.kind in {"contents", "letter"} and not (self._now.kind == "letter" and self._is_signed)
        if (kind is None and self._now.kind != "table") or (inside and kind is None):
            self._now.parts.append(table)
            return
        if kind is None and self._now.table is not None and not self._is_continued(table):
            self._begin("after").parts.append(table)
            return
        if kind is None and self._now.table is not None:
            self._now.parts.append(table)  # goes on from the page before, its head not repeated
            return
        self._begin("table").table = kind
        self._now.parts.append(table)

    def _is_layout(self, table: TableText) -> bool:
        """Tell whether a table only arranges running text: it has one column, or is a card or the rest of one."""
        least = 1 if self._now.kind == "card" else _CARD_TABLE
        return table.width == 1 or _count_headings(table) >= least

    def _is_continued(self, table: TableText) -> bool:
        """Tell whether a table without a head has about as many columns as the one above it."""
        before = next(part for part in reversed(self._now.parts) if isinstance(part, TableText))
        return abs(table.width - before.width) <= _OTHER_COLUMNS

    @property
    def _is_open_memo(self) -> bool:
        """Tell whether the text is in a memo that has not come to its closing formula."""
        return self._now.kind == "letter" and self._now.number == _MEMO and not is_closed(self._now.passages)

    def begin_project(self, passage: Passage) -> None:
        """Begin a project of a narrative report."""
        self._begin("narrative").parts.append(passage)

    def add(self, passage: Passage, *, leads_to_project: bool = False) -> None:
        """Put a passage where it belongs; one that leads to a project stands right above its name."""
        self._leads_to_project = leads_to_project
        if self._now.kind == "letter":
            if self._add_to_letter(passage):
                return
            self._begin("body")
        if self._now.kind == "foreword":
            if self._is_signed and not is_signature(passage):
                self._begin("body")  # what follows the names below a foreword is no longer part of it
            self._is_signed = is_signature(passage)
            if self._leads_to_project and (DIMENSION.fullmatch(passage.text) or is_title(passage.text)):
                self._begin("body")
        if self._now.kind in _TOLD and (LAO_LINE.fullmatch(passage.text) or is_title(passage.text)):
            self._begin("after")  # what the next table is about
        for step in (self._begin_letter, self._begin_card, self._begin_section, self._begin_mission):
            if step(passage):
                return
        if self._now.kind == "card":
            self._follow_card(passage)
        elif self._now.kind == "table":
            self._begin("after")
        self._now.parts.append(passage)

    # Letters

    def _begin_letter(self, passage: Passage) -> bool:
        match = _LETTER.fullmatch(passage.text.strip(" *"))
        if match is None or self._now.kind == "contents":
            return False
        self._begin("letter", passage, number=match["kind"] or _MEMO)
        self._is_signed, self._signature = False, 0
        return True

    def _add_to_letter(self, passage: Passage) -> bool:
        """An order or announcement ends a few short lines below its date; a memo ends where something else begins."""
        is_memo = self._now.number == _MEMO
        if self._is_signed:
            self._signature += 1
            is_short = len(passage.text) <= _MAX_SIGNATURE and self._signature <= 5
            if (
                not is_short
                or PART.match(passage.text)
                or match_section(passage.text)
                or _LETTER.fullmatch(passage.text)
            ):
                return False
            if is_title(passage.text) and passage.text.startswith("รายงาน"):
                return False
        elif (
            is_memo and (match_section(passage.text) == "foreword" or _LETTER.fullmatch(passage.text.strip(" *")))
        ) or (not is_memo and match_section(passage.text) in {"foreword", "contents"}):
            return False
        self._is_signed = self._is_signed or _SIGNED.match(passage.text) is not None
        self._now.parts.append(passage)
        return True

    # Cards

    def _begin_card(self, passage: Passage) -> bool:
        if self._now.kind in _CLOSED_SECTIONS:
            return False
        number = CARD_NUMBER.match(passage.text)
        rest_at = number.end() if number else 0
        mark = find_mark(passage.text, rest_at)
        heading = match_card_heading(passage.text, mark.end if mark else rest_at, is_numbered=mark is not None)
        has_name = heading is not None and heading[0] == "name"
        if number and (has_name or rest_at >= len(passage.text)):
            printed = to_arabic(number["number"])
            if has_name and mark is None and self._is_run_together(printed):
                rest_at = number.end("number") - 1
                printed = printed[:-1]
            self._begin("card", passage.cut(0, rest_at), number=printed)
            if rest := passage.text[rest_at:].strip():
                self._card_heading = "name"
                self._now.parts.append(passage.cut(passage.text.index(rest, rest_at)))
            return True
        if has_name:
            if self._now.kind != "card" or self._card_heading:
                self._begin("card")
            self._card_heading = "name"
            self._now.parts.append(passage)
            return True
        return False

    def _is_run_together(self, number: str) -> bool:
        """Tell whether a card's number and the 1 of its first heading stand without a space: 81. for card 8."""
        last = next((section.number for section in reversed(self.sections) if section.kind == "card"), "") or "0"
        return number[1:].endswith("1") and int(number[:-1]) == int(last) + 1 != int(number)

    def _follow_card(self, passage: Passage) -> None:
        mark = find_mark(passage.text)
        heading = match_card_heading(passage.text, mark.end if mark else 0, is_numbered=mark is not None)
        if heading:
            self._card_heading = heading[0]
        elif not self._card_heading:
            self._card_heading = "name"

    # Sections of a plan's first part and of reports

    def _begin_section(self, passage: Passage) -> bool:
        text = passage.text.strip(" *")
        mark = find_mark(text)
        words = text[mark.end :] if mark and not mark.is_bullet else text
        key = match_section(words)
        in_card = self._now.kind == "card"
        if in_card and key not in {"", "appendix", "problems", "suggestions", "supporting_factors", "summary"}:
            return False
        if in_card and key in {"problems", "suggestions"} and self._card_heading not in _CARD_ENDS:
            return False
        if key == "contents" or (key and self._now.kind != "contents"):
            if key in {"problems", "suggestions"} and self._has_eplan:
                key = f"eplan_{key}"
            self._begin(key, passage)
            self._is_signed = False
            return True
        part = PART.fullmatch(text)
        if part and self._now.kind != "contents" and not _PLACED.search(part["title"]):
            title = part["title"].strip()
            if not title or match_section(title) or is_title(title) or self._is_next_part(part):
                self._begin("part", passage, number=to_arabic(part["number"]))
                return True
        return False

    def _is_next_part(self, part: re.Match[str]) -> bool:
        """Tell whether a line behind a list, or behind a table, counts on from the part before, whatever its title."""
        last = next((section.number for section in reversed(self.sections) if section.kind == "part"), "0")
        return (
            self._now.kind in {*_TOLD, "table", "after", "summary"}
            and len(part["title"]) <= _MAX_PART
            and int(to_arabic(part["number"])) > int(last)
        )

    @property
    def _has_eplan(self) -> bool:
        return any(section.table in {TableKind.STATUSES, TableKind.RESULTS_BY_DIMENSION} for section in self.sections)

    # Dimensions and missions, under which cards stand

    def _begin_mission(self, passage: Passage) -> bool:
        text = passage.text.strip(" *")
        if self._now.kind in _CLOSED_SECTIONS or len(text) > _MAX_TITLE:
            return False
        if self._now.kind == "card" and self._card_heading not in _CARD_ENDS:
            return False
        if dimension := DIMENSION.fullmatch(text):
            self._dimension = to_arabic(dimension["number"])
            self._dimension_passage = passage.cut(passage.text.index(dimension["number"]))
            self._dimension_passage = self._dimension_passage.cut(0, len(dimension["number"]))
            self._mission, self._mission_passage = "", None
            self._begin("dimension", passage, number=self._dimension)
            return True
        mission = MISSION.fullmatch(text)
        number = to_arabic(mission["number"]) if mission else ""
        if self._now.kind == "narrative" and mission and not _is_known_mission(number, mission["title"]):
            return False
        if mission and self._dimension and number.split(".")[0] == self._dimension:
            start = passage.text.index(mission["number"])
            self._mission, self._mission_passage = number, passage.cut(start, start + len(mission["number"]))
            self._begin("mission", passage, number=number)
            return True
        return False


def cut_sections(source: Source) -> list[Section]:
    """Return a document's sections in order; running heads are left out."""
    cutter = _Cutter()
    skip_until = _find_end_of_contents(source)
    projects = find_projects(source.parts)
    for index, part in enumerate(source.parts):
        if isinstance(part, TableText):
            cutter.add_table(part)
        elif part.is_running:
            continue
        elif index in projects and index >= skip_until:
            cutter.begin_project(part)
        elif index < skip_until and cutter.sections[-1].kind == "contents":
            cutter.sections[-1].parts.append(part)
        else:
            if index >= skip_until > 0 and cutter.sections[-1].kind == "contents":
                cutter.sections.append(Section("body"))
            cutter.add(part, leads_to_project=bool(projects & {index + 1, index + 2}))
    return cutter.sections


def _find_end_of_contents(source: Source) -> int:
    """Return the index of the first part behind the table of contents, which repeats the headings that follow it."""
    parts = source.parts
    begin = next((i for i, part in enumerate(parts) if _is_section(part, "contents")), None)
    if begin is None:
        return 0
    seen: dict[str, int] = {}
    end = begin + 1
    for index in range(begin + 1, len(parts)):
        part = parts[index]
        if isinstance(part, TableText):
            if find_table_kind(part) is not None:
                break
            end = index + 1
            continue
        if part.is_running:
            continue
        mark = find_mark(part.text)
        key = squeeze(_PLACED.sub("", part.text[mark.end if mark else 0 :]))
        is_placed = _PLACED.search(part.text) is not None
        if (
            not is_placed
            and (key in seen or PART.fullmatch(part.text) or match_section(key))
            and not _has_entries_below(parts, index)
        ):
            break
        if len(part.text) > _MAX_TITLE and not is_placed:
            break
        seen[key] = index
        end = index + 1
    return end


def _has_entries_below(parts: list[Part], index: int) -> bool:
    """Tell whether a line of the contents is followed by lines with page numbers, so that it is one itself."""
    below = [part for part in parts[index + 1 : index + 6] if isinstance(part, Passage) and not part.is_running]
    return sum(1 for part in below if _PLACED.search(part.text) and len(part.text) < _MAX_TITLE) >= 2


def _is_section(part: Part, kind: str) -> bool:
    return isinstance(part, Passage) and match_section(part.text) == kind


def _count_headings(table: TableText) -> int:
    """Count the headings of a card in a table."""
    marks = [(passage.text, find_mark(passage.text)) for passage in table.passages]
    headings = {
        found[0]
        for text, mark in marks
        if (found := match_card_heading(text, mark.end if mark else 0, is_numbered=mark is not None))
    }
    return len(headings)


def _is_known_mission(number: str, title: str) -> bool:
    """Tell whether a heading is a mission's of the framework, and not a step with such a number."""
    framework = find_framework("2566-2570")
    known = framework.missions.get(number, "") if framework else ""
    return SequenceMatcher(None, squeeze(title), squeeze(known)).ratio() > _SIMILAR
