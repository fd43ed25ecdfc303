"""The standard wording of official papers, for what a paper's file leaves out.

A text that the file gives is never touched. The standard text follows from the records: type of LAO, plan years,
fiscal year, round, dates and figures, so that it cannot disagree with the pages.
"""

from __future__ import annotations

from typing import Any

from generator.figures.round_results import RoundResults, compute_round_results
from generator.papers.formats import format_percent, format_round_period, format_sum_baht
from generator.records.dossier import Dossier, PaperRole, Purpose
from generator.records.papers import Announcement, Memo, MemoOpinion, Order, Paper, Signer
from generator.thai.dates import format_thai_date

_PLAN = "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส"
_ATTACHED = "รายละเอียดปรากฏตามเอกสารแนบท้ายประกาศนี้"


def complete_paper(dossier: Dossier, paper_id: str) -> Paper:
    """Return a paper with the standard text for every part that its file leaves out and the records can tell."""
    paper = dossier.papers[paper_id]
    purpose = dossier.get_purpose(paper_id)
    texts: dict[str, Any] = {}
    if purpose:
        texts["subject"] = compose_subject(dossier, purpose)
    match paper:
        case Announcement():
            texts["paragraphs"] = _compose_announcement(dossier, purpose) if purpose else ()
            texts["signer"] = _sign_by_head(dossier, paper)
        case Order():
            texts["paragraphs"] = _compose_order(dossier, purpose) if purpose else ()
            texts["signer"] = _sign_by_head(dossier, paper)
        case Memo():
            texts |= _compose_memo(dossier, purpose)
    missing = {name: text for name, text in texts.items() if text and not getattr(paper, name)}
    return paper.model_copy(update=missing) if missing else paper


def get_plan_name(dossier: Dossier) -> str:
    """Return the plan's official title with its years, as far as they are known."""
    return dossier.plan.name if dossier.plan else _PLAN


def compose_subject(dossier: Dossier, purpose: Purpose) -> str:
    """Return what a paper is about."""
    plan, lao = get_plan_name(dossier), dossier.lao.full_name
    match purpose.role:
        case PaperRole.ADOPTION:
            return f"ประกาศใช้{plan} ของ{lao}"
        case PaperRole.COMMITTEE:
            return f"แต่งตั้งคณะกรรมการจัดทำ{plan} ของ{lao}"
        case PaperRole.AMENDMENT if purpose.amendment:
            return f"ประกาศใช้{plan} {purpose.amendment.kind.label} ครั้งที่ {purpose.amendment.number}"
        case PaperRole.MEASURES:
            return (
                "ประกาศรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
                f"ประจำปีงบประมาณ พ.ศ. {purpose.fiscal_year}"
            )
    return f"รายงานผลการดำเนินการตาม{plan} ประจำ{purpose.key.label if purpose.key else ''}"


def _compose_announcement(dossier: Dossier, purpose: Purpose) -> tuple[str, ...]:
    plan, lao = get_plan_name(dossier), dossier.lao.full_name
    match purpose.role:
        case PaperRole.ADOPTION:
            return (
                (
                    f"ด้วย{lao}ได้จัดทำ{plan} เพื่อเป็นกรอบการดำเนินงานด้านการป้องกันการทุจริตของหน่วยงาน "
                    "ให้การบริหารราชการเป็นไปตามหลักธรรมาภิบาล โปร่งใส และตรวจสอบได้"
                ),
                (
                    f"เพื่อแสดงเจตจำนงสุจริตในการต่อต้านการทุจริตให้เห็นเป็นรูปธรรม {lao}จึงประกาศใช้{plan} "
                    f"ตั้งแต่ปีงบประมาณ พ.ศ. {dossier.plan.years.first if dossier.plan else ''} เป็นต้นไป {_ATTACHED}"
                ),
            )
        case PaperRole.AMENDMENT if purpose.amendment:
            change = f"{purpose.amendment.kind.label} ครั้งที่ {purpose.amendment.number}"
            return (
                f"ตามที่{lao}ได้ประกาศใช้{plan}{_tell_adoption(dossier)} นั้น",
                (
                    f"เพื่อให้แผนเป็นปัจจุบันและเหมาะสมกับการดำเนินงานของหน่วยงาน {lao}จึงประกาศใช้แผนดังกล่าว {change} "
                    f"ดังนี้ {' '.join(purpose.amendment.summary)}"
                ),
            )
        case PaperRole.REPORT if purpose.key:
            period = format_round_period(purpose.key.fiscal_year, purpose.key.round)
            told = _tell_results(compute_round_results(dossier, purpose.key), " ซึ่ง")
            return (
                (
                    f"ตามที่{lao}ได้ประกาศใช้{plan}{_tell_adoption(dossier)} เพื่อเป็นกรอบการดำเนินงานด้านการป้องกันการทุจริต"
                    "ของหน่วยงาน นั้น"
                ),
                (
                    f"เพื่อให้ประชาชนได้รับทราบผลการดำเนินการตามแผนดังกล่าว {lao}จึงขอเผยแพร่รายงานผลการดำเนินการ "
                    f"ประจำ{purpose.key.label} ({period}){told} {_ATTACHED}"
                ),
            )
        case PaperRole.MEASURES:
            year = purpose.fiscal_year
            return (
                f"ตามที่{lao}ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {year} นั้น",
                f"เพื่อให้ประชาชนได้รับทราบผลการดำเนินการตามมาตรการดังกล่าว {lao}จึงขอเผยแพร่รายงานผล {_ATTACHED}",
            )
    return ()


