"""All OIT items of an ITA year as one table: the office's own list, with what this site answers filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from prongsai.blocks.blocks import Cell, Line, Mark, Row, Span, Table, cell, line
from prongsai.figures.oit_list import OitLine
from prongsai.outputs.pages.lao_pages import LaoPages
from prongsai.outputs.pages.list_table import make_list_table

Links = Sequence[tuple[str, str]]

_TITLES = ("ข้อ", "สิ่งที่แสดง และหมายเหตุ", "สถานะ", "ที่อยู่")
UNLISTED = "ข้อที่เว็บไซต์นี้มี แต่ไม่อยู่ในรายการของหน่วยงาน"
NO_ADDRESS = "ยังไม่มีที่อยู่"


def make_oit_list_table(lao: LaoPages, lines: Iterable[tuple[OitLine, Links]]) -> Table:
    """Return the table of a year.

    Args:
        lao: The LAO.
        lines: The items in order, each with what this site answers: title and page or file in ``content/``.
    """
    bodies: list[list[Row]] = []
    for group, items in groupby(lines, key=lambda item: item[0].group if item[0].entry else UNLISTED):
        head = [Row((cell(group, scope="rowgroup", colspan=len(_TITLES)),))] if group else []
        bodies.append([*head, *(_make_row(lao, oit_line, links) for oit_line, links in items)])
    name = lao.dossier.lao.full_name
    return make_list_table("oit-list-table", f"ข้อ OIT ทั้งหมดของ{name}", _TITLES, *bodies, kind="stack oit")


def _make_row(lao: LaoPages, oit_line: OitLine, links: Links) -> Row:
    code = oit_line.code or "ไม่ทราบเลขข้อ"
    title = oit_line.entry.title if oit_line.entry else oit_line.own.title if oit_line.own else ""
    addresses = [*_list_own_addresses(oit_line, code, lao), *(_make_address(*link, code, lao) for link in links)]
    return Row(
        (
            cell(line(Span(code, kind="code"), f" {title}"), scope="row"),
            cell(*_list_parts(oit_line), kind="parts"),
            cell(make_state(oit_line)),
            cell(*addresses, kind="addresses") if addresses else Cell(),
        )
    )


def make_state(oit_line: OitLine) -> Mark:
    """Return how far an item is there: what it must show is known of this site's own items only."""
    own = oit_line.own
    if own and own.is_published:
        return Mark(own.state.label, own.state.value)
    return Mark("มีที่อยู่", "complete") if oit_line.has_address else Mark(NO_ADDRESS, "missing")


def _list_parts(oit_line: OitLine) -> Iterator[Line]:
    own, entry = oit_line.own, oit_line.entry
    if own and (own.is_published or not oit_line.has_address):
        yield line(Span(f"ในเว็บไซต์นี้: {own.title}", kind="meta"))
        for part in own.parts if own.is_published else ():
            yield (
                line(Mark("ขาด", "missing"), f" {part.lacks}")
                if part.lacks
                else line(Mark("มี", "complete"), f" {part.title}")
            )
    if entry and entry.note:
        yield from (line(text) for text in entry.note.split("\n") if text.strip())


def _list_own_addresses(oit_line: OitLine, code: str, lao: LaoPages) -> Iterator[Line]:
    """Yield what the office itself gives: addresses of other sites, and a file that is published here."""
    entry = oit_line.entry
    if entry is None:
        return
    for number, url in enumerate(entry.url, 1):
        yield _make_address(f"ที่อยู่ {number}" if len(entry.url) > 1 else "เปิดข้อมูล", url, code, lao)
    if entry.file:
        yield _make_address(f"ไฟล์ ({lao.files[entry.file]})", lao.paths.file(entry.file), code, lao)


def _make_address(title: str, target: str, code: str, lao: LaoPages) -> Line:
    address = target if "://" in target else lao.get_address(target)
    return line(Span(title, target), " ", Span(f"{title} {code}", kind="copy"), Span(address, kind="address"))
