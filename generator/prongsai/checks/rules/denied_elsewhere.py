"""สิ่งที่ข้อความหนึ่งของรายงานบอกว่ามี อีกข้อความหนึ่งต้องไม่บอกว่าไม่มี

ตรวจช่องทาง หน่วยงาน ตำแหน่ง ระบบ และคู่มือ ที่ปัญหา คำนำ หรือผลการดำเนินงานบอกว่าหน่วยงานไม่มี กับผลของโครงการที่แล้วเสร็จ
ผู้รายงาน ผู้รับผิดชอบในแผน และช่องทางติดต่อใน lao.yml ของหน่วยงานเดียวกัน สิ่งที่ไม่มีเพียงบางส่วนหรือเคยไม่มีมาก่อนไม่ถือว่าผิด
เหตุที่สำคัญ: รายงานที่ขัดกันเองทำให้ไม่รู้ว่าหน่วยงานมีช่องทางหรือเจ้าหน้าที่จริงหรือไม่ และผลของโครงการนั้นน่าเชื่อถือเพียงใด

ไม่ผ่าน: ปัญหาเขียนว่า หน่วยงานยังไม่มีระบบ E-Service แต่ผลของ p15 เขียนว่า จัดทำระบบ E-Service
ไม่ผ่าน: ปัญหาเขียนว่า ไม่มีนิติกร แต่ผู้รายงานคือ นิติกรชำนาญการ
ผ่าน: ปัญหาเขียนว่า ระบบ E-Service ยังไม่ครบทุกงานบริการ
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.existing_things import Denial, find_assertion, find_denials, names_post
from prongsai.checks.subjects.passages import read_plainly
from prongsai.checks.subjects.text_places import TextPlaces
from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.problem import Problem, Severity, Where
from prongsai.records.dossier import RoundKey
from prongsai.records.progress import Status

ID = "denied-elsewhere"
SEVERITY = Severity.WARNING

_PARTS = {
    "foreword": "คำนำ",
    "introduction": "ข้อความก่อนตาราง",
    "problems": "ปัญหา/อุปสรรค",
    "problems_lead": "ปัญหา/อุปสรรค",
    "eplan_problems": "ปัญหา อุปสรรค ในระบบ e-PlanNACC",
    "suggestions": "ข้อเสนอแนะ",
    "eplan_suggestions": "ข้อเสนอแนะในระบบ e-PlanNACC",
    "supporting_factors": "ปัจจัยสนับสนุน",
    "results": "ผลการดำเนินงาน",
    "outcomes": "ผลลัพธ์",
    "remark": "หมายเหตุ",
    "eplan_remark": "หมายเหตุในระบบ e-PlanNACC",
}
_TOLD_AS_DONE = {"results", "outcomes"}


class _Fact(NamedTuple):
    """Something that the records say: in Thai where, the words, the place, and which channel it is."""

    label: str
    text: str
    where: Where
    channel: str = ""


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what one passage of a report denies and another one tells, or the records name."""
    places = TextPlaces(loaded)
    rounds = {f"progress/{key.slug}": key for key in loaded.dossier.rounds}
    known = {*rounds, *(f"measures/{year}" for year in loaded.dossier.measures)}
    by_document: dict[str, list[PlacedText]] = {}
    for placed in loaded.sources.texts:
        if placed.document in known and placed.key in _PARTS:
            by_document.setdefault(placed.document, []).append(placed)
    for document, texts in by_document.items():
        denials = [(placed, denial) for placed in texts for denial in find_denials(read_plainly(placed.text))]
        if not denials:
            continue
        facts = list(_list_facts(loaded, rounds.get(document), texts))
        named = list(_list_named(loaded, rounds.get(document)))
        for placed, denial in denials:
            fact = _find_fact(placed, denial, facts, named)
            if fact:
                yield Problem(
                    places.where(placed, denial.start),
                    ID,
                    SEVERITY,
                    f"{_PARTS[placed.key]}เขียนว่า “{denial.words}” แต่{fact.label} “{fact.text}”",
                    "ตรวจว่าหน่วยงานมีจริงหรือไม่ แล้วแก้ข้อความที่ผิด",
                    (fact.where,),
                )


def _list_facts(loaded: LoadedDossier, key: RoundKey | None, texts: list[PlacedText]) -> Iterator[_Fact]:
    """Yield the results of what is done."""
    records = {}
    if key is not None:
        records = dict(zip(loaded.sources.progress.get(key, []), loaded.dossier.rounds[key].projects, strict=False))
    for placed in texts:
        if placed.key not in _TOLD_AS_DONE or not isinstance(placed.path[-1], int):
            continue
        record = records.get(placed.path[:2])
        if key is None:
            yield _Fact("ผลของมาตรการเขียนว่า", read_plainly(placed.text), placed.where)
        elif record is not None and record.status is Status.DONE:
            yield _Fact(f"ผลของโครงการ {record.project} เขียนว่า", read_plainly(placed.text), placed.where)


def _list_named(loaded: LoadedDossier, key: RoundKey | None) -> Iterator[_Fact]:
    """Yield the posts and units that the records of the same year name, and the LAO's own channels."""
    dossier, sources = loaded.dossier, loaded.sources
    contacts = dossier.lao.contacts
    for name, channel, value in (("facebook", "Facebook", contacts.facebook), ("line", "Line", contacts.line)):
        if value:
            yield _Fact(f"ช่องทางติดต่อใน lao.yml มี {channel} คือ", value, sources.where("lao", "contacts", name), channel)
    if dossier.lao.website:
        yield _Fact("เว็บไซต์ใน lao.yml คือ", dossier.lao.website, sources.where("lao", "website"), "เว็บไซต์")
    if key is None:
        return
    report, plan = dossier.rounds[key], dossier.find_plan(key.fiscal_year)
    if report.reporter:
        yield _Fact("ผู้รายงานคือ", report.reporter, sources.where_round(key, "reporter"))
    if plan is not None:
        for project in plan.projects_in_force(key.fiscal_year):
            for index, unit in enumerate(project.responsible_units):
                where = sources.where_project(plan.period, project.id, "responsible_units", index)
                yield _Fact(f"ผู้รับผิดชอบโครงการ {project.id} คือ", unit, where)


def _find_fact(placed: PlacedText, denial: Denial, facts: list[_Fact], named: list[_Fact]) -> _Fact | None:
    own = read_plainly(placed.text)
    for fact in facts:
        words = "" if fact.text == own else find_assertion(denial.thing, fact.text)
        if words:
            return fact._replace(text=words)
    for fact in named:
        if denial.thing == fact.channel or (not fact.channel and names_post(denial.thing, fact.text)):
            return fact
    return None
