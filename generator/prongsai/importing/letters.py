"""Announcements and orders in the official form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.importing.ledger import Ledger, RecordRef
from prongsai.importing.listed import flatten
from prongsai.importing.lists import join_paragraphs, read_items
from prongsai.importing.outline import Section
from prongsai.importing.reading_values import find_date
from prongsai.importing.source import CellText, Passage, TableText
from prongsai.importing.wording import LAO_TYPE, is_title
from prongsai.reading.marks import find_mark

_NUMBER = re.compile(r"(?:ที่|เลขที่)\s*(?P<number>\S+(?:\s?/\s?\S+)?(?:\s\S+)?)")
_SUBJECT = re.compile(r"เรื่อง\s*:?\s*")
_OPENS = re.compile("(?:ด้วย(?!ความ)|ตามที่|ตามหนังสือ|อาศัย|อนุสนธิ|เนื่องจาก|เนื่องด้วย|โดยที่|บัดนี้|เพื่อให้|ตามประกาศ|ตามมติ|ดังนั้น)")
_CLOSING = re.compile(
    r"จึง(?:ขอ)?(?:ประกาศ|แจ้ง)?(?:มา)?(?:ให้|เพื่อ)?(?:โปรด)?ทราบ.{0,60}|จึงประกาศ(?:มา.{0,60}|.{0,60}ทั่วกัน.{0,20})?"
)
_DATED = re.compile(r"(?:ประกาศ|สั่ง|ทั้งนี้\s*)\s?ณ\s?วันที่\s*")
_EFFECTIVE = re.compile(r"(?:ทั้งนี้\s*)?(?:ให้มีผล(?:ใช้บังคับ)?\s*)?ตั้งแต่\s*(?:วันที่\s*|บัดนี้)?.*")
_FROM_NOW = re.compile(r"(?:ทั้งนี้\s*)?(?:ให้มีผล.{0,20})?ตั้งแต่(?:บัดนี้|วันออกคำสั่ง|วันที่ลงนาม|วันลงนาม).{0,30}")
_NAME = re.compile(r"\(\s*(?P<name>[^()]+?)\s*\)")
_PERSON = re.compile(r"(?:นาย(?!ก(?:เทศ|องค์|เมือง|อบ|สภา))|นางสาว|นาง|น\.ส\.|ว่าที่|ร้อย|พัน|สิบ|จ่า|ดร\.)\s?[ก-๙]")
_NAMED = re.compile(
    r"(?P<name>(?:นาย(?!ก(?:เทศ|องค์|เมือง|อบ|สภา))|นางสาว|นาง|น\.ส\.|ว่าที่\S*\s?\S*?|ดร\.)\s?[ก-๙]+\s+[ก-๙]+)\s*(?:ตำแหน่ง\s*)?(?P<rest>.*)"
)
_DUTIES_LEAD = re.compile(
    r"(?!.*แต่งตั้ง).{0,120}หน้าที่.{0,120}(?:ดังนี้|ต่อไปนี้)\s*:?|(?:โดย|ให้|มี)?.{0,60}(?:อำนาจ)?หน้าที่(?:และอำนาจ)?\s*:?"
)
_ROLE = re.compile(
    r"\s+(?:เป็น\s*)?(?P<role>(?:รอง|ผู้ช่วย)?(?:ประธาน|กรรมการ|คณะกรรมการ|อนุกรรมการ|คณะทำงาน|เลขานุการ|ที่ปรึกษา|หัวหน้าคณะทำงาน)[ก-๙/ ]*)\Z"
)
_RULE = re.compile(r"[\s.…_*=~–—-]{3,}")  # a line drawn below the subject
_SIGN_HERE = re.compile(r"\(?\s*" + r"\s?".join("ลงชื่อ") + r"\s*\)?[\s.…_]*")
_MAX_SUBJECT_LINE = 130


def read_letter(section: Section, ledger: Ledger, index: int) -> RecordRef:
    """Take the fields of an announcement or order."""
    record = RecordRef("paper", str(index))
    head = section.heading[0]
    kind_at = head.text.index(section.number)
    ledger.take(record, ("kind",), head.cut(kind_at, kind_at + len(section.number)), section.number)
    ledger.set_label(head)
    queue = list(section.parts)
    body = _read_head(queue, ledger, record)
    foot = next(
        (at for at, part in enumerate(body) if isinstance(part, Passage) and _DATED.match(part.text)), len(body)
    )
    _read_foot([part for part in body[foot:] if isinstance(part, Passage)], ledger, record)
    body = body[:foot]
    if section.number == "คำสั่ง":
        _read_order(body, ledger, record)
    else:
        _read_announcement([part for part in body if isinstance(part, Passage)], ledger, record)
    return record


def _read_head(queue: list[Passage | TableText], ledger: Ledger, record: RecordRef) -> list[Passage | TableText]:
    subject: list[Passage] = []
    while queue:
        part = queue[0]
        if not isinstance(part, Passage):
            break
        if _RULE.fullmatch(part.text):
            ledger.set_label(part)
            queue.pop(0)
            continue
        number = _NUMBER.fullmatch(part.text)
        title = _SUBJECT.match(part.text)
        if not subject and number and len(part.text) < 40:
            ledger.take(record, ("number",), part.cut(*number.span("number")))
            ledger.set_label(part)
        elif not subject and title:
            ledger.set_label(part.cut(0, title.end()))
            subject = [part.cut(title.end())]
        elif subject and len(subject) < 4 and len(part.text) <= _MAX_SUBJECT_LINE and not _OPENS.match(part.text):
            subject.append(part)
        elif not subject and (re.match(LAO_TYPE, part.text) or is_title(part.text)) and len(part.text) < 100:
            ledger.set_label(part)
        else:
            break
        queue.pop(0)
    ledger.take(record, ("subject",), subject)
    return queue


def _read_announcement(body: list[Passage], ledger: Ledger, record: RecordRef) -> None:
    closing = next((p for p in reversed(body) if _CLOSING.fullmatch(p.text)), None)
    for position, paragraph in enumerate(join_paragraphs(p for p in body if p is not closing)):
        ledger.take(record, ("paragraphs", position), paragraph)
    if closing:
        ledger.take(record, ("closing",), closing)


def _read_order(body: list[Passage | TableText], ledger: Ledger, record: RecordRef) -> None:
    paragraphs: list[Passage] = []
    duties: list[Passage] = []
    members = 0
    in_duties = False
    for part in body:
        if isinstance(part, TableText):
            for row in part.rows:
                members += _take_member(row, ledger, record, members)
            continue
        role = _ROLE.search(part.text)
        if (found := find_date(part)) and _EFFECTIVE.match(part.text):
            _take_effective(part, found, ledger, record)
        elif not in_duties and _DUTIES_LEAD.fullmatch(part.text) and not find_mark(part.text):
            in_duties = True
            ledger.take(record, ("duties_lead",), part)
        elif not in_duties and role and len(part.text) < 160 and (find_mark(part.text) or members):
            members += _take_member([part], ledger, record, members)
        elif _FROM_NOW.fullmatch(part.text):
            continue  # no day that a record could hold
        else:
            (duties if in_duties else paragraphs).append(part)
    for position, paragraph in enumerate(join_paragraphs(paragraphs)):
        ledger.take(record, ("paragraphs", position), paragraph)
    for position, item in enumerate(read_items(duties)):
        ledger.take(record, ("duties", position), flatten(item, ledger))


def _take_effective(part: Passage, found: tuple[Passage, str], ledger: Ledger, record: RecordRef) -> None:
    ledger.take(record, ("effective_date",), *found)
    ledger.set_label(part)


def _take_member(cells: Sequence[CellText | Passage], ledger: Ledger, record: RecordRef, index: int) -> int:
    """Take one member, in cells of a row or on one line; return 0 where the row holds none."""
    passages = [p for cell in cells for p in ([cell] if isinstance(cell, Passage) else cell.passages)]
    if not passages:
        return 0
    if re.fullmatch(r"[-\s]+", passages[0].text) or re.match(
        r"(?:ลำดับ|ตำแหน่ง|ชื่อ\s*[-–]\s*สกุล|รายชื่อ)", passages[0].text
    ):
        ledger.set_label(*passages)
        return 0
    mark = find_mark(passages[0].text)
    if mark and mark.parts:
        ledger.set_label(passages[0].cut(0, mark.end))
        passages[0] = passages[0].cut(mark.end)
    elif re.fullmatch(r"[0-9๐-๙]+", passages[0].text):
        ledger.set_label(passages.pop(0))
    passages = [passage for passage in passages if passage.text]
    role = passages.pop() if len(passages) > 1 else None
    if role is None and passages and (found := _ROLE.search(passages[0].text)):
        role = passages[0].cut(*found.span("role"))
        passages[0] = passages[0].cut(0, found.start("role"))
    if role is None:
        return 0
    if passages and passages[0].text.endswith(" เป็น"):
        ledger.set_label(passages[0].cut(len(passages[0].text) - 4))
        passages[0] = passages[0].cut(0, -5)
    if passages and (named := _NAMED.fullmatch(passages[0].text)):
        ledger.take(
            record, ("members", index, "name"), passages[0].cut(*named.span("name")), doubt="ชื่อบุคคลจะเผยแพร่บนเว็บไซต์"
        )
        ledger.set_label(passages[0].cut(named.end("name"), named.start("rest")))
        passages[0] = passages[0].cut(named.start("rest"))
    ledger.take(record, ("members", index, "position"), passages)
    ledger.take(record, ("members", index, "role"), role)
    return 1


def _read_foot(passages: list[Passage], ledger: Ledger, record: RecordRef) -> None:
    """The date, the dotted line or a name, the position."""
    if not passages:
        return
    if date := find_date(passages[0]):
        ledger.take(record, ("date",), *date)
        ledger.set_label(passages[0])
    take_signer(passages[1:], ledger, record, ("signer",))


def take_signer(passages: list[Passage], ledger: Ledger, record: RecordRef, path: tuple[str | int, ...]) -> None:
    """Take a name in brackets, or the dots for one, and the position below it."""
    position: list[Passage] = []
    for whole in passages:
        passage = whole
        if signed := _SIGN_HERE.match(passage.text):
            ledger.set_label(passage.cut(0, signed.end()))
            passage = passage.cut(signed.end())
        text = passage.text
        if re.fullmatch(r"[(\s.…_)]*|ลงนาม.{0,20}|-.*ลงชื่อ.*|\(?สำเนา.{0,30}", text):
            ledger.set_label(passage)
        elif (name := _NAME.fullmatch(text)) and not position:
            ledger.take(record, (*path, "name"), passage.cut(*name.span("name")), doubt="ชื่อบุคคลจะเผยแพร่บนเว็บไซต์")
            ledger.set_label(passage)
        elif _PERSON.match(text) and not position and len(text) < 60:
            ledger.take(record, (*path, "name"), passage, doubt="ชื่อบุคคลจะเผยแพร่บนเว็บไซต์")
        elif len(position) < 2:
            position.append(passage)
    if position:
        begin = re.match(r"ตำแหน่ง\s*:?\s*", position[0].text)
        if begin:
            ledger.set_label(position[0].cut(0, begin.end()))
            position[0] = position[0].cut(begin.end())
        ledger.take(record, (*path, "position"), position)
