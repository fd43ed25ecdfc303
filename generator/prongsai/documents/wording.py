"""The standard wording of official papers, for what a paper's file leaves out.

A text that the file gives is never touched. The standard text follows from the records: type of LAO, plan years,
fiscal year, round, dates and figures, so that it cannot disagree with the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prongsai.blocks.blocks import number_lines
from prongsai.documents.formats import format_percent, format_round_period, format_sum_baht
from prongsai.figures.ledger import Ledger
from prongsai.figures.money_sum import MoneySum
from prongsai.figures.round_results import RoundResults
from prongsai.papers.kinds.announcement import Announcement
from prongsai.papers.kinds.memo import Memo, MemoOpinion, Opinion
from prongsai.papers.kinds.order import Order
from prongsai.records.dossier import Dossier, PaperRole, Purpose, RoundKey
from prongsai.records.papers import Letter, Paper, Signer
from prongsai.records.plan import Plan
from prongsai.records.progress import Status
from prongsai.thai.dates import format_thai_date

_PLAN = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส"
_FRAME = "เพื่อใช้เป็นกรอบการดำเนินงานด้านการป้องกันการทุจริตของหน่วยงาน"
_ATTACHED = "รายละเอียดปรากฏตามเอกสารแนบท้ายประกาศนี้"
_HEAD_OF_OFFICE = "หัวหน้าสำนักปลัด"


def complete_paper(ledger: Ledger, paper_id: str) -> Paper:
    """Return a paper with the standard text for every part that its file leaves out and the records can tell."""
    dossier = ledger.dossier
    paper = dossier.papers[paper_id]
    purpose = dossier.get_purpose(paper_id)
    if purpose and purpose.role.paper_kind is not paper.kind:
        purpose = None
    texts: dict[str, Any] = {}
    if purpose:
        texts["subject"] = compose_subject(dossier, purpose)
    match paper:
        case Announcement():
            texts["paragraphs"] = _compose_announcement(ledger, purpose) if purpose else ()
        case Order():
            texts["paragraphs"] = _compose_order(dossier, purpose.plan) if purpose else ()
        case Memo():
            texts |= _compose_memo(ledger, purpose)
    if isinstance(paper, Letter) and not paper.issuer:
        texts["signer"] = Signer(position=dossier.lao.head)
    missing = {name: text for name, text in texts.items() if text and not getattr(paper, name)}
    return paper.model_copy(update=missing) if missing else paper


def name_paper(dossier: Dossier, paper: Paper) -> str:
    """Return what a paper is called in lists: kind, issuer, number, subject."""
    if not paper.has_text:
        return paper.subject or ""
    number = f" ที่ {paper.number}" if paper.number else ""
    return f"{paper.kind.label}{paper.issuer or dossier.lao.full_name}{number} เรื่อง {paper.subject or ''}"


def get_plan_name(plan: Plan | None) -> str:
    """Return the plan's official title with its years, as far as they are known."""
    return plan.name if plan else _PLAN


def compose_subject(dossier: Dossier, purpose: Purpose) -> str:
    """Return what a paper is about; its head already says ประกาศ or คำสั่ง, and whose it is."""
    plan = get_plan_name(purpose.plan)
    match purpose.role:
        case PaperRole.ADOPTION:
            return f"การใช้{plan}"
        case PaperRole.COMMITTEE:
            return f"แต่งตั้งคณะกรรมการจัดทำ{plan}"
        case PaperRole.AMENDMENT if purpose.amendment:
            return f"การใช้{plan} {purpose.amendment.kind.label} ครั้งที่ {purpose.amendment.number}"
        case PaperRole.MEASURES if purpose.fiscal_year:
            measures = _name_measures(purpose.fiscal_year)
            return f"รายงานผลการดำเนินการตาม{measures}" if _has_results(dossier, purpose.fiscal_year) else measures
    return f"รายงานผลการดำเนินการตาม{plan} ประจำ{purpose.key.label if purpose.key else ''}"


def _name_measures(fiscal_year: int) -> str:
    return f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {fiscal_year}"


