"""เอกสารแต่ละฉบับต้องเป็นของแผนเดียว และต้องรู้ว่าเป็นของแผนใด

ตรวจ plan: ของเอกสารใน papers/ กับแผนที่มีและกับแผนที่อ้างถึงเอกสารนั้น (รวมรายงานผลของปีในแผน) เอกสารที่สองแผนอ้างถึง
และเมื่อมีหลายแผน เอกสารที่ไม่มีใครอ้างถึงและวันที่ไม่อยู่ในปีของแผนใด ยกเว้นเอกสารที่มีเพียงไฟล์
เหตุที่สำคัญ: ผู้อ่านที่เปิดแผนหนึ่งต้องพบประกาศและคำสั่งของแผนนั้น ไม่ใช่ของอีกแผนหนึ่ง

ไม่ผ่าน: papers/adopt-2570.yml มี plan: 2566-2570 แต่แผน 2571-2575 มี announcement: adopt-2570
ไม่ผ่าน: มีแผน 2566-2570 กับ 2571-2575 และมีคำสั่งลงวันที่ 5 สิงหาคม 2565 ที่ไม่มีใครอ้างถึง โดยไม่มี plan:
ผ่าน: คำสั่งฉบับนั้นมี plan: 2566-2570
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.checks.subjects.paper_references import PaperReference, are_references_read, iter_paper_references
from prongsai.load.sources import LoadedDossier
from prongsai.load.validation import suggest
from prongsai.problem import Problem, Severity
from prongsai.records.papers import PaperKind
from prongsai.thai.dates import format_thai_date

ID = "paper-plan"
SEVERITY = Severity.ERROR


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield papers that name an unknown plan, belong to two plans, or to nobody knows which."""
    named: dict[str, dict[str, list[PaperReference]]] = {}
    for reference in iter_paper_references(loaded):
        if reference.plan is not None:
            by_period = named.setdefault(reference.paper_id, {})
            by_period.setdefault(reference.plan.period, []).append(reference)
    for paper_id, paper in loaded.dossier.papers.items():
        by_period = named.get(paper_id, {})
        if paper.plan is None:
            yield from _check_owners(paper_id, by_period)
        elif paper.plan in loaded.dossier.plans:
            others = [item for period, items in by_period.items() if period != paper.plan for item in items]
            yield from _check_given(loaded, paper_id, paper.plan, others)
        elif not loaded.sources.has_unread_plan:
            yield _tell_unknown(loaded, paper_id, paper.plan)
    yield from _find_lost(loaded)


def _check_owners(paper_id: str, by_period: dict[str, list[PaperReference]]) -> Iterator[Problem]:
    """Yield the first mention by every plan but the first; without ``plan:`` of its own a paper is the first one's."""
    owner, *others = by_period or [""]
    for period in others:
        yield Problem(
            by_period[period][0].where,
            ID,
            SEVERITY,
            f"เอกสาร {paper_id} เป็นของแผน {owner} อยู่แล้ว แต่แผน {period} อ้างถึงด้วย",
            "แก้รหัสในที่ที่อ้างผิด หากเป็นฉบับเดียวกันจริง ให้เพิ่มใน papers/ อีกรหัสหนึ่งที่มี kind: เอกสาร",
            (by_period[owner][0].where,),
        )


def _check_given(
    loaded: LoadedDossier, paper_id: str, period: str, others: Sequence[PaperReference]
) -> Iterator[Problem]:
    if others:
        names = " และ ".join(dict.fromkeys(item.plan.period for item in others if item.plan))
        yield Problem(
            loaded.sources.where(f"papers/{paper_id}", "plan"),
            ID,
            SEVERITY,
            f"เอกสาร {paper_id} ระบุว่าเป็นของแผน {period} แต่แผน {names} อ้างถึง",
            "แก้ plan: ของเอกสาร หรือแก้รหัสในที่ที่อ้างผิด",
            tuple(item.where for item in others),
        )


def _tell_unknown(loaded: LoadedDossier, paper_id: str, period: str) -> Problem:
    plans = loaded.dossier.plans
    fix = f"แก้เป็นช่วงปีของแผนที่มี ({', '.join(plans)}) หรือสร้าง {period}/plan.yml" if plans else f"สร้าง {period}/plan.yml"
    return Problem(
        loaded.sources.where(f"papers/{paper_id}", "plan"),
        ID,
        SEVERITY,
        f"ไม่มีแผน “{period}”",
        suggest(period, plans, fix),
    )


def _find_lost(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield papers of which neither they themselves, nor a record, nor the date tell the plan."""
    dossier = loaded.dossier
    if len(dossier.plans) < 2 or not are_references_read(loaded):
        return
    for paper_id, paper in dossier.papers.items():
        is_told = paper.plan is not None or dossier.get_purpose(paper_id) is not None
        if is_told or paper.kind is PaperKind.FILE or dossier.find_paper_plan(paper_id) is not None:
            continue
        yield Problem(
            loaded.sources.where(f"papers/{paper_id}", "date"),
            ID,
            SEVERITY,
            f"ไม่รู้ว่า{paper.kind.label}นี้เป็นของแผนใด: ไม่มีใครอ้างถึง และวันที่ {format_thai_date(paper.date)} ไม่อยู่ในปีของแผนใด",
            "เพิ่ม " + " หรือ ".join(f"plan: {period}" for period in dossier.plans),
        )
