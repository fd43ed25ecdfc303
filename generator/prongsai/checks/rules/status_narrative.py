"""สถานะของโครงการต้องไม่ขัดกับถ้อยคำในผลการดำเนินงานและหมายเหตุ

ตรวจเฉพาะถ้อยคำที่บอกว่าโครงการเองยังไม่เสร็จ (อยู่ระหว่าง ยังไม่ได้ รอ เหลือ เลื่อนไปปีหน้า) หรือเสร็จแล้ว (แล้วเสร็จ เสร็จสิ้น เรียบร้อยแล้ว)
ไม่รวมเรื่องร้องเรียน การนับจำนวน การเบิกจ่าย การทำรายงาน และผลลัพธ์ที่คาดหวัง โครงการที่เสร็จเพียงบางส่วนไม่ถือว่าผิด
เหตุที่สำคัญ: ตารางสถานะกับคำบรรยายที่ขัดกันทำให้ผู้อ่านไม่รู้ว่าโครงการเกิดขึ้นจริงหรือไม่

ไม่ผ่าน: status: ดำเนินการแล้วเสร็จ แต่ผลการดำเนินงานเขียนว่า จัดทำประกาศแล้ว แต่ยังไม่ได้เผยแพร่
ไม่ผ่าน: status: อยู่ระหว่างดำเนินการ แต่ผลการดำเนินงานเขียนว่า แต่งตั้งผู้รับผิดชอบเรียบร้อยแล้ว
ไม่ผ่าน: status: ไม่สามารถดำเนินการได้ แต่ผลการดำเนินงานเขียนว่า จัดอบรมแล้ว 1 รุ่น มีผู้เข้าร่วม 45 คน
ไม่ผ่าน: status: อยู่ระหว่างดำเนินการ แต่หมายเหตุเขียนว่า ผู้บริหารสั่งยุติโครงการตั้งแต่เดือนมิถุนายน
ไม่ผ่าน: status: รอรายงาน แต่ผลการดำเนินงานเขียนว่า จัดอบรมแล้ว 1 รุ่น
ผ่าน: status: ดำเนินการแล้วเสร็จ และผลการดำเนินงานเขียนว่า จัดทำคู่มือระหว่างวันที่ 1 - 30 มิถุนายน 2566
ผ่าน: status: ดำเนินการแล้วเสร็จ และหมายเหตุเขียนว่า อยู่ระหว่างดำเนินการเบิกจ่าย
ผ่าน: status: อยู่ระหว่างดำเนินการ และผลการดำเนินงานเขียนว่า รุ่นที่ 1 ดำเนินการเรียบร้อยแล้ว
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prongsai.checks.subjects.round_records import RoundRecord, iter_round_records
from prongsai.checks.subjects.status_words import (
    find_carried_out,
    find_finished,
    find_stopped,
    find_unfinished,
    is_open_step,
    is_partly,
    tells_nothing,
)
from prongsai.load.data_file import DataPath
from prongsai.load.sources import LoadedDossier
from prongsai.problem import Problem, Severity
from prongsai.records.progress import Status
from prongsai.records.project import Step
from prongsai.thai.digits import to_arabic

ID = "status-narrative"
SEVERITY = Severity.WARNING

_FIELDS = {
    "steps": "การดำเนินงาน",
    "results": "ผลการดำเนินงาน",
    "outcomes": "ผลลัพธ์",
    "remark": "หมายเหตุ",
    "eplan_remark": "หมายเหตุในระบบ e-PlanNACC ",
}

_LABELS = {status.label: status for status in Status}


class _Told(NamedTuple):
    """A text of a record."""

    field: str
    text: str
    path: DataPath


def check(loaded: LoadedDossier) -> Iterator[Problem]:
    """Yield records whose words tell of another status, one problem a record."""
    for record in iter_round_records(loaded):
        progress = record.progress
        texts = list(_list_texts(record))
        found = [(told, words) for told in texts if (words := _find_contradiction(record, told, texts))]
        if found:
            (told, words), *others = found
            yield Problem(
                record.where(*told.path),
                ID,
                SEVERITY,
                f"โครงการ {progress.project} มีสถานะ “{progress.status.label}” แต่{_FIELDS[told.field]}{words}",
                "แก้สถานะหรือถ้อยคำให้ตรงกับที่เกิดขึ้นจริง",
                (record.where("status"), *(record.where(*other.path) for other, _ in others)),
            )


def _list_texts(record: RoundRecord) -> Iterator[_Told]:
    progress = record.progress
    yield from _list_steps(progress.steps, ("steps",))
    for field, texts in (("results", progress.results), ("outcomes", progress.outcomes)):
        for index, text in enumerate(texts):
            yield _Told(field, _clean(text), (field, index))
    for field, remark in (("remark", progress.remark), ("eplan_remark", progress.eplan_remark)):
        if remark:
            yield _Told(field, _clean(remark), (field,))


def _list_steps(steps: Sequence[Step], path: DataPath) -> Iterator[_Told]:
    for index, step in enumerate(steps):
        yield _Told("steps", _clean(step.text), (*path, index))
        yield from _list_steps(step.steps, (*path, index, "steps"))


def _clean(text: str) -> str:
    return to_arabic(" ".join(text.split()))


def _find_contradiction(record: RoundRecord, told: _Told, texts: list[_Told]) -> str:
    """Return what a text says against the status, in Thai; nothing where it agrees."""
    status = record.progress.status
    if _LABELS.get(told.text, status) is not status:
        return f"เขียนว่า “{told.text}”"
    if told.field == "outcomes" and status is not Status.DONE:
        return ""
    if status is Status.WAITING and told.field == "results":
        return "" if tells_nothing(told.text) else "มีเนื้อหาแล้ว"
    if status is Status.DONE:
        words = find_unfinished(told.text, record.key.fiscal_year, is_outcome=told.field == "outcomes")
        words = words or find_stopped(told.text)
    else:
        words = _find_finished(told, texts)
        if status is Status.IN_PROGRESS and told.field != "steps":
            words = words or find_stopped(told.text)
        if status is Status.CANNOT and told.field == "results":
            words = words or find_carried_out(told.text)
    return words and f"เขียนว่า “{words}”"


def _find_finished(told: _Told, texts: list[_Told]) -> str:
    """A step may be finished, and a part of the work, while the project is not."""
    others = (each for each in texts if each.field in {"results", "remark", "eplan_remark"})
    is_open = any(each.field == "steps" and is_open_step(each.text) for each in texts)
    if told.field == "steps" or is_open or any(is_partly(each.text) for each in others):
        return ""
    return find_finished(told.text)
