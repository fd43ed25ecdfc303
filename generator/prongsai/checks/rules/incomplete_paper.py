"""ประกาศ คำสั่ง และบันทึกข้อความต้องมีข้อความครบ

เรื่องและข้อความเว้นไว้ได้เมื่อแผน รายงาน หรือมาตรการอ้างถึงเอกสารนั้น เพราะโปรแกรมใช้ข้อความมาตรฐานแทน
บันทึกข้อความที่ไม่เผยแพร่ (public: ไม่ใช่) ไม่ตรวจ
เหตุที่สำคัญ: เอกสารที่ไม่มีเรื่อง ไม่มีข้อความ หรือไม่มีผู้ลงนาม พิมพ์ออกมาแล้วใช้ไม่ได้

ไม่ผ่าน: ประกาศที่มีเพียง kind และ date โดยไม่มีข้อมูลใดอ้างถึง
ไม่ผ่าน: คำสั่งแต่งตั้งคณะกรรมการจัดทำแผนที่ไม่มี members
ผ่าน: ประกาศที่มีเพียง kind และ date และรายงานมี announcement เป็นรหัสของประกาศนั้น
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.checks.subjects.paper_references import are_references_read
from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.memo import Memo
from prongsai.papers.kinds.order import Order
from prongsai.problem import Problem, Severity
from prongsai.records.dossier import Dossier, Purpose
from prongsai.records.papers import Letter, Paper

ID = "incomplete-paper"
SEVERITY = Severity.ERROR

_NAMES = {
    "subject": "เรื่อง",
    "paragraphs": "ข้อความ",
    "proposal": "เรื่องเดิม ข้อเท็จจริง หรือข้อเสนอ",
    "members": "รายชื่อกรรมการ",
    "writer": "ผู้เสนอ",
    "signer": "ผู้ลงนามของผู้ออก",
}
_STANDARD = {"subject", "paragraphs", "proposal"}


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield papers that lack what the standard wording cannot fill."""
    dossier, sources = loaded.dossier, loaded.sources
    is_purpose_known = are_references_read(loaded)
    for paper_id, paper in dossier.papers.items():
        purpose = dossier.get_purpose(paper_id)
        if purpose is None and not is_purpose_known:
            continue
        lacking = list(_list_lacking(dossier, paper, purpose))
        if lacking:
            parts = " ".join(f"{name} ({_NAMES[name]})" for name in lacking)
            yield Problem(
                sources.where(f"papers/{paper_id}"),
                ID,
                SEVERITY,
                f"{paper.kind.label}นี้ขาด {parts}",
                _explain_fix(paper, lacking),
            )


def _list_lacking(dossier: Dossier, paper: Paper, purpose: Purpose | None) -> Iterator[str]:
    """Yield the keys whose part would be empty on paper."""
    has_standard = purpose is not None and purpose.role.paper_kind is paper.kind
    if not (paper.has_text and paper.is_public):
        return
    if not (paper.subject or has_standard):
        yield "subject"
    if isinstance(paper, Memo):
        if not (paper.background or paper.facts or paper.proposal or has_standard):
            yield "proposal"
        report = dossier.rounds.get(purpose.key) if has_standard and purpose and purpose.key else None
        if not (paper.writer or (report and report.reporter)):
            yield "writer"
    if isinstance(paper, Order) and not (paper.paragraphs or paper.members) and has_standard:
        yield "members"  # the standard text ends in ประกอบด้วย
    if isinstance(paper, Letter):
        if not (paper.paragraphs or has_standard):
            yield "paragraphs"
        if paper.issuer and not paper.signer:
            yield "signer"


def _explain_fix(paper: Paper, lacking: list[str]) -> str:
    fix = f"เพิ่ม {' และ '.join(lacking)}"
    if not _STANDARD.isdisjoint(lacking):
        fix += " หรือให้แผน รายงาน หรือมาตรการอ้างถึงเอกสารนี้ เพื่อใช้ข้อความมาตรฐาน"
        if paper.signed:
            fix += " หากมีเพียงไฟล์ ให้แก้ kind เป็น เอกสาร"
    return fix
