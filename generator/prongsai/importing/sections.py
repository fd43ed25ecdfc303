"""Sections of running text: cover, foreword, the plan's first part, problems and suggestions."""

from __future__ import annotations

import re

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.listed import take_list, take_paragraphs
from prongsai.importing.lists import split_inline
from prongsai.importing.outline import Section
from prongsai.importing.reading_values import YEARS, find_date
from prongsai.importing.signatures import LAO_LINE, UNIT_LINE, is_signature
from prongsai.importing.source import Passage
from prongsai.importing.wording import is_title
from prongsai.reading.marks import find_mark
from prongsai.thai.digits import to_arabic

PLAN, REPORT, MEASURES = RecordRef("plan"), RecordRef("report"), RecordRef("measures")
_LEAD = re.compile(r"(?:ดังนี้|ต่อไปนี้|ได้แก่|ประกอบด้วย|คือ)\s*:?\Z")
_LEAST_INTRODUCTION = 60  # characters; a shorter line of a cover is no paragraph
_PROSE = frozenset({"foreword", "risks", "principles"})
_LISTS = ("problems", "suggestions", "supporting_factors", "eplan_problems", "eplan_suggestions")


def read_text_section(section: Section, ledger: Ledger, owner: RecordRef) -> None:
    """Take a section of running text.

    Args:
        section: The section.
        ledger: Where fields are noted.
        owner: Record of the whole document: its plan, report or measures.
    """
    ledger.set_label(*section.heading)
    kind = section.kind
    parts = section.parts if kind in _PROSE else section.passages  # a table nothing is known of is no paragraph
    passages = [part for part in parts if isinstance(part, Passage) and ledger.is_open(part)]
    if kind in {"cover", "part", "body", "introduction", "appendix", "after", "table"}:
        take_titles(passages, ledger, owner, is_cover=kind == "cover")
    elif kind == "contents":
        ledger.set_label(*passages)
    elif kind == "foreword":
        _take_foreword(passages, ledger, owner)
    elif kind == "risks":
        take_paragraphs(passages, ledger, PLAN, ("risk_introduction",))
    elif kind == "principles":
        take_paragraphs(passages, ledger, PLAN, ("principles",))
    elif kind in {"objectives", "goals", "benefits"}:
        take_list([part for passage in passages for part in split_inline(passage)], ledger, PLAN, (kind,))
    elif kind in _LISTS:
        _take_led_list(passages, ledger, kind)


def take_introduction(passages: list[Passage], ledger: Ledger) -> None:
    """Take what stands before the table of measures."""
    take_titles(passages, ledger, MEASURES)
    told = [passage for passage in passages if ledger.is_open(passage) and len(passage.text) >= _LEAST_INTRODUCTION]
    take_paragraphs(told, ledger, MEASURES, ("introduction",))


def take_titles(passages: list[Passage], ledger: Ledger, owner: RecordRef, *, is_cover: bool = False) -> None:
    """Take lines that only say what the document is; a cover also tells the plan's years."""
    for passage in passages:
        if not is_title(passage.text) and not LAO_LINE.fullmatch(passage.text):
            continue
        years = YEARS.search(passage.text)
        if is_cover and years and owner == PLAN and not any(field.path == ("years",) for field in ledger.fields):
            value = f"{to_arabic(years['first'])}-{to_arabic(years['last'])}"
            ledger.take(PLAN, ("years",), passage.cut(*years.span()), value)
        ledger.set_label(passage)


def _take_foreword(passages: list[Passage], ledger: Ledger, owner: RecordRef) -> None:
    """The paragraphs, and below them who wrote it, and when."""
    end = len(passages)
    while end and is_signature(passages[end - 1]):
        end -= 1
    take_paragraphs(passages[:end], ledger, owner, ("foreword",))
    for passage in passages[end:]:
        date = find_date(passage)
        if date and owner == PLAN:
            ledger.take(PLAN, ("foreword_date",), *date)
        elif owner == MEASURES and UNIT_LINE.fullmatch(passage.text):
            ledger.take(MEASURES, ("unit",), passage)
        elif LAO_LINE.fullmatch(passage.text):
            ledger.set_label(passage)


def _take_led_list(passages: list[Passage], ledger: Ledger, kind: str) -> None:
    parts = [part for passage in passages for part in split_inline(passage)]
    if len(parts) > 1 and not find_mark(parts[0].text) and _LEAD.search(parts[0].text) and not kind.startswith("eplan"):
        ledger.take(REPORT, (f"{kind}_lead",), parts[0])
        parts = parts[1:]
    take_list(parts, ledger, REPORT, (kind,))
