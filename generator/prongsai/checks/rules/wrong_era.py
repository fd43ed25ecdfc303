"""ปีในข้อความต้องเป็น พ.ศ. เว้นแต่เขียน ค.ศ. กำกับไว้

ตรวจปี 2020 ถึง 2035 ที่อยู่ติดกับคำว่า ปี พ.ศ. ปีงบประมาณ หรือชื่อเดือน และวันที่ที่อยู่นอกช่วง พ.ศ. 2540 ถึง 2600
เหตุที่สำคัญ: ปี ค.ศ. ที่ปนอยู่กับปี พ.ศ. ทำให้ผู้อ่านเข้าใจช่วงเวลาผิด และค้นข้อมูลตามปีไม่พบ

ไม่ผ่าน: รายงานผลประจำปีงบประมาณ 2023
ไม่ผ่าน: date: 19 ตุลาคม 2466
ผ่าน: รายงานผลประจำปีงบประมาณ 2566 (ค.ศ. 2023)
ผ่าน: งบประมาณปีละ 2030 บาท
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from prongsai.checks.subjects.evidence_dates import iter_evidence_dates
from prongsai.load.sources import LoadedDossier
from prongsai.papers.kinds.order import Order
from prongsai.problem import Problem, Severity, Where
from prongsai.thai.dates import BE_OFFSET, MONTHS, SHORT_MONTHS, format_thai_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.patterns import compile_late

ID = "wrong-era"
SEVERITY = Severity.WARNING
# Nothing here is older than the Official Information Act of 2540, which these papers are published under.
FIRST_YEAR, LAST_YEAR = 2540, 2600

_CANDIDATE = compile_late("[2๒][0๐][23๒๓]")  # saves most texts the longer search
_ERA = r"(?:พ\.\s?ศ\.?|พศ\.|พุทธศักราช)"
_MONTHS = "|".join(re.escape(name) for name in (*MONTHS, *SHORT_MONTHS))
_YEAR = compile_late(
    rf"(?:(?:ปี(?:งบประมาณ|การศึกษา|ปฏิทิน|บัญชี)?|{_MONTHS})\s*(?P<era>{_ERA})?|(?P<own>{_ERA}))\s*"
    r"(?P<year>20(?:2[0-9]|3[0-5]))(?:\s*[-–]\s*(?P<last>20[0-9]{2}))?"
    r"(?![0-9A-Za-z_/]|[.,:][0-9A-Za-z-]|\s*\(?\s*(?:ค\.\s?ศ|คริสต์ศักราช)|\s*บาท"
    r"|\s*(?:คน|ครั้ง|ราย|แห่ง|เรื่อง|ครัวเรือน)(?![ก-๎]))"
)
_ADDRESS = compile_late(r"(?:https?://|www\.)\S+")
# What comes just before a year without พ.ศ. may say that the Common Era is meant.
_COMMON_ERA = compile_late(r"ค\.\s?ศ\.?|คริสต์ศักราช|SDGs?|Agenda|สหประชาชาติ|เป้าหมายการพัฒนาที่ยั่งยืน")
_REACH = 60
_DATE_KEYS = frozenset({"as_of", "date", "effective_date", "foreword_date"})


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield Common Era years that stand for Buddhist Era ones in texts, and dates of another age."""
    for placed in loaded.sources.texts:
        if placed.key not in _DATE_KEYS:  # dates are read in either era and printed in the Buddhist one
            yield from _check_text(placed.text, placed.where)
    for date, where in _list_dates(loaded):
        if not FIRST_YEAR <= date.year + BE_OFFSET <= LAST_YEAR:
            yield Problem(
                where,
                ID,
                SEVERITY,
                f"วันที่ {format_thai_date(date)} อยู่นอกช่วงที่เป็นไปได้ (พ.ศ. {FIRST_YEAR} - {LAST_YEAR})",
                "ตรวจปีกับเอกสาร แล้วเขียนปี พ.ศ. สี่หลัก",
            )


def _check_text(text: str, where: Where) -> Iterator[Problem]:
    if not _CANDIDATE.search(text):
        return
    arabic = _ADDRESS.sub(lambda match: " " * len(match[0]), to_arabic(text))
    told = set()
    for match in _YEAR.finditer(arabic):
        has_era = bool(match["era"] or match["own"])
        if match[0] in told or (
            not has_era and _COMMON_ERA.search(arabic, max(0, match.start() - _REACH), match.start())
        ):
            continue
        told.add(match[0])
        years = [int(year) for year in (match["year"], match["last"]) if year]
        right = " - ".join(str(year + BE_OFFSET) for year in years)
        fix = f"แก้ {' - '.join(map(str, years))} เป็น {right}"
        yield Problem(
            where,
            ID,
            SEVERITY,
            f"“{text[match.start() : match.end()]}” เป็นปี ค.ศ. ในที่ของปี พ.ศ.",
            fix if has_era else f"{fix} หรือเขียน ค.ศ. กำกับไว้หน้าปี",
        )


def _list_dates(loaded: LoadedDossier) -> Iterator[tuple[dt.date, Where]]:
    dossier, sources = loaded.dossier, loaded.sources
    for plan in dossier.plans.values():
        if plan.foreword_date:
            yield plan.foreword_date, sources.where_plan(plan.period, "foreword_date")
        for index, amendment in enumerate(plan.amendments):
            yield amendment.date, sources.where_plan(plan.period, "amendments", index, "date")
        for index, declared in enumerate(plan.declared.papers):
            if declared.date:
                yield declared.date, sources.where_plan(plan.period, "declared", "papers", index, "date")
    for key, report in dossier.rounds.items():
        if report.as_of:
            yield report.as_of, sources.where(f"progress/{key.slug}", "as_of")
        if report.provincial and report.provincial.as_of:
            yield report.provincial.as_of, sources.where(f"progress/{key.slug}", "provincial", "as_of")
    for year, measures in dossier.measures.items():
        if measures.as_of:
            yield measures.as_of, sources.where(f"measures/{year}", "as_of")
    for paper_id, paper in dossier.papers.items():
        yield paper.date, sources.where(f"papers/{paper_id}", "date")
        if isinstance(paper, Order) and paper.effective_date:
            yield paper.effective_date, sources.where(f"papers/{paper_id}", "effective_date")
    for evidence in iter_evidence_dates(loaded):
        yield evidence.date, evidence.where
