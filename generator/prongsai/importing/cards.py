"""A project's detail card: the order of its nine headings decides what is a heading and what an item."""

from __future__ import annotations

import re

from msgspec import Struct, field

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.listed import drop_mark, flatten, take_list, take_paragraphs, take_steps, take_units
from prongsai.importing.lists import read_items
from prongsai.importing.outline import Section
from prongsai.importing.reading_values import AMOUNT, NO_BUDGET, YEAR, find_amount, read_number
from prongsai.importing.source import Passage
from prongsai.importing.wording import CARD_HEADINGS, CARD_ORDER, loose, match_card_heading
from prongsai.reading.marks import find_mark
from prongsai.thai.digits import to_arabic

_MAX_NAME_LINE = 90  # characters; what is longer below a name is the rationale, whose heading is missing
_COUNT = re.compile(r"(?P<lead>จำนวน|รวม)\s*(?:ไม่น้อยกว่า\s*)?(?P<count>[0-9๐-๙,]+)\s*(?P<unit>คน|ราย|ท่าน|คน/ปี)\s*\.?\Z")
_MEASURE = re.compile(
    r"\((?P<measure>\s*(?:สำรวจ|พิจารณา|วัด|ประเมิน|ทดสอบ|ทำแบบ|โดย|จาก|ตัวชี้วัด|ดูจาก|ตรวจ|แบบ|รายงาน|นับ|เก็บ|เทียบ|อ้างอิง).{3,300}?)(?P<close>\)?)\s*\.?\Z"
)
_UNTIL = re.compile(r"\s*(?:[-–]|ถึง)\s*(?:ปี|พ\.\s?ศ\.)?\s*")
_WORDS = re.compile(r"\(\s*(?P<words>[ก-๙\s]*(?:บาทถ้วน|สตางค์|บาท)[ก-๙\s]*)\)")
# A value that tells which heading is missing above it.
_TELLING = {
    "period": re.compile(rf"(?:ประจำ)?{loose('ปีงบประมาณ')}\s*(?:พ\.?\s?ศ\.?)?\s*[0-9๐-๙]{{4}}\s*(?:[-–]|ถึง).*"),
    "budget": re.compile(rf"ไม่\s?(?:ได้\s?)?ใช้\s?งบประมาณ.{{0,40}}|จำนวน\s*(?:{AMOUNT})\s*บาท.*"),
}
_RUN_IN = re.compile(
    r"(?P<number>[0-9๐-๙]{1,2})\s?[.)]\s*(?=" + "|".join(loose(pattern) for pattern in CARD_HEADINGS.values()) + ")"
)
# The sub-head of the outcomes at the end of the last output, where a line of a PDF goes on.
_ENDS_IN_HEAD = re.compile(r"(?<!และ)(?<!/)(?<!หรือ)(?<!ของ)(?<!ผลผลิต)(?<=\S)\s?ผลลัพธ์\s*:?\Z")
_SUB_HEAD = re.compile(r"(?P<word>ผลผลิต|ผลลัพธ์)\s*(?:\([^)]{1,20}\))?\s*[:：]?\s+(?=\S)")


class _Segment(Struct):
    key: str
    passages: list[Passage] = field(default_factory=list)


def read_card(section: Section, ledger: Ledger, index: int) -> RecordRef:
    """Take the fields of one card.

    Args:
        section: The card.
        ledger: Where fields are noted.
        index: The card's place among the document's cards, from 1; its number where it prints none.
    """
    segments = _cut_segments(section, ledger)
    number = section.number or str(index)
    name = next((segment.passages for segment in segments if segment.key == "name" and segment.passages), [])
    record = RecordRef("project", number, ledger.read(name))
    for passage in section.heading:
        digits = re.search("[0-9๐-๙]+", passage.text)
        if digits:
            ledger.take(record, ("number",), passage.cut(*digits.span()), number)
        ledger.set_label(passage)
    if section.mission_passage:
        ledger.take(record, ("mission",), section.mission_passage, section.mission)
    elif section.dimension_passage:
        ledger.take(record, ("dimension",), section.dimension_passage, section.dimension)
    ledger.take(record, ("name",), name)
    for segment in segments:
        _TAKERS.get(segment.key, _leave)(segment, ledger, record)
    return record