def _tell_adoption(dossier: Dossier) -> str:
    adopting = dossier.papers.get(dossier.plan.announcement or "") if dossier.plan else None
    return f" ตามประกาศ ลงวันที่ {format_thai_date(adopting.date)}" if adopting else ""


def _tell_results(results: RoundResults, before: str, after: str = "") -> str:
    """Return what came of a round between two phrases; nothing where no project is known."""
    counts, total = results.total.counts, results.total
    if not counts.total:
        return ""
    done = f"{before}ดำเนินการแล้วเสร็จ {counts.done} โครงการ จากทั้งหมด {counts.total} โครงการ"
    done += f" คิดเป็นร้อยละ {format_percent(total.projects_percent)}"
    if total.planned.is_without_budget:
        return f"{done} โดยไม่ใช้งบประมาณ{after}"
    is_told = total.disbursed.is_complete or total.disbursed.amount
    spent = f"เบิกจ่ายงบประมาณ {format_sum_baht(total.disbursed)}" if is_told else "ยังไม่ทราบยอดเบิกจ่าย"
    spent += f" จากงบประมาณตามแผน {format_sum_baht(total.planned)}"
    share = f" คิดเป็นร้อยละ {format_percent(total.budget_percent)}" if total.budget_percent is not None else ""
    return f"{done} และ{spent}{share}{after}"


def _compose_order(dossier: Dossier, purpose: Purpose) -> tuple[str, ...]:
    if purpose.role is not PaperRole.COMMITTEE:
        return ()
    plan, lao = get_plan_name(dossier), dossier.lao.full_name
    return (
        f"ด้วย{lao}จะจัดทำ{plan} เพื่อเป็นกรอบการดำเนินงานด้านการป้องกันการทุจริตของหน่วยงาน",
        f"ดังนั้น เพื่อให้การจัดทำแผนเป็นไปด้วยความเรียบร้อยและบรรลุวัตถุประสงค์ จึงแต่งตั้งคณะกรรมการจัดทำ{plan} ประกอบด้วย",
    )


def _sign_by_head(dossier: Dossier, paper: Paper) -> Signer | None:
    return None if paper.issuer else Signer(position=dossier.lao.head)


def _compose_memo(dossier: Dossier, purpose: Purpose | None) -> dict[str, Any]:
    lao = dossier.lao
    secretary, unit = lao.type.vocabulary.secretary, lao.contacts.unit or ""
    texts: dict[str, Any] = {
        "unit": unit if lao.full_name in unit else f"{unit} {lao.full_name}".strip(),
        "addressee": lao.head,
        "opinions": tuple(
            MemoOpinion(role=position, position=position) for position in ("หัวหน้าสำนักปลัด", secretary, lao.head)
        ),
    }
    if not (purpose and purpose.role is PaperRole.REPORT_MEMO and purpose.key):
        return texts
    label, plan = purpose.key.label, get_plan_name(dossier)
    report = dossier.rounds[purpose.key]
    period = format_round_period(purpose.key.fiscal_year, purpose.key.round)
    return texts | {
        "background": (
            f"ตามที่{lao.full_name}ได้ประกาศใช้{plan}{_tell_adoption(dossier)} และต้องรายงานผลการดำเนินการทุก 6 เดือน นั้น",
        ),
        "facts": (
            (
                f"บัดนี้ สิ้นสุด{label} ({period}) แล้ว ได้รวบรวมผลการดำเนินการจากทุกส่วนราชการ"
                f"{_tell_results(compute_round_results(dossier, purpose.key), ' ปรากฏว่า', ' ดังตารางต่อไปนี้')}"
            ),
        ),
        "proposal": (
            f"เห็นควรรายงานผลการดำเนินการ {label} ให้ผู้บริหารท้องถิ่นทราบ",
            "เห็นควรเผยแพร่รายงานบนเว็บไซต์ของหน่วยงาน และรายงานในระบบ e-PlanNACC",
        ),
        "writer": Signer(position=report.reporter, name=report.reporter_name) if report.reporter else None,
    }
