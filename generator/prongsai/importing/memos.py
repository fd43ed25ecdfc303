"""The memo (บันทึกข้อความ): its head, three parts, writer and the chain of opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.letters import take_signer
from prongsai.importing.listed import take_list, take_paragraphs
from prongsai.importing.outline import Section
from prongsai.importing.reading_values import find_date
from prongsai.importing.signatures import MEMO_CLOSING
from prongsai.importing.source import CellText, Passage, TableText
from prongsai.importing.squeezing import squeeze
from prongsai.importing.wording import loose
from prongsai.papers.kinds.memo import Opinion
from prongsai.reading.marks import find_mark

_HEAD = {
    "unit": re.compile(r"ส่วนราชการ\s*:?\s*(?P<value>.+)"),
    "subject": re.compile(r"เรื่อง\s*:?\s*(?P<value>.+)"),
    "addressee": re.compile(r"เรียน\s*:?\s*(?P<value>.+)"),
}
_NUMBER = re.compile(r"ที่\s+(?P<number>.+?)\s*(?:วันที่\s*(?P<date>.+))?")
_DATE = re.compile(r"วันที่\s*(?P<date>.+)")
_PARTS = {
    "background": re.compile(loose("(?:เรื่องเดิม|ต้นเรื่อง|ความเป็นมา)") + r"\s*:?\s*"),
    "facts": re.compile(loose("(?:ข้อเท็จจริง(?:และข้อกฎหมาย)?)") + r"\s*:?\s*"),
    "law": re.compile(loose("(?:ข้อกฎหมาย.{0,40}|ข้อระเบียบ.{0,40}|ระเบียบ/ข้อกฎหมาย)") + r"\s*:?\s*\Z"),
    "proposal": re.compile(loose("(?:ข้อเสนอ(?:แนะ)?(?:เพื่อ(?:โปรด)?พิจารณา)?|ข้อพิจารณา)") + r"\s*:?\s*"),
}
_OPINION = re.compile(
    r"(?:ความเห็น(?:ของ)?|ความคิดเห็น(?:ของ)?|คำสั่ง(?:ของ)?)\s*:?\s*(?P<role>(?:หัวหน้า|รองปลัด|ปลัด|รองนายก|นายก|ผู้อำนวยการ|ผู้บริหาร).{0,60}?)\s*[:.…]*"
)
_CHOICES = {name: choice for choice in Opinion for name in (choice.label, *choice.aliases)}
_BOX = r"[(\[]\s*[/✓✔xX√]?\s*[)\]]|[☐□○☑☒✓✔/√]"
_CHOICE = re.compile(
    rf"(?P<box>{_BOX}|)\s*(?P<choice>{'|'.join(map(re.escape, sorted(_CHOICES, key=len, reverse=True)))})"
    rf"\s*(?P<rest>(?:(?!{_BOX})[^\s])*(?:\s+(?!{_BOX})[^\s]+)*)"
)
_TICKED = re.compile("[/✓✔xX√☑☒]")
# A choice that nobody took, its letters drawn apart to fill the line.
_EMPTY_CHOICE = re.compile(
    rf"(?:[☐□○]|[(\[][)\]])?(?:{'|'.join(re.escape(squeeze(name)) for name in _CHOICES)})[.…_]{{3,}}"
)
_DOTS = re.compile(r"[\s.…_()/☐□-]*")


def read_memo(section: Section, ledger: Ledger, index: int) -> RecordRef:
    """Take the fields of a memo; its tables of figures are computed and stay with what is left over."""
    record = RecordRef("paper", str(index))
    ledger.take(record, ("kind",), section.heading[0], "บันทึกข้อความ")
    groups: dict[str, list[Passage]] = {"head": []}
    key = "head"
    for passage in _iter_passages(section):
        mark = find_mark(passage.text)
        start = mark.end if mark else 0
        found = next(
            ((name, match) for name, pattern in _PARTS.items() if (match := pattern.match(passage.text, start))), None
        )
        if found and key in {"head", *_PARTS} and found[0] not in groups and _is_heading(passage, found[1], start):
            key, match = found
            ledger.set_label(passage.cut(0, match.end()))
            groups[key] = [passage.cut(match.end())] if passage.text[match.end() :].strip() else []
            continue
        if MEMO_CLOSING.fullmatch(passage.text):
            ledger.take(record, ("closing",), passage)
            key = "foot"
            groups.setdefault(key, [])
            continue
        if key == "foot" and _OPINION.fullmatch(passage.text):
            key = "opinions"
            groups[key] = []
        groups.setdefault(key, []).append(passage)
    _read_head(groups["head"], ledger, record)
    for name in ("background", "facts"):
        take_paragraphs(groups.get(name, []), ledger, record, (name,))
    take_list(groups.get("proposal", []), ledger, record, ("proposal",))
    take_signer(groups.get("foot", []), ledger, record, ("writer",))
    _read_opinions(groups.get("opinions", []), ledger, record)
    return record


def _iter_passages(section: Section) -> Iterator[Passage]:
    """Yield what stands outside tables, and opinions side by side, one after the other."""
    for part in section.parts:
        if not isinstance(part, TableText):
            yield part
        elif part.cells and _begins_opinion(part.cells[0]):
            # A cell holds an opinion, or its columns do, part by part in their rows.
            is_whole = all(map(_begins_opinion, part.cells))
            for cell in part.cells if is_whole else sorted(part.cells, key=lambda cell: (cell.column, cell.row)):
                yield from cell.passages


def _begins_opinion(cell: CellText) -> bool:
    return _OPINION.fullmatch(cell.passages[0].text) is not None


def _is_heading(passage: Passage, match: re.Match[str], start: int) -> bool:
    return start > 0 or match.end() >= len(passage.text) or passage.text[: match.end()].rstrip().endswith(":")


def _read_head(passages: list[Passage], ledger: Ledger, record: RecordRef) -> None:
    open_key: str | None = None
    for passage in passages:
        for key, pattern in _HEAD.items():
            if match := pattern.fullmatch(passage.text):
                ledger.take(record, (key,), passage.cut(*match.span("value")))
                ledger.set_label(passage)
                open_key = key
                break
        else:
            match = _NUMBER.fullmatch(passage.text)
            if match or _DATE.fullmatch(passage.text):
                if match and not re.fullmatch(r"[.…\s]+", match["number"]):
                    ledger.take(record, ("number",), passage.cut(*match.span("number")))
                if date := find_date(passage):
                    ledger.take(record, ("date",), *date)
                ledger.set_label(passage)
            elif open_key is None and len(passage.text) < 80:
                continue


def _read_opinions(passages: list[Passage], ledger: Ledger, record: RecordRef) -> None:
    index = -1
    words: list[Passage] = []
    signer: list[Passage] = []
    for passage in passages:
        if match := _OPINION.fullmatch(passage.text):
            _take_words(words, ledger, record, index)
            _take_signer(signer, ledger, record, index)
            words, signer = [], []
            index += 1
            ledger.take(record, ("opinions", index, "role"), passage.cut(*match.span("role")))
            ledger.set_label(passage)
        elif choices := _find_choices(passage.text):
            words += _take_choices(choices, passage, ledger, record, index)
        elif _DOTS.fullmatch(passage.text) or _EMPTY_CHOICE.fullmatch(squeeze(passage.text)):
            ledger.set_label(passage)
        elif (
            not signer and len(passage.text) > 15 and not re.match(r"\(|นาย|นาง|ปลัด|หัวหน้า|ผู้อำนวยการ|รอง", passage.text)
        ):
            words.append(passage)
        else:
            signer.append(passage)
    _take_words(words, ledger, record, index)
    _take_signer(signer, ledger, record, index)


def _find_choices(text: str) -> list[re.Match[str]]:
    """Return the choices that a line consists of, each with its box; none where it is a sentence."""
    found = list(_CHOICE.finditer(text))
    rest = _CHOICE.sub("", text)
    return found if _DOTS.fullmatch(rest) else []


def _take_choices(
    choices: list[re.Match[str]], passage: Passage, ledger: Ledger, record: RecordRef, index: int
) -> Iterator[Passage]:
    """Take what is ticked, or stands alone without a box, and yield what is written behind it."""
    for match in choices:
        is_ticked = _TICKED.search(match["box"]) is not None
        if is_ticked or (len(choices) == 1 and not match["box"]):
            label = _CHOICES[match["choice"]].label
            ledger.take(record, ("opinions", index, "choice"), passage.cut(*match.span("choice")), label)
        if match["rest"] and not _DOTS.fullmatch(match["rest"]):
            yield passage.cut(*match.span("rest"))
    ledger.set_label(passage)


def _take_words(words: list[Passage], ledger: Ledger, record: RecordRef, index: int) -> None:
    if index >= 0 and words:
        ledger.take(record, ("opinions", index, "opinion"), words)


def _take_signer(signer: list[Passage], ledger: Ledger, record: RecordRef, index: int) -> None:
    if index >= 0 and signer:
        take_signer(signer, ledger, record, ("opinions", index))
