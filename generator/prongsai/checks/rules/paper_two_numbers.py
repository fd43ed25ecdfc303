"""เลขที่และวันที่ของประกาศ คำสั่ง และบันทึกข้อความต้องมีค่าเดียว และเลขที่ต้องไม่ซ้ำกับฉบับอื่น

ตรวจเลขที่และวันที่ที่เอกสารระบุไว้อีกแห่ง (declared.papers) กับตัวเอกสารใน papers/ และตรวจเลขที่ซ้ำของเอกสารชนิดเดียวกัน
เหตุที่สำคัญ: ผู้อ่านและผู้ตรวจสอบค้นคำสั่งด้วยเลขที่และวันที่ หากไม่ตรงกันจะไม่รู้ว่าฉบับใดมีผล

ไม่ผ่าน: สารบัญพิมพ์คำสั่งที่ 336/2565 แต่ตัวคำสั่งเป็นที่ 372/2565
ไม่ผ่าน: คำสั่งสองฉบับใน papers/ มี number: 372/2565 เหมือนกัน
ผ่าน: สารบัญและตัวคำสั่งเป็นที่ 372/2565 ทั้งสองแห่ง
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.memo import Memo
from prongsai.problem import Problem, Severity
from prongsai.records.papers import Paper, PaperKind
from prongsai.records.plan import Plan
from prongsai.thai.dates import BE_OFFSET, format_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late
from prongsai.thai.text import compact

ID = "paper-two-numbers"
SEVERITY = Severity.ERROR

_PLAIN = compile_late(r"(?:เลขที่|ที่)?0*([0-9]+)/((?:25)?[0-9]{2})")
_HAS_YEAR = compile_late(r".*/2[56][0-9]{2}")
_HAS_NUMBER = compile_late(r"[0-9]")


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield other numbers and dates that the plan gives for its papers, and numbers that two papers share."""
    for plan in loaded.dossier.plans.values():
        yield from _check_declared(loaded, plan)
    yield from _check_shared(loaded)


def _check_declared(loaded: LoadedDossier, plan: Plan) -> Iterator[Problem]:
    sources = loaded.sources
    for index, declared in enumerate(plan.declared.papers):
        paper = loaded.dossier.papers.get(declared.paper)
        if paper is None:
            continue
        place = (plan.period, "declared", "papers", index)
        name = f"papers/{declared.paper}"
        if declared.number and paper.number and _normalise(declared.number) != _normalise(paper.number):
            yield Problem(
                sources.where_plan(*place, "number"),
                ID,
                SEVERITY,
                f"{declared.place}ระบุ{paper.kind.label}เลขที่ “{declared.number}” แต่ตัว{paper.kind.label}เป็นเลขที่ “{paper.number}”",
                "ตรวจกับฉบับลงนาม แล้วแก้เลขที่ให้ตรงกันทุกแห่ง",
                (sources.where(name, "number"),),
            )
        if declared.date and declared.date != paper.date:
            yield Problem(
                sources.where_plan(*place, "date"),
                ID,
                SEVERITY,
                f"{declared.place}ระบุ{paper.kind.label}ลงวันที่ {format_thai_date(declared.date)} "
                f"แต่ตัว{paper.kind.label}ลงวันที่ {format_thai_date(paper.date)}",
                "ตรวจกับฉบับลงนาม แล้วแก้วันที่ให้ตรงกันทุกแห่ง",
                (sources.where(name, "date"),),
            )


def _check_shared(loaded: LoadedDossier) -> Iterator[Problem]:
    first: dict[Hashable, str] = {}
    for paper_id, paper in loaded.dossier.papers.items():
        register = _find_register(paper)
        if register is None:
            continue
        if register in first:
            yield Problem(
                loaded.sources.where(f"papers/{paper_id}", "number"),
                ID,
                SEVERITY,
                f"{paper.kind.label}เลขที่ “{paper.number}” ซ้ำกันสองฉบับ คือ {first[register]} และ {paper_id}",
                "ตรวจกับฉบับลงนาม แล้วแก้เลขที่ของฉบับที่ผิด",
                (loaded.sources.where(f"papers/{first[register]}", "number"),),
            )
        first.setdefault(register, paper_id)


def _find_register(paper: Paper) -> Hashable:
    """Return what one number can stand for only once: kind, office, number and year; None where it is not known.

    A number without its year begins anew every calendar year; old papers kept as files may be of any kind.
    """
    number = _normalise(paper.number or "")
    if paper.kind is PaperKind.FILE or not _HAS_NUMBER.search(number.partition("/")[0]):
        return None
    office = (compact(paper.issuer or ""), compact(paper.unit or "") if isinstance(paper, Memo) else "")
    year = 0 if _HAS_YEAR.fullmatch(number) else paper.date.year + BE_OFFSET
    return paper.kind, office, number, year


def _normalise(number: str) -> str:
    """``ที่ ๐๕/๖๕`` and ``5/2565`` are the same number."""
    text = to_arabic(compact(number))
    match = _PLAIN.fullmatch(text)
    if match is None:
        return text
    return f"{match[1]}/{match[2] if len(match[2]) == 4 else '25' + match[2]}"