def _has_results(dossier: Dossier, fiscal_year: int) -> bool:
    """Tell whether the measures of a year have results; before that it is the measures that are announced."""
    sections = dossier.measures[fiscal_year].sections
    return any(measure.results or measure.outcomes for section in sections for measure in section.measures)


def _compose_announcement(ledger: Ledger, purpose: Purpose) -> tuple[str, ...]:
    dossier = ledger.dossier
    plan, lao = get_plan_name(purpose.plan), dossier.lao.full_name
    match purpose.role:
        case PaperRole.ADOPTION if purpose.plan:
            return (
                (f"ด้วย{lao}ได้จัดทำ{plan} {_FRAME} และให้การบริหารราชการเป็นไปตามหลักธรรมาภิบาล โปร่งใส และตรวจสอบได้"),
                (
                    f"ดังนั้น เพื่อแสดงเจตจำนงสุจริตในการต่อต้านการทุจริตให้เห็นเป็นรูปธรรม {lao}จึงประกาศใช้แผนดังกล่าว "
                    f"ตั้งแต่ปีงบประมาณ พ.ศ. {purpose.plan.years.first} เป็นต้นไป {_ATTACHED}"
                ),
            )
        case PaperRole.AMENDMENT if purpose.amendment:
            change = purpose.amendment
            return (
                f"ตามที่{lao}ได้ประกาศใช้{plan}{_tell_adoption(dossier, purpose.plan)} นั้น",
                (
                    f"เพื่อให้แผนเป็นปัจจุบันและเหมาะสมกับการดำเนินงานของหน่วยงาน {lao}"
                    f"จึงประกาศ{change.kind.label}แผนดังกล่าว ครั้งที่ {change.number} ดังนี้"
                ),
                *(f"{line.number} {line.text}".strip() for line in number_lines(change.summary, ".")),
            )
        case PaperRole.REPORT if purpose.key in ledger.by_round and purpose.key:
            return (
                f"ตามที่{lao}ได้ประกาศใช้{plan}{_tell_adoption(dossier, purpose.plan)} {_FRAME} นั้น",
                " ".join(
                    (
                        f"เพื่อให้ประชาชนได้รับทราบผลการดำเนินการตามแผนดังกล่าว {lao}จึงขอเผยแพร่รายงานผลการดำเนินการ",
                        f"ประจำ{_name_round(purpose.key)}",
                        *_tell_results(ledger.by_round[purpose.key]),
                        _ATTACHED,
                    )
                ),
            )
        case PaperRole.MEASURES if purpose.fiscal_year:
            measures = _name_measures(purpose.fiscal_year)
            if not _has_results(dossier, purpose.fiscal_year):
                return (
                    (
                        f"เพื่อยกระดับคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน {lao}จึงกำหนด{measures} "
                        f"และขอเผยแพร่ให้ประชาชนทราบ {_ATTACHED}"
                    ),
                )
            return (
                f"ตามที่{lao}ได้กำหนด{measures} นั้น",
                (f"เพื่อให้ประชาชนได้รับทราบผลการดำเนินการตามมาตรการดังกล่าว {lao}จึงขอเผยแพร่รายงานผลการดำเนินการ {_ATTACHED}"),
            )
    return ()


def _name_round(key: RoundKey) -> str:
    return f"{key.label} ({format_round_period(key.fiscal_year, key.round)})"


def _tell_adoption(dossier: Dossier, plan: Plan | None) -> str:
    adopting = dossier.papers.get(plan.announcement or "") if plan else None
    return f" เมื่อวันที่ {format_thai_date(adopting.date)}" if adopting else ""


def _tell_results(results: RoundResults) -> Iterator[str]:
    """Yield how many projects stand where, and the money; a status without projects is left out."""
    counts, total = results.total.counts, results.total
    if not counts.total:
        return
    yield f"โดยมีโครงการตามแผนทั้งหมด {counts.total} โครงการ"
    if counts.done:
        yield f"ดำเนินการแล้วเสร็จ {counts.done} โครงการ คิดเป็นร้อยละ {format_percent(total.projects_percent)}"
    for status, number in (
        (Status.IN_PROGRESS, counts.in_progress),
        (Status.CANNOT, counts.cannot),
        (Status.WAITING, counts.waiting),
    ):
        if number:
            yield f"{status.label} {number} โครงการ"
    yield _tell_money(total.planned, total.disbursed, total.budget_percent)


