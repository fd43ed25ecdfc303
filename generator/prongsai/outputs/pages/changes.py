"""The changes to an LAO's records as pages show them: what, from, to, why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from prongsai.blocks.blocks import Row, Span, Table, cell, line
from prongsai.documents.formats import format_baht, format_decimal
from prongsai.history.changes import Action
from prongsai.history.history import PublicChange
from prongsai.history.values import Form
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.records.dossier import RoundKey
from prongsai.thai.dates import format_thai_date

_TITLES = ("วันที่", "สิ่งที่แก้", "เดิม", "ใหม่", "เหตุผล")
_WITHHELD = "ไม่แสดงค่าเดิมและค่าใหม่ เพราะเป็นข้อมูลส่วนบุคคลหรือชื่อบุคคล"
NOTHING = "ไม่มี"
NO_REASON = "ไม่ได้ระบุเหตุผล"
_LONGEST = 300  # letters of a value on a page; the files to download have all of it
_AROUND = 60  # letters that a page shows before and after what differs
_THINGS = {
    "lao": "ข้อมูลหน่วยงาน",
    "plan": "แผน",
    "project": "โครงการ",
    "round": "รายงาน",
    "progress": "ผลของโครงการ",
    "measures": "มาตรการ",
    "oit": "ข้อ OIT",
    "paper": "เอกสาร",
    "file": "ไฟล์",
}


class ShownChange(NamedTuple):
    """A change in the words of a page.

    Attributes:
        date: The day in Thailand.
        subject: What was changed.
        page: Its page in ``content/``, None where it has none.
        field: What of it; empty where it came or went as a whole.
        old: The value before.
        new: The value after.
        is_withheld: Neither is shown.
        reason: Why.
        commit: The first digits of the commit's id, empty for none.
    """

    date: dt.date
    subject: str
    page: str | None
    field: str
    old: str
    new: str
    is_withheld: bool
    reason: str
    commit: str


def list_changes(lao: LaoPages, changes: Iterable[PublicChange]) -> list[ShownChange]:
    """Return some changes as pages show them."""
    return [_show(lao, change) for change in changes]


def make_changes_table(
    lao: LaoPages, caption: str, changes: Iterable[PublicChange], *, names_subject: bool = True
) -> Table:
    """Return changes as a table, in the order given; on a project's own page what was changed need not be named."""
    rows = (_make_row(change, names_subject=names_subject) for change in list_changes(lao, changes))
    return make_list_table("changes-table", caption, _TITLES, rows, kind="stack changes")


def _make_row(change: ShownChange, *, names_subject: bool) -> Row:
    commit = line(Span("รหัส", kind="meta"), " ", Span(change.commit, kind="address")) if change.commit else ""
    subject = Span(change.subject, change.page or "") if names_subject else ""
    old, new = (_WITHHELD, "ไม่แสดง") if change.is_withheld else (change.old, change.new)
    return Row(
        (
            cell(format_thai_date(change.date), commit),
            cell(subject, change.field, scope="row"),
            cell(old),
            cell(new),
            cell(change.reason),
        )
    )


def _show(lao: LaoPages, change: PublicChange) -> ShownChange:
    thing = _THINGS[change.key[0]]
    round_ = RoundKey.from_slug(change.key[1]).label if change.key[0] == "progress" and change.key[1:] else ""
    field, old, new = change.field, change.old, change.new
    if change.action is Action.ADDED:
        field, old, new = f"เพิ่ม{thing}", "", "เพิ่มใหม่"
    elif change.action is Action.REMOVED:
        field, old, new = f"ลบ{thing}", "มีอยู่", "ลบแล้ว"
    else:
        old, new = (_format(value, change.form) for value in _cut(old, new))
    return ShownChange(
        change.date,
        describe_subject(change),
        find_page(lao, change),
        f"{round_} › {field}" if round_ else field,
        old or NOTHING,
        new or NOTHING,
        change.is_withheld,
        change.reason or NO_REASON,
        change.commit[:8],
    )


def describe_subject(change: PublicChange) -> str:
    """Return what was changed, by its name where it has one."""
    kind, *ids = change.key
    if not ids:
        return _THINGS[kind]
    if kind == "plan":
        return f"แผน พ.ศ. {ids[0]}" if ids[0] else "แผน"
    if kind == "round":
        return f"รายงาน {RoundKey.from_slug(ids[0]).label}"
    if kind == "progress":
        return change.name or f"โครงการ {ids[-1]}"
    if kind == "measures":
        return f"มาตรการส่งเสริมคุณธรรมฯ ปี {ids[0]}"
    if kind == "oit":
        return f"ข้อ OIT ทั้งหมดของการประเมิน ITA ปี {ids[0]}"
    return change.name or f"{_THINGS[kind]} {ids[-1]}"


def find_page(lao: LaoPages, change: PublicChange) -> str | None:
    """Return the page of what was changed, None where it has none now."""
    kind, *ids = change.key
    if change.project:
        return lao.paths.plan(change.project[0]).project(change.project[1])
    if kind == "lao":
        return lao.paths.front
    if not change.is_there or not ids:
        return None
    if kind == "plan":
        return lao.plan_front(lao.dossier.plans[ids[0]])
    if kind == "round":
        key = RoundKey.from_slug(ids[0])
        return lao.paths.report(key) if key in lao.ledger.by_round else None
    if kind == "measures":
        return lao.paths.measures(int(ids[0]))
    if kind == "oit":
        return lao.paths.oit(int(ids[0]))
    if kind == "paper":
        return lao.paths.paper(ids[0]) if ids[0] in lao.shelf.papers else None
    return lao.paths.file(ids[0]) if kind == "file" and ids[0] in lao.files else None


def _format(value: str, form: Form) -> str:
    try:
        if form is Form.MONEY and value[:1].isdecimal():
            return f"{format_baht(Decimal(value))} บาท"
        if form is Form.NUMBER and value:
            return format_decimal(Decimal(value))
        if form is Form.DATE and value:
            return format_thai_date(dt.date.fromisoformat(value))
    except (ValueError, InvalidOperation):
        return value  # as it was typed: nothing could be made of it then
    return value


def _cut(old: str, new: str) -> tuple[str, str]:
    """Return two values without most of the long text that both begin and end with."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    start = max(_count_common(old, new) - _AROUND, 0)
    end = max(_count_common(old[start:][::-1], new[start:][::-1]) - _AROUND, 0)
    return _shorten(old, start, end), _shorten(new, start, end)


def _count_common(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    both = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in both if a != b), min(len(one), len(other)))


def _shorten(text: str, start: int, end: int) -> str:
    kept = text[start : len(text) - end]
    shown = kept[:_LONGEST]
    return f"{'…' if start else ''}{shown}{'…' if end or len(shown) < len(kept) else ''}" if text else ""
