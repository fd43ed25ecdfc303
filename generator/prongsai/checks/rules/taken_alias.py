"""ที่อยู่เดิมใน aliases: ต้องไม่ซ้ำกับที่อยู่ที่ใช้อยู่

ตรวจ aliases: ที่เป็นรหัสหรือช่วงปีซึ่งมีหน้าอยู่แล้ว ที่สองรายการอ้างพร้อมกัน หรือที่เป็นชื่อสงวนของเว็บไซต์
เหตุที่สำคัญ: ที่อยู่หนึ่งเปิดได้หน้าเดียว ผู้อ่านจะไปผิดหน้าหรือไปไม่ถึง

ไม่ผ่าน: p02.yml มี aliases: p01 แต่ยังมี p01.yml
ผ่าน: p01.yml มี aliases: p1 และไม่มี p1.yml
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.load.names import RESERVED
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where

ID = "taken-alias"
SEVERITY = Severity.ERROR


class _Alias(NamedTuple):
    room: str
    id: str
    alias: str
    where: Where


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield each alias that is the id of something there is, or is told twice."""
    taken = _list_taken(loaded)
    first: dict[tuple[str, str], _Alias] = {}
    for alias in _iter_aliases(loaded):
        place = alias.room, alias.alias
        if alias.room == "lao" and alias.alias in RESERVED:
            yield _report(alias, f"ชื่อเดิม “{alias.alias}” สงวนไว้สำหรับหน้าของเว็บไซต์")
        elif place in taken:
            yield _report(
                alias, f"ที่อยู่เดิม “{alias.alias}” ยังเป็นที่อยู่ของ{'ตัวเอง' if alias.alias == alias.id else 'อีกหน้าหนึ่ง'}"
            )
        elif place in first:
            yield _report(alias, f"ที่อยู่เดิม “{alias.alias}” มีบอกไว้แล้วที่ “{first[place].id}”", first[place].where)
        first.setdefault(place, alias)


def _list_taken(loaded: LoadedDossier) -> set[tuple[str, str]]:
    dossier = loaded.dossier
    taken = {("lao", loaded.slug), *(("plan", period) for period in dossier.plans)}
    taken |= {("paper", name) for name in dossier.papers}
    return taken | {(period, project.id) for period, plan in dossier.plans.items() for project in plan.projects}


def _iter_aliases(loaded: LoadedDossier) -> Iterator[_Alias]:
    dossier, sources = loaded.dossier, loaded.sources
    for index, alias in enumerate(dossier.lao.aliases):
        yield _Alias("lao", loaded.slug, alias, sources.where("lao", "aliases", index))
    for name, paper in dossier.papers.items():
        for index, alias in enumerate(paper.aliases):
            yield _Alias("paper", name, alias, sources.where(f"papers/{name}", "aliases", index))
    for period, plan in dossier.plans.items():
        for index, alias in enumerate(plan.aliases):
            yield _Alias("plan", period, alias, sources.where_plan(period, "aliases", index))
        for project in plan.projects:
            for index, alias in enumerate(project.aliases):
                where = sources.where_project(period, project.id, "aliases", index)
                yield _Alias(period, project.id, alias, where)


def _report(alias: _Alias, message: str, *related: Where) -> Problem:
    return Problem(alias.where, ID, SEVERITY, message, f"ลบ {alias.alias} ออกจาก aliases:", related)