def _tell_money(planned: MoneySum, disbursed: MoneySum, share: Decimal | None) -> str:
    budget = f"งบประมาณตามแผน {format_sum_baht(planned)}"
    spent = f"เบิกจ่ายงบประมาณ {format_sum_baht(disbursed)}" if disbursed.amount else "ไม่มีการเบิกจ่าย"
    if planned.is_without_budget:
        return f"{spent} โดยไม่มีงบประมาณตามแผน" if disbursed.amount else "โดยไม่ใช้งบประมาณ"
    if not (planned.amount or planned.is_complete):
        budget = "ไม่ทราบงบประมาณตามแผน"
        return f"{spent} {budget}" if disbursed.amount or disbursed.is_complete else f"{budget}และยอดเบิกจ่าย"
    if not (disbursed.amount or disbursed.is_complete):
        return f"{budget} ไม่ทราบยอดเบิกจ่าย"
    percent = f" คิดเป็นร้อยละ {format_percent(share)}" if share is not None and disbursed.amount else ""
    return f"{spent} จาก{budget}{percent}"


def _compose_order(dossier: Dossier, plan: Plan | None) -> tuple[str, ...]:
    return (
        f"ด้วย{dossier.lao.full_name}จะจัดทำ{get_plan_name(plan)} {_FRAME}",
        "ดังนั้น เพื่อให้การจัดทำแผนเป็นไปด้วยความเรียบร้อยและบรรลุวัตถุประสงค์ จึงแต่งตั้งคณะกรรมการจัดทำแผนดังกล่าว ประกอบด้วย",
    )


def _compose_memo(ledger: Ledger, purpose: Purpose | None) -> dict[str, Any]:
    dossier = ledger.dossier
    lao = dossier.lao
    unit = lao.contacts.unit or ""
    texts: dict[str, Any] = {
        "unit": unit if lao.full_name in unit else f"{unit} {lao.full_name}".strip(),
        "addressee": lao.head,
        "opinions": (
            # As memos go round: the first officer writes, the next one ticks, the head decides.
            MemoOpinion(role=_HEAD_OF_OFFICE, position=_HEAD_OF_OFFICE, choices=()),
            MemoOpinion(
                role=lao.type.vocabulary.secretary,
                position=f"ปลัด{lao.full_name}",
                choices=(Opinion.AGREE, Opinion.APPROVE),
            ),
            MemoOpinion(role=lao.head, position=lao.head),
        ),
    }
    if not (purpose and purpose.key in ledger.by_round and purpose.key):
        return texts
    report, label = dossier.rounds[purpose.key], purpose.key.label
    told = [*_tell_results(ledger.by_round[purpose.key])]
    return texts | {
        "background": (
            (
                f"ตามที่{lao.full_name}ได้ประกาศใช้{get_plan_name(purpose.plan)}{_tell_adoption(dossier, purpose.plan)} "
                "และให้รายงานผลการดำเนินการรอบ 6 เดือน และรอบ 12 เดือน ของทุกปีงบประมาณ นั้น"
            ),
        ),
        "facts": (
            " ".join(
                (
                    f"บัดนี้ ครบกำหนดรายงานผล {_name_round(purpose.key)} แล้ว",
                    *([unit] if unit else []),
                    "ได้รวบรวมผลการดำเนินการจากทุกส่วนราชการ",
                    *([*told, "รายละเอียดตามตารางต่อไปนี้"] if told else []),
                )
            ),
        ),
        "proposal": (
            f"เพื่อโปรดทราบผลการดำเนินการตามแผน ประจำ{label}",
            "เห็นควรเผยแพร่รายงานผลการดำเนินการบนเว็บไซต์ของหน่วยงาน และรายงานในระบบ e-PlanNACC",
        ),
        "writer": Signer(position=report.reporter, name=report.reporter_name) if report.reporter else None,
    }
