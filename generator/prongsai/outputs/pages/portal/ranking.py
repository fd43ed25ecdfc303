"""The LAOs of a province by implementation level, as e-PlanNACC's provincial table: computed here, else as declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from prongsai.addresses import LaoPaths
from prongsai.blocks.blocks import Line, Row, Span, Table, cell, line, num
from prongsai.documents.formats import format_percent
from prongsai.figures.implementation import compute_places
from prongsai.outputs.pages.list_table import make_list_table
from prongsai.outputs.pages.portal.area import Area
from prongsai.outputs.pages.portal.tables import ABSENT_WORDS, NO_MINIMUM_WORDS
from prongsai.outputs.pages.summary import DeclaredLevel, Summary
from prongsai.records.dossier import RoundKey
from prongsai.records.place_names import name_district, strip_place_kind
from prongsai.records.progress import LevelName
from prongsai.thai.dates import format_thai_date
from prongsai.thai.text import compact, dictionary_key

_Identity = tuple[str, str]


class Ranked(Struct, frozen=True):
    """One LAO of the table.

    Attributes:
        name: Its full name.
        front: Path of its front page; empty where it is not in the site.
        district: Its district.
        percent: The implementation level in percent, at most 100; None where it is not known.
        is_capped: The table marks it with ``*``.
        level: Its level; None where it is not known.
        origin: Where the figure comes from, or why there is none.
    """

    name: str
    front: str
    district: str
    percent: Decimal | None
    is_capped: bool
    level: LevelName | None
    origin: tuple[Line, ...]


def rank_laos(area: Area, declaring: Iterable[Summary]) -> list[tuple[int | None, Ranked]]:
    """Return the LAOs of a province with their places, the highest percent first, unknown ones last.

    What the site computes counts before what a provincial table declares; where two tables differ both are there.

    Args:
        area: The province.
        declaring: The LAOs of the site, whose provincial tables tell of others.
    """
    declared = _collect_declared(area, declaring)
    ranked = []
    for lao in area.laos:
        own = declared.pop(_identify(lao.name, lao.district, area.name), [])
        ranked += list(_rank_own(area, lao, own))
    ranked += [_rank_declared(row, source) for rows in declared.values() for row, source in rows]
    places = compute_places([lao.percent for lao in ranked])
    return sorted(
        zip(places, ranked, strict=True),
        key=lambda item: (
            item[0] is None,
            item[0] or 0,
            dictionary_key(item[1].name),
            dictionary_key(item[1].district),
        ),
    )


def make_ranking_table(area: Area, rows: Iterable[tuple[int | None, Ranked]]) -> Table:
    """Return ranked LAOs as a table with the columns of the provincial table, and where each figure comes from."""
    return make_list_table(
        "area-ranking",
        f"ระดับการนำแผนไปปฏิบัติของหน่วยงานใน{area.title}",
        ("ลำดับ", "ชื่อ อปท.", "อำเภอ", "ร้อยละ", "ระดับการนำไปปฏิบัติ", "ที่มา"),
        (_make_row(place, lao) for place, lao in rows),
    )


def _make_row(place: int | None, lao: Ranked) -> Row:
    percent = "" if lao.percent is None else ("*" if lao.is_capped else "") + format_percent(lao.percent)
    return Row((
        num("" if place is None else str(place)),
        cell(Span(lao.name, lao.front), scope="row"),
        cell(lao.district),
        num(percent),
        cell(lao.level.label if lao.level else "ไม่แสดง"),
        cell(*lao.origin),
    ))  # fmt: skip


def _collect_declared(area: Area, declaring: Iterable[Summary]) -> dict[_Identity, list[tuple[DeclaredLevel, Summary]]]:
    """Return what provincial tables tell of each LAO of a province in the compared round; equal rows once."""
    found: dict[_Identity, list[tuple[DeclaredLevel, Summary]]] = {}
    province = strip_place_kind(area.name)
    for source in declaring:
        for row in source.declared_levels:
            if area.key and row.round == area.key.slug and row.province == province:
                rows = found.setdefault(_identify(row.name, row.district, province), [])
                if all((row.percent, row.is_capped, row.level) != (r.percent, r.is_capped, r.level) for r, _ in rows):
                    rows.append((row, source))
    return found


def _identify(name: str, district: str, province: str) -> _Identity:
    return compact(name), name_district(district, strip_place_kind(province))


def _rank_own(area: Area, lao: Summary, declared: list[tuple[DeclaredLevel, Summary]]) -> Iterator[Ranked]:
    """Yield an LAO of the site by what is computed of it; without that by what others declare; else unknown."""
    round_ = area.find_round(lao)
    if round_ and round_.level and area.key:
        level = round_.level
        report = LaoPaths(lao.slug).report(area.key)
        origin = (line(Span("คำนวณจากรายงานในเว็บไซต์นี้", report)),)
        yield Ranked(lao.name, lao.front, lao.district, level.percent, level.is_capped, level.name, origin)
    elif declared:
        yield from (_rank_declared(row, source, lao) for row, source in declared)
    else:
        why = (line(NO_MINIMUM_WORDS if round_ else ABSENT_WORDS),)
        yield Ranked(lao.name, lao.front, lao.district, None, is_capped=False, level=None, origin=why)


def _rank_declared(row: DeclaredLevel, source: Summary, lao: Summary | None = None) -> Ranked:
    report = LaoPaths(source.slug).report_eplan(RoundKey.from_slug(row.round))
    origin = [line(Span(f"ตามตารางระดับจังหวัดที่{source.name}เผยแพร่", report))]
    if row.as_of:
        origin.append(line(Span(f"ข้อมูล ณ วันที่ {format_thai_date(row.as_of)}", kind="meta")))
    front = lao.front if lao else ""
    return Ranked(row.name, front, row.district, row.percent, row.is_capped, row.level, tuple(origin))
