"""The prose of plans, reports, measures and papers: what each passage is, and which plan and round it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prongsai.load.sources import LoadedDossier
from prongsai.load.texts import PlacedText
from prongsai.records.dossier import PaperRole, RoundKey
from prongsai.records.papers import PaperKind
from prongsai.records.plan import Plan
from prongsai.records.progress import Round
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

_BLANKS = str.maketrans(dict.fromkeys("\n\t\r\u00a0\u2028\u2029", " "))
_PLAN_PARTS = {
    "foreword": "คำนำของแผน",
    "risk_introduction": "ข้อความก่อนตารางความเสี่ยง",
    "principles": "หลักการและเหตุผลของแผน",
    "objectives": "วัตถุประสงค์ของแผน",
    "goals": "เป้าหมายของแผน",
    "benefits": "ประโยชน์ของแผน",
}
_REPORT_PARTS = {
    "foreword": "คำนำของรายงาน",
    "problems_lead": "ข้อความนำก่อนปัญหา/อุปสรรค",
    "problems": "ปัญหา/อุปสรรค",
    "suggestions_lead": "ข้อความนำก่อนข้อเสนอแนะ",
    "suggestions": "ข้อเสนอแนะ",
    "supporting_factors_lead": "ข้อความนำก่อนปัจจัยสนับสนุน",
    "supporting_factors": "ปัจจัยสนับสนุน",
    "eplan_problems": "ปัญหา อุปสรรค ในระบบ e-PlanNACC",
    "eplan_suggestions": "ข้อเสนอแนะในระบบ e-PlanNACC",
}
_PAPER_PARTS = {
    "subject": "เรื่อง",
    "paragraphs": "ข้อความ",
    "background": "เรื่องเดิม",
    "facts": "ข้อเท็จจริง",
    "proposal": "ข้อเสนอ",
    "duties": "หน้าที่และอำนาจ",
}
_MEASURES_PARTS = {"foreword": "คำนำ", "introduction": "ข้อความก่อนตาราง"}
_FISCAL_YEAR = compile_late(r"ปี(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.?\s*)?(2[56][0-9]{2})(?![0-9]|\s*[-–]\s*2[56])")
_ROUND = compile_late(r"รอบ(?:ระยะเวลา)?\s*(6|12|หก|สิบสอง)\s*เดือน")
_SIX = {"6", "หก"}


class Passage(NamedTuple):
    """One paragraph or list item.

    Attributes:
        placed: The text as it was typed, with its place.
        text: The same with Arabic digits and plain blanks; every character stands where it stood.
        label: What it is, in Thai.
        part: The key that holds it.
        plan: The plan that it belongs to; None where nobody knows.
        key: The round that it reports; None where it reports none.
        measures_year: The fiscal year of the integrity measures that it tells of; None where it tells of none.
    """

    placed: PlacedText
    text: str
    label: str
    part: str
    plan: Plan | None = None
    key: RoundKey | None = None
    measures_year: int | None = None


@lru_cache(maxsize=4096)
def read_plainly(text: str) -> str:
    """Return a text with Arabic digits and plain blanks, character by character; kept, as many rules ask for it."""
    return to_arabic(text).translate(_BLANKS)


def find_last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last place in a text where a pattern matches, None where it does not."""
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)


def iter_passages(loaded: LoadedDossier) -> Iterator[Passage]:
    """Yield the prose above the tables of plans, reports and measures, and that of papers, in the order of the files."""
    rounds = {f"progress/{key.slug}": key for key in loaded.dossier.rounds}
    measures = {f"measures/{year}": year for year in loaded.dossier.measures}
    plans = {f"{period}/plan": plan for period, plan in loaded.dossier.plans.items()}
    papers: dict[str, _Paper | None] = {}
    for placed in loaded.sources.texts:
        name, part = placed.document, str(placed.path[0]) if placed.path else ""
        if name in plans and part in _PLAN_PARTS:
            yield _make(placed, part, _PLAN_PARTS[part], plan=plans[name])
        elif name in rounds and part in _REPORT_PARTS:
            key = rounds[name]
            yield _make(placed, part, _REPORT_PARTS[part], plan=loaded.dossier.find_plan(key.fiscal_year), key=key)
        elif name in measures and part in _MEASURES_PARTS:
            yield _make(placed, part, _MEASURES_PARTS[part], measures_year=measures[name])
        elif name.startswith("papers/") and part in _PAPER_PARTS:
            if name not in papers:
                papers[name] = _find_paper(loaded, name.removeprefix("papers/"))
            paper = papers[name]
            if paper:
                label = f"{_PAPER_PARTS[part]}ของ{paper.label}"
                yield _make(placed, part, label, plan=paper.plan, key=paper.key, measures_year=paper.measures_year)


def _make(
    placed: PlacedText,
    part: str,
    label: str,
    *,
    plan: Plan | None = None,
    key: RoundKey | None = None,
    measures_year: int | None = None,
) -> Passage:
    return Passage(placed, read_plainly(placed.text), label, part, plan, key, measures_year)


class _Paper(NamedTuple):
    label: str
    plan: Plan | None
    key: RoundKey | None
    measures_year: int | None


def _find_paper(loaded: LoadedDossier, paper_id: str) -> _Paper | None:
    """Return what a paper is about: told by the record that names it, else by its own subject; None for files."""
    paper = loaded.dossier.papers.get(paper_id)
    if paper is None or paper.kind is PaperKind.FILE or paper.issuer:
        return None
    purpose = loaded.dossier.get_purpose(paper_id)
    key = purpose.key if purpose else read_round(paper.subject or "")
    plan = loaded.dossier.find_plan(key.fiscal_year) if key else loaded.dossier.find_paper_plan(paper_id)
    year = purpose.fiscal_year if purpose and purpose.role is PaperRole.MEASURES else None
    return _Paper(paper.kind.label, plan, key, year)


def read_round(subject: str) -> RoundKey | None:
    """Return the one round that the subject of a paper names, None where it names none or several."""
    text = read_plainly(subject)
    years, months = set(_FISCAL_YEAR.findall(text)), set(_ROUND.findall(text))
    if len(years) != 1 or len(months) != 1:
        return None
    return RoundKey(int(years.pop()), Round.SIX if months.pop() in _SIX else Round.TWELVE)