def _cut_segments(section: Section, ledger: Ledger) -> list[_Segment]:
    segments = [_Segment("name")]
    seen: set[str] = set()
    present = {found[0] for passage in section.passages if (found := _match_heading(passage))}
    last_number, style = 0, ""
    queue = section.passages[::-1]
    while queue:
        passage = queue.pop()
        mark = find_mark(passage.text)
        start = mark.end if mark else 0
        found = _match_heading(passage)
        number = mark.parts[0] if mark and len(mark.parts) == 1 else 0
        if found and mark and style not in {"", mark.style} and found[0] not in {"outputs", "outcomes"}:
            found = None  # an item of a list that says the same words
        if found and _is_next(found[0], segments, seen, number, last_number):
            key, end = found
            ledger.set_label(passage.cut(0, end))
            last_number = number or last_number
            style = style or (mark.style if mark else "")
            seen.add(key)
            segments.append(_Segment(key))
            if passage.text[end:].strip(" *"):
                queue.append(passage.cut(end))
            continue
        if found is None and segments[-1].key in {"results", "outputs", "outcomes"}:
            sub = _SUB_HEAD.match(passage.text, start)
            key = {"ผลผลิต": "outputs", "ผลลัพธ์": "outcomes"}.get(sub["word"], "") if sub else ""
            if sub and key not in seen:
                ledger.set_label(passage.cut(0, sub.end()))
                seen.add(key)
                segments.append(_Segment(key, [passage.cut(sub.end())]))
                continue
        inner = _find_run_in(passage, segments, seen, last_number)
        if not inner and queue and segments[-1].key in {"results", "outputs"} and not {"outcomes"} & (seen | present):
            ends = _ENDS_IN_HEAD.search(passage.text)
            inner = ends.start() if ends else 0
        if inner:
            queue += [passage.cut(inner), passage.cut(0, inner)]
            continue
        if key := _find_missing_heading(passage, segments[-1], seen | present):
            seen.add(key)
            segments.append(_Segment(key))
        segments[-1].passages.append(passage)
    return segments


def _is_next(key: str, segments: list[_Segment], seen: set[str], number: int, last_number: int) -> bool:
    """A heading comes once, behind those before it in the order, or where its number says so."""
    if key in seen:
        return False
    if key in {"outputs", "outcomes"}:
        return "steps" in seen or "results" in seen or number > last_number
    current = CARD_ORDER.index(segments[-1].key)
    return CARD_ORDER.index(key) > current or number == last_number + 1 or not seen


def _find_run_in(passage: Passage, segments: list[_Segment], seen: set[str], last_number: int) -> int:
    """Return where a heading stands inside a passage, run into the words before it; 0 for nowhere."""
    for match in _RUN_IN.finditer(passage.text, 1):
        found = match_card_heading(passage.text, match.end(), is_numbered=True)
        number = int(to_arabic(match["number"]))
        if found and number > last_number and _is_next(found[0], segments, seen, number, last_number):
            return match.start()
    return 0


def _match_heading(passage: Passage) -> tuple[str, int] | None:
    mark = find_mark(passage.text)
    is_numbered = mark is not None and not mark.is_bullet
    return match_card_heading(passage.text, mark.end if mark else 0, is_numbered=is_numbered)


def _find_missing_heading(passage: Passage, segment: _Segment, seen: set[str]) -> str:
    current = segment.key
    for key, pattern in _TELLING.items():
        is_behind = CARD_ORDER.index(key) > CARD_ORDER.index(current) >= CARD_ORDER.index("steps")
        if key not in seen and is_behind and pattern.fullmatch(passage.text):
            return key
    if current == "name" and segment.passages and "rationale" not in seen and len(passage.text) > _MAX_NAME_LINE:
        return "rationale"
    return ""


