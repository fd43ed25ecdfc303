"""ผลของโครงการที่แล้วเสร็จต้องบอกสิ่งที่เกิดขึ้นจริง ไม่ใช่กล่าวซ้ำเป้าหมาย

ตรวจผลการดำเนินงานและผลลัพธ์ที่ตรงกับวัตถุประสงค์ ผลผลิต หรือผลลัพธ์ในแบบรายละเอียดของโครงการทุกคำ
ที่จบด้วยจำนวนขั้นต่ำ (อย่างน้อย 3 ช่องทาง) โดยไม่บอกจำนวนจริง และที่บอกเพียงว่าจำนวนลดลงหรือเพิ่มขึ้นโดยไม่มีตัวเลข
เหตุที่สำคัญ: ข้อความของเป้าหมายเขียนได้ตั้งแต่ก่อนเริ่มงาน จึงไม่แสดงว่าทำได้เท่าใด

ไม่ผ่าน: results: เผยแพร่ประกาศอย่างน้อย 3 ช่องทาง
ไม่ผ่าน: outcomes: จำนวนข้อร้องเรียนลดลง
ผ่าน: results: เผยแพร่ประกาศทางเว็บไซต์ Facebook และ Line
ผ่าน: outcomes: จำนวนข้อร้องเรียนลดลงจาก 12 เรื่อง เหลือ 9 เรื่อง
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prongsai.checks.subjects.plan_projects import PlanProject, iter_plan_projects
from prongsai.checks.subjects.reported_texts import ReportedText, iter_reported_texts
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity, Where
from prongsai.records.progress import Status
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import compact

ID = "result-restates-target"
SEVERITY = Severity.WARNING
# Looked for in text without white space. A list after the number (ได้แก่ …) tells what was done.
_MINIMUM = re.compile(
    r"[^0-9]{0,40}(?:อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า)(?:จำนวน|ปีละ|เดือนละ)?[0-9]+(?:ช่องทาง|ครั้ง)"
    r"(?:(?:ต่อ|/)(?:ปี|เดือน)|ขึ้นไป)?\.?"
)
# Only what can be counted: “knows more” is an outcome that has no figure. White space would begin another clause.
_TREND = re.compile(
    r"(?:\S{0,60}(?:จำนวน|สถิติ|ร้องเรียน|ร้องทุกข์|คดี|การทุจริต|คะแนน)\S{0,60}?)?"
    r"(?:มี|มีจำนวน|มีแนวโน้ม)?(?P<words>ลดลง|เพิ่มขึ้น)(?:\s?/\s?ไม่(?:มี|พบ|ปรากฏ)\S{0,40})?\.?"
)


class _Aim(NamedTuple):
    """A text of a card's aims: what the card calls it, and its place there."""

    card: PlanProject
    label: str
    path: DataPath


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield results and outcomes of done projects that only say what was aimed at."""
    cards = {(card.plan.period, card.project.id): _list_aims(card) for card in iter_plan_projects(loaded)}
    for key, report in loaded.dossier.rounds.items():
        plan = loaded.dossier.find_plan(key.fiscal_year)
        for item in iter_reported_texts(key, report.projects):
            if item.progress.status is Status.DONE:
                aims = cards.get((plan.period, item.progress.project), {}) if plan else {}
                yield from _check_text(loaded, item, aims)


def _list_aims(card: PlanProject) -> dict[str, _Aim]:
    """Return the aims of a card by their text."""
    project = card.project
    lists = (
        ("outcomes", "ผลลัพธ์", [item.text for item in project.outcomes]),
        ("outputs", "ผลผลิต", [item.text for item in project.outputs]),
        ("objectives", "วัตถุประสงค์", project.objectives),
    )
    return {compact(text): _Aim(card, label, (name, i)) for name, label, texts in lists for i, text in enumerate(texts)}


def _check_text(loaded: LoadedDossier, item: ReportedText, aims: dict[str, _Aim]) -> Iterator[Problem]:
    text = compact(item.text)
    arabic = to_arabic(text)
    related: tuple[Where, ...] = ()
    if text in aims:
        aim = aims[text]
        related = (aim.card.where(*aim.path),)
        found = f"ตรงกับ{aim.label}ในแบบรายละเอียดโครงการทุกคำ"
    elif _MINIMUM.fullmatch(arabic):
        found = "บอกเพียงจำนวนขั้นต่ำโดยไม่บอกจำนวนจริง"
    elif not re.search("[0-9]", arabic) and (match := _TREND.fullmatch(item.text)):
        found = f"บอกเพียงว่า{match['words']}โดยไม่มีจำนวน"
    else:
        return
    yield Problem(
        item.where(loaded),
        ID,
        SEVERITY,
        f"{item.label}ของโครงการ {item.progress.project} {found}: “{item.text}”",
        "เขียนสิ่งที่ทำได้จริง เช่น จำนวนครั้ง ช่องทาง หรือจำนวนเรื่องก่อนและหลัง",
        related,
    )
