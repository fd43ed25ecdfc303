"""ปีการประเมิน ITA ที่เผยแพร่แล้วต้องมีข้อมูลของทุกข้อ OIT

ตรวจตั้งแต่ปีการประเมินแรกที่มีรายงานผลหรือมาตรการ จนถึงปีก่อนปีล่าสุดที่มี ปีล่าสุดอาจยังเผยแพร่ไม่ครบจึงไม่ตรวจ ข้อมูลชนิดที่เคยมี
ตรวจตั้งแต่ปีแรกที่มี และตรวจเฉพาะข้อที่ทราบรหัส
เหตุที่สำคัญ: ผู้ประเมินเปิดดูทีละข้อ ข้อที่ไม่มีหน้าให้เปิดไม่ได้คะแนน และประชาชนติดตามผลของปีนั้นไม่ได้

ไม่ผ่าน: มี progress/2566-12.yml และ progress/2568-12.yml แต่ไม่มี progress/2567-12.yml
ผ่าน: มี progress/2567-12.yml ด้วย
ผ่าน: oit/2568.yml ให้ที่อยู่ของข้อนั้นซึ่งเผยแพร่ไว้ที่อื่น
ผ่าน: ignore: [{rule: oit-item-missing, kind: measures, reason: เผยแพร่มาตรการที่เว็บไซต์หลัก}] ใน lao.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.plan_periods import name_plan
from prongsai.figures.oit import OitItem, compute_oit_items
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import Dossier
from prongsai.records.oit import OitKind
from prongsai.records.progress import Round

ID = "oit-item-missing"
SEVERITY = Severity.WARNING


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield what is missing of ITA years that are over, one problem for each sort of record."""
    dossier, sources = loaded.dossier, loaded.sources
    shown = {key.fiscal_year + (key.round is Round.TWELVE): f"progress/{key.slug}" for key in dossier.rounds}
    shown |= {year: f"measures/{year}" for year in dossier.measures}
    if not shown or (sources.has_unread_plan and not dossier.plans):  # whose years nobody knows
        return
    first, newest = min(shown), max(shown)
    missing: dict[str, dict[str, list[str]]] = {}
    for year in range(first, newest):
        # The ledger keeps no year of which everything is missing.
        elsewhere = _list_published_elsewhere(loaded, year)
        asked = loaded.ledger.oit_items.get(year) or compute_oit_items(dossier, loaded.ledger.by_round, year)
        for item in asked:
            name = _get_record_name(dossier, item)
            is_unread = sources.has_unread_plan if item.kind is OitKind.PLAN else name in sources.broken
            is_there = item.is_published or item.kind in elsewhere
            if item.code and not is_there and not is_unread and _is_asked(dossier, item, first):
                sort = OitKind.MEASURES if item.kind is OitKind.MEASURES_RESULT else item.kind
                missing.setdefault(sort.value, {}).setdefault(name, []).append(f"{item.code} ของปี {year}")
    for kind, names in missing.items():
        files = ", ".join(f"{name}.yml" for name in names)
        items = ", ".join(item for codes in names.values() for item in codes)
        yield Problem(
            sources.where("lao"),
            ID,
            SEVERITY,
            f"มีข้อมูลถึงการประเมิน ITA ปี {newest} แล้ว แต่ไม่มี {files} จึงขาดข้อ OIT {items}",
            f"เพิ่ม {files} หากเผยแพร่ไว้ที่อื่น เขียน ignore พร้อมเหตุผลใน lao.yml โดยระบุ kind: {kind}",
            (sources.where(shown[newest]),),
            kind,
        )


def _list_published_elsewhere(loaded: LoadedDossier, year: int) -> set[OitKind]:
    """Return the items to which the office's own list gives an address."""
    lines = loaded.ledger.oit_lists.get(year, ())
    return {line.own.kind for line in lines if line.own and line.entry and line.entry.has_address}


def _get_record_name(dossier: Dossier, item: OitItem) -> str:
    if item.kind is OitKind.PLAN:
        return name_plan(dossier, item.fiscal_year)
    return f"progress/{item.round.slug}" if item.round else f"measures/{item.fiscal_year}"


def _is_asked(dossier: Dossier, item: OitItem, first: int) -> bool:
    """A year outside all plans is another plan's; what was never recorded before may have been published elsewhere.

    Of a plan that is known from its report the plan itself is not there, and nobody asks for it again.
    """
    if not dossier.plans:
        return item.round is None and item.fiscal_year >= first
    if item.kind is OitKind.PLAN or dossier.find_plan(item.fiscal_year) is None:
        return False
    years = (
        [key.fiscal_year for key in dossier.rounds if key.round is item.round.round]
        if item.round
        else list(dossier.measures)
    )
    return item.fiscal_year >= min(years, default=first)