def _leave(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    """Leave a name, which is taken already, and what no field of the records is for."""


def _take_paragraphs(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    take_paragraphs(segment.passages, ledger, record, (segment.key,))


def _take_items(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    take_list(segment.passages, ledger, record, (segment.key,))


def _take_units(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    take_units(segment.passages, ledger, record, (segment.key,))


def _take_target_groups(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    for index, item in enumerate(read_items(segment.passages)):
        passages = flatten(item, ledger)
        last = passages[-1]
        if found := _COUNT.search(last.text):
            rest = last.cut(0, found.start())
            passages[-1:] = [rest] if rest.text else []
        ledger.take(record, (segment.key, index, "text"), passages)
        if found:
            ledger.take(
                record, (segment.key, index, "count"), last.cut(*found.span("count")), read_number(found["count"])
            )
            ledger.set_label(last.cut(found.start()))


def _take_steps(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    take_steps(read_items(segment.passages), ledger, record, (segment.key,))


def _take_text(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    ledger.take(record, (segment.key,), [drop_mark(passage, ledger) for passage in segment.passages])


def _take_budget(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    """One amount holds for every year; several years, each with an amount, are kept by year."""
    passages = [drop_mark(passage, ledger) for passage in segment.passages]
    taken = False
    for whole in passages:
        passage = whole
        if words := _WORDS.search(passage.text):
            ledger.take(record, ("budget_words",), passage.cut(*words.span("words")))
            ledger.set_label(
                passage.cut(words.start(), words.start("words")), passage.cut(words.end("words"), words.end())
            )
            passage = passage.cut(0, words.start())
        if (nothing := NO_BUDGET.search(passage.text)) and not re.search("[0-9๐-๙]", passage.text):
            if not taken:
                ledger.take(record, ("budget",), passage.cut(*nothing.span()), "ไม่ใช้งบประมาณ")
                taken = True
            continue
        years = list(YEAR.finditer(passage.text))
        for position, year in enumerate(years):
            end = years[position + 1].start() if position + 1 < len(years) else len(passage.text)
            amount = find_amount(passage.cut(year.end(), end))
            if not amount:
                continue
            first = last = int(to_arabic(year[0]))
            if position and _UNTIL.fullmatch(passage.text[years[position - 1].end() : year.start()]):
                first = int(to_arabic(years[position - 1][0]))  # 2567 - 2570: the same in each
            for each in range(first, last + 1):
                ledger.take(record, ("budget", "by_year", str(each)), amount, read_number(amount.text))
            taken = True
            label_part = passage.cut(years[position - 1].start() if first < last else year.start(), end)
            ledger.set_label(label_part)
        amount = find_amount(passage)
        if not taken and amount and re.search("[0-9๐-๙]", amount.text) and re.search(r"บาท|\.-|,|จำนวน", passage.text):
            ledger.take(record, ("budget",), amount, read_number(amount.text))
            taken = True
        if taken:
            label = re.fullmatch(r"(?P<before>.{0,60}?)[0-9๐-๙,.]+-?(?P<after>\s*บาท.{0,20})?", passage.text)
            if label:
                ledger.set_label(passage)


def _take_results(segment: _Segment, ledger: Ledger, record: RecordRef) -> None:
    """Outputs and outcomes; how one is measured stands behind it in brackets."""
    key = "outputs" if segment.key == "results" else segment.key
    for index, item in enumerate(read_items(segment.passages)):
        passages = flatten(item, ledger)
        last = passages[-1] if passages else None
        found = _MEASURE.search(last.text) if last else None
        if last and found and found["measure"].count("(") <= found["measure"].count(")") + 1:
            rest = last.cut(0, found.start())
            passages[-1:] = [rest] if rest.text else []
        else:
            found = None
        ledger.take(record, (key, index, "text"), passages)
        if last and found:
            ledger.take(record, (key, index, "measure"), last.cut(*found.span("measure")))
            ledger.set_label(last.cut(found.start()))


_TAKERS = {
    "name": _leave,
    "rationale": _take_paragraphs,
    "objectives": _take_items,
    "target_groups": _take_target_groups,
    "steps": _take_steps,
    "period": _take_text,
    "budget": _take_budget,
    "responsible_units": _take_units,
    "results": _take_results,
    "outputs": _take_results,
    "outcomes": _take_results,
}
